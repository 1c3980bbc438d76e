"""Where one breath holds two requests: "다 했어, 근데 간장 얼마나 넣지?", "set a timer and go to the next step".

Half of what cooks say to a recipe does two things. Only the places where a sentence may part are found here; whether
its parts make sense on their own is decided by whoever reads them.
"""

import re
from typing import Final

from shared.kitchen.durations import find_durations

_MARKS: Final = re.compile(r"\s*(?:[,;.!?。]+)\s+|\s*[,;]\s*(?=[가-힣])")
_JOINTS_KO: Final = re.compile(
    r"\s+(?:그리고 나서|그리고|근데|그런데|그럼|그러면|그다음에|그 다음에|그러고 나서|그러고|아 그리고|참)\s+"
    r"|(?<=[가-힣]고)(?<!말고)(?<!아니고)\s+(?!있|싶|나서)|(?<=[됐했었았][고구]요)\s+|(?<=[했었됐았왔졌]는데)\s+|"
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
    r"(?:그|음+|어+|아|저|저기|저기요|이제|자|야|네|예|응|혹시|근데|그럼|그러면|일단|좀|빨리|지금|요|글쎄|뭐|타이머|"
    r"um+|uh+|er+|so|ok|okay|well|hey|right|oh|and|hmm+|(?:the )?timer|please|now|then|alright|like|"
    r"you know|i mean|ah|"
    r"(?:(?:can|could|would|will) you )?(?:please )?do me a favou?r(?: please)?)\W*",
    re.IGNORECASE,
)
_MOST: Final = 4


def clauses(text: str) -> list[str]:
    """The parts in spoken order; one part when there is nowhere to cut."""
    parts = [text]
    for pattern in (_MARKS, _JOINTS_KO, _JOINTS_EN):
        parts = [piece for part in parts for piece in _cut(part, pattern)]
    parts = [_JOINED_KO.sub("어", _LEADING.sub("", part).strip()) for part in parts]
    parts = [part for part in parts if part and not _BREATH.fullmatch(part)]
    return parts if 1 < len(parts) <= _MOST else [text]


def _cut(text: str, pattern: re.Pattern[str]) -> list[str]:
    pieces: list[str] = []
    start = 0
    spans = [(found.start, found.end) for found in find_durations(text)] if pattern is _JOINTS_EN else []
    for match in pattern.finditer(text):
        if any(begin < match.start() < end for begin, end in spans):
            continue  # "an hour and ten minutes" is one length of time
        # The mark stays with what it ends: a question mark belongs to the clause before it.
        pieces.append(text[start : match.start()] + ("?" if "?" in match[0] else ""))
        start = match.end()
    return [*pieces, text[start:]]
