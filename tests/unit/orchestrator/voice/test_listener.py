"""What is heard twice: a word over our own voice, and what follows a command within a breath."""

from pathlib import Path

import pytest

from orchestrator.wording import phrase
from shared.kitchen.language import Language
from tests.unit.orchestrator.voice.kitchen import MUMBLED, kitchen, moved

KO, EN = Language.KO, Language.EN


# -- a word over our own voice ----------------------------------------------------------------------------------------


def test_stop_is_understood_where_a_word_of_the_recipe_sounds_like_it(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, EN, mistaken={"stop": "salt"}).says("stop", at=4.0, lasts=0.2).plays(10, opening=True)
    assert scene.silent_after(4.2) <= 0.2
    assert scene.audible(5.0, 10.0) == 0.0


def test_the_words_of_the_recipe_are_heard_while_nobody_speaks(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, EN, mistaken={"stop": "salt"}).says("stop", at=2.0, lasts=0.3).plays(6)
    assert [text for _, text in scene.recognised] == ["salt"]


# -- the rest that comes late -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("pause", [0.26, 0.3, 0.5, 0.7])
@pytest.mark.parametrize(
    ("language", "first", "rest"),
    [(KO, "다음", "단계"), (KO, "다음", "단계로 가 줘"), (EN, "next", "step"), (EN, "next", "step please")],
)
def test_the_rest_of_a_command_does_nothing_more(
    tmp_path: Path, language: Language, first: str, rest: str, pause: float
) -> None:
    """One step, no word about the rest, and the step that was being read is read to its end."""
    scene = kitchen(tmp_path, language).says(first, at=2.0).says(rest, at=2.45 + pause, lasts=0.4).plays(30)
    assert moved(scene) == [2]
    assert [text for _, text in scene.screen if text.startswith(">")] == [f"> {first}"]
    told = [text[2:] for _, text in scene.screen if text.startswith("<")]
    assert scene.voices() == told
    assert phrase("unclear", language) not in told


@pytest.mark.parametrize(
    ("language", "first", "rest", "taken_for"),
    [
        *((KO, "다음", "단계", heard) for heard in ("아니", "빠르게", "크게", "취소")),
        *((EN, "next", "step", heard) for heard in ("undo", "faster", "louder", "stop the timer")),
    ],
)
def test_a_rest_that_sounds_like_another_command_does_nothing_more(
    tmp_path: Path, language: Language, first: str, rest: str, taken_for: str
) -> None:
    scene = kitchen(tmp_path, language, mistaken={rest: taken_for}).says(first, at=2.0)
    scene.says(rest, at=2.75, lasts=0.4).plays(9)
    assert (moved(scene), scene.step) == ([2], 2)
    assert [text for _, text in scene.screen if text.startswith(">")] == [f"> {first}"]


@pytest.mark.parametrize(
    ("language", "first", "heard_first", "rest", "taken_for"),
    [(KO, "다음", "됐다", "단계", "취소"), (EN, "next", "did it", "step", "undo")],
)
def test_nor_when_the_first_word_was_taken_for_another_that_moves_on(
    tmp_path: Path, language: Language, first: str, heard_first: str, rest: str, taken_for: str
) -> None:
    scene = kitchen(tmp_path, language, mistaken={first: heard_first, rest: taken_for}).says(first, at=2.0)
    scene.says(rest, at=2.75, lasts=0.4).plays(9)
    assert (moved(scene), scene.step) == ([2], 2)


@pytest.mark.parametrize(("language", "first", "stop"), [(KO, "다음", "그만"), (EN, "next", "stop")])
def test_stop_is_never_a_rest(tmp_path: Path, language: Language, first: str, stop: str) -> None:
    scene = kitchen(tmp_path, language).says(first, at=2.0).says(stop, at=2.9, lasts=0.3).plays(9)
    assert scene.silent_after(3.2) <= 0.2
    assert scene.audible(4.0, 9.0) == 0.0


def test_a_rest_that_nobody_could_recognise_gets_no_note(tmp_path: Path) -> None:
    scene = kitchen(tmp_path, tts_away=lambda _now: True).says("다음", at=2.0).says(MUMBLED, at=2.8, lasts=0.4).plays(7)
    assert scene.step == 2
    assert scene.audible(3.2, 7.0) == 0.0


@pytest.mark.parametrize(
    ("language", "first", "rest"), [(KO, "다음", "주에 또 만들까 해"), (EN, "next", "week I will make this again")]
)
def test_a_step_that_was_not_meant_is_taken_back(tmp_path: Path, language: Language, first: str, rest: str) -> None:
    scene = kitchen(tmp_path, language).says("재료" if language is KO else "ingredients", at=1.0)
    scene.says(first, at=4.0).says(rest, at=4.8, lasts=1.0).plays(14)
    assert scene.step == 1
    assert not [text for text in scene.voices() if text == phrase("unclear", language)]


@pytest.mark.parametrize(("language", "first", "then"), [(KO, "다음", "재료"), (EN, "next", "ingredients")])
def test_another_command_right_after_it_is_a_command(tmp_path: Path, language: Language, first: str, then: str) -> None:
    scene = kitchen(tmp_path, language).says(first, at=2.0).says(then, at=2.9, lasts=0.5).plays(9)
    assert moved(scene) == [2]
    assert [text for _, text in scene.screen if text.startswith(">")] == [f"> {first}", f"> {then}"]
