"""What our own voice says, our own ear hears: the two speech services against each other, as a user would try them."""

import httpx
import pytest

from shared.kitchen import Intent, find_command
from tests.conftest import StartService

# One word, cut to the word: no silence before or after it, the hardest thing anyone says in a kitchen.
SAID = [
    ("ko", "다음", Intent.NEXT_STEP),
    ("ko", "이전", Intent.PREVIOUS_STEP),
    ("ko", "다시", Intent.REPEAT_STEP),
    ("ko", "재료", Intent.LIST_INGREDIENTS),
    ("ko", "그만", Intent.STOP),
    ("ko", "취소", Intent.UNDO),
    ("ko", "다 했어", Intent.STEP_DONE),
    ("ko", "타이머 시작", Intent.SET_TIMER),
    ("ko", "삼 단계로", Intent.GOTO_STEP),
    ("en", "next", Intent.NEXT_STEP),
    ("en", "back", Intent.PREVIOUS_STEP),
    ("en", "repeat", Intent.REPEAT_STEP),
    ("en", "stop", Intent.STOP),
    ("en", "pause", Intent.PAUSE),
    ("en", "go to step three", Intent.GOTO_STEP),
    ("en", "set a timer for ten minutes", Intent.SET_TIMER),
]


@pytest.mark.parametrize(("language", "text", "meant"), SAID, ids=[text for _, text, _ in SAID])
def test_a_command_spoken_by_us_is_heard_by_us(
    shared_services: StartService, language: str, text: str, meant: Intent
) -> None:
    with httpx.Client(timeout=30, trust_env=False) as web:
        spoken = web.post(f"{shared_services('tts').url}/synthesize", json={"text": text, "language": language})
        assert spoken.status_code == 200
        heard = web.post(
            f"{shared_services('stt').url}/transcribe",
            files={"file": ("said.wav", spoken.content)},
            data={"language": language},
        ).json()
    command = find_command(heard["text"])
    assert command is not None, heard
    assert command.intent is meant, heard
