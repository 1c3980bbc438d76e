#!/bin/sh
# vLLM with the settings of compose.yaml; further words are vLLM's own and win. The key comes from its file, so that it
# is in no command line and in no setting that `docker inspect` shows.
set -eu
key=$(grep -v '^[[:space:]]*#' "${KEY_FILE:-/dev/null}" | tr -d '[:space:]') || key=""
[ -z "$key" ] || export VLLM_API_KEY="$key"
exec python -m vllm.entrypoints.openai.api_server --model "$MODEL" --host 0.0.0.0 --port 5000 \
  --max-model-len "$CONTEXT" --gpu-memory-utilization "$GPU_SHARE" "$@"
