"""What all the clauses of one breath come to: several requests, a wish beside its reason, something said instead.

Clauses are cut by `clauses` and read by whoever reads them (`embedded`); here it is decided which readings stand.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from services.llm.classifier.asked_step import goes_far
from services.llm.classifier.clauses import clauses, wishes_behind_reports, wishes_beside_reasons, with_its_length
from services.llm.classifier.guards import NOT_ASKED, Objection, objection
from services.llm.classifier.instead import said_instead
from services.llm.classifier.reading import ANSWERED, CLAUSE, CLAUSE_ACTS, FILLERS, ONWARD, Reading
from services.llm.classifier.slots import NOTHING
from services.llm.classifier.timer_names import is_no_name
from shared.contracts.llm import Slots, Source
from shared.kitchen.commands import find_command
from shared.kitchen.durations import parse_duration
from shared.kitchen.intents import STATE_CHANGING, Intent
from shared.kitchen.numbers import find_numbers

Read = Callable[[str], Reading]

#: "Twenty minutes, right?" asks; it is not two requests.
_TAG: Final = re.compile(
    r"(?:right|ok|okay|yes|no|yeah|huh|correct|isn'?t it|is that right|맞지|맞아|맞죠|그치|그렇지|응|어|네)\W*",
    re.IGNORECASE,
)
#: "Wait, undo" pauses nothing, and "됐어, 이어 가자" ends no step: they only make room for what follows.
_HESITATES: Final = re.compile(
    r"(?:(?:oh|no|ok|okay|um|uh|sorry)\W+)*(?:wait|hold on|hang on|no|actually|sorry|hmm|"
    r"(?:i |we )?changed (?:my|our) minds?|on second thoughts?)\W*(?:wait|no|sorry)?\W*"
    r"|(?:아|아니|어|앗|음|자|야)?\W*(?:잠깐|잠깐만|잠깐만요|아니|아니다|아니야|됐어|됐고|알았어|알겠어|오케이|"
    r"좋아|자)\W*",
    re.IGNORECASE,
)
#: "No milk in the house, what now?" asks about the milk, not for the next step.
_AT_A_LOSS: Final = re.compile(
    r"(?:so |and )?(?:what(?: now)?|now what|what do i do(?: now)?|what should i do|help|any ideas)\W*"
    r"|(?:이제 )?(?:어떡해|어쩌지|어떡하지|어떻게 해|어떻게 하지|뭐 하지|어쩐담)\W*",
    re.IGNORECASE,
)
#: "Can't make out a word, up the volume", "too noisy, turn it down": why, and not to be told again, nor to be silent.
_COMPLAINS: Final = re.compile(
    r"(?:can'?t|cannot|couldn'?t|could not|didn'?t|too|not) |[안못] ?(?:들|알아|따라)|너무|빨라|"
    r"작[아네]",
    re.IGNORECASE,
)
_TIMED: Final = frozenset({Intent.SET_TIMER, Intent.ADD_TIME})
_HOW_IT_IS_SAID: Final = frozenset({Intent.LOUDER, Intent.QUIETER, Intent.SLOWER, Intent.FASTER})


def one_breath(text: str, read: Read) -> tuple[list[Reading], Reading]:
    """What is wanted, and the whole read as one."""
    instead = None if goes_far(text) else said_instead(text)
    if instead is not None:
        reading = read(instead)
        wish = reading.intent not in FILLERS or reading.intent is Intent.NO
        if not reading.refused and wish and reading.confidence >= CLAUSE:
            return [reading], reading
    whole = read(text)
    readings = (
        _alone(wishes_beside_reasons(text), read, whole)
        or _compound(text, read, whole)
        or _behind_a_report(text, read, whole)
    )
    return readings or [whole], whole


def _behind_a_report(text: str, read: Read, whole: Reading) -> list[Reading] | None:
    """What is asked for after a report with a number of its own: "the first five are done start with step six"."""
    if whole.intent in STATE_CHANGING - {Intent.START_COOKING, Intent.STEP_DONE}:
        return None
    wishes = [(wish, report) for wish, report in wishes_behind_reports(text) if find_numbers(report)]
    found = _alone(wishes, read, whole)
    if found is None or found[0].confidence < CLAUSE_ACTS:
        return None
    if whole.intent is Intent.STEP_DONE and found[0].intent is not Intent.GOTO_STEP:
        return None  # what was done counts beside a timer, but not beside a step that is gone to
    return None if objection(found[0].intent, _WRITTEN.sub("is", text)) is not None else found


#: What a packet says is no hearsay.
_WRITTEN: Final = re.compile(
    r"(?<=recipe )says|(?<=packet )says|(?<=package )says|(?<=box )says|(?<=bag )says|(?<=label )says|(?<=tin )says"
    r"|(?<=step [0-9] )says|(?<=card )says|(?<=book )says"
)


def _alone(wishes: Iterable[tuple[str, str]], read: Read, whole: Reading) -> list[Reading] | None:
    """What is asked for, where the rest only says why: "the packet says ten but set eight minutes"."""
    for wish, reason in wishes:
        said = read(with_its_length(wish, reason))
        if said.intent is whole.intent is Intent.SET_TIMER and not _number(said.slots) and not whole.refused:
            return [whole]  # '세 시간 고아야 되니까 타이머 맞춰'
        if said.refused or said.intent not in _COUNTED or said.confidence < CLAUSE or not _number(said.slots):
            continue
        if said.intent is Intent.GOTO_STEP and not find_numbers(wish):
            continue  # "so let's start already"
        if len(clauses(wish)) > 1 or objection(said.intent, reason, asked=False) is Objection.CONDITIONAL:
            return None
        same = whole.intent is said.intent and _number(whole.slots) == _number(said.slots)
        return [whole if same else said]  # the whole may name the timer
    return None


#: What is asked for with a number of its own.
_COUNTED: Final = frozenset({Intent.SET_TIMER, Intent.ADD_TIME, Intent.GOTO_STEP, Intent.SCALE_SERVINGS})


def _number(slots: Slots) -> float | None:
    said = slots.model_dump()
    return next((said[name] for name in ("duration_s", "step", "offset", "servings", "factor") if name in said), None)


def _compound(text: str, read: Read, whole: Reading) -> list[Reading] | None:
    """The readings of its clauses, when every one of them stands on its own and says something else."""
    parts = clauses(text)
    if whole.source is Source.COMMAND and not (len(parts) > 1 and _swallowed(text)):
        return None
    if (
        len(parts) == 1
        or _TAG.fullmatch(parts[-1])
        or (whole.intent in _TIMED and not whole.refused and _only_a_time(parts))
        or (whole.refused and whole.intent in (Intent.QUESTION, Intent.NO))
    ):
        return None
    for intent in (Intent.NEXT_STEP, Intent.STOP):
        if objection(intent, text, asked=False) in (*NOT_ASKED, Objection.NEGATED):
            return None
    parts = [part for part in parts if not _HESITATES.fullmatch(part)]
    readings = [read(part) for part in parts]
    complaint = [reading.intent for reading in readings[:-1]]
    complains = complaint == [Intent.STOP] or (complaint == [Intent.REPEAT_STEP] and _COMPLAINS.search(parts[0]))
    if complains and readings[-1].intent in _HOW_IT_IS_SAID:
        return readings[1:]
    if len(readings) > 1 and readings[0].intent is Intent.STEP_DONE and _AT_A_LOSS.fullmatch(parts[-1]):
        return None  # "the sauce split, now what" is no step done
    if {reading.intent for reading in readings} in ({Intent.CONVERT}, {Intent.CHOOSE_RECIPE}):
        return None  # "my dial's in fahrenheit, what's 190 celsius" is one sum, "fish and chips" one dish
    if len(readings) > 1 and readings[0].intent not in STATE_CHANGING and _AT_A_LOSS.fullmatch(parts[-1]):
        readings.pop()
    if any(reading.refused or reading.intent is Intent.OUT_OF_SCOPE for reading in readings):
        return None
    if any(reading.confidence < _least(reading, whole) and reading.intent not in FILLERS for reading in readings):
        return None
    meant: list[Reading] = []
    said = [reading for reading in readings if reading.intent not in FILLERS]
    # "뚜껑 덮고 몇 분 둬?": its first half is no question of its own.
    said = [reading for reading in said if reading.intent is not Intent.QUESTION] or said
    for reading in said[1:] if _only_a_reason(said) else said:
        _add(meant, reading)
    # "I've put the onions in, what's next?" is one step onwards: its halves are surer than the whole.
    surer = len(meant) == 1 < len(said) and meant[0].confidence > whole.confidence
    return meant if len(meant) > 1 or surer else None


def _least(part: Reading, whole: Reading) -> float:
    """Where the whole is an answer, a part that acts is mostly how the question came about; and no half of a sentence
    ends a cook ("two minutes, and call it shrimp")."""
    came_about = part.intent in STATE_CHANGING and whole.intent in ANSWERED
    return CLAUSE_ACTS if came_about or part.intent is Intent.FINISH else CLAUSE


def _only_a_reason(said: list[Reading]) -> bool:
    """ "The hob went out, so pause the countdown": what happened is why, and no step done."""
    return len(said) > 1 and said[0].intent is Intent.STEP_DONE and all(one.intent in _HALTS for one in said[1:])


_HALTS: Final = _HOW_IT_IS_SAID | {
    Intent.CANCEL_TIMER,
    Intent.ADD_TIME,
    Intent.PAUSE_TIMER,
    Intent.RESUME_TIMER,
    Intent.PAUSE,
    Intent.RESUME,
    Intent.STOP,
    Intent.UNDO,
}


def _only_a_time(parts: list[str]) -> bool:
    """ "Put a timer on for the rice, eighteen minutes" is one wish."""
    said = _ABOUT.sub("", parts[-1].strip())
    bare = parse_duration(said)
    return bare is not None and bare.end - bare.start >= len(said) - 2


_ABOUT: Final = re.compile(r"(?:say|about|maybe|like|for|by|한|약) ", re.IGNORECASE)


def _swallowed(text: str) -> bool:
    """ "고기 넣었어 이제 칠 분 타이머": the grammar took a whole sentence for the name of a timer."""
    command = find_command(text)
    return command is not None and is_no_name(str(command.slots.get("name", "")))


def _add(meant: list[Reading], reading: Reading) -> None:
    """Twice the same counts once, the fuller one: "timer please, twenty minutes"."""
    for place, earlier in enumerate(meant):
        if reading.intent in ONWARD and earlier.intent in ONWARD:
            return
        if {reading.intent, earlier.intent} == {Intent.STEP_DONE, Intent.FINISH}:
            meant[place] = reading if reading.intent is Intent.FINISH else earlier
            return
        if (earlier.intent, reading.intent) == (Intent.TIMER_STATUS, Intent.SET_TIMER) and reading.slots == NOTHING:
            return  # "몇 분 남았어, 타이머": what was asked about, named
        if (earlier.intent, reading.intent) == (Intent.STEP_DONE, Intent.START_COOKING):
            meant[place] = reading
            return
        if earlier.intent is Intent.STEP_DONE and reading.slots.step is not None:
            meant[place] = reading  # whoever says where to go needs no step onwards before it
            return
        if reading.intent is earlier.intent:
            said, before = reading.slots.model_dump(), earlier.slots.model_dump()
            if before.items() <= said.items():
                meant[place] = reading
                return
            if said.items() <= before.items():
                return
    meant.append(reading)
