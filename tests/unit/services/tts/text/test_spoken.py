"""What is left of a text when everything that no voice can read is out of it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.tts.text.pieces import LONGEST, pieces
from services.tts.text.spoken import legible, spoken
from shared.kitchen.language import Language

KO, EN = Language.KO, Language.EN


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("안녕\x00하세요", "안녕 하세요"),
        ("A\u202eB\u200bC", "A B C"),
        ("½컵 ① ℃", "1/2컵 1 °C"),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("안녕 שלום مرحبا 你好", "안녕"),
        ("ㅋㅋ 맛있다", "ㅋㅋ 맛있다"),
        ("naïve café", "naïve café"),
        ("wow!!!!!!", "wow!"),
        ("\ud83c 반쪽", "반쪽"),
        ("한 줄\n\n\n두 줄\t끝", "한 줄\n두 줄 끝"),
    ],
)
def test_legible(written: str, read: str) -> None:
    assert legible(written) == read


@pytest.mark.parametrize("nothing", ["", " ", "🍳", "...", "\x01\x02", "مرحبا", "!?", "\n\n"])
def test_nothing_to_say_is_empty(nothing: str) -> None:
    assert spoken(nothing, KO) == spoken(nothing, EN, normalize=False) == ""


@given(st.text(max_size=300))
def test_only_what_a_voice_can_read_is_left(text: str) -> None:
    for language in Language:
        said = spoken(text, language)
        assert all(char == "\n" or char.isprintable() for char in said)
        assert said == said.strip()
        assert "".join(pieces(said)).replace(" ", "") in said.replace(" ", "").replace("\n", "") or pieces(said)


ENDLESS = [
    "1",
    "가",
    "?!",
    "<",
    "<a ",
    "(",
    "1/",
    "1~",
    "a@",
    "\t",
    "\n",
    "½",
    "&",
    "1분 ",
    "x1",
    "http://",
    "1 1/2 ",
    "일",
]


@pytest.mark.parametrize("part", ENDLESS)
@pytest.mark.parametrize("language", [KO, EN])
def test_no_text_takes_for_ever(part: str, language: Language) -> None:
    text = (part * 5000)[:5000]
    spoken(part, language)
    began = time.process_time()
    pieces(spoken(text, language))
    assert time.process_time() - began < 0.6


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("다음 단계입니다.", ["다음 단계입니다."]),
        ("양파를 써세요. 기름을 두르세요!", ["양파를 써세요.", "기름을 두르세요!"]),
        # A long first sentence is cut at its first pause, so that sound comes early; later ones are not.
        (
            "양파를 얇게 썰어서 넣고, 약한 불에서 천천히 오래 볶아 주세요. 마늘을 잘게 다져 넣고, 약한 불에서 볶아 주세요.",
            ["양파를 얇게 썰어서 넣고,", "약한 불에서 천천히 오래 볶아 주세요.", "마늘을 잘게 다져 넣고, 약한 불에서 볶아 주세요."],
        ),
        ("네, 알겠습니다. 타이머를 맞춰 두겠습니다.", ["네, 알겠습니다.", "타이머를 맞춰 두겠습니다."]),
        ("Chop the onion finely, then fry it slowly in butter.", ["Chop the onion finely,", "then fry it slowly in butter."]),
        ("...", []),
        ("", []),
    ],
)  # fmt: skip
def test_pieces(text: str, cut: list[str]) -> None:
    assert pieces(text) == cut


@given(st.text(alphabet="가나 다.,!?ab\n", max_size=800))
def test_pieces_lose_no_word_and_are_never_too_long(text: str) -> None:
    parts = pieces(text)
    assert all(0 < len(part) <= LONGEST for part in parts)
    assert [c for c in text if c.isalnum()] == [c for part in parts for c in part if c.isalnum()]
