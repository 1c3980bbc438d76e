"""One way to look at what was said, so that "다음단계로!", " 다음  단계로 " and "다음 단계로~" are the same words.

For matching only: nothing here is shown or spoken. Numbers are left exactly as they stand; reading them is the
work of `numbers` and `durations`.
"""

import re
import unicodedata

#: Longer than any command or kitchen question; what is longer is cut before any matching, so that work stays bounded.
LONGEST_UTTERANCE = 500

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\x00-\x08\x0e-\x1f\x7f]")
_APOSTROPHE = re.compile("['’‘ʼ`´]")
_PUNCTUATION = re.compile(r"[^\w\s°%]|_")
_SPACES = re.compile(r"\s+")
_QUESTION_MARKS = "?？¿"


def normalise(text: str) -> str:
    """NFKC, lower case, single spaces, no punctuation except inside numbers; "what's" becomes "whats".

    >>> normalise("  다음 단계로~!  "), normalise("What’s NEXT?"), normalise("１.５컵, 2~3개")
    ('다음 단계로', 'whats next', '1.5컵 2~3개')
    """
    text = unicodedata.normalize("NFKC", text[:LONGEST_UTTERANCE]).replace("\u2044", "/").lower()
    text = _APOSTROPHE.sub("", _INVISIBLE.sub("", text))
    text = _PUNCTUATION.sub(_keep_inside_number, text)
    return _SPACES.sub(" ", text).strip()


def _keep_inside_number(match: re.Match[str]) -> str:
    """A full stop, comma, colon, slash or dash stays where it holds a number together: 1.5, 1,000, 3:30, 1/2, 2-3."""
    text, start, end = match.string, match.start(), match.end()
    inside = match[0] in ".,:/~-" and text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
    return match[0] if inside else " "


def squeeze(text: str) -> str:
    """The view without spaces: speech recognisers drop and invent them, above all in Korean.

    >>> squeeze("다음 단계 로 가 줘")
    '다음단계로가줘'
    """
    return text.replace(" ", "")


def is_asked(text: str) -> bool:
    """Whether the writer or the recogniser heard a question ("다 했어?" is not "다 했어").

    >>> is_asked("다 했어?"), is_asked("done?!"), is_asked("done.")
    (True, True, False)
    """
    tail = text[-LONGEST_UTTERANCE:].rstrip(" \t\r\n\"'”’.!~…)")
    return tail[-1:] in tuple(_QUESTION_MARKS)


def has_hangul(text: str) -> bool:
    return any("가" <= char <= "힣" or "ㄱ" <= char <= "ㅣ" for char in text)


def has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def listed(text: str) -> tuple[str, ...]:
    """Words separated by spaces, for tables that would be all quotation marks otherwise."""
    return tuple(text.split())
