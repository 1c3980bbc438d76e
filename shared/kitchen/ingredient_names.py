"""Which ingredient of a recipe someone speaks of: "간장은 얼마나 넣어?", "how much soy sauce", "that scallion".

Particles, plurals, other names and the other language are understood; two that fit are an honest "which one?".
Words that only contain the name are not the name: 파스타 is no 파, 국물 no 물, eggplant no egg, peanut butter no
butter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Protocol

from shared.kitchen.glossary import related
from shared.kitchen.ingredient_concepts import (
    DESCRIBING_EN,
    MADE_OF,
    PREPARED_KO,
    WORD_EN,
    english_words,
    known_concept,
    lexicon,
    plain_name,
    singular,
)
from shared.kitchen.reading import fold, is_hangul, read


class Nameable(Protocol):
    """Anything with a name, perhaps known by others too."""

    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Found:
    """The one ingredient meant. `indexes` are its places in the names given: more than one if it stands there twice."""

    name: str
    indexes: tuple[int, ...]
    start: int
    end: int

    @property
    def index(self) -> int:
        return self.indexes[0]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several fit what was said (text[start:end]): ask which one."""

    names: tuple[str, ...]
    indexes: tuple[int, ...]
    start: int
    end: int


# How well a spoken word fits a name: the name itself, another word for it, a kind of it, a part of its name.
_ITSELF, _SAME, _KIND, _PART = 4, 3, 2, 1

_PARTICLE: Final = (
    "은|는|이|가|을|를|도|만|과|와|랑|이랑|하고|의|에|에는|에다|에다가|으로|로|으로는|로는|까지|까지는|부터|밖에"
    "|보다|처럼|같은|이나|나|요|이요|이야|야|예요|"
    "이에요|인데|인가|인가요|이라도|라도|이란|란|이라고|라고|만큼|쯤|씩|한테|이며|며|만은|만요|이고|고|들|들은"
    "|들이|들을|은요|는요|도요|이는|입니다|이지|지"
)
_RUN_TOGETHER: Final = (
    "얼마|얼만|몇|넣|빼|더|좀|어느|언제|어떻|어디|필요|추가|대신|말고|없|있|많|조금|적게|안|못|쓰|써|썰|볶|끓"
    "|다진|다져|대체|바꿔|한|두|세|네|반|"
    "뭐|무슨|왜|준비|양|양념|분량|다넣|다 |알려|찾|[0-9]"
)
_ENDS_KO: Final = re.compile(
    f"(?![가-힣])|(?:{_PARTICLE})(?![가-힣])|(?:은|는|이|가|을|를|도|만|과|와|랑|이랑|하고)?(?={_RUN_TOGETHER})"
)
#: For names of one syllable, where nearly everything is the beginning of another word.
_ENDS_SHORT: Final = re.compile(
    "(?![가-힣])|(?:은|는|이|가|을|를|도|만|과|와|랑|이랑|하고|의|이나|나|요|이요|은요|는요|부터|까지|에다|에다가"
    "|로|으로|이라도|라도|만큼)(?![가-힣])|"
    "(?:은|는|이|가|을|를|도|만|랑|이랑)?(?=얼마|얼만|몇[ 컵개대쪽]|넣|좀|대신|없[어는이]|필요해|더넣)"
)
_LEADS_KO: Final = re.compile(
    "(?:^|[^가-힣])(?:다진|깐|통|간|생|건|썬|채썬|볶은|구운|말린|냉동|찐|삶은|국산|으깬|저민|잘게썬|송송썬|불린"
    "|데친|절인|익은|신|햇|왕|큰|작은|찬|"
    "뜨거운|따뜻한|그럼|근데|그런데|이제|그리고|그|저|이|음|어|아|자|혹시|저기|그래서|아까|지금|여기|거기|참|또"
    "|다음|추가로|남은|우리|집에|혹시나)+$"
)
_COUNTED_BEFORE: Final = re.compile("(?:[0-9.]|두|세|네|몇|한|반|다섯|열) ?$")
#: "Oil" alone is any of them: with olive and sesame oil in the recipe, which one?
_ANY_OIL: Final = frozenset({"기름", "오일", "oil"})
#: What a compound ends in and may be called for short: 고춧가루 is "가루".
_HEADS_KO: Final = (
    "가루", "소스", "고기", "기름", "버섯", "식초", "간장", "설탕", "소금", "치즈", "국수", "육수", "국물", "액젓",
    "시럽", "크림", "주스", "파우더", "오일", "김치", "고추", "나물", "두부", "토마토", "우유", "전분", "양념", "후추",
    "마늘", "호박", "새우", "라면",
)  # fmt: skip


