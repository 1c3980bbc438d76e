"""One clean view of a text for all the finders, and the way back to the places in the text itself.

Plain digits, dashes and spaces, small Latin letters, one space at a time, whole Hangul syllables. It corrects nothing
and guesses nothing; making two ways of saying a command equal is the work of `text.py`.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final, Protocol, TypeVar

from shared.kitchen.remembered import remembered

_SAME_PLACE: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SAME_PLACE.update(dict.fromkeys((0xA0, *range(0x2000, 0x2010), 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF), " "))
_SAME_PLACE.update(dict.fromkeys(map(ord, "\t\r\v\f"), " "))
_SAME_PLACE.update(dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-"))
_SAME_PLACE.update(dict.fromkeys(map(ord, "〜∼˜～∽〰"), "~"))
_SAME_PLACE.update(dict.fromkeys(map(ord, "⁄∕"), "/"))
_SAME_PLACE.update(dict.fromkeys(map(ord, "‘’´`"), "'"))

#: What takes less room in the view than in the text: spaces in a row, syllables stored as loose jamo.
_SHORTER: Final = re.compile("[ \t\r\v\f\u00a0\u2000-\u200f\u3000\ufeff]{2,}|[ᄀ-ᄒ][ᅡ-ᅵ][ᆨ-ᇂ]?|[a-zA-Z][\u0300-\u036f]")


class Placed(Protocol):
    """What stands somewhere in a text: a frozen dataclass with a start and an end."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Found = TypeVar("Found", bound=Placed)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and its view. `places` leads from the view back to the text where their lengths differ."""

    text: str
    view: str
    cased: str
    places: tuple[int, ...] | None

    def back(self, found: Iterable[Found]) -> tuple[Found, ...]:
        """The same things with their places in the text itself."""
        if self.places is None:
            return tuple(found)
        places = self.places
        return tuple(
            replace(one, start=places[one.start], end=places[one.end - 1] + self._width(one.end - 1)) for one in found
        )

    def _width(self, place: int) -> int:
        assert self.places is not None
        last = self.places[place]
        whole = _SHORTER.match(self.text, last)
        return whole.end() - last if whole is not None else 1


@remembered(32)
def read(text: str) -> Reading:
    """The view of a text.

    >>> read("１５～20분  T").view, read("１５～20분  T").cased
    ('15~20분 t', '15~20분 T')
    """
    places = None
    kept = text
    if _SHORTER.search(text) is not None:
        kept, places = _shortened(text)
    cased = kept if kept.isascii() and "\t" not in kept else kept.translate(_SAME_PLACE)
    return Reading(text, _small(cased), cased, places)


def fold(text: str) -> str:
    """Only the view, for those who need no places."""
    return read(text).view


def _small(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _shortened(text: str) -> tuple[str, tuple[int, ...]]:
    kept: list[str] = []
    places: list[int] = []
    position = 0
    for match in _SHORTER.finditer(text):
        kept.append(text[position : match.start()])
        places.extend(range(position, match.start()))
        whole = " " if match.group().isspace() or match.group()[0] in "\u200b\u200c\u200d\ufeff" else match.group()
        composed = unicodedata.normalize("NFC", whole)
        kept.append(composed)
        places.extend([match.start()] * len(composed))
        position = match.end()
    kept.append(text[position:])
    places.extend(range(position, len(text)))
    return "".join(kept), tuple(places)


def is_hangul(char: str) -> bool:
    return "가" <= char <= "힣"
