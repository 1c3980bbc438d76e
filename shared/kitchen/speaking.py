"""Saying it aloud: recipe sentences and replies for a voice, and exact makers for numbers, times, amounts and lists.

The inverse of the parsers: what is spoken here is read back by `durations`, `quantities` and `steps` as the same
value.
Everything is written out (no digits, no signs), so that any engine, the smallest too, says the right thing.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from shared.kitchen import speaking_en, speaking_en_text, speaking_ko, speaking_ko_text
from shared.kitchen.language import Language

Amount = int | Fraction | float


@lru_cache(maxsize=512)
def speak(text: str, language: Language) -> str:
    """Any text as a voice of that language should read it; speaking it twice changes nothing.

    >>> speak("간장 2T와 물 1/2컵을 넣고 3~4분 끓여요.", Language.KO)
    '간장 두 큰술과 물 반 컵을 넣고 삼 분에서 사 분 끓여요.'
    >>> speak("Add 1/2 tsp salt, bake at 350°F for 20-25 min.", Language.EN)
    'Add half a teaspoon salt, bake at three hundred fifty degrees Fahrenheit for twenty to twenty five minutes.'
    """
    return speaking_ko_text.read(text) if language == Language.KO else speaking_en_text.read(text)


def speak_number(value: Amount, language: Language) -> str:
    """3/4 -> 사분의 삼, three quarters."""
    return speaking_ko.number(value) if language == Language.KO else speaking_en.number(value)


def speak_duration(seconds: int, language: Language) -> str:
    """5400 -> 한 시간 삼십 분, one hour and thirty minutes."""
    return speaking_ko.duration(seconds) if language == Language.KO else speaking_en.duration(seconds)


def speak_quantity(amount: Amount | None, unit: str | None, language: Language, high: Amount | None = None) -> str:
    """An amount with its unit (a name of `units.UNITS` or as written); None is "약간", "a little".

    >>> speak_quantity(Fraction(1, 2), "tsp", Language.EN), speak_quantity(2, "T", Language.KO, high=3)
    ('half a teaspoon', '두세 큰술')
    """
    low, upper = _exact(amount), _exact(high)
    return speaking_ko.quantity(low, unit, upper) if language == Language.KO else speaking_en.quantity(low, unit, upper)


def speak_temperature(degrees: Amount, scale: str, language: Language, high: Amount | None = None) -> str:
    """(180, "C") -> 백팔십 도, one hundred eighty degrees Celsius."""
    if language == Language.KO:
        return speaking_ko.temperature(degrees, scale, high)
    return speaking_en.temperature(degrees, scale, high)


def speak_step(place: int, language: Language) -> str:
    """3 -> 삼 단계, step three; -1 is the last one."""
    return speaking_ko.step(place) if language == Language.KO else speaking_en.step(place)


def speak_ordinal(place: int, language: Language) -> str:
    """3 -> 세 번째, third."""
    return speaking_ko.ordinal(place) if language == Language.KO else speaking_en.ordinal(place)


def speak_list(items: Sequence[str], language: Language) -> str:
    """양파, 당근과 대파; onions, carrots, and leeks."""
    return speaking_ko.items(items) if language == Language.KO else speaking_en.items(items)


def _exact(value: Amount | None) -> Fraction | None:
    if value is None or isinstance(value, Fraction):
        return value
    return Fraction(value) if isinstance(value, int) else Fraction(str(value))
