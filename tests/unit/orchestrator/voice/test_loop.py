"""Whole conversations in virtual time: a cook, scripted services, the real session and the real mixer."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import numpy as np
import pytest

from orchestrator import trace
from orchestrator.memory import MemoryTrouble
from orchestrator.session.events import Heard, Said, TimerStarted
from orchestrator.session.state import Phase, TimerState
from orchestrator.voice.edges import RATE
from orchestrator.wording import phrase
from shared.kitchen.language import Language
from tests.unit.orchestrator.voice.kitchen import COUGH, MUMBLED, NOISE, events, kitchen, moved

KO, EN = Language.KO, Language.EN
# -- a turn -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "said"), [(KO, "다음"), (EN, "next")])
def test_next_is_answered_within_a_breath(tmp_path: Path, language: Language, said: str) -> None:
    """The next step's sound is there already: what is left is the silence that tells the end."""
    scene = kitchen(tmp_path, language).says(said, at=3.0).plays(8)
    assert scene.step == 2
    assert scene.first_sound_after(3.45) == pytest.approx(0.19, abs=0.03)
    assert scene.voices()[0].startswith(("2단계", "Step 2"))


@pytest.mark.parametrize(("language", "said"), [(KO, "다시"), (EN, "go back")])
def test_what_another_command_begins_with_is_held_a_moment_longer(
    tmp_path: Path, language: Language, said: str
) -> None:
    scene = kitchen(tmp_path, language).says(said, at=3.0).plays(8)
    assert scene.first_sound_after(3.45) == pytest.approx(0.36, abs=0.03)


@pytest.mark.parametrize(
    ("language", "first", "rest"),
    [(KO, "다시", "시작하려면 뭐가 있어야 돼?"), (EN, "go back", "to the shop and buy some more milk")],
)
def test_a_pause_in_the_middle_is_no_end(tmp_path: Path, language: Language, first: str, rest: str) -> None:
    scene = kitchen(tmp_path, language).says(first, at=2.0).says(rest, at=2.72, lasts=1.0).plays(9)
    assert moved(scene) == []
    assert [text for _, text in scene.screen if text.startswith(">")] == [f"> {first} {rest}"]


# -- saying it twice --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "said"), [(KO, "다음"), (EN, "next")])
def test_said_twice_in_a_breath_it_is_one_wish(tmp_path: Path, language: Language, said: str) -> None:
    scene = kitchen(tmp_path, language).says(said, at=2.0).says(said, at=3.1).plays(9)
    assert moved(scene) == [2]
    assert scene.audible(4.0, 5.0) > 0.5  # the second one interrupted the step, which goes on


def test_said_again_later_it_moves_again(tmp_path: Path) -> None:
    assert moved(kitchen(tmp_path).says("다음", at=2.0).says("다음", at=4.2).plays(9)) == [2, 3]


def test_the_opening_is_spoken_and_the_end_of_the_input_lets_us_finish(tmp_path: Path) -> None:
    scene = kitchen(tmp_path).plays(1.0, opening=True)
    assert len(scene.voices()) == 4
    assert scene.voices()[-1] == "대파 1대예요."


def test_a_turn_that_the_input_ends_in_is_still_carried_out(tmp_path: Path) -> None:
    scene = kitchen(tmp_path).says("다음", at=2.0).plays(2.5)
    assert scene.step == 2
    assert scene.voices()


@pytest.mark.parametrize(("language", "said"), [(KO, "음 그러니까 그게"), (EN, "well you know the thing")])
def test_what_is_not_understood_moves_nothing(tmp_path: Path, language: Language, said: str) -> None:
    scene = kitchen(tmp_path, language).says(said, at=2.0, lasts=1.5).plays(8)
    assert scene.step == 1
    assert scene.voices()[0] == phrase("unclear", language)
    assert scene.first_sound_after(3.5) == pytest.approx(1.0, abs=0.1)


