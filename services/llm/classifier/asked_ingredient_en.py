"""The noun that "how much", "instead of" and "out of" ask about in an English sentence; it may be a Korean word."""

import re
from typing import Final

from services.llm.classifier.asked_ingredient_ko import Asked
from services.llm.classifier.pantry import PANTRY_EN
from shared.kitchen.text import has_hangul, listed
from shared.kitchen.units import WORDS

#: How much, and what else would do.
_ASKED: Final = re.compile(
    r"\b(?:(?P<how>how (?:much|many)|(?:amount|quantity|measure|measurement|weight|volume|number) (?:of|for|on))|"
    r"out of|(?:don'?t|do not) (?:have|get|find|sell|stock|keep)|(?:can'?t|cannot) (?:get|find|buy)|"
    r"outta|short of|low on|haven'?t got|haven'?t any|(?:have|had|got) no|"
    r"no have|close to|similar to|there'?s no|there is no|instead of|rather than|in place of|besides|"
    r"(?:substitute|replacement|alternative|sub|swap) (?:for|to)|"
    r"substitute|replace|swap out|skip|omit|leave out|leave off|do without|go without|without|missing|allergic to|"
    r"what could replace|^no|what about|how about|and(?! how| what))\b"
)
_WORD: Final = re.compile(r"[a-zà-öø-ÿ가-힣]+(?:[-'][a-z]+)*|,")
_LEADING: Final = frozenset(
    listed(
        """
        the any some my our your of enough more extra half a an this that those these one two three four five six couple
        few dozen using
        """
    )
)
#: "How many rashers" needs no bacon.
_FOOD_ITSELF: Final = frozenset(listed("rasher rashers rib ribs fillet fillets patty patties clove cloves"))
_UNITS: Final = frozenset(word for word in WORDS if word.isascii())
_KNOWN_WORDS: Final = frozenset(name.split()[-1] for name in PANTRY_EN)
#: What ends a noun: "milk do i need", "vinegar how many", "sesame oil mate".
_NO_NOUN: Final = frozenset(
    listed(
        """
        do am does should is are was were be been goes go going i we you he she they it that this them these those did
        to in for what with left can at here needed please will and or instead right now round anywhere has had have
        would works work quick la lah exactly altogether each then so if but could how much many any some the a an of on
        my our your me us s ah yaar hen pal mate love pet dear chef sir madam sous thanks thank cheers man bro quickly
        more time longer need step steps people servings calories hours seconds minutes minute degrees timers timer
        which else recipes recipe pieces something anything everything no not just only about from by up out as per
        into onto over while because when where there really actually sorry wait mean say says said tell asking use put
        add used okay ok yes long shall may might must get got find than total overall though too either again
        one two three four five six fi rather
        dude buddy bru partner possible
        """
    )
)
_LONGEST: Final = 3


def asked_in_english(low: str) -> Asked | None:
    for asked in _ASKED.finditer(low):
        after = _noun_after(low[asked.end() :])
        before = _noun_before(low[: asked.start()]) if asked["how"] else []
        if after and not (before and _FOOD_ITSELF.issuperset(after)):  # "garlic how many cloves"
            return Asked(" ".join(after), True)
        if before:
            return Asked(" ".join(before), before[-1] in _KNOWN_WORDS or has_hangul(before[-1]))
    return None


def _noun_after(text: str) -> list[str]:
    words = _WORD.findall(text)
    place = 0
    while place < len(words) and (words[place] in _LEADING or _measures(words, place)):
        place += 1
    end = place
    while end < len(words) and end - place < _LONGEST and _of_a_noun(words[end]):
        end += 1
        if has_hangul(words[end - 1]):
            break
    return _more_than_a_measure(words[place:end])


def _measures(words: list[str], place: int) -> bool:
    """Whether it only says what is counted in: "tablespoons soy sauce", "cloves of garlic", "leaves of basil"."""
    following = words[place + 1 : place + 2]
    return following == ["of"] or words[place] == "of" or (words[place] in _UNITS and bool(following))


def _noun_before(text: str) -> list[str]:
    """ "Sugar how much", "두부 how many blocks"."""
    words = _WORD.findall(text)
    if words[-1:] == [","]:
        words.pop()
    start = len(words)
    while start > 0 and len(words) - start < _LONGEST and _of_a_noun(words[start - 1]):
        start -= 1
    return _more_than_a_measure(words[start:])


def _of_a_noun(word: str) -> bool:
    return word != "," and word.partition("'")[0] not in _NO_NOUN


def _more_than_a_measure(phrase: list[str]) -> list[str]:
    return [] if (_UNITS - _FOOD_ITSELF).issuperset(phrase) or phrase == ["fresh"] else phrase