def find_ingredient(text: str, names: Sequence[str | Nameable]) -> Found | Ambiguous | None:
    """The ingredient the text speaks of (the first, if of several), among the names of a recipe.

    >>> find_ingredient("진간장은 얼마나 넣어?", ["물", "간장", "설탕"]).name
    '간장'
    >>> find_ingredient("how much soy sauce", ["국간장", "진간장"]).names
    ('국간장', '진간장')
    """
    found = find_ingredients(text, names)
    return found[0] if found else None


def find_ingredients(text: str, names: Sequence[str | Nameable]) -> tuple[Found | Ambiguous, ...]:
    """Every ingredient of the recipe that the text speaks of, in the order spoken, each once."""
    pantry = _pantry(tuple(_called(name) for name in names))
    reading = read(text)
    view = reading.view
    found: list[Found | Ambiguous] = []
    for start, end, word in _mentions(view, pantry):
        fits = pantry.fits(word)
        if not fits:
            continue
        best = max(fits.values())
        chosen = tuple(index for index, rank in fits.items() if rank == best)
        called = tuple(dict.fromkeys(pantry.names[index] for index in chosen))
        one: Found | Ambiguous = (
            Found(called[0], chosen, start, end) if len(called) == 1 else Ambiguous(called, chosen, start, end)
        )
        if all(one.indexes != earlier.indexes for earlier in found):
            found.append(one)
    return reading.back(found)


def _called(name: str | Nameable) -> tuple[str, ...]:
    return (name,) if isinstance(name, str) else (name.name, *name.aliases)


def _only_a_kind(plain: str) -> bool:
    """Whether only the end of an English name is known: kidney beans are beans, but nothing more is known of them."""
    words = english_words(plain)
    core = tuple(word for word in words if word not in DESCRIBING_EN)
    english = lexicon()[1]
    return len(core) > 1 and words not in english and core not in english


class _Pantry:
    """The names of one recipe, ready to be compared with what is said; built once a recipe."""

    def __init__(self, called: tuple[tuple[str, ...], ...]) -> None:
        self.names = tuple(names[0] for names in called)
        self._own: dict[str, dict[int, int]] = {}
        self._concepts = tuple(known_concept(plain_name(names[0])) for names in called)
        self._only_kinds = tuple(_only_a_kind(plain_name(names[0])) for names in called)
        self._fits: dict[str, dict[int, int]] = {}
        for index, names in enumerate(called):
            for name in names:
                self._learn(index, name)
        korean, english = lexicon()
        self.korean: dict[str, list[str]] = {}
        self.english: dict[str, list[tuple[str, ...]]] = {}
        words = {word for word in self._own if is_hangul(word[:1] or " ")} | set(korean)
        for word in sorted(words, key=len, reverse=True):
            self.korean.setdefault(word[0], []).append(word)
        phrases = {tuple(word.split()) for word in self._own if word and not is_hangul(word[0])} | set(english)
        for phrase in sorted((p for p in phrases if p), key=len, reverse=True):
            self.english.setdefault(phrase[0], []).append(phrase)

    def _learn(self, index: int, name: str) -> None:
        plain = plain_name(name)
        for inside in re.findall(r"\(([^()]{2,30})\)", fold(name)):
            self._add(inside, index, _SAME)
        self._add(plain, index, _ITSELF)
        bare = plain
        while (shorter := PREPARED_KO.sub("", bare)) != bare and shorter:
            if len(shorter) == 1 and shorter not in lexicon()[0]:
                break  # 간장 is no kind of 장 that was 간
            bare = shorter
            self._add(bare, index, _SAME)
        if any(map(is_hangul, plain)):
            squeezed = bare.replace(" ", "")
            for head in _HEADS_KO:
                if squeezed.endswith(head) and squeezed != head:
                    self._add(head, index, _KIND)
            tokens = bare.split()
            if len(tokens) > 1:
                for token in tokens:
                    if len(token) > 1:
                        self._add(token, index, _KIND if token == tokens[-1] else _PART)
            return
        words = english_words(plain)
        core = tuple(word for word in words if word not in DESCRIBING_EN)
        if not core:
            return
        self._add(" ".join(core), index, _SAME)
        if len(core) > 1 and core[-1] not in MADE_OF:
            self._add(core[-1], index, _PART)
        if self._concepts[index] is None:
            self._add(core[-1], index, _KIND)
            if core[-1] not in MADE_OF:
                for word in core[:-1]:
                    self._add(word, index, _PART)

    def _add(self, word: str, index: int, rank: int) -> None:
        key = word.replace(" ", "") if any(map(is_hangul, word)) else " ".join(english_words(word))
        if key:
            ranks = self._own.setdefault(key, {})
            ranks[index] = max(rank, ranks.get(index, 0))

    def fits(self, word: str) -> dict[int, int]:
        known = self._fits.get(word)
        if known is not None:
            return known
        fits = dict(self._own.get(word, {}))
        korean, english = lexicon()
        concept = korean.get(word) or english.get(tuple(word.split()))
        for index, name in enumerate(self.names):
            rank = 0
            own = self._concepts[index]
            if word in _ANY_OIL and own is not None and own.split("_")[-1] == "oil":
                rank = _SAME
            elif concept is not None and own is not None:
                if concept == own:
                    rank = _KIND if self._only_kinds[index] else _SAME
                elif related(concept, own):
                    rank = _KIND
                if not rank and fits.get(index, 0) < _SAME:
                    fits.pop(index, None)  # both are known, and they are different things
            elif len(word) > 1 and is_hangul(word[0]) and name.replace(" ", "").endswith(word):
                rank = _KIND
            if rank:
                fits[index] = max(rank, fits.get(index, 0))
        self._fits[word] = fits
        return fits