def test_what_could_not_be_recognised_gets_a_note_but_not_for_ever(tmp_path: Path) -> None:
    """Whoever says it again wants to know that it was in vain again; guests talk on."""
    scene = kitchen(tmp_path)
    for at in (2.0, 5.0, 8.0, 11.0, 14.0):
        scene.says(MUMBLED, at=at)
    scene.plays(17)
    assert [scene.audible(at + 0.45, at + 3.0) > 0.03 for at in (2.0, 5.0, 8.0, 11.0, 14.0)] == [True] * 3 + [False] * 2
    assert scene.step == 1


def test_where_the_time_went_is_kept(tmp_path: Path) -> None:
    kitchen(tmp_path).says("다음", at=2.0).plays(8)
    (turn,) = trace.read(tmp_path / "sessions" / "cook")
    assert (turn.text, turn.intent) == ("다음", "next_step")
    assert turn.stages["total"] == pytest.approx(200, abs=40)
    assert turn.stages["silence"] == pytest.approx(96, abs=33)
    assert turn.stages["stt"] == pytest.approx(40, abs=1)
    assert turn.total == pytest.approx(turn.stages["total"], abs=40)


# -- interrupting -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "word"), [(KO, "그만"), (KO, "멈춰"), (KO, "조용"), (EN, "stop"), (EN, "quiet"), (EN, "enough")]
)
def test_stop_while_we_speak_is_silence(tmp_path: Path, language: Language, word: str) -> None:
    scene = kitchen(tmp_path, language).says(word, at=4.0, lasts=0.35).plays(10, opening=True)
    assert scene.audible(3.5, 4.0) > 0.8
    assert scene.silent_after(4.35) <= 0.2
    assert scene.audible(5.0, 10.0) == 0.0  # and no word about it
    assert scene.session.state.question is None  # no unheard "shall I end the cook?" waits for a yes


def test_a_short_stop_without_a_clear_voice_is_obeyed_by_its_words(tmp_path: Path) -> None:
    scene = kitchen(tmp_path).says("멈춰", at=4.0, lasts=0.2).plays(10, opening=True)
    assert scene.silent_after(4.2) <= 0.2


@pytest.mark.parametrize(("after_s", "answered"), [(0.3, False), (2.0, True)])
@pytest.mark.parametrize(("language", "word"), [(KO, "그만"), (EN, "stop")])
def test_stop_may_come_a_moment_too_late(
    tmp_path: Path, language: Language, word: str, after_s: float, answered: bool
) -> None:
    """The cook meant our voice, which had just ended: there is nothing more to say about it."""
    first = kitchen(tmp_path / "first", language).says(
        "1분 타이머" if language is KO else "timer for one minute", at=1.0
    )
    ended = float(np.flatnonzero(abs(first.plays(9).sound) > 30)[-1]) / RATE
    scene = kitchen(tmp_path, language).says("1분 타이머" if language is KO else "timer for one minute", at=1.0)
    scene.says(word, at=ended + after_s, lasts=0.3).plays(ended + 6)
    assert (scene.audible(ended + after_s, ended + 6) > 0) is answered


def test_another_command_replaces_what_we_say(tmp_path: Path) -> None:
    scene = kitchen(tmp_path).says("다음", at=4.0).plays(12, opening=True)
    assert scene.step == 2
    heard = scene.voices()
    assert heard[-1].startswith("2단계")
    assert not any(text.startswith("대파") for text in heard)  # the rest of the first step never bleeds in
    # Only what was heard to its end was said.
    said = [event.sentences for event in events(scene) if isinstance(event, Said)]
    assert said[-1][0].startswith("2단계")


def test_first_lower_then_silent(tmp_path: Path) -> None:
    scene = kitchen(tmp_path).noise(at=4.0, lasts=0.6).plays(9, opening=True)
    before = abs(scene.sound[round(3.9 * RATE)])
    lowered = abs(scene.sound[round(4.5 * RATE)])
    after = abs(scene.sound[round(5.6 * RATE)])
    assert lowered < 0.25 * before
    assert after > 0.9 * before


