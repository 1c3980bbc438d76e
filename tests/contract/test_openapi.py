"""The checked-in OpenAPI pages are what the services really serve, and what they promise holds under fuzzing."""

import subprocess
import sys
from pathlib import Path

import pytest

from docs import reference
from tests.conftest import StartService

ROOT = Path(__file__).resolve().parent.parent.parent
SERVICES = ["stt", "tts", "llm"]


def test_the_pages_made_from_the_code_are_up_to_date() -> None:
    made = reference.pages()
    kept = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in made}
    behind = [name for name in made if made[name] != kept[name]]
    assert not behind, "these pages are behind the code; run: make docs"


@pytest.mark.parametrize("service", SERVICES)
def test_no_request_makes_a_server_error(service: str, shared_services: StartService, tmp_path: Path) -> None:
    server = shared_services(service)
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "run", f"{server.url}/openapi.json",
        "--checks", "not_a_server_error", "--max-examples", "25", "--seed", "7", "--workers", "1",
        "--request-timeout", "20", "--phases", "examples,coverage,fuzzing", "--generation-database", "none",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:] + server.log_text()[-3000:]
