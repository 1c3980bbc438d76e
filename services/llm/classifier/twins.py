"""Pairs that share nearly all their words, told apart by the one word that differs.

"How many minutes do the eggs need" asks for a time although it speaks of eggs; "read step two again" goes to step two.
"""

import re
from typing import Final

from shared.kitchen.intents import Intent
from shared.kitchen.steps import find_step

_I = Intent
_TWINS: Final[tuple[tuple[frozenset[Intent], re.Pattern[str], Intent], ...]] = (
    (
        frozenset({_I.INGREDIENT_AMOUNT, _I.QUESTION}),
        re.compile(r"how (?:many (?:minutes|hours|seconds)|long)|몇 ?(?:분|시간|초)(?! ?(?:도|들))", re.IGNORECASE),
        _I.HOW_LONG,
    ),
    (
        frozenset({_I.HOW_LONG, _I.INGREDIENT_AMOUNT}),
        re.compile(r"울[려리]|남았|타이머|timer|\bring\b|go off"),
        _I.TIMER_STATUS,
    ),
    (
        frozenset({_I.HOW_HOT, _I.QUESTION}),
        re.compile(r"섭씨.*화씨|화씨.*섭씨|\b(?:in|to|into) (?:celsius|fahrenheit)\b", re.IGNORECASE),
        _I.CONVERT,
    ),
    (
        frozenset({_I.NEXT_STEP}),
        re.compile(r"재료|(?:뭐|뭘|무엇을) ?넣(?!을 ?(?:차례|순서))|ingredient", re.IGNORECASE),
        _I.LIST_INGREDIENTS,
    ),
    (
        frozenset({_I.NEXT_STEP}),
        re.compile(r"몇 ?(?:분|시간)|얼마나 ?(?:걸|오래)|how (?:long|many minutes)", re.IGNORECASE),
        _I.HOW_LONG,
    ),
    (
        frozenset({_I.CHOOSE_RECIPE}),
        re.compile(
            r"\bany (?:\w+ )?recipes?\b|\bgot a list\b|\bwhat (?:can|could|should) (?:i|we) (?:make|cook|do) with\b"
        ),
        _I.LIST_RECIPES,
    ),
    (
        frozenset({_I.SET_TIMER}),
        re.compile(r"^(?:can|do|are) you (?:able to )?(?:set|do|run|handle) timers\b"),
        _I.HELP,
    ),
    (
        frozenset({_I.OUT_OF_SCOPE}),
        re.compile(
            r"^[가-힣]{2,8} ?(?:\d+|[일이삼사오육칠팔]) ?인분(?:으로|만)? ?"
            r"(?:할 ?[거게래]|하자|해 ?[줘먹]|만들|끓이자|가자)"
        ),
        _I.SCALE_SERVINGS,
    ),
    (frozenset({_I.SMALLTALK}), re.compile(r"날씨|미세먼지|\bweather\b"), _I.OUT_OF_SCOPE),
    (
        frozenset({_I.LOUDER, _I.QUIETER, _I.FASTER, _I.SLOWER}),
        re.compile(r"\b(?:speak|talk)(?: to me)?(?: in)? (?:english|korean)\b|영어로|한국어로|한국말로", re.IGNORECASE),
        _I.OUT_OF_SCOPE,
    ),
    (
        frozenset({_I.LOUDER, _I.QUIETER, _I.FASTER, _I.SLOWER}),
        re.compile(
            r"\bturn (?:the |that |my )?(?:\w+ )?(?:extractor|fan|heat|oven|telly|tv|radio|music|hob|gas|"
            r"grill|hood|burner|"
            r"lights?)(?: \w+)? (?:up|down)\b|\bvolume (?:up|down) on the (?:telly|tv|radio|music|speakers?)\b"
            r"|(?:티비|테레비|텔레비전|라디오|음악|노래|유튜브|스피커|폰|팟캐스트|강의)"
            r"(?: ?(?:소리|볼륨|volume))?[가이를을]? ?"
            r"(?:좀 |너무 (?:커|작아)[요서]? ?)*(?:크게|작게|키워|줄여|높여|낮춰|올려|내려|최대|빠르게|천천히|up|down)"
        ),
        _I.OUT_OF_SCOPE,
    ),
    (frozenset({_I.PAUSE}), re.compile(r"(?<![가-힣])(?:절반|반절|반)만\W*$"), _I.SCALE_SERVINGS),
    (frozenset({_I.CONVERT}), re.compile(r"[0-9일이삼사오육칠팔구십] ?인분"), _I.INGREDIENT_AMOUNT),
    (frozenset({_I.HOW_LONG}), re.compile(r"몇 ?단계|how many (?:more )?steps"), _I.PROGRESS),
)
_BY_NAME: Final = frozenset({_I.REPEAT_STEP, _I.PREVIOUS_STEP, _I.NEXT_STEP})
_SAY: Final = re.compile(
    r"\b(?:go|jump|skip|move|take|open|read|show|tell|give|hear|say|start|what(?:'s| is| was| does| did)|"
    r"repeat|back)\b"
    r"|가|이동|보여|읽|알려|말해|들려|돌아|넘어|옮|뭐|뭔|다시|부터|부탁",
    re.IGNORECASE,
)


def told_apart(intent: Intent, text: str) -> Intent:
    for confused, sign, meant in _TWINS:
        if intent in confused and sign.search(text):
            return meant
    if intent in _BY_NAME and _SAY.search(text):
        target = find_step(text)
        if target is not None and target.step is not None:
            return _I.GOTO_STEP
    return intent
