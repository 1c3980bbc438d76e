# ruff: noqa: E501
"""How much of the step a report speaks of: all of it, a part of it, only its beginning, or work of another step.

"간장 넣었어" in a step of seven things is a part, "끓기 시작했어" the beginning of its fifteen minutes. What follows from it
is decided in `moving.py`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from orchestrator.recipes.model import Ingredient, Recipe, Step, TimeCue, Wait
from orchestrator.session.reading import uses_of
from orchestrator.session.state import State, TimerState
from shared.kitchen.ingredient_names import Ambiguous, find_ingredients
from shared.kitchen.steps import find_step
from shared.kitchen.text import normalise, squeeze


class Extent(StrEnum):
    WHOLE = "whole"
    PART = "part"
    BEGUN = "begun"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Report:
    extent: Extent
    named: tuple[str, ...] = ()  # the step's ingredients that are in
    missing: tuple[Ingredient, ...] = ()  # those that are not


_WHOLE = re.compile(
    r"(?<![가-힣])다(?:\s|$|(?=넣|했|썰|섞|부었|볶|끓|풀|올|만들|익|구|삶|씻|버무|담|녹|갈))|전부|모두|싹|모조리|나머지"
    r"|\b(?:all|everything|every|both|the lot|the rest)\b",
    re.IGNORECASE,
)
#: The timed work itself is over, so the step is: fried, boiled, baked. (Marinating and soaking begin with these words.)
_COOKED = re.compile(
    r"볶았|볶음|끓였|구웠|삶았|쪘|튀겼|데쳤|졸였|조렸|익혔|익었|식혔|지났|뒤집었"
    r"|\b(?:fried|boiled|simmered|baked|roasted|cooked|steamed|grilled|saut[eé]ed|seared|toasted|browned)\b",
    re.IGNORECASE,
)
_STARTED = re.compile(
    r"시작했|시작함|시작한다|시작됐|고 ?있(?:어|다|음)|는 ?중|\b(?:started|begun|began|starting)\b"
    r"|\b(?:i'?m|i am|is|are|it'?s|now) (?:now )?[a-z]+ing\b|\b[a-z]+ing now\b",
    re.IGNORECASE,
)
_BOILS = re.compile(
    r"끓기 ?시작|끓는다|끓네|끓어|끓었|끓고|끓음|\bboil(?:s|ing)\b|\bto (?:a|the) boil\b|\bbubbl(?:es|ing)\b|\bsimmering\b",
    re.IGNORECASE,
)
_BOILING_WORK = re.compile(r"끓|삶|졸|조려|데치|데쳐|찌|쪄|\b(?:boil|simmer|blanch|steam|poach)", re.IGNORECASE)
#: The fire, the pan, the oven: what the work needs, and not the work.
_SET_UP = re.compile(
    r"불(?:을|도)? ?(?:좀 )?(?:줄였|켰|올렸|낮췄|높였|키웠|내렸)|[중약센강]불로 ?(?:줄였|바꿨|했|올렸|낮췄)|달궜|예열했"
    r"|(?:오븐|냉장고|팬|냄비|찜기|냉동실|불|전자레인지)에(?:다)? ?(?:올렸|넣었|뒀|두었|놨|놓았)|(?:팬|냄비|프라이팬)(?:을|를)? ?올렸"
    r"|\b(?:turn|crank|dial|lower|reduc|bring|brought|turned)(?:ed)? (?:the |it |down |up )*(?:heat|down|up)\b"
    r"|\bheat(?:'s| is)? (?:down|up|on|low|lower|medium)\b|\b(?:pan|oven|pot|wok)(?:'s| is)? (?:on|hot|heated|warm)\b"
    r"|\b(?:in|into) the (?:oven|fridge|freezer|pan|pot|microwave|steamer)\b|\bon the (?:stove|heat|hob)\b",
    re.IGNORECASE,
)
_SAYS_STEP = re.compile(r"단계|스텝|\bstep\b", re.IGNORECASE)
#: "The garlic's in": no name ends in it.
_IS = re.compile(r"[’']s\b", re.IGNORECASE)
_HALF = re.compile(r"반만|절반|반 ?정도|조금만|일부|\bhalf\b|\bsome of\b|\bpart of\b", re.IGNORECASE)
_ONE_MORE = re.compile(r"[가-힣](?:도|도요)[.!]?$|\b(?:too|as well|also)[.!]?$", re.IGNORECASE)
#: "아니 아직 안 넣었어", "no wait, I haven't yet": what was just reported was not so.
_NOT_YET = re.compile(
    r"아직|안 ?(?:했|넣|끝|됐|볶|끓|썰|부었|섞|구웠|만들|됨|한|삶|씻)|못 ?했|덜 ?(?:됐|했|끝|익|썰|볶)|않았"
    r"|\bnot (?:yet|done|finished|in)\b|\b(?:have|has|did|was|is)(?:n'?t| not)\b|\btoo (?:early|soon)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"안 ?[가-힣]|못 ?했|않았|\b(?:have|has|did)(?:n'?t| not)\b", re.IGNORECASE)
#: Said to be made or finished: what?
_MADE = re.compile(
    r"(?P<ko>[가-힣 ]{1,20}?)(?:은|는|이|가|을|를|도)? ?(?:이제 ?|벌써 ?)?(?:다 ?)?(?:만들었|완성했|완성됐|완성|끝냈|끝났|됐)[가-힣]{0,3}"
    r"|(?:i(?:'?ve| have)? |i'?m )?(?:just )?(?:made|finished|done)(?: (?:making|with))? (?:the |my )?(?P<en>[a-z ]{3,30})"
    r"|(?:the |my )?(?P<is>[a-z ]{3,30}?)(?:'?s| is| are) (?:all )?(?:done|ready|made|finished)",
    re.IGNORECASE,
)
_THE_COOK = re.compile(
    r"^(?:아|어|자|이제|드디어|그럼|네)? ?(?:요리|음식|다|전부|모두|이제|오늘|저녁|점심|아침|밥|식사|이거|이게|그거|모든 ?\w*|마지막.*|끝)?$"
    r"|\b(?:cook|cooking|dish|food|meal|dinner|lunch|everything|all|it|this|that|we|i|recipe)\b",
    re.IGNORECASE,
)


def read_report(state: State, recipe: Recipe, step: Step, text: str) -> Report:
    text = _IS.sub(" is", text)
    named = _named(recipe, step, text)
    uses = [use.ingredient for use in step.uses]
    mine = tuple(one for one in uses if one in named)
    if named and not mine and _belongs_elsewhere(recipe, step, named):
        return Report(Extent.ELSEWHERE)
    target = find_step(text) if _SAYS_STEP.search(text) else None
    if target is not None and target.step is not None and 0 < target.step != step.number:
        return Report(Extent.ELSEWHERE)  # "2단계 다 했어" in the third
    waits, runs = bool(unstarted(state, step)), _runs(state, step)
    missing = _missing(recipe, uses, state.place.reported.union(mine), after=mine if waits else ())
    if _BOILS.search(text):
        if not _BOILING_WORK.search(step.text):
            return Report(Extent.ELSEWHERE)
        return Report(Extent.BEGUN, mine) if waits or runs else Report(Extent.WHOLE)
    if _STARTED.search(text):
        return Report(Extent.BEGUN, mine if waits else ())
    if step.times and _COOKED.search(text):
        return Report(Extent.WHOLE)
    if _WHOLE.search(text):  # "양파 버섯 다 넣었어": all of it is in, and its five minutes begin
        return Report(Extent.PART, mine) if mine and waits else Report(Extent.WHOLE)
    if named and _HALF.search(text):
        return Report(Extent.BEGUN)
    if runs and (named or _SET_UP.search(text)):
        return Report(Extent.BEGUN, mine)
    if mine:
        return Report(Extent.PART, mine, missing) if missing or waits else Report(Extent.WHOLE)
    if waits and (named or _SET_UP.search(text)):
        return Report(Extent.BEGUN)
    if missing and _SET_UP.search(text):
        return Report(Extent.PART, (), missing)
    return Report(Extent.WHOLE)


def denied_of(recipe: Recipe, step: Step, text: str) -> tuple[Ingredient, ...]:
    """ "후추는 안 넣었어": the step's ingredients that are not in; what is not named, is."""
    named = _named(recipe, step, text)
    return tuple(recipe.ingredient(use.ingredient) for use in step.uses if use.ingredient in named)


