"""Exact commands: the closed grammar of short, whole utterances in Korean and English, in every register.

Unclear is never a command. Questions, negations, conditions, quotations, half sentences and anything longer than the
grammar are None, so that nothing moves on a word that was not meant for us. Understanding free speech is the work of
the language service; this is its first stage, and all that is left when that service is gone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from shared.kitchen import command_reading_en, command_reading_ko
from shared.kitchen.command_rules import NO_SLOTS, Slot
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language
from shared.kitchen.mishearing import nearly_heard
from shared.kitchen.text import has_hangul, is_asked, normalise, squeeze

#: No command is longer; what is longer was not said to us.
LONGEST_COMMAND = 80


@dataclass(frozen=True, slots=True)
class Command:
    """What was asked for. `exact` is False when it was only nearly heard ("다움" for 다음).

    Slots hold only what was said: step (-1 is the last), offset, duration_s, name, servings, factor, all (timers).
    """

    intent: Intent
    language: Language
    slots: Mapping[str, Slot]
    exact: bool = True


def find_command(text: str) -> Command | None:
    """The command that the whole text is, or None.

    >>> find_command("다음 단계로 넘어가 주세요!").intent, find_command("pasta timer for 8 minutes").slots["duration_s"]
    (<Intent.NEXT_STEP: 'next_step'>, 480)
    >>> find_command("왜 다음으로 넘어갔어?"), find_command("don't go on yet"), find_command("다 하면 알려줘")
    (None, None, None)
    """
    if len(text) > LONGEST_COMMAND:
        text = text.strip()
        if len(text) > LONGEST_COMMAND:
            return None
    said = normalise(text)
    if not said:
        return None
    korean = has_hangul(said)
    language = Language.KO if korean else Language.EN
    asked = is_asked(text)
    found = (command_reading_ko if korean else command_reading_en).read(said, asked)
    if found is not None:
        slots = MappingProxyType(dict(found.slots)) if found.slots else NO_SLOTS
        return Command(found.intent, language, slots)
    if asked:
        return None
    heard = nearly_heard(squeeze(said), said.count(" ") + 1, language)
    return Command(heard, language, NO_SLOTS, exact=False) if heard is not None else None
