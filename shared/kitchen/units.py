"""Units of the kitchen, what they are worth, and honest conversion between them.

A Korean cup is 200 ml, an American one 236.6 ml; 큰술 and T are 15 ml, 작은술 and t 5 ml. What has no fixed size
(밥숟가락, 종이컵, a pinch, a bunch) is never converted in silence: the answer is a `Refusal` that says why.
Weight and volume meet only through a density with a source (`densities.py`).
Finding units in a sentence is the work of `quantities.py`.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Final

from shared.kitchen.language import Language
from shared.kitchen.reading import fold, read


class Dimension(StrEnum):
    VOLUME = "volume"  # in millilitres
    WEIGHT = "weight"  # in grams
    LENGTH = "length"  # in centimetres
    TEMPERATURE = "temperature"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit under the name used everywhere in the program. Counting words keep their own name ("쪽", "clove").

    `factor` is its size in the base of its dimension, None where there is no one size; `about` is then a rough one.
    The first of `ko` and `en` is the word to say.
    """

    name: str
    dimension: Dimension
    factor: Fraction | None
    ko: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    about: tuple[int, int] | None = None


class Reason(StrEnum):
    """Why an amount was not converted."""

    UNKNOWN_UNIT = "unknown_unit"
    NO_FIXED_SIZE = "no_fixed_size"  # a rice spoon, a pinch, a bunch
    DIFFERENT_KIND = "different_kind"  # grams to degrees, or a counting word
    DENSITY_NEEDED = "density_needed"  # weight to volume: of what?
    DENSITY_UNKNOWN = "density_unknown"  # of this, and nobody we can cite says


@dataclass(frozen=True, slots=True)
class Refusal:
    """Not converted, and why; `about` holds the rough bounds where a unit has them (100-200 ml)."""

    reason: Reason
    about: tuple[Fraction, Fraction] | None = None


_US_CUP: Final = Fraction(2365882365, 10_000_000)
_V, _W, _L, _C = Dimension.VOLUME, Dimension.WEIGHT, Dimension.LENGTH, Dimension.COUNT


def _measure(name: str, dimension: Dimension, factor: Fraction | int | str, ko: str, en: str) -> Unit:
    return Unit(name, dimension, Fraction(factor), tuple(ko.split("|")), tuple(en.split("|")))


_MEASURES: Final = (
    _measure("ml", _V, 1, "밀리리터|밀리|미리|미리리터|ml|㎖|시시|씨씨|cc|㏄", "milliliter|millilitre|ml|mls|cc"),
    _measure("cl", _V, 10, "센티리터", "centiliter|centilitre|cl"),
    _measure("dl", _V, 100, "데시리터", "deciliter|decilitre|dl"),
    _measure("l", _V, 1000, "리터|l|ℓ", "liter|litre|l|ltr"),
    _measure(
        "tbsp", _V, 15, "큰술|큰 술|테이블스푼|테이블 스푼|큰스푼|큰 스푼|큰숟가락|큰 숟가락|큰숟갈|계량큰술",
        "tablespoon|tbsp|tbs|tbl|tblsp|tablespoonful",
    ),
    _measure(
        "tsp", _V, 5, "작은술|작은 술|티스푼|티 스푼|작은스푼|작은 스푼|작은숟가락|작은 숟가락|찻숟가락|찻술|작은숟갈",
        "teaspoon|tsp|teaspoonful",
    ),
    _measure("cup_kr", _V, 200, "컵|계량컵|컵분량", "Korean cup"),
    _measure("cup_us", _V, _US_CUP, "미국 컵|미국컵", "cup|cupful|c"),
    _measure("fl_oz", _V, _US_CUP / 8, "액량 온스|액량온스|플루이드 온스", "fluid ounce|fl oz|fl. oz|fl.oz|floz|oz fl"),
    _measure("pint", _V, _US_CUP * 2, "파인트", "pint|pt"),
    _measure("quart", _V, _US_CUP * 4, "쿼트", "quart|qt"),
    _measure("gallon", _V, _US_CUP * 16, "갤런", "gallon|gal"),
    _measure("g", _W, 1, "그램|그람|g|gr|그렘", "gram|g|gr|gm|gramme"),
    _measure("kg", _W, 1000, "킬로그램|킬로|킬로그람|키로|키로그램|키로그람|kg|㎏", "kilogram|kg|kilo|kgs"),
    _measure("mg", _W, Fraction(1, 1000), "밀리그램|밀리그람|mg|㎎", "milligram|mg"),
    _measure("oz", _W, Fraction("28.349523125"), "온스|oz", "ounce|oz"),
    _measure("lb", _W, Fraction("453.59237"), "파운드|lb", "pound|lb|lbs"),
    _measure("cm", _L, 1, "센티미터|센티|센치|센치미터|cm|㎝", "centimeter|centimetre|cm"),
    _measure("mm", _L, Fraction(1, 10), "밀리미터|mm|㎜", "millimeter|millimetre|mm"),
    _measure("inch", _L, Fraction("2.54"), "인치", "inch|inches"),
)  # fmt: skip


