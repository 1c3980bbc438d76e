"""Which language somebody asks for."""

import pytest

from orchestrator.session.adapting import language_wanted
from shared.kitchen.language import Language


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("한국어로 말해줘", Language.KO), ("우리말로 해", Language.KO), ("speak Korean", Language.KO), ("in Korean please", Language.KO),
        ("영어로 말해줘", Language.EN), ("switch to English", Language.EN), ("answer in English", Language.EN),
        ("한국 음식 뭐 있어", None), ("is this Korean food?", None), ("English muffins", None), ("영어 잘해?", None),
    ],
)  # fmt: skip
def test_the_language_that_is_wanted(text: str, wanted: Language | None) -> None:
    assert language_wanted(text) is wanted
