"""English commands around a number or a name: timers, steps, servings.

Numbers are read by `durations`, `steps` and `scaling`; here is only what may stand around them. All of it is imported
when the first such utterance comes.
"""

import re
from functools import lru_cache

from shared.kitchen.command_grammar import Grammar
from shared.kitchen.command_reading import Reading
from shared.kitchen.command_rules_en_slots import NUMBERED_EN
from shared.kitchen.command_slots_ko import scaled
from shared.kitchen.durations import Duration, find_durations
from shared.kitchen.intents import Intent
from shared.kitchen.steps import find_step
from shared.kitchen.timer_names import english_name

_NUMBER = (
    "[0-9]{1,3}(?:st|nd|rd|th)?|(?:twenty |thirty )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    "twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    "tenth|eleventh|twelfth|"
    "thirteenth|fourteenth|fifteenth|twentieth)|a couple(?: of)?|half a dozen|a dozen"
)
_A_NUMBER = re.compile(rf"\b(?:{_NUMBER})\b")
_TAKEN_BACK = re.compile(
    r"(?P<step>step )?# (?:(?:no|nope|wait no|no wait|i mean|i meant|sorry|actually|make that|make it|or rather"
    r"|rather|scratch that|"
    r"go to|to|for) )+(?P<same>step )?#"
)

