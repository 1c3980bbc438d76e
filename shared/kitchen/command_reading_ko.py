"""Reads one Korean utterance as a command: the slotless grammar here, numbers and names in `command_slots_ko`.

Only whole utterances count. Whatever is left over (지 마, 왜, 다 하면 ...) makes it no command at all.
"""

import re
from functools import lru_cache

from shared.kitchen.command_grammar import Grammar
from shared.kitchen.command_reading import Reading
from shared.kitchen.dialect_ko import standard
from shared.kitchen.intents import Intent
from shared.kitchen.utterance_ko import in_hangul, once, softened, views

_HAS_NUMBER = re.compile("[0-9]|[일이삼사오육칠팔구십백한두세네섯곱덟홉열반첫막끝처혼]")
_HAS_TIMER = re.compile("타이머|알람|알림|스톱워치")
#: "다 했으니까 다음": because it is done.
_REASON = re.compile("으니까?$|고$")
_TO_AND_FRO = re.compile("(?!다).*[가-힣]다[가-힣]+다$")
#: Questions the cook asks back, which without the question mark would be "yes".
_WHAT = frozenset({"네", "예", "응", "어", "엥", "뭐", "에"})


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    from shared.kitchen.command_rules_ko_asking import ASKING
    from shared.kitchen.command_rules_ko_moving import MOVING
    from shared.kitchen.command_rules_ko_talking import TALKING
    from shared.kitchen.command_rules_ko_timers import TIMERS

    return Grammar((*MOVING, *ASKING, *TIMERS, *TALKING))


def read(text: str, asked: bool) -> Reading | None:
    """What a normalised Korean utterance commands, if it is a command and nothing else."""
    words = standard(in_hangul(text.split()))
    whole = "".join(words)
    if asked and whole in _WHAT:
        return Reading(Intent.REPEAT_STEP)
    rules = grammar()
    squeezed, kept = whole, words
    for kept in views(words):
        squeezed = "".join(kept)
        rule = rules.look_up(squeezed, asked)
        if rule is not None:
            return Reading(rule.intent, rule.slots)
    for shorter in (once(squeezed), *softened(squeezed)):
        rule = rules.look_up(shorter, asked)
        if rule is not None:
            return Reading(rule.intent, rule.slots)
    if (has_number := _HAS_NUMBER.search(whole)) or _HAS_TIMER.search(squeezed):
        from shared.kitchen import command_slots_ko as slots

        # The fuller view first: "네 시간 타이머" is four hours, not "yes, timer".
        for said in (words, kept) if kept != words else (words,):
            if has_number and (found := slots.with_number(said, "".join(said), asked, rules)):
                return found
            if _HAS_TIMER.search(squeezed) and (found := slots.timer(" ".join(said), asked, rules)):
                return found
    return _two_in_one(words, asked) if len(words) > 1 else None


def _two_in_one(words: list[str], asked: bool) -> Reading | None:
    """ "다 했어, 다음": one step on, not two. "잠깐만, 기다려 줘": the same said twice."""
    commands = grammar()
    for cut in range(1, min(len(words), 6)):
        first = commands.look_up(_REASON.sub("어", "".join(words[:cut])))
        if first is None:
            continue
        for rest in views(words[cut:]):
            then = commands.look_up("".join(rest), asked)
            if then is None:
                continue
            if first.intent is Intent.STEP_DONE and then.intent is Intent.NEXT_STEP:
                return Reading(Intent.NEXT_STEP)
            if first.intent is Intent.STEP_DONE and then.intent is Intent.START_COOKING:
                return Reading(Intent.START_COOKING)  # everything is laid out: nothing was cooked yet
            if first.intent is then.intent and not first.slots and not then.slots:
                # '넣었다 뺐다': in and out again, not done twice
                return None if _TO_AND_FRO.match("".join(words)) else Reading(then.intent)
    return None
