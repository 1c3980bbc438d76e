"""Which ingredient a name stands for: "다진 마늘" and "minced garlic" are garlic, "chicken stock" is no chicken.

Only names by themselves. Which ingredient of a recipe a sentence speaks of is the work of `ingredient_names.py`.
"""

import re
from functools import lru_cache
from typing import Final

from shared.kitchen.glossary import entries
from shared.kitchen.reading import fold

WORD_EN: Final = re.compile(r"[a-zà-ÿ]+(?:'[a-z]+)?")
#: Words that say what an ingredient is like, not what it is.
DESCRIBING_EN: Final = frozenset(
    {
        "fresh", "freshly", "chopped", "diced", "sliced", "minced", "large", "small", "medium", "big", "whole",
        "ground", "dried", "dry", "frozen", "cooked", "raw", "boneless", "skinless", "ripe", "organic", "grated",
        "shredded", "peeled", "crushed", "toasted", "roasted", "softened", "melted", "cold", "hot", "warm", "extra",
        "virgin", "light", "dark", "plain", "unsalted", "salted", "sweet", "of", "the", "a", "an", "and", "or",
        "cup", "cups", "good", "quality", "thin", "thick", "finely", "roughly", "thinly", "packed", "heaping",
        "level", "lean", "baby", "young", "hard", "soft", "boiled", "canned", "can", "tinned", "fine", "coarse",
        "kosher", "lukewarm", "room", "temperature", "unsweetened", "reduced", "low", "fat", "sodium", "free",
        "range", "for", "to", "taste", "all", "purpose", "long", "short", "grain", "pure", "optional",
    }
)  # fmt: skip
#: "chicken stock" is no chicken: behind these words, what stands before only says of what kind.
MADE_OF: Final = frozenset(
    {
        "stock", "broth", "powder", "sauce", "oil", "paste", "vinegar", "milk", "butter", "flour", "noodle",
        "noodles", "seed", "seeds", "bouillon", "seasoning", "starch", "syrup", "extract", "cream", "cheese",
        "chip", "chips", "cake", "cakes", "wine", "water", "bread", "sugar", "salt",
    }
)  # fmt: skip
PREPARED_KO: Final = re.compile(
    "^(?:다진|깐|채 ?썬|썬|볶은|구운|말린|냉동|찐|삶은|국산|유기농|으깬|저민|불린|데친|절인|익은|신|햇|굵은|가는"
    "|고운|잘게 ?썬|송송 ?썬|무염|가염|손질한|손질된|"
    "간|통|생|건|작은|큰|중간|신선한|차가운|뜨거운|따뜻한|찬|시판|국물용|국거리|찌개용|볶음용|구이용|불고기용"
    "|볶음탕용|부침용|장식용|고명용|튀김용) ?"
)
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def concept_of(name: str) -> str | None:
    """The glossary's word for an ingredient, "다진 마늘" and "minced garlic" alike; None for what it doesn't know."""
    return known_concept(plain_name(name))


def plain_name(name: str) -> str:
    return " ".join(_IN_BRACKETS.sub(" ", fold(name)).split(",")[0].split())


def singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("leaves", "loaves", "halves")):
        return f"{word[:-3]}f"
    if len(word) > 4 and word.endswith(("oes", "shes", "ches", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as")):
        return word[:-1]
    return word


def english_words(text: str) -> tuple[str, ...]:
    return tuple(singular(word) for word in WORD_EN.findall(text.replace("-", " ")))


@lru_cache(maxsize=1)
def lexicon() -> tuple[dict[str, str], dict[tuple[str, ...], str]]:
    korean: dict[str, str] = {}
    english: dict[tuple[str, ...], str] = {}
    for entry in entries().values():
        for word in entry.korean:
            korean.setdefault(word.replace(" ", "").lower(), entry.concept)
        for phrase in entry.english:
            english.setdefault(english_words(phrase), entry.concept)
    return korean, english


@lru_cache(maxsize=2048)
def known_concept(plain: str) -> str | None:
    korean, english = lexicon()
    squeezed = plain.replace(" ", "")
    if squeezed in korean:
        return korean[squeezed]
    bare = plain
    while (shorter := PREPARED_KO.sub("", bare)) != bare and shorter:
        bare = shorter
        if bare.replace(" ", "") in korean:
            return korean[bare.replace(" ", "")]
    for word in reversed(plain.split()):
        if word in korean and len(word) > 1:
            return korean[word]
    words = english_words(plain)
    if words in english:
        return english[words]
    core = tuple(word for word in words if word not in DESCRIBING_EN)
    for size in range(len(core), 0, -1):
        for begin in range(len(core) - size, -1, -1):
            if core[begin : begin + size] in english:
                if begin + size < len(core) and core[-1] in MADE_OF:
                    return None
                return english[core[begin : begin + size]]
    return None
