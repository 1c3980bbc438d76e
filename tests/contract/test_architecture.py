"""The house rules of the design, checked: who may import whom, and what nobody imports just by being imported."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Every service must start and report its health without these: they belong inside the engine that needs them.
HEAVY = {
    "torch",
    "transformers",
    "faster_whisper",
    "ctranslate2",
    "onnxruntime",
    "openai",
    "vllm",
    "pocketsphinx",
    "espeakng_loader",
    "sklearn",
    "huggingface_hub",
}


def loaded_by(module: str) -> set[str]:
    """The top-level packages that are there after one import in a fresh interpreter."""
    look = f"import json, sys, {module}; print(json.dumps(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_who_may_import_whom() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", ["services.stt.app", "services.tts.app", "services.llm.app", "orchestrator"])
def test_nothing_heavy_comes_with_a_program(module: str) -> None:
    assert loaded_by(module) & HEAVY == set()


@pytest.mark.parametrize("module", ["shared.contracts", "shared.client", "shared.service"])
def test_what_is_shared_is_light(module: str) -> None:
    assert loaded_by(module) & (HEAVY | {"numpy"}) == set()


@pytest.mark.parametrize(
    "module", ["shared.kitchen", "shared.curated.substitutions", "shared.environment", "deploy.local.__main__"]
)
def test_these_need_the_standard_library_alone(module: str) -> None:
    extra = loaded_by(module) - set(sys.stdlib_module_names) - {"shared", "deploy", "__main__", "_virtualenv"}
    assert {name for name in extra if not name.startswith("_")} == set()
