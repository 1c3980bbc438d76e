"""The next number in a text, whatever it is written in: digits, fractions, English or Korean words.

Also what looks like a number and isn't one to cook with: clocks, dates, five-spice, "one more time".
"""

import re
from fractions import Fraction
from typing import Final

from shared.kitchen import numbers_en as en
from shared.kitchen import numbers_ko as ko
from shared.kitchen.numeral import Numeral, Script
from shared.kitchen.numeral_ko import read_half, read_native, read_sino
from shared.kitchen.written_amounts import GLYPH, GLYPHS

_VULGAR: Final = {glyph: Fraction(ratio) for glyph, ratio in GLYPHS.items()}
_GLYPH = f"[{GLYPH}]"
_PLAIN = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}(?:\.[0-9]{1,6})?(?![0-9])|[0-9]{1,9}(?:\.[0-9]{1,6})?(?![0-9])"
    r"|(?<![0-9])\.[0-9]{1,6}(?![0-9]))"
)
_RATIO = r"[0-9]{1,4} ?/ ?[0-9]{1,4}(?![0-9])"
# Much that looks like a number isn't one to cook with: clocks, dates, phone numbers, five-spice, half-and-half.
_NO_NUMBER = (
    r"[0-9]+(?:-[0-9]+){2,}(?![/0-9])|[0-9]+(?:\.[0-9]+){2,}|[0-9]+(?:/[0-9]+){2,}|[0-9]+(?::[0-9]+)+"
    r"|24/7|50/50|[0-9]{10,}"
    r"|(?<![a-z])(?:(?:five|5)[- ]?spice|an? baker'?s dozen|half[- ](?:and|&|n)[- ]half|thousand[- ]island|(?:seven"
    r"|7)[- ]?up|fifty[- ]fifty"
    r"|one[- ]by[- ]one|(?:one|1)[- ](?:pot|pan|dish)|one (?:at a time|more time|of|moment|another)|a (?:few|lot"
    r"|bit|little|while|time)"
    r"|(?:this|that|which|the|only|other|another|next|last|each|every|any|no|new|previous|same|right|wrong|big|small"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]+(?:st|nd|rd|th)) one"
    r"(?! more| (?:cup|minute|hour|second|teaspoon|tablespoon))(?![- ]?(?:half|third|quarter|hundred))"
    r"|(?:at|to) one point(?! [a-z]+ [a-z]*(?:cup|litre|liter|kilo))|cloud (?:nine|9)|high five|deep six"
    r"|catch[- ]twenty[- ]two"
    r"|forty winks|take five(?=[ .,!?]*$)"
    r"|half an? (?:million|billion|thousand)|half[- ](?:hearted|baked|time|asleep|dead|moon|wit)"
    r"|half (?:past|way)|(?:quarter|half|[0-9]{1,2}|five|ten|twenty) (?:past|till|o'?clock)(?: [a-z]+)?"
    r"|quarter to [a-z]+)(?![a-z])"
)
#: '1만 5천', '2만 3천 5백', '3천 5백', '1만5000'; "2만 300" may be "only two, three hundred".
_MYRIADS: Final = (
    "[0-9]{1,4}만(?:[0-9]{4}| [0-9]{4}(?= ?원)| ?[0-9]{1,3}천(?: ?[0-9]백)?(?: ?[0-9]십)?| ?[0-9]백(?: ?[0-9]십)?)"
    "|[0-9]천 ?[0-9]백(?: ?[0-9]십|[0-9]{2})?|[0-9]{1,4}천만(?= ?원)"
)
#: Where a number can begin at all: looked at first, it saves two thirds of the scan.
_SYLLABLES: Final = "".join(sorted({word[0] for word in ko.NATIVE} | set("일이삼사오육칠팔구영공십백천만반절")))
_BEGINS: Final = f"(?=[0-9.{GLYPH}{_SYLLABLES}]|(?<![a-z])[a-z])"
TOKEN: Final = re.compile(
    rf"{_BEGINS}(?:(?P<skip>{_NO_NUMBER})"
    rf"|(?P<mixed>[0-9]{{1,4}}(?: ?{_GLYPH}|(?: |-| ?[과와] ?){_RATIO}))"
    rf"|(?P<glyph>{_GLYPH})|(?P<ratio>{_RATIO})"
    r"|(?P<spoken_point>[0-9]{1,3} ?[점쩜] ?[0-9]{1,2}(?![0-9]))"
    rf"|(?P<myriads>{_MYRIADS})(?![0-9])"
    rf"|(?P<digits>{_PLAIN})(?:(?P<power>[백천])(?P<below>[0-9]{{1,3}})?(?![0-9]))?"
    rf"|(?P<native>{ko.NATIVE_RUN})|(?P<sino>{ko.SINO_RUN})|(?P<half>절반|반의 ?반|(?<!두)반|반(?!장))"
    rf"|(?<![a-z])(?:(?P<point>(?:(?:zero|oh) )?point(?: (?:one|two|three|four|five|six|seven|eight|nine"
    rf"|zero|oh)(?![a-z])){{1,4}})"
    rf"|(?P<some>(?:half a|a half|half)[- ]dozen(?![a-z])|an?[- ](?:half|quarter|third|fourth|fifth|sixth"
    rf"|eighth|tenth|dozen|couple(?: of)?)(?![a-z])|couple of(?![a-z])|couple(?= (?:more )?(?:minutes"
    rf"|hours|seconds|mins|secs|hrs|days)))"
    rf"|(?P<cardinal>{en.CARDINAL})|(?P<dozen>dozen(?![a-z]))|(?P<part>{en.PART})"
    rf"|(?P<article>an?(?![a-z'.]))))"
)
_EN_TAIL: Final = re.compile(
    rf"(?P<decimals>{en.DECIMALS})"
    rf"|(?: (?:and|&) |-and-)(?:(?P<how_many>a|one|two|three|five|seven|1|2|3)[- ])?(?P<and_part>{en.PART})"
    rf"| (?:and|&) (?:(?P<and_ratio>{_RATIO})|(?P<and_glyph>{_GLYPH}))"
    rf"|[- ](?:(?P<many>hundred|thousand)(?![a-z])|(?P<dozen>dozen)(?![a-z])|(?P<part>{en.PART}))"
)
_OF_SOMETHING: Final = re.compile(
    r"[- ](?:of|cups?|teaspoons?|tablespoons?|tsps?|tbsps?|pounds?|lbs?|ounces?|pints?|quarts?"
    r"|hours?)(?![a-z])"
)
#: "2만 원" is twenty thousand; a bare "2만" may be "only two".
_TEN_THOUSANDS: Final = re.compile("만(?: ?(?:원|명|보|킬로|년)|(?P<end>[ .,!?]*$))")
#: Parts that no measure has.
_OTHER_PART: Final = re.compile(
    "[- ](?P<part>seventh|ninth|twelfth|sixteenth|hundredth)(?P<many>s)?(?![a-z])(?! (?:step|one))"
)
_OTHER_BOTTOMS: Final = {"seventh": 7, "ninth": 9, "twelfth": 12, "sixteenth": 16, "hundredth": 100}
_OF_A_WHOLE: Final = re.compile(" of (?:an?|the|my|its|that|this) |[- ](?:inch|cup|teaspoon|tablespoon|pound|ounce)")
#: "A dozen and a half eggs" are eighteen.
_AND_A_HALF: Final = re.compile(" and a half(?! ?(?:an? |of |cup|tea|table|pound|hour|minute))(?![a-z])")
_SOME_UNIT: Final = re.compile(" ?(?!inch|in(?![a-z]))[a-z℃°가-힣]")
_MINUTES: Final = re.compile(" ?(?:minutes|mins|seconds|secs|people|servings|분(?!의)|초|명|인분)")
_WORTH: Final = {"천": 1000, "백": 100, "십": 10, "": 1}
_PLACES: Final = re.compile("([0-9]+)([천백십]?)")
_LATIN_TAIL: Final = re.compile(r"(?:step|timer|number|no\.?|x|[0-9](?:h|hrs?|m|min)|for|to|in)$")


