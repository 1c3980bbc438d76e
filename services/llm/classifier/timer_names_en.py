"""The name of a timer in an English sentence: "the pizza dough timer", "an hour for the pulled pork", "lamb, an hour".

Names may be Korean words ("timer for the 만두"). "|" stands where a length of time stood.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from services.llm.classifier.concepts import FOOD_EN
from services.llm.classifier.pantry import PANTRY_EN
from shared.kitchen.text import listed
from shared.kitchen.timer_names import english_name, korean_name

#: Said around a timer and never what it is called: determiners, fillers, and what is done with timers.
NOT_A_NAME_EN: Final = frozenset(
    listed(
        """
        a an the my this that another new second first last other all both every timer up set start please on off for
        and it me you your step running next by to of cooking longer more minute minutes kitchen countdown ok okay um uh
        so hey alright well right oh go going my put clock old same whole stop cancel pause resume now
        like about around roughly maybe remove delete kill bin ditch drop scrap clear beep standby halt freeze forget
        time timing its gone got gets getting having us him her them then just only also too again back out down over
        pop stick bung chuck whack slap throw plonk stop hit hold keep check restart continue unpause suspend
        extend prolong lengthen bump push nudge boost increase shorten reduce trim shave knock tack raise lower
        change make create give need needs want wants run begin kick label called named call name remind ring
        tell show read list count track watch mind say says know cook quick little wee extra full total left remaining
        status sous chef love mate pal dear boss captain bro darling honestly quickly exactly thanks cheers ta mark any
        many each abort dismiss end paused ringing bit moment mo sec while hold heat hob stove counting shower er
        erm hm their theyre theyve thats would wrong present am di ka enough doing
        luck altogether anymore isnt arent wasnt wanted stopped
        looking coming done ready kilo kilos pound pounds gram grams batch batches
        """
    )
)
_TIMERS: Final = frozenset(listed("timer timers countdown alarm 타이머 알람"))
_LEADING: Final = frozenset(listed("the my a an our some these those this that its two three four"))
_LONGEST: Final = 3
#: Which one, and not what it is called; "short ribs" are called so.
_ONLY_WHICH: Final = frozenset(listed("short long shorter longer shortest longest quick big small pot"))
#: "Chicken's in" is a sentence, "shepherd's pie" is none.
_IS: Final = re.compile(
    r"(?<=[a-z])['’]s(?= (?:in|on|at|out|up|done|ready|already|back|gone|been|just|now"
    r"|(?!(?:pudd|ic|fill|dress|stuff|frost|topp|season)ing)\w+ing)\b)"
)
#: "The chicken's countdown".
_OF_ITS_OWN: Final = re.compile(r"(?<=[a-z])['’]s(?= (?:timer|clock|countdown|alarm)\b)")
_WORD: Final = re.compile(r"[a-zà-öø-ÿ가-힣]+|[|,]")
_FOODS: Final = re.compile(
    "|".join(
        [
            *(word for word in PANTRY_EN if " " not in word and word not in ("water", "ice", "oil")),
            *FOOD_EN.split("|"),
            *listed(
                "roast joint buns rolls spuds tatties biscuits brisket gammon custard naan toast porridge stuffing "
                "duck ducks pork tea coffee gratin focaccia ragu lentils loaf sourdough tart crumble lasagne "
                "bagels ravioli gnocchi gyoza samosas crumpets croissants fries flan brownie cookie muffin fishcakes"
            ),
        ]
    )
)


class Named(NamedTuple):
    """`told`: it is called the timer's; else it is only what the time may be for, or a reason ("the cake's out")."""

    name: str
    told: bool


def named_in_english(bare: str) -> Named | None:
    words = _WORD.findall(re.sub(r"['’]", "", _IS.sub(" is", _OF_ITS_OWN.sub("", bare))))
    for phrases, told in _READINGS:
        for phrase in phrases(words):
            name = _joined(phrase)
            if name and name not in _ONLY_WHICH:
                return Named(name, told)
    return None


def _joined(phrase: list[str]) -> str | None:
    if any("가" <= word[0] <= "힣" for word in phrase):
        return korean_name(phrase)
    return english_name(" ".join(phrase))


def _may_be(word: str) -> bool:
    if "가" <= word[0] <= "힣":
        return bool(korean_name([word]))
    one = word.removesuffix("s")  # "step three's timer" is not called threes
    may_be = len(word) > 1 and word not in NOT_A_NAME_EN and bool(english_name(word))
    return may_be and english_name(one) is not None


def _after(words: list[str], place: int) -> list[str]:
    """The noun phrase that begins here."""
    while place < len(words) and words[place] in _LEADING:
        place += 1
    end = place
    while end < len(words) and end - place < _LONGEST and _may_be(words[end]):
        end += 1
    return words[place:end]


