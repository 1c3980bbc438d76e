"""The closed grammar: what may be said, and that the house understands all of it."""

import random

import pytest

from benchmarks.stt_embedded import walk
from services.stt.kitchen_ear.grammar import kitchen_graph, speakable
from services.stt.kitchen_ear.graph import graph_of
from services.stt.kitchen_ear.numbers import english, sino
from services.stt.kitchen_ear.phrasebook import templates
from shared.kitchen import Intent, find_command
from shared.kitchen.language import Language


def test_templates_become_the_smallest_graph_that_spells_them() -> None:
    graph = graph_of(["next [step]", "(go|step) back", "{number} minutes"], {"number": ("two", "twenty two")})
    for said in ("next", "next step", "go back", "step back", "two minutes", "twenty two minutes"):
        assert graph.accepts(said.split()), said
    for said in ("", "step", "next back", "twenty minutes", "back", "next step step"):
        assert not graph.accepts(said.split()), said
    # start, next, a first word of two, twenty, two, and the common end
    assert graph.states <= 6


@pytest.mark.parametrize("broken", ["(a", "a)", "[a", "a]", "(a]"])
def test_unbalanced_templates_are_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="unbalanced"):
        graph_of([broken], {})


@pytest.mark.parametrize("language", list(Language))
def test_whatever_the_ear_can_hear_the_house_understands(language: Language) -> None:
    pick = random.Random(1)
    asked_about_ingredients = 0
    for said in (walk(kitchen_graph(language), pick) for _ in range(1500)):
        if find_command(said) is None:
            asked_about_ingredients += 1
            # "이 단계" is "step two" and also "this step": only the rest of the conversation can tell.
            if said.startswith(("이 단계", "이 번")):
                continue
            assert any(
                word in said for word in ("얼마", "몇", "양 알려줘", "대신", "없", "how m", "instead", "don't")
            ), said
    assert asked_about_ingredients < 900


@pytest.mark.parametrize("language", list(Language))
def test_every_fixed_command_is_in_the_grammar(language: Language) -> None:
    graph = kitchen_graph(language)
    for template in templates(language):
        if not set("{[(") & set(template):
            assert graph.accepts(template.split()), template


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.EN, "five more minutes"),
        (Language.EN, "one more minute please"),
        (Language.EN, "another ten minutes"),
        (Language.KO, "오 분 만 더 줘"),
    ],
)
def test_time_is_added_in_the_order_people_say_it(language: Language, said: str) -> None:
    assert kitchen_graph(language).accepts(said.split())
    command = find_command(said)
    assert command is not None
    assert command.intent is Intent.ADD_TIME


@pytest.mark.parametrize(
    ("keyword", "korean", "english_"),
    [
        ("진간장", "진간장", ""),
        ("다진 마늘", "다진 마늘", ""),
        ("Soy-Sauce", "", "soy sauce"),
        ("소금(약간)", "소금 약간", ""),
        ("1/2 onion", "", ""),
        ("간장 soy", "", ""),
        ("|*()<>;=", "", ""),
        ("one two three four five", "", ""),
    ],
)
def test_keywords_are_listened_for_in_their_own_language(keyword: str, korean: str, english_: str) -> None:
    assert speakable(keyword, Language.KO) == korean
    assert speakable(keyword, Language.EN) == english_


def test_keywords_extend_the_questions_about_ingredients() -> None:
    graph = kitchen_graph(Language.KO, ("두반장",))
    assert graph.accepts("두반장 얼마나 넣어".split())
    assert not kitchen_graph(Language.KO).accepts("두반장 얼마나 넣어".split())


def test_numbers_are_said_as_people_say_them() -> None:
    assert [sino(n) for n in (1, 10, 16, 25, 90)] == ["일", "십", "십육", "이십오", "구십"]
    assert [english(n) for n in (1, 13, 20, 45)] == ["one", "thirteen", "twenty", "forty five"]
