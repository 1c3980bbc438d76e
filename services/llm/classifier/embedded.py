"""Understanding with nothing but this process: exact commands, then the learned model, then reasons not to act.

The order of doubts: an exact command is taken at its word; a learned answer must be likely enough, clear enough of the
next one, not objected to (`guards`) and possible now (`possible`). What fails any of these changes nothing.
"""

import re
from typing import Final

from services.llm.classifier.asked_step import goes_far
from services.llm.classifier.bare_length import bare_length
from services.llm.classifier.delexicalise import delexicalise
from services.llm.classifier.guards import NOT_ASKED, Objection, objection
from services.llm.classifier.model import Model
from services.llm.classifier.one_breath import one_breath
from services.llm.classifier.pantry import PANTRY_EN
from services.llm.classifier.possible import heard_while_ringing, possible
from services.llm.classifier.reading import ANSWERED, CLAUSE, CLAUSE_ACTS, ONWARD, Reading
from services.llm.classifier.remit import outside
from services.llm.classifier.run_together import NUMBER_WORDS, parted
from services.llm.classifier.slots import read_slots
from services.llm.classifier.sound_alikes import as_numbers
from services.llm.classifier.timer_names import is_no_name, timer_name
from services.llm.classifier.twins import told_apart
from services.llm.classifier.unsaid_minutes import minutes_unsaid
from services.llm.situation import Situation, Understanding
from shared.contracts.llm import Action, Alternative, Slots, Source
from shared.kitchen.commands import Command, find_command
from shared.kitchen.durations import find_durations
from shared.kitchen.intents import STATE_CHANGING, Intent
from shared.kitchen.language import Language, language_of
from shared.kitchen.second_thoughts import settled_text
from shared.kitchen.text import has_hangul

#: Least probability and least distance to the second; an action must be surer than an answer.
ACT: Final = (0.52, 0.18)
ANSWER: Final = (0.30, 0.04)
#: Sharper for what is said by accident most often, or costs most; found on speech of people left out of a fit.
STRICTER: Final = {
    Intent.FINISH: (0.55, 0.20),
    Intent.NEXT_STEP: (0.65, 0.25),
    Intent.STEP_DONE: (0.78, 0.60),
    Intent.START_COOKING: (0.60, 0.20),
    Intent.YES: (0.55, 0.20),
    Intent.NO: (0.40, 0.05),
    Intent.UNDO: (0.60, 0.25),
    Intent.STOP: (0.70, 0.30),
    Intent.PREVIOUS_STEP: (0.50, 0.18),
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
_NEIGHBOURS: Final = frozenset({Intent.NEXT_STEP, Intent.PREVIOUS_STEP})
#: Between these the model may waver, and still be sure that one of them is wanted.
_NEAR: Final = (
    ONWARD,
    frozenset({Intent.STEP_DONE, Intent.FINISH}),
    frozenset({Intent.PAUSE, Intent.PAUSE_TIMER}),
    frozenset({Intent.PREVIOUS_STEP, Intent.GOTO_STEP}),
    frozenset({Intent.NEXT_STEP, Intent.GOTO_STEP}),
    frozenset({Intent.UNDO, Intent.CANCEL_TIMER}),  # "undo the timer you just set"
    frozenset({Intent.SCALE_SERVINGS, Intent.CHOOSE_RECIPE}),  # "let's do the roast chicken for six"
)


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
            self._words = self._model.words | NUMBER_WORDS | frozenset(" ".join(PANTRY_EN).split())

    def close(self) -> None: ...

    def understand(self, text: str, situation: Situation) -> Understanding:
        language = situation.language or language_of(text, Language.KO)
        said = settled_text(as_numbers(parted(text, self._words)))
        readings, whole = one_breath(said, lambda part: self.read(part, situation))
        return Understanding(
            actions=tuple(reading.action for reading in readings),
            confidence=min(reading.confidence for reading in readings),
            language=language.value,
            source=readings[0].source,
            alternatives=whole.alternatives,
        )

    def read(self, text: str, situation: Situation) -> Reading:
        ringing = heard_while_ringing(text, situation)
        if ringing is not None:
            return Reading(ringing, 1.0, Source.COMMAND)
        command = find_command(text)
        if command is not None and command.intent in _NEIGHBOURS and goes_far(text):
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
        if intent in _NEIGHBOURS and goes_far(text):
            ranked, intent = [(Intent.GOTO_STEP, likely), *ranked[1:]], Intent.GOTO_STEP
        if intent is Intent.SET_TIMER and _is_added(text):
            ranked, intent = [(Intent.ADD_TIME, likely), *ranked[1:]], Intent.ADD_TIME
        if outside(intent, text, situation, likely):
            return _not_done(_harmless(ranked) or Intent.OUT_OF_SCOPE, ranked, alternatives)
        named = (Alternative(intent=intent, confidence=round(likely, 4)), *alternatives[:2])
        against = objection(intent, text)
        if against is not None:
            instead, harmless = _INSTEAD[against], _harmless(ranked)
            if harmless is not None and against not in NOT_ASKED:
                instead = harmless
            return _not_done(instead, ranked, alternatives)
        least, margin = STRICTER.get(intent, ACT if intent in STATE_CHANGING else ANSWER)
        if intent in STATE_CHANGING:
            least += STRANGER * scores.unseen
        near = {intent}.union(*(pair for pair in _NEAR if intent in pair))
        wanted = sum(share for other, share in ranked if other in near)
        if intent in ANSWERED:
            near |= ANSWERED  # none of them changes anything: the likelier one is said
        next_best = max((share for other, share in ranked[1:] if other not in near), default=0.0)
        if wanted < least or wanted - next_best < margin:
            return _not_done(Intent.OUT_OF_SCOPE, ranked, named)
        slots = read_slots(intent, text, situation)
        if _says_too_little(intent, slots):
            intent = _one_step(text, ranked)
        if _says_too_little(intent, slots) or not possible(Action(intent=intent, slots=slots), situation):
            return _not_done(Intent.OUT_OF_SCOPE, ranked, named)
        return Reading(intent, likely, Source.CLASSIFIER, slots, alternatives)


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


def _spoken(command: Command, text: str, situation: Situation) -> Slots:
    known = {key: value for key, value in command.slots.items() if key in Slots.model_fields}
    if not known:
        return read_slots(command.intent, text, situation)
    if "name" in known and is_no_name(str(known["name"])):
        return Slots.model_validate({**known, "name": timer_name(text, situation)})
    return Slots.model_validate(known)
