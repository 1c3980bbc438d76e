"""Which language an answer is in, when what was said is in both."""

import pytest

from orchestrator.session.state import State
from orchestrator.understanding import spoken_language
from shared.kitchen.language import Language

KO, EN = Language.KO, Language.EN


@pytest.mark.parametrize(
    ("session", "text", "answered"),
    [
        (KO, "다음", KO), (KO, "next step", EN), (KO, "ok", KO), (EN, "ok", EN), (EN, "다음", KO), (EN, "3", EN),
        (KO, "too much, 3인분", KO), (KO, "이거 how long?", KO), (KO, "how much 고추장?", KO),
        (EN, "too much, for 3인분", EN), (EN, "how much 고추장?", EN), (EN, "olive oil 얼마나 넣어?", KO),
        (KO, "chicken thighs 몇 개야?", KO), (EN, "200g은 몇 컵이야?", KO),
    ],
)  # fmt: skip
def test_mixed_sentences_are_answered_in_the_language_of_the_session(
    session: Language, text: str, answered: Language
) -> None:
    assert spoken_language(text, State(language=session)) is answered