_NAME = r"(?P<name>[a-z]+(?: [a-z]+){0,2}?)"
_THE = "(?:the|my|a|an|our|that|this|another|one|one more|a new|new)"
_TIMER = "(?:timer|alarm|countdown|stopwatch)"
_FOR_IT = rf"(?: (?:for|on|called|named|labeled|labelled) (?P<what>{_THE} )?(?P<forwhat>[a-z]+(?: [a-z]+){{0,2}}?))?"
_SET = (
    "(?:set|start|put|keep|create|make|add|run|begin|give me|can i get|can i have|could i get|could i have|i need|i "
    "want|get me|put on|turn on|set up|start up|lets "
    "set|need|lets start|id like|use|kick off|"
    "lets do|lets have|set me|start me|make me)"
)
_ON = "(?: now| going| running| up)?"
_TIMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_SET}(?: {_THE})? @ (?:{_NAME} )?{_TIMER}{_FOR_IT}{_ON}",
        rf"{_SET}(?: {_THE})? (?:{_NAME} )?{_TIMER}(?: (?:for|of|to|at|on|with|that lasts|lasting))? @{_FOR_IT}{_ON}",
        rf"{_SET}(?: {_THE})? {_TIMER}{_FOR_IT} (?:for|of|to|at) @",
        rf"(?:put|turn|switch) {_THE} {_TIMER} on for @{_FOR_IT}",
        rf"new {_TIMER}(?: for)? @{_FOR_IT}",
        rf"@ (?:on|for) {_THE} {_NAME} {_TIMER}",
        rf"{_SET}(?: {_THE})? (?:{_NAME} )?{_TIMER} (?:to go off|to ring|that rings|ringing|for|going off) (?:in|"
        rf"after) @",
        rf"@ (?:{_NAME} )?{_TIMER}{_FOR_IT}{_ON}",
        rf"(?:the )?(?:{_NAME} )?{_TIMER}(?: for| of| to| in| at)? @{_FOR_IT}{_ON}",
        rf"{_TIMER}{_FOR_IT} (?:for )?@",
        rf"(?:remind|alert|wake|tell|notify|ping|call|buzz|beep|warn|let|shout at|give) me(?: know| up| a shout| a "
        rf"ring| a beep| a call| a buzz| a reminder)? (?:in|after) @(?: (?:about|to check|to check on|for|to stir|"
        rf"to flip|to turn) (?P<what>{_THE} )?(?P<forwhat>[a-z]+(?: [a-z]+){{0,2}}?))?",
        r"(?:in|after) @ (?:remind|alert|wake|tell|notify|ping|call|buzz|warn|let) me(?: know| up)?",
        rf"time (?:(?:{_THE} )?{_NAME} )?for @",
        rf"time @{_FOR_IT}",
        rf"(?:count|start counting)(?: down)?(?: from)? @{_ON}",
        rf"countdown(?: from)? @{_ON}",
        r"(?:time|start timing)(?: me| it| this| that)?(?: for)? @",
        rf"(?:set|start) (?:it |that |this )?(?:for |to |at )?@{_FOR_IT}{_ON}",
        r"(?:set|put) @ on the (?:clock|timer|stopwatch)",
        r"@ on the (?:clock|timer)(?: please)?",
        r"(?:ring|go off|beep|alarm|buzz|reminder)(?: me)? in @",
        rf"{_THE} @ (?:{_NAME} )?{_TIMER}{_FOR_IT}",
        rf"{_THE} (?:{_NAME} )?{_TIMER} (?:for|of) @{_FOR_IT}",
    )
)
_THE_TIMER = rf"(?:the |my |that |this )?(?:{_NAME} )?(?:timer|countdown|alarm|clock)"
_CHANGED = tuple(
    re.compile(pattern)
    for pattern in (
        r"@(?: more)?(?: (?:please|longer))?",
        rf"(?:add|add on|put|put on|give it|give me|give them|give that|give this|give us|i need|we need|it needs|"
        rf"needs|need|just|lets give it|lets add|throw on|tack on|make it|let it go|let it go for|let it run|let "
        rf"it run for|let it cook|let it cook for|cook it|cook it for|cook for|keep it going for|i want|i need to "
        rf"add|i want to add|plus|and|allow|leave it|leave it for|leave it in for)(?: (?:an? )?(?:extra|"
        rf"additional))? @(?: more| extra| longer| on| in)?(?: (?:to|on|onto|for|of|in) (?:it|that|this|the time|"
        rf"{_THE_TIMER}))?",
        rf"(?:extend|increase|lengthen|prolong|bump|bump up|push|raise|delay)(?: (?:it|that|this|the time|"
        rf"{_THE_TIMER}))? (?:by|for|another) ?@",
        rf"(?:extend|increase|lengthen|prolong)(?: (?:it|that|this|the time|{_THE_TIMER}))? @",
        rf"give {_THE_TIMER} @",
        rf"make {_THE_TIMER} @",
        rf"@ (?:more )?(?:to|on|onto|for) {_THE_TIMER}",
        rf"(?:add|put|give) @(?: more| extra)? (?:to|on|for) (?:the|my) {_NAME}",
        r"(?:snooze|snooze for|snooze it for) @",
    )
)
_SHORTENED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:take|knock|shave|cut|get|drop) (?:off )?@(?: off)?(?: (?:of|from|off|off of))?(?: (?:it|that|this|"
        rf"the time|{_THE_TIMER}))?",
        rf"(?:remove|subtract|deduct|minus|take away|drop) @(?: (?:from|off|off of) (?:it|that|this|the time|"
        rf"{_THE_TIMER}))?",
        rf"(?:reduce|shorten|decrease|cut|lower)(?: (?:it|that|this|the time|{_THE_TIMER}))? by @",
        r"@",
        rf"make {_THE_TIMER} @",
    )
)
_MORE_OR_LESS = re.compile(
    r"(?:(?:another|an? extra|an? additional|a further|extra) )?@(?: (?:more|less|fewer|extra|longer))?"
)
_LONGER = re.compile("(?:extend|increase|lengthen|prolong|bump up) ")
_SHORTER = re.compile("(?:reduce|shorten|decrease|cut) ")
#: "Set the oven timer" is meant for the oven.
_HAVE_THEIR_OWN = frozenset({"oven", "microwave", "stove", "air fryer", "kitchen"})
_DOING = {
    "cancel delete remove clear stop end kill scrap drop dismiss abort erase discard": Intent.CANCEL_TIMER,
    "pause hold freeze suspend": Intent.PAUSE_TIMER,
    "resume continue unpause restart unfreeze": Intent.RESUME_TIMER,
    "check": Intent.TIMER_STATUS,
}
_DO = {word: intent for words, intent in _DOING.items() for word in words.split()}
_TURN_OFF = r"(?:turn off|switch off|shut off|get rid of|forget about|forget)"
_NAMED = (
    (
        None,
        re.compile(rf"(?P<do>{'|'.join(_DO)})(?: on)?(?: (?:the|my|that|this))? {_NAME} (?:timer|alarm|countdown)"),
    ),
    (
        None,
        re.compile(rf"(?P<do>{'|'.join(_DO)})(?: on)?(?: (?:the|my|that|this))? timer (?:for|on) (?:the |my )?{_NAME}"),
    ),
    (Intent.CANCEL_TIMER, re.compile(rf"{_TURN_OFF}(?: (?:the|my|that|this))? {_NAME} timer")),
    (Intent.CANCEL_TIMER, re.compile(rf"(?:turn|switch|shut) (?:the|my|that|this) {_NAME} timer off")),
    (Intent.CANCEL_TIMER, re.compile(rf"{_NAME} timer (?:cancel|off)")),
    (Intent.PAUSE_TIMER, re.compile(rf"{_NAME} timer pause")),
    (Intent.SET_TIMER, re.compile(rf"{_SET}(?: {_THE})? {_NAME} timer{_ON}")),
    (Intent.SET_TIMER, re.compile(rf"{_SET}(?: {_THE})? timer for (?:the |my )?{_NAME}")),
    (
        Intent.TIMER_STATUS,
        re.compile(
            rf"(?:how (?:long|much time|many minutes|much longer|much)|whats|time)(?: (?:is|are|do i have|have i "
            rf"got|still|is still))?(?: (?:left|remaining|longer|to go|more))?(?: (?:on|for))(?: (?:the|my|that|"
            rf"this))? {_NAME} (?:timer|alarm)"
        ),
    ),
    (
        Intent.TIMER_STATUS,
        re.compile(
            rf"(?:how (?:long|much time|many minutes|much)(?: (?:is|are|do i have|have i got))? (?:left|remaining|"
            rf"to go)|how much longer|whats left|time left|time remaining) (?:on|for) (?:the |my )?{_NAME}"
        ),
    ),
    (
        Intent.TIMER_STATUS,
        re.compile(rf"(?:hows|how is) (?:the|my|that|this) {_NAME} timer(?: (?:doing|looking|going|coming along))?"),
    ),
    (Intent.TIMER_STATUS, re.compile(rf"(?:the |my )?{_NAME} timer (?:status|check)")),
    (
        Intent.TIMER_STATUS,
        re.compile(
            rf"when (?:does|will|is) (?:the|my) {_NAME} timer (?:go off|end|finish|ring|done|be done|going to go off|"
            rf"up|over)"
        ),
    ),
)
_SELECTED = (
    (None, re.compile(rf"(?P<do>{'|'.join(_DO)})(?: on)?(?: (?:the|my|that|this))? @ (?:timer|alarm|countdown)")),
    (Intent.CANCEL_TIMER, re.compile(rf"{_TURN_OFF}(?: (?:the|my|that|this))? @ timer")),
    (Intent.CANCEL_TIMER, re.compile(r"(?:turn|switch|shut) (?:the|my|that|this) @ timer off")),
    (
        Intent.TIMER_STATUS,
        re.compile(
            r"(?:how (?:long|much time|many minutes|much longer|much)|whats|time)(?: (?:is|are|do i have|have i "
            r"got))?(?: (?:left|remaining|longer|to go))? (?:on|for) (?:the|my|that|this) @ (?:timer|alarm)"
        ),
    ),
    (Intent.TIMER_STATUS, re.compile(r"(?:hows|how is) (?:the|my|that|this) @ timer(?: (?:doing|looking|going))?")),
)
#: "five, no, ten minutes"
_NOT_SO_MANY = re.compile(
    rf"(?:{_NUMBER}) (?:(?:no|wait no|no wait|i mean|sorry|actually|make that|or rather|rather) )+@"
)


