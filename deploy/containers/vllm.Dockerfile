# vLLM in an environment of its own (envs/vllm.txt): CUDA 13 wheels, driver 580 or newer. Large: some 10 GB.
# No weights inside: they lie in the volume `models`, put there by the command in docs/containers.md.
ARG BASE=python:3.11-slim-bookworm

FROM ${BASE} AS installed
ARG INDEX=""
ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt UV_SYSTEM_CERTS=true UV_LINK_MODE=copy UV_NO_CACHE=1
COPY envs/uv.txt /build/uv.txt
RUN python3 -m venv /build/uv && /build/uv/bin/python -m pip install --quiet --no-cache-dir \
    ${INDEX:+--index-url "$INDEX"} --require-hashes --only-binary :all: -r /build/uv.txt
COPY envs/vllm.txt /build/
RUN /build/uv/bin/uv venv --quiet --no-python-downloads --python "$(command -v python3)" /opt/vllm \
 && VIRTUAL_ENV=/opt/vllm /build/uv/bin/uv pip install --quiet ${INDEX:+--default-index "$INDEX"} \
    --require-hashes --no-deps --compile-bytecode -r /build/vllm.txt

FROM ${BASE}
# Triton compiles its launchers when the model loads, so this one image keeps a compiler and Python's headers.
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends gcc libc6-dev python3-dev >/dev/null \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* && mkdir -p /var/lib/models && chown 10001:10001 /var/lib/models
# Everything a start wants to write goes to the tmpfs; the card is the one that compose reserved.
ENV PATH=/opt/vllm/bin:/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 HOME=/tmp HF_HOME=/var/lib/models/huggingface \
    XDG_CACHE_HOME=/tmp/cache VLLM_CACHE_ROOT=/tmp/vllm TRITON_CACHE_DIR=/tmp/triton TORCHINDUCTOR_CACHE_DIR=/tmp/inductor \
    VLLM_NO_USAGE_STATS=1 DO_NOT_TRACK=1 HF_HUB_DISABLE_TELEMETRY=1 PYTHONDONTWRITEBYTECODE=1 \
    NVIDIA_VISIBLE_DEVICES=all NVIDIA_DRIVER_CAPABILITIES=compute,utility
COPY --from=installed /opt/vllm /opt/vllm
COPY deploy/containers/ready.py deploy/containers/serve_vllm.sh /srv/sous/
LABEL org.opencontainers.image.title="sous-vllm" \
      org.opencontainers.image.description="Sous: vLLM, the optional large language model" \
      org.opencontainers.image.licenses="Apache-2.0"
USER 10001:10001
STOPSIGNAL SIGTERM
ENTRYPOINT ["/bin/sh", "/srv/sous/serve_vllm.sh"]
