"""Questions the recipe itself can answer: how much, how long, how hot, what is in it, what now, what meanwhile.

Every number is copied from the recipe or a curated table. None means that it takes more than this to answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from services.llm.answers.recipe import Recipe, Step, seconds_in_words, spoken_time
from shared.contracts.llm import Action
from shared.curated.allergens import allergens
from shared.curated.food_safety import guidance, referral
from shared.curated.substitutions import substitution
from shared.curated.words import word
from shared.kitchen.durations import find_durations
from shared.kitchen.ingredient_names import Ambiguous, find_ingredients
from shared.kitchen.intents import Intent
from shared.kitchen.josa import josa
from shared.kitchen.language import Language
from shared.kitchen.quantities import find_quantities
from shared.kitchen.servings import asks_servings
from shared.kitchen.temperatures import find_temperatures

_HEAT = (
    "센 불",
    "센불",
    "강불",
    "중강불",
    "중약불",
    "중불",
    "약불",
    "약한 불",
    "high heat",
    "medium-high",
    "medium-low",
    "medium heat",
    "low heat",
    "medium",
)


@dataclass(frozen=True, slots=True)
class Grounded:
    text: str
    source: Literal["recipe", "table"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about a recipe, understood."""

    text: str
    action: Action
    language: Language
    recipe: Recipe
    step: int | None


def answer(asked: Asked) -> Grounded | None:
    if asked.action.intent in _MAY_BE_SAFETY:
        safety = referral(asked.text) or guidance(asked.text)
        if safety is not None:
            return Grounded(safety.said(asked.language), "table")
    allergy = _allergens(asked)
    if allergy is not None:
        return allergy
    reader = _READERS.get(asked.action.intent)
    return reader(asked) if reader is not None else None


def told_about(question: str, ingredients: Sequence[str]) -> str:
    """What the tables say on this question: the numbers in it may be spoken, and only on this question."""
    rows = [guidance(question), *(substitution([name]) for name in ingredients)]
    return "\n".join(f"{row.ko}\n{row.en}" for row in rows if row is not None)


_MAY_BE_SAFETY = frozenset({Intent.QUESTION, Intent.HOW_HOT, Intent.HOW_LONG, Intent.OUT_OF_SCOPE, Intent.EXPLAIN})


def _both(asked: Asked, korean: str, english: str) -> Grounded:
    return Grounded(korean if asked.language is Language.KO else english, "recipe")


def _list(asked: Asked) -> Grounded:
    names = [item.line.text or item.name for item in asked.recipe.ingredients]
    if not names:
        return _both(asked, "레시피에 재료가 안 적혀 있어요.", "The recipe lists no ingredients.")
    listed = ", ".join(names)
    return _both(asked, f"재료는 {josa(listed, '이/가')} 필요해요.", f"You need {listed}.")


def _amount(asked: Asked) -> Grounded:
    found = find_ingredients(asked.text, asked.recipe.ingredients)
    if not found:
        name = asked.action.slots.ingredient
        if name is None:
            return _amounts_in_step(asked)
        return _both(asked, f"레시피에 {josa(name, '은/는')} 없어요.", f"The recipe has no {name}.")
    said = []
    for one in found[:3]:
        if isinstance(one, Ambiguous):
            names = ", ".join(one.names)
            return _both(asked, f"{names} 중에 어느 거요?", f"Which one: {names}?")
        said.append(_amount_of(asked, one.index))
    return Grounded(" ".join(said), "recipe")


def _amount_of(asked: Asked, index: int) -> str:
    item = asked.recipe.ingredients[index]
    korean = asked.language is Language.KO
    line = item.line
    if line.quantity is None or not line.quantity.text:
        if korean:
            return f"레시피에 {item.name}의 양이 안 적혀 있어요."
        return f"The recipe gives no amount for {item.name}."
    total = line.quantity.text
    here = _amount_here(asked, item.name)
    if here and here != total:
        return (
            f"{item.name}, 이 단계에서 {here}, 모두 {total}이에요."
            if korean
            else f"{here} of {item.name} in this step, {total} in all."
        )
    return f"{item.name} {total} 넣어요." if korean else f"{total} of {item.name}."