@lru_cache(maxsize=1)
def _numbered() -> Grammar:
    return Grammar(NUMBERED_EN)


def with_number(line: str) -> Reading | None:
    times = find_durations(line)
    if len(times) > 1:
        return None
    if times:
        return _timer(f"{line[: times[0].start]}@{line[times[0].end :]}", times[0])
    shape = _TAKEN_BACK.sub(_last_one, _A_NUMBER.sub("#", line))
    rule = _numbered().look_up(shape.replace(" ", ""))
    if rule is None:
        return None
    if rule.intent is Intent.SCALE_SERVINGS:
        return scaled(line)
    target = find_step(line)
    if target is None:
        return None
    if target.step is not None:
        return Reading(rule.intent, {"step": target.step})
    if target.offset in (1, -1):
        return Reading(Intent.NEXT_STEP if target.offset > 0 else Intent.PREVIOUS_STEP)
    return Reading(rule.intent, {"offset": target.offset}) if target.offset else None


def _last_one(corrected: re.Match[str]) -> str:
    """ "step # no step #" is one step; which one is for `steps` to say."""
    return "step #" if corrected["step"] or corrected["same"] else "#"


def _timer(line: str, time: Duration) -> Reading | None:
    """A line with "@" where its length of time stood."""
    line = _NOT_SO_MANY.sub("@", line)
    if time.change:
        line = _MORE_OR_LESS.sub("@", line)
    sign = time.change or _direction(line)
    if sign:
        found = _first(_CHANGED if sign > 0 else _SHORTENED, line, Intent.ADD_TIME, time.seconds * sign)
        if found or sign < 0:
            return found
    # "Put on a five minute timer" adds a timer, not minutes.
    found = _first(_TIMED, line, Intent.SET_TIMER, time.seconds)
    if found or sign:
        return found
    for fixed, pattern in _SELECTED:
        match = pattern.fullmatch(line)
        if match is not None:
            return Reading(fixed or _DO[match["do"]], {"duration_s": time.seconds})
    return None


def _first(patterns: tuple[re.Pattern[str], ...], line: str, intent: Intent, seconds: int) -> Reading | None:
    """The first pattern that reads the whole line with a name that may be one."""
    for pattern in patterns:
        match = pattern.fullmatch(line)
        if match is not None and (name := _name_in(match)) is not None:
            return Reading(intent, {"duration_s": seconds, "name": name} if name else {"duration_s": seconds})
    return None


def _direction(line: str) -> int:
    """Whether the verb says longer or shorter where the number doesn't: "extend the timer by five minutes"."""
    return 1 if _LONGER.match(line) else -1 if _SHORTER.match(line) else 0


def named_timer(line: str) -> Reading | None:
    for fixed, pattern in _NAMED:
        match = pattern.fullmatch(line)
        if match is not None and (name := _name_in(match)) is not None:
            if fixed is Intent.SET_TIMER and name in _HAVE_THEIR_OWN:
                return None
            return Reading(fixed or _DO[match["do"]], {"name": name} if name else {})
    return None


def _name_in(match: re.Match[str]) -> str | None:
    """The name said; None when any of the words there can be none."""
    names = [english_name(text) for group in ("name", "forwhat") if (text := match.groupdict().get(group))]
    return None if None in names else next(filter(None, names), "")
