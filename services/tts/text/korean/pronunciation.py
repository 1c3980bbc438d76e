"""A Korean sentence spelled as it is heard. Words, spaces and punctuation stay where they are: the n-th word written is
the n-th word said, so that captions can follow the voice."""

import re
from functools import lru_cache
from itertools import pairwise

from services.tts.text.korean.lexicon import respell
from services.tts.text.korean.phrases import join, link
from services.tts.text.korean.sound_change import Syllable, heard_tail, meet, soften_vowel

_WORD = re.compile(r"[가-힣]+")


@lru_cache(maxsize=512)
def pronounce(text: str) -> str:
    """Everything that isn't Hangul is left as it is.

    >>> pronounce("양념을 넣고 십 분 끓입니다.")
    '양녀믈 너코 십 뿐 끄림니다.'
    """
    found = list(_WORD.finditer(text))
    words = [[Syllable.of(char) for char in respell(match[0])] for match in found]
    for syllables in words:
        _inside(syllables)
    for index, match in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        last = words[index][-1]
        if following is not None and text[match.end() : following.start()] == " ":
            join(link(match[0], following[0]), last, words[index + 1][0], match[0])
        else:
            last.tail = heard_tail(last.tail)
    said, end = [], 0
    for match, syllables in zip(found, words, strict=True):
        for syllable in syllables:
            soften_vowel(syllable)
        said.append(text[end : match.start()] + "".join(map(str, syllables)))
        end = match.end()
    return "".join(said) + text[end:]


def _inside(syllables: list[Syllable]) -> None:
    for left, right in pairwise(syllables):
        meet(left, right)