def _amount_here(asked: Asked, name: str) -> str | None:
    """The amount that the present step itself names right after the ingredient ("들기름 1큰술을 두르고")."""
    step = asked.recipe.step(asked.step)
    if step is None:
        return None
    for found in find_ingredients(step.text, [name]):
        for quantity in find_quantities(step.text):
            near = 0 <= quantity.start - found.end <= 3 or 0 <= found.start - quantity.end <= 4
            if quantity.amount is not None and near:
                return quantity.text
    return None


def _amounts_in_step(asked: Asked) -> Grounded:
    step = asked.recipe.step(asked.step)
    amounts = [quantity.text for quantity in find_quantities(step.text)] if step is not None else []
    if step is None or not amounts:
        return _both(asked, "어떤 재료요?", "Of which ingredient?")
    return Grounded(step.text, "recipe")


def _how_long(asked: Asked) -> Grounded:
    step = _meant_step(asked)
    durations = find_durations(step.text) if step is not None else ()
    if durations:
        times = [spoken_time(duration, asked.language) for duration in durations]
        if len(times) == 1:
            return _both(asked, f"{times[0]}이에요.", f"{times[0]}.")
        return _both(asked, f"이 단계에는 {', '.join(times)}이 나와요.", f"This step says {', '.join(times)}.")
    if asked.recipe.total_s is not None and (step is None or _about_all(asked.text)):
        total = seconds_in_words(asked.recipe.total_s, asked.language)
        return _both(asked, f"모두 {total} 걸려요.", f"It takes {total} in all.")
    return _both(asked, "이 단계에는 시간이 안 적혀 있어요.", "The recipe gives no time for this step.")


def _about_all(text: str) -> bool:
    return any(
        word in text.lower() for word in ("총", "전체", "모두", "다 하는", "total", "whole", "altogether", "걸려")
    )


def _how_hot(asked: Asked) -> Grounded:
    step = _meant_step(asked)
    places = [step] if step is not None else []
    for place in [*places, *asked.recipe.steps]:
        found = find_temperatures(place.text)
        if found:
            said = place.text[found[0].start : found[0].end].strip()
            return _both(asked, f"{said}예요." if said[-1] in "도" else f"{said}이에요.", f"{said}.")
        heat = next((word for word in _HEAT if word in place.text.lower()), None)
        if heat is not None:
            return _both(asked, f"{heat}로 해요.", f"{heat.capitalize()}.")
        if place in places and places:
            break
    return _both(asked, "레시피에 불 세기나 온도가 안 적혀 있어요.", "The recipe doesn't say how hot.")


def _progress(asked: Asked) -> Grounded | None:
    total = len(asked.recipe.steps)
    if asked.step is None or not total:
        return None
    left = total - asked.step
    return _both(
        asked,
        f"{total}단계 중 {asked.step}단계예요. {f'{left}단계 남았어요.' if left > 0 else '마지막 단계예요.'}",
        f"Step {asked.step} of {total}. {f'{left} to go.' if left > 0 else 'This is the last one.'}",
    )


def _read(asked: Asked, offset: int) -> Grounded | None:
    number = (asked.step or 0) + offset
    step = asked.recipe.step(number)
    return None if step is None else Grounded(step.text, "recipe")


def _goto(asked: Asked) -> Grounded | None:
    wanted = asked.action.slots.step
    if wanted is None:
        return None
    number = wanted if wanted > 0 else len(asked.recipe.steps) + 1 + wanted
    step = asked.recipe.step(number)
    if step is None:
        total = len(asked.recipe.steps)
        return _both(asked, f"{total}단계까지 있어요.", f"There are {total} steps.")
    return Grounded(step.text, "recipe")


def _explain(asked: Asked) -> Grounded | None:
    meaning = word(asked.text)
    if meaning is not None:
        return Grounded(meaning.said(asked.language), "table")
    if asked.action.intent is Intent.QUESTION:
        return None
    step = asked.recipe.step(asked.step)
    if step is None or not step.tip:
        return None
    return Grounded(f"{step.text} {step.tip}", "recipe")