def test_a_cough_takes_nothing_away(tmp_path: Path) -> None:
    """Voiced and long enough to silence us; no words in it, so the sentence is said again and the rest after it."""
    scene = kitchen(tmp_path).noise(at=4.8, lasts=0.5, value=COUGH).plays(20, opening=True)
    assert scene.audible(5.25, 5.5) == 0.0
    heard = scene.voices()
    assert (len(heard), heard[-1]) == (4, "대파 1대예요.")
    told = sum(map(len, heard)) * 0.05
    spoken = sum(int(abs(chunk[0]) > 30) for chunk in scene.output) * 0.02
    assert spoken > told + 0.3  # and what had been said of the sentence before the cough
    assert scene.step == 1


def test_knocks_too_short_for_a_turn_take_nothing_away_either(tmp_path: Path) -> None:
    """Together they are enough to cut us off, and no turn begins that would turn out to be nothing."""
    scene = kitchen(tmp_path).noise(at=4.8, lasts=0.096, value=COUGH)
    for knock in range(12):
        scene.noise(at=4.96 + 0.16 * knock, lasts=0.064, value=COUGH)
    scene.plays(20, opening=True)
    assert scene.audible(6.2, 6.3) == 0.0  # they did
    assert scene.voices()[-1] == "대파 1대예요."


def test_ten_minutes_of_fan_never_silence_us(tmp_path: Path) -> None:
    scene = kitchen(tmp_path)
    for at in range(1, 30):
        scene.noise(at=float(at), lasts=0.7, value=NOISE)
    scene.plays(30, opening=True)
    assert scene.voices()[-1] == "대파 1대예요."
    assert len(scene.voices()) == 4


def test_we_do_not_begin_to_talk_over_the_cook(tmp_path: Path) -> None:
    """A timer rings while the cook is explaining something to somebody: the bell at once, the words afterwards."""
    scene = kitchen(tmp_path).says("1분 타이머", at=1.0, lasts=0.8)
    scene.says("아니 그러니까 내 말은 그게 아니고 저번에 우리가 했던 것처럼", at=60.5, lasts=4.0).plays(70)
    rang = next(at for at, text in scene.screen if "끝났어요" in text)
    assert rang < 64.0
    values = scene.value_of(next(text[2:] for _, text in scene.screen if "끝났어요" in text))
    first = next(at for at, sample in enumerate(abs(scene.sound)) if sample > 2_000 and at > 60.5 * RATE) / RATE
    assert first > 64.5
    assert values


def test_half_duplex_listens_only_for_stop(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, settings={"duplex": "half"}).says("다음", at=4.0).plays(20, opening=True)
    assert scene.voices()[:4][-1] == "대파 1대예요."  # not interrupted; carried out afterwards or not at all
    other = kitchen(tmp_path / "b", settings={"duplex": "half"}).says("그만", at=4.0).plays(20, opening=True)
    assert other.silent_after(4.45) <= 0.2


def test_our_own_echo_is_not_the_cook(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, echo=True).plays(25, opening=True)
    assert moved(scene) == []
    assert not [event for event in events(scene) if isinstance(event, Heard)]
    assert scene.voices()[-1] == "대파 1대예요."


def test_our_own_voice_back_from_the_room_does_not_interrupt_us(tmp_path: Path) -> None:
    """No echo cancelling, and it is voiced and lasts: without a look at what was played it would silence us."""
    scene = kitchen(tmp_path, echo_sound=True).plays(25, opening=True)
    told = sum(len(text) - 2 for _, text in scene.screen if text.startswith("<")) * 0.05
    spoken = sum(int(abs(int(chunk[0])) > 30) for chunk in scene.output) * 0.02
    assert spoken == pytest.approx(told, abs=0.3)  # nothing was cut off, nothing said twice
    said = [abs(chunk).max() for chunk in scene.output[50:] if abs(int(chunk[0])) > 30]
    assert min(said) > 2_000  # nor said in a low voice


