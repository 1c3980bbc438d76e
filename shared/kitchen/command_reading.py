"""What reading an utterance as a command gives, before it becomes a `Command`."""

from collections.abc import Mapping
from typing import NamedTuple

from shared.kitchen.command_rules import NO_SLOTS, Slot
from shared.kitchen.intents import Intent


class Reading(NamedTuple):
    intent: Intent
    slots: Mapping[str, Slot] = NO_SLOTS
