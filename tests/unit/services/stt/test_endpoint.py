"""Where utterances begin, pause and end in a stream of speech probabilities."""

from hypothesis import given
from hypothesis import strategies as st

from services.stt.endpoint import ENDS_AFTER, LONGEST, PAUSES_AFTER, Endpointer, Turn

SPEECH, SILENCE = [0.9], [0.1]


def turns(probabilities: list[float]) -> list[tuple[str, int]]:
    endpointer = Endpointer()
    return [(moment.turn.value, moment.window) for moment in [*endpointer.feed(probabilities), *endpointer.finish()]]


def test_an_utterance_begins_pauses_and_ends() -> None:
    heard = turns(SILENCE * 10 + SPEECH * 20 + SILENCE * ENDS_AFTER)
    assert heard == [("began", 10), ("paused", 30), ("ended", 30)]


def test_a_click_is_no_speech() -> None:
    assert turns(SILENCE * 5 + SPEECH + SILENCE * 30) == []


def test_a_breath_between_words_is_a_pause_and_not_an_end() -> None:
    heard = turns(SPEECH * 10 + SILENCE * (PAUSES_AFTER + 2) + SPEECH * 10 + SILENCE * ENDS_AFTER)
    assert [turn for turn, _ in heard] == ["began", "paused", "went_on", "paused", "ended"]


def test_two_utterances_are_two() -> None:
    one = SPEECH * 10 + SILENCE * (ENDS_AFTER + 3)
    assert [turn for turn, _ in turns(one + one)] == ["began", "paused", "ended"] * 2


def test_endless_talk_is_cut() -> None:
    heard = turns(SPEECH * (LONGEST + 10))
    assert [turn for turn, _ in heard][:2] == ["began", "ended"]


def test_the_end_of_the_stream_ends_what_is_being_said() -> None:
    assert turns(SPEECH * 10) == [("began", 0), ("ended", 10)]


@given(st.lists(st.floats(0, 1), max_size=400))
def test_beginnings_and_ends_always_alternate(probabilities: list[float]) -> None:
    kinds = [turn for turn, _ in turns(probabilities) if turn in (Turn.BEGAN, Turn.ENDED)]
    assert kinds == ["began", "ended"] * (len(kinds) // 2)
    places = [at for _, at in turns(probabilities)]
    assert all(0 <= at <= len(probabilities) for at in places)
