"""Numbers, amounts and times as a Korean says them: 세 개, 이백 그램, 한 컵 반, 한 시간 삼십 분.

Native or sino numbers follow what is counted. Exact makers for replies; whole sentences are read by
`speaking_ko_text`.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from shared.kitchen.josa import josa
from shared.kitchen.text import listed
from shared.kitchen.units import find_unit

_DIGITS: Final = ("영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구")
_PLACES: Final = ("", "십", "백", "천")
_MYRIADS: Final = ("", "만", "억", "조")
_ONES: Final = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
_TENS: Final = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
#: "2~3개" is said 두세 개. Further up it takes two numbers: 열 개에서 열두 개.
_ABOUT: Final = {(1, 2): "한두", (2, 3): "두세", (3, 4): "서너", (4, 5): "네다섯", (5, 6): "대여섯"}
#: Beyond this a number is a code, not an amount: it is read digit by digit.
LARGEST: Final = 10**12

#: What is counted with native numbers (한, 두, 세).
NATIVE_COUNTERS: Final = frozenset(
    listed(
        """
        개 큰술 작은술 술 숟가락 숟갈 숟 스푼 큰스푼 작은스푼 티스푼 테이블스푼 밥숟가락 밥숟갈 밥술 밥스푼
        큰숟가락 작은숟가락 찻숟가락 찻술 어른숟가락
        컵 종이컵 머그컵 머그 계량컵 소주잔 소주컵 잔 대접 사발 그릇 공기 접시 냄비 바가지 국자 주전자 뚝배기
        대 쪽 톨 줌 꼬집 자밤 마리 장 모 단 포기 봉지 봉 봉다리 캔 줄 줄기 방울 뿌리 알 토막 조각 덩이 덩어리 덩
        송이 통 다발 묶음 잎 이파리 꼬치 상자 박스
        판 근 되 홉 말 스쿱 스틱 주먹 움큼 웅큼 군데 입 끼 꼭지 가닥 가지 팩 병 깡통 망 세트 쌍 켤레 자루 뭉치
        꼬투리 겹 손 두름 쾌 타래 사리 짝 컷 젓가락
        시간 번 번째 차례 바퀴 달 살 시 배 명 사람 분의손님 마디 칸 벌 층 모금 도막 숟가락씩 티백 미 방
        """
    )
) - {"층", "분의손님", "숟가락씩", "미", "방"}
_ALWAYS_SINO_FROM: Final = 100
_TEMPERATURES: Final = {"C": "", "F": "화씨 ", "celsius": "", "fahrenheit": "화씨 "}


def sino(number: int) -> str:
    """25 -> 이십오, 10000 -> 만, 15000 -> 만 오천."""
    if number < 0:
        return f"마이너스 {sino(-number)}"
    if number >= LARGEST:
        return digits(str(number))
    if number == 0:
        return "영"
    groups: list[str] = []
    for myriad in _MYRIADS:
        number, below = divmod(number, 10_000)
        if below:
            word = _below_ten_thousand(below)
            groups.append(("" if word == "일" and myriad == "만" and not number else word) + myriad)
        if not number:
            break
    return " ".join(reversed(groups))


def _below_ten_thousand(number: int) -> str:
    word = ""
    for power in (3, 2, 1, 0):
        digit, number = divmod(number, 10**power)
        if digit:
            word += ("" if digit == 1 and power else _DIGITS[digit]) + _PLACES[power]
    return word


def digits(text: str) -> str:
    """Digit by digit, as a telephone number is read: 010 -> 공일공."""
    return "".join("공" if char == "0" else _DIGITS[int(char)] for char in text if char in "0123456789")


def native(number: int) -> str:
    """The form before a counter: 1 -> 한, 20 -> 스무, 25 -> 스물다섯; from a hundred on sino numbers are said."""
    if not 0 < number < _ALWAYS_SINO_FROM:
        return sino(number)
    if number == 20:
        return "스무"
    return _TENS[number // 10] + _ONES[number % 10]


def number(value: int | Fraction | float) -> str:
    """A number by itself: 1.5 -> 일 점 오, 3/4 -> 사분의 삼."""
    exact = value if isinstance(value, int | Fraction) else Fraction(str(value))
    if exact < 0:
        return f"마이너스 {number(-exact)}"
    if exact.denominator == 1:
        return sino(int(exact))
    if (point := decimal(Fraction(exact))) is not None:
        return point
    return fraction(Fraction(exact))


def decimal(value: Fraction) -> str | None:
    """일 점 이오, if the value ends within three places; None when it doesn't."""
    thousandths = value * 1000
    if thousandths.denominator != 1:
        return None
    whole, rest = divmod(int(thousandths), 1000)
    places = f"{rest:03d}".rstrip("0")
    return f"{sino(whole)} 점 {''.join(_DIGITS[int(place)] for place in places)}" if places else sino(whole)


