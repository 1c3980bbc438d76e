"""Understanding with nothing but this process: exact commands, then the learned model, then reasons not to act.

The order of doubts: an exact command is taken at its word; a learned answer must be likely enough, clear enough of the
next one, not objected to (`guards`) and possible now (`possible`). What fails any of these changes nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from services.llm.classifier.bare_length import bare_length
from services.llm.classifier.clauses import clauses, wishes_behind_reports, wishes_beside_reasons, with_its_length
from services.llm.classifier.delexicalise import delexicalise
from services.llm.classifier.guards import Objection, objection
from services.llm.classifier.instead import said_instead
from services.llm.classifier.model import Model
from services.llm.classifier.pantry import PANTRY_EN
from services.llm.classifier.possible import heard_while_ringing, possible
from services.llm.classifier.remit import outside
from services.llm.classifier.run_together import NUMBER_WORDS, parted
from services.llm.classifier.slots import NOTHING, read_slots
from services.llm.classifier.sound_alikes import as_numbers
from services.llm.classifier.timer_names import is_no_name, timer_name
from services.llm.classifier.twins import told_apart
from services.llm.classifier.unsaid_minutes import minutes_unsaid
from services.llm.situation import Situation, Understanding
from shared.contracts.llm import Action, Alternative, Slots, Source
from shared.kitchen.commands import Command, find_command
from shared.kitchen.durations import find_durations, parse_duration
from shared.kitchen.intents import STATE_CHANGING, Intent
from shared.kitchen.language import Language, language_of
from shared.kitchen.numbers import find_numbers
from shared.kitchen.second_thoughts import settled_text
from shared.kitchen.steps import find_step
from shared.kitchen.text import has_hangul

#: Least probability and least distance to the second; an action must be surer than an answer.
ACT: Final = (0.52, 0.18)
ANSWER: Final = (0.30, 0.04)
#: Sharper for what is said by accident most often, or costs most; found on speech of people left out of a fit.
STRICTER: Final = {
    Intent.FINISH: (0.60, 0.20),
    Intent.NEXT_STEP: (0.65, 0.25),
    Intent.STEP_DONE: (0.78, 0.60),
    Intent.START_COOKING: (0.60, 0.20),
    Intent.YES: (0.55, 0.20),
    Intent.NO: (0.40, 0.05),
    Intent.UNDO: (0.70, 0.30),
    Intent.STOP: (0.70, 0.30),
    Intent.PREVIOUS_STEP: (0.55, 0.20),
    Intent.PAUSE: (0.65, 0.25),
    Intent.RESUME: (0.80, 0.60),
    Intent.SCALE_SERVINGS: (0.65, 0.25),
    # "Convert this": little is said, and nothing else is asked in these words.
    Intent.CONVERT: (0.25, 0.04),
    # Nothing is done either way, but who is unsure that it wasn't meant for us may ask a language model.
    Intent.OUT_OF_SCOPE: (0.50, 0.10),
}
#: The less of a sentence is known, the surer an action must be.
STRANGER: Final = 0.5
#: A part of a sentence must be clearer than a whole one: a wrong cut makes nonsense of both halves.
CLAUSE: Final = 0.75
CLAUSE_ACTS: Final = 0.88
#: Above this share of unknown pieces it is another language, or noise; a sure model is doubted later.
MOST_UNSEEN: Final = 0.5
MOST_UNSEEN_SURE: Final = 0.7
_INSTEAD: Final = {
    Objection.ABOUT_VOICE: Intent.OUT_OF_SCOPE,
    Objection.QUESTION: Intent.QUESTION,
    Objection.NEGATED: Intent.NO,
    Objection.CONDITIONAL: Intent.OUT_OF_SCOPE,
    Objection.QUOTED: Intent.OUT_OF_SCOPE,
    Objection.OTHER_TIME: Intent.OUT_OF_SCOPE,
}
#: Then what the sentence says is not asked of us either, whatever else it resembles.
_NOT_ASKED: Final = frozenset({Objection.CONDITIONAL, Objection.QUOTED, Objection.OTHER_TIME})
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
#: One of them alone means little beside a real request, and two of them must not move the cook twice.
_FILLERS: Final = frozenset({Intent.YES, Intent.NO, Intent.SMALLTALK, Intent.OUT_OF_SCOPE})
_ONWARD: Final = frozenset({Intent.NEXT_STEP, Intent.STEP_DONE})
_ANSWERED: Final = frozenset(Intent) - STATE_CHANGING - _FILLERS
_NEIGHBOURS: Final = frozenset({Intent.NEXT_STEP, Intent.PREVIOUS_STEP})
#: Between these the model may waver, and still be sure that one of them is wanted.
_NEAR: Final = (
    _ONWARD,
    frozenset({Intent.STEP_DONE, Intent.FINISH}),
    frozenset({Intent.PAUSE, Intent.PAUSE_TIMER}),
    frozenset({Intent.PREVIOUS_STEP, Intent.GOTO_STEP}),
    frozenset({Intent.NEXT_STEP, Intent.GOTO_STEP}),
    frozenset({Intent.SCALE_SERVINGS, Intent.CHOOSE_RECIPE}),  # "let's do the roast chicken for six"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One clause, read."""

    intent: Intent
    confidence: float
    source: Source
    slots: Slots = NOTHING
    alternatives: tuple[Alternative, ...] = ()
    refused: bool = False  # an action was heard and not taken

    @property
    def action(self) -> Action:
        return Action(intent=self.intent, slots=self.slots)


