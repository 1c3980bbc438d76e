"""Which step is pointed at by what is done in it, and whether somebody wants to go there."""

from pathlib import Path

import pytest

from orchestrator.recipes.shelf import Shelf
from orchestrator.session.pointing import described, only_asks, steps_meant
from shared.kitchen.intents import Intent

GOTO, NEXT, BACK = Intent.GOTO_STEP, Intent.NEXT_STEP, Intent.PREVIOUS_STEP


@pytest.mark.parametrize(
    ("intent", "text", "asks"),
    [
        (GOTO, "3단계 뭐였지", True), (GOTO, "3단계로 가지는 말고 뭔지만 말해줘", True), (GOTO, "3단계로 가줘", False),
        (GOTO, "3단계로", False), (GOTO, "6단계에서 뭐 해야 돼", True), (GOTO, "3단계로 가서 뭐 하는지 알려줘", False), (GOTO, "what was step three again?", True),
        (GOTO, "what's step 5 about?", True), (GOTO, "go to step 5", False), (GOTO, "what about step 8", True), (GOTO, "remind me what step 2 was", True),
        (NEXT, "다음 단계 미리 알려줘", True), (NEXT, "그 다음은 뭔데", False), (NEXT, "다음 뭐야", False), (NEXT, "what's next?", False),
        (NEXT, "just tell me the next step, don't go there", True), (NEXT, "다음", False),
        (BACK, "전 단계가 뭐였지", True), (BACK, "이전 단계로 돌아가", False), (BACK, "이전", False),
        (BACK, "what was the previous step?", True), (BACK, "go back", False),
    ],
)  # fmt: skip
def test_asking_is_not_going(intent: Intent, text: str, asks: bool) -> None:
    assert only_asks(intent, text) is asks


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("고기 볶는 단계로 가줘", "고기 볶는"), ("양념 만드는 단계로 돌아가", "양념 만드는"),
        ("go to the step where I fry the meat", "fry the meat"), ("back to the roasting step", "roasting"),
        ("김치 볶는 데로 돌아가자", "김치 볶는"), ("김치 볶는 부분 다시 들려줘", "김치 볶는"), ("go back to the sauce step", "sauce"),
        ("take me back to where we cook the garlic", "cook the garlic"), ("아까 하던 데로 돌아가", None), ("지금 하는 단계가 뭐야", None),
        ("남은 단계 다시 알려줘", None), ("다음으로 넘어가는 단계", None), ("read the last part again", None), ("go to the next part", None),
        ("다음 단계로 가줘", None), ("이전 단계로 돌아가", None), ("3단계로 가줘", None), ("마지막 단계로 가", None), ("세 번째 단계로 가줘", None),
        ("next step", None), ("go to step 3", None), ("go back one step", None), ("what is the next step about", None),
    ],
)  # fmt: skip
def test_a_step_is_described(text: str, what: str | None) -> None:
    assert described(text) == what


@pytest.mark.parametrize(
    ("recipe", "what", "steps", "sure"),
    [
        ("bulgogi", "고기 볶는", (5,), True), ("bulgogi", "양념 만드는", (2,), True), ("bulgogi", "고기 재우는", (3,), True),
        ("bulgogi", "양파 써는", (4,), True), ("bulgogi", "당근 튀기는", (4, 6), False), ("bulgogi", "춤추는", (), False),
        ("kimchi-jjigae", "두부 썰던", (5,), True), ("roast-chicken", "boil the beans", (6,), True),
        ("roast-chicken", "roasting", (4,), True), ("pancakes", "flip it", (6,), True), ("pancakes", "dance", (), False),
    ],
)  # fmt: skip
def test_the_steps_that_fit(recipe: str, what: str, steps: tuple[int, ...], sure: bool, tmp_path: Path) -> None:
    assert steps_meant(Shelf(tmp_path).load(recipe), what) == (steps, sure)
