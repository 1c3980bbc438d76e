# ruff: noqa: E501
""" "얼마나 볶아?", "how long do I roast it?": the time of the work and the thing that were asked about, wherever it stands.

Only the recipe's own times. How long something keeps is in the tables, or nobody here knows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from orchestrator.recipes.model import Recipe, Step, TimeCue, Wait
from orchestrator.session.action import Action
from orchestrator.session.decision import Decision, happened, say
from orchestrator.session.events import Focused
from orchestrator.session.kitchen_work import COOKING, Work, bare_question, is_left_alone, work_asked, work_told
from orchestrator.session.mentions import mentioned
from orchestrator.session.naming import how_it_stands
from orchestrator.session.reading import cue_text, name_in
from orchestrator.session.state import State, TimerState
from orchestrator.tables import answer_from_tables
from orchestrator.wording import phrase
from orchestrator.wording.amounts import duration_text, listed
from shared.kitchen.glossary import ancestors
from shared.kitchen.ingredient_concepts import concept_of, singular
from shared.kitchen.ingredient_names import find_ingredients
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language, language_of

_KEEPING = re.compile(
    r"며칠|보관|두고 ?먹|밖에(?:다|서)? ?(?:[가-힣]+ )?(?:둬|놔|두(?!부)|놓)|상(?:하나|하지|할까|해\?)|남은 ?(?:거|것|음식|국(?!물)|찌개|반찬)(?!.*[볶끓굽구졸조익데])"
    r"|얼마나 ?(?:오래 ?)?(?:가|갈까|가나|간)(?:요|나요|지|죠)?\s*[?.!]*$|(?:실온|상온)에.*(?:도 ?[돼되]|괜찮)"
    r"|\bleav(?:e|ing)\b.*\bout\b|\b(?:left|be|been) out\b|\bsit(?:s|ting)? out\b|\bstor(?:e|ed|ing|age)\b|\bleftovers?\b|\bfreez"
    r"|\bkeeps?\s*(?:for\b|in\b|at\b|[?.!]*$)|\bcan (?:i|we|you) keep\b|\bkeep \w+ in the (?:fridge|freezer)"
    r"|\bstays? (?:good|fresh|safe)\b|\b(?:will|do|does|would) .*\blast\b|\bgo(?:es)? bad\b",
    re.IGNORECASE,
)
_COLD_PLACE = re.compile(
    r"냉장고|냉동|\bfridge\b|\bfreezer\b|\brefrigerator\b|실온|상온|\broom temperature\b", re.IGNORECASE
)
_TOTAL = re.compile(r"총|전부|다\s*해서|전체|\btotal\b|altogether|\bin all\b|whole (?:thing|recipe)", re.IGNORECASE)
_HERE = re.compile(r"(?:이번|이|지금|여기) ?(?:단계|과정)|지금 ?하는", re.IGNORECASE)
_TAKES = re.compile(r"걸리|걸려", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)")
_CLAUSE_END = re.compile(r"[.!?;]|(?<=[고서며면다]),? |뒤 |뒤, |다가 |, | and | then ")
#: Words of a question that say nothing of what is asked about, though they may stand in a step.
_EMPTY = frozenset(
    "how long much many more longer time times minutes minute hours hour seconds until for the this that them they does do did should "
    "when should out off over before after here there let add put get keep leave move turn need with and have has into from each every about again left now step take takes 얼마나 얼마 몇분 몇시간 정도 동안 "
    "몇 분 초 더 좀 다 안 한 면 noodle 이거 그거 이건 그건 지금 이제 아직 시간 단계 이번 여기 다시 계속 넣고 넣어 하고 해야 하지 해요 거야 되지 되나".split()
)  # fmt: skip
_PARTICLES = re.compile(r"(?:은|는|을|를|이|가|에|도|만|랑|하고)$")
_HOW_LONG = re.compile(r"얼마나|며칠|몇 ?(?:일|시간|분)|\bhow (?:long|many (?:days|hours))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the time is wanted of. Nothing of it: the bare "how long?"."""

    works: tuple[Work, ...]
    leaving: bool
    ingredients: frozenset[str]
    words: frozenset[str]

    @property
    def things(self) -> bool:
        return bool(self.ingredients or self.words)

    @property
    def bare(self) -> bool:
        return not (self.works or self.leaving or self.things)


@dataclass(frozen=True, slots=True)
class _Told:
    """One time of the recipe with the words it stands in."""

    step: Step
    cue: TimeCue
    works: tuple[Work, ...]
    ingredients: frozenset[str]  # what it is about
    inside: frozenset[str]  # what is in the pot by then
    words: frozenset[str]

    @property
    def hot(self) -> bool:
        return any(work.hot for work in self.works)


