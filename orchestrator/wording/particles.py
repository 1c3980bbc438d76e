"""The Korean particle that fits a word as it is read: 간장을, 두부를, 3단계로, 5분으로."""

_READ_DIGIT_TAIL = {"0": "ㅇ", "1": "ㄹ", "3": "ㅁ", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ"}
_LATIN_OPEN = "aeiouyhrw"


def with_particle(word: str, choice: str) -> str:
    """`choice` is "with final consonant/without": 을/를, 이/가, 은/는, 과/와, 으로/로, 이에요/예요, 이라/라."""
    closed, open_ = choice.split("/", 1)
    tail = _tail(word)
    if closed.startswith("으로"):
        return word + (closed if tail not in ("", "ㄹ") else open_)
    return word + (closed if tail else open_)


def _tail(word: str) -> str:
    last = next((char for char in reversed(word) if char.isalnum()), "")
    if "가" <= last <= "힣":
        code = (ord(last) - ord("가")) % 28
        return {0: "", 8: "ㄹ"}.get(code, "ㄱ")
    if last.isdigit():
        return _READ_DIGIT_TAIL.get(last, "")
    if last.isascii() and last.isalpha():
        return "" if last.lower() in _LATIN_OPEN else ("ㄹ" if last.lower() == "l" else "ㄱ")
    return ""