def fraction(value: Fraction) -> str:
    """삼분의 일, 이와 사분의 삼."""
    whole, rest = divmod(value, 1)
    part = f"{sino(rest.denominator)}분의 {sino(rest.numerator)}"
    return f"{josa(sino(int(whole)), '과/와')} {part}" if whole else part


def counts_natively(unit: str) -> bool:
    return unit.rpartition(" ")[2] in NATIVE_COUNTERS


def counted(value: Fraction, unit: str) -> str:
    """An amount with the word it is counted in, as spoken: 세 개, 반 컵, 한 컵 반, 삼분의 일 컵, 이백 그램."""
    whole, rest = divmod(value, 1)
    if value <= 0:
        return f"{number(value)} {unit}"
    if not rest:
        return f"{native(int(whole)) if counts_natively(unit) else sino(int(whole))} {unit}"
    if counts_natively(unit):
        if rest == Fraction(1, 2):
            return f"{native(int(whole))} {unit} 반" if whole else f"반 {unit}"
        if rest.denominator in (3, 4, 6, 8, 16):
            return f"{fraction(value)} {unit}"
        return f"{number(value)} {unit}"
    if value == Fraction(1, 2):
        return f"반 {unit}" if unit not in ("도", "분", "초", "인분") else f"{number(value)} {unit}"
    return f"{number(value)} {unit}"


def counted_range(low: Fraction, high: Fraction, unit: str) -> str:
    """두세 개, 열 개에서 열두 개, 반 컵에서 한 컵."""
    if counts_natively(unit) and low.denominator == high.denominator == 1:
        about = _ABOUT.get((int(low), int(high)))
        if about:
            return f"{about} {unit}"
    return f"{counted(low, unit)}에서 {counted(high, unit)}"


def quantity(amount: Fraction | None, unit: str | None, high: Fraction | None = None) -> str:
    """An amount and its unit's name or word: (1/2, "cup_kr") -> 반 컵, (3, None) -> 삼; no amount -> 약간."""
    if amount is None:
        return "약간"
    word = unit_word(unit)
    if word is None:
        return f"{number(amount)}에서 {number(high)}" if high is not None else number(amount)
    return counted(amount, word) if high is None else counted_range(amount, high, word)


def unit_word(unit: str | None) -> str | None:
    """The word for a unit, whether given by its name in `units` or as written: "tbsp" and "T" -> 큰술."""
    if unit is None:
        return None
    known = find_unit(unit)
    return known.ko[0] if known is not None and known.ko else unit


def duration(seconds: int) -> str:
    """5400 -> 한 시간 삼십 분."""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, left = divmod(rest, 60)
    parts = [f"{native(hours)} 시간"] if hours else []
    if minutes:
        parts.append(f"{sino(minutes)} 분")
    if left or not parts:
        parts.append(f"{sino(left)} 초")
    return " ".join(parts)


def temperature(degrees: int | Fraction | float, scale: str = "C", high: int | Fraction | float | None = None) -> str:
    """(180, "C") -> 백팔십 도, (350, "F") -> 화씨 삼백오십 도, (-18, "C") -> 영하 십팔 도."""
    said = f"{_TEMPERATURES.get(scale, '')}{_degrees(degrees)}"
    return said if high is None else f"{said}에서 {_degrees(high)}"


def _degrees(degrees: int | Fraction | float) -> str:
    return f"영하 {number(-degrees)} 도" if degrees < 0 else f"{number(degrees)} 도"


def ordinal(place: int) -> str:
    """1 -> 첫 번째, 3 -> 세 번째, -1 -> 마지막, -2 -> 끝에서 두 번째."""
    if place < 0:
        return "마지막" if place == -1 else f"끝에서 {ordinal(-place)}"
    return "첫 번째" if place == 1 else f"{native(place)} 번째"


def step(place: int) -> str:
    """3 -> 삼 단계, -1 -> 마지막 단계."""
    return f"{sino(place)} 단계" if place >= 0 else f"{ordinal(place)} 단계"


def items(names: Sequence[str]) -> str:
    """ "양파, 당근과 대파": the last particle by the sound before it."""
    said = [name for name in names if name.strip()]
    if len(said) < 2:
        return "".join(said)
    return ", ".join((*said[:-2], f"{josa(said[-2], '과/와')} {said[-1]}"))
