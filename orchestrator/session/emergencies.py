# ruff: noqa: E501
"""Fire, burns, cuts, choking: recognised in the words themselves, before anything else, and answered from a script.

No model is asked and no number is invented; the emergency number is the one thing that must be right.
"""

import re

from orchestrator.wording import phrase
from shared.kitchen.language import Language

_SIGNS: dict[str, re.Pattern[str]] = {
    "fire": re.compile(
        r"불\s*(?:이\s*)?(?:났|나요|나고|붙었|옮겨)|화재|기름에\s*불|연기가\s*(?:너무|많이)|"
        r"\b(?:there(?:'?s| is) a fire|on fire|caught fire|grease fire|kitchen fire|it'?s burning up)\b|^\s*fire\s*!+\s*$",
        re.IGNORECASE,
    ),
    "burn": re.compile(
        r"(?:손|팔|다리|얼굴|발|피부)?.{0,6}(?:데었|데였|뎄어|뎄다|데였어)|화상(?!\s*(?:회의|통화))|"
        r"(?:뜨거운|끓는|펄펄).{0,8}(?:쏟|엎질|엎었|뒤집어썼|튀었)|(?:애|아이|아기|손|팔|다리|얼굴|발|눈|몸|나)(?:가|이|에|한테|한데|도)?\s.{0,10}"
        r"(?:기름|국물|라면|국|커피)(?:이|가|을|를)?\s*(?:쏟|엎질|튀었|튀어서)|"
        r"\b(?:hot|boiling|scalding)\b.{0,20}\b(?:spill|spilled|spilt|splash|splashed|splattered)|"
        r"\b(?:spill|spilled|spilt|splash|splashed|splattered)\b.{0,20}\b(?:hot|boiling|scalding)\b|"
        r"\b(?:hot|boiling|scalding) \w+ (?:on|over) (?:my|his|her|your|me|him|the (?:kid|baby|child))|"
        r"\b(?:burn(?:ed|t)|scalded) (?:my|his|her|your|the kid)|\bi(?:'ve| have)? (?:got )?burn(?:ed|t) my(?:self)?\b",
        re.IGNORECASE,
    ),
    "cut": re.compile(
        r"(?:손|손가락|손끝|팔).{0,6}(?:베었|베였|벴|잘렸|찔렸)|피가\s*(?:나|안\s*멈|많이)|"
        r"\b(?:cut|sliced|stabbed) my (?:finger|hand|thumb|arm|palm)|\b(?:i'?m|it'?s|is) bleeding\b",
        re.IGNORECASE,
    ),
    "choking": re.compile(
        r"목에\s*(?:뭐가\s*|음식이\s*|뼈가\s*|가시가\s*)?걸렸|숨을?\s*(?:못|안)\s*쉬|질식|\b(?:is|am|i'?m|he'?s|she'?s) choking\b|can(?:'?t|not) breathe",
        re.IGNORECASE,
    ),
    "gas": re.compile(
        r"가스\s*(?:가\s*)?(?:새|냄새|누출)|\b(?:smell|smells of|leaking) gas\b|\bgas leak\b", re.IGNORECASE
    ),
}


def recognise(text: str) -> str | None:
    return next((kind for kind, signs in _SIGNS.items() if signs.search(text)), None)


def script(kind: str, language: Language) -> tuple[str, ...]:
    return tuple(phrase(f"emergency_{kind}", language).split("\n"))


KINDS = frozenset(_SIGNS)
