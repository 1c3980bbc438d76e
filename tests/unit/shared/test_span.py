"""One trace id a turn, from whoever has one already."""

import pytest

from shared.span import Span, current_span, entered

TRACE = "0af7651916cd43dd8448eb211c80319c"


def test_a_callers_trace_is_kept() -> None:
    span = Span.begin(f"00-{TRACE}-b7ad6b7169203331-01", "turn-7")
    assert (span.trace_id, span.request_id) == (TRACE, "turn-7")
    version, trace, own, flags = span.traceparent.split("-")
    assert (version, trace, flags) == ("00", TRACE, "01")
    assert own != "b7ad6b7169203331"  # we are a new span in it


@pytest.mark.parametrize("garbage", [None, "", "nonsense", f"00-{'0' * 32}-b7ad6b7169203331-01", "00-ABC-1-01", "다음"])
def test_garbage_starts_a_new_one(garbage: str | None) -> None:
    span = Span.begin(garbage, None)
    assert len(span.trace_id) == 32
    assert span.request_id == span.trace_id


@pytest.mark.parametrize(
    ("sent", "echoed"), [("abc-1", "abc-1"), ("a b\r\nc", "abc"), ("x" * 500, "x" * 128), ("요청-1", "-1")]
)
def test_a_request_id_cannot_smuggle_anything(sent: str, echoed: str) -> None:
    assert Span.begin(None, sent).request_id == echoed


def test_stages_add_up_and_are_shown() -> None:
    span = Span()
    with span.stage("infer"):
        pass
    span.add("infer", 5.0)
    span.add("decode", 1.0)
    assert span.stages["infer"] >= 5.0
    assert span.server_timing().startswith("infer;dur=5.")
    assert "decode;dur=1.00" in span.server_timing()
    assert "total;dur=" in span.server_timing()


def test_the_current_span_is_the_one_entered() -> None:
    with entered(Span(trace_id=TRACE)):
        assert current_span().trace_id == TRACE
    assert current_span().trace_id != TRACE
