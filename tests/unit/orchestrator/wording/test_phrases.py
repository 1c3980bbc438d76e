"""Every sentence says the same in both languages, and none is missing or left over."""

import re
import string
from pathlib import Path

import pytest

import orchestrator
from orchestrator.wording import phrase
from orchestrator.wording.phrases import PHRASES
from shared.kitchen.language import Language

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(orchestrator.__file__).parent.rglob("*.py"))


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("key", PHRASES)
def test_both_languages_fill_in_the_same_words(key: str) -> None:
    korean, english = PHRASES[key]
    differing = fields(korean) ^ fields(english)
    # A side may leave one out ("{title}" is said once already), never name one that the other can't know.
    assert differing <= {"title", "last", "name", "left", "low"}, key


@pytest.mark.parametrize("key", PHRASES)
def test_korean_is_polite_and_english_is_plain(key: str) -> None:
    korean, english = PHRASES[key]
    if korean.rstrip(".!? ").endswith(("}", "단계", "되고요")) or key in ("fine",):
        return
    for sentence in korean.split("\n"):
        assert re.search(r"(?:요|죠|까요|예요}?|주세요)[.!?]?$", sentence.strip()), sentence
    assert len(english.split()) <= 45


def test_every_phrase_asked_for_exists() -> None:
    asked = set(re.findall(r"phrase\(\s*\"([a-z_]+)\"", SOURCES))
    assert asked
    assert asked <= set(PHRASES)


@pytest.mark.parametrize(
    ("key", "words", "korean", "english"),
    [
        ("timer_cancelled", {"name": "라면"}, "라면 타이머를 껐어요.", "라면 timer cancelled."),
        ("amount_here", {"name": "간장", "amount": "2큰술"}, "간장은 2큰술 넣어요.", "2큰술."),
        ("amount_total", {"name": "두부", "amount": "½모"}, "두부는 모두 ½모예요.", "½모 in all."),
        ("heat_here", {"heat": "중불"}, "레시피에는 중불이라고 되어 있어요.", "The recipe says 중불."),
        ("recipe_unknown", {"name": "마라탕"}, "마라탕은 제 레시피에 없어요.", "I have no recipe for 마라탕."),
    ],
)
def test_particles_fit_the_word(key: str, words: dict[str, object], korean: str, english: str) -> None:
    assert phrase(key, Language.KO, **words) == korean
    assert phrase(key, Language.EN, **words) == english
