# One file for every light program: --build-arg PROGRAM=stt | tts | llm | orchestrator, and SOURCE, its folder.
#   docker build -f deploy/containers/light.Dockerfile --build-arg PROGRAM=stt --build-arg SOURCE=services/stt -t sous-stt .
# No feature that only BuildKit has, so that it also builds with an old engine. Layers from what changes least (the
# trimmed system, shared by all programs) to what changes most (our code, a few hundred kilobytes).
ARG BASE=python:3.11-slim-bookworm

# What a program needs of the system: Python and the C library; no installer, no shell tools of a build, no papers.
FROM ${BASE} AS system
COPY deploy/containers/trim_system.sh /trim_system.sh
RUN sh /trim_system.sh && rm /trim_system.sh

FROM ${BASE} AS installed
# Where packages come from, if not from their usual place: a closed network names its own index.
ARG INDEX=""
ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt UV_SYSTEM_CERTS=true UV_LINK_MODE=copy UV_NO_CACHE=1
RUN apt-get update -qq && apt-get install -qq -y --no-install-recommends binutils >/dev/null
COPY envs/uv.txt /build/uv.txt
RUN python3 -m venv /build/uv && /build/uv/bin/python -m pip install --quiet --no-cache-dir \
    ${INDEX:+--index-url "$INDEX"} --require-hashes --only-binary :all: -r /build/uv.txt
ARG PROGRAM
COPY envs/${PROGRAM}.txt deploy/containers/leave_out.py deploy/containers/trim_packages.sh /build/
# Packages of the environment that this image's engines do without: every line kept is still pinned and hashed.
ARG LEAVE_OUT=""
RUN python3 /build/leave_out.py "/build/${PROGRAM}.txt" ${LEAVE_OUT} >/build/wanted.txt \
 && /build/uv/bin/uv venv --quiet --no-python-downloads --python "$(command -v python3)" /opt/sous \
 && VIRTUAL_ENV=/opt/sous /build/uv/bin/uv pip install --quiet ${INDEX:+--default-index "$INDEX"} \
    --require-hashes --no-deps -r /build/wanted.txt \
 && sh /build/trim_packages.sh /opt/sous \
 && /opt/sous/bin/python -m compileall -q -j 0 /opt/sous/lib

FROM ${BASE} AS code
ARG SOURCE
COPY shared /srv/sous/shared
COPY services/__init__.py /srv/sous/services/__init__.py
COPY deploy/containers/ready.py /srv/sous/ready.py
COPY ${SOURCE} /srv/sous/${SOURCE}
# The root is read-only when it runs, so bytecode is written now. State lies in volumes, which take over
# the owner of the folder they are laid on.
RUN python3 -m compileall -q /srv/sous && mkdir -p /state/sous /state/models /state/voices

FROM scratch
COPY --from=system / /
ARG PROGRAM
ARG SOURCE
ARG REVISION=unknown
ENV PATH=/opt/sous/bin:/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 HOME=/var/lib/sous SOUS_HOME=/var/lib/sous \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/srv/sous SOURCE=${SOURCE}
COPY --from=installed /opt/sous /opt/sous
COPY --from=code --chown=10001:10001 /state/ /var/lib/
COPY --from=code /srv/sous /srv/sous
LABEL org.opencontainers.image.title="sous-${PROGRAM}" \
      org.opencontainers.image.description="Sous, a hands-free cooking assistant: ${PROGRAM}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /srv/sous
USER 10001:10001
STOPSIGNAL SIGTERM
# services/stt -> python -m services.stt, with whatever words follow the image's name.
ENTRYPOINT ["/bin/sh", "-c", "exec python -m \"$(echo \"$SOURCE\" | tr / .)\" \"$@\"", "sous"]
