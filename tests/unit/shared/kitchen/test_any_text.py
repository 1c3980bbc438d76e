"""What holds for every text: nothing raises, time grows with length and no faster, spacing and politeness change nothing."""

import time
from collections.abc import Callable
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.kitchen import (
    Quantity,
    find_durations,
    find_ingredients,
    find_numbers,
    find_ordinals,
    find_quantities,
    find_scale,
    find_step,
    find_temperatures,
    find_time_cues,
    find_until,
    for_kitchen,
    parse_duration,
    parse_ingredient_line,
    parse_ingredient_lines,
    parse_number,
    parse_quantity,
    scale,
)

FINDERS: dict[str, Callable[[str], object]] = {
    "numbers": find_numbers,
    "ordinals": find_ordinals,
    "number": parse_number,
    "durations": find_durations,
    "duration": parse_duration,
    "step": find_step,
    "quantities": find_quantities,
    "quantity": parse_quantity,
    "scale": find_scale,
    "temperatures": find_temperatures,
    "line": parse_ingredient_line,
    "lines": parse_ingredient_lines,
    "times": find_time_cues,
    "until": find_until,
    "ingredients": lambda text: find_ingredients(text, ["간장", "대파", "soy sauce", "물"]),
}

#: The words that mean something here, in any order: far likelier to break a parser than random letters.
PIECES = (
    *"일 이 삼 사 오 육 칠 팔 구 십 백 천 만 영 점 한 두 세 네 다섯 열 스무 스물 반 절반 반의반 분의 분 초 시간 시 도 개 컵 큰술 작은술 인분 단계 번째 번 배 쪽 대 모".split(),
    *"첫 마지막 끝에서 앞으로 뒤로 더 만 쯤 정도 동안 마다 약 영하 화씨 간장 대파 물 파 약간 까지 때까지 에서 으로 를 이랑 타이머 줄여".split(),
    *"a an one two three ten fifteen twenty hundred thousand half quarter third second minute minutes hour hours and to or of point dozen couple".split(),
    *"cup cups tbsp tsp T g kg ml l oz lb can clove pinch degrees step last first for serves double more less another every until per side timer at".split(),
    *"0 1 2 3 10 15 60 100 1000 1/2 3/4 1.5 .5 ½ ¾ 1½ 2-3 2~3 3:30 1:30:00 1,000 1/0 99999999999 ( ) [ ] , . : - ~ / + x × ° ℃ % # \n".split(
        " "
    ),
)
kitchen_text = st.lists(st.sampled_from(PIECES), max_size=30).flatmap(
    lambda pieces: st.sampled_from([" ", "", "-"]).map(lambda glue: glue.join(pieces))
)


@pytest.mark.parametrize("name", FINDERS)
@settings(max_examples=150, deadline=None)
@given(text=st.one_of(kitchen_text, st.text(max_size=60)))
def test_no_text_raises(name: str, text: str) -> None:
    FINDERS[name](text)


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(kitchen_text, st.text(max_size=60)))
def test_places_lie_in_the_text_in_order(text: str) -> None:
    for found in (find_numbers(text), find_durations(text), find_quantities(text), find_temperatures(text)):
        ends = 0
        for one in found:
            assert 0 <= one.start < one.end <= max(len(text) * 3, 1)
            assert one.start >= ends
            ends = one.end


REPEATED = [
    "일", "이십", "한 ", "두 시간 ", "반", "1", "1 ", "1/", "1-", "1:", "1,", ".5 ", "½", "a ", "half ", "an hour and ", "an hour and a half ", "twenty ",
    "two hundred and ", "another ", "every ", "(", "(1 컵)", "[", "[양념] ", "간장 ", "간장", "파", "5분 더 ", "끝에서 ", "until ", "때까지 ", "고 ", ", ", " ",
    "second ", "분의 ", "일분의 ", "에서 ", "to ", "1 to ", "1 x ", "plus 1 cup ", "1 cup plus ", "세 단계 ", "step ", "for ", "x", "큰술", "2큰술", "약간 ",
    "아니 ", "5분 아니 ", "5분 말고 ", "step 3 no ", "not 5 minutes ", "5 minutes no no ", "for six no ", "one twenty ", "2만 ",
    "ぁ", "🥕", "ㅋ", "\u1112\u1161\u11ab", "İ", "\n", "-", "~", "영하 ", "three fifty ", "마지막에서 ",
]  # fmt: skip


@pytest.mark.parametrize("name", FINDERS)
def test_time_grows_only_with_length(name: str) -> None:
    finder = FINDERS[name]
    for piece in REPEATED:
        text = piece * (8192 // len(piece))
        # The quickest of up to three: a collection of the whole test run's garbage may fall into any one of them.
        spent = min(until_quick(partial(finder, text), 0.05 * 8))
        assert spent < 0.05 * 8, f"{piece!r}: {spent * 125:.0f} ms a kilobyte"


def until_quick(work: Callable[[], object], limit_s: float, times: int = 3) -> list[float]:
    """Seconds of processor time of each try, until one was quick enough."""
    took: list[float] = []
    while len(took) < times and not any(seconds < limit_s for seconds in took):
        started = time.process_time()
        work()
        took.append(time.process_time() - started)
    return took


def digits_or_words(amount: int) -> list[str]:
    return [f"{amount}분", f"{amount} 분", f"{amount}분만", f"{amount} minutes", f"{amount}-minute"]


SAYINGS = [
    ("십오 분 타이머 맞춰줘", 900), ("한 시간 반 타이머", 5400), ("삼십 초만 재 줘", 30), ("이십오 분 동안 끓여", 1500), ("두 시간 삼십 분 뒤에 알려줘", 9000),
    ("일 분 삼십 초 타이머", 90), ("열다섯 분 타이머", 900), ("세 시간 타이머", 10800), ("백이십 분 재줘", 7200), ("오 분 반 타이머", 330),
]  # fmt: skip


@pytest.mark.parametrize(("said", "seconds"), SAYINGS)
@pytest.mark.parametrize("ending", ["", "요", " 주세요", " 부탁해", "!", " ~"])
def test_spacing_and_politeness_change_nothing(said: str, seconds: int, ending: str) -> None:
    for spoken in (said, said.replace(" ", ""), said.replace(" ", "  ", 1), f"  {said}"):
        assert [d.seconds for d in find_durations(spoken + ending)] == [seconds]


amounts = st.fractions(min_value=Fraction(1, 8), max_value=1000, max_denominator=24)
factors = st.fractions(min_value=Fraction(1, 12), max_value=24, max_denominator=12)


@given(amount=amounts, factor=factors, more=st.none() | amounts)
def test_scaling_there_and_back_is_exact(amount: Fraction, factor: Fraction, more: Fraction | None) -> None:
    quantity = Quantity(amount, None if more is None else amount + more, "tbsp")
    assert scale(scale(quantity, factor), 1 / factor) == quantity


@given(amount=amounts, unit=st.sampled_from(["tbsp", "tsp", "cup_kr", "g", "ml", "kg", "개", "모", "꼬집", None]))
def test_what_a_kitchen_measures_is_near_and_never_nothing(amount: Fraction, unit: str | None) -> None:
    rounded = for_kitchen(Quantity(amount, unit=unit))
    assert rounded.amount is not None
    assert rounded.amount > 0
    assert for_kitchen(rounded).amount == rounded.amount
    assert abs(rounded.amount - amount) <= max(Fraction(1, 2), amount / 10, 1 if unit == "꼬집" else 0)
