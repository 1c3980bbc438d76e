# ruff: noqa: E501
"""Times and heats in a step's text, each with a name a timer can have."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from orchestrator.recipes.model import HeatCue, TimeCue, Wait
from shared.kitchen.language import Language
from shared.kitchen.temperatures import Scale, find_temperatures
from shared.kitchen.time_cues import TimeCue as FoundCue
from shared.kitchen.time_cues import TimeCueKind, find_time_cues

#: (stem as it stands in the text, what the timer is called, whether hands are free meanwhile)
_VERBS_KO = (
    ("끓", "끓이기", Wait.PASSIVE), ("삶", "삶기", Wait.PASSIVE), ("볶", "볶기", Wait.ACTIVE), ("굽", "굽기", Wait.PASSIVE),
    ("구워", "굽기", Wait.PASSIVE), ("재우", "재우기", Wait.REST), ("재워", "재우기", Wait.REST), ("찌", "찌기", Wait.PASSIVE),
    ("쪄", "찌기", Wait.PASSIVE), ("튀기", "튀기기", Wait.ACTIVE), ("튀겨", "튀기기", Wait.ACTIVE), ("불려", "불리기", Wait.REST),
    ("불리", "불리기", Wait.REST), ("데치", "데치기", Wait.ACTIVE), ("데쳐", "데치기", Wait.ACTIVE), ("졸이", "졸이기", Wait.PASSIVE),
    ("졸여", "졸이기", Wait.PASSIVE), ("조려", "졸이기", Wait.PASSIVE), ("뜸", "뜸 들이기", Wait.REST), ("식히", "식히기", Wait.REST),
    ("식혀", "식히기", Wait.REST), ("익히", "익히기", Wait.PASSIVE), ("익혀", "익히기", Wait.PASSIVE), ("익힌", "익히기", Wait.PASSIVE),
    ("지어", "밥 짓기", Wait.PASSIVE), ("지으", "밥 짓기", Wait.PASSIVE), ("숙성", "숙성", Wait.REST), ("발효", "발효", Wait.REST),
    ("휴지", "휴지", Wait.REST), ("절이", "절이기", Wait.REST), ("절여", "절이기", Wait.REST), ("저어", "젓기", Wait.ACTIVE),
)  # fmt: skip
_VERBS_EN = (
    ("simmer", Wait.PASSIVE), ("boil", Wait.PASSIVE), ("bake", Wait.PASSIVE), ("roast", Wait.PASSIVE), ("steam", Wait.PASSIVE),
    ("braise", Wait.PASSIVE), ("toast", Wait.ACTIVE), ("fry", Wait.ACTIVE), ("sauté", Wait.ACTIVE), ("saute", Wait.ACTIVE),
    ("stir", Wait.ACTIVE), ("whisk", Wait.ACTIVE), ("beat", Wait.ACTIVE), ("knead", Wait.ACTIVE), ("toss", Wait.ACTIVE),
    ("rest", Wait.REST), ("cool", Wait.REST), ("chill", Wait.REST), ("soak", Wait.REST), ("marinate", Wait.REST),
    ("rise", Wait.REST), ("proof", Wait.REST), ("stand", Wait.REST), ("grill", Wait.ACTIVE), ("sear", Wait.ACTIVE),
    ("cook", Wait.PASSIVE),
)  # fmt: skip
_HEAT_KO = re.compile(r"(?<![가-힣])(?:아주\s*)?(?:센|강한|중|약한|약|중약|중강|강|제일 센)\s?불(?![고나났])")
_HEAT_EN = re.compile(
    r"\b(?:(?:medium|low|high|gentle|moderate)(?:[- ](?:to[- ])?(?:low|high))?|very low|very high|fairly high) heat\b",
    re.IGNORECASE,
)


#: "30 minutes, or up to 4 hours": the second time is how long it may be, not how long it takes.
_LIMIT = re.compile(r"\bup to\b|최대|길게는|길면", re.IGNORECASE)
_LIMIT_NEXT = re.compile(
    r"^[\s,(]{0,3}(?:정도|이상)?[\s,]{0,3}(?:(?:or|and|but) )?(?:up to|최대|길게는|길면)\s?$", re.IGNORECASE
)
_SECTION_LEAD = re.compile(r"^for (?:the )?", re.IGNORECASE)
_WAITING = {Language.KO: "기다리기", Language.EN: "rest"}
_KINDS = {TimeCueKind.REST: Wait.REST, TimeCueKind.PER_SIDE: Wait.PER_SIDE, TimeCueKind.INTERVAL: Wait.INTERVAL}


def times_in(text: str, title: str, section: str, language: Language) -> tuple[TimeCue, ...]:
    """Every time in the step, each called by what is done meanwhile; alone in its step, by the step's own title.

    A time with nothing done meanwhile is called as its section is ("Marinate"), or as a wait.
    """
    found: list[FoundCue] = []
    for cue in find_time_cues(text):
        if found and _LIMIT_NEXT.match(text[found[-1].end : cue.start]):
            found[-1] = replace(found[-1], kind=cue.kind)  # the verb may stand behind the second
        elif cue.seconds > 0:
            found.append(cue)
    alone = len(found) == 1
    return tuple(_cue(cue, text, title if alone else "", section if alone else "", language) for cue in found)


def with_untils(times: Sequence[TimeCue], text: str) -> tuple[TimeCue, ...]:
    """Times that a file has marked in its text, with the kind and the "until" that the words around them give them."""
    found = {cue.start: cue for cue in find_time_cues(text)}
    return tuple(
        replace(cue, kind=_KINDS.get(found[cue.start].kind, cue.kind), until=_until(found[cue.start]))
        if cue.start in found
        else cue
        for cue in times
    )


def heats_in(text: str) -> tuple[HeatCue, ...]:
    cues = [
        (match.start(), HeatCue(match[0].strip()))
        for pattern in (_HEAT_KO, _HEAT_EN)
        for match in pattern.finditer(text)
    ]
    for found in find_temperatures(text):
        fahrenheit = found.scale is Scale.FAHRENHEIT
        celsius = Fraction(round((found.degrees - 32) * 5 / 9)) if fahrenheit else found.degrees
        if 30 <= celsius <= 320:  # "360도로 돌려요" turns a pan, not a dial
            cues.append((found.start, HeatCue(text[found.start : found.end].strip(), celsius)))
    return tuple(cue for _, cue in sorted(cues, key=lambda pair: pair[0]))


def _cue(found: FoundCue, text: str, title: str, section: str, language: Language) -> TimeCue:
    after = text[found.end : _clause_end(text, found.end)]
    before = text[max(0, found.start - 60) : found.start]
    label, wait = _verb(before, after, language)
    kind = _KINDS.get(found.kind, wait)
    waiting = _WAITING[language] if kind is Wait.REST else ""
    label = title or label or _section_name(section, kind, language) or waiting
    far = found.max_seconds is not None and found.max_seconds >= 2 * found.seconds
    high = None if far and _LIMIT.search(text[found.start : found.end]) else found.max_seconds
    return TimeCue(found.seconds, high, kind, label, _until(found), found.start, found.end)


def _until(found: FoundCue) -> str:
    return (found.until or "").strip().removeprefix("until ").removesuffix("까지").strip()


def _section_name(section: str, kind: Wait, language: Language) -> str:
    """ "For the sauce" -> "sauce"; a whole sentence is no name, nor is "Cook" one for a wait in the fridge."""
    name = _SECTION_LEAD.sub("", section).lower()
    work, done = _verb("", name, language)
    return name if len(name) <= 20 and (not work or done is kind) else ""


def _verb(before: str, after: str, language: Language) -> tuple[str, Wait]:
    """Korean says what is done after the time, English before it (or after: "8-minute simmer")."""
    if language is Language.KO:
        hits = [(after.find(stem), name, kind) for stem, name, kind in _VERBS_KO if stem in after]
        if not hits:
            hits = [(-before.rfind(stem), name, kind) for stem, name, kind in _VERBS_KO if stem in before]
        return min(hits)[1:] if hits else ("", Wait.PASSIVE)
    clause = re.split(r"[.;]", before)[-1].lower()
    spoken = [(-clause.rfind(verb), verb, kind) for verb, kind in _VERBS_EN if re.search(rf"\b{verb}", clause)]
    if not spoken:
        low = after.lower()
        spoken = [(low.find(verb), verb, kind) for verb, kind in _VERBS_EN if re.search(rf"\b{verb}", low)]
    return min(spoken)[1:] if spoken else ("", Wait.PASSIVE)


def _clause_end(text: str, start: int) -> int:
    match = re.compile(r"[.!?;]|(?<=[고서다]), |뒤 |다가 ").search(text, start)
    return match.start() if match is not None else len(text)