def how_long(state: State, action: Action, now: float) -> Decision:
    recipe, step, language = state.recipe, state.step, action.language
    assert recipe is not None
    assert step is not None
    told = tuple(_told(recipe))
    asked = _asked(recipe, step, action, told)
    if _KEEPING.search(action.text):
        return _keeping(action)
    if recipe.total_s and (
        _TOTAL.search(action.text) or (_TAKES.search(action.text) and asked.bare and not _HERE.search(action.text))
    ):
        return say(
            phrase("total_time", language, title=recipe.title, time=duration_text(recipe.total_s, None, language))
        )
    if not asked.things and (missing := _unknown_thing(recipe, action.text)) is not None:
        return say(phrase("no_time_for", language, name=missing))
    if asked.bare:
        return _of_this_step(state, step, step.times, action, now) if step.times else _later(recipe, step, language)
    found = _best(asked, told, step)
    if not found:
        return _keeping(action) if _COLD_PLACE.search(action.text) else _no_time(recipe, asked, language)
    where = found[0].step
    if where.number == step.number:
        return _of_this_step(state, step, tuple(one.cue for one in found), action, now)
    if not step.times and not asked.things:
        return say(phrase("time_later", language, n=where.number, time=_times(found, language)))
    sure = all(_fit(asked, one) >= _SURE for one in found)
    if len(found) == 1 and not sure and found[0].cue.label:
        time = _time(found[0].cue, language)
        return say(phrase("time_of_in_step", language, label=found[0].cue.label, n=where.number, time=time))
    return say(phrase("time_in_step", language, n=where.number, time=_times(found, language)))


def asks_keeping(state: State, action: Action) -> bool:
    """ "고기 밖에 얼마나 둬도 돼?", "how long do they keep?": no time of any step, whatever it was taken for."""
    text = action.text
    return state.recipe is not None and bool(_HOW_LONG.search(text)) and bool(_KEEPING.search(text))


def _asked(recipe: Recipe, step: Step, action: Action, told: tuple[_Told, ...]) -> _Asked:
    works = work_asked(recipe, action.text)
    view = bare_question(recipe, action.text)
    found = mentioned(recipe, view, action.slots.ingredient, here=step)
    known = {word for one in told for word in one.words}
    words = {word for word in _words(view) if word in known and not work_told(word)}
    ingredients = frozenset(one.id for one in found.ingredients) if found is not None else frozenset()
    return _Asked(works, not works and is_left_alone(view), ingredients, frozenset(words))


def _best(asked: _Asked, told: tuple[_Told, ...], here: Step) -> tuple[_Told, ...]:
    """The times of one step that fit best: of this step, else of the nearest."""
    fits = [(_fit(asked, one, here), one) for one in told]
    fits = [(fit, one) for fit, one in fits if fit]
    if not fits:
        return ()
    best = max(fit for fit, _ in fits)
    nearest = min((_distance(one.step, here) for fit, one in fits if fit == best))
    return tuple(one for fit, one in fits if fit == best and _distance(one.step, here) == nearest)


def _distance(step: Step, here: Step) -> float:
    """This step, the next, the one before ..."""
    away = step.number - here.number
    return away if away >= 0 else -away + 0.5


_SURE = 4


def _fit(asked: _Asked, told: _Told, here: Step | None = None) -> int:
    """How well a time answers the question; 0: not at all."""
    named = bool(asked.ingredients & told.ingredients or asked.words & told.words)
    if asked.leaving:
        return _SURE if not told.hot and (named or not asked.things) else 0
    if not asked.works:
        return 0 if not named else _SURE + 1 if told.step is here else _SURE if told.hot else _SURE - 1
    same = sum(1 for work in asked.works if _is(work, told))
    nearly = told.hot and COOKING in told.works and any(work.hot for work in asked.works)
    if not asked.things:
        return _SURE + 1 if same == len(asked.works) else _SURE if same else 3 if nearly else 0
    if same or nearly:
        return _SURE if named else 3 if asked.ingredients & told.inside else 0
    return 2 if named and asked.works[0].hot is told.hot else 0


def _is(work: Work, told: _Told) -> bool:
    """ "Cook" is any work by heat."""
    return work in told.works or (work is COOKING and told.hot)