def unstarted(state: State, step: Step) -> tuple[TimeCue, ...]:
    """The step's times, as long as no timer of it was started. "Every five minutes" ends nothing."""
    if any(timer.step == step.number and timer.state is not TimerState.CANCELLED for timer in state.timers):
        return ()
    return tuple(cue for cue in step.times if cue.kind is not Wait.INTERVAL)


def _runs(state: State, step: Step) -> bool:
    return any(timer.step == step.number and timer.state is TimerState.RUNNING for timer in state.timers)


def _named(recipe: Recipe, step: Step, text: str) -> frozenset[str]:
    """By id. A word that fits several means the step's own; if none of them is, it says nothing."""
    here = {use.ingredient for use in step.uses}
    named: set[str] = set()
    for found in find_ingredients(text, recipe.ingredients):
        ids = {recipe.ingredients[index].id for index in found.indexes}
        named |= ids & here if isinstance(found, Ambiguous) else ids
    return frozenset(named)


def _belongs_elsewhere(recipe: Recipe, step: Step, named: frozenset[str]) -> bool:
    """What only comes later is not this step's; what went in before may well be what a step without a list is about."""
    taking = [other.number for one in named for other, _ in uses_of(recipe, one)]
    return bool(taking) and (bool(step.uses) or min(taking) > step.number)


def _missing(
    recipe: Recipe, uses: list[str], done: frozenset[str], *, after: tuple[str, ...]
) -> tuple[Ingredient, ...]:
    """What has not been reported. Once something goes into the pot (`after`), what stands before it is in already."""
    first = uses.index(after[-1]) + 1 if after else 0
    return tuple(recipe.ingredient(one) for one in uses[first:] if one not in done)


def adds_to_it(text: str) -> bool:
    """ "고추도", "sugar too": right after a report it is one more."""
    return _ONE_MORE.search(text.strip()) is not None


def says_not_yet(text: str) -> bool:
    return _NOT_YET.search(text) is not None


def denies(text: str) -> bool:
    """More than "아직": that it was not done."""
    return _DENIED.search(text) is not None


def made_something_else(recipe: Recipe, text: str) -> bool:
    """ "양념장 다 만들었어": that is the step, not the dish."""
    found = _MADE.fullmatch(normalise(text))
    if found is None:
        return False
    what = next(part for part in found.groups() if part is not None).strip()
    names = [squeeze(normalise(name)) for name in (recipe.title, *recipe.aliases)]
    return not _THE_COOK.search(what) and not any(name in squeeze(what) or squeeze(what) in name for name in names)
