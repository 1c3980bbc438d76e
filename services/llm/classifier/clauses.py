"""Where one breath holds two requests: "다 했어, 근데 간장 얼마나 넣지?", "set a timer and go to the next step".

Half of what cooks say to a recipe does two things. Only the places where a sentence may part are found here; whether
its parts make sense on their own is decided by whoever reads them.
"""

import re
from collections.abc import Iterator
from typing import Final

from shared.kitchen.durations import find_durations
from shared.kitchen.numbers import find_numbers
from shared.kitchen.text import has_hangul

_MARKS: Final = re.compile(r"\s*(?:[,;.!?。]+)\s+|\s*[,;]\s*(?=[가-힣])")
_JOINTS_KO: Final = re.compile(
    r"\s+(?:그리고 나서|그리고|근데|그런데|그럼|그러면|그다음에|그 다음에|그러고 나서|그러고|아 그리고|참)\s+"
    r"|(?<=[가-힣]고)(?<!말고)(?<!아니고)(?<!뭐라고)\s+(?!있|싶|나서)|(?<=[됐했었았][고구]요)\s+|(?<=[했었됐았왔졌]는데)\s+|"
    r"(?<=니까)\s+"
    r"|(?:(?<=[했됐넣났썰렸었았뒀놨]어)|(?<=[했됐넣났썰렸었았뒀놨웠]어요))\s+(?=(?:이제|다음|근데|간장|타이머|얼마|"
    r"재료|몇|그럼|뭐))"
)
_JOINTS_EN: Final = re.compile(
    r",?\s+(?:and then|and also|then|and|but|also|"
    r"so(?! (?:fast|slow|loud|quiet|quick|soft|much|many|long|far|that)|$)|plus)\s+"
    r"|(?:(?<= in)|(?<= on)|(?<= now)|(?<= done))\s+(?=(?:start|set|put on|give me|run) (?:a|an|the|me|another)\b)",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"^(?:그리고|근데|그런데|그럼|그러면|이제|자|and|but|then|so|also|now|plus)\s+", re.IGNORECASE
)
#: "썰었고" and "볶았는데" say on their own what "썰었어" says; the joint belonged to the next clause.
_JOINED_KO: Final = re.compile(r"(?<=[었았했됐렸겼웠놨뒀섰췄꿨갔왔껐켰])(?:[고구]요?|는데|으니까|으니)$")
#: A drawn breath is no clause, and what it resembles is nobody's wish.
_BREATH: Final = re.compile(
    r"(?:그|음+|어+|아|저|저기|저기요|이제|자|야|네|예|응|혹시|근데|그리고|그런데|그럼|그러면|일단|좀|빨리|지금|요|글쎄|뭐|타이머|"
    r"um+|uh+|er+|so|ok|okay|well|hey|right|oh|and|hmm+|(?:the )?timer|please|now|then|alright|like|"
    r"you know|i mean|ah|"
    r"(?:(?:can|could|would|will) you )?(?:please )?do me a favou?r(?: please)?)\W*",
    re.IGNORECASE,
)
_MOST: Final = 4
#: What ends a reason, or what is granted before the wish: '4인분이니까 20분 타이머', '칠 분이라고 써 있지만 육 분으로'.
_REASON_KO: Final = re.compile(
    r"(?:니까|니깐|으니|길래|거든요?|이?라서|[명분근리]이라|개라|거라|때문에|지만|(?<![었았했됐렸겼웠왔갔났])는데|랬는데|[인한된]데"
    r"|(?<=[가-힣])(?:[아어여해워와커]서))[, ]+"
)
#: What goes before and is no reason, but no wish either: '2번 화구는 껐고 8단계로 가 줘'.
_BEFORE_KO: Final = re.compile(r"(?:(?<=[었았했됐렸겼웠놨뒀꿨왔껐켰])고|두고)[, ]+")
_REASON_EN: Final = re.compile(
    r"[, ]+(?:(?:and |but )?so(?! that| (?:much|many|far|long|fast|slow|loud|quiet)\b)|but(?: today)?"
    r"|never ?mind)[, ]+",
    re.IGNORECASE,
)
#: "The oven is at 180 set thirty minutes": an order may begin without a word between, unless somebody else gives it.
_ORDER_EN: Final = re.compile(
    r"(?<![a-z0-9'])(?!(?:to|i|we|he|she|it|you|they|who|him|her|them|us|not|don't|never|always|please|will|would|can|"
    r"could|must|should|[a-z]+'ll|let's|let|make|just|is|are|was|be|been|have|has|had|got|already|said|says|the|a|my|and|"
    r"alarm|timer|clock|oven) )[a-z0-9']+ "
    r"(?=(?:set|add|start (?:an?|the|with|from|at)|give (?:me|it)|put on|bring me|take me|go to|make it|read) )",
    re.IGNORECASE,
)
#: "Twenty minutes, because we are four", '20분 타이머 맞춰 4인분이니까'.
_BECAUSE_EN: Final = re.compile(
    r",? (?:because|cos|cuz|(?:since|as) (?=(?:i|we|it|the|my|there)(?:'\w+)?\b)|(?=(?:i|we)(?:'ve| have| already)\b))",
    re.IGNORECASE,
)
_BECAUSE_KO: Final = re.compile(r"(?<=[줘요라자춰머]) (?=[가-힣0-9 ]{2,24}(?:니까|거든요?|이?라서|거라)[요.!]*$)")