def _rough(name: str, ko: str, en: str, about: tuple[int, int] | None = None, dimension: Dimension = _V) -> Unit:
    return Unit(name, dimension, None, tuple(ko.split("|")) if ko else (), tuple(en.split("|")) if en else (), about)


_ROUGH: Final = (
    _rough(
        "rice_spoon", "밥숟가락|숟가락|숟갈|밥숟갈|밥술|숟|술|밥 숟가락|숫가락", "rice spoon|soup spoon", (10, 15)
    ),
    _rough("spoon", "스푼|밥스푼|밥 스푼", "spoon|spoonful", (10, 15)),
    _rough("paper_cup", "종이컵|종이 컵|일회용컵", "paper cup", (180, 200)),
    _rough("mug", "머그컵|머그|머그잔", "mug", (250, 350)),
    _rough("soju_glass", "소주잔|소주컵|소주 잔", "soju glass|shot glass|shot", (45, 60)),
    _rough("ladle", "국자", "ladle|ladleful", (60, 120)),
    _rough("pinch", "꼬집|자밤|꼬집이", "pinch|pinches"),
    _rough("handful", "줌|움큼|웅큼|주먹|움쿰", "handful|fistful"),
    Unit("geun", _W, None, ("근",), ("geun",), (400, 600)),
)  # fmt: skip

#: Counting words: each language keeps its own, none is worth a fixed weight.
COUNTERS_KO: Final = (
    "개|쪽|대|모|단|마리|장|포기|봉지|봉|봉다리|캔|줄기|줄|방울|그릇|공기|뿌리|알|톨|토막|조각|덩어리|덩이|팩|병"
    "|송이|가닥|묶음|접시|잔|판|통|"
    "잎|이파리|사발|대접|되|말|홉|손|망|박스|상자|세트|꼬치|스쿱|스틱|깡통|다발|덩|꼭지|쌍|뭉치|꼬투리|겹"
    "|바가지|냄비|젓가락|바퀴|"
    "사리|짝|타래|두름"
)
_COUNTERS_EN: Final = (
    "clove|slice|stick|can|tin|jar|bottle|bunch|sprig|stalk|head|piece|package|packet|pack|pkg|bag|box|block"
    "|sheet|strip|fillet|knob|"
    "dash|drop|splash|drizzle|leaf|ear|rib|ball|cube|scoop|bowl|glass|wedge|carton|container|tub|tube|sachet|"
    "envelope|bulb|loaf|rasher|chunk|fistful|floret|bouillon cube|bar|segment|spear|pod|stem|dollop|glug|squeeze|"
    "strand|rack|nub|thumb|thumb-sized piece|jigger|patty"
)
_PLURALS: Final = {
    "bunch": "bunches", "pinch": "pinches", "leaf": "leaves", "loaf": "loaves", "dash": "dashes",
    "splash": "splashes", "box": "boxes", "glass": "glasses", "patty": "patties", "inch": "inches",
}  # fmt: skip


def _counters() -> tuple[Unit, ...]:
    korean = [Unit(word, _C, Fraction(1), ko=(word,)) for word in COUNTERS_KO.split("|")]
    english = [Unit(word, _C, Fraction(1), en=(word,)) for word in _COUNTERS_EN.split("|")]
    return (*korean, *english)


