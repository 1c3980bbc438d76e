"""What was said besides the intent: steps, durations, ingredients, names, amounts, read from the cook's own words.

Only what was said. A slot that isn't there is left out; nothing is guessed, defaulted or taken from a model.
"""

import re
from collections.abc import Callable
from typing import Final

from services.llm.classifier.asked_conversion import conversion_slots
from services.llm.classifier.asked_ingredient import ingredient
from services.llm.classifier.asked_servings import servings_slots
from services.llm.classifier.asked_step import step_slots
from services.llm.classifier.dishes import dish_in
from services.llm.classifier.timer_names import timer_name
from services.llm.classifier.unsaid_minutes import minutes_meant
from services.llm.situation import Situation
from shared.contracts.llm import Slots
from shared.kitchen.durations import find_durations
from shared.kitchen.intents import Intent
from shared.kitchen.numbers import find_numbers

NOTHING: Final = Slots()


def read_slots(intent: Intent, text: str, situation: Situation) -> Slots:
    reader = _READERS.get(intent)
    return reader(text, situation) if reader is not None else NOTHING


def _timer(text: str, situation: Situation) -> Slots:
    durations = find_durations(text)
    return Slots(
        duration_s=durations[0].seconds if durations else minutes_meant(text),
        name=timer_name(text, situation, durations, new=True),
    )


def _timer_by_name(text: str, situation: Situation) -> Slots:
    return Slots(name=timer_name(text, situation))


def _more_time(text: str, situation: Situation) -> Slots:
    durations = find_durations(text)
    # "It's got one minute left, give it three more": what is added, not what there is
    added = next((found for found in durations if found.change), durations[0] if durations else None)
    if added is not None and not added.change and (more := _SO_MANY_MORE.search(text.lower())):
        return Slots(duration_s=_bare_minutes(more[0]), name=timer_name(text, situation, durations))
    seconds = added.seconds if added is not None else _bare_minutes(text)
    if seconds is None:
        return Slots(name=timer_name(text, situation, durations))
    less = (added is not None and added.change < 0) or _LESS.search(text.lower()) is not None
    return Slots(duration_s=-seconds if less else seconds, name=timer_name(text, situation, durations))


def _bare_minutes(text: str) -> int | None:
    """ "Give it another ten": on a timer that runs, a bare number is minutes. "One more" is not."""
    numbers = find_numbers(text)
    if len(numbers) != 1 or not _BY_THE_MINUTE.search(text.lower()):
        return None
    value = numbers[0].value
    return int(value) * 60 if value == int(value) and 1 < value <= _MOST_MINUTES else None


_MOST_MINUTES: Final = 90
#: "The ten minute timer needs five more": of what, goes without saying.
_SO_MANY_MORE: Final = re.compile(
    r"\b(?:(?:needs|gets|by|it|wants|add) (?:another )?[a-z0-9]+(?: more| longer| extra)"
    r"|add (?:another )?[a-z0-9]+)[.! ]*$"
)
_BY_THE_MINUTE: Final = re.compile(r"\b(?:another|extra|add|by|more|on|off|plus|further|longer)\b|추가|플러스|더")


_LESS: Final = re.compile(
    r"줄여|줄이|빼|단축|당겨|깎|[분초간]만? ?덜|짧게|\b(?:less|off|subtract|remove|reduce|shorten|decrease|"
    r"cut|minus|away|deduct|lower|shave|knock|shorter)\b"
)


def _ingredient(text: str, situation: Situation) -> Slots:
    return Slots(ingredient=ingredient(text, situation.ingredients))


_READERS: Final[dict[Intent, Callable[[str, Situation], Slots]]] = {
    Intent.GOTO_STEP: lambda text, _: step_slots(text),
    Intent.SET_TIMER: _timer,
    Intent.ADD_TIME: _more_time,
    Intent.TIMER_STATUS: _timer_by_name,
    Intent.CANCEL_TIMER: _timer_by_name,
    Intent.PAUSE_TIMER: _timer_by_name,
    Intent.RESUME_TIMER: _timer_by_name,
    Intent.SCALE_SERVINGS: lambda text, _: servings_slots(text),
    Intent.INGREDIENT_AMOUNT: _ingredient,
    Intent.SUBSTITUTE: _ingredient,
    Intent.CONVERT: lambda text, _: conversion_slots(text),
    Intent.CHOOSE_RECIPE: lambda text, _: Slots(query=dish_in(text)),
}
