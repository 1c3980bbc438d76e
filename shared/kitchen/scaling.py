"""More or less of a recipe: exact scaling, and rounding to what a spoon, a scale or an egg can give.

`scale` is exact and can be undone; `for_kitchen` is only for showing and speaking, never kept. Times and oven
temperatures don't scale. How much of it a cook asks for is heard in `servings.py`.
"""

from dataclasses import replace
from fractions import Fraction
from math import floor
from typing import Final

from shared.kitchen.quantities import Quantity
from shared.kitchen.servings import ScaleTarget, find_scale
from shared.kitchen.units import UNITS, Dimension

__all__ = ["ScaleTarget", "find_scale", "for_kitchen", "scale"]


def scale(quantity: Quantity, factor: Fraction) -> Quantity:
    """The quantity times a factor, exactly; "약간" and what isn't scalable stay as they are.

    >>> str(scale(Quantity(Fraction(1, 3), unit="cup_kr"), Fraction(3, 2)).amount)
    '1/2'
    """
    if quantity.amount is None or not quantity.scalable or factor == 1:
        return quantity
    high = None if quantity.high is None else quantity.high * factor
    return replace(quantity, amount=quantity.amount * factor, high=high, text="")


_SPOONFUL: Final = tuple(Fraction(n, d) for n, d in ((0, 1), (1, 8), (1, 4), (1, 3), (1, 2), (2, 3), (3, 4), (1, 1)))
_ABOVE_ONE: Final = tuple(part for part in _SPOONFUL if part != Fraction(1, 8))
_SPOONS: Final = frozenset(
    {"tbsp", "tsp", "cup_kr", "cup_us", "rice_spoon", "spoon", "paper_cup", "mug", "soju_glass", "ladle"}
)
_POURED: Final = frozenset({"pint", "quart", "gallon", "lb", "oz", "fl_oz", "inch", "geun"})
_QUARTERED: Final = frozenset(
    {"모", "포기", "통", "단", "쪽", "대", "head", "bunch", "block", "stick", "can", "캔", "근", "판", "덩어리"}
)
_WHOLE: Final = frozenset({"방울", "꼬집", "drop", "dash", "pinch", "splash", "톨", "알", "잎", "leaf"})


def for_kitchen(quantity: Quantity) -> Quantity:
    """The amount a cook can measure: ⅛ ¼ ⅓ ½ of a spoon or cup, 5 g steps from 50 g, eggs in halves.

    `rounded` says that it is no longer exact, so that it can be called "about".

    >>> str(for_kitchen(Quantity(Fraction(7, 10), unit="tbsp")).amount)
    '2/3'
    >>> str(for_kitchen(Quantity(Fraction(333), unit="g")).amount)
    '335'
    """
    if quantity.amount is None:
        return quantity
    low = _measurable(quantity.amount, quantity.unit)
    high = None if quantity.high is None else _measurable(quantity.high, quantity.unit)
    changed = low != quantity.amount or (high is not None and high != quantity.high)
    if high is not None and high <= low:
        high = None
    return replace(quantity, amount=low, high=high, rounded=True) if changed else quantity


def _measurable(amount: Fraction, unit: str | None) -> Fraction:
    if amount <= 0:
        return amount
    if unit in _SPOONS or unit in _POURED:
        return _on_the_spoon(amount)
    if unit in ("g", "ml", "mg"):
        return _step(amount, Fraction(5) if amount >= 50 else Fraction(1) if amount >= 5 else Fraction(1, 2))
    if unit in ("kg", "l", "dl", "cl"):
        return _step(amount, Fraction(1, 20))
    if unit in _WHOLE:
        return _step(amount, Fraction(1))
    if unit in _QUARTERED:
        return _step(amount, Fraction(1, 4) if amount < 2 else Fraction(1, 2))
    if unit is not None and unit in UNITS and UNITS[unit].dimension is Dimension.LENGTH:
        return amount
    return _step(amount, Fraction(1, 2))


def _step(amount: Fraction, step: Fraction) -> Fraction:
    """The nearest multiple, half upwards, never nothing at all."""
    return max(step, floor(amount / step + Fraction(1, 2)) * step)


def _on_the_spoon(amount: Fraction) -> Fraction:
    if amount >= 10:
        return _step(amount, Fraction(1, 2))
    whole = floor(amount)
    parts = _ABOVE_ONE if whole else _SPOONFUL[1:]
    return whole + min(parts, key=lambda part: (abs(amount - whole - part), -part))
