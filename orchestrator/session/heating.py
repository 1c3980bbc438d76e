""" "몇 도야?", "how hot is the oven?": the heat the recipe gives, of the oven or the pan, here or in the nearest step.

How hot food has to be inside to be safe is in the tables.
"""

import re
from fractions import Fraction

from orchestrator.recipes.model import HeatCue, Step
from orchestrator.session.action import Action
from orchestrator.session.decision import Decision, say
from orchestrator.session.kitchen_work import COOKING, work_asked, work_told
from orchestrator.session.mentions import mentioned
from orchestrator.session.state import State
from orchestrator.tables import answer_from_tables
from orchestrator.wording import phrase
from orchestrator.wording.amounts import listed
from shared.kitchen.language import Language
from shared.kitchen.text import squeeze

_OVEN = re.compile(
    r"오븐|예열|에어 ?프라이어|\boven\b|\bpre-?heat|\bair ?fryer\b|\b(?:bak(?:e|ing)|roast(?:ing)?)\b.*\b(?:at|to)\b",
    re.IGNORECASE,
)
_HOB = re.compile(
    r"팬|냄비|뚝배기|화력|가스|인덕션|불 ?(?:세기|은|을|이|조절|얼마|어느|어떻)"
    r"|\b(?:pan|pot|skillet|hob|stove|burner|flame|wok)\b|\bwhat heat\b",
    re.IGNORECASE,
)
_FIRES = (
    ("약불", "low heat"), ("중약불", "medium-low heat"), ("중불", "medium heat"), ("중강불", "medium-high heat"),
    ("센불", "high heat"), ("강불", "high heat"), ("강한불", "high heat"), ("약한불", "low heat"),
    ("아주약한불", "very low heat"),
)  # fmt: skip
_INSIDE = re.compile(r"(?:속|내부|중심|심부)|\binside\b|\binternal\b|\bmiddle\b|\bsafe\b", re.IGNORECASE)


def how_hot(state: State, action: Action, now: float) -> Decision:
    recipe, step, language = state.recipe, state.step, action.language
    assert recipe is not None
    assert step is not None
    oven, hob = _asked_of(action.text)
    if not (oven or hob):
        safety = answer_from_tables(action.text, language, only="temperature")
        if safety:
            return say(*safety)
    heats = {one.number: tuple(heat for heat in one.heats if _fits(heat, oven, hob)) for one in recipe.steps}
    given = [one for one in recipe.steps if heats[one.number]]
    if not given:
        return say(phrase("no_oven_heat" if oven else "no_heat", language))
    meant = [one for one in given if not oven and _is_meant(state, action, one)]
    where = _nearest(meant or given, step)
    heat = listed([_said(heat, language) for heat in heats[where.number]], language)
    if where is step:
        return say(phrase("heat_here", language, heat=heat))
    return say(phrase("heat_elsewhere", language, n=where.number, heat=heat))


def oven_heat(state: State) -> Fraction | None:
    """The temperature that is nearest to where the cook is, in degrees Celsius."""
    if state.recipe is None or state.step is None:
        return None
    given = [one for one in state.recipe.steps if any(heat.celsius is not None for heat in one.heats)]
    if not given:
        return None
    return next(heat.celsius for heat in _nearest(given, state.step).heats if heat.celsius is not None)


def _asked_of(text: str) -> tuple[bool, bool]:
    if _INSIDE.search(text):
        return False, False
    oven = _OVEN.search(text) is not None
    return oven, not oven and _HOB.search(text) is not None


def _fits(heat: HeatCue, oven: bool, hob: bool) -> bool:
    """A temperature is the oven's, "medium heat" the pan's."""
    return not (oven and heat.celsius is None) and not (hob and heat.celsius is not None)


def _said(heat: HeatCue, language: Language) -> str:
    """As it is written, or what the other language calls it."""
    written = squeeze(heat.text.lower())
    if language is Language.KO:
        return next((ko for ko, en in _FIRES if squeeze(en) == written), heat.text)
    return next((en for ko, en in _FIRES if ko == written), heat.text)


def _is_meant(state: State, action: Action, step: Step) -> bool:
    """Whether a step does the work, or takes the thing, that is asked about."""
    assert state.recipe is not None
    works = [work for work in work_asked(state.recipe, action.text) if work is not COOKING]
    if any(work in work_told(step.text) for work in works):
        return True
    found = mentioned(state.recipe, action.text, action.slots.ingredient, here=state.step)
    named = {one.id for one in found.ingredients} if found is not None else set()
    return any(use.ingredient in named for use in step.uses)


def _nearest(steps: list[Step], here: Step) -> Step:
    """This step, the one before it (that heat is still on), the next ..."""
    return min(steps, key=lambda one: (abs(one.number - here.number), one.number > here.number))
