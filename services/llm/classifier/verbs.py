"""Cooking verbs are alike: "버무렸어", "데쳤어" and "썰었어" all end a step. A second look with the verb made one sign.

Korean verbs are replaced letter by letter, so that what stays is the ending, which carries the meaning ("-ㅆ어" done,
"-나요" asked). Only for `features`: slots and answers read the words as they were said.
"""

import re
from typing import Final

from shared.kitchen.jamo import jamo
from shared.kitchen.text import listed

VERB: Final = "я"

_KO: Final = listed(
    """
    볶 끓이 끓여 끓 굽 구우 구워 삶 찌 쪄 데치 데쳐 재우 재워 익히 익혀 익 졸이 졸여 조리 조려 튀기 튀겨 부치 부쳐
    버무리 버무려 섞 썰 자르 잘라 다지 다져 씻 까 깎 절이 절여 무치 무쳐 식히 식혀 불리 불려 헹구 헹궈 건지 건져
    뒤집 풀 저으 저어 젓 말아 빚 치대 갈 갈아 짜 체치 담그 담가 올리 올려 뿌리 뿌려 두르 둘러 바르 발라 녹이 녹여
    녹 데우 데워 돌리 돌려 예열하 예열해 반죽하 반죽해 손질하 손질해 준비하 준비해 계량하 계량해 숙성시키 숙성시켜
    으깨 찢 뜯 벗기 벗겨 덮 얹 부으 부어 붓 쏟 채우 채워 비비 비벼 주무르 주물러 굴리 굴려 지지 지져 쑤 휘젓 거르
    걸러
    """
)
# What also begins or ends quite other words ("갈게", "까지", "말아", "풀어 줘") is left alone when it stands by itself.
_LEFT_ALONE: Final = frozenset(listed("까 말아 갈 짜 찌 풀 익 쑤 젓 쪄"))
_STEMS: Final = sorted({jamo(stem) for stem in _KO if stem not in _LEFT_ALONE}, key=lambda s: (-len(s), s))
#: 여, 워, 와 end in a vowel that belongs to the ending; it is given back.
_KO_VERB: Final = re.compile("|".join(re.escape(stem) for stem in _STEMS))
_ENDS_IN_VOWEL: Final = re.compile("[ㅕㅝㅘㅏㅓㅐ]$")

_EN_STEMS: Final = (
    "chopp?|slic|dic|minc|peel|wash|rins|drain|fr[iy]|boil|simmer|brown|cook|bak|roast|grill|steam|whisk|stirr?|"
    "mix|melt|pour|add|"
    "season|saut[eé]|knead|roll|fold|toss|coat|marinat|chill|cool|heat|preheat|toast|mash|blend|crush|grat|trimm?|"
    "core|zest|sear|"
    "blanch|reduc|thicken|soak|cover|flipp?|spread|sprinkl|crack|beat|strain|shred|cut"
)
_EN_VERB: Final = re.compile(rf"(?<![a-z])(?:{_EN_STEMS})(?P<end>ed|ied|ing|ting|es|e|y)?(?![a-z])")


def verbs_alike(text: str) -> str | None:
    """The letters of the text with cooking verbs made one sign; None when there is none."""
    if any("가" <= char <= "힣" for char in text):
        letters = jamo(text)
        found = _KO_VERB.sub(_ending_kept, letters)
        return found if found != letters else None
    found = _EN_VERB.sub(lambda match: VERB + (match["end"] or "")[-2:], text)
    return found if found != text else None


def _ending_kept(match: re.Match[str]) -> str:
    vowel = _ENDS_IN_VOWEL.search(match[0])
    return VERB + (vowel[0] if vowel is not None and len(match[0]) > 3 else "")