@pytest.mark.parametrize(("language", "word"), [(KO, "그만"), (EN, "stop")])
def test_in_half_duplex_stop_is_found_in_the_middle_of_our_echo(tmp_path: Path, language: Language, word: str) -> None:
    scene = kitchen(tmp_path, language, settings={"duplex": "half"}, echo=True)
    scene.says(word, at=4.0).plays(14, opening=True)
    assert scene.silent_after(4.45) <= 0.6
    assert scene.audible(5.5, 14.0) == 0.0
    assert scene.session.state.question is None


# -- timers -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "start", "quiet"), [(KO, "1분 타이머", "됐어"), (EN, "timer for one minute", "stop")]
)
def test_a_timer_rings_is_announced_and_silenced(tmp_path: Path, language: Language, start: str, quiet: str) -> None:
    scene = kitchen(tmp_path, language).says(start, at=1.0, lasts=0.9).says(quiet, at=66.0, lasts=0.4).plays(75)
    (timer,) = scene.session.state.timers
    assert timer.state is TimerState.DONE
    ring = np.flatnonzero(scene.sound == 1)
    rang_from, rang_until = ring[0] / RATE, ring[-1] / RATE
    assert timer.rang_at is not None
    assert rang_from == pytest.approx(timer.rang_at - 1_767_225_600.0, abs=0.3)
    assert rang_until - 66.4 <= 0.25
    assert scene.step == 1  # "됐어" is also "done"


def test_an_announcement_comes_between_two_sentences(tmp_path: Path) -> None:
    scene = kitchen(tmp_path).says("10초 타이머", at=1.0, lasts=0.8).says("재료", at=9.5, lasts=0.4).plays(25)
    heard = scene.voices()
    assert any("끝났어요" in text for text in heard)
    assert all(heard.count(text) == 1 for text in heard)
    (timer,) = scene.session.state.timers
    assert timer.state is TimerState.RINGING


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [(KO, "20초 타이머", "15초 타이머"), (EN, "timer for 20 seconds", "timer for 15 seconds")],
)
def test_announcements_that_have_to_wait_come_in_the_order_of_what_happened(
    tmp_path: Path, language: Language, first: str, second: str
) -> None:
    scene = kitchen(tmp_path, language).says(first, at=1.0, lasts=0.8).says(second, at=7.0, lasts=0.8)
    scene.noise(at=20.5, lasts=7.0).plays(40)
    rang = [text[2:] for at, text in scene.screen if text.startswith("<") and at > 20.0]
    assert len(rang) == 2
    assert scene.voices()[-2:] == rang


def test_a_timer_that_rings_while_listening_is_slow_is_not_forgotten(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, stt_s=2.0).says("10초 타이머", at=1.0, lasts=0.8).says("다음", at=12.0).plays(25)
    assert scene.step == 2
    assert any("끝났어요" in text for text in scene.voices())


# -- when a service is away -------------------------------------------------------------------------------------------


def test_a_slow_listener_is_excused_once_and_obeyed_once(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, stt_s=5.0).says("다음", at=2.0).plays(14)
    assert scene.step == 2
    assert moved(scene) == [2]
    assert scene.voices()[0] == phrase("one_moment", KO)
    assert scene.audible(4.0, 5.2) > 0.1  # the chime


def test_a_listener_that_dies_in_the_middle_of_a_turn(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, stt_away=lambda now: 2.0 < now < 9.0)
    scene.says("다음", at=2.2).says("다음", at=5.0).says("다음", at=10.0).plays(18)
    assert scene.step == 2
    heard = scene.voices()
    assert heard[0] == phrase("stt_gone", KO)
    assert heard.count(phrase("stt_gone", KO)) == 1
    assert phrase("stt_back", KO) in heard


def test_without_a_voice_it_stands_on_the_screen_and_the_place_is_kept(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, tts_away=lambda _now: True).says("다음", at=2.0).says("다음", at=5.0).plays(10)
    assert scene.step == 3
    assert any(text.startswith("! 3단계") for _, text in scene.screen)


def test_a_voice_that_goes_away_still_says_what_was_fetched_before(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, tts_away=lambda now: now > 3.0).says("다음", at=5.0).says("다음", at=12.0).plays(18)
    assert scene.step == 3
    assert [text for text in scene.voices() if text.startswith("2단계")]
    assert scene.voices()[-1] == phrase("tts_gone", KO)  # that it can't speak it can still say
    assert any(text.startswith("! 3단계") for _, text in scene.screen)