def _ratio(text: str) -> Fraction | None:
    top, _, bottom = text.partition("/")
    return Fraction(int(top), int(bottom)) if int(bottom) else None


def _written_range(low: int, high: int, view: str, end: int) -> bool:
    """ "35/40 minutes", '150/200g': from the one to the other; nobody cooks seven eighths of a minute."""
    if not low < high <= 3 * low:
        return False
    return (low >= 10 and _SOME_UNIT.match(view, end) is not None) or (
        low >= 5 and _MINUTES.match(view, end) is not None
    )


def _two_or_three(low: int, high: int, view: str, end: int) -> bool:
    """ "2/3 minutes": two thirds of one, or two or three of them?"""
    return 2 <= low < high and high != 4 * low and _MINUTES.match(view, end) is not None


def _myriads(text: str) -> Fraction:
    """'2만 3천 5백' -> 23500."""
    many, _, few = text.rpartition("만")
    return _below_a_myriad(many) * 10000 + _below_a_myriad(few)


def _below_a_myriad(text: str) -> Fraction:
    return Fraction(sum(int(digits) * _WORTH[place] for digits, place in _PLACES.findall(text)))


def _plain(text: str) -> Fraction:
    return Fraction(text.replace(",", "") if text[0] != "." else f"0{text}")


