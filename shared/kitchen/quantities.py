"""Amounts of something: "두 큰술", "2컵 반", "1½–2 lb", "약간", "to taste", each as an exact fraction with its unit.

Not amounts of food: minutes, degrees, servings and steps; those have their own modules. What a unit is worth and how
to convert it is in `units.py`, more or less of it in `scaling.py`, whole lines of a recipe in `ingredient_lines.py`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from shared.kitchen.corrections import CORRECTING, meant, noun_end
from shared.kitchen.counters_ko import NOT_AFTER, WORD_END, counting
from shared.kitchen.numeral import Numeral, Script
from shared.kitchen.numeral_ko import before_food
from shared.kitchen.numerals import AT_MOST, counts_food, native_counts, numerals, sino_counts
from shared.kitchen.reading import is_hangul, read
from shared.kitchen.units import COUNTERS_KO, UNITS, WORDS, Dimension, find_unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of something. `amount` None is "약간" or "to taste": real, but not a number, and never scaled.

    `high` closes a range ("2~3T"); `unit` is a name of `units.UNITS`, None for bare counts ("two eggs").
    `rounded` marks an amount made fit for a spoon or a scale by `for_kitchen`. Text and place don't count for equality.
    """

    amount: Fraction | None
    high: Fraction | None = None
    unit: str | None = None
    approximate: bool = False
    scalable: bool = True
    text: str = field(default="", compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    rounded: bool = field(default=False, compare=False)


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word).replace("\\ ", " ?") for word in sorted(words, key=len, reverse=True))


_STRONG = [word for name, unit in UNITS.items() if unit.dimension is not Dimension.COUNT for word in unit.ko
           if len(word) > 1 and is_hangul(word[0]) and unit.dimension is not Dimension.TEMPERATURE]  # fmt: skip
_LATIN = [word for word in WORDS if word[0].isascii() or not is_hangul(word[0])]
_WEAK = [*COUNTERS_KO.split("|"), "컵", "술", "숟", "근", "줌"]


def _spaced(words: list[str]) -> str:
    return counting("|".join(words)).replace(" ", " ?")


