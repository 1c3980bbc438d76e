"""Korean and English kitchen language: numbers, times, amounts and commands, exact in both directions.

Pure and immutable: text in, frozen values out, no clock, no I/O, standard library only. Nothing raises on any text, and
what isn't certain is no answer (None or an empty tuple), never a default. Places are positions in the text given
(in its NFC form, for text that stores Hangul as loose jamo).

    numbers         find_numbers(text) -> (Number, ...)        parse_number(text) -> Number | None
                    find_ordinals(text) -> (Number, ...)       "세 번째", "second to last"
    steps           find_step(text) -> StepTarget | None       step=3, -1 (last) or offset=-2 ("두 단계 뒤로")
    durations       find_durations(text) -> (Duration, ...)    parse_duration(text) -> Duration | None

Everything is imported on first use: `import shared.kitchen` costs next to nothing.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from shared.kitchen.durations import Duration, find_durations, parse_duration
    from shared.kitchen.intents import Intent
    from shared.kitchen.language import Language, language_of
    from shared.kitchen.numbers import Number, find_numbers, find_ordinals, parse_number
    from shared.kitchen.steps import StepTarget, find_step

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
}

__all__ = [
    "Duration",
    "Intent",
    "Language",
    "Number",
    "StepTarget",
    "find_durations",
    "find_numbers",
    "find_ordinals",
    "find_step",
    "language_of",
    "parse_duration",
    "parse_number",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