def read_numeral(token: re.Match[str], view: str) -> Numeral | None:
    kind = token.lastgroup
    start, end = token.span()
    before = view[start - 1] if start else ""
    match kind:
        case "skip":
            return None
        case "native":
            return read_native(token.group(), start, view)
        case "sino":
            return read_sino(token.group(), start, view)
        case "half":
            return read_half(token.group(), start, end, view)
        case "article":
            return Numeral(start, end, Fraction(1), Script.ARTICLE, alone=False)
        case _:
            pass
    if before.isascii() and before.isalpha() and not _LATIN_TAIL.search(view, max(0, start - 6), start):
        return None
    if before and before in ".:/" and start > 1 and view[start - 2].isdigit():
        return None
    return _read_written(token, kind or "", view)


def _read_written(token: re.Match[str], kind: str, view: str) -> Numeral | None:
    start, end = token.span()
    text = token.group()
    script = Script.DIGITS
    alone = True
    value: Fraction | None
    match kind:
        case "mixed":
            whole, _, rest = re.sub("[-과와 ]+", " ", text).strip().partition(" ")
            if not rest:
                whole, rest = text[:-1].strip(), text[-1]
            part = _VULGAR[rest] if rest in _VULGAR else _ratio(rest)
            if part is None or part >= 1:
                return Numeral(start, start + len(whole), Fraction(int(whole)), script, alone=True)
            value = int(whole) + part
        case "glyph":
            value = _VULGAR[text]
        case "ratio":
            low, _, high = text.partition("/")
            if _written_range(int(low), int(high), view, end):
                return Numeral(start, end, Fraction(int(low)), script, alone=True, high=Fraction(int(high)))
            value = None if _two_or_three(int(low), int(high), view, end) else _ratio(text)
        case "spoken_point":
            whole, _, rest = re.sub("[점쩜]", ".", text).replace(" ", "").partition(".")
            value = Fraction(f"{whole}.{rest}")
        case "myriads":
            value = _myriads(text)
        case "digits" | "power" | "below":
            value = _plain(token["digits"])
            if token["power"]:
                value = value * (100 if token["power"] == "백" else 1000) + int(token["below"] or 0)
            elif view.startswith("만", end) and (money := _TEN_THOUSANDS.match(view, end)):
                return None if money["end"] is not None else Numeral(start, end + 1, value * 10000, script, alone=True)
            else:
                return _with_tail(start, end, value, script, view)
        case "cardinal" if (other := _OTHER_PART.match(view, end)) is not None:
            bottom = _OTHER_BOTTOMS[other["part"]]
            top = en.read_cardinal(text)
            if top >= bottom or (top == 1) is bool(other["many"]) or not _OF_A_WHOLE.match(view, other.end()):
                return None
            return Numeral(start, other.end(), Fraction(top, bottom), Script.ENGLISH, alone=True)
        case "cardinal":
            return _with_tail(start, end, Fraction(en.read_cardinal(text)), Script.ENGLISH, view)
        case "point":
            value, script = en.read_decimals(text.removeprefix("zero ").removeprefix("oh ")), Script.ENGLISH
        case "some":
            return _read_some(text, start, end, view)
        case "dozen":
            value, script = Fraction(12), Script.ENGLISH
        case "part":
            value, script = en.read_part(text), Script.ENGLISH
            alone = text == "half"
            if not alone and text not in ("quarter", "quarters"):
                return None  # a bare "third" is a place
        case _:
            return None
    return None if value is None else Numeral(start, end, value, script, alone=alone)


