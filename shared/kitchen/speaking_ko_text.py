"""Any recipe sentence or reply the way a Korean voice should read it: no digits, no signs, no Latin letters left.

"간장 2T(30ml)와 물 1/2컵을 3~4분 끓인다" -> "간장 두 큰술 삼십 밀리리터와 물 반 컵을 삼 분에서 사 분 끓인다".
What is already written out stays as it is, so reading twice changes nothing. Pronunciation rules (입니다 ->
임니다) are
the business of each voice.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from shared.kitchen import speaking_ko as ko
from shared.kitchen.counters_ko import NOT_AFTER, ends_here
from shared.kitchen.josa import josa
from shared.kitchen.latin import latin_read
from shared.kitchen.plain_text import plain, tidied
from shared.kitchen.text import listed
from shared.kitchen.written_amounts import (
    GLYPH,
    GLYPHS,
    LONG_DIGITS,
    NUMBERED,
    is_written_in_numbers,
    numbered,
    until_it_rests,
    value,
)

#: Nothing in it that any rule below could change.
_WRITTEN_OUT: Final = re.compile("[가-힣]+(?:[.,!?]? [가-힣]+)*[.!?]?")

#: Units that are read differently from how they are written. Case counts for one letter: T is 큰술, t 작은술.
_WRITTEN_UNITS: Final = dict(
    pair.split("=")
    for pair in listed(
        """
        g=그램 G=그램 gr=그램 kg=킬로그램 Kg=킬로그램 KG=킬로그램 mg=밀리그램 ml=밀리리터 mL=밀리리터 ML=밀리리터
        Ml=밀리리터 cc=시시 CC=시시
        l=리터 L=리터 dl=데시리터 dL=데시리터 cm=센티미터 CM=센티미터 mm=밀리미터 MM=밀리미터 m=미터 km=킬로미터
        kcal=킬로칼로리 Kcal=킬로칼로리 cal=칼로리
        oz=온스 OZ=온스 lb=파운드 lbs=파운드 W=와트 w=와트 kW=킬로와트 V=볼트 inch=인치 in=인치 T=큰술 Ts=큰술
        TS=큰술 Tbsp=큰술 tbsp=큰술 TBSP=큰술
        tbs=큰술 Tbs=큰술 Tb=큰술 t=작은술 ts=작은술 tsp=작은술 Tsp=작은술 TSP=작은술 C=컵 c=컵 cup=컵 cups=컵
        Cup=컵 ea=개 EA=개 pcs=개 min=분 mins=분
        sec=초 s=초 hr=시간 hrs=시간 h=시간 %=퍼센트 ％=퍼센트 ℓ=리터 ㎖=밀리리터 ㎏=킬로그램 ㎎=밀리그램
        ㎝=센티미터 ㎜=밀리미터 ㏄=시시 ℃=도 °C=도 °c=도 ºC=도
        ℉=화씨 °F=화씨 °f=화씨 ºF=화씨 °=도 F=화씨 도C=도 도씨=도 ppm=피피엠 원=원 $=달러 배속=배속 Pa=파스칼
        """
    )
)
#: Written as they are said, but the number before them depends on them.
_SAID_UNITS: Final = (
    *ko.NATIVE_COUNTERS,
    "큰 술", "작은 술", "큰 숟가락", "작은 숟가락", "밥 숟가락", "종이 컵", "소주 잔", "미국 컵", "테이블 스푼",
    "티 스푼",
    *listed(
        """
        분 초 도 그램 그람 킬로그램 킬로 밀리그램 밀리리터 밀리 미리 리터 데시리터 시시 씨씨 센티미터 센티 센치
        밀리미터 미터 온스 파운드 와트 회 단계 인분 인용 인
        퍼센트 프로 주 개월 년 월 일 원 칼로리 킬로칼로리 인치 층 박 호 페이지 등분 등급 차 위 점 학년
        주차 배속 가구 달러 유로 엔 볼트 쿼트 파인트 갤런 년도
        년산 시간대 교시 스텝
        """
    ),
)  # fmt: skip
_LATIN_UNITS: Final = [unit for unit in _WRITTEN_UNITS if unit[-1].isascii() and unit[-1].isalpha()]
_SIGN_UNITS: Final = [unit for unit in _WRITTEN_UNITS if unit not in _LATIN_UNITS and not "가" <= unit[0] <= "힣"]


@lru_cache(maxsize=1)
def _quantity_pattern() -> re.Pattern[str]:
    """A number or a range with its unit; built on the first sentence, so that importing costs nothing."""

    def either(words: list[str]) -> str:
        return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

    guards = {unit: rf"(?=\s|[,.)]|$|{after})" for unit, after in _FOLLOWED_BY.items()}
    guards |= {unit: f"(?!{after})" for unit, after in _NOT_FOLLOWED_BY.items()} | dict.fromkeys(_WHEREVER, "")
    guarded = "|".join(f"{re.escape(unit)}{guard}" for unit, guard in _by_length(guards))
    others = {unit: NOT_AFTER.get(unit, "") for unit in _SAID_UNITS if unit not in guards}
    short = "|".join(
        re.escape(unit) + (f"(?!{not_after})" if not_after else "") for unit, not_after in _by_length(others)
    )
    hangul = f"{guarded}|(?:{short}){ends_here('')}"
    unit = rf"(?:(?:{either(_LATIN_UNITS)})(?![A-Za-z])|(?:{either(_SIGN_UNITS)})|{hangul})"
    plain_number = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    amount = (
        rf"\d{{1,3}}\s?[{GLYPH}]|[{GLYPH}]|\d{{1,3}}(?:\s|과\s?|와\s?|\+)\d{{1,2}}/\d{{1,3}}(?![\d/])|"
        rf"\d{{1,3}}/\d{{1,3}}(?![\d/])"
        rf"|(?:{plain_number})"
    )
    return re.compile(
        rf"(?<!\d)(?<!\d[.,/:])(?P<minus>(?<![\w)\]])[-−])?(?P<a>{amount})(?P<big>[백천만억조](?![가-힣])|"
        rf"[백천만억](?=\s?원|\s?개|\s?명))?"
        rf"(?:(?P<space>\s?)(?P<ua>{unit}))?"
        rf"(?:\s?[~–—〜∼～-]\s?(?P<b>{amount})(?:\s?(?P<ub>{unit}))?)?"
        r"(?P<josa>(?:으로|이나|이랑|[을를은는이가과와로나랑])(?![가-힣]))?"
    )


#: These are whole words only before a space or one of these: '주' is a week in "2주간", not in "2주먹".
_FOLLOWED_BY: Final = {
    "인": "분?가족|이|가|은|는|용", "주": "간|일|동안|정도|에|후|뒤|째|이상", "점": "을|이|은|만|씩",
    "위": "는|은|가|로|를",
    "일": "간|동안|정도|에|후|뒤|째|이상|까지|부터|은|이|을", "차": "로|에|는|발효|볶|구|양념|조리|가열",
    "호": "로|는|를|의", "달": "간|동안|정도|에|후|뒤|이상|은|이", "살": "부터|까지|이|은|된|짜리", "손": "을|은|이",
    "층": "으로|을|에|씩", "벌": "을", "되": "를|는|씩", "망": "을|은|이", "판": "을|은|이|씩",
    "입": "크기|을|에|씩|거리",
    "월": "에|은|이|까지|부터|초|말|중|의|산", "시": "에|부터|까지|쯤|경|정각|반|간?이|가|는|를|로|\\s?\\d",
    "배": "로|의|를|가|는|만|쯤|정도|이상|나|씩|속|양",
}  # fmt: skip
#: And these are whole words unless one of these follows: "2컵라면" is no two cups.
_NOT_FOLLOWED_BY: Final = {
    "통": "깨|조림|마늘|닭|밀|째|삼겹|후추|오징어|아몬드", "번": "갈|지|째|거", "명": "란|절|태|품",
    "프로": "그램|세스|틴|필",
    "년": "산|도|대", "공기": "튀김|구멍|방울|청정", "컵": "라면|케이크|밥|누들|떡볶이", "단계": "별|적",
}  # fmt: skip
_WHEREVER: Final = listed("방울 가지 인분 원 큰술 작은술 스푼 그램 그람 리터 인용")


def _by_length(units: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(units.items(), key=lambda unit: -len(unit[0]))


_PHONE: Final = re.compile(
    r"(?<![\d-])(?:0\d{1,2}-\d{3,4}-\d{4}|1[5-9]\d{2}-\d{4}|\+\d{1,3}(?:[- ]\d{1,4}){2,4})(?![\d-])"
)
_PARTS_OF: Final = re.compile(r"(?<!\d)(\d{1,3}) ?분의 ?(\d{1,3})(?!\d)")
#: "5,6개": five or six of them.
_NEIGHBOURS: Final = re.compile(r"(?<![\d,.])(\d), ?(\d)(?= ?[가-힣])")
_DATE: Final = re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)\.?")
_CLOCK: Final = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])")
_RATIO: Final = re.compile(r"(?<![\d:])\d{1,4}(?:\.\d+)?(?:\s?:\s?\d{1,4}(?:\.\d+)?){1,5}(?![\d:])")
_CLOCK_BEFORE: Final = re.compile("(?:오전|오후|새벽|아침|점심|저녁|밤|낮|현재|시각|시각은|시간은|지금)\\s?$")
_TIMER_BEFORE: Final = re.compile("(?:타이머|남은|남았|앞으로|약|총|조리|시간|알람|최소|최대)[가-힣]{0,2}\\s?$")
_TIMER_AFTER: Final = re.compile(
    "\\s?(?:동안|간(?![가-힣])|남|타이머|지나|후|뒤|끓|굽|구워|익|볶|삶|재우|재워|정도|짜리|만큼|튀|찌|쪄|데치|데쳐|돌)"
)
_HASH: Final = re.compile(r"(?:[#№]|\b[Nn][Oo]\.?)\s?(\d{1,3})(?!\d)")
_TIMES: Final = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[가-힣)]))[x×]\s?(\d{1,2})(?![\dA-Za-z])|"
    r"(?<![\d.])(\d{1,2})\s?[x×](?![\dA-Za-z가-힣])(?!\s?\d)"
)
_BETWEEN: Final = re.compile(r"(?<=\d)(\s?(?:cm|mm|m)?)\s?[x×]\s?(?=\d)")
_MONEY: Final = re.compile(r"([₩$€])\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")
_CURRENCIES: Final = {"₩": "원", "$": "달러", "€": "유로"}
_ALTERNATIVES: Final = re.compile(
    r"([가-힣]{1,12})\s?(을\(를\)|를\(을\)|이\(가\)|가\(이\)|은\(는\)|는\(은\)|와\(과\)|과\(와\)|\(으\)로|\(이\)나|"
    r"\(이\)랑|\(이\)라고)"
)
_BRACKETED: Final = re.compile(
    r"\s?[(\[{（【「『<《〈［]\s*([^()\[\]{}（）【】「」『』<>《》〈〉]{0,200})[)\]}）】」』>》〉］]"
    r"((?:으로|이나|에서|[을를은는이가과와로에도만의])(?![가-힣]))?"
)
_AMPERSAND: Final = re.compile(r"([가-힣]{1,12})\s?&\s?(?=[가-힣])")
_LONE_UNIT: Final = re.compile(r"(?<![A-Za-z])(ml|mL|kg|mg|cm|mm|cc|kcal|tbsp|Tbsp|tsp|oz|lb|g|L)(?![A-Za-z])")
_SIGNS: Final = str.maketrans(
    dict.fromkeys("~〜∼～^#@$€₩\\_*`|<>·•′″ªº©®™♪", " ")
    | dict.fromkeys("\"“”'‘’「」『』", "")
    | dict.fromkeys("+=/;×÷–—|()[]{}（）【】《》〈〉［］", ", ")
    | {"%": " 퍼센트 ", "℃": " 도 ", "℉": " 화씨 ", "°": " 도 ", "…": ".", "、": ",", "，": ",", "。": ".",
    "！": "!", "？": "?", "−": " ", "&": " 그리고 ", "：": ":"}
)  # fmt: skip
_HYPHEN: Final = re.compile(r"\s*-\s*")
_COLON: Final = re.compile(r"\s*:\s*")
_LAUGHTER: Final = re.compile("[ㄱ-ㅎㅏ-ㅣ]+")
_DOTS: Final = re.compile(r"\.{2,}|\s\.")
_SINO_AFTER_BEON: Final = re.compile(
    "\\s?(?:으로|부터|까지|단계|재료|레시피|메뉴|타이머|화구|버너|칸|선반|스텝|과정|순서|문제|항목|그림|사진|"
    "이에요|입니다|은|을)"
)


def read(text: str) -> str:
    """The text as it should be said in Korean, so that reading it again changes nothing."""
    return until_it_rests(text, _read_once, lambda said: _WRITTEN_OUT.fullmatch(said) is not None)


def _read_once(text: str) -> str:
    text = plain(text)
    if is_written_in_numbers(text):
        text = _numbers(text)
    text = _LONE_UNIT.sub(lambda match: _WRITTEN_UNITS[match[1]], text)
    if any(char.isalpha() and not "가" <= char <= "힣" for char in text):
        text = latin_read(text)
    text = _ALTERNATIVES.sub(lambda match: josa(match[1], match[2]), text)
    for _ in range(2):
        text = _BRACKETED.sub(_without_brackets, text)
    text = _AMPERSAND.sub(lambda match: f"{josa(match[1], '과/와')} ", text)
    text = _LAUGHTER.sub("", text.translate(_SIGNS))
    text = _COLON.sub(", ", _HYPHEN.sub(" ", text))
    text = "".join(char if char.isascii() or char.isalpha() else " " for char in text)
    return tidied(_DOTS.sub(".", text))


def _without_brackets(match: re.Match[str]) -> str:
    """ "물(1컵)을" -> "물 한 컵을"; without a particle the brackets are a pause."""
    inside, particle = match[1].strip(), match[2]
    if not inside:
        return particle or " "
    return f" {josa(inside, particle)}" if particle else f", {inside}, "


def _numbers(text: str) -> str:
    text = _PHONE.sub(lambda match: " ".join(map(ko.digits, re.split("[- ]", match[0]))), text)
    text = _PARTS_OF.sub(r"\2/\1", text)
    text = _NEIGHBOURS.sub(_neighbours, text)
    text = _DATE.sub(_date, text)
    text = _MONEY.sub(_money, text)
    text = NUMBERED.sub(lambda match: f" {ko.sino(numbered(match))} 번, ", text)
    text = _HASH.sub(lambda match: f"{ko.sino(int(match[1]))} 번", text)
    text = _CLOCK.sub(_clock, text)
    text = _RATIO.sub(_ratio, text)
    text = LONG_DIGITS.sub(lambda match: ko.digits(match[0]), text)
    text = _BETWEEN.sub(r"\1 곱하기 ", text)
    text = _TIMES.sub(lambda match: f" {ko.native(int(match[1] or match[2]))} 배 ", text)
    text = _quantity_pattern().sub(_quantity, text)
    return "".join(ko.digits(char) if char.isdigit() and char.isascii() else char for char in text)


def _neighbours(match: re.Match[str]) -> str:
    low, high = int(match[1]), int(match[2])
    return f"{low}~{high}" if high == low + 1 else f"{low}, {high}"


def _date(match: re.Match[str]) -> str:
    year, month, day = map(int, match.groups())
    return f"{ko.sino(year)} 년 {_month(month)}월 {ko.sino(day)} 일"


def _month(month: int) -> str:
    return {6: "유", 10: "시"}.get(month, ko.sino(month))


def _money(match: re.Match[str]) -> str:
    cents = f" {ko.sino(int(match[3]))} 센트" if match[3] and match[1] == "$" and int(match[3]) else ""
    return f"{ko.sino(int(match[2].replace(',', '')))} {_CURRENCIES[match[1]]}{cents}"


def _clock(match: re.Match[str]) -> str:
    first, second, third = int(match[1]), int(match[2]), match[3]
    if third is not None:
        return ko.duration(first * 3600 + second * 60 + int(third))
    if second > 59:
        return match[0]
    before, after = match.string[max(0, match.start() - 8) : match.start()], match.string[match.end() : match.end() + 8]
    clock = _CLOCK_BEFORE.search(before) is not None
    timed = _TIMER_BEFORE.search(before) is not None or _TIMER_AFTER.match(after) is not None
    if not clock and (timed or not 0 < first <= 24):
        return ko.duration(first * 60 + second)
    hour = ko.native(first) if 0 < first <= 12 else ko.sino(first)
    return f"{hour} 시" + (f" {ko.sino(second)} 분" if second else "")


def _ratio(match: re.Match[str]) -> str:
    return " 대 ".join(ko.number(Fraction(part.strip())) for part in match[0].split(":"))


def _quantity(match: re.Match[str]) -> str:
    first, second = value(match["a"]), value(match["b"]) if match["b"] else None
    if first is None or (match["b"] and second is None):
        return match[0]
    written, other = match["ua"], match["ub"]
    if match["big"]:
        said = _with_myriad(first, match["big"], written)
    elif written and other and _unit(written, first) != _unit(other, second or first):
        said = f"{_said(first, written, match)}에서 {_said(second or first, other, match)}"
    else:
        said = _amount(match, first, second, written if second is None else other or written)
    particle = match["josa"]
    said = josa(said, particle) if particle else said
    return _spaced(match, said)


def _amount(match: re.Match[str], low: Fraction, high: Fraction | None, written: str | None) -> str:
    if written is None:
        below = "마이너스 " if match["minus"] else ""
        first = _bare(match["a"], low)
        return below + (first if high is None else f"{first}에서 {_bare(match['b'], high)}")
    if high is None:
        return _said(low, written, match)
    unit = _unit(written, high)
    if unit in ("도", "화씨"):
        return ko.temperature(-low if match["minus"] else low, "F" if unit == "화씨" else "C", high)
    if unit == "번" and _SINO_AFTER_BEON.match(match.string, match.end()):
        return f"{ko.sino(int(low))} 번에서 {ko.sino(int(high))} 번"
    return ko.counted_range(low, high, unit)


def _bare(written: str, value: Fraction) -> str:
    """A number with nothing to count: what is written as a fraction is read as one."""
    is_fraction = "/" in written or any(char in GLYPHS for char in written)
    return ko.fraction(value) if is_fraction and value.denominator > 1 else ko.number(value)


def _said(value: Fraction, written: str, match: re.Match[str]) -> str:
    unit = _unit(written, value)
    if unit in ("도", "화씨"):
        return ko.temperature(-value if match["minus"] else value, "F" if unit == "화씨" else "C")
    below = "마이너스 " if match["minus"] else ""
    if unit == "번째" and value == 1:
        return "첫 번째"
    if unit == "월" and value.denominator == 1:
        return f"{_month(int(value))}월"
    if unit == "번" and value.denominator == 1:
        numbered = (match["josa"] or "").startswith(("으로", "은", "을")) or _SINO_AFTER_BEON.match(
            match.string, match.end()
        )
        return f"{ko.sino(int(value)) if numbered else ko.native(int(value))} 번"
    if unit == "시" and value > 12:
        return f"{ko.number(value)} 시"
    if unit == "시간" and value < 1 and (value * 60).denominator == 1 and value != Fraction(1, 2):
        return ko.duration(int(value * 3600))
    if unit == "분" and value.denominator == 2:
        return f"{ko.sino(int(value))} 분 삼십 초" if value > 1 else "삼십 초"
    return below + ko.counted(value, unit)


def _unit(written: str, value: Fraction) -> str:
    """The unit as it is said; "180C" is a temperature, "2C" two cups."""
    if written in ("C", "c") and value >= 30:
        return "도"
    return _WRITTEN_UNITS.get(written, written)


def _with_myriad(value: Fraction, big: str, written: str | None) -> str:
    said = f"{'' if value == 1 and big in '만천백' else ko.number(value)}{big}"
    return f"{said} {_unit(written, value)}" if written else said


_GOES_ON: Final = re.compile(ends_here(""))


def _spaced(match: re.Match[str], said: str) -> str:
    """A space between the number and a word run together with it ("간장2큰술")."""
    before = match.string[match.start() - 1 : match.start()]
    text, end = match.string, match.end()
    glued = (
        match["ua"] is None and match["ub"] is None and match["josa"] is None and "가" <= text[end : end + 1] <= "힣"
    )
    gap = " " if before and (before.isalpha() or before.isdigit()) else ""
    if glued:
        return gap + said.replace(" ", "") if len(said) < 4 else gap + said
    follows = text[end : end + 1]
    unit = match["ub"] or match["ua"]
    runs_on = "가" <= follows <= "힣" and unit and not match["josa"] and not _GOES_ON.match(text, end)
    return gap + said + (" " if runs_on or (follows.isascii() and follows.isalnum()) else "")