def _before(words: list[str], place: int) -> list[str]:
    """The noun phrase that ends here."""
    start = place
    while start > 0 and place - start < _LONGEST and _may_be(words[start - 1]):
        start -= 1
    return words[start:place]


def _called(words: list[str]) -> Iterator[list[str]]:
    """ "Called focaccia", "label this one custard", "name a timer broth"."""
    for place, word in enumerate(words):
        if word in ("called", "named", "labelled", "labeled", "titled"):
            yield _after(words, place + 1)
        elif word in ("call", "name", "label", "title"):
            rest = place + 1
            while rest < len(words) and words[rest] in _ITSELF:
                rest += 1
            yield _after(words, rest)


_ITSELF: Final = _LEADING | {"it", "one", "timer", "is", "as", "new"}


def _before_its_word(words: list[str]) -> Iterator[list[str]]:
    """ "The pizza dough timer", "the rice one", "green beans | timer"."""
    for place, word in enumerate(words):
        if word in _TIMERS:
            yield _before(words, place)
            if place and words[place - 1] == "|":
                phrase = _before(words, place - 1)
                ahead = place - 1 - len(phrase)
                if phrase and (ahead == 0 or words[ahead - 1] in _LEADING) and _is_food(phrase):
                    yield phrase
            phrase = _after(words, place + 1)
            if _is_food(phrase):
                yield phrase
        elif word == "clock":
            phrase = _before(words, place)
            if _is_food(phrase):
                yield phrase
        elif word == "one":
            phrase = _before(words, place)
            if phrase and place > len(phrase) and words[place - len(phrase) - 1] in _LEADING:
                yield phrase


def _after_for(words: list[str]) -> Iterator[list[str]]:
    """ "An hour for the pulled pork", "left on the pasta"."""
    for place, word in enumerate(words):
        if word not in ("for", "on", "about"):
            continue
        first = place + 1
        if [after.endswith("ing") for after in words[first : first + 1]] == [True] and words[first + 1 : first + 2]:
            first += words[first + 1] in _LEADING  # "for marinating the tofu"
        phrase = _after(words, first)
        if _is_food(phrase) or (word == "for" and words[first : first + 1] not in (["a"], ["an"])):
            yield phrase


def _cooked_so_long(words: list[str]) -> Iterator[list[str]]:
    """ "Time my steaks for |", "put the flan on a |", "boil the eggs |"."""
    for place, word in enumerate(words):
        if word in _COOKED:
            phrase = _after(words, place + 1)
            after = words[place + 1 :]
            after = after[after.index(phrase[-1]) + 1 :] if phrase else []
            while after and after[0] in _FOR_SO_LONG:
                after = after[1:]
            if after[:1] == ["|"] or (word in ("time", "timing") and _is_food(phrase)):
                yield phrase


_COOKED: Final = frozenset(
    listed("time timing put boil bake cook steam fry simmer roast grill rest chill soak proof poach braise toast")
)
_FOR_SO_LONG: Final = frozenset(listed("for on at in a an about ,"))


def _that_needs_it(words: list[str]) -> Iterator[list[str]]:
    """ "The bread needs another |", "could the pudding have another |", "the pork belly goes in now so |"."""
    for place, word in enumerate(words):
        needs = word in _NEEDS or (word in _GOES and words[place + 1 : place + 2] in (["in"], ["on"]))
        if needs and "|" in words[place : place + _SOON]:
            phrase = _before(words, place)
            if phrase and place > len(phrase) and words[place - len(phrase) - 1] in _LEADING:
                yield phrase


_NEEDS: Final = frozenset(listed("needs need wants want gets get have"))
_GOES: Final = frozenset(listed("goes go is are went"))
_SOON: Final = 6


def _food_beside(words: list[str]) -> Iterator[list[str]]:
    """Food alone: "lamb |", "new timer dough |", "is the rice done"."""
    for place, word in enumerate(words):
        if (place == 0 or words[place - 1] in _AHEAD) and word not in _LEADING:
            phrase = _after(words, place)
            after = place + len(phrase)
            if _is_food(phrase) and (after == len(words) or words[after] in _BEHIND):
                yield phrase


def _is_food(phrase: list[str]) -> bool:
    return bool(phrase) and _FOODS.fullmatch(phrase[-1]) is not None


_AHEAD: Final = _LEADING | NOT_A_NAME_EN | set(listed("for on has have is are did do timer | ,"))
_BEHIND: Final = frozenset(
    listed(
        """
        is are got has have another an a how more please timer doing looking done ready by for beep come go at in out
        early going plus anymore ten twenty thirty forty fifty sixty five seven eight nine | ,
        """
    )
)
_READINGS: Final = (
    (_called, True),
    (_before_its_word, True),
    (_after_for, False),
    (_cooked_so_long, False),
    (_that_needs_it, False),
    (_food_beside, False),
)
