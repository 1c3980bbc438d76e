"""The two languages of the kitchen, and a guess at which one a text is in.

Not a language detector for the world: only Korean and English are served here.
"""

from enum import StrEnum


class Language(StrEnum):
    KO = "ko"
    EN = "en"


def _is_hangul(char: str) -> bool:
    return "가" <= char <= "힣" or "ㄱ" <= char <= "ㅣ" or "ᄀ" <= char <= "ᇿ"


def language_of(text: str, default: Language = Language.KO) -> Language:
    """Korean as soon as Hangul carries the sentence; one Latin word ("오븐 on") doesn't make it English.

    >>> language_of("soy sauce 넣었어"), language_of("next step"), language_of("3", Language.EN)
    (<Language.KO: 'ko'>, <Language.EN: 'en'>, <Language.EN: 'en'>)
    """
    hangul = sum(map(_is_hangul, text))
    latin = sum(1 for char in text if char.isascii() and char.isalpha())
    if not hangul and not latin:
        return default
    # A Hangul syllable carries about as much as three Latin letters.
    return Language.KO if hangul * 3 >= latin else Language.EN