def _of_this_step(state: State, step: Step, cues: tuple[TimeCue, ...], action: Action, now: float) -> Decision:
    language = action.language
    said = []
    for cue in cues:
        key = {Wait.PER_SIDE: "time_per_side", Wait.INTERVAL: "time_every"}.get(cue.kind, "time_here")
        key = "time_of" if key == "time_here" and len(cues) > 1 else key
        said.append(phrase(key, language, label=cue.label, time=cue_text(cue, language)))
        if cue.until and language_of(cue.until) is language:  # "it smells sweet까지" is no sentence
            said.append(phrase("until", language, until=cue.until))
    running = next((t for t in state.live_timers if t.step == step.number and t.state is TimerState.RUNNING), None)
    if running is not None:
        said.append(how_it_stands(running, language, now))
    return happened(Focused(replace(state.focus, topic=Intent.HOW_LONG))) + say(*said)


def _later(recipe: Recipe, step: Step, language: Language) -> Decision:
    """This step has no time: the next one that has."""
    later = next((one for one in recipe.steps[step.number :] if one.times), None)
    if later is None:
        return say(phrase("no_time_here", language))
    time = listed([_time(cue, language) for cue in later.times], language)
    return say(phrase("time_later", language, n=later.number, time=time))


def _keeping(action: Action) -> Decision:
    entry = answer_from_tables(action.text, action.language, only="temperature")
    return say(*(entry or (phrase("keeping_unknown", action.language),)))


def _no_time(recipe: Recipe, asked: _Asked, language: Language) -> Decision:
    if not asked.ingredients:
        return say(phrase("no_time_for_that", language))
    name = name_in(recipe.ingredient(min(asked.ingredients)), language)
    return say(phrase("no_time_for", language, name=name))


def _unknown_thing(recipe: Recipe, text: str) -> str | None:
    """An ingredient that is named and stands nowhere in the recipe."""
    written = " ".join(step.text for step in recipe.steps).lower()
    kinds = {kind for one in recipe.ingredients for kind in _kinds(one.name)}
    for word in _words(bare_question(recipe, text)):
        if concept_of(word) and word not in written and not kinds.intersection(_kinds(word)):
            return word
    return None


def _kinds(name: str) -> frozenset[str]:
    concept = concept_of(name)
    return frozenset() if concept is None else frozenset({concept, *ancestors(concept)})


def _times(found: tuple[_Told, ...], language: Language) -> str:
    return listed([_time(one.cue, language) for one in found], language)


def _time(cue: TimeCue, language: Language) -> str:
    key = {Wait.PER_SIDE: "per_side", Wait.INTERVAL: "each_time"}.get(cue.kind)
    time = cue_text(cue, language)
    return time if key is None else phrase(key, language, time=time)


def _told(recipe: Recipe) -> Iterator[_Told]:
    inside: frozenset[str] = frozenset()
    for step in recipe.steps:
        here = frozenset(use.ingredient for use in step.uses)
        for cue, words in _with_its_words(step):
            about = here
            if len(step.times) > 1:
                named = find_ingredients(words, recipe.ingredients)
                about = frozenset(recipe.ingredients[at].id for one in named for at in one.indexes) & here or here
            label = cue.label if len(step.times) > 1 else f"{cue.label}. {step.title}"
            text = f"{label}. {words}"
            yield _Told(step, cue, work_told(text), about or inside, inside, frozenset(_words(text.lower())))
        inside |= here


def _with_its_words(step: Step) -> Iterator[tuple[TimeCue, str]]:
    """Each time with its part of the sentence: "소고기를 3분 볶다가" and "미역을 넣고 5분 더 볶아요"."""
    begun = 0
    for index, cue in enumerate(step.times):
        if cue.start is None or cue.end is None:
            yield cue, step.text
            continue
        before = [match.end() for match in _SENTENCE_END.finditer(step.text, 0, cue.start)]
        end_of_sentence = _SENTENCE_END.search(step.text, cue.end)
        last = end_of_sentence.start() if end_of_sentence else len(step.text)
        following = step.times[index + 1].start if index + 1 < len(step.times) else None
        limit = min(last, following) if following is not None else last
        clause = _CLAUSE_END.search(step.text, cue.end, limit)
        begin, end = max(begun, *before, 0), clause.start() if clause else limit
        if not work_told(step.text[begin:end]):
            end = limit
        yield cue, step.text[begin:end]
        begun = end


def _words(text: str) -> Iterator[str]:
    for word in re.findall(r"[a-z]{3,}|[가-힣]+", text):
        bare = singular(word) if word.isascii() else _PARTICLES.sub("", word) if len(word) > 1 else word
        if word not in _EMPTY and bare not in _EMPTY:
            yield bare
