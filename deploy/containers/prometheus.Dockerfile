# Prometheus from Debian's package, for machines that reach no image registry (and for our own tests):
#   docker build -f deploy/containers/prometheus.Dockerfile -t sous/prometheus:local . ; PROMETHEUS_IMAGE=sous/prometheus:local
ARG BASE=python:3.11-slim-bookworm
FROM ${BASE}
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends prometheus >/dev/null \
 && rm -rf /var/lib/apt/lists/* && mkdir -p /prometheus && chown 65534:65534 /prometheus
USER 65534:65534
ENTRYPOINT ["/usr/bin/prometheus"]
