"""Any recipe sentence or reply the way an English voice should read it: no digits and no signs left.

"1 1/2 cups flour, 350°F, 3-4 min" -> "one and a half cups flour, three hundred fifty degrees Fahrenheit, three to
four minutes".
What is already written out stays as it is, so reading twice changes nothing.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from shared.kitchen import speaking_en as en
from shared.kitchen.plain_text import plain, tidied
from shared.kitchen.text import listed
from shared.kitchen.written_amounts import (
    GLYPH,
    GLYPHS,
    LONG_DIGITS,
    NUMBERED,
    is_written_in_numbers,
    numbered,
    until_it_rests,
    value,
)

#: Nothing in it that any rule below could change, unless one of its words is an abbreviation.
_WRITTEN_OUT: Final = re.compile("[A-Za-z]+(?:[.,!?]? [A-Za-z]+)*[.!?]?")

_ABBREVIATED: Final = dict(
    pair.split("=")
    for pair in listed(
        """
        tbsp=tablespoon tbsps=tablespoon tbs=tablespoon tbl=tablespoon tblsp=tablespoon Tbsp=tablespoon
        Tbsps=tablespoon TBSP=tablespoon Tbs=tablespoon
        T=tablespoon tsp=teaspoon tsps=teaspoon Tsp=teaspoon TSP=teaspoon t=teaspoon c=cup C=cup oz=ounce OZ=ounce
        Oz=ounce lb=pound lbs=pound Lb=pound LB=pound
        Lbs=pound g=gram gr=gram gm=gram G=gram kg=kilogram Kg=kilogram KG=kilogram kgs=kilogram mg=milligram
        ml=milliliter mL=milliliter ML=milliliter mls=milliliter l=liter L=liter
        ltr=liter dl=deciliter dL=deciliter cl=centiliter cm=centimeter mm=millimeter m=meter km=kilometer pt=pint
        pts=pint qt=quart qts=quart gal=gallon
        min=minute mins=minute Min=minute Mins=minute sec=second secs=second s=second hr=hour hrs=hour Hr=hour
        h=hour pkg=package pkgs=package pkt=packet ea=piece
        pc=piece pcs=piece in=inch kcal=kilocalorie cal=calorie W=watt kW=kilowatt %=percent ″=inch ℃=celsius
        °C=celsius ºC=celsius °c=celsius ℉=fahrenheit °F=fahrenheit
        ºF=fahrenheit °f=fahrenheit °=degree F=fahrenheit ℓ=liter ㎖=milliliter ㎏=kilogram ㎝=centimeter
        ㎜=millimeter cc=milliliter
        """
    )
)
_SPELLED: Final = listed(
    """
    cup tablespoon teaspoon ounce pound gram kilogram milligram milliliter millilitre liter litre pint quart
    gallon minute second hour day week month year inch centimeter
    centimetre millimeter meter clove slice stick can tin jar bottle bunch sprig stalk head piece package packet
    bag box block sheet strip fillet pinch handful dash
    drop splash serving portion person egg degree percent calorie step foot dozen batch layer
    """
)
_TEMPERATURES: Final = ("celsius", "fahrenheit")
_METRIC: Final = frozenset(
    listed(
        "gram kilogram milligram milliliter liter deciliter centiliter centimeter millimeter meter kilometer litre "
        "millilitre"
    )
)
#: After an amount and before one of these a unit is an adjective: "a 14 oz can" is a fourteen ounce can.
_THINGS: Final = (
    "can|cans|jar|jars|bag|bags|package|packages|pkg|box|boxes|bottle|bottles|tin|tins|packet|packets|block|blocks|"
    "carton|cartons|tub|tubs|container|containers|"
    "pan|pans|dish|dishes|skillet|pot|saucepan|tray|steak|steaks|fillet|fillets|piece|pieces|chunk|chunks|cube|"
    "cubes|slice|slices|strip|strips|pieces|"
    "timer|timers|rest|simmer|recipe|stick|sticks|loaf|round|rounds|thick|thickness|springform|square|baking|cake|"
    "sheet|pie|roast|cut|lengths|intervals|mark|wait"
)
_PHONE: Final = re.compile(
    r"(?<![\d-])(?:\+?\d{1,3}[- ])?\(?\d{3}\)?[- ]\d{3}-\d{4}(?![\d-])|(?<![\d-])\d{3}-\d{4}(?![\d-])|"
    r"(?<![\d-])0\d{1,3}-\d{3,4}-\d{4}(?![\d-])"
)
_DATE: Final = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_MONTHS: Final = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_CLOCK: Final = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])(\s?[ap]\.?m\b\.?)?", re.IGNORECASE)
_RATIO: Final = re.compile(r"(?<![\d:])\d{1,4}(?:\.\d+)?(?::\d{1,4}(?:\.\d+)?){1,5}(?![\d:])")
_CLOCK_NEAR: Final = re.compile(
    (r"\b(?:at|by|until|till|before|after|around|from|since|its|it's|is)\s$"), re.IGNORECASE
)
_TIMER_NEAR: Final = re.compile(r"\b(?:for|timer|of|about|another|last|in|lasts)\s(?:\w{1,12}\s)?$", re.IGNORECASE)
_TIMER_AFTER: Final = re.compile(r"\s(?:timer|left|remaining|minutes|min|more|to go)\b", re.IGNORECASE)
_NTH: Final = re.compile(r"(?<![\d.,])(\d{1,4})(?:st|nd|rd|th)\b", re.IGNORECASE)
_HASH: Final = re.compile(r"(?:[#№]|\b[Nn]o\.)\s?(?=\d)")
_INCH_MARK: Final = re.compile(r"(?<=[\d½¼¾]) ?[\"”″](?=[\s,.x×)-]|$)")
_SHORT_TIME: Final = re.compile(r"(\d ?h)(?:rs?)? ?(\d{1,2}) ?m(?![a-z])")
_HOUR_DOT: Final = re.compile(r"\b(hrs?)\.(?= \d)")
_PACKS: Final = re.compile(r"(?<![\d.])(\d{1,2}) ?[x×] ?(?=\d{1,4}(?:\.\d)? ?-?(?:g|ml|oz|kg|lb|ounce|gram)\b)")
_PAN: Final = re.compile(r"(?<=\d)(\s?(?:\"|″|in|inch|cm)?)(?:\s?[x×]\s?|-by-| by )(?=\d)")
_MULTIPLIED: Final = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=\())[x×]\s?(\d{1,2})(?![\d\w])|(?<![\d.])(\d{1,2})\s?[x×](?!\s?\d)(?!\w)"
)
_MONEY: Final = re.compile(r"([$€£])\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?(?!\d)")
_CURRENCIES: Final = {"$": "dollar", "€": "euro", "£": "pound"}
_TILDE: Final = re.compile(r"(?<![\w~])~\s?(?=\d|[½⅓¼])")
_SHORT_WORDS: Final = (
    (re.compile(r"\bw/o\b"), "without"), (re.compile(r"\bw/(?=\s|$)"), "with"),
    (re.compile(r"\bapprox\.?(?=\s|$)", re.I), "approximately"), (re.compile(r"\be\.g\.,?", re.I), "for example,"),
    (re.compile(r"\bi\.e\.,?", re.I), "that is,"), (re.compile(r"\betc\.(?=\s*$|\s+[A-Z])"), "and so on."),
    (re.compile(r"\betc\b\.?"), "and so on"), (re.compile(r"\bvs\b\.?"), "versus"),
    (re.compile(r"\btemp\b\.?"), "temperature"),
    (re.compile(r"\bmed\b\.?(?=[\s-])", re.I), "medium"), (re.compile(r"\blg\b\.?"), "large"),
    (re.compile(r"\bsm\b\.?"), "small"), (re.compile(r"\bpkg\b\.?"), "package"),
    (re.compile(r"\bfl\.? oz\b\.?", re.I), "fluid ounce"),
)  # fmt: skip
_SHORT: Final = frozenset(
    listed("approx etc vs temp med Med lg sm pkg oz lb lbs kg ml mL qt hr hrs min mins sec secs eg ie no No fl w")
) | {"tbsp", "tbsps", "Tbsp", "Tbsps", "tsp", "tsps", "Approx", "APPROX"}
_LONE_UNIT: Final = re.compile(
    r"(?<![A-Za-z'’.])(tbsps?|Tbsps?|tsps?|oz|lbs?|kg|ml|mL|hrs?|mins|secs?|qt)(?![A-Za-z'’])\.?(?=\s|[,;:!?)]|$)"
)
_BRACKETS: Final = re.compile(r"\s*[(\[{]\s*([^()\[\]{}]{0,200})[)\]}]\s*")
_SIGNS: Final = str.maketrans(
    dict.fromkeys("~〜^#@$€£₩\\_*`|<>·•″″ªº©®™", " ")
    | dict.fromkeys("=;–—|()[]{}", ", ")
    | {"%": " percent ", "℃": " degrees Celsius ", "℉": " degrees Fahrenheit ", "°": " degrees ", "…": ".",
    "×": " times ", "+": " plus ", "÷": " divided by ", "&": " and ", "−": " "}
    | dict.fromkeys("\"“”‘", "") | {"’": "'"}
)  # fmt: skip
_SLASH: Final = re.compile(r"\s*/\s*")
_LOOSE_HYPHEN: Final = re.compile(r"(?<![A-Za-z가-힣])-|-(?![A-Za-z가-힣])")
_COLON: Final = re.compile(r"\s*:(?=\s|$)\s*")
_DOTS: Final = re.compile(r"\.{2,}|\s\.(?=\s|$)")


@lru_cache(maxsize=1)
def _quantity_pattern() -> re.Pattern[str]:
    """A number or a range with its unit; built on the first sentence, so that importing costs nothing."""
    letters = [word for word in _ABBREVIATED if word[-1].isalpha() and word[0].isascii()]
    signs = [word for word in _ABBREVIATED if word not in letters]
    spelled = "|".join(sorted((f"{word}(?:e?s)?" for word in _SPELLED), key=len, reverse=True))
    either = "|".join(sorted(map(re.escape, letters), key=len, reverse=True))
    unit = (
        rf"(?:degrees? (?:[FC]|[Ff]ahrenheit|[Cc]elsius)\b|deg\.?\s?[FC]\b|(?:fl\.?\s?oz|fluid ounces?|feet|leaves|"
        rf"loaves)\b\.?|(?:{spelled})(?![a-z])|(?:{either})(?![A-Za-z'’])(?:\.(?!\w)(?=\s+[a-z(]))?|"
        rf"(?:{'|'.join(map(re.escape, sorted(signs, key=len, reverse=True)))}))"
    )
    number = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d.])\.\d+"
    amount = (
        rf"\d{{1,3}}\s?[{GLYPH}]|[{GLYPH}]|\d{{1,3}}(?:\s|-|\s?\+\s?|\s(?:and|&)\s)\d{{1,2}}/\d{{1,3}}(?![\d/])|"
        rf"\d{{1,3}}/\d{{1,3}}(?![\d/])|(?:{number})"
    )
    return re.compile(
        rf"(?<!\d)(?<!\d[.,/:])(?P<minus>(?<![\w)\]])[-−])?(?P<a>{amount})(?:(?P<gap>\s?-?\s?)(?P<ua>{unit}))?"
        rf"(?:(?:\s?[~–—〜-]\s?|\s(?:to|or)\s(?=[\d{GLYPH}]))(?P<b>{amount})(?:(?P<gapb>\s?-?\s?)(?P<ub>{unit}))?)?"
        rf"(?P<thing>(?=[\s-](?:[a-z]+ )?(?:{_THINGS})(?![a-z])))?"
    )


def read(text: str) -> str:
    """The text as it should be said in English, so that reading it again changes nothing."""
    return until_it_rests(text, _read_once, _is_written_out)


def _is_written_out(said: str) -> bool:
    return _WRITTEN_OUT.fullmatch(said) is not None and _SHORT.isdisjoint(said.replace(".", "").split(" "))


def _read_once(text: str) -> str:
    text = plain(text)
    for pattern, word in _SHORT_WORDS:
        text = pattern.sub(word, text)
    if is_written_in_numbers(text):
        text = _numbers(text)
    text = _LONE_UNIT.sub(lambda match: en.many(_ABBREVIATED[match[1]]), text)
    for _ in range(2):
        text = _BRACKETS.sub(_without_brackets, text)
    text = _SLASH.sub(" or ", text.translate(_SIGNS))
    text = _COLON.sub(", ", _LOOSE_HYPHEN.sub(" ", text))
    text = "".join(char if char.isascii() or char.isalpha() else " " for char in text)
    return tidied(_DOTS.sub(".", text))


def _without_brackets(match: re.Match[str]) -> str:
    """ "1 (14 oz) can" -> "one fourteen ounce can"; elsewhere brackets are a pause."""
    inside = match[1].strip()
    if not inside:
        return " "
    size = re.search(r"\b(?:ounce|gram|pound|inch|milliliter|kilogram|centimeter|liter)s?$", inside)
    after = re.match(rf"(?:{_THINGS})\b", match.string[match.end() :])
    if size and after:
        singular = re.sub("s$", "", inside)
        return f" {singular} "
    return f", {inside}, "


def _numbers(text: str) -> str:
    text = _PHONE.sub(lambda match: ", ".join(en.digits(part) for part in re.findall(r"\d+", match[0])), text)
    text = _DATE.sub(_date, text)
    text = _MONEY.sub(_money, text)
    text = _HOUR_DOT.sub(r"\1", _INCH_MARK.sub(" inch", _SHORT_TIME.sub(r"\1 \2 min", text)))
    text = NUMBERED.sub(lambda match: f" {en.cardinal(numbered(match))}, ", text)
    text = _HASH.sub("number ", text)
    text = _NTH.sub(lambda match: en.ordinal(int(match[1])), text)
    text = _CLOCK.sub(_clock, text)
    text = _RATIO.sub(lambda match: " to ".join(en.number(Fraction(part)) for part in match[0].split(":")), text)
    text = LONG_DIGITS.sub(lambda match: en.digits(match[0]), text)
    text = _PAN.sub(r"\1 by ", _PACKS.sub(r"\1 ", text))
    text = _MULTIPLIED.sub(lambda match: f" times {en.cardinal(int(match[1] or match[2]))}", text)
    text = _TILDE.sub("about ", text)
    text = _quantity_pattern().sub(_quantity, text)
    return "".join(f" {en.digits(char)} " if char.isdigit() and char.isascii() else char for char in text)


def _date(match: re.Match[str]) -> str:
    year, month, day = map(int, match.groups())
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return " ".join(map(en.cardinal, (year, month, day)))
    return f"{_MONTHS[month]} {en.ordinal(day)}, {en.cardinal(year)}"


def _money(match: re.Match[str]) -> str:
    amount, name = int(match[2].replace(",", "")), _CURRENCIES[match[1]]
    said = f"{en.cardinal(amount)} {name if amount == 1 else name + 's'}"
    return said + (f" {en.cardinal(int(match[3]))}" if match[3] and int(match[3]) else "")


def _clock(match: re.Match[str]) -> str:
    first, second, third, half = int(match[1]), int(match[2]), match[3], match[4]
    if third is not None:
        return en.duration(first * 3600 + second * 60 + int(third))
    if second > 59:
        return match[0]
    before, after = (
        match.string[max(0, match.start() - 24) : match.start()],
        match.string[match.end() : match.end() + 12],
    )
    timed = _TIMER_NEAR.search(before) or _TIMER_AFTER.match(after) or not 0 < first <= 24
    if timed and not half and not (_CLOCK_NEAR.search(before) and 0 < first <= 24):
        return en.duration(first * 60 + second)
    said = [en.cardinal(first)]
    if second:
        said.append(f"oh {en.cardinal(second)}" if second < 10 else en.cardinal(second))
    elif not half:
        said.append("o'clock")
    return " ".join([*said, *half.strip().lower().replace(".", "")] if half else said)


def _quantity(match: re.Match[str]) -> str:
    low, high = value(match["a"]), value(match["b"]) if match["b"] else None
    if low is None or (match["b"] and high is None):
        return match[0]
    ours, theirs = match["ua"], match["ub"]
    adjective = match["thing"] is not None or "-" in (match["gap"] or "") or "-" in (match["gapb"] or "")
    if ours and theirs and _name(ours, low) != _name(theirs, high or low):
        said = f"{_said(low, ours, adjective, match)} to {_said(high or low, theirs, adjective, match)}"
    elif high is None:
        said = _said(low, ours, adjective, match)
    else:
        said = _range(low, high, theirs or ours, adjective, match)
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    return (" " if before.isalnum() else "") + said + (" " if after.isalnum() else "")


def _said(value: Fraction, written: str | None, adjective: bool, match: re.Match[str]) -> str:
    below = "minus " if match["minus"] else ""
    if written is None:
        return below + _bare(match["a"], value)
    name = _name(written, value)
    if name in _TEMPERATURES:
        return below + en.temperature(value, name)
    if name == "percent":
        return f"{below}{en.number(value)} percent"
    if adjective:
        return f"{en.number(value)} {name}"
    in_parts = any(mark in match.group() for mark in f"/{GLYPH}")  # "1/2 kg" is half a kilogram, "0.5 kg" a decimal
    return below + en.counted(value, name, metric=name in _METRIC and not in_parts)


def _range(low: Fraction, high: Fraction, written: str | None, adjective: bool, match: re.Match[str]) -> str:
    if written is None:
        return f"{_bare(match['a'], low)} to {_bare(match['b'], high)}"
    name = _name(written, high)
    if name in _TEMPERATURES:
        return en.temperature(-low if match["minus"] else low, name, high)
    if name == "percent":
        return f"{en.number(low)} to {en.number(high)} percent"
    if adjective:
        return f"{en.number(low)} to {en.number(high)} {name}"
    return en.counted_range(low, high, name, metric=name in _METRIC)


def _bare(written: str, value: Fraction) -> str:
    """A number with nothing to count: a fraction stays one, a decimal is read with its point."""
    if value.denominator == 1:
        return en.cardinal(int(value))
    if "/" in written or any(char in GLYPHS for char in written):
        return en.mixed(value)
    return en.decimal(value) or en.number(value)


def _name(written: str, value: Fraction) -> str:
    """The unit's name in the singular; "180C" is a temperature, "2C" two cups."""
    word = written.rstrip(".")
    if word in ("C", "c") and value >= 30:
        return "celsius"
    if (word[:3].lower() == "deg" and word[-1].isalpha() and " " in word) or word[:4] in ("degF", "degC"):
        return "celsius" if word.split()[-1][0] in "cC" else "fahrenheit"
    if word in _ABBREVIATED:
        return _ABBREVIATED[word]
    lower = word.lower()
    if re.fullmatch(r"fl\.?\s?oz|fluid ounces?", lower):
        return "fluid ounce"
    for plural, single in (
        ("feet", "foot"),
        ("leaves", "leaf"),
        ("loaves", "loaf"),
        ("inches", "inch"),
        ("pinches", "pinch"),
        ("bunches", "bunch"),
    ):
        if lower == plural:
            return single
    if lower.endswith("es") and lower[:-2] in _SPELLED:
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and lower[:-1] in _SPELLED else lower