def clauses(text: str) -> list[str]:
    """The parts in spoken order; one part when there is nowhere to cut."""
    parts = [text]
    for pattern in (_MARKS, _JOINTS_KO, _JOINTS_EN):
        parts = [piece for part in parts for piece in _cut(part, pattern)]
    parts = [_JOINED_KO.sub("어", _LEADING.sub("", part).strip()) for part in parts]
    parts = [part for part in parts if part and not _BREATH.fullmatch(part)]
    return parts if 1 < len(parts) <= _MOST else [text]


def wishes_beside_reasons(text: str) -> Iterator[tuple[str, str]]:
    """The wish and its reason, wherever one may begin with the other: the reason may hold numbers and acts of its own.

    >>> next(wishes_beside_reasons("4인분이니까 20분 타이머 맞춰"))
    ('20분 타이머 맞춰', '4인분이니까')
    """
    korean = has_hangul(text)
    yield from _behind(_REASON_KO if korean else _REASON_EN, text)
    for match in (_BECAUSE_KO if korean else _BECAUSE_EN).finditer(text):
        yield text[: match.start()].strip(), text[match.end() :].strip()


def wishes_behind_reports(text: str) -> Iterator[tuple[str, str]]:
    """The same where only the wish tells that what goes before it is none: "the oven is at 180 set thirty minutes"."""
    return _behind(_BEFORE_KO if has_hangul(text) else _ORDER_EN, text)


def with_its_length(wish: str, reason: str) -> str:
    """The wish with the length of time that its reason spoke of, where it only points there.

    >>> with_its_length("set that", "step 4 says 20 minutes"), with_its_length("set eight", "it says ten minutes")
    ('set 20 minutes', 'set eight minutes')
    """
    lengths = find_durations(reason)
    if len(lengths) != 1 or find_durations(wish):
        return wish
    said = reason[lengths[0].start : lengths[0].end]
    if has_hangul(wish):
        return _POINTS_KO.sub(f"{said}으로", wish, count=1)
    unit = _UNIT_EN.search(said)
    if unit is not None and _A_BARE_NUMBER.fullmatch(wish) and len(find_numbers(wish)) == 1:
        return f"{wish} {unit[0]}"
    return _POINTS_EN.sub(f"set {said}", wish, count=1)


_POINTS_KO: Final = re.compile(r"(?<![가-힣])그(?:걸로|거로|만큼|대로|렇게| ?시간으로)(?= )")
_POINTS_EN: Final = re.compile(r"^(?:set|start|do|time|use) (?:that|it)\b(?! (?:timer|for|to))", re.IGNORECASE)
_A_BARE_NUMBER: Final = re.compile(r"(?:set|make it|do|use)(?: it)?(?: for| to)? [a-z0-9 -]+", re.IGNORECASE)
_UNIT_EN: Final = re.compile(r"(?:hour|minute|second|min|sec)s?$", re.IGNORECASE)


def _behind(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    for match in reversed(list(pattern.finditer(text))):
        yield text[match.end() :].strip(), text[: match.end()].strip(" ,")


def _cut(text: str, pattern: re.Pattern[str]) -> list[str]:
    pieces: list[str] = []
    start = 0
    spans = []
    if pattern is _JOINTS_EN:
        spans = [(found.start, found.end) for found in find_durations(text)]
        spans += [(found.start, found.end) for found in find_numbers(text)]
    for match in pattern.finditer(text):
        if any(begin < match.start() < end for begin, end in spans):
            continue  # "an hour and ten minutes" is one length of time, "four and a half" one number
        # The mark stays with what it ends: a question mark belongs to the clause before it.
        pieces.append(text[start : match.start()] + ("?" if "?" in match[0] else ""))
        start = match.end()
    return [*pieces, text[start:]]