class Embedded:
    device = "cpu"

    def __init__(self) -> None:
        self._model: Model | None = None
        self._words: frozenset[str] = frozenset()

    @property
    def model(self) -> str:
        return f"sous-intents-{self._model.header.data}" if self._model is not None else "sous-intents"

    def load(self) -> None:
        if self._model is None:
            self._model = Model.read()
            self._words = self._model.knows() | NUMBER_WORDS | frozenset(" ".join(PANTRY_EN).split())

    def close(self) -> None: ...

    def understand(self, text: str, situation: Situation) -> Understanding:
        language = situation.language or language_of(text, Language.KO)
        readings, whole = self._corrected(settled_text(as_numbers(parted(text, self._words))), situation)
        return Understanding(
            actions=tuple(reading.action for reading in readings),
            confidence=min(reading.confidence for reading in readings),
            language=language.value,
            source=readings[0].source,
            alternatives=whole.alternatives,
        )

    def _corrected(self, text: str, situation: Situation) -> tuple[list[Reading], Reading]:
        """What was said instead, when that is a wish of its own; else the whole."""
        instead = None if _goes_far(text) else said_instead(text)
        if instead is not None:
            reading = self.read(instead, situation)
            wish = reading.intent not in _FILLERS or reading.intent is Intent.NO
            if not reading.refused and wish and reading.confidence >= CLAUSE:
                return [reading], reading
        whole = self.read(text, situation)
        readings = (
            self._alone(wishes_beside_reasons(text), situation, whole)
            or self._compound(text, situation, whole)
            or self._behind_a_report(text, situation, whole)
        )
        return readings or [whole], whole

    def _behind_a_report(self, text: str, situation: Situation, whole: Reading) -> list[Reading] | None:
        if whole.intent in STATE_CHANGING - {Intent.START_COOKING, Intent.STEP_DONE}:
            return None
        wishes = [(wish, report) for wish, report in wishes_behind_reports(text) if find_numbers(report)]
        found = self._alone(wishes, situation, whole)
        if found is None or found[0].confidence < CLAUSE_ACTS:
            return None
        if whole.intent is Intent.STEP_DONE and found[0].intent is not Intent.GOTO_STEP:
            return None  # what was done counts beside a timer, but not beside a step that is gone to
        return None if objection(found[0].intent, _WRITTEN.sub("is", text)) is not None else found

    def _alone(self, wishes: Iterable[tuple[str, str]], situation: Situation, whole: Reading) -> list[Reading] | None:
        """What is asked for, where the rest only says why: "the packet says ten but set eight minutes"."""
        for wish, reason in wishes:
            said = self.read(with_its_length(wish, reason), situation)
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

    def read(self, text: str, situation: Situation) -> Reading:
        ringing = heard_while_ringing(text, situation)
        if ringing is not None:
            return Reading(ringing, 1.0, Source.COMMAND)
        command = find_command(text)
        if command is not None and command.intent in _NEIGHBOURS and _goes_far(text):
            command = None  # '다음 다음 단계' is no "next" said twice
        if command is not None and not outside(command.intent, text, situation):
            action = Action(intent=command.intent, slots=_spoken(command, text, situation))
            if possible(action, situation):
                return Reading(command.intent, 1.0 if command.exact else 0.8, Source.COMMAND, action.slots)
            return Reading(
                Intent.OUT_OF_SCOPE,
                0.0,
                Source.FALLBACK,
                alternatives=(Alternative(intent=command.intent, confidence=1.0),),
                refused=True,
            )
        return _nothing_but_a_time(text, situation) or self._learned(text, situation)

    def _learned(self, text: str, situation: Situation) -> Reading:
        assert self._model is not None, "load() comes first"
        language = situation.language or language_of(text, Language.KO)
        scores = self._model.scores(delexicalise(_timers_named(text, situation), language, situation.ingredients))
        ranked = scores.best(5)
        alternatives = tuple(Alternative(intent=i, confidence=round(p, 4)) for i, p in ranked[1:4])
        if scores.unseen > (MOST_UNSEEN_SURE if ranked[0][1] > 0.8 else MOST_UNSEEN):
            return Reading(Intent.OUT_OF_SCOPE, scores.unseen, Source.FALLBACK, alternatives=alternatives)
        intent, likely = ranked[0]
        meant = told_apart(intent, text)
        if meant is not intent:
            # What it was taken for is no rival of what is meant.
            ranked = [(meant, likely), *[pair for pair in ranked if pair[0] not in (meant, intent)]]
            intent = meant
        if intent in _NEIGHBOURS and _goes_far(text):
            ranked, intent = [(Intent.GOTO_STEP, likely), *ranked[1:]], Intent.GOTO_STEP
        if intent is Intent.SET_TIMER and _is_added(text):
            ranked, intent = [(Intent.ADD_TIME, likely), *ranked[1:]], Intent.ADD_TIME
        if outside(intent, text, situation):
            return _not_done(_harmless(ranked) or Intent.OUT_OF_SCOPE, ranked, alternatives)
        named = (Alternative(intent=intent, confidence=round(likely, 4)), *alternatives[:2])
        against = objection(intent, text)
        if against is not None:
            instead, harmless = _INSTEAD[against], _harmless(ranked)
            if harmless is not None and against not in _NOT_ASKED:
                instead = harmless
            return _not_done(instead, ranked, alternatives)
        least, margin = STRICTER.get(intent, ACT if intent in STATE_CHANGING else ANSWER)
        if intent in STATE_CHANGING:
            least += STRANGER * scores.unseen
        near = {intent}.union(*(pair for pair in _NEAR if intent in pair))
        wanted = sum(share for other, share in ranked if other in near)
        if intent in _ANSWERED:
            near |= _ANSWERED  # none of them changes anything: the likelier one is said
        next_best = max((share for other, share in ranked[1:] if other not in near), default=0.0)
        if wanted < least or wanted - next_best < margin:
            return _not_done(Intent.OUT_OF_SCOPE, ranked, named)
        slots = read_slots(intent, text, situation)
        if _says_too_little(intent, slots):
            intent = _one_step(text, ranked)
        if _says_too_little(intent, slots) or not possible(Action(intent=intent, slots=slots), situation):
            return _not_done(Intent.OUT_OF_SCOPE, ranked, named)
        return Reading(intent, likely, Source.CLASSIFIER, slots, alternatives)

    def _compound(self, text: str, situation: Situation, whole: Reading) -> list[Reading] | None:
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
            if objection(intent, text, asked=False) in (*_NOT_ASKED, Objection.NEGATED):
                return None
        parts = [part for part in parts if not _HESITATES.fullmatch(part)]
        readings = [self.read(part, situation) for part in parts]
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
        if any(reading.confidence < _least(reading, whole) and reading.intent not in _FILLERS for reading in readings):
            return None
        meant: list[Reading] = []
        said = [reading for reading in readings if reading.intent not in _FILLERS]
        # "뚜껑 덮고 몇 분 둬?": its first half is no question of its own.
        said = [reading for reading in said if reading.intent is not Intent.QUESTION] or said
        for reading in said[1:] if _only_a_reason(said) else said:
            _add(meant, reading)
        # "I've put the onions in, what's next?" is one step onwards: its halves are surer than the whole.
        surer = len(meant) == 1 < len(said) and meant[0].confidence > whole.confidence
        return meant if len(meant) > 1 or surer else None


