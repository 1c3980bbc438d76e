"""Korean and English kitchen language: numbers, times, amounts and commands, exact in both directions.

Pure and immutable: text in, frozen values out, no clock, no I/O, standard library only. Nothing raises on any text, and
what isn't certain is no answer (None or an empty tuple), never a default. What is taken back in the same breath
("5분 아니 6분", "step five, no, six") isn't meant. What is found knows its place, text[start:end].

    numbers         find_numbers(text) -> (Number, ...)        parse_number(text) -> Number | None
                    find_ordinals(text) -> (Number, ...)       "세 번째", "second to last"
    steps           find_step(text) -> StepTarget | None       step=3, -1 (last) or offset=-2 ("두 단계 뒤로")
    durations       find_durations(text) -> (Duration, ...)    parse_duration(text) -> Duration | None
    quantities      find_quantities(text) -> (Quantity, ...)   parse_quantity(text) -> Quantity | None
    units           find_unit(word) -> Unit | None             convert(amount, unit, unit, of) -> Fraction | Refusal
    temperatures    find_temperatures(text) -> (Temperature, ...)
    scaling         scale(quantity, factor) -> Quantity        for_kitchen(quantity) -> Quantity, rounded for a spoon
                    find_scale(text) -> ScaleTarget | None     servings=4 or factor=3/2
    ingredients     find_ingredient(text, names) -> Found | Ambiguous | None
                    find_ingredients(text, names) -> (Found | Ambiguous, ...)
                    concept_of(name) -> str | None             "간장" and "soy sauce" are "soy_sauce"
    recipe text     parse_ingredient_line(line) -> IngredientLine, parse_ingredient_lines(text) -> (IngredientLine, ...)
                    find_time_cues(step) -> (TimeCue, ...)     find_until(step) -> "until golden brown" | None
    commands        find_command(text) -> Command | None       the closed grammar; unclear is None, never "next"
                    is_command_prefix(text) -> bool            "다음" may become "다음 단계": wait a little
                    phrases(language), slot_phrases(language)  the same, written out for recognisers and help
    speaking        speak(text, language) -> str               any sentence for a voice: "세 개", "half a teaspoon"
                    speak_number, speak_duration, speak_quantity, speak_temperature, speak_step, speak_ordinal,
                    speak_list                                 plain(text): no emoji, markup or links
                    split_sentences(text), speech_chunks(text) pieces of about fifteen words
                    josa.josa(word, "을/를") -> "간장을"          (its module has its name, so it stays there)

Everything is imported on first use: `import shared.kitchen` costs next to nothing.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from shared.kitchen.command_phrases import phrases, slot_phrases
    from shared.kitchen.command_prefix import is_command_prefix
    from shared.kitchen.commands import Command, find_command
    from shared.kitchen.durations import Duration, find_durations, parse_duration
    from shared.kitchen.ingredient_concepts import concept_of
    from shared.kitchen.ingredient_lines import IngredientLine, parse_ingredient_line, parse_ingredient_lines
    from shared.kitchen.ingredient_names import Ambiguous, Found, find_ingredient, find_ingredients
    from shared.kitchen.intents import Intent
    from shared.kitchen.language import Language, language_of
    from shared.kitchen.numbers import Number, find_numbers, find_ordinals, parse_number
    from shared.kitchen.plain_text import plain
    from shared.kitchen.quantities import Quantity, find_quantities, parse_quantity
    from shared.kitchen.scaling import for_kitchen, scale
    from shared.kitchen.sentences import speech_chunks, split_sentences
    from shared.kitchen.servings import ScaleTarget, find_scale
    from shared.kitchen.speaking import (
        speak,
        speak_duration,
        speak_list,
        speak_number,
        speak_ordinal,
        speak_quantity,
        speak_step,
        speak_temperature,
    )
    from shared.kitchen.steps import StepTarget, find_step
    from shared.kitchen.temperatures import Scale, Temperature, find_temperatures
    from shared.kitchen.time_cues import TimeCue, TimeCueKind, find_time_cues, find_until
    from shared.kitchen.units import UNITS, Dimension, Reason, Refusal, Unit, convert, find_unit

_HOME: Final[dict[str, str]] = {
    "Duration": "durations",
    "find_durations": "durations",
    "parse_duration": "durations",
    "Intent": "intents",
    "Language": "language",
    "language_of": "language",
    "Number": "numbers",
    "find_numbers": "numbers",
    "find_ordinals": "numbers",
    "parse_number": "numbers",
    "StepTarget": "steps",
    "find_step": "steps",
    "Ambiguous": "ingredient_names",
    "Found": "ingredient_names",
    "concept_of": "ingredient_concepts",
    "find_ingredient": "ingredient_names",
    "find_ingredients": "ingredient_names",
    "Quantity": "quantities",
    "find_quantities": "quantities",
    "parse_quantity": "quantities",
    "ScaleTarget": "servings",
    "find_scale": "servings",
    "for_kitchen": "scaling",
    "scale": "scaling",
    "Scale": "temperatures",
    "Temperature": "temperatures",
    "find_temperatures": "temperatures",
    "UNITS": "units",
    "Dimension": "units",
    "Reason": "units",
    "Refusal": "units",
    "Unit": "units",
    "convert": "units",
    "find_unit": "units",
    "IngredientLine": "ingredient_lines",
    "parse_ingredient_line": "ingredient_lines",
    "parse_ingredient_lines": "ingredient_lines",
    "TimeCue": "time_cues",
    "TimeCueKind": "time_cues",
    "find_time_cues": "time_cues",
    "find_until": "time_cues",
    "Command": "commands",
    "find_command": "commands",
    "is_command_prefix": "command_prefix",
    "phrases": "command_phrases",
    "slot_phrases": "command_phrases",
    "plain": "plain_text",
    "speech_chunks": "sentences",
    "split_sentences": "sentences",
    "speak": "speaking",
    "speak_duration": "speaking",
    "speak_list": "speaking",
    "speak_number": "speaking",
    "speak_ordinal": "speaking",
    "speak_quantity": "speaking",
    "speak_step": "speaking",
    "speak_temperature": "speaking",
}

__all__ = [
    "UNITS",
    "Ambiguous",
    "Command",
    "Dimension",
    "Duration",
    "Found",
    "IngredientLine",
    "Intent",
    "Language",
    "Number",
    "Quantity",
    "Reason",
    "Refusal",
    "Scale",
    "ScaleTarget",
    "StepTarget",
    "Temperature",
    "TimeCue",
    "TimeCueKind",
    "Unit",
    "concept_of",
    "convert",
    "find_command",
    "find_durations",
    "find_ingredient",
    "find_ingredients",
    "find_numbers",
    "find_ordinals",
    "find_quantities",
    "find_scale",
    "find_step",
    "find_temperatures",
    "find_time_cues",
    "find_unit",
    "find_until",
    "for_kitchen",
    "is_command_prefix",
    "language_of",
    "parse_duration",
    "parse_ingredient_line",
    "parse_ingredient_lines",
    "parse_number",
    "parse_quantity",
    "phrases",
    "plain",
    "scale",
    "slot_phrases",
    "speak",
    "speak_duration",
    "speak_list",
    "speak_number",
    "speak_ordinal",
    "speak_quantity",
    "speak_step",
    "speak_temperature",
    "speech_chunks",
    "split_sentences",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
