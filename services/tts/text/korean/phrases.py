"""What happens between two Korean words said in one breath: 십 분 -> 십 뿐, 끓일 때, 못 먹는 -> 몬 멍는.

Only where everyone links them: after a number before what it counts, after a verb before a dependent noun, and a stop
before a nasal. A calm reader keeps other words apart.
"""

import re
from enum import Enum

from services.tts.text.korean.lexicon import words
from services.tts.text.korean.sound_change import TENSE, Syllable, heard_tail, meet

_SINO = "영공일이삼사오육륙칠팔구십백천만"
#: Words that end in a number: 십, 이백오십, 열, 스무, 일곱, 몇 ...
_NUMBER = re.compile(
    rf"^(?:약|총)?(?:[{_SINO}]{{1,9}}|(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)?"
    r"(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)|열|스무|서른|마흔|쉰|몇|반|두세|서너|네다섯|대여섯|예닐곱)$"
)
_COUNTED = re.compile(
    r"^(?:개|분|초|시간|시|번|도|그램|킬로|밀리|리터|큰술|작은술|숟갈|스푼|컵|인분|조각|쪽|대|장|단계|점|줄|줌|꼬집|알|마리|모|포기|통|병|봉|봉지"
    r"|가지|그릇|송이|뿌리|줄기|입|덩이|덩어리|토막|접시|잔|방울|퍼센트|프로|센티|미터|인치|살|명|사람|주|달|일|년|번째|가닥|판|캔|팩|단|톨|꼬투리|국자|바퀴|배)"
)
#: Sino-Korean ㄹ hardens only ㄷㅅㅈ (일 점 -> 일 쩜); the native 열 and 여덟 harden everything (열 개 -> 열 깨).
_NATIVE_L = re.compile(r"(?:열|여덟)$")
_SINO_L = re.compile(rf"^[{_SINO}]*[일칠팔]$")

#: Dependent nouns after a verb in -ㄹ.
_DEPENDENT = re.compile(
    r"^(?:것|거|건|걸|게|겁니다|수|때|데|듯|정도|동안|줄|적|바|지)(?:이|가|은|는|을|를|도|만|에|까지|부터|쯤|면|예요|에요|야|로|처럼|같|$)?"
)
_TAIL_L_NOUNS = words(
    "물 쌀 오늘 술 일 이틀 열흘 달 칼 솔 불 꿀 귤 겨울 가을 굴 나물 콩나물"
    " 국물 과일 식물 마늘 하늘 거울 얼굴 스물 열 칠 팔 지글 채칼 밀 콩 메밀"
    " 찹쌀 멥쌀 소금물 찬물 쌀뜨물 육수물 약불 중불 강불 센불 교실 저울 오월 매일"
)


class Link(Enum):
    NONE = 0
    NASAL = 1  # only a stop before a nasal
    HARDEN = 2  # a plain lead becomes tense
    FULL = 3  # as inside one word


def link(left: str, right: str) -> Link:
    """How two neighbouring words, as written, are tied together."""
    if _NUMBER.match(left) and _COUNTED.match(right):
        return Link.FULL
    if left == "못":
        return Link.FULL
    if Syllable.of(left[-1]).tail == "ㄹ" and left not in _TAIL_L_NOUNS and _DEPENDENT.match(right):
        return Link.HARDEN
    return Link.NASAL


def join(kind: Link, left: Syllable, right: Syllable, written_left: str) -> None:
    """Both syllables become what is heard across the space."""
    if kind is Link.FULL:
        _join_fully(left, right, written_left)
        return
    left.tail = heard_tail(left.tail)
    if kind is Link.HARDEN:
        right.lead = TENSE.get(right.lead, right.lead)
    elif right.lead in "ㄴㅁ" and left.tail in ("ㄱ", "ㄷ", "ㅂ"):
        meet(left, right)


def _join_fully(left: Syllable, right: Syllable, written_left: str) -> None:
    if right.lead == "ㅇ":
        # The word ends before the next one begins, so its tail is heard as at an end: 여섯 알 -> 여서 달.
        left.tail = heard_tail(left.tail)
        if written_left == "못" and right.vowel in "ㅣㅑㅕㅛㅠ":  # 못 읽는 -> 몬 닝는
            left.tail, right.lead = "ㄴ", "ㄴ"
        elif left.tail not in ("", "ㅇ"):
            left.tail, right.lead = "", left.tail
        return
    hardens = _NATIVE_L.search(written_left) or (_SINO_L.match(written_left) and right.lead in "ㄷㅅㅈ")
    meet(left, right)
    if hardens:
        right.lead = TENSE.get(right.lead, right.lead)
