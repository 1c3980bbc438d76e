"""How a step sounds when it is read aloud."""

from fractions import Fraction

import pytest

from orchestrator.recipes.draft import Draft, DraftStep
from orchestrator.recipes.structure import build
from orchestrator.session.reading import step_sentences
from shared.kitchen.language import Language


def _read(language: Language, *steps: DraftStep) -> list[tuple[str, ...]]:
    recipe = build(Draft(title="비빔국수", language=language, steps=list(steps)), "a")
    return [step_sentences(recipe, step.number, Fraction(1)) for step in recipe.steps]


@pytest.mark.parametrize(
    ("language", "sauce", "noodles", "texts", "aloud"),
    [
        (
            Language.KO, "양념장", "국수", ("고추장을 풀어요.", "식초를 넣어요.", "국수를 삶아요."),
            ["양념장. 1단계. 고추장을 풀어요.", "2단계. 식초를 넣어요.", "국수. 3단계. 국수를 삶아요."],
        ),
        (
            Language.EN, "For the sauce:", "For the noodles", ("Stir the paste.", "Add vinegar.", "Boil the noodles."),
            ["For the sauce. Step 1. Stir the paste.", "Step 2. Add vinegar.", "For the noodles. Step 3. Boil the noodles."],
        ),
    ],
)  # fmt: skip
def test_the_first_step_of_each_part_says_its_name(
    language: Language, sauce: str, noodles: str, texts: tuple[str, ...], aloud: list[str]
) -> None:
    steps = [DraftStep(text, section=part) for text, part in zip(texts, (sauce, sauce, noodles), strict=True)]
    assert [" ".join(said) for said in _read(language, *steps)] == aloud


def test_one_part_is_no_part() -> None:
    steps = [DraftStep("무를 썰어요.", section="만드는 법"), DraftStep("무를 볶아요.", section="만드는 법")]
    assert [said[0] for said in _read(Language.KO, *steps)] == ["1단계. 무를 썰어요.", "2단계. 무를 볶아요."]
