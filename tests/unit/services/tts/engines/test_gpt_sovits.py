"""The voice table, and what may stand in it."""

from pathlib import Path

import pytest

from services.tts.engines.gpt_sovits import read_voices
from shared.service.ladder import EngineUnavailable


def test_a_voice_needs_only_its_reference(tmp_path: Path) -> None:
    table = tmp_path / "voices.json"
    table.write_text(
        '{"mom": {"ref_audio_path": "refs/mom.wav"}, "en": {"ref_audio_path": "e.wav", "languages": ["en"]}}'
    )
    voices = read_voices(table)
    assert voices["mom"].prompt_lang == "ko"
    assert [language.value for language in voices["mom"].languages] == ["ko", "en"]
    assert [language.value for language in voices["en"].languages] == ["en"]


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("{}", "is empty"),
        ("not json", "is wrong"),
        ("[]", "is wrong"),
        ('{"mom": {}}', "mom.ref_audio_path"),
        ('{"mom": {"ref_audio_path": ""}}', "mom.ref_audio_path"),
        ('{"mom": {"ref_audio_path": "a", "languages": ["fr"]}}', "mom.languages"),
        (None, "can't be read"),
    ],
)
def test_a_wrong_table_says_where_and_how_to_mend_it(tmp_path: Path, table: str | None, says: str) -> None:
    path = tmp_path / "voices.json"
    if table is not None:
        path.write_text(table)
    with pytest.raises(EngineUnavailable) as wrong:
        read_voices(path)
    assert says in str(wrong.value)
    assert "Fix:" in str(wrong.value)
    assert str(tmp_path) not in str(wrong.value)
