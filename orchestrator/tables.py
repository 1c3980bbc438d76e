"""What the curated tables (`shared/curated`) know, as Sous says it: the fact, then who says so or what to check."""

from typing import Literal

from orchestrator.wording import phrase, sentences
from shared.curated.food_safety import guidance, referral
from shared.curated.words import word
from shared.kitchen.language import Language


def answer_from_tables(text: str, language: Language, *, only: Literal["temperature"] | None = None) -> tuple[str, ...]:
    """Sentences for a question the tables answer; nothing when they don't."""
    dangerous = referral(text)
    if dangerous is not None:
        return tuple(sentences(dangerous.said(language), language))
    safe = guidance(text)
    if safe is not None:
        return (*sentences(safe.said(language), language), phrase("source_says", language, source=safe.body))
    meaning = word(text) if only is None else None
    return tuple(sentences(meaning.said(language), language)) if meaning is not None else ()
