"""What a voice is given to say: recipe sentences written out (spoken/*.txt), and exact makers for replies."""

import time
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.kitchen.language import Language
from shared.kitchen.speaking import (
    speak,
    speak_duration,
    speak_list,
    speak_number,
    speak_ordinal,
    speak_quantity,
    speak_step,
    speak_temperature,
)

KO, EN = Language.KO, Language.EN


def written_and_spoken(language: Language) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "spoken" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" | ") for line in lines if line and not line.startswith("# "))
    return [(written, spoken) for written, _, spoken in pairs]


@pytest.mark.parametrize(("written", "spoken"), written_and_spoken(KO))
def test_korean(written: str, spoken: str) -> None:
    assert speak(written, KO) == spoken


@pytest.mark.parametrize(("written", "spoken"), written_and_spoken(EN))
def test_english(written: str, spoken: str) -> None:
    assert speak(written, EN) == spoken


@pytest.mark.parametrize("language", Language)
def test_saying_it_twice_changes_nothing(language: Language) -> None:
    for _, spoken in written_and_spoken(language):
        assert speak(spoken, language) == spoken


@pytest.mark.parametrize("language", Language)
def test_no_digit_and_no_sign_is_left_for_the_voice(language: Language) -> None:
    for written, _ in written_and_spoken(language):
        spoken = speak(written, language)
        assert not any(char.isdigit() for char in spoken), spoken
        assert not set(spoken) & set("~℃℉°%½¼①②/=+<>[](){}*#@_|&"), spoken


def test_no_latin_letter_is_left_for_a_korean_voice() -> None:
    for written, _ in written_and_spoken(KO):
        assert not any(char.isascii() and char.isalpha() for char in speak(written, KO)), written


@pytest.mark.parametrize(
    ("seconds", "korean", "english"),
    [
        (1, "일 초", "one second"),
        (30, "삼십 초", "thirty seconds"),
        (60, "일 분", "one minute"),
        (90, "일 분 삼십 초", "one minute and thirty seconds"),
        (300, "오 분", "five minutes"),
        (3600, "한 시간", "one hour"),
        (5400, "한 시간 삼십 분", "one hour and thirty minutes"),
        (7265, "두 시간 일 분 오 초", "two hours, one minute and five seconds"),
        (86400, "스물네 시간", "twenty four hours"),
        (0, "영 초", "zero seconds"),
    ],
)
def test_durations(seconds: int, korean: str, english: str) -> None:
    assert (speak_duration(seconds, KO), speak_duration(seconds, EN)) == (korean, english)


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        (0, "영", "zero"), (1, "일", "one"), (10, "십", "ten"), (16, "십육", "sixteen"), (100, "백", "one hundred"), (101, "백일", "one hundred one"),
        (1000, "천", "one thousand"), (10_000, "만", "ten thousand"), (15_000, "만 오천", "fifteen thousand"),
        (110_000, "십일만", "one hundred ten thousand"), (-3, "마이너스 삼", "minus three"), (1.5, "일 점 오", "one and a half"),
        (0.1, "영 점 일", "zero point one"), (Fraction(3, 4), "영 점 칠오", "three quarters"), (Fraction(1, 3), "삼분의 일", "a third"),
        (Fraction(7, 3), "이와 삼분의 일", "two and one third"), (10**15, "일공공공공공공공공공공공공공공공", "one" + " zero" * 15),
    ],
)  # fmt: skip
def test_numbers(value: int | float | Fraction, korean: str, english: str) -> None:
    assert (speak_number(value, KO), speak_number(value, EN)) == (korean, english)


HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("amount", "unit", "high", "korean", "english"),
    [
        (1, "cup_kr", None, "한 컵", "one Korean cup"),
        (2, "tbsp", None, "두 큰술", "two tablespoons"),
        (HALF, "tsp", None, "반 작은술", "half a teaspoon"),
        (Fraction(3, 2), "T", None, "한 큰술 반", "one and a half tablespoons"),
        (Fraction(1, 3), "tbsp", None, "삼분의 일 큰술", "a third of a tablespoon"),
        (200, "g", None, "이백 그램", "two hundred grams"),
        (1.5, "l", None, "일 점 오 리터", "one point five liters"),
        (2, "tbsp", 3, "두세 큰술", "two to three tablespoons"),
        (10, "g", 20, "십 그램에서 이십 그램", "ten to twenty grams"),
        (3, None, None, "삼", "three"),
        (None, None, None, "약간", "a little"),
        (None, "g", None, "약간", "a little"),
        (1, "oz", None, "일 온스", "one ounce"),
        (HALF, "lb", None, "반 파운드", "half a pound"),
    ],
)
def test_quantities(
    amount: int | float | Fraction | None, unit: str | None, high: int | None, korean: str, english: str
) -> None:
    assert speak_quantity(amount, unit, KO, high) == korean
    assert speak_quantity(amount, unit, EN, high) == english


