# nginx in front of the replicas, from Debian's own package, with the program that keeps its list of replicas true.
ARG BASE=python:3.11-slim-bookworm

FROM ${BASE} AS system
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends nginx >/dev/null
COPY deploy/containers/trim_system.sh /trim_system.sh
RUN sh /trim_system.sh && rm /trim_system.sh

FROM scratch
COPY --from=system / /
ARG REVISION=unknown
ENV PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin LANG=C.UTF-8 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
COPY deploy/containers/ready.py deploy/nginx/front.py /srv/sous/
COPY deploy/nginx/nginx.conf deploy/nginx/door.conf /etc/sous/nginx/
LABEL org.opencontainers.image.title="sous-front" \
      org.opencontainers.image.description="Sous: nginx in front of several replicas" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.revision="${REVISION}"
USER 10001:10001
STOPSIGNAL SIGTERM
ENTRYPOINT ["python3", "/srv/sous/front.py"]
