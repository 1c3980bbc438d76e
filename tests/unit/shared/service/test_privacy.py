"""No personal data survives in a log line, whatever path it takes there; cooking talk does."""

import json
import logging

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from shared.service.logs import configure_logging, get_logger
from shared.service.privacy import mask, mask_value

MASKED = [
    ("전화는 010-1234-5678 로", "전화는 [phone] 로"),
    ("01012345678", "[phone]"),
    ("+82 10 1234 5678", "[phone]"),
    ("+82-10-1234-5678", "[phone]"),
    ("02-123-4567", "[phone]"),
    ("call +1 (415) 555-2671 now", "call [phone] now"),
    ("+44 20 7946 0958", "[phone]"),
    ("(415) 555-2671", "[phone]"),
    ("주민번호 900101-1234567", "주민번호 [resident-number]"),
    ("9001011234567", "[resident-number]"),
    ("card 4111 1111 1111 1111", "card [card]"),
    ("4111111111111111", "[card]"),
    ("write to cook.one+tag@example.co.kr please", "write to [email] please"),
    ("Authorization: Bearer abc.def-ghi", "Authorization: Bearer [key]"),
    ("?X-Amz-Signature=deadbeef&x=1", "?X-Amz-Signature=[key]&x=1"),
    ("sk-abcdefghijklmnop1234", "[key]"),
    ("hf_abcdefghijklmnop1234", "[key]"),
]

KEPT = [
    "간장 2큰술을 넣고 15분 끓여요",
    "350°F for 1 1/2 hours, serves 4-6",
    "10~15분, 180℃, 1,000ml",
    "step 12 of 26",
    "2026-11-21T05:39:48.515679Z",
    "trace 4b79a94e87fedf1e2325224a28454e22",
    "trace ba5a4111111111111111e9e7d0c1a2b3",  # sixteen of its digits would be a card
    "1234567890123456",  # sixteen digits that are no card
]


@pytest.mark.parametrize(("said", "logged"), MASKED)
def test_masked(said: str, logged: str) -> None:
    assert mask(said) == logged


@pytest.mark.parametrize("said", KEPT)
def test_kept(said: str) -> None:
    assert mask(said) == said


def test_masks_wherever_it_hides() -> None:
    event = {
        "api_key": "anything",
        "nested": {"Authorization": "x", "list": ["010-1234-5678", {"url": "http://x/?api_key=abc"}]},
        "text": "간장 얼마나?",
        "010-1234-5678": 1,
        "card": 4111111111111111,
        "count": 12,
    }
    assert mask_value(event) == {
        "api_key": "[secret]",
        "nested": {"Authorization": "[secret]", "list": ["[phone]", {"url": "http://x/?api_key=[key]"}]},
        "text": "[7 long]",
        "[phone]": 1,
        "card": "[card]",
        "count": 12,
    }


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.binary(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20))  # fmt: skip
def test_never_raises_on_anything(value: object) -> None:
    mask_value(value)


digits = st.text("0123456789", min_size=4, max_size=4)


@given(
    prefix=st.sampled_from(["010", "011", "016", "019", "+82 10", "+82-10"]),
    separator=st.sampled_from(["-", " ", ".", ""]),
    middle=digits,
    last=digits,
    before=st.sampled_from(["", "전화 ", "tel:", "번호=", "("]),
)
def test_no_korean_mobile_number_survives(prefix: str, separator: str, middle: str, last: str, before: str) -> None:
    number = f"{prefix}{separator}{middle}{separator}{last}"
    assert last not in mask(f"{before}{number} 로 전화") or last in before


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]):
    """What really comes out of the process, parsed."""
    before = logging.getLogger().handlers[:]

    def read() -> list[dict[str, object]]:
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    yield read
    logging.getLogger().handlers[:] = before
    structlog.reset_defaults()


def boom(words: str) -> None:
    raise ValueError(words)


def test_every_path_out_of_the_process_is_masked(lines) -> None:
    configure_logging("INFO", "json", service="stt")
    get_logger("here").info("call 010-1234-5678", email="a@example.com", text="다음")
    logging.getLogger("some.library").warning("mail a@example.com, %s", "4111 1111 1111 1111")
    try:
        boom("the cook said: 010-1234-5678")
    except ValueError:
        get_logger("here").exception("failed")
        logging.getLogger("some.library").exception("failed too")
    out = lines()
    assert out[0]["event"] == "call [phone]"
    assert out[0]["email"] == "[email]"
    assert out[0]["text"] == "[2 long]"
    assert out[1]["event"] == "mail [email], [card]"
    for line in out[2:]:
        assert line["error"] == "ValueError"
        assert "1234-5678" not in json.dumps(line)  # "010" alone is in a random trace id now and then
        assert "cook said" not in json.dumps(line)
        assert any("boom" in place for place in line["at"])  # type: ignore[attr-defined]


def test_debug_shows_the_words_but_still_masks(lines) -> None:
    configure_logging("DEBUG", "json")
    try:
        boom("the cook said: 010-1234-5678")
    except ValueError:
        get_logger("here2").debug("failed", exc_info=True, text="간장 010-1234-5678")
    (line,) = lines()
    assert "the cook said: [phone]" in line["exception"]
    assert line["text"] == "간장 [phone]"