@pytest.mark.parametrize(("language", "said"), [(KO, "다음"), (EN, "next")])
def test_without_understanding_short_commands_still_work(tmp_path: Path, language: Language, said: str) -> None:
    scene = kitchen(tmp_path, language)
    scene.understanding.away = True
    scene.says(said, at=2.0).plays(14)
    assert scene.step == 2
    assert phrase("llm_gone", language) in scene.voices()


def test_a_microphone_that_vanishes_loses_nothing(tmp_path: Path) -> None:
    scene = kitchen(tmp_path).says("다음", at=2.0).says("다음", at=9.0, lasts=0.9).says("다음", at=20.0)
    scene.gaps.append((9.3, 15.0))
    scene.plays(26)
    assert scene.step == 3
    assert scene.session.state.place.phase is Phase.COOKING


@pytest.mark.parametrize(
    ("language", "start", "talk"),
    [(KO, "10초 타이머", "아니 그러니까 내 말은 그게"), (EN, "timer for ten seconds", "well you know the thing is")],
)
def test_a_microphone_that_vanishes_in_the_middle_of_a_word_leaves_us_our_voice(
    tmp_path: Path, language: Language, start: str, talk: str
) -> None:
    """Nobody can be heard to the end any more, so nobody is waited for."""
    scene = kitchen(tmp_path, language).says(start, at=1.0, lasts=0.8).says(talk, at=9.0, lasts=4.0)
    scene.gaps.append((9.6, 30.0))
    scene.plays(32)
    (timer,) = scene.session.state.timers
    assert timer.rang_at is not None
    rang = timer.rang_at - 1_767_225_600.0
    assert max(abs(scene.sound[round(rang * RATE) : round((rang + 1) * RATE)])) > 2_000  # the words, not only the bell


def test_a_microphone_that_vanishes_while_we_are_interrupted_lets_us_go_on(tmp_path: Path) -> None:
    scene = kitchen(tmp_path).noise(at=4.8, lasts=3.0, value=COUGH)
    scene.gaps.append((5.3, 30.0))
    scene.plays(32, opening=True)
    assert scene.voices()[-1] == "대파 1대예요."
    assert scene.audible(6.2, 7.2) > 0.8


# -- free questions ---------------------------------------------------------------------------------------------------


def slow_answer(pauses: list[float]) -> Callable[[], AsyncIterator[str]]:
    async def answer() -> AsyncIterator[str]:
        for number, pause in enumerate(pauses, start=1):
            await asyncio.sleep(pause)
            yield f"{number}번째 문장은 이렇게 이어져요."

    return answer


def test_an_answer_is_said_as_it_is_written(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, answer=slow_answer([0.3, 3.0]))
    scene.understanding.meant = "question"
    scene.says("왜 김치를 먼저 볶아요?", at=2.0, lasts=1.2).plays(14)
    assert scene.voices() == ["1번째 문장은 이렇게 이어져요.", "2번째 문장은 이렇게 이어져요."]
    assert scene.first_sound_after(3.2) < 1.0


def test_a_slow_answer_is_announced_by_a_chime_and_can_be_stopped(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, answer=slow_answer([2.0, 2.0, 2.0]))
    scene.understanding.meant = "question"

    def exact() -> None:
        scene.understanding.meant = None

    scene.says("왜 김치를 먼저 볶아요?", at=2.0, lasts=1.2).then(5.0, exact).says("그만", at=6.3).plays(16)
    assert scene.audible(4.8, 5.6) > 0.1
    assert scene.voices() == ["1번째 문장은 이렇게 이어져요."]