def _serves(asked: Asked) -> Grounded | None:
    if not (asked.recipe.servings and asks_servings(asked.text)):
        return None
    written = asked.recipe.servings
    if written.isdecimal():
        return _both(asked, f"{written}인분이에요.", f"It serves {written}.")
    return _both(asked, f"{josa(written, '이에요/예요')}.", f"It makes {written}.")


def _meanwhile(asked: Asked) -> Grounded | None:
    """The next step, when its first words are work that needs no stove."""
    following = asked.recipe.step((asked.step or 0) + 1)
    if following is None:
        return _both(asked, "지금은 기다리면 돼요.", "Nothing else to do, just wait.")
    return _both(
        asked, f"다음 단계를 준비해 두세요: {following.text}", f"You can get ready for the next step: {following.text}"
    )


def _substitute(asked: Asked) -> Grounded | None:
    name = asked.action.slots.ingredient
    known = substitution([name]) if name else None
    if known is None:
        return None
    caution = ""
    if known.check_label:
        caution = (
            " 알레르기가 있으면 포장지를 확인해 주세요."
            if asked.language is Language.KO
            else " With allergies, check the label."
        )
    return Grounded(known.said(asked.language) + caution, "table")


def _allergens(asked: Asked) -> Grounded | None:
    """Which ingredients carry it. Never that a dish is free of something: labels know, we don't."""
    text = asked.text.lower()
    about_allergy = any(
        word in text
        for word in ("알레르기", "알러지", "allerg", "들어 있", "들어있", "들어가", "contain", "have", "free", "글루텐")
    )
    if (
        asked.action.intent not in (Intent.QUESTION, Intent.OUT_OF_SCOPE, Intent.SUBSTITUTE, Intent.LIST_INGREDIENTS)
        or not about_allergy
    ):
        return None
    meant = [allergen for allergen in allergens() if allergen.signs.search(text)]
    general = not meant and ("알레르기" in text or "알러지" in text or "allerg" in text)
    if not meant and not general:
        return None
    if asked.action.intent is Intent.SUBSTITUTE and _substitute(asked) is not None:
        return None
    korean = asked.language is Language.KO
    found = []
    for allergen in meant or allergens():
        carriers = [item.name for item in asked.recipe.ingredients if allergen.is_in(item.name)]
        if carriers:
            found.append(f"{allergen.name(asked.language)} ({', '.join(carriers)})")
    check = "알레르기는 포장지를 꼭 확인해 주세요." if korean else "Always check the labels for allergens."
    if not found:
        nothing = "재료 목록에서는 안 보여요." if korean else "I don't see any in the ingredient list."
        return Grounded(f"{nothing} {check}", "table")
    listed = ", ".join(found)
    return Grounded(f"들어 있어요: {listed}. {check}" if korean else f"It has {listed}. {check}", "table")


def _meant_step(asked: Asked) -> Step | None:
    """The present step; without one, the step that speaks of the same thing."""
    step = asked.recipe.step(asked.step)
    if step is not None:
        return step
    found = find_ingredients(asked.text, asked.recipe.ingredients)
    names = [asked.recipe.ingredients[one.indexes[0]].name for one in found]
    for candidate in asked.recipe.steps:
        if names and find_durations(candidate.text) and find_ingredients(candidate.text, names):
            return candidate
    return None


_READERS = {
    Intent.LIST_INGREDIENTS: _list,
    Intent.INGREDIENT_AMOUNT: _amount,
    Intent.HOW_LONG: _how_long,
    Intent.HOW_HOT: _how_hot,
    Intent.PROGRESS: _progress,
    Intent.NEXT_STEP: lambda asked: _read(asked, 1),
    Intent.PREVIOUS_STEP: lambda asked: _read(asked, -1),
    Intent.REPEAT_STEP: lambda asked: _read(asked, 0),
    Intent.GOTO_STEP: _goto,
    Intent.EXPLAIN: _explain,
    Intent.QUESTION: lambda asked: _serves(asked) or _explain(asked),
    Intent.MEANWHILE: _meanwhile,
    Intent.SUBSTITUTE: _substitute,
}
