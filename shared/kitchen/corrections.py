"""What a speaker takes back in the same breath: "5분 아니 6분", "step five, no wait, six", "not ten minutes, twelve".

It says which of the things found was meant. Finding them is the work of `durations`, `steps` and `scaling`; undoing
what has already happened is a command.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_UM_KO: Final = "(?:음|어|아|그|저|그게|그냥|저기|그거|참|아참|잠깐|잠깐만|그러니까)[ ,.]*"
_PARTICLE_KO: Final = "(?:짜리|정도|쯤|만)?(?: ?더)?(?:으로|로|이|가|은|는|를|을|에|까지|요|이요)?"
_NO_KO: Final = "(?:말고|아니고|아니라|아니다|아니야|아니에요|아니요|아니|아냐|아녀)"
_UM_EN: Final = r"(?:um+|uh+|er+|oh|ah|well|the) "
_NO_EN: Final = (
    r"(?:no|nope|nah|wait no|oh wait|wait wait|wait actually|wait(?=,)|hold on(?=,)|hang on(?=,)|i mean|i meant|sorry"
    r"|actually|make that|make it|change (?:it|that) to|or rather|rather(?! than)|scratch that|strike that|correction"
    r"|my mistake|my bad|oops|let'?s say|let'?s make it|better make it)(?: wait(?! for))?"
)
_SAY_EN: Final = (
    r"(?:(?:for|to|at|about|make (?:it|that)|go to|say|maybe|it'?s|that'?s|set it (?:to|for)|let'?s do|do|step"
    r"|number|the) ){0,3}"
)
#: Between the thing taken back and the one that was meant.
_TAKEN_BACK: Final = re.compile(
    rf"{_PARTICLE_KO}[ ,.]*(?:{_UM_KO})*{_NO_KO}[ ,.]*(?:{_UM_KO})*"
    rf"|[ ,.;:-]+(?:{_UM_EN})*(?:{_NO_EN}[ ,.]+(?:{_UM_EN})*)+{_SAY_EN}"
)
#: The same with the request between them: "5분 맞춰 줘 아니다 6분".
_TAKEN_BACK_LATER: Final = re.compile(rf"[가-힣 ]{{1,16}}[ ,.!](?:아니다|아니야|아니|아냐)[ ,.]+(?:{_UM_KO})*")
#: Between the thing that was meant and one that wasn't: "ten minutes, not twelve".
_RATHER_THAN: Final = re.compile(rf",? (?:and not|but not|not|instead of|rather than|as opposed to) {_SAY_EN}")
_NOT_BEFORE: Final = re.compile(rf"(?<![a-z])not {_SAY_EN}$")
_BUT: Final = re.compile(rf"(?:,? but |,? just |, | ){_SAY_EN}")
_REFUSED_KO: Final = re.compile(f"{_PARTICLE_KO} ?(?:말고|아니고|아니라)")


#: A text without any of these takes nothing back.
CORRECTING: Final = re.compile(
    r"말고|아니|아냐|아녀|(?<![a-z])(?:no|nope|nah|not|wait|i mean|sorry|actually|make|change|rather|instead"
    r"|opposed|scratch"
    r"|strike|correction|mistake|bad|oops|let|better|hold|hang)(?![a-z])"
)


class Meant(NamedTuple):
    """Which thing was meant, and the stretch of text that speaks of it, with what was taken back."""

    which: int
    start: int
    end: int


def meant(places: Sequence[tuple[int, int]], view: str) -> list[Meant]:
    """The things that still stand once the speaker is done, of those found at `places`, in order.

    >>> [view[m.start : m.end] for view in ["set 5 min, no wait, 6 min"] for m in meant([(4, 9), (20, 25)], view)]
    ['5 min, no wait, 6 min']
    """
    standing = [Meant(which, start, end) for which, (start, end) in enumerate(places)]
    if len(standing) < 2:
        return standing
    kept: list[Meant] = []
    for thing in standing:
        last = kept[-1] if kept else None
        gap = view[last.end : thing.start] if last is not None else ""
        if last is None or len(gap) > 48:
            kept.append(thing)
        elif _TAKEN_BACK.fullmatch(gap) or (_negated(last, view) and _BUT.fullmatch(gap)):
            kept[-1] = Meant(thing.which, last.start, thing.end)
        elif _TAKEN_BACK_LATER.fullmatch(gap):
            kept[-1] = thing
        elif _RATHER_THAN.fullmatch(gap):
            continue
        else:
            kept.append(thing)
    wanted = [thing for thing in kept if not _REFUSED_KO.match(view, thing.end)] if max(view) >= "가" else kept
    return wanted or kept


def takes_back(view: str, end: int) -> int | None:
    """Where the correction starts that follows a thing ending here: "ten minutes, no, |twelve"; None without one."""
    match = _TAKEN_BACK.match(view, end)
    return match.end() if match is not None else None


def sets_aside(view: str, end: int) -> int | None:
    """Where the thing starts that was not meant: "ten minutes, not |twelve"."""
    match = _RATHER_THAN.match(view, end)
    return match.end() if match is not None else None


def put_right(view: str, start: int, end: int) -> int | None:
    """Where the thing starts that is meant instead of one refused at view[start:end]: "not ten minutes, |fifteen"."""
    if _NOT_BEFORE.search(view, max(0, start - 24), start) is None:
        return None
    match = _BUT.match(view, end)
    return match.end() if match is not None else None


def _negated(thing: Meant, view: str) -> bool:
    return _NOT_BEFORE.search(view, max(0, thing.start - 24), thing.start) is not None
