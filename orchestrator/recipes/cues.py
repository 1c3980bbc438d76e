# ruff: noqa: E501
"""Times and heats in a step's text, each with a name a timer can have."""

import re
from fractions import Fraction

from orchestrator.recipes.model import HeatCue, TimeCue, Wait
from shared.kitchen.durations import Duration, find_durations
from shared.kitchen.language import Language
from shared.kitchen.temperatures import Scale, find_temperatures

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
_EVERY = re.compile(r"마다|\bevery\b", re.IGNORECASE)
_PER_SIDE = re.compile(
    r"(?:한|양|각)\s*(?:쪽|면)|앞뒤로|\b(?:per|each|a|on each|on both) sides?\b|\bsides?\b", re.IGNORECASE
)
_UNTIL_KO = re.compile(r"(?P<what>[^,.!?]{2,30}?)\s*(?P<till>때까지)")
_UNTIL_EN = re.compile(r"\b(?:until|or until|till)\s+(?P<what>[^,.;!?]{2,60})", re.IGNORECASE)
_HEAT_KO = re.compile(r"(?<![가-힣])(?:아주\s*)?(?:센|강한|중|약한|약|중약|중강|강|제일 센)\s?불(?![고나났])")
_HEAT_EN = re.compile(
    r"\b(?:(?:medium|low|high|gentle|moderate)(?:[- ](?:to[- ])?(?:low|high))?|very low|very high|fairly high) heat\b",
    re.IGNORECASE,
)


def times_in(text: str, title: str, language: Language) -> tuple[TimeCue, ...]:
    found = [length for length in find_durations(text) if length.seconds > 0]
    cues = [_cue(length, text, language) for length in found]
    labels = [cue.label for cue in cues]
    if len(cues) == 1 and title:
        cues = [_called(cues[0], title)]
    elif len(set(labels)) < len(labels) or not all(labels):
        cues = [_called(cue, cue.label or title) for cue in cues]
    return tuple(cues)


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


def _cue(length: Duration, text: str, language: Language) -> TimeCue:
    clause_end = _clause_end(text, length.end)
    after = text[length.end : clause_end]
    before = text[max(0, length.start - 60) : length.start]
    label, kind = _verb(before, after, language)
    near = text[max(0, length.start - 14) : min(len(text), length.end + 14)]
    if _EVERY.search(text[max(0, length.start - 8) : length.end + 3]):
        kind = Wait.INTERVAL
    elif _PER_SIDE.search(near):
        kind = Wait.PER_SIDE
    until = _until(text, length, clause_end, language)
    return TimeCue(length.seconds, length.max_seconds, kind, label, until, length.start, length.end)


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


def _until(text: str, length: Duration, clause_end: int, language: Language) -> str:
    if language is Language.KO:
        for match in _UNTIL_KO.finditer(text):
            if abs(match.start() - length.end) < 25 or abs(length.start - match.end()) < 25:
                return match["what"].strip(" ,") + " " + match["till"].removesuffix("까지")
        return ""
    said = _UNTIL_EN.search(text, length.end, min(len(text), clause_end + 80))
    return said["what"].strip() if said is not None and said.start() - length.end < 40 else ""


def _clause_end(text: str, start: int) -> int:
    match = re.compile(r"[.!?;]|(?<=[고서다]), |뒤 |다가 ").search(text, start)
    return match.start() if match is not None else len(text)


def _called(cue: TimeCue, label: str) -> TimeCue:
    return TimeCue(cue.low_s, cue.high_s, cue.kind, label, cue.until, cue.start, cue.end)
