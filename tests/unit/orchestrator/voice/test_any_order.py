"""Whatever the cook, the kitchen and the services do, in whatever order: the loop ends, and one utterance moves one step."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orchestrator.memory import recall
from orchestrator.session.events import Heard, StepMoved
from tests.unit.orchestrator.voice.kitchen import COUGH, NOISE, Kitchen

WORDS = [
    "다음",
    "다 했어",
    "이전",
    "다시",
    "그만",
    "잠깐",
    "1분 타이머",
    "10초 타이머",
    "재료",
    "응",
    "next",
    "stop",
    "음 그게",
]
moments = st.one_of(
    st.tuples(st.just("says"), st.sampled_from(WORDS), st.floats(0.15, 1.2)),
    st.tuples(st.just("noise"), st.sampled_from([str(COUGH), str(NOISE)]), st.floats(0.03, 1.5)),
    st.tuples(st.just("pause"), st.just(""), st.floats(0.05, 4.0)),
    st.tuples(st.just("gap"), st.just(""), st.floats(0.1, 2.0)),
)
windows = st.tuples(st.floats(0, 15), st.floats(0, 6))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    story=st.lists(moments, max_size=10),
    stt_s=st.sampled_from([0.02, 0.3, 1.6]),
    tts_s=st.sampled_from([0.0, 0.5]),
    deaf=windows,
    mute=windows,
    echo=st.booleans(),
    duplex=st.sampled_from(["full", "half"]),
)
def test_any_order(
    story: list[tuple[str, str, float]],
    stt_s: float,
    tts_s: float,
    deaf: tuple[float, float],
    mute: tuple[float, float],
    echo: bool,
    duplex: str,
) -> None:
    with tempfile.TemporaryDirectory() as home:
        scene = Kitchen(
            Path(home),
            settings={"duplex": duplex},
            stt_s=stt_s,
            tts_s=tts_s,
            stt_away=lambda now: deaf[0] <= now < sum(deaf),
            tts_away=lambda now: mute[0] <= now < sum(mute),
            echo=echo,
        )
        at = 0.5
        for kind, what, lasts in story:
            if kind == "says":
                scene.says(what, at, lasts)
            elif kind == "noise":
                scene.noise(at, lasts, int(what))
            elif kind == "gap":
                scene.gaps.append((at, at + lasts))
            at += lasts
        scene.plays(at + 3.0, opening=True)  # that it comes back at all is half of the test
        lines = recall(Path(home) / "sessions", "cook").lines
    for line in lines:
        moves = [event for event in line.events if isinstance(event, StepMoved)]
        heard = [event for event in line.events if isinstance(event, Heard)]
        assert len(moves) <= max(1, len(heard))
        assert len(heard) <= 1
        assert not moves or heard  # nothing moves by itself
    said = sum(kind == "says" for kind, _, _ in story)
    assert sum(isinstance(event, StepMoved) for line in lines for event in line.events) <= said
    assert not scene.mixer.ringing or scene.session.state.ringing
