"""Which transcripts are not believed, and why."""

import pytest

from services.stt.doubts import Evidence, doubt, numbers_unsure
from services.stt.kitchen_ear.numbers import NUMBER_WORDS
from shared.contracts.stt import Rejected

CLEAR = -0.2
VAGUE = -0.8


@pytest.mark.parametrize(
    ("text", "speech_s", "logprob", "reason"),
    [
        ("다음 단계로 가 줘", 1.5, CLEAR, None),
        ("Next step, please.", 1.2, CLEAR, None),
        ("감사합니다.", 0.5, CLEAR, Rejected.HALLUCINATION),
        ("감사합니다.", 1.5, CLEAR, None),  # said clearly and at length: somebody is polite
        ("시청해 주셔서 감사합니다!", 0.6, VAGUE, Rejected.HALLUCINATION),
        ("MBC 뉴스 이덕영입니다.", 2.0, VAGUE, Rejected.HALLUCINATION),
        ("Thank you for watching!", 0.9, CLEAR, Rejected.HALLUCINATION),
        ("자막 by 한효정", 3.0, VAGUE, Rejected.HALLUCINATION),
        ("Thank you.", 2.0, VAGUE, Rejected.HALLUCINATION),
        ("네 네 네 네 네 네 네 네 네 네 네 네 네 네 네 네 네 네 네 네 네 네", 9.0, CLEAR, Rejected.HALLUCINATION),
        ("set a timer for ten minutes and then tell me about all the rest of it", 0.7, CLEAR, Rejected.HALLUCINATION),
        ("간장 얼마나 넣어", 1.4, -1.3, Rejected.LOW_CONFIDENCE),
        ("", 1.0, CLEAR, Rejected.NO_SPEECH),
        (" ... ", 1.0, CLEAR, Rejected.NO_SPEECH),
    ],
)
def test_a_transcript_is_doubted_for_a_reason(
    text: str, speech_s: float, logprob: float, reason: Rejected | None
) -> None:
    assert doubt(text, Evidence(speech_s, logprob)) is reason


@pytest.mark.parametrize(
    ("text", "logprob", "reason"),
    [
        ("간장, 고추장, 참기름", VAGUE, Rejected.KEYWORD_ECHO),
        ("고추장", VAGUE, Rejected.KEYWORD_ECHO),
        ("간장", CLEAR, None),  # an answer to "which one?"
        ("간장 얼마나 넣어", VAGUE, None),
    ],
)
def test_the_recipes_words_alone_are_an_echo_unless_clearly_said(
    text: str, logprob: float, reason: Rejected | None
) -> None:
    assert doubt(text, Evidence(2.0, logprob, keywords=("간장", "고추장", "참기름"))) is reason


def test_silence_with_unlikely_words_is_no_speech() -> None:
    assert doubt("음 그러니까", Evidence(1.5, -1.2, no_speech=0.8)) is Rejected.NO_SPEECH


@pytest.mark.parametrize(
    ("text", "logprob", "ask_back"),
    [
        ("15분 타이머", VAGUE, True),
        ("십오 분 타이머", VAGUE, True),
        ("15분 타이머", CLEAR, False),
        ("다음", VAGUE, False),
    ],
)
def test_numbers_heard_unsurely_are_asked_back(text: str, logprob: float, ask_back: bool) -> None:
    assert numbers_unsure(text, logprob, NUMBER_WORDS) is ask_back
