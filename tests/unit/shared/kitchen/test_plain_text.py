"""What nobody would say aloud is taken out, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kitchen.plain_text import plain


@pytest.mark.parametrize(
    ("written", "prose"),
    [
        ("소금 약간 🧂", "소금 약간"), ("맛있어요 😋😋!", "맛있어요!"), ("👨‍👩‍👧 4인분", "4인분"), ("❤️ 하트", "하트"), ("🇰🇷 한식", "한식"),
        ("**굵게** _기울임_ `코드`", "굵게 기울임 코드"), ("# 제목\n본문", "제목. 본문"), ("> 인용", "인용"), ("- 하나\n- 둘", "하나. 둘"), ("* 하나\n* 둘", "하나. 둘"),
        ("• 소금 • 후추", "소금, 후추"), ("끓인다 → 식힌다", "끓인다, 식힌다"), ("[레시피](https://a.b/c?d=e)", "레시피"), ("![사진](https://a.b/c.png)", "사진"),
        ("https://example.com/x?y=1 보기", "보기"), ("www.example.com", ""), ("cook@example.com", ""), ("https://a.b/c에서 보기", "에서 보기"),
        ("<b>굵게</b><br/>다음", "굵게. 다음"), ("<script>alert(1)</script>", "alert(1)"), ("소금 &amp; 후추", "소금 & 후추"), ("3 &lt; 5", "3 < 5"),
        ("한 줄\n두 줄", "한 줄. 두 줄"), ("한 줄.\n두 줄", "한 줄. 두 줄"), ("한 줄\r\n\r\n두 줄", "한 줄. 두 줄"), ("너무    많은   공백", "너무 많은 공백"),
        ("-18℃에서", "-18℃에서"), ("2~3개", "2~3개"), ("½컵", "½컵"), ("2*3", "2×3"), ("a_b_c", "a_b_c"), ("1.5L", "1.5L"), ("", ""), ("   ", ""), ("\u200b\u200e", ""),
        ("<5분 이내>", "<5분 이내>"), ("Hello, world!", "Hello, world!"), ("é à ü", "é à ü"),
    ],
)  # fmt: skip
def test_prose(written: str, prose: str) -> None:
    assert plain(written) == prose


@given(st.text(max_size=300))
def test_any_text_becomes_one_line(text: str) -> None:
    prose = plain(text)
    assert "\n" not in prose
    assert not any(ord(char) < 32 for char in prose)
