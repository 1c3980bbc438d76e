"""A key in a file is the key; a file that failed to arrive opens no door."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from orchestrator.settings import OrchestratorSettings
from services.llm.settings import LlmSettings
from services.stt.settings import SttSettings
from services.tts.settings import TtsSettings

SERVICES = [("STT_API_KEY", SttSettings), ("TTS_API_KEY", TtsSettings), ("LLM_API_KEY", LlmSettings)]
PROGRAMS = [*SERVICES, ("SOUS_API_KEY", OrchestratorSettings)]
each_program = pytest.mark.parametrize(("name", "settings"), PROGRAMS, ids=[name for name, _ in PROGRAMS])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("sesame", "sesame"),
        ("sesame\n", "sesame"),
        ("# made by openssl rand\r\n열려라-참깨\r\n", "열려라-참깨"),
        ("# no key: everybody on this machine is served\n", None),
    ],
    ids=["bare", "a line", "with a remark", "on purpose none"],
)
@each_program
def test_the_key_is_what_the_file_says(
    name: str,
    settings: type[SttSettings],
    text: str,
    key: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "key"
    file.write_bytes(text.encode())
    monkeypatch.setenv(f"{name}_FILE", str(file))
    found = settings().api_key
    assert (found.get_secret_value() if found else None) == key


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"", "empty"), (b" \n\n", "empty"), (b"one\ntwo\n", "2 keys"), (b"\xff\xfe\0", "no text file"), (None, "read")],
    ids=["empty", "blank", "two keys", "binary", "missing"],
)
@each_program
def test_a_file_without_a_key_is_refused(
    name: str,
    settings: type[SttSettings],
    content: bytes | None,
    complaint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "key"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setenv(f"{name}_FILE", str(file))
    with pytest.raises(ValidationError, match=complaint) as refusal:
        settings()
    assert refusal.value.errors()[0]["loc"] == ("api_key_file",)


@each_program
def test_the_key_itself_wins_and_neither_is_ever_shown(
    name: str, settings: type[SttSettings], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "key"
    file.write_text("from-the-file")
    monkeypatch.setenv(f"{name}_FILE", str(file))
    monkeypatch.setenv(name, "from-the-environment")
    found = settings()
    assert found.api_key is not None
    assert found.api_key.get_secret_value() == "from-the-environment"
    assert "from-the" not in repr(found)


def test_the_model_servers_key_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "key"
    file.write_text("vllm-sesame")
    monkeypatch.setenv("LLM_UPSTREAM_KEY_FILE", str(file))
    found = LlmSettings()
    assert found.api_key is None
    assert found.upstream_key is not None
    assert found.upstream_key.get_secret_value() == "vllm-sesame"
