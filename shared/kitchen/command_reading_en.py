"""Reads one English utterance as a command: the slotless grammar here, numbers and names in `command_slots_en`.

Only whole utterances count. Whatever is left over ("don't", "why did you", "when it's done") makes it no command.
"""

import re
from functools import lru_cache

from shared.kitchen.command_grammar import Grammar
from shared.kitchen.command_reading import Reading
from shared.kitchen.intents import Intent
from shared.kitchen.utterance_en import FILLERS, joined_words, views, without_fillers

_HAS_NUMBER = re.compile(
    "[0-9]|half|quarter|dozen|couple|double|triple|twice|halve|quadruple|minute|second|hour|another|step|first|third|"
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty|thirty|forty|fifty|sixty|ninety"
    "|myself|just me|only me"
)
_HAS_TIMER = re.compile("timer|alarm|countdown|stopwatch| left | longer |remaining")
#: Asked, they ask to hear it again.
_WHAT = frozenset({"sorry", "what", "pardon", "huh", "hm", "hmm", "excuse me", "come again", "im sorry"})


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    from shared.kitchen.command_rules_en_asking import ASKING_EN
    from shared.kitchen.command_rules_en_moving import MOVING_EN
    from shared.kitchen.command_rules_en_talking import TALKING_EN
    from shared.kitchen.command_rules_en_timers import TIMERS_EN

    return Grammar((*MOVING_EN, *ASKING_EN, *TIMERS_EN, *TALKING_EN))


def read(text: str, asked: bool) -> Reading | None:
    """What a normalised English utterance commands, if it is a command and nothing else."""
    words = joined_words(text)
    if asked and text in _WHAT:
        return Reading(Intent.REPEAT_STEP)
    rules = grammar()
    kept = words
    for kept, requested in views(words):
        rule = rules.look_up("".join(kept), asked and not requested)
        if rule is not None:
            return Reading(rule.intent, rule.slots)
    line = " ".join(kept)
    if len(kept) > 1 and len(set(kept)) == 1 and (rule := rules.look_up(kept[0], asked)):
        return Reading(rule.intent, rule.slots)
    if (has_number := _HAS_NUMBER.search(line)) or _HAS_TIMER.search(line):
        from shared.kitchen import command_slots_en as slots

        for kept, _ in views(words):
            if has_number and (found := slots.with_number(" ".join(kept))):
                return found
            if found := slots.named_timer(" ".join(kept)):
                return found
    return _two_in_one(words, asked) if len(words) > 1 else None


def _two_in_one(words: list[str], asked: bool) -> Reading | None:
    """ "done, what's next": one step on, not two. "stop, be quiet": the same said twice."""
    commands = grammar()
    for begun in (words, without_fillers(words)):
        for cut in range(1, min(len(begun), 6)):
            first = commands.look_up("".join(begun[:cut]))
            if first is None:
                continue
            for rest, _ in views(begun[cut:]):
                then = commands.look_up("".join(rest), asked)
                if then is None:
                    continue
                if first.intent is Intent.STEP_DONE and then.intent is Intent.NEXT_STEP:
                    return Reading(Intent.NEXT_STEP)
                if first.intent is then.intent and not first.slots and not then.slots:
                    return Reading(then.intent)
        if begun[0] not in FILLERS:
            break
    return None
