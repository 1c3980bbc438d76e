"""Which step "다섯 번째 단계로", "두 칸 뒤로" and "the last bit" ask for."""

import re
from typing import Final

from shared.contracts.llm import Slots
from shared.kitchen.numbers import Number, find_numbers
from shared.kitchen.steps import find_step
from shared.kitchen.text import has_hangul


def step_slots(text: str) -> Slots:
    target = find_step(text)
    if target is not None:
        return Slots(step=target.step, offset=target.offset)
    if _LAST.search(text.lower()):
        return Slots(step=-1)
    if _FIRST.search(text.lower()):
        return Slots(step=1)
    if _A_COUPLE.search(text.lower()):
        return Slots(offset=2)
    if _THE_SECOND_KO.search(text):
        return Slots(step=2)
    by_number = [place for said in _BY_NUMBER_KO.findall(text) for place in find_numbers(said)]
    if by_number:
        return Slots(step=int(by_number[-1].value))  # "3번까지 했으니까 4번 켜 줘"
    spelled = _SPELLED.search(text)
    if spelled is not None:
        loan = spelled["loan"] or spelled["led"] or spelled["gone"]
        return Slots(step=_SPELLINGS[loan or _NUMERAL.sub("", spelled["own"])])
    numbers = [number for number in find_numbers(text) if number.value == int(number.value) and not number.from_end]
    if not numbers:
        return Slots()
    low, last = text.lower(), numbers[-1]
    number = int(last.value)
    one = all(other.value == number for other in numbers)
    if one:
        if _POINTED_AT.search(low):
            return Slots(step=number)  # "I was on six, so go back there"
        moved = _PLACES.search(low) or (_SO_MANY_KO.match(low, last.end) and _TOWARDS_KO.search(low))
        if moved:
            return _so_many(number, moved)
        if _NUMBERED.search(low) or (last.ordinal and has_hangul(text)):
            return Slots(step=number)
    if _GONE_TO_KO.match(low, last.end):
        return Slots(step=number)
    if _NOTHING_COUNTED.match(low, last.end) and (
        _GONE_TO.search(low, 0, last.start) or (len(numbers) == 1 and _POINTED_TO.search(low, 0, last.start))
    ):
        return Slots(step=number)
    return _the_only_number(low, last) if one else Slots()


def _so_many(number: int, moved: re.Match[str]) -> Slots:
    """From here; what is captured of the way leads back."""
    return Slots(offset=-number if any(moved.groups()) else number)


def _the_only_number(low: str, last: Number) -> Slots:
    """Whoever surely wants a step and names one number means it: so many from here, where it is counted, or by name."""
    if last.value < 1 or "끝에서" in low:
        return Slots()
    if _OF_SOMETHING.match(low, last.end) or _NO_STEP_OF.search(low, 0, last.start):
        return Slots()
    moved = _COUNTED_AFTER.match(low, last.end) or _COUNTED_BEFORE.search(low, 0, last.start)
    return _so_many(int(last.value), moved) if moved else Slots(step=int(last.value))


def goes_far(text: str) -> bool:
    """ "Two steps back", "다다음 단계", "오번": further than to the neighbour, or to a step by its number."""
    target = find_step(text)
    if target is None or target.offset is None:
        return _BY_NUMBER_ALONE_KO.search(text) is not None
    return abs(target.offset) > 1


