"""Did we hear ourselves? Korean and English side by side."""

import pytest

from orchestrator.voice.echo_guard import is_echo, is_stop

KO = ("2단계. 냄비에 들기름 1큰술을 두르고 중불에서 돼지고기를 3분 볶아요.",)
EN = ("Step 2. Heat the oil in a large pan and fry the onion for 3 minutes.",)


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("냄비에 들기름", KO),
        ("냄비 에들기름 1 큰술", KO),  # spaces are the recogniser's own
        ("2단계", KO),
        ("들기름 1큰술을 두루고 중불에서", KO),  # nearly
        ("fry the onion", EN),
        ("heat the oil in the large pan", EN),
        ("step 2", EN),
    ],
)
def test_our_own_words_are_an_echo(text: str, ours: tuple[str, ...]) -> None:
    assert is_echo(text, ours)


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("다음", KO),
        ("간장 얼마나 넣어?", KO),
        ("next", EN),
        ("how much salt", EN),
        ("go on", ("Put the lemon gondola on the table.",)),  # letters that happen to lie there are no words
        ("다음", ()),
        ("", KO),
    ],
)
def test_the_cook_is_no_echo(text: str, ours: tuple[str, ...]) -> None:
    assert not is_echo(text, ours)


@pytest.mark.parametrize("text", ["그만", "멈춰", "잠깐", "stop", "wait", "조용히 해", "be quiet"])
def test_stop_is_never_an_echo_even_while_we_say_it(text: str) -> None:
    assert is_stop(text)
    assert not is_echo(text, (f"'{text}'이라고 하면 소리가 꺼져요.",))


@pytest.mark.parametrize("text", ["다음", "next", "그만둘까 말까", "don't stop", "stop the pasta timer"])
def test_these_are_no_stop_words(text: str) -> None:
    assert not is_stop(text)


@pytest.mark.parametrize(
    ("text", "ours"), [("다음", ("양파를 볶은 다음 물을 부어요.",)), ("next", ("Next to the stove, rest the meat.",))]
)
def test_a_short_word_of_the_cooks_is_ours_only_once_we_know_that_we_are_heard(
    text: str, ours: tuple[str, ...]
) -> None:
    assert not is_echo(text, ours)
    assert is_echo(text, ours, known=True)
