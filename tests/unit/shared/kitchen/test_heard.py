"""More of what is said in kitchens, a line each in heard/*.txt: "said | meant", an empty right side for "nothing certain".

These lines were written after the parsers, to find out what they miss; a cook can read and add to them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from shared.kitchen import (
    Ambiguous,
    find_durations,
    find_ingredient,
    find_numbers,
    find_quantities,
    find_scale,
    find_step,
    find_temperatures,
)
from shared.kitchen.glossary import entries

HEARD = Path(__file__).parent / "heard"


def durations(said: str) -> str:
    """ "480-600" is a range of seconds, "300+" five minutes more, "60-" a minute less."""
    shown = []
    for duration in find_durations(said):
        ends = "" if duration.max_seconds is None else f"-{duration.max_seconds}"
        shown.append(f"{duration.seconds}{ends}{ {1: '+', 0: '', -1: '-'}[duration.change] }")
    return " ".join(shown)


def numbers(said: str) -> str:
    """ "2~3" is a range, "3rd" a place, "-2rd" one counted from the end."""
    return " ".join(
        f"{'-' if n.from_end else ''}{n.value}{'' if n.high is None else f'~{n.high}'}{'rd' if n.ordinal else ''}"
        for n in find_numbers(said)
    )


def steps(said: str) -> str:
    """ "3" is a step, "+2" and "+-2" so many from here."""
    target = find_step(said)
    if target is None:
        return ""
    return f"+{target.offset}" if target.step is None else str(target.step)


def quantities(said: str) -> str:
    """ "some" is an amount without a number."""
    return ", ".join(
        "some" if q.amount is None else f"{q.amount}{'' if q.high is None else f'~{q.high}'} {q.unit or ''}".strip()
        for q in find_quantities(said)
    )


def scaling(said: str) -> str:
    """ "4" servings, "x3/2" one and a half times."""
    target = find_scale(said)
    if target is None:
        return ""
    return f"x{target.factor}" if target.servings is None else str(target.servings)


def temperatures(said: str) -> str:
    """ "180C", "160~170C"; without a letter where English doesn't say which."""
    return ", ".join(
        f"{t.degrees}{'' if t.high is None else f'~{t.high}'}{t.scale.value[0].upper() if t.scale else ''}"
        for t in find_temperatures(said)
    )


READERS: dict[str, Callable[[str], str]] = {
    reader.__name__: reader for reader in (durations, numbers, steps, quantities, scaling, temperatures)
}


def heard(kind: str) -> list[tuple[str, str]]:
    rows = (line.rpartition("|") for line in (HEARD / f"{kind}.txt").read_text("utf-8").splitlines() if line.strip())
    return [(said.strip(), meant.strip()) for said, _, meant in rows]


@pytest.mark.parametrize("kind", READERS)
def test_every_line_is_understood(kind: str) -> None:
    wrong = [
        f"{said!r}: {got!r}, not {meant!r}" for said, meant in heard(kind) if (got := READERS[kind](said)) != meant
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", ["durations", "steps", "quantities", "scaling", "temperatures"])
def test_lost_spaces_never_make_a_wrong_number(kind: str) -> None:
    """Speech recognition drops Korean spaces: then the same is understood, or, where that isn't certain, nothing."""
    rows = [(said, meant) for said, meant in heard(kind) if not any(char.isascii() and char.isalpha() for char in said)]
    got = [(said, meant, READERS[kind](said.replace(" ", ""))) for said, meant in rows]
    assert [row for row in got if row[2] not in (row[1], "")] == []
    understood = sum(1 for _, meant, one in got if one == meant)
    assert len(got) - understood <= max(2, len(got) * 3 // 100)


def test_no_name_of_an_ingredient_changes_the_number_behind_it() -> None:
    """'다짐육십분' is no sixty minutes and '만두세개' not two: where the name ends is known, or nothing is."""
    wrong = []
    for name in sorted({korean for entry in entries().values() for korean in entry.korean if korean}):
        for number, word, counter in [
            (2, "두", "개"),
            (3, "세", "큰술"),
            (5, "다섯", "컵"),
            (15, "십오", "그램"),
            (200, "이백", "그램"),
        ]:
            for said in (f"{name}{word}{counter}", f"{name} {word}{counter}", f"{name}{word} {counter}"):
                amounts = [quantity.amount for quantity in find_quantities(said)]
                wrong += [said] if amounts not in ([number], []) else []
        for number, word in [(3, "삼"), (7, "칠"), (10, "십"), (12, "십이"), (25, "이십오")]:
            for said in (f"{name}{word}분", f"{name} {word}분", f"{name}{word}분 재 줘"):
                lengths = [duration.seconds for duration in find_durations(said)]
                wrong += [said] if lengths not in ([number * 60], []) else []
    assert wrong == []


def test_talk_without_numbers_has_none() -> None:
    """A kitchen is full of 이, 네, 사과, 세게, "one of these days" and "wait a second"."""
    found = []
    for said in (HEARD / "no_numbers.txt").read_text("utf-8").split("\n"):
        for heard_as in {said, said.replace(" ", "") if not said.isascii() else said}:
            found.extend(f"{kind}: {heard_as}" for kind, reader in READERS.items() if reader(heard_as))
    assert found == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_ingredients_of_a_whole_recipe(language: str) -> None:
    """The first line names the recipe's ingredients; below, "?" is "which one?"."""
    recipe, *rows = (HEARD / f"ingredients_{language}.txt").read_text("utf-8").splitlines()
    wrong = []
    for row in rows:
        said, _, meant = (cell.strip() for cell in row.rpartition("|"))
        found = find_ingredient(said, recipe.split(","))
        got = "" if found is None else "?" if isinstance(found, Ambiguous) else found.name
        if got != meant:
            wrong.append(f"{said!r}: {got!r}, not {meant!r}")
    assert wrong == []
