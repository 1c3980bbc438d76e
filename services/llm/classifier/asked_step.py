"""Which step "다섯 번째 단계로", "두 칸 뒤로" and "the last bit" ask for."""

import re
from typing import Final

from shared.contracts.llm import Slots
from shared.kitchen.numbers import find_numbers
from shared.kitchen.steps import find_step


def step_slots(text: str) -> Slots:
    target = find_step(text)
    if target is not None:
        return Slots(step=target.step, offset=target.offset)
    if _LAST.search(text.lower()):
        return Slots(step=-1)
    spelled = _SPELLED.search(text)
    if spelled is not None:
        return Slots(step=_SPELLINGS[spelled["loan"] or _NUMERAL.sub("", spelled["own"])])
    moved = _PLACES.search(text)
    numbers = find_numbers(text)
    if len(numbers) == 1 and numbers[0].value == int(numbers[0].value):
        number = int(numbers[0].value)
        if moved is not None:
            return Slots(offset=-number if moved["back"] or moved["back2"] else number)
        if _NUMBERED.search(text.lower()) or _PUT_AT.search(text[: numbers[0].start].lower()):
            return Slots(step=number)
    return Slots()


def goes_far(text: str) -> bool:
    """ "Two steps back", "다다음 단계": further than to the neighbour."""
    target = find_step(text)
    return target is not None and abs(target.offset or 0) > 1


_LAST: Final = re.compile(
    r"끄트머리|맨 ?끝 ?(?:단계|거|으로)"
    r"|\b(?:closing|final|ending|last|very last|very end) (?:step|one|instruction|bit|part|stage)\b|\bto the "
    r"(?:very )?end\b"
)
#: "스텝 쓰리", "다섯 번으로", "구단계틀어봐". Not "이 단계", which is this one, nor "두 번 읽어", which is twice.
_SPELLINGS: Final = {
    spelling: value
    for value, spellings in enumerate(
        (
            *("원 일 첫", "투 이 두", "쓰리 삼 세", "포 사 네", "파이브 오 다섯", "식스 육 여섯", "세븐 칠 일곱"),
            *("에잇 팔 여덟", "나인 구 아홉", "텐 십 열"),
        ),
        1,
    )
    for spelling in spellings.split()
}
_SPELLED: Final = re.compile(
    rf"(?:스텝|스탭) ?(?P<loan>{'|'.join(_SPELLINGS)})(?:로|으로| |$)"
    r"|(?:^|[ ,])(?P<own>(?:[일삼사오육칠팔구십] ?(?:번(?:째)?|단계) ?(?=으?로|[를을]|부터|단계|틀|열|켜|가|읽|보|$))"
    r"|(?:첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?:번째|단계|번 ?(?=으로)) ?(?=으?로|[를을]|부터|[거꺼것]|틀|"
    r"열|켜|가|읽|보|$))"
)
_NUMERAL: Final = re.compile(r" ?(?:번(?:째)?|단계) ?$")
_PLACES: Final = re.compile(
    r"[칸개] ?(?:만 ?)?(?:(?P<back>뒤로|전으로|이전)|앞으로|넘|건너)|\b(?:hop|leap|jump|skip|go|move|bounce) "
    r"(?:(?P<back2>back)|forwards?|ahead)\b",
    re.IGNORECASE,
)
_PUT_AT: Final = re.compile(r"\b(?:put|get|set|drop|plonk|take|bring) (?:me|us) (?:back )?(?:on|at|to|onto) $")
_NUMBERED: Final = re.compile(r"\b(?:number|step|instruction|no\.?) (?:\d|[a-z])|번째 ?(?:걸|거|껄|단계)")
