"""Why a sentence that names an action does not ask for it: a question, a negation, a condition, a quotation.

"다음 단계로 왜 넘어갔어?", "아직 안 했어", "다 하면 알려줘", "mom said stop". They come after the model, whatever its
confidence was, and only ever take an action away. What looks like a question but asks for the action ("넘어가 줄래?",
"what's next?") passes.
"""

import re
from typing import Final

from services.llm.classifier.guards_en import against_english
from services.llm.classifier.guards_ko import against_korean
from services.llm.classifier.objections import NOT_ASKED, Objection
from shared.kitchen.intents import STATE_CHANGING, Intent
from shared.kitchen.text import has_hangul, is_asked, normalise

__all__ = ["NOT_ASKED", "Objection", "objection"]

_I = Intent  # the tables below name little else

#: About the voice, not the recipe: "소리 반으로 줄여" halves no servings, "속도 한 단계 낮춰" goes to no step.
_VOICE: Final = re.compile(r"(?<!라는 )(?<!다는 )소리|볼륨|음량|목소리|속도|\b(?:volume|speed|voice)\b")
_NOT_ABOUT_VOICE: Final = frozenset({_I.SCALE_SERVINGS, _I.GOTO_STEP, _I.NEXT_STEP, _I.PREVIOUS_STEP, _I.ADD_TIME})
#: About the next step, not towards it.
_ABOUT_NEXT: Final = re.compile(
    r"(?:였지|였더라|했더라|이었지).{0,3}(?:궁금|기억|생각|모르)|"
    r"단계.{0,6}(?:어려|오래|복잡|쉬[워운]|쉽|위험|길어|긴가|중요|힘들)|다음 ?(?:단계 ?|거 ?)?말고(?!$)|뭐든"
    r"|(?:넘어가|[하가])기 ?전에 "
    r"|next (?:step|one).{0,12}\b(?:hard|easy|long|difficult|important|optional|necessary|need|involve|use)"
)
#: "Quit it, Jayden": whoever is called by a name at the end is the one who is told, unless it is a place or a day.
_NAMED: Final = re.compile(
    r" [a-z][a-z']*,? (?<!\bin )(?<!\bon )(?<!\bat )(?<!\bto )(?<!\bof )(?<!\bfor )(?<!\bthe )(?<!\btill )(?<!\bwith )"
    r"(?!Sous\b|Chef\b|Please\b|Now\b|Step\b)[A-Z][a-z]+[.!]*$"
)
_TOLD: Final = frozenset({_I.STOP, _I.PAUSE, _I.UNDO, _I.NEXT_STEP, _I.PREVIOUS_STEP, _I.RESUME})


def objection(intent: Intent, text: str, *, asked: bool | None = None) -> Objection | None:
    """What speaks against doing this, or None. Only actions are ever objected to."""
    if intent not in STATE_CHANGING:
        return None
    said = normalise(text)
    if intent in _NOT_ABOUT_VOICE and _VOICE.search(said):
        return Objection.ABOUT_VOICE
    if intent is _I.NEXT_STEP and _ABOUT_NEXT.search(said):
        return Objection.QUESTION
    if intent in _TOLD and _NAMED.search(text):
        return Objection.QUOTED
    question = is_asked(text) if asked is None else asked
    if has_hangul(said):
        return against_korean(intent, said, question)
    return against_english(intent, text.lower(), question)
