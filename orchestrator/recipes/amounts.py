"""Between the kitchen's quantities and the recipe's amounts."""

from orchestrator.recipes.model import Amount
from shared.kitchen.quantities import Quantity


def from_quantity(found: Quantity) -> Amount:
    if found.amount is None:
        return Amount(words=found.text.strip(), unit=found.unit or "", scalable=False)
    return Amount(found.amount, found.high, found.unit or "", "", found.scalable, found.approximate)
