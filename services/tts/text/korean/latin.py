"""Latin words in a Korean sentence, written in Hangul as Koreans say them: oven -> 오븐, LA -> 엘에이.

A table first (loan words have their own history), then letter by letter for abbreviations, then by ear: the English
pronunciation, asked of whoever knows it, is spelled by the rules for loan words.
"""

import re
from collections.abc import Callable

from services.tts.text.korean.lexicon import read_table
from shared.kitchen.jamo import compose

#: English word -> its pronunciation in IPA.
ByEar = Callable[[str], str]

_NAMES = "에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유 엑스 와이 제트"
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", _NAMES.split(), strict=True))

WORDS = read_table("latin_words.txt")

_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*")
_VOWELS_WRITTEN = re.compile(r"[aeiouyAEIOUY]")


def in_hangul(text: str, by_ear: ByEar) -> str:
    """Every Latin word of a Korean sentence in Hangul, without spaces inside, so that words keep their count."""
    return _LATIN.sub(lambda match: _word(match[0], by_ear), text)


def _word(written: str, by_ear: ByEar) -> str:
    word = written.strip("'’-").lower()
    if word in WORDS:
        return WORDS[word]
    bare = re.sub(r"['’-]", "", word)
    if bare in WORDS:
        return WORDS[bare]
    if bare.endswith("s") and bare[:-1] in WORDS:
        return WORDS[bare[:-1]]
    abbreviation = written.isupper() and len(bare) <= 4
    if len(bare) == 1 or abbreviation or not _VOWELS_WRITTEN.search(bare):
        return "".join(_LETTERS.get(letter, "") for letter in bare)
    return spelled(by_ear(bare)) or "".join(_LETTERS.get(letter, "") for letter in bare)


#: IPA into Hangul letters: v(owels, which may be several syllables), c(onsonants), and those that behave their own way.
_SOUNDS: dict[str, tuple[str, str]] = {
    sound: (kind, hangul)
    for kind, row in (
        ("v", "aɪə=ㅏㅣㅓ aʊə=ㅏㅜㅓ aɪ=ㅏㅣ eɪ=ㅔㅣ ɔɪ=ㅗㅣ aʊ=ㅏㅜ əʊ=ㅗ oʊ=ㅗ ɪə=ㅣㅓ iə=ㅣㅓ eə=ㅔㅓ ʊə=ㅜㅓ"),
        ("v", "iː=ㅣ uː=ㅜ ɔː=ㅗ ɑː=ㅏ ɜː=ㅓ oː=ㅗ i=ㅣ ɪ=ㅣ ɨ=ㅣ e=ㅔ ɛ=ㅔ a=ㅐ"),
        ("v", "æ=ㅐ ʌ=ㅓ ə=ㅓ ɐ=ㅓ ɒ=ㅗ ɑ=ㅏ ɔ=ㅗ o=ㅗ ʊ=ㅜ u=ㅜ y=ㅟ"),
        ("c", "tʃ=ㅊ dʒ=ㅈ p=ㅍ b=ㅂ t=ㅌ d=ㄷ k=ㅋ ɡ=ㄱ g=ㄱ f=ㅍ v=ㅂ θ=ㅅ ð=ㄷ"),
        ("c", "s=ㅅ z=ㅈ ʒ=ㅈ h=ㅎ x=ㅎ ɾ=ㄹ ʔ=ㅌ c=ㅋ ɹ=ㄹ r=ㄹ"),
        ("sh", "ʃ=ㅅ"),
        ("n", "m=ㅁ n=ㄴ"),
        ("ng", "ŋ=ㅇ"),
        ("l", "l=ㄹ ɫ=ㄹ"),
        ("j", "j="),
        ("w", "w="),
    )
    for sound, _, hangul in (pair.partition("=") for pair in row.split())
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(map(re.escape, _SOUNDS), key=len, reverse=True)))
_WITH_J = {"ㅏ": "ㅑ", "ㅓ": "ㅕ", "ㅗ": "ㅛ", "ㅜ": "ㅠ", "ㅔ": "ㅖ", "ㅐ": "ㅒ", "ㅣ": "ㅣ"}
_WITH_W = {"ㅏ": "ㅘ", "ㅓ": "ㅝ", "ㅣ": "ㅟ", "ㅔ": "ㅞ", "ㅐ": "ㅙ", "ㅗ": "ㅝ", "ㅜ": "ㅜ"}
_STOP_TAIL = {"ㅍ": "ㅂ", "ㅌ": "ㅅ", "ㅋ": "ㄱ"}


def spelled(ipa: str) -> str:
    """IPA into Hangul by the rules for loan words: a stop after a short vowel is a tail, elsewhere it gets an ㅡ.

    >>> spelled("mˈaskət"), spelled("klˈiːk"), spelled("ʃˈɒp")
    ('매스컷', '클리크', '숍')
    """
    sounds = [(match[0], *_SOUNDS[match[0]]) for match in _SOUND.finditer(ipa)]
    said: list[list[str]] = []  # [lead, vowel, tail]
    lead, glide, short, index = "", "", False, 0
    while index < len(sounds):
        name, kind, hangul = sounds[index]
        following = sounds[index + 1][1] if index + 1 < len(sounds) else ""
        open_before = bool(said) and said[-1][2] == "" and not lead and not glide
        index += 1
        if kind == "v":
            first = hangul[0]
            if name == "ə" and following == "l" and lead:
                first = "ㅡ"  # 테이블, 와플
            if glide:
                first = (_WITH_J if glide == "j" else _WITH_W).get(first, first)
            said.append([lead or "ㅇ", first, ""])
            said.extend(["ㅇ", other, ""] for other in hangul[1:])
            lead, glide, short = "", "", len(hangul) == 1 and "ː" not in name
        elif kind in ("j", "w"):
            if lead and following != "v":
                said.append([lead, "ㅡ", ""])
                lead = ""
            glide = kind
        elif kind in ("n", "ng") and following not in ("v", "j", "w") and open_before:
            said[-1][2] = hangul
        elif kind == "ng":
            if open_before:
                said[-1][2] = hangul
        elif kind == "l" and open_before:
            said[-1][2] = "ㄹ"  # 올리브: between vowels it is heard on both sides
            lead = "ㄹ" if following in ("v", "j", "w") else ""
        elif following in ("v", "j", "w"):
            lead = hangul
            glide = "j" if kind == "sh" else ""
            if kind == "l" and said and said[-1][2] == "" and said[-1][1] == "ㅡ":
                said[-1][2] = "ㄹ"  # 클리크
        elif kind == "c" and hangul in _STOP_TAIL and short and open_before and following not in ("l", "n"):
            said[-1][2] = _STOP_TAIL[hangul]
        elif kind == "sh":
            said.append(["ㅅ", "ㅣ" if not following else "ㅠ", ""])
        elif name in ("tʃ", "dʒ", "ʒ"):
            said.append([hangul, "ㅣ", ""])
        elif name in ("ɹ", "r") and not following:
            continue
        else:
            said.append([hangul, "ㅡ", ""])
            short = False
    return "".join(compose(*letters) for letters in said)