_LAST: Final = re.compile(
    r"끄트머리|맨 ?끝 ?(?:단계|거|으로)|맨 ?뒤로|(?<![가-힣])막판? ?(?:단계|순서)|라스트 ?(?:스텝|단계|거|꺼|로)"
    r"|마지막 (?:[가-힣]+ ){0,2}(?:단계|스텝|순서|부분|거|꺼|줄|장|칸|페이지)"
    r"|(?:최종|파이널) ?(?:단계|스텝|순서)|맨 ?밑"
    r"|\b(?:closing|final|ending|last|very last|very end) (?:step|one|instruction|bit|part|stage)\b"
    r"|\b(?:bottom|last|final) (?:line|page|card) of\b|\b(?:very )?bottom (?:one|step|line)\b|라스트 ?페이지"
    r"|\bto the (?:very )?end\b|\b(?:step|bit|part) (?:right )?at the (?:very )?end\b|\bvery last thing\b"
)
_FIRST: Final = re.compile(
    r"(?<![가-힣])(?:첫 ?(?:머리|빠따|걸음|줄|장|칸|페이지)|처음 ?(?:줄|장|칸|페이지)|"
    r"맨 ?(?:위|앞)(?: ?칸| ?거| ?줄| ?장)?)(?:으?로|부터|$)"
    r"|\b(?:go|back|return|head|skip|jump|hear|read)(?: me)? (?:to )?the (?:very )?"
    r"(?:(?:first|top|beginning|opening) (?:step|one|bit|part)\b|(?:first|top|beginning)(?= *(?:$|please|would|for a)))"
)
_A_COUPLE: Final = re.compile(r"^(?:please |just )?(?:skip|jump) (?:over |ahead )?a couple(?: please)?\W*$")
#: "스텝 쓰리", "다섯 번으로", "구단계틀어봐". Not "이 단계", which is this one, nor "두 번 읽어", which is twice.
_LOANS: Final = {
    spelling: value
    for value, spellings in enumerate(
        ("원", "투", "쓰리", "포", "파이브", "식스", "세븐", "에잇 에이트", "나인", "텐"), 1
    )
    for spelling in spellings.split()
}
_SPELLINGS: Final = _LOANS | {
    spelling: value
    for value, spellings in enumerate(
        ("일 첫", "이 두", "삼 세", "사 네", "오 다섯", "육 여섯", "칠 일곱", "팔 여덟", "구 아홉", "십 열"), 1
    )
    for spelling in spellings.split()
}
_SPELLED: Final = re.compile(
    rf"(?:스텝|스탭|넘버) ?(?:넘버 ?)?(?P<loan>{'|'.join(_SPELLINGS)})(?:로|으로| |$)"
    rf"|(?<![가-힣])(?<!갓 )(?<!고 )(?P<led>{'|'.join(_LOANS)}) ?스[텝탭]"
    rf"|(?<![가-힣])고 ?투 (?P<gone>{'|'.join(_LOANS)})(?![가-힣])"
    r"|(?:^|[ ,])(?P<own>(?:[일삼사오육칠팔구십] ?(?:번째|단계) ?(?=으?로|[를을]|부터|단계|틀|열|켜|가|읽|보|$))"
    r"|(?:첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?:번째|단계|번 ?(?=으로)) ?(?=으?로|[를을]|부터|[거꺼것]|틀|"
    r"열|켜|가|읽|보|$))"
)
_NUMERAL: Final = re.compile(r" ?(?:번(?:째)?|단계) ?$")
_PLACES: Final = re.compile(
    r"(?:[칸개]|단계|스텝) ?(?:만 ?|쯤 ?|정도 ?)?(?:쭉 ?)?(?:"
    r"(뒤로|전으로|이전|위로)|앞으로|앞질러|넘|건너|뒤에? ?[거것])"
    r"|(?<![가-힣])[둘셋넷] ?건너"
    r"|^[a-z0-9]+ (?:(back)|forwards?|ahead)\b|\b(?:hop|leap|jump|skip|move) (?:me|us) [a-z0-9]+ *(?:$|,)"
    r"|\b(?:leapfrog|vault|hurdle) (?:over )?(?:the next )?(?!one\b)[a-z0-9]+ *(?:$|,)"
    r"|\b(?:hop|leap|jump|skip|go|move|bounce) (?:(back)|forwards?|ahead|(?:over )?the next)\b"
    r"|\b(?:hop|leap|jump|skip|go|move|bounce|(?:put|take|bring) (?:me|us)) [a-z0-9]+ (?:(back)|forwards?|ahead)\b"
    r"|\b(reverse|rewind) [a-z0-9]+ steps?\b"
)
#: "Scoot on to twelve", "skip three and land on eight": a place, unless the number counts something.
_GONE_TO: Final = re.compile(
    r"\b(?:(?:put|get|set|drop|plonk|take|bring|start|send) (?:me|us)|go|scoot|flit|jump|hop|skip|move|land|head|get|"
    r"carry|come|return)(?: (?:back|down|up|on|over|along|ahead|straight|right|directly))* (?:on|at|to|onto|from) "
    r"(?:(?:uh|um|er|like) )?$|\b(?:part|stage) $"
    r"|\b(?:i mean|no,?|sorry,?) to $|\bso (?:give|show|read) (?:me|us) $"
)
#: "Hop three along", "rewind two", "두 칸 껑충", "두 칸 아래로".
_COUNTED_AFTER: Final = re.compile(
    r" ?(?:more |further )?(?:(?:steps?|stops?|squares?|places?|paces?|lines?|notch(?:es)?|rungs?|cards?|pages?) )?"
    r"(?:(back|up|earlier|ago)|along|ahead|on|onwards?|forwards?|down|further|more|from here|squares)\b"
    r"| steps\b(?! [가-힣])"
    r"| ?(?:칸|개|줄|장|판|걸음|보|발|계단|정거장|단계|스텝|번|steps)?(?:만|을|를|씩|정도)? ?(?:더 |훅 |쭉 )?"
    r"(?:(뒤로|전(?!진)|위로|후퇴|되돌|되감|거슬|물러|빽|백)|앞으로|아래로|밑으로|건너|스킵|넘|점프|"
    r"패스|전진|지나|제[끼껴]|껑충|오르|휘리릭)"
)
_COUNTED_BEFORE: Final = re.compile(
    r"(?:\b(?:(back|up|rewind|reverse|backtrack)|ahead|forwards?|advance|hop|leapfrog|pass|down|past|over)"
    r"(?: (?:by|the next|the other))?|(?<![가-힣])(?:(뒤로|위로|거꾸로)|앞으로|아래로|밑으로)) $"
)
#: "Two eggs", "seven o'clock", "두 번 더 읽어": no step is numbered so.
_OF_SOMETHING: Final = re.compile(
    r" ?(?:minutes?|seconds?|hours?|people|o'?clock|분|초|시간|명|인분|사람|컵|큰술"
    r"|번 ?(?:만 ?)?(?:더 ?)?(?:읽|말|들|저))"
    r"| (?!(?:steps|stops|lines|squares|places|paces)\b)[a-z]+s\b(?<!please)(?<!has)(?<!was)(?<!is)(?<!this)(?<!says)"
)
_NO_STEP_OF: Final = re.compile(r"\b(?:level|gas mark|mark|setting|grade|room|page|chapter) $")
#: "Beam me to eight", "the sixth one, dear", "open six": whatever the verb, a place is all that the number can be.
_POINTED_TO: Final = re.compile(
    r"\b(?:(?:on|at|to|onto|from|with|up|numero|about|see|hear|read|open|play|show|want|need|try|"
    r"(?:give|read|show|tell) (?:me|us)|have)(?: the)?|^the|that|this) $"
)
_NOTHING_COUNTED: Final = re.compile(
    r"(?: one| bit)? *(?:$|[.,!?]|(?:please|again|now|then|and|because|thanks|mate|chef|dear|love|on|up on)\b)"
)
#: "굽는 단계가 6이지 6으로", "둘로 돌아가".
_GONE_TO_KO: Final = re.compile(r"(?:으?로|부터) ?(?:돌아|되돌|넘[겨어]|건너|가|점프|이동|시작|해 ?[줘주]|읽|\W*$)")
_POINTED_AT: Final = re.compile(
    r"\b(?:number|on|at|was) [a-z0-9]+\b.*\b(?:go|take me|put me|bring me|get me|back|jump) (?:back )?there\b"
    r"|번(?:이|인|은|만|쯤| )?.*(?:거기|그거|그리|글로|그쪽)"
)
_NUMBERED: Final = re.compile(
    r"\b(?:number|step|instruction|no\.?) (?:\d|[a-z])|번째 ?(?:걸|거|껄|단계)|(?<=[넷섯곱덟홉열])째"
)
_BY_NUMBER_ALONE_KO: Final = re.compile(
    rf"(?:스텝|스탭) ?(?:{'|'.join(_SPELLINGS)})(?:으?로| |$)|^[삼사오육칠팔구십]{{1,2}} ?번(?:으로)?요?\W*$"
)
#: "삼번단게로", "순서 오 번 불러 봐": not "두 번", which is twice, nor "이번", which is this time.
_BY_NUMBER_KO: Final = re.compile(
    r"(?<![0-9가-힣])(?!이 ?번(?!이|이었))((?:[0-9]{1,2}|[일이삼사오육칠팔구십]{1,3}) ?번)"
    r"(?!째|[가-힣]?까지|은? ?(?:말고|아니|빼|끝|다 ?했)|씩|이나|만? ?더)"
)
#: Back to this step nobody goes: run together it is the second. "이 단계" stays this one.
_THE_SECOND_KO: Final = re.compile(r"(?<![가-힣])이단[계게](?:로|부터) ?(?:가|갈|복귀|이동|돌아|넘어|점프|건너|부탁)")
#: "뒤로 세 칸 옮겨", "두 개만 더 가 봐 앞으로".
_SO_MANY_KO: Final = re.compile(r" ?(?:칸|개|단계|스텝)")
_TOWARDS_KO: Final = re.compile(r"(뒤로|이전으로|거꾸로)|앞으로|건너|더 가")
