"""Amounts at another scale. What doesn't scale (약간, Cooklang's `{=...}`) stays as it is written."""

from dataclasses import replace
from fractions import Fraction

from orchestrator.recipes.model import Amount


def scaled(amount: Amount, scale: Fraction) -> Amount:
    if scale == 1 or not amount.scalable or amount.low is None:
        return amount
    high = None if amount.high is None else amount.high * scale
    return replace(amount, low=amount.low * scale, high=high)