_UNIT_KO: Final = re.compile(f" ?(?:{_spaced(_STRONG)}|(?:{_spaced(_WEAK)})(?:{WORD_END}))")
#: After digits a unit may run straight into the next word ("간장2컵물3컵").
_CUP_RUN_ON: Final = re.compile(f" ?(?:컵|숟|술)(?!{NOT_AFTER['컵']}|{NOT_AFTER['술']})")
_UNIT_EN: Final = re.compile(
    rf"(?:[ -]{{0,2}})(?P<of>(?:of )?(?:an? |one ))?(?P<size>(?:heaping|heaped|level|scant|generous|rounded|full"
    rf"|small|large|medium|big|good|whole|packed|more|extra)[ -])?"
    rf"(?P<unit>{_either([w for w in _LATIN if w[0] not in '℃℉°'])})(?![a-z'])\.?"
)
_HALF_AFTER: Final = re.compile(
    "(?P<half>(?: ?하고)? ?반)(?:(?![가-힣])|(?=(?:만|쯤|정도|을|를|이|은|의|넣|더|씩|하고|이랑"
    "|추가|필요|빼|이요|이에요|요"
    "|예요|썰|다진)(?!으)))(?! ?(?:개|컵|큰술|모|쪽|대|으로))"
)
_CUP_AND_HALF: Final = re.compile("(?<![가-힣0-9])(?P<unit>컵|큰술|작은술|숟가락|스푼|공기|근|모|봉지) ?반(?![가-힣])")
_ALMOST: Final = re.compile(" ?(?:쯤|정도|가량|남짓|내외|안팎)| or so(?![a-z])|-ish(?![a-z])")
_SOME_KO: Final = re.compile(
    "(?:약간|적당량|넉넉히|톡톡|듬뿍|적당히|(?<![가-힣])(?:소량|적당(?!한)|취향껏|취향대로|입맛대로|넉넉하게"
    "|기호에 맞게|기호껏|기호대로|약간씩|쬐끔|쪼금|적량|"
    "알맞게|충분한 양|필요한 ?만큼|원하는 ?만큼|먹을 ?만큼)"
    "|조금(?!만? ?(?:더|있다|이따|기다|빨|천|크|작|느|늦|일찍|남|쉬|식|전|후|뒤|만)))(?:만|의|씩)?(?![가-힣])"
)
_SOME_EN: Final = re.compile(
    r"(?<![a-z])(?:(?:plus more )?(?:,? ?)?(?:or )?to taste|as needed|as desired|as required|a (?:little|bit"
    r"|touch|hint|tiny bit)(?: bit)?(?: of| more)?(?= (?!(?:loud|quiet|slow|fast|long|hot|cool|lat|hard|soft|high"
    r"|low|thick|thin|small|big|larg|earl|furth|clos)e?r|while|more(?! [a-z])|help|tim|about|to |bit|too)[a-z]|$)"
    r"|a smidgen(?: of)?"
    r"|to your (?:taste|liking)|just enough|for (?:garnish|serving|greasing|dusting|frying|the pan|sprinkling"
    r"|drizzling|brushing)|some(?= [a-z])|q\.?s\.?(?= |$))(?![a-z])"
)
_NO_FOOD: Final = re.compile(
    " ?(?:분(?!량)|초(?!고추)|시간|도(?!마)|℃|°|인분|단계|번째|배(?!추|합)|명|사람|회|번|주일|일|개월|살|와트"
    "|w(?![a-z])|%|퍼센트|원)"
    r"|[ -]?(?:minutes?|mins?|seconds?|secs?|hours?|hrs?|degrees?|°|servings?|people|persons?|steps?|times|days?"
    r"|weeks?|watts?|percent|%|℃|℉|f(?![a-z])|[ap]m(?![a-z]))"
)
_BARE_NOUN_KO: Final = re.compile("[가-힣] $")
_SPOON_BEFORE: Final = re.compile("(?<![가-힣])(?P<unit>큰술|작은술|숟가락|숟갈|티스푼|테이블스푼|스푼)(?:으로|로)? $")
_PAPER_CUP: Final = re.compile("종이 ?컵(?:으로는?|기준|에)? ?(?:약 ?|한 ?)?$")
_PEOPLE_BEFORE: Final = re.compile("(?:인분|인원|식구|가족|손님|사람|우리)(?: ?수)?(?:을|를|은|는|이|가)? ?$")
_NOT_MORE: Final = re.compile(" ?(?:시(?![가-힣]{2}|금)|더|다|만 ?더|번|씩|째)")
_ORDINARY_EN: Final = re.compile(
    r" (?:large |small |medium |whole |big |fresh |ripe |more |extra |extra-large |red |green |white |yellow "
    r"|sweet )*(?:eggs?|onions?|potato(?:es)?|carrots?|tomato(?:es)?|lemons?|limes?|"
    r"apples?|bananas?|avocados?|peppers?|shallots?|scallions?|cucumbers?|zucchinis?|chil(?:i|ie|li|lie)s?"
    r"|mushrooms?|shrimps?|prawns?|oranges?|leeks?|garlic cloves|"
    r"chicken (?:thighs?|breasts?|legs?|wings?)|bay leaves|bay leaf|tortillas?|egg yolks?|egg whites?|yolks|dates"
    r"|figs|peaches|pears|radish(?:es)?|sausages?|anchov(?:y|ies)|olives?|green onions?|spring onions?)(?![a-z])"
)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every amount with a unit (and counted foods, and "약간"), in order, with its place.

    >>> [(str(q.amount), q.unit) for q in find_quantities("간장 두 큰술이랑 물 2컵 반")]
    [('2', 'tbsp'), ('5/2', 'cup_kr')]
    """
    reading = read(text)
    view, cased = reading.view, reading.cased
    found: list[Quantity] = []
    for numeral in numerals(view):
        taken = found[-1].end if found else 0
        if numeral.start < taken:
            continue
        quantity = _measured(numeral, view, cased, taken)
        if quantity is not None:
            found.append(quantity)
    found = _ranges(found, view)
    if found and CORRECTING.search(view):
        found = list(_meant(found, view))
    starts = [quantity.start for quantity in found]
    others = [
        Quantity(None, None, None, True, False, start=match.start(), end=match.end())
        for pattern in (_SOME_KO, _SOME_EN)
        for match in pattern.finditer(view)
    ]
    others.extend(
        Quantity(Fraction(3, 2), None, UNITS[WORDS[match["unit"]]].name, start=match.start(), end=match.end())
        for match in _CUP_AND_HALF.finditer(view)
    )
    for other in others:
        after = bisect_left(starts, other.end)
        if after == 0 or found[after - 1].end <= other.start:
            found.insert(after, other)
            starts.insert(after, other.start)
    return tuple(replace(one, text=text[one.start : one.end]) for one in reading.back(found))


def parse_quantity(text: str) -> Quantity | None:
    """The amount that a text is: "두 큰술", "1½ cups", "약간", a bare "3". None when it is none, or more than one.

    >>> parse_quantity("반 컵").amount, parse_quantity("소금 두 큰술과 물 한 컵"), parse_quantity("십오 분")
    (Fraction(1, 2), None, None)
    """
    found = find_quantities(text)
    if found:
        return found[0] if len(found) == 1 else None
    reading = read(text)
    view = reading.view
    numbers = numerals(view)
    if len(numbers) != 1 or _NO_FOOD.match(view, numbers[0].end) or numbers[0].script is Script.ARTICLE:
        return None
    numeral = numbers[0]
    rest = f"{view[: numeral.start]} {view[numeral.end :]}".strip(" .,!?~")
    meant = numeral.alone or numeral.script in (Script.DIGITS, Script.SINO)
    if not meant or rest not in ("", "약", "about", "한", "around", "쯤", "정도", "요", "이요"):
        return None
    bare = Quantity(numeral.value, numeral.high, None, numeral.approximate, start=numeral.start, end=numeral.end)
    (found_bare,) = reading.back([bare])
    return replace(found_bare, text=text[found_bare.start : found_bare.end])


def _meant(found: list[Quantity], view: str) -> Iterator[Quantity]:
    """Without what was taken back: "two cups, no, three", '두 스푼 아니 세 스푼'."""
    places = [(one.start, one.end if one.unit else noun_end(view, one.end)) for one in found]
    for which, start, end, number in meant(places, view, numerals(view)):
        one = found[which]
        if number is not None:
            yield replace(one, amount=number.value, high=number.high, start=start, end=end)
        else:
            yield replace(one, start=start, end=end)


def _measured(numeral: Numeral, view: str, cased: str, taken: int) -> Quantity | None:
    end = numeral.end
    low, high = numeral.value, numeral.high
    about = numeral.approximate and not (high is not None and numeral.script is Script.DIGITS)
    name: str | None = None
    if _NO_FOOD.match(view, end) and not _UNIT_EN.match(view, end):
        return None
    korean = None if view.isascii() else _korean_unit(numeral, view)
    english = _UNIT_EN.match(view, end)
    if korean is not None and numeral.script is not Script.ARTICLE and _korean_fits(numeral, korean, view):
        unit = find_unit(korean.group().strip()) or find_unit(korean.group().replace(" ", ""))
        if unit is None:
            return None
        name, end = unit.name, korean.end()
        if name == "cup_kr" and _PAPER_CUP.search(view, max(0, numeral.start - 12), numeral.start):
            name = "paper_cup"
    elif english is not None and not (numeral.script in (Script.SINO, Script.NATIVE) and numeral.glued):
        name = _english_unit(numeral, english, cased)
        if name is None:
            return _bare(numeral, view, taken)
        end = english.end()
        if view[end - 1] == "." and (end == len(view) or not view[end].isspace()):
            end -= 1
    else:
        return _bare(numeral, view, taken)
    half = _HALF_AFTER.match(view, end)
    if half is not None and low.denominator == 1:
        low, end = low + Fraction(1, 2), half.end("half")
        high = None if high is None else high + Fraction(1, 2)
    elif (and_half := _EN_HALF_AFTER.match(view, end)) is not None and low.denominator == 1:
        low, end = low + Fraction(2 if and_half["half"] else 3 if and_half["three"] else 1, 4), and_half.end()
    elif low == 1 and high is None and (or_two := _OR_TWO.match(view, end)) is not None:
        high, about, end = Fraction(2 if or_two["two"] else 3), True, or_two.end()
    about = about or _ALMOST.match(view, end) is not None
    return Quantity(low, high, name, about, name not in ("cm", "mm", "inch"), "", numeral.start, end)


#: "A clove or two".
_OR_TWO: Final = re.compile(r" or (?:(?P<two>two|2)|three|3)(?=[ .,!?]*$|[.,] | of )")
_EN_HALF_AFTER: Final = re.compile(
    r" and (?:(?P<half>a half|½|1/2)|(?P<quarter>a quarter|¼|1/4)|(?P<three>three[ -]quarters|¾|3/4))"
    r"(?![a-z0-9/])(?! ?-?(?:of |an? ){0,2}(?:cups?"
    r"|tea|table|tsp|tbsp|pounds?|lbs?|liters?|dozen|pints?|quarts?|teaspoon|onions?|hours?|min))"
)


def _korean_unit(numeral: Numeral, view: str) -> re.Match[str] | None:
    unit = _UNIT_KO.match(view, numeral.end)
    if unit is None and numeral.script is Script.DIGITS:
        unit = _CUP_RUN_ON.match(view, numeral.end)
    if unit is None and numeral.script is not Script.ENGLISH:
        unit = before_food(numeral.end, view)
    return unit


def _korean_fits(numeral: Numeral, unit: re.Match[str], view: str) -> bool:
    spaced = unit.group().startswith(" ")
    word = unit.group().strip()
    match numeral.script:
        case Script.NATIVE:
            return native_counts(numeral, view) or (word in _STRONG and not (numeral.glued and spaced))
        case Script.SINO:
            if numeral.glued and spaced:
                return False
            if numeral.syllables > 1 and word not in _STRONG:
                return numeral.value >= 10 or numeral.value.denominator > 1 or numeral.high is not None
            if numeral.syllables == 1:
                said = view[numeral.start : numeral.end]
                if said == "이" and word in ("컵", "숟가락", "스푼", "국자", "머그컵", "종이컵", "숟갈"):
                    return False  # this cup
                return (
                    sino_counts(numeral, view)
                    or (word in ("컵", "큰술", "작은술") and said not in "이십백천만")
                    or (said in "백천" and word in _STRONG)
                )
            return True
        case Script.HALF:
            return not numeral.glued or not spaced
        case _:
            return True


def _english_unit(numeral: Numeral, match: re.Match[str], cased: str) -> str | None:
    word = match["unit"]
    as_written = cased[match.start("unit") : match.end("unit")]
    apart = match.start("unit") - match.start()
    if word in ("t", "ts", "c", "tb") and numeral.script is not Script.DIGITS:
        return None
    if word == "l" and numeral.script is not Script.DIGITS:
        return None
    if word in ("pot", "pan", "side", "half", "case") or (word == "m" and apart):
        return None
    if numeral.script is Script.ARTICLE and word not in _AFTER_ARTICLE:
        return None
    if match["of"] and numeral.value >= 1:
        return None
    unit = find_unit(as_written if word in ("t", "ts", "tb") else word)
    return None if unit is None else unit.name


_AFTER_ARTICLE: Final = frozenset(
    {
        "cup", "tablespoon", "teaspoon", "tbsp", "tsp", "pinch", "handful", "dash", "splash", "drizzle", "clove",
        "slice", "stick", "can", "tin", "jar", "bottle", "bunch", "sprig", "stalk", "head", "knob", "drop", "pound",
        "ounce", "pint", "quart", "gallon", "liter", "litre", "gram", "kilo", "kilogram", "lb", "oz", "package",
        "packet", "pack", "bag", "box", "sheet", "leaf", "dollop", "ladle", "ladleful", "spoonful", "spoon",
        "scoop", "glug", "squeeze", "thumb", "cube", "wedge", "bulb", "piece", "mug", "bowl", "glass", "inch",
        "milliliter", "fistful",
    }
)  # fmt: skip


def _bare(numeral: Numeral, view: str, taken: int) -> Quantity | None:
    """ "two eggs", '양파 하나': a count without a unit, where it is plain that food is counted.

    What lies before `taken` belongs to the amount before: in '한 큰술 둘' the spoon is the first one's.
    """
    if numeral.script in (Script.ENGLISH, Script.DIGITS, Script.ARTICLE):
        counted = _ORDINARY_EN.match(view, numeral.end)
        if counted is None or (numeral.script is Script.ARTICLE):
            return None
    elif numeral.script is Script.NATIVE:
        if _NOT_MORE.match(view, numeral.end) or _PEOPLE_BEFORE.search(view, max(0, numeral.start - 9), numeral.start):
            return None
        if numeral.glued:
            if not counts_food(numeral, view):
                return None
        elif not numeral.alone or _BARE_NOUN_KO.search(view, max(0, numeral.start - 2), numeral.start) is None:
            return None
    else:
        return None
    start, end, low = numeral.start, numeral.end, numeral.value
    half = _HALF_AFTER.match(view, end)
    if half is not None and numeral.script is Script.NATIVE:
        low, end = low + Fraction(1, 2), half.end("half")
    # '설탕 큰술 하나'
    spoon = _SPOON_BEFORE.search(view, max(taken, start - 8), start) if numeral.script is Script.NATIVE else None
    unit = None if spoon is None else WORDS[spoon["unit"]]
    start = start if spoon is None else spoon.start("unit")
    return Quantity(low, numeral.high, unit, numeral.approximate, True, "", start, end)


_JOINED: Final = re.compile(
    rf" ?(?:~|--?|에서|내지|to|or|또는|혹은|이나|나)(?: ?{AT_MOST})? ?|(?: ?정도| ?쯤)?,? ?{AT_MOST} ?"
)


def _ranges(found: list[Quantity], view: str) -> list[Quantity]:
    """'두 개나 세 개', "1 cup to 2 cups": one amount between two bounds."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.amount is not None
            and quantity.amount is not None
            and last.unit == quantity.unit
            and last.high is None
            and quantity.amount > last.amount
            and quantity.start - last.end <= 12
            and _JOINED.fullmatch(view[last.end : quantity.start])
        ):
            joined[-1] = replace(
                last, high=quantity.high or quantity.amount, end=quantity.end,
                approximate=last.approximate or quantity.approximate,
            )  # fmt: skip
            continue
        joined.append(quantity)
    return joined
