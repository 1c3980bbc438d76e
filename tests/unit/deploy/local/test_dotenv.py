"""The `.env` file: simple lines, and what was typed on the command line wins."""

from pathlib import Path

import pytest

from deploy.local.dotenv import layered, parse


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("STT_PORT=9011", {"STT_PORT": "9011"}),
        ("export STT_PORT=9011", {"STT_PORT": "9011"}),
        ("  TTS_VOICE = ko ", {"TTS_VOICE": "ko"}),
        ("SOUS_NAME='안녕 # 주방'", {"SOUS_NAME": "안녕 # 주방"}),
        ('SOUS_NAME="two words"', {"SOUS_NAME": "two words"}),
        ("LLM_KEY=a=b=c", {"LLM_KEY": "a=b=c"}),
        ("LLM_URL=http://127.0.0.1:5000 # vLLM", {"LLM_URL": "http://127.0.0.1:5000"}),
        ("EMPTY=", {"EMPTY": ""}),
        ("# STT_PORT=1", {}),
        ("", {}),
        ("not a setting", {}),
    ],
)
def test_a_line(line: str, expected: dict[str, str]) -> None:
    assert parse(line) == expected


def test_the_environment_lies_on_top(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("STT_PORT=1\nTTS_PORT=2\n", encoding="utf-8")
    assert layered(file, {"TTS_PORT": "3"}) == {"STT_PORT": "1", "TTS_PORT": "3"}
    assert layered(tmp_path / "missing", {"TTS_PORT": "3"}) == {"TTS_PORT": "3"}
