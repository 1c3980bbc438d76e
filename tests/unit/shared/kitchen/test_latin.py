"""Latin words as a Korean voice reads them: known words, spelled capitals, and never silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kitchen.latin import latin_read, read_latin


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("butter", "버터"), ("Butter", "버터"), ("BUTTER", "버터"), ("oven", "오븐"), ("olive", "올리브"), ("pasta", "파스타"), ("OK", "오케이"),
        ("timer", "타이머"), ("recipe", "레시피"), ("cheese", "치즈"), ("steak", "스테이크"), ("Spam", "스팸"), ("bbq", "바비큐"), ("IKEA", "이케아"),
        ("MSG", "엠에스지"), ("LA", "엘에이"), ("TV", "티브이"), ("CJ", "씨제이"), ("A", "에이"), ("b", "비"), ("USB", "유에스비"), ("kbs", "케이비에스"),
        ("crème", "크렘"), ("brûlée", "브륄레"), ("pancake", "팬케이크"), ("quinoa", "키노아"), ("tofu", "두부"),
    ],
)  # fmt: skip
def test_word(written: str, read: str) -> None:
    assert read_latin(written) == read


@pytest.mark.parametrize(
    "unknown",
    ["zabaglione", "Kenwood", "spatula", "drizzle", "strudel", "whatchamacallit", "xyzzy", "rhythm", "queue", "ngo"],
)
def test_an_unknown_word_is_read_by_its_letters(unknown: str) -> None:
    read = read_latin(unknown)
    assert read
    assert all("가" <= char <= "힣" for char in read)


def test_only_the_latin_words_of_a_text_are_read() -> None:
    assert latin_read("olive oil을 두르고 LA갈비를 굽는다") == "올리브 오일을 두르고 엘에이갈비를 굽는다"
    assert latin_read("Wi-Fi를 켜요") == "와이파이를 켜요"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'", min_size=1, max_size=50))
def test_any_letters_become_hangul(word: str) -> None:
    assert all("가" <= char <= "힣" for char in read_latin(word))