UNITS: Final[dict[str, Unit]] = {unit.name: unit for unit in (*_counters(), *_MEASURES, *_ROUGH)}
UNITS["celsius"] = Unit(
    "celsius", Dimension.TEMPERATURE, None, ("도", "섭씨", "℃", "°c"), ("degrees celsius", "celsius", "°c", "℃")
)
UNITS["fahrenheit"] = Unit(
    "fahrenheit", Dimension.TEMPERATURE, None, ("화씨", "℉", "°f"), ("degrees fahrenheit", "fahrenheit", "°f", "℉")
)  # fmt: skip


#: What a counting word is in the other language; nothing where only the number is said ("달걀 2개": 2 eggs).
_IN_ENGLISH: Final = {
    "개": "", "알": "", "마리": "", "뿌리": "", "톨": "", "대": "stalk", "모": "block", "단": "bunch", "쪽": "clove",
    "포기": "head", "봉지": "bag", "봉": "bag", "봉다리": "bag", "캔": "can", "통": "container", "줄기": "stalk",
    "방울": "drop", "그릇": "bowl", "공기": "bowl", "토막": "piece", "조각": "piece", "덩어리": "chunk",
    "덩이": "chunk", "덩": "chunk", "팩": "pack", "병": "bottle", "가닥": "strand", "묶음": "bunch", "다발": "bunch",
    "잔": "glass",
    "잎": "leaf", "이파리": "leaf", "장": "sheet", "줄": "strip", "상자": "box", "박스": "box", "스쿱": "scoop",
    "스틱": "stick", "송이": "", "접시": "plate", "꼬치": "skewer",
}  # fmt: skip
_IN_KOREAN: Final = {
    "clove": "쪽", "slice": "장", "stick": "스틱", "can": "캔", "tin": "캔", "jar": "병", "bottle": "병", "bunch": "단",
    "sprig": "줄기", "stalk": "대", "head": "통", "piece": "조각", "package": "팩", "packet": "봉지", "pack": "팩",
    "pkg": "팩", "bag": "봉지", "box": "상자", "block": "덩어리", "sheet": "장", "strip": "줄", "fillet": "토막",
    "knob": "조각", "drop": "방울", "leaf": "장", "ear": "개", "rib": "대", "ball": "개", "cube": "조각",
    "scoop": "스쿱", "bowl": "그릇", "glass": "잔", "wedge": "조각", "carton": "팩", "container": "통", "tub": "통",
    "tube": "개",
    "sachet": "봉지", "envelope": "봉지", "bulb": "통", "loaf": "덩어리", "rasher": "장", "chunk": "덩어리",
    "floret": "송이", "bouillon cube": "개", "bar": "개", "segment": "쪽", "spear": "대", "pod": "개", "stem": "줄기",
    "strand": "가닥", "rack": "대", "patty": "장",
}  # fmt: skip


def counted_in(name: str, language: Language) -> str | None:
    """A counting word of the other language, as this one says it. None: it has no word for that.

    >>> counted_in("모", Language.EN), counted_in("개", Language.EN), counted_in("can", Language.KO)
    ('block', '', '캔')
    """
    return (_IN_KOREAN if language is Language.KO else _IN_ENGLISH).get(name)


def plural(word: str) -> str:
    """The English plural of a unit word: "cup" -> "cups", "leaf" -> "leaves", abbreviations stay."""
    if word in (
        "tbsp",
        "tsp",
        "g",
        "kg",
        "mg",
        "ml",
        "l",
        "oz",
        "lb",
        "cm",
        "mm",
        "fl oz",
        "c",
        "tbs",
        "cl",
        "dl",
        "pt",
        "qt",
    ):
        return word
    return _PLURALS.get(word, f"{word}s")


def _words() -> dict[str, str]:
    """Every way to write a unit, folded. Korean ones win where both languages share a word ("ml")."""
    words: dict[str, str] = {}
    for unit in UNITS.values():
        for word in unit.en:
            words.setdefault(word.lower(), unit.name)
            words.setdefault(plural(word.lower()), unit.name)
            if len(word) > 1:
                words.setdefault(f"{word.lower()}s", unit.name)
    for unit in UNITS.values():
        for word in unit.ko:
            words.setdefault(word, unit.name)
    words.update({"t": "tsp", "ts": "tsp", "tb": "tbsp", "pkgs": "pkg"})
    return words