@lru_cache(maxsize=32)
def _pantry(called: tuple[tuple[str, ...], ...]) -> _Pantry:
    return _Pantry(called)


def _mentions(view: str, pantry: _Pantry) -> list[tuple[int, int, str]]:
    """Every ingredient word of the text, longest first at each place."""
    found = [] if view.isascii() else _mentions_ko(view, pantry)
    found.extend(_mentions_en(view, pantry))
    return sorted(found)


def _mentions_ko(view: str, pantry: _Pantry) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    position, length = 0, len(view)
    free_from = 0  # where the last mention and its particles ended: the next may follow without a space
    while position < length:
        char = view[position]
        step = 1
        if is_hangul(char) and char in pantry.korean:
            at_word = position == 0 or not is_hangul(view[position - 1]) or position == free_from
            for word in pantry.korean[char]:
                end = _spans(word, view, position)
                if end is None:
                    continue
                if not at_word and (len(word) < 2 or not _LEADS_KO.search(view, max(0, position - 12), position)):
                    break
                tail = (_ENDS_SHORT if len(word) == 1 else _ENDS_KO).match(view, end)
                if tail is None:
                    if len(word) > 1:
                        step = end - position  # '고추장아찌' is not 고추 either
                        break
                    continue
                if len(word) == 1 and word in "배대단" and _COUNTED_BEFORE.search(view, max(0, position - 4), position):
                    break
                found.append((position, end, word))
                free_from = tail.end()
                step = max(end, tail.end()) - position
                break
        position += step
    return found


def _spans(word: str, view: str, position: int) -> int | None:
    """Where the word ends if it stands here, whatever the spacing inside it ('다진 마늘', '다진마늘')."""
    if view.startswith(word, position):
        return position + len(word)
    here = position
    for char in word:
        if view[here : here + 1] == " " and here > position:
            here += 1
        if view[here : here + 1] != char:
            return None
        here += 1
    return here


def _mentions_en(view: str, pantry: _Pantry) -> list[tuple[int, int, str]]:
    words = [(match.start(), match.end(), singular(match.group())) for match in WORD_EN.finditer(view)]
    found: list[tuple[int, int, str]] = []
    index = 0
    while index < len(words):
        step = 1
        for phrase in pantry.english.get(words[index][2], ()):
            size = len(phrase)
            if tuple(word for _, _, word in words[index : index + size]) == phrase:
                found.append((words[index][0], words[index + size - 1][1], " ".join(phrase)))
                step = size
                break
        index += step
    return found