def test_a_cough_takes_nothing_away_from_an_answer_that_is_still_being_written(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, answer=slow_answer([0.3, 1.5, 1.5]))
    scene.understanding.meant = "question"
    scene.says("왜 김치를 먼저 볶아요?", at=2.0, lasts=1.2).noise(at=4.4, lasts=0.5, value=COUGH).plays(16)
    assert scene.audible(4.95, 5.05) == 0.0  # it did cut us off
    assert scene.voices() == [f"{number}번째 문장은 이렇게 이어져요." for number in (1, 2, 3)]


def test_what_is_written_while_the_cook_talks_waits_and_goes_with_a_stop(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, answer=slow_answer([0.3, 1.2, 0.4, 3.0]), stt_s=0.5)
    scene.understanding.meant = "question"

    def exact() -> None:
        scene.understanding.meant = None

    scene.says("왜 김치를 먼저 볶아요?", at=2.0, lasts=1.2).then(4.5, exact).says("그만", at=4.8, lasts=0.6).plays(16)
    assert scene.audible(5.5, 16.0) == 0.0
    assert scene.voices() == ["1번째 문장은 이렇게 이어져요."]


@pytest.mark.parametrize(("language", "word"), [(KO, "그만"), (EN, "stop")])
def test_in_half_duplex_stop_ends_an_answer_that_is_still_being_written(
    tmp_path: Path, language: Language, word: str
) -> None:
    scene = kitchen(tmp_path, language, answer=slow_answer([0.3, 3.0]), settings={"duplex": "half"})
    scene.understanding.meant = "question"

    def exact() -> None:
        scene.understanding.meant = None

    question = "왜 김치를 먼저 볶아요?" if language is KO else "why does the garlic go first?"
    scene.says(question, at=2.0, lasts=1.2).then(4.5, exact).says(word, at=4.6, lasts=0.8).plays(16)
    assert scene.voices() == ["1번째 문장은 이렇게 이어져요."]
    assert scene.audible(6.5, 16.0) == 0.0


@pytest.mark.parametrize("until", [14.0, 3.0], ids=["while it listens", "after the input has ended"])
def test_an_answer_that_breaks_does_not_break_in_silence(tmp_path: Path, until: float) -> None:
    async def broken() -> AsyncIterator[str]:
        await asyncio.sleep(1.0)
        yield "하나예요."
        raise MemoryTrouble("The session can't be saved.")

    scene = kitchen(tmp_path, answer=broken)
    scene.understanding.meant = "question"
    with pytest.raises(MemoryTrouble, match="can't be saved"):
        scene.says("왜 김치를 먼저 볶아요?", at=1.0, lasts=1.2).plays(until)


def test_a_look_for_stop_that_breaks_does_not_break_in_silence(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, settings={"duplex": "half"}, echo=True)

    def full() -> None:
        def unsaved(*_: object, **__: object) -> None:
            raise MemoryTrouble("The session can't be saved.")

        scene.session.commit = unsaved  # type: ignore[assignment,method-assign]

    with pytest.raises(MemoryTrouble, match="can't be saved"):
        scene.says("그만", at=4.0).then(3.0, full).plays(14, opening=True)


# -- being called by name ---------------------------------------------------------------------------------------------


class ByName:
    """Hears its name in the value of a sample."""

    def heard(self, samples: "object") -> bool:
        return bool(np.any(np.asarray(samples) == 42))


def test_after_a_long_quiet_it_wants_to_be_called(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, settings={"wake_after_s": 10.0}, by_name=ByName())
    scene.says("다음", at=2.0).says("다음", at=30.0).noise(at=33.0, lasts=0.4, value=42).says("다음", at=35.0).plays(42)
    assert moved(scene) == [2, 3]


# -- whatever happens -------------------------------------------------------------------------------------------------


def test_how_it_sounds_can_be_changed(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, EN).says("speak slower", at=2.0).says("louder", at=6.0).says("next", at=9.0).plays(14)
    assert (scene.session.state.speed, scene.session.state.volume) == (-1, 1)
    assert scene.mixer.volume > 1.0


def test_one_timer_for_one_wish(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, stt_s=0.4).says("5분 타이머", at=2.0, lasts=0.9).plays(9)
    assert len([event for event in events(scene) if isinstance(event, TimerStarted)]) == 1