def _read_some(text: str, start: int, end: int, view: str) -> Numeral | None:
    if text.endswith("dozen"):
        dozen = Fraction(6 if text.count("half") else 12)
        more = _AND_A_HALF.match(view, end)
        if more is not None:
            return Numeral(start, more.end(), dozen * 3 / 2, Script.ENGLISH, alone=True)
        return Numeral(start, end, dozen, Script.ENGLISH, alone=True)
    if "couple" in text:
        return Numeral(start, end, Fraction(2), Script.ENGLISH, alone=True, approximate=True)
    word = re.split("[- ]", text)[1]
    if word not in ("half", "quarter") and not _OF_SOMETHING.match(view, end) and (start, end) != (0, len(view)):
        return None  # "a third egg" is one more egg
    return Numeral(start, end, en.read_part(word), Script.ENGLISH, alone=True)


def _with_tail(start: int, end: int, value: Fraction, script: Script, view: str) -> Numeral:
    tail = _EN_TAIL.match(view, end)
    if tail is None:
        return Numeral(start, end, value, script, alone=True)
    part: Fraction | None = None
    if tail["decimals"] and value.denominator == 1:
        part = en.read_decimals(tail["decimals"])
    elif tail["and_part"]:
        how_many = tail["how_many"]
        if how_many is not None or tail["and_part"] == "half":
            times = int(how_many) if how_many and how_many.isdigit() else en.read_cardinal(how_many or "one")
            part = times * en.read_part(tail["and_part"])
            if part >= 1 or (how_many == "a" and tail["and_part"].startswith(("third", "fourth", "fifth"))
                             and not _OF_SOMETHING.match(view, tail.end())
                             and view[tail.end() :].strip(" .,!?")):  # fmt: skip
                part = None
    elif tail["and_ratio"]:
        part = _ratio(tail["and_ratio"])
    elif tail["and_glyph"]:
        part = _VULGAR[tail["and_glyph"]]
    elif tail["many"]:
        times = 100 if tail["many"] == "hundred" else 1000
        return Numeral(start, tail.end(), value * times, script, alone=True)
    elif tail["dozen"]:
        return Numeral(start, tail.end(), value * 12, script, alone=True)
    elif tail["part"] and (value < 20 or tail["part"].startswith(("half", "halves", "quarter"))):
        return Numeral(start, tail.end(), value * en.read_part(tail["part"]), script, alone=True)
    if part is None or part >= 1:
        return Numeral(start, end, value, script, alone=True)
    return Numeral(start, tail.end(), value + part, script, alone=True)
