"""Which step of the recipe a cook means: "3단계로", "세 번째 단계", "the last step", or so many steps from here.

Not the plain next and previous: those are commands (`commands.py`). '이 단계' is this step, never step two, and
"what was the last step" asks for the one just done, so both are no answer here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from shared.kitchen.corrections import CORRECTING, meant, refused_before
from shared.kitchen.numbers import Number, find_ordinals
from shared.kitchen.numeral import Numeral, Script
from shared.kitchen.numerals import numerals, sino_counts
from shared.kitchen.reading import fold


@dataclass(frozen=True, slots=True)
class StepTarget:
    """Either `step`, counted from 1 (-1 is the last, -2 the one before it), or `offset` from the present step."""

    step: int | None = None
    offset: int | None = None


class _Said(NamedTuple):
    """A step and where it was said."""

    start: int
    end: int
    target: StepTarget


#: Nobody asks for a step at greater length; a recipe pasted in is not a command.
_LONGEST_COMMAND: Final = 400

_STEP_WORD: Final = "(?:단계|스텝|스탭|순서|과정)"
_STEP_KO: Final = re.compile(f" ?{_STEP_WORD}(?!별|적)")
_FORWARD_KO: Final = re.compile(
    " ?(?:만 ?|정도 ?|씩 ?|을 |를 )?(?:더 ?)?(?:앞으로|건너|스킵|뛰어|점프|다음|후(?:로|의|에)?(?![가-힣])|진행"
    "|넘[겨어기]|나아[가간갈갑]|전진|패스|앞당[겨기]|뒤(?=[ .!]*$)|(?<=더 )가(?= ?(?:줘|주|자|볼))"
    "|뒤 ?(?:단계|거|꺼|스텝))"
)
_BACK_KO: Final = re.compile(
    " ?(?:만 ?|정도 ?|을 |를 )?(?:더 ?)?(?:뒤로|뒷걸음|전으로|이전|전(?:에|의| ?단계|$|[ ?.!]|거|꺼)|되돌[아려리릴]"
    "|되감[아자으]|후퇴|물[려러]|돌아[가와간]|거슬러"
    "|백(?![가-힣])|앞 ?(?:단계|거|꺼|스텝))"
)
_TO_KO: Final = re.compile(
    "(?:까지)?(?:으?로|부터) ?(?:다시 |바로 |빨리 |좀 |한 ?번에 )?(?:가|갈|간|이동|넘어|건너|점프|돌아|되돌|옮|바꿔"
    "|보내|넘겨|뛰어|스킵|시작|읽|들려|알려|보여|말해|설명|와|부탁|요?[ .!]*$)"
)
#: "두 칸 앞으로": squares count steps only with a direction, and never the loudness.
_SQUARES: Final = re.compile(
    " ?(?:칸|개(?= ?[전뒤] ?(?:단계|거))|번(?= ?(?:넘[겨기]|되돌|되감)))"
    "(?= ?(?:만 ?)?(?:더 ?)?(?:앞으로|뒤로|건너|넘[겨어기]|나아|전(?:으로| ?단계| ?거|진)|뒤 ?(?:단계|거)"
    "|후퇴|앞당|되돌|되감))"
)
#: '뒤로 두 칸', '앞으로 두 단계 가 줘', but not '앞으로 두 단계 남았어'.
_TOWARDS_KO: Final = re.compile("(?<![가-힣])(?:(?P<on>앞으로|forward)|뒤로|(?<![a-z])back) ")
_SO_MANY_TOWARDS: Final = re.compile(
    f"(?=[ .!]*$)| ?(?:칸|번|개|{_STEP_WORD})(?:만|을|를)?(?= ?(?:더 )?(?:[.!]*$|가|갈|간|넘|이동|돌아|건너|되돌"
    "|되감|점프|감아|부탁))"
)
_LOUDNESS: Final = re.compile("소리|볼륨|음량|목소리|불 |온도|화력")
#: What has levels of its own, right before or behind '6단계'.
_SETTING: Final = (
    "(?:화력|불 ?세기|불 ?조절|(?<![가-힣])(?:불|열|랙|바람)|매운 ?(?:맛|정도)|맵기(?: ?정도)?|세기|강도|인덕션"
    "|하이라이트|레인지|버너|화구|오븐|선반|온도|속도|스피드|블렌더|믹서기?|거품기|반죽기|풍량|후드|환풍기|볼륨|소리|음량|밝기|난이도"
    "|당도|염도|단맛|짠맛|신맛|굵기|굽기|분쇄도|레벨|에어 ?프라이어|밥솥|건조기|식기 ?세척기)"
)
_SETTING_BEFORE: Final = re.compile(
    f"{_SETTING}(?:을|를|은|는|이|가|도|만|의)? ?(?:한 ?|약 ?|좀 ?|다시 ?|현재 ?|지금 ?|최대 ?)?$"
)
_SETTING_AFTER: Final = re.compile(
    f" {_SETTING}(?:으로|로|에서|에|의)?(?![가-힣])| ?불로|(?:으로|로)? ?(?:매운|맵게|예열)"
    "|(?:으로|로) ?(?:올[려리]|낮[춰추]|높[여이]|키워|켜|틀)"
)
_SETTING_EN: Final = re.compile(
    r"(?<![a-z])(?:heat|spice|spiciness|hotness|speed|power|temperature|temp|flame|hob|induction|burner|mixer|blender"
    r"|oven|rack|cooktop|stove|fan|hood|volume|dial|knob)(?: (?:level|setting|is|up|down|back|it|on|to|at|the|a))* $"
)
_RETURNS: Final = re.compile("되돌|돌아")
_NUMBERED: Final = re.compile("번(?!째)(?:으로|부터)? ?(?:단계|스텝|순서|과정)?")
#: '일 번 아니고 이 번': number two, and not this time.
_INSTEAD_OF_KO: Final = re.compile("번(?:으로|이)? ?(?:말고|아니고|아니라|아니|아냐)[ ,]*$")
_BARE_KO: Final = re.compile(
    "(?:으로|로|부터) ?(?:다시 |바로 |좀 )?(?:가[ 자줘줄주보요]|가$|갈[게래까]|간다|이동|넘어|건너|점프|돌아가|되돌아)"
)
_AFTER_NTH_KO: Final = re.compile(
    f"(?: ?(?:{_STEP_WORD}|거|꺼|것|걸|번호)|(?:로|으로|부터) ?(?:다시 )?(?:가|갈|이동|넘어|건너|점프|돌아|읽|하자|시작"
    f"|알려)|[으]?로?요?[ .!?]*$"
    f"| ?(?:알려|읽어|보여|들려|설명|뭐))"
)
_FIRST_AGAIN: Final = re.compile(
    "(?<![가-힣])(?:맨 ?|제일 ?|가장 ?)?(?:처음|첨)(?:(?:으로|부터)(?! ?(?:써|사용|해 ?보|만들|요리|먹|넣|봐|보는"
    "|하는|시작하는))| ?(?:단계|스텝"
    "|순서|거|꺼|걸로)|에서)(?![가-힣]*니까)"
)
_LAST_GO: Final = re.compile(
    f"(?: ?(?:{_STEP_WORD}|거|꺼|것|번)|(?:으로|로) ?(?:다시 )?(?:가|갈|이동|넘어|건너|점프|돌아)|[으]?로?요?[ .!?]*$)"
)
_TO_THE_END: Final = re.compile(
    f"(?<![가-힣])(?:맨 ?|제일 )?끝(?:으로|{_STEP_WORD}| {_STEP_WORD})(?: ?(?:가|이동|건너|점프|넘어|요?[ .!]*$))?"
)
_AFTER_NEXT_KO: Final = re.compile(
    "(?<![가-힣])(?:(?P<next>다다음|다음 ?다음|다음 ?(?:단계|거|꺼)?(?:의| 말고) ?그? ?다음)|"
    "(?P<before>전전|저번 ?저번|전의? ?전|앞 ?앞|이전 ?이전"
    f"|(?:이전|전|앞) ?(?:단계|거|꺼)?(?:의| 말고) ?그? ?(?:이전|전|앞))) ?(?:{_STEP_WORD}|거|꺼|으로)"
)
_NOT_STEPS_KO: Final = re.compile(" ?(?:타이머|알람|재료|인분|레시피|요리|메뉴|사람|손님|번만|뒤집|저어|반복)")

_COUNT: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|an? (?:couple|pair)(?: of)?|an?|[0-9]{1,2})"
_STEPS_EN: Final = r"(?:steps?|instructions?)"
_STEP_NO: Final = re.compile(r"(?<![a-z])(?:step|stage|instruction)s?(?: number| no\.?| #|-| ?#)? ?$")
_BACK: Final = r"(?<![a-z])(?:back(?:ward|wards)?|rewind|backtrack|backup)(?: up)?(?: by)?"
_RELATIVE: Final = (
    (-1, re.compile(
        rf"{_BACK} (?P<n>{_COUNT})(?: more)?(?: {_STEPS_EN})?"
        r"(?=[ .,!?]*$| (?:please|from|and|so|again|then))"
    )),
    (-1, re.compile(rf"{_BACK} (?P<n>{_COUNT}) {_STEPS_EN}(?![a-z])")),
    (-1, re.compile(
        rf"(?<![a-z])(?P<n>{_COUNT}) {_STEPS_EN} (?:further )?(?:back|ago|earlier|before(?! (?:the|step|that i))"
        r"|backwards?|prior|previous)(?![a-z])"
    )),
    (-1, re.compile(
        rf"(?:^|(?<=go )|(?<=jump )|(?<=move ))(?P<n>{_COUNT})(?: more)? back(?:wards?)?(?=[ .,!?]*$| please)"
    )),
    (-1, re.compile(r"(?<![a-z])(?:back(?:wards?)? (?P<n>twice)|(?P<m>twice) back(?:wards?)?)(?![a-z])")),
    (1, re.compile(
        rf"(?<![a-z])(?:forwards?|ahead|advance|skip|jump|(?:move|go|carry) on)(?: by)? (?P<n>{_COUNT})(?: more)?"
        rf" {_STEPS_EN}(?![a-z])"
    )),
    (1, re.compile(rf"(?<![a-z])(?:forwards?|ahead|advance)(?: by)? (?P<n>{_COUNT})(?=[ .,!?]*$| please)")),
    (1, re.compile(
        rf"(?<![a-z])(?P<n>{_COUNT}) {_STEPS_EN} (?:forwards?|ahead|further(?! back)|on|along|later|down"
        r"|from (?:here|this|now)|(?:past|after) this)(?![a-z])"
    )),
    (1, re.compile(
        rf"(?:^|(?<=go )|(?<=jump )|(?<=move )|(?<=skip ))(?P<n>{_COUNT})(?: more)? (?:forwards?|ahead)"
        r"(?=[ .,!?]*$| please)"
    )),
    (-1, re.compile(rf"^minus (?P<n>{_COUNT}) {_STEPS_EN}(?![a-z])")),
    (1, re.compile(rf"^plus (?P<n>{_COUNT}) {_STEPS_EN}(?![a-z])")),
    (-1, re.compile(rf"(?:^|(?<=go )|(?<=scroll ))up (?P<n>{_COUNT}) {_STEPS_EN}(?![a-z])")),
    (1, re.compile(rf"(?:^|(?<=go )|(?<=scroll ))down (?P<n>{_COUNT}) {_STEPS_EN}(?![a-z])")),
    (1, re.compile(r"(?<![a-z])(?:(?:forwards?|ahead) (?P<n>twice)|(?P<m>twice) (?:forwards?|ahead))(?![a-z])")),
)  # fmt: skip
_COUNTS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "a": 1, "an": 1, "twice": 2,
}  # fmt: skip
_BEFORE_LAST_EN: Final = re.compile(r"last (?:step |one )?but one(?![a-z])")
_AFTER_NEXT_EN: Final = re.compile(
    r"(?:the )?(?:step|one) after (?:the )?next|(?:the )?next (?:one |step )?but one"
    r"|next (?:one|step),? (?:but )?the (?:one|step) after"
)
_GO_EN: Final = re.compile(
    r"(?<![a-z])(?:go|jump|skip|move|take me|bring me|get|switch|head|proceed|return|back|forward|ahead"
    r"|advance|bring us|get me|send me|start|restart|resume|pick up|continue)"
    r"(?: (?:back|ahead|forward|over|straight|right|directly|on|up|me|it))*(?: to| from| at"
    r"| with)? (?:the )?(?:number |no\.? |#)?$"
)
_NUMBER_NO: Final = re.compile(r"(?<![a-z])(?:number|no\.?|#) ?$")
_ENDS: Final = re.compile(r"[ .,!?]*(?:please|again|now|for me|thanks)?[ .,!?]*")
_START_EN: Final = re.compile(
    r"(?<![a-z])(?:(?:go|jump|back|return|take me|start|begin|restart|from|read"
    r"|to)(?: [a-z]+){0,2} )?(?:the (?:very )?)(?:beginning|start|top)(?=[ .,!?]*$| (?:please|again"
    r"|of the recipe))|start (?:all )?over(?![a-z])"
)
_END_EN: Final = re.compile(
    r"(?<![a-z])(?:go|jump|skip|take me|move|straight)(?: [a-z]+){0,2} to the (?:very )?end(?=[ .,!?]*$"
    r"| please)"
)
_JUST_DONE: Final = re.compile(
    r"was|did|repeat|again|previous|say|said|missed|undo|finished|done|redo|understand|hear|catch"
    r"|last step you|explain"
)
_STEP_AFTER: Final = re.compile(r" (?:step|one|instruction|stage|part|direction)(?![a-z])")
_HAS_STEP: Final = re.compile(
    r"단계|스텝|스탭|칸|순서|과정|번|처음|첨|마지막|끝|step|stage|instruction|go|jump|skip|move|take|number|first"
    r"|last|final"
    r"|th(?![a-z])|third|top|next|second|start|beginning|back|forward|ahead|advance|로|부터|째|다음|전전|penult|return|end|다다"
)
_SEVERAL: Final = re.compile(r" ?(?:and|or|to|through|till|-|,|&) ?[a-z0-9]")
_TO_EN: Final = re.compile(r"(?<![a-z])(?:to|onto|read|with) (?:the )?(?:step )?(?:number )?$")
_FROM_TO: Final = re.compile("(?:에서|부터)? ?(?:바로 )?| to (?:the )?(?:step )?(?:number )?")


def find_step(text: str) -> StepTarget | None:
    """The step a cook speaks of, or None when that isn't certain.

    >>> find_step("3단계로 가줘").step, find_step("끝에서 두 번째 단계").step, find_step("두 단계 뒤로").offset
    (3, -2, -2)
    """
    view = fold(text)[:_LONGEST_COMMAND]
    if _HAS_STEP.search(view) is None:
        return None
    if not view.isascii() and (target := _in_korean(view)) is not None:
        return target
    return _in_english(view)


def _in_korean(view: str) -> StepTarget | None:
    after_next = _AFTER_NEXT_KO.search(view)
    if after_next is not None:
        return StepTarget(offset=2 if after_next["next"] else -2)
    towards = _TOWARDS_KO.search(view)
    if towards is not None:
        number = next((one for one in numerals(view) if one.start == towards.end()), None)
        if number is not None and number.value.denominator == 1 and _SO_MANY_TOWARDS.match(view, number.end):
            return StepTarget(offset=int(number.value) * (1 if towards["on"] else -1))
    places = find_ordinals(view)
    found = [
        _Said(place.start, unit.end() if (unit := _STEP_KO.match(view, place.end)) else place.end, target)
        for place in places
        if (target := _place_ko(place, view))
    ]
    for numeral in numerals(view):
        if any(place.start < numeral.end and numeral.start < place.end for place in places):
            continue
        if target := _count_ko(numeral, view):
            unit = _STEP_KO.match(view, numeral.end) or _NUMBERED.match(view, numeral.end)
            found.append(_Said(numeral.start, unit.end() if unit is not None else numeral.end, target))
    if found:
        return _meant(sorted(found), view)
    if _FIRST_AGAIN.search(view):
        return StepTarget(step=1)
    if _TO_THE_END.search(view):
        return StepTarget(step=-1)
    return None


def _meant(found: list[_Said], view: str) -> StepTarget | None:
    """The step that is left when others were taken back; None when two are left and none leads to the other."""
    if CORRECTING.search(view):
        found = list(_standing(found, view))
        if not found:
            return None
    targets = {said.target for said in found}
    if len(targets) == 1:
        return found[0].target
    first, last = found[0], found[-1]
    if len(found) == 2 and _FROM_TO.fullmatch(view, first.end, last.start):
        return last.target
    gone_to = [said for said in found if _TO_EN.search(view, 0, said.start) or _TO_KO.match(view, said.end)]
    return last.target if gone_to == [last] else None  # "I'm on step four, bring me to step eight"


def _standing(found: list[_Said], view: str) -> Iterator[_Said]:
    """Without what was taken back: "step five, no, six"."""
    for which, start, end, number in meant([(said.start, said.end) for said in found], view, numerals(view)):
        said = found[which]
        if number is not None and number.value.denominator == 1:
            yield _Said(start, end, _as_many(int(number.value), said.target))
        elif number is None and not (len(found) == 1 and refused_before(view, said.start)):
            yield _Said(start, end, said.target)


def _as_many(number: int, like: StepTarget) -> StepTarget:
    """The same kind of target with another number."""
    if like.offset is None:
        return StepTarget(step=number)
    return StepTarget(offset=number if like.offset > 0 else -number)


def _place_ko(place: Number, view: str) -> StepTarget | None:
    if place.high is not None or place.value < 1 or _NOT_STEPS_KO.match(view, place.end):
        return None
    words = view[place.start : place.end]
    if words.isascii():
        return None
    step = int(place.value)
    if place.from_end:
        clear = _LAST_GO.match(view, place.end) is not None
        return StepTarget(step=-step) if clear else None
    rest = _AFTER_NTH_KO.match(view, place.end)
    if words.endswith("첫") and not _STEP_KO.match(view, place.end):
        return None
    return StepTarget(step=step) if rest is not None else None


def _count_ko(numeral: Numeral, view: str) -> StepTarget | None:
    if numeral.high is not None or numeral.value.denominator != 1 or not 1 <= numeral.value < 1000:
        return None
    number = int(numeral.value)
    unit = _STEP_KO.match(view, numeral.end)
    if unit is None and numeral.script is Script.NATIVE and _LOUDNESS.search(view) is None:
        unit = _SQUARES.match(view, numeral.end)
    if unit is not None:
        if _is_a_setting(numeral.start, unit.end(), view):
            return None
        return _steps_ko(numeral, number, unit.end(), view)
    if numeral.script not in (Script.DIGITS, Script.SINO) or numeral.approximate:
        return _named_step(numeral, number, view)
    numbered = _NUMBERED.match(view, numeral.end + (view[numeral.end : numeral.end + 1] == " "))
    word = view[numeral.start : numeral.end]
    if numbered is not None and not numeral.glued:
        this_time = word == "이" and _INSTEAD_OF_KO.search(view, max(0, numeral.start - 12), numeral.start) is None
        if this_time or _NOT_STEPS_KO.match(view, numbered.end()):
            return None
        whole = re.fullmatch("[ .!?요]*", view[numbered.end() :]) is not None and not view[: numeral.start].strip(
            " .,!"
        )
        explicit = numbered.group().strip() != "번"
        if (
            explicit
            or whole
            or re.match(" ?(?:다시[ .!?]*$|(?:다시 ?)?(?:가|읽어|알려|보여|들려|설명|뭐|으로))", view[numbered.end() :])
        ):
            return StepTarget(step=number)
        return None
    if word != "이" and not numeral.glued and _BARE_KO.match(view, numeral.end):
        return StepTarget(step=number)
    return _named_step(numeral, number, view)


def _named_step(numeral: Numeral, number: int, view: str) -> StepTarget | None:
    """'스텝 3', '단계 삼'."""
    if numeral.script not in (Script.DIGITS, Script.SINO, Script.ENGLISH):
        return None
    named = re.search("(?<![가-힣])(?:스텝|단계) ?$", view[max(0, numeral.start - 4) : numeral.start]) is not None
    if not named or view[numeral.start : numeral.end] == "이":
        return None
    ends = re.match("(?:으?로|부터|번)?(?: |$|[.!?]|가|이동)", view[numeral.end :])
    return StepTarget(step=number) if ends and not re.match(" ?(?:분|초|시간|개|컵)", view[numeral.end :]) else None


def _is_a_setting(start: int, end: int, view: str) -> bool:
    """'인덕션 화력을 6단계로', '매운맛 2단계', '3단계 불로': how hot, spicy or fast, never where in the recipe."""
    before = _SETTING_BEFORE.search(view, max(0, start - 16), start)
    return before is not None or _SETTING_AFTER.match(view, end) is not None


def _steps_ko(numeral: Numeral, number: int, end: int, view: str) -> StepTarget | None:
    word = view[numeral.start : numeral.end]
    forward, back = _FORWARD_KO.match(view, end), _BACK_KO.match(view, end)
    if numeral.script is Script.NATIVE:
        if numeral.glued or numeral.approximate:
            return None
        if forward is not None:
            # '한 칸 앞으로 되돌려': 앞 is what was before, once one returns there
            return StepTarget(offset=-number if _RETURNS.search(view, end) else number)
        if back is not None:
            return StepTarget(offset=-number)
        return None  # '세 단계' alone may be how many there are
    if word == "이" and not view[max(0, numeral.start - 2) : numeral.start].strip().endswith("제"):
        if view[end:].startswith(("앞으로", " 앞으로")):
            return StepTarget(offset=2)
        if view[end:].startswith(("뒤로", " 뒤로")):
            return StepTarget(offset=-2)
        return None
    if numeral.script is Script.SINO and numeral.syllables == 1 and word != "이" and not sino_counts(numeral, view):
        return None
    if numeral.approximate and numeral.script is not Script.DIGITS:
        return None
    direction = re.match(" ?(?:앞으로|뒤로|전으로|뒤 ?단계로|건너뛰고 ?앞으로)", view[end:])
    if direction is not None:
        return StepTarget(offset=number if "앞" in direction.group() else -number)
    if re.match(
        " ?(?:건너|스킵|뛰어|넘겨|더(?! 자세)|다음(?! ?[0-9일이삼사오육칠팔구십첫두세네])|전(?:에|$|[ ?.!])|이전|후"
        "|남)",
        view[end:],
    ):
        return None  # skip step three, or skip three of them?
    if (
        re.match(" ?(?:중|가운데) ?", view[end:])
        or re.match("(?:나|이나) ?(?:남|있|더)", view[end:])
        or re.match("(?:까지|짜리|로 ?(?:나누|나눠|된|되어|이루|구성|끝))", view[end:])
    ):
        return None
    return StepTarget(step=number)


def _in_english(view: str) -> StepTarget | None:
    relative = [found for sign, pattern in _RELATIVE for found in _moves(sign, pattern, view)]
    if relative:
        if CORRECTING.search(view):
            relative = list(_standing(sorted(set(relative)), view)) or relative
        opposite = any((one.target.offset or 0) * (relative[0].target.offset or 0) < 0 for one in relative)
        return None if opposite else relative[0].target  # "two steps forward, one step back"
    if _AFTER_NEXT_EN.search(view):
        return StepTarget(offset=2)
    if _BEFORE_LAST_EN.search(view):
        return StepTarget(step=-2)
    found = [
        _Said(place.start, noun.end() if (noun := _STEP_AFTER.match(view, place.end)) else place.end, target)
        for place in find_ordinals(view)
        if (target := _place_en(place, view))
    ]
    for numeral in numerals(view):
        if (target := _number_en(numeral, view)) is not None:
            found.append(_Said(numeral.start, numeral.end, target))
    if found:
        return _meant(sorted(found), view)
    if _START_EN.search(view):
        return StepTarget(step=1)
    if _END_EN.search(view):
        return StepTarget(step=-1)
    return None


def _moves(sign: int, pattern: re.Pattern[str], view: str) -> Iterator[_Said]:
    """So many steps from here, each where it is said."""
    for match in pattern.finditer(view):
        count = match.groupdict()["n"] or match["m"]
        many = int(count) if count.isdigit() else 2 if count.startswith(("a c", "a p")) else _COUNTS[count]
        yield _Said(match.start(), match.end(), StepTarget(offset=sign * many))


def _number_en(numeral: Numeral, view: str) -> StepTarget | None:
    if numeral.high is not None or numeral.value.denominator != 1 or not 1 <= numeral.value < 1000:
        return None
    if numeral.script not in (Script.DIGITS, Script.ENGLISH):
        return None
    before = view[max(0, numeral.start - 40) : numeral.start]
    ends = _ENDS.fullmatch(view, numeral.end) is not None
    if (named := _STEP_NO.search(before)) is not None:
        if _SETTING_EN.search(before, 0, named.start()):
            return None  # "set the heat to step six"
        if named.group().startswith(("steps", "stages")) and _SEVERAL.match(view, numeral.end):
            return None
        plain = named.group().startswith("step") or ends
        if (
            plain
            and not re.match(r" ?(?:minutes?|hours?|seconds?|cups?|out of|분|초|시간)", view[numeral.end :])
            and "skip over" not in before
        ):
            return _unless_skipped(int(numeral.value), before)
        return None
    asked = _GO_EN.search(before) or (_NUMBER_NO.search(before) and not before[: -len("number ")].strip(" ,."))
    if ends and asked and re.search(r"(?:to|number|no\.?|#|from|at) ?$", before):
        return StepTarget(step=int(numeral.value))
    return None


def _unless_skipped(number: int, before: str) -> StepTarget | None:
    if re.search(r"(?:skip|ignore|without|undo)(?: over)? step ?$", before):
        return None  # "skip step three" doesn't go there
    return StepTarget(step=number)


def _place_en(place: Number, view: str) -> StepTarget | None:
    if place.high is not None or place.value < 1:
        return None
    noun = _STEP_AFTER.match(view, place.end)
    ends = _ENDS.fullmatch(view, noun.end() if noun else place.end) is not None
    before = view[: place.start]
    step = int(place.value)
    if place.from_end:
        if step == 1 and _JUST_DONE.search(view):
            return None
        if ends or (noun and noun.group() != " one"):
            return StepTarget(step=-step)
        return None
    if noun is not None and noun.group() != " one" and noun.group() != " part":
        return None if re.search(r"skip (?:the )?$", before) else StepTarget(step=step)
    if ends and (
        noun is not None
        or re.search(r"(?:to|from|give me|show me|read(?: me)?) (?:the )?$", before)
        or not before.strip()
    ):
        return StepTarget(step=step)
    return None
