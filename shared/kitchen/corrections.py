"""What a speaker takes back in the same breath: "5분 아니 6분", "step five, no wait, six", "not ten minutes, twelve".

It says which of the things found was meant, and which bare numbers are such things too ("fifteen, not ten minutes").
Finding them is the work of `durations`, `steps` and `servings`; undoing what has already happened is a command.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from shared.kitchen.numeral import Numeral, Script

_UM_KO: Final = (
    "(?:음|어|아|그|저|그게|그냥|저기|그거|참|아참|잠깐|잠깐만|그러니까|미안|미안해|죄송|차라리|걍|이거)[ ,.]*"
)
_PARTICLE_KO: Final = "(?:짜리|정도|쯤|만| ?타이머| ?알람)?(?: ?더)?(?:으로|로|이|가|은|는|도|를|을|에|까지|요|이요)?"
#: "하지 말고", "맞추지 마": what is not to be done with it.
_DO_NOT_KO: Final = "(?:(?:하|맞추|맞춰두|재|설정하|돌리|끓이|굽|삶|가|읽|만들|넘어가)지 ?)"
_REFUSED: Final = (
    f"(?:{_DO_NOT_KO}?(?:말고요?|말구요?)|{_DO_NOT_KO}(?:말아|마)|아니고요?|아니구요?|아니라|아닌(?!데)|대신에?)"
)
_NO_KO: Final = (
    f"(?:{_REFUSED}|아니다|아니지|아니야|아니에요|아니예요|아니요|아뇨|아녜요|아닙니다|아니라니까|아니라고|아니였고|아니었고|아닌데|아니|아냐|아녀"
    "|미안해?|아참|정정(?:할게|합니다)?|실수(?:야|했어)?|틀렸(?:어|다|네)|잘못 ?말했(?:어|다|네))"
)
_UM_EN: Final = r"(?:um+|uh+|er+|hm+|oh|ah|well|the|or)[ ,]+"
_NO_EN: Final = (
    r"(?:no|nope|nah|wait no|oh wait|wait wait|wait actually|wait(?=,)|hold on(?=,)|hang on(?=,)|i mean|i meant|sorry"
    r"|actually|make that|make it|change (?:it|that) to|or rather|rather(?! than)|scratch that|strike that|correction"
    r"|my mistake|my bad|oops|let'?s say|let'?s make it|(?:or )?better(?: yet| make it)?|on second thoughts?"
    r"|(?:is|was|that'?s|that was)(?: the)? wrong|(?:is|was)n'?t right|forget (?:it|that)|never ?mind)"
    r"(?: wait(?! for))?"
)
_SAY_EN: Final = (
    r"(?:(?:for|to|at|about|make (?:it|that)|go to|go (?:for|with)|say|maybe|it'?s|that'?s|set(?: it)?(?: to| for)?"
    r"|let'?s do|do|i said|i want|use|give it|leave it|step|number|the|a) ){0,3}"
)
#: "No, Tom isn't coming, so nine", '아니 반숙이니까 육 분': why it is taken back.
_WHY_KO: Final = "(?:(?:[가-힣]{1,6} ){0,2}[가-힣]{1,8}니까[ ,]+)?"
_WHY_EN: Final = "(?:[a-z']+(?: [a-z']+){1,5},? so )?"
#: Between the thing taken back and the one that was meant.
_TAKEN_BACK: Final = re.compile(
    rf"{_PARTICLE_KO}[ ,.?!]*(?:{_UM_KO})*(?:{_NO_KO}[ ,.?!]*(?:{_UM_KO})*)+{_WHY_KO}"
    rf"|[ ,.;:?!-]+(?:{_UM_EN})*(?:{_NO_EN}[ ,.]+(?:{_UM_EN})*)+{_WHY_EN}{_SAY_EN}"
)
#: The same with the request between them: "5분 맞춰 줘 아니다 6분", "ten minute timer no twelve".
_TAKEN_BACK_LATER: Final = re.compile(
    rf"(?P<request>[가-힣 ]{{1,16}}?)[ ,.!]+(?:(?:아|앗|어) )?"
    rf"(?:(?:아니다|아니지|아니야|아니|아냐|미안해?)[ ,.]+|(?:아|앗|어) 잠깐만?[ ,.]+)+(?:{_UM_KO})*"
    rf"|(?P<asked> (?:timer|alarm|please)(?: please)?)[ ,.]+(?:{_UM_EN})*(?:{_NO_EN}[ ,.]+(?:{_UM_EN})*)+{_SAY_EN}"
)
#: "Five minutes, ten minutes I mean".
_PAUSE: Final = re.compile(rf"[ ,.]+(?:{_UM_EN}|{_UM_KO})*[ ,.]*")
_SAID_AFTER: Final = re.compile(r",? (?:i mean(?:t)?|actually|rather|instead|i should say)(?=[ .,!?]*$)")
#: Between the thing that was meant and one that wasn't: "ten minutes, not twelve".
_RATHER_THAN: Final = re.compile(
    rf",? (?:(?:i said |i mean )?(?:and |but )?not|instead of|rather than|as opposed to) {_SAY_EN}"
)
_NOT_BEFORE: Final = re.compile(
    rf"(?<![a-z])(?:not|is ?n'?t|wasn'?t|ain'?t|neither|instead of|rather than"
    rf"|(?:don'?t|do not)(?: (?:do|make|set|want|need|put|use|give|cook|boil|bake|time|start|go|read|say)(?: it| that"
    rf"| me)?)?|(?:never ?mind|forget|scratch|ignore)(?: about)?) (?P<say>{_SAY_EN})$"
)
_SAY_AT_END: Final = re.compile(f"{_SAY_EN}$")
_TO_IT: Final = re.compile("(?:으로|로)?(?: ?(?:해|가|바꿔|맞춰) ?(?:줘요?|주세요|주라|줄래))?")
#: "Not ten or twelve", '십 분도 십이 분도 아니고': refused together.
_NOR: Final = re.compile(rf"(?:,? (?:or|nor|and not)|,? not) {_SAY_EN}|(?:도|이나|나|이랑|하고)[ ,]*")
_BUT: Final = re.compile(rf"(?:,? but |,? just |[,;.] | ){_SAY_EN}")
_REFUSED_KO: Final = re.compile(
    f"{_PARTICLE_KO} ?(?:{_REFUSED}|(?:아니[야다지]|아니에요|아니예요|아닙니다|아냐)[ .!]*$)"
)
#: '십 분 아니 오': five, or nothing at all?
_UNREAD: Final = re.compile(" ?(?:아니|아니다|아냐|말고)[ ,.]*[일이삼사오육칠팔구][ .!]*$")
#: Refused for nothing else; but "십 분 알람 대신 해 줘" asks for it.
_ONLY_REFUSED_KO: Final = re.compile(f"{_PARTICLE_KO} ?(?!대신 ?(?:좀|해|맞|눌|켜|설|부탁|재)){_REFUSED}")
#: "Fifteen, not ten minutes" in Korean: '십오, 십 분 말고'.
_BEFORE_REFUSED: Final = re.compile(rf"(?:이야|이에요|예요|이지|이라고|으로|로)?[ ,.]+(?:{_UM_KO})*")
#: "Change the ten minutes to twelve", '십 분을 십이 분으로 바꿔'.
_CHANGE_BEFORE: Final = re.compile(
    r"(?<![a-z])(?:(?:change|switch|adjust|reset|extend|increase|shorten|bump|replace|swap) (?:it |that )?"
    r"(?:the |my |that |this )?|(?P<make>make (?:the |my |that |this ))|(?P<from>from (?:the )?))$"
)
_CHANGE_INTO: Final = re.compile(
    r"(?: timer| alarm| one)?(?P<into> (?:up |down )?(?:to|into|with|for))? (?:be |about |a )?"
)
_CHANGED_KO: Final = re.compile("(?:짜리)?(?: ?타이머| ?알람)?(?:를|을|는|은)? ?")
_CHANGED_TO_KO: Final = re.compile("으?로 ?(?:바꿔|바꾸|변경|고쳐|수정|늘려|늘리|줄여|줄이)")
#: What may follow a bare number for it to be one more of the things spoken of, and not "twelve eggs".
_BARE: Final = re.compile(
    r"(?=[ .,!?]*$|[,.;!?] | (?:please|timer|instead|not|or|nor|and not|but|rather|as opposed|i said|이"
    "|타이머)(?![a-z]))"
    "|(?:이라고|라고|이에요|예요|이야|야|이요|요|입니다|이지|지)?[ .!?]*$"
    "|으?로(?:요|만|(?: ?(?:해|바꿔|맞|부탁|하자|할|변경|설정|가)[가-힣 ]{0,8}))?[ .!?]*$"
)
_NOUN: Final = re.compile(
    r"(?:[ -][a-z]+){1,2}?(?=[ ,.;]+(?:um|uh|no|nope|not|wait|i mean|sorry|actually|make|oops)(?![a-z]))"
)
_OF_ANOTHER_KIND: Final = re.compile(r"(?:step|number|no\.|#|단계|스텝|serves) ?$")

#: A text without any of these takes nothing back.
CORRECTING: Final = re.compile(
    r"말고|말구|지 ?마|아니|아닌|아냐|아녀|아뇨|아녜|아닙|대신|미안|정정|실수|틀렸|잘못|아참|바꿔|바꾸|변경|고쳐|수정"
    r"|늘[리려]|줄[이여]|잠깐"
    r"|(?<![a-z])(?:no|nope|nah|not|from|wait|i mean|i meant|sorry|actually|make|change|switch|rather|instead|opposed"
    r"|scratch|strike|correction|mistake|bad|oops|let|better|hold|hang|isn'?t|wasn'?t|don'?t|neither|never|forget"
    r"|ignore|wrong|right|second thoughts?|replace|swap|adjust|reset|extend|increase|shorten|bump)(?![a-z])"
)


#: Farther apart, nothing is taken back by what follows.
_ONE_BREATH: Final = 48


class Settled(NamedTuple):
    """A stretch of text, and the words that are left of it once the speaker is done."""

    start: int
    end: int
    words: str


class Meant(NamedTuple):
    """What was meant: the thing `which`, or a bare `number` of its kind; and the stretch of text that speaks of it."""

    which: int
    start: int
    end: int
    number: Numeral | None = None


class _Said(NamedTuple):
    start: int
    end: int
    which: int  # -1 for a bare number
    number: Numeral | None = None


def meant(places: Sequence[tuple[int, int]], view: str, numbers: Sequence[Numeral] = ()) -> list[Meant]:
    """The things that still stand once the speaker is done, of those found at `places`, in order.

    `numbers` are the numbers of the text: one without a unit is of the kind that it corrects ("fifteen, not ten
    minutes"). Where a thing was refused and nobody can know what for, nothing stands.

    >>> [view[m.start : m.end] for view in ["set 5 min, no wait, 6 min"] for m in meant([(4, 9), (20, 25)], view)]
    ['5 min, no wait, 6 min']
    """
    things = [_Said(start, end, which) for which, (start, end) in enumerate(places)]
    bare = list(_bare(numbers, places, view))
    standing: list[Meant] = []
    refused: list[Meant] = []
    for chain in _chains(sorted((*things, *bare)), view):
        if all(said.which < 0 for said, _ in chain):
            continue
        first = chain[0][0]
        if len(chain) == 1 and (_ONLY_REFUSED_KO.match(view, first.end) or _UNREAD.match(view, first.end)):
            continue
        left = list(_left(chain))
        standing += left
        if not left and len(chain) == 1:
            refused.append(Meant(first.which, first.start, first.end))
    return standing or ([] if bare else refused)


def settled(places: Sequence[tuple[int, int]], view: str, numbers: Sequence[Numeral]) -> Iterator[Settled]:
    """What to say in place of things taken back, from those of one kind found at `places` and the bare `numbers`.

    >>> view = "timer for 5 min, no, 6 min please"
    >>> [(view[one.start : one.end], one.words) for one in settled([(10, 15), (21, 26)], view, ())]
    [('5 min, no, 6 min', '6 min')]
    """
    things = [_Said(start, end, which) for which, (start, end) in enumerate(places)]
    said = sorted((*things, *_bare(numbers, places, view)))
    for last, this in pairwise(said):
        if this.start - last.end > _ONE_BREATH:
            continue
        later = _TAKEN_BACK_LATER.fullmatch(view, last.end, this.start)
        if later is not None and _TAKEN_BACK.fullmatch(view, last.end, this.start) is None:
            tail = _TO_IT.match(view, this.end)  # '십 분 맞춰 줘 아니 십오 분으로'
            cut = max(later.end("request"), later.end("asked"))
            yield Settled(last.start, last.end, _in_its_words(this, last, view, numbers))
            yield Settled(cut, this.end if tail is None else tail.end(), "")
    for chain in _chains(said, view):
        left = [one for one, denied in chain if not denied]
        if len(chain) < 2 or len(left) != 1:
            continue
        if _said_before(left[0], chain, things, view, numbers):  # "thirty minutes, thirty, not thirteen"
            yield Settled(chain[0][0].start, chain[-1][0].end, "")
            continue
        first, last = chain[0][0], chain[-1][0]
        like = next((one for one, _ in chain if one.which >= 0), first)
        start, words = first.start, _in_its_words(left[0], like, view, numbers)
        if (change := _CHANGE_BEFORE.search(view, max(0, start - 40), start)) is not None and not chain[-1][1]:
            if change["from"] is None:
                continue  # "make the ten minutes fifteen" changes what runs
            start, words = change.start("from"), f"to {words}"  # "from four servings down to three"
        refused = _NOT_BEFORE.search(view, max(0, start - 40), start)
        if refused is not None:
            say = refused["say"] or (_SAY_AT_END.search(view, first.end, left[0].start) or refused)[0]
            start, words = refused.start(), words if words.startswith(say) else f"{say}{words}"
        for thing in reversed(things):  # '이 분 삼 분 아니 사 분': what was tried out before goes with it
            if thing.end <= start and not view[thing.end : start].strip(" ,") and first.which >= 0:
                start = thing.start
        after = _REFUSED_KO.match(view, last.end) if chain[-1][1] else None
        yield Settled(start, last.end if after is None else after.end(), words)


def _said_before(
    left: _Said, chain: Sequence[tuple[_Said, bool]], things: Sequence[_Said], view: str, numbers: Sequence[Numeral]
) -> bool:
    """Whether the number that is left only repeats the one of the thing right before it."""
    start = chain[0][0].start
    before = next((thing for thing in things if thing.end <= start and not view[thing.end : start].strip(" ,")), None)
    if before is None or left.number is None:
        return False
    return any(one.start == before.start and one.value == left.number.value for one in numbers)


def _in_its_words(meant: _Said, like: _Said, view: str, numbers: Sequence[Numeral]) -> str:
    """A bare "twelve" in place of "ten minutes" is said as "twelve minutes"."""
    words = view[meant.start : meant.end]
    if meant.which >= 0 or like.which < 0:
        return words
    inside = next((one for one in numbers if like.start <= one.start < one.end <= like.end), None)
    return words if inside is None else f"{view[like.start : inside.start]}{words}{view[inside.end : like.end]}"


def _bare(numbers: Sequence[Numeral], places: Sequence[tuple[int, int]], view: str) -> Iterator[_Said]:
    """The numbers beside the things that may be things of the same kind."""
    for number in numbers:
        start, end = number.start, number.end
        if (
            number.value >= 1
            and (number.script in (Script.DIGITS, Script.ENGLISH) or _certain_sino(number))
            and not any(first < end and start < last for first, last in places)
            and (_BARE.match(view, end) or _TAKEN_BACK.match(view, end) or _RATHER_THAN.match(view, end))
            and not _OF_ANOTHER_KIND.search(view, max(0, start - 8), start)
        ):
            yield _Said(start, end, -1, number)


def _certain_sino(number: Numeral) -> bool:
    return number.script is Script.SINO and not number.glued and (number.syllables > 1 or number.value == 10)


def _chains(said: Sequence[_Said], view: str) -> Iterator[list[tuple[_Said, bool]]]:
    """What was said in one breath, each with whether it was refused there."""
    korean = max(view) >= "가"
    chain: list[tuple[_Said, bool]] = []
    for this in said:
        denied = _NOT_BEFORE.search(view, max(0, this.start - 40), this.start) is not None
        denied = denied or (korean and _REFUSED_KO.match(view, this.end) is not None)
        if chain:
            last, last_denied = chain[-1]
            gap = view[last.end : this.start]
            if len(gap) > _ONE_BREATH:
                link = False
            elif _RATHER_THAN.fullmatch(gap) or (last_denied and _NOR.fullmatch(gap)):
                link = denied = True
            elif korean and _NOR.fullmatch(gap) and (denied or _TAKEN_BACK.match(view, this.end)):
                link, chain[-1] = True, (last, True)  # '십 분도 십이 분도 아니고'
            elif _TAKEN_BACK.fullmatch(gap) or _said_after(gap, this, view) or _changes(last, this, gap, view):
                link, chain[-1] = True, (last, True)
            elif denied and korean and last.number is not None:
                link = _BEFORE_REFUSED.fullmatch(gap) is not None
            else:
                link = last_denied and _BUT.fullmatch(gap) is not None
            if not link and _TAKEN_BACK_LATER.fullmatch(gap):
                chain = []
            elif not link:
                yield chain
                chain = []
        chain.append((this, denied))
    if chain:
        yield chain


def _left(chain: Sequence[tuple[_Said, bool]]) -> Iterator[Meant]:
    start = -1
    kind = next(said.which for said, _ in chain if said.which >= 0)
    for said, denied in chain:
        start = said.start if start < 0 else start
        kind = said.which if said.which >= 0 else kind
        if not denied:
            yield Meant(kind, start, said.end, said.number)
            start = -1


def _said_after(gap: str, this: _Said, view: str) -> bool:
    return _PAUSE.fullmatch(gap) is not None and _SAID_AFTER.match(view, this.end) is not None


def _changes(last: _Said, this: _Said, gap: str, view: str) -> bool:
    if _CHANGED_KO.fullmatch(gap) and _CHANGED_TO_KO.match(view, this.end):
        return True
    before, into = _CHANGE_BEFORE.search(view, max(0, last.start - 40), last.start), _CHANGE_INTO.fullmatch(gap)
    return before is not None and into is not None and (into["into"] or before["make"]) is not None


def takes_back(view: str, end: int) -> bool:
    """Whether a correction follows a thing that ends here: "ten minutes|, no, twelve"."""
    return _TAKEN_BACK.match(view, end) is not None


def noun_end(view: str, end: int) -> int:
    """Where the counted thing ends before a correction: "three| large eggs|, no, four"."""
    noun = _NOUN.match(view, end)
    return end if noun is None else noun.end()


def refused_before(view: str, start: int) -> bool:
    """Whether the thing that starts here was named to be refused: "not |ten minutes"."""
    return _NOT_BEFORE.search(view, max(0, start - 40), start) is not None


def changed_before(view: str, start: int) -> bool:
    """Whether the thing that starts here was named to be changed into another: "make the |ten minutes fifteen"."""
    return _CHANGE_BEFORE.search(view, max(0, start - 40), start) is not None