@pytest.mark.parametrize(
    ("counter", "spoken"),
    [("개", "세 개"), ("쪽", "세 쪽"), ("대", "세 대"), ("모", "세 모"), ("마리", "세 마리"), ("장", "세 장"), ("꼬집", "세 꼬집"),
     ("그램", "삼 그램"), ("분", "삼 분"), ("인분", "삼 인분"), ("단계", "삼 단계"), ("시간", "세 시간"), ("번째", "세 번째")],
)  # fmt: skip
def test_what_is_counted_decides_which_numbers_are_said(counter: str, spoken: str) -> None:
    assert speak_quantity(3, counter, KO) == spoken


def test_temperatures_steps_and_order() -> None:
    assert speak_temperature(180, "C", KO) == "백팔십 도"
    assert speak_temperature(350, "F", KO) == "화씨 삼백오십 도"
    assert speak_temperature(-18, "C", KO) == "영하 십팔 도"
    assert speak_temperature(180, "C", KO, high=200) == "백팔십 도에서 이백 도"
    assert speak_temperature(350, "F", EN) == "three hundred fifty degrees Fahrenheit"
    assert speak_temperature(180, "celsius", EN, high=200) == "one hundred eighty to two hundred degrees Celsius"
    assert [speak_step(n, KO) for n in (1, 3, 12, -1)] == ["일 단계", "삼 단계", "십이 단계", "마지막 단계"]
    assert [speak_step(n, EN) for n in (1, 3, 12, -1)] == ["step one", "step three", "step twelve", "the last step"]
    assert [speak_ordinal(n, KO) for n in (1, 2, 20, 100, -1, -2)] == [
        "첫 번째", "두 번째", "스무 번째", "백 번째", "마지막", "끝에서 두 번째",
    ]  # fmt: skip
    assert [speak_ordinal(n, EN) for n in (1, 2, 3, 5, 8, 9, 12, 20, 21, -1, -2)] == [
        "first", "second", "third", "fifth", "eighth", "ninth", "twelfth", "twentieth", "twenty first", "last", "second to last",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("items", "korean", "english"),
    [
        ([], "", ""),
        (["파"], "파", "파"),
        (["간장", "설탕"], "간장과 설탕", "간장 and 설탕"),
        (["두부", "파"], "두부와 파", "두부 and 파"),
        (["양파", "당근", "대파"], "양파, 당근과 대파", "양파, 당근, and 대파"),
        (
            ["물", "소금 한 꼬집", "두부 두 모", "파"],
            "물, 소금 한 꼬집, 두부 두 모와 파",
            "물, 소금 한 꼬집, 두부 두 모, and 파",
        ),
    ],
)
def test_lists(items: list[str], korean: str, english: str) -> None:
    assert (speak_list(items, KO), speak_list(items, EN)) == (korean, english)


# --- any text at all --------------------------------------------------------------------------------------------------

RECIPE_LIKE = st.text(
    alphabet="0123456789./~-–½¼①℃°%xX×:,() 개컵큰술분초도인시간번째을를이가tTgkmlLFC합니다", max_size=60
)


@settings(max_examples=600, deadline=None)
@given(text=st.text(max_size=120) | RECIPE_LIKE, language=st.sampled_from(Language))
def test_any_text_is_spoken_without_digits_and_stays_as_it_is(text: str, language: Language) -> None:
    spoken = speak(text, language)
    assert not any(char in "0123456789" for char in spoken)
    assert speak(spoken, language) == spoken


@pytest.mark.parametrize(
    "unit",
    [
        "3개 ",
        "1/2컵 ",
        "350°F ",
        "(",
        ")",
        "[a](b",
        "<b",
        "1-",
        "1/",
        "1:",
        "https://a ",
        "*",
        "가",
        "a",
        "1,000",
        "~",
        "é",
        "을(를)",
        "x2 ",
    ],
)
@pytest.mark.parametrize("language", Language)
def test_time_grows_only_with_length(unit: str, language: Language) -> None:
    def spent(times: int) -> float:
        text = unit * times
        started = time.process_time()
        speak(f"{text} {times}", language)
        return time.process_time() - started

    spent(10)
    assert spent(4000) < 40 * max(spent(400), 0.002)