WORDS: Final = _words()


def find_unit(word: str) -> Unit | None:
    """The unit written like this, T and t told apart; singular or plural.

    >>> find_unit("T").name, find_unit("t").name, find_unit("cups").name, find_unit("컵").name
    ('tbsp', 'tsp', 'cup_us', 'cup_kr')
    """
    as_written = read(word).cased.strip(" .")
    if as_written in UNITS:
        return UNITS[as_written]
    if as_written in ("T", "Ts", "TS", "Tb", "TB", "T."):
        return UNITS["tbsp"]
    name = WORDS.get(fold(word).strip(" ."))
    return None if name is None else UNITS[name]


_CUSTOMARY: Final = {
    "cup_us": Fraction(48), "fl_oz": Fraction(6), "pint": Fraction(96), "quart": Fraction(192), "gallon": Fraction(768),
    "tbsp": Fraction(3), "tsp": Fraction(1),
}  # fmt: skip


def convert(amount: Fraction, source: str, target: str, ingredient: str | None = None) -> Fraction | Refusal:
    """The amount in another unit, exactly, or a Refusal.

    `ingredient` is needed between weight and volume and for 근 (600 g of meat, 400 g of vegetables).

    >>> convert(Fraction(1), "컵", "ml"), convert(Fraction(3), "tsp", "T")
    (Fraction(200, 1), Fraction(1, 1))
    >>> convert(Fraction(100), "g", "컵").reason, convert(Fraction(1), "밥숟가락", "ml").reason
    (<Reason.DENSITY_NEEDED: 'density_needed'>, <Reason.NO_FIXED_SIZE: 'no_fixed_size'>)
    """
    origin, goal = find_unit(source), find_unit(target)
    if origin is None or goal is None:
        return Refusal(Reason.UNKNOWN_UNIT)
    amount = Fraction(amount)
    if origin.name == goal.name:
        return amount
    if Dimension.TEMPERATURE in (origin.dimension, goal.dimension):
        if origin.dimension is not goal.dimension:
            return Refusal(Reason.DIFFERENT_KIND)
        return amount * 9 / 5 + 32 if goal.name == "fahrenheit" else (amount - 32) * 5 / 9
    if Dimension.COUNT in (origin.dimension, goal.dimension):
        return Refusal(Reason.DIFFERENT_KIND)
    start, end = _size(origin, ingredient), _size(goal, ingredient)
    if start is None or end is None:
        return Refusal(Reason.NO_FIXED_SIZE, _rough_bounds(amount, origin, goal))
    if origin.dimension is goal.dimension:
        if origin.name in _CUSTOMARY and goal.name in _CUSTOMARY:
            return amount * _CUSTOMARY[origin.name] / _CUSTOMARY[goal.name]  # sixteen tablespoons to the American cup
        return amount * start / end
    if Dimension.LENGTH in (origin.dimension, goal.dimension):
        return Refusal(Reason.DIFFERENT_KIND)
    if ingredient is None:
        return Refusal(Reason.DENSITY_NEEDED)
    density = _density(ingredient)
    if density is None:
        return Refusal(Reason.DENSITY_UNKNOWN)
    grams_or_ml = amount * start
    return (grams_or_ml * density if origin.dimension is _V else grams_or_ml / density) / end


def _size(unit: Unit, ingredient: str | None) -> Fraction | None:
    if unit.name == "geun":
        return None if ingredient is None else _geun(ingredient)
    return unit.factor


def _rough_bounds(amount: Fraction, origin: Unit, goal: Unit) -> tuple[Fraction, Fraction] | None:
    if origin.about is None or goal.factor is None or origin.dimension is not goal.dimension:
        return None
    return amount * origin.about[0] / goal.factor, amount * origin.about[1] / goal.factor


@lru_cache(maxsize=256)
def _density(ingredient: str) -> Fraction | None:
    from shared.kitchen.densities import density_of

    return density_of(ingredient)


@lru_cache(maxsize=256)
def _geun(ingredient: str) -> Fraction | None:
    from shared.kitchen.densities import grams_in_a_geun

    return grams_in_a_geun(ingredient)