#: What a packet says is no hearsay.
_WRITTEN: Final = re.compile(
    r"(?<=recipe )says|(?<=packet )says|(?<=package )says|(?<=box )says|(?<=bag )says|(?<=label )says|(?<=tin )says"
    r"|(?<=step [0-9] )says|(?<=card )says|(?<=book )says"
)


def _nothing_but_a_time(text: str, situation: Situation) -> Reading | None:
    """ "Just seven minutes, thanks", "timer for ten": nothing is left to be learned about."""
    length = bare_length(text)
    seconds = length.seconds if length is not None else minutes_unsaid(text)
    if seconds is None:
        return None
    intent = Intent.ADD_TIME if length is not None and length.change else Intent.SET_TIMER
    if outside(intent, f"{text} timer", situation):
        return None
    slots = Slots(duration_s=seconds, name=read_slots(intent, text, situation).name)
    return Reading(intent, CLAUSE_ACTS if length is None else CLAUSE, Source.CLASSIFIER, slots)


#: What is asked for with a number of its own.
_COUNTED: Final = frozenset({Intent.SET_TIMER, Intent.ADD_TIME, Intent.GOTO_STEP, Intent.SCALE_SERVINGS})


def _number(slots: Slots) -> float | None:
    said = slots.model_dump()
    return next((said[name] for name in ("duration_s", "step", "offset", "servings", "factor") if name in said), None)


