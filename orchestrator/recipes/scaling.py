"""Amounts at another scale, rounded to what a kitchen can measure. What doesn't scale (약간, `{=...}`) stays."""

from dataclasses import replace
from fractions import Fraction

from orchestrator.recipes.model import Amount
from shared.kitchen.quantities import Quantity
from shared.kitchen.scaling import for_kitchen


def scaled(amount: Amount, scale: Fraction) -> Amount:
    if scale == 1 or not amount.scalable or amount.low is None:
        return amount
    high = None if amount.high is None else amount.high * scale
    fit = for_kitchen(Quantity(amount.low * scale, high, amount.unit or None))
    return replace(amount, low=fit.amount, high=fit.high, approximate=amount.approximate or fit.rounded)
