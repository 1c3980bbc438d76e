"""Personal data is masked in everything that leaves the process as a log line.

Kitchen talk holds none, but error texts, URLs and headers may. Pure: text in, text out. Transcripts and prompts are
personal data as a whole; they are not masked but never logged (see `logs.py`).
"""

import re
from collections.abc import Mapping, Sequence

#: Values under these keys are never shown, whatever they hold.
SECRET_KEYS = re.compile(
    r"authorization|api[-_]?key|password|passwd|secret|token|cookie|signature|credential", re.IGNORECASE
)
#: Values under these keys are what a person said or typed: only their length is shown.
SPOKEN_KEYS = frozenset(
    {
        "text",
        "prompt",
        "utterance",
        "transcript",
        "input",
        "content",
        "messages",
        "keywords",
        "spoken",
        "audio",
        "body",
    }
)

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{4,}"), r"\1 [key]"),
    (
        re.compile(r"(?i)\b(x-amz-(?:signature|security-token|credential)|api[-_]?key|access[-_]?token)=[^&\s\"']+"),
        r"\1=[key]",
    ),
    (
        re.compile(
            r"\b(?:sk|pk|rk)-[A-Za-z0-9_-]{16,}|\bhf_[A-Za-z0-9]{16,}|\bgh[pousr]_[A-Za-z0-9]{16,}|\bAKIA[0-9A-Z]{16}\b"
        ),
        "[key]",
    ),
    (re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"), "[email]"),
    # Resident registration number: six digits of birth date, seven more of which the first tells the century.
    (re.compile(r"(?<![0-9A-Za-z])\d{6}[-\s]?[1-8]\d{6}(?![0-9A-Za-z])"), "[resident-number]"),
    (re.compile(r"(?<![0-9A-Za-z])(?:\+?82[-.\s]?|0)1[016789][-.\s]?\d{3,4}[-.\s]?\d{4}(?![0-9A-Za-z])"), "[phone]"),
    (re.compile(r"(?<!\d)0(?:2|[3-6]\d|70|50\d)[-.\s)]\s?\d{3,4}[-.\s]\d{4}(?!\d)"), "[phone]"),
    (re.compile(r"(?<![\w+])\+\d{1,3}[-.\s(]{0,2}\d{1,4}(?:[-.\s)]{0,2}\d{2,4}){2,4}(?!\d)"), "[phone]"),
    (re.compile(r"(?<!\d)\(?\d{3}\)?[-.\s]\d{3}[-.]\d{4}(?!\d)"), "[phone]"),
)
#: Not inside a run of letters and digits: a trace id is hexadecimal, and masking a part of it would break the trace.
_CARD = re.compile(r"(?<![0-9A-Za-z])\d(?:[ -]?\d){12,18}(?![0-9A-Za-z])")


def _luhn(digits: str) -> bool:
    total = 0
    for place, char in enumerate(reversed(digits)):
        value = int(char) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _mask_card(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match[0])
    return "[card]" if _luhn(digits) else match[0]


def mask(text: str) -> str:
    text = _CARD.sub(_mask_card, text)
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def mask_value(value: object, key: str = "", *, depth: int = 0) -> object:
    """Masks strings wherever they hide in a log event: values, nested values and keys."""
    if key and SECRET_KEYS.search(key):
        return "[secret]"
    if key.lower() in SPOKEN_KEYS and value is not None:
        return f"[{len(value)} long]" if isinstance(value, str | bytes | Sequence | Mapping) else "[kept private]"
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, bytes):
        return f"[{len(value)} bytes]"
    if value is None or isinstance(value, bool | int | float):
        # A number may be a card or resident number as well as a count.
        masked = mask(str(value)) if isinstance(value, int) and value > 10**9 else None
        return value if masked in (None, str(value)) else masked
    if depth >= 6:
        return "[deep]"
    if isinstance(value, Mapping):
        return {mask(str(k)): mask_value(v, str(k), depth=depth + 1) for k, v in value.items()}
    if isinstance(value, Sequence | set | frozenset):
        return [mask_value(item, depth=depth + 1) for item in value]
    return mask(str(value))