def _least(part: Reading, whole: Reading) -> float:
    """Where the whole is an answer, a part that acts is mostly how the question came about."""
    return CLAUSE_ACTS if part.intent in STATE_CHANGING and whole.intent in _ANSWERED else CLAUSE


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


def _timers_named(text: str, situation: Situation) -> str:
    """ "Bin the noodle one", "pause the potatoes", "국 거 세워 놔": where such a timer runs, the timer is meant."""
    for name in situation.timers or ():
        if not name or _TIMER_SAID.search(text):
            continue
        if has_hangul(name):
            text = re.sub(
                rf"({re.escape(name)})(?: ?[거꺼것](?=[가-힣]{{0,2}}(?: |$))|{_HALTED_KO})", r"\1 타이머", text
            )
        else:
            text = re.sub(rf"({re.escape(name)}) one\b", r"\1 timer", text, flags=re.IGNORECASE)
            text = re.sub(rf"({_HALTED_EN}{re.escape(name)}){_AND_NO_MORE_EN}", r"\1 timer", text, flags=re.IGNORECASE)
    return text


_TIMER_SAID: Final = re.compile(r"타이머|알람|\b(?:timers?|alarm|countdown)\b", re.IGNORECASE)
#: What can be done to a timer and hardly to the food it is called after.
_HALTED_EN: Final = (
    r"\b(?:pause|hold|freeze|halt|suspend|resume|unpause|restart|continue|cancel|kill|scrap|delete)(?: the| my)? "
)
_AND_NO_MORE_EN: Final = r"(?= *[.!?]*$| (?:please|for|now|a|till|until|while)\b)"
_HALTED_KO: Final = (
    r"(?:[을를만]|좀)?(?= ?(?:좀 |잠깐 |잠시 |일단 |잠깐만 )?(?:멈춰|멈추|정지|일시 ?정지|중지|취소|재개|다시 ?돌려))"
)


def _harmless(ranked: list[tuple[Intent, float]]) -> Intent | None:
    return next((intent for intent, likely in ranked if intent not in STATE_CHANGING and likely > 0.1), None)


def _not_done(instead: Intent, ranked: list[tuple[Intent, float]], alternatives: tuple[Alternative, ...]) -> Reading:
    confidence = next((likely for intent, likely in ranked if intent is instead), 0.0)
    return Reading(instead, confidence, Source.FALLBACK, alternatives=alternatives, refused=True)


def _says_too_little(intent: Intent, slots: Slots) -> bool:
    """No step in it: then nobody asked for a step."""
    return intent is Intent.GOTO_STEP and slots.step is None and slots.offset is None


def _goes_far(text: str) -> bool:
    """ "Two steps back", "다다음 단계": further than to the neighbour."""
    target = find_step(text)
    return target is not None and abs(target.offset or 0) > 1


def _is_added(text: str) -> bool:
    """ "The rice needs two extra minutes": so much more than it has, and neither a timer of its own nor a call then."""
    low = text.lower()
    return any(
        found.change > 0
        and _MORE_OF_IT.search(low, found.start, found.end + 8)
        and not _OF_ITS_OWN.match(low, found.end)
        and not _THEN.search(low, 0, found.start)
        for found in find_durations(low)
    )


_MORE_OF_IT: Final = re.compile(r"\b(?:more|extra|longer|additional)\b|[분초간반]만? ?더(?! ?(?:있|지나))")
_OF_ITS_OWN: Final = re.compile(r" (?:[a-z]+ ){0,2}(?:timer|countdown)\b")
_THEN: Final = re.compile(r"\b(?:in|after|within|set|start) (?:[a-z]+ )?$")


def _one_step(text: str, ranked: list[tuple[Intent, float]]) -> Intent:
    """ "Just one step further" names no step, and means one: the likelier of its two neighbours, if nothing objects."""
    if not _JUST_ONE.search(text.lower()):
        return Intent.GOTO_STEP
    one = next((intent for intent, _ in ranked[1:] if intent in _NEIGHBOURS), Intent.GOTO_STEP)
    return Intent.GOTO_STEP if objection(one, text) is not None else one


_JUST_ONE: Final = re.compile(
    r"(?:한|하나|1) ?(?:건너|넘|더|단계|칸|장|스텝|번|개|걸음|만)|\b(?:one|a|1) (?:step|notch|bit|page|line|back|"
    r"on|more)\b"
)


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
        if reading.intent in _ONWARD and earlier.intent in _ONWARD:
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


def _spoken(command: Command, text: str, situation: Situation) -> Slots:
    known = {key: value for key, value in command.slots.items() if key in Slots.model_fields}
    if not known:
        return read_slots(command.intent, text, situation)
    if "name" in known and is_no_name(str(known["name"])):
        return Slots.model_validate({**known, "name": timer_name(text, situation)})
    return Slots.model_validate(known)
