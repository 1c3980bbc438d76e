# GPT-SoVITS' api_v2.py in an environment of its own (envs/gpt-sovits.txt: transformers 4, numpy 1, CUDA 12 wheels,
# driver 525.60.13 or newer). Its code is fetched by commit, so it is exactly the one this was written for; its weights
# lie in the volume `models`, below gpt-sovits/, as its own README lays them out under GPT_SoVITS/pretrained_models.
ARG BASE=python:3.11-slim-bookworm

FROM ${BASE} AS installed
ARG INDEX=""
ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt UV_SYSTEM_CERTS=true UV_LINK_MODE=copy UV_NO_CACHE=1
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends git g++ cmake make python3-dev >/dev/null
COPY envs/uv.txt /build/uv.txt
RUN python3 -m venv /build/uv && /build/uv/bin/python -m pip install --quiet --no-cache-dir \
    ${INDEX:+--index-url "$INDEX"} --require-hashes --only-binary :all: -r /build/uv.txt
COPY envs/gpt-sovits.txt /build/
RUN /build/uv/bin/uv venv --quiet --no-python-downloads --python "$(command -v python3)" /opt/gpt-sovits \
 && VIRTUAL_ENV=/opt/gpt-sovits /build/uv/bin/uv pip install --quiet ${INDEX:+--default-index "$INDEX"} \
    --require-hashes --no-deps --compile-bytecode -r /build/gpt-sovits.txt
ARG REPOSITORY=https://github.com/RVC-Boss/GPT-SoVITS
ARG COMMIT=48b1a0169a28582a8984402f82cf438d3bfa6aca
RUN git init -q /srv/gpt-sovits && cd /srv/gpt-sovits && git fetch -q --depth 1 "$REPOSITORY" "$COMMIT" \
 && git checkout -q FETCH_HEAD && rm -rf .git GPT_SoVITS/pretrained_models \
 && ln -s /var/lib/models/gpt-sovits GPT_SoVITS/pretrained_models

FROM ${BASE}
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends ffmpeg libsndfile1 >/dev/null \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* && mkdir -p /var/lib/models /var/lib/voices \
 && chown 10001:10001 /var/lib/models /var/lib/voices
ENV PATH=/opt/gpt-sovits/bin:/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 HOME=/tmp XDG_CACHE_HOME=/tmp/cache \
    NUMBA_CACHE_DIR=/tmp/numba MPLCONFIGDIR=/tmp/matplotlib NLTK_DATA=/var/lib/models/nltk_data \
    HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 GRADIO_ANALYTICS_ENABLED=False PYTHONDONTWRITEBYTECODE=1 \
    NVIDIA_VISIBLE_DEVICES=all NVIDIA_DRIVER_CAPABILITIES=compute,utility
COPY --from=installed /opt/gpt-sovits /opt/gpt-sovits
COPY --from=installed /srv/gpt-sovits /srv/gpt-sovits
COPY deploy/containers/ready.py /srv/sous/
LABEL org.opencontainers.image.title="sous-gpt-sovits" \
      org.opencontainers.image.description="Sous: GPT-SoVITS, a voice of your own" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /srv/gpt-sovits
USER 10001:10001
STOPSIGNAL SIGTERM
# It writes its configuration back when it starts, and the root is read-only: it is given a copy.
ENTRYPOINT ["/bin/sh", "-c", "cp GPT_SoVITS/configs/tts_infer.yaml /tmp/ && exec python api_v2.py -a 0.0.0.0 -p 9880 -c /tmp/tts_infer.yaml \"$@\"", "gpt-sovits"]
