"""Text without what nobody would say aloud: emoji, markup, links, control characters.

Words and numbers stay exactly as written; reading those is the work of `speaking_ko` and `speaking_en`. What is taken
out leaves a pause where the eye would pause.
"""

import re
import unicodedata
from html import unescape
from typing import Final

#: Nothing longer is ever spoken in one piece.
LONGEST_TEXT: Final = 20_000

_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,300}>|<!--[^<>]{0,300}-->")
_BREAK: Final = re.compile(r"<(?:br|/p|/li|/div|/h[1-6]|break)\b[^<>]{0,60}>", re.IGNORECASE)
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,200})\]\((?:[^()\s]{1,400})\)")
_URL: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'()\[\]가-힣]{1,2000}|\S{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,10}"
)
_FENCE: Final = re.compile(r"```[a-z]{0,20}|~~~")
_LINE_START: Final = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+•·▪◦●○■□▶►▷※✓✔☑★☆]+[ \t]+)+", re.MULTILINE)
_EMPHASIS: Final = re.compile(r"\*{1,3}|_{2,3}|(?<![\w])_(?=\w)|(?<=\w)_(?![\w])|`|~~")
_TIMES: Final = re.compile(r"(?<=\d) ?\* ?(?=\d)")
_ARROW: Final = re.compile(r"\s*(?:-{1,2}>|=>|→|⇒|➡|➔|▶|►|▷|»)\s*")
_BULLET: Final = re.compile(r"\s*[•·▪◦●○■□◆◇※✓✔☑★☆♥♡|¦]\s*")
_LINE_END: Final = re.compile(r"[ \t]*\n\s*")
_SPACES: Final = re.compile(r"[^\S\n]+")
_LINES: Final = re.compile(r" ?\n\s*")
_COMMAS: Final = re.compile(r"\s*,(?:\s*,)+")
_PAUSE_BEFORE_END: Final = re.compile(r"\s*,\s*([.!?:;])")
_BEFORE_MARK: Final = re.compile(r"\s+([,.!?;:](?!\d))")
_ENDS: Final = (".", "!", "?", ":", ";", ",", "…")

#: Symbols that are read, so they are not taken for pictures.
_READ: Final = frozenset("~∼～〜℃℉°%½⅓⅔¼¾⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚㎖㎏㎎㎝㎜㏄ℓ×÷+=<>~$€₩&@#^")


def plain(text: str) -> str:
    """The text as running prose.

    >>> plain("**소금** 약간 🧂\\n- 물 [2컵](https://example.org)")
    '소금 약간. 물 2컵'
    """
    text = unicodedata.normalize("NFC", text[:LONGEST_TEXT]).replace("\r\n", "\n").replace("\r", "\n")
    # Runs of white space first: the patterns that eat white space before a mark would try each of them again.
    text = _without_runs(text)
    if "<" in text:
        text = _TAG.sub(" ", _BREAK.sub("\n", text))
    if "&" in text:
        text = unescape(text)
    text = _without_runs(_URL.sub(" ", _LINK.sub(r"\1", text)))
    text = _TIMES.sub("×", text)
    text = _EMPHASIS.sub("", _LINE_START.sub("", _FENCE.sub(" ", text)))
    text = _BULLET.sub(", ", _ARROW.sub(", ", _without_runs(text)))
    text = _without_runs("".join(map(_sayable, text)))
    text = _LINE_END.sub(_line_break, text.strip())
    return tidied(text)


def _without_runs(text: str) -> str:
    return _LINES.sub("\n", _SPACES.sub(" ", text))


def _sayable(char: str) -> str:
    if char.isascii():
        return char if char >= " " or char == "\n" else " "
    if char in _READ:
        return char
    category = unicodedata.category(char)
    if category[0] in "LNZ" or category in ("Mn", "Mc"):
        return " " if category[0] == "Z" else "" if category == "Mn" else char
    return char if category[0] == "P" else "" if category in ("Cf", "Cs", "Cc") else " "


def _line_break(match: re.Match[str]) -> str:
    before = match.string[: match.start()][-1:]
    return " " if before in _ENDS else ". "


def tidied(text: str) -> str:
    """Spaces and commas as in good prose: one at a time, none before a full stop."""
    text = _COMMAS.sub(",", _SPACES.sub(" ", text))
    text = _PAUSE_BEFORE_END.sub(r"\1", text)
    text = _BEFORE_MARK.sub(r"\1", text)
    return text.strip(" ,;:")
