"""The times of a step: how long a timer is offered for, and what it is called."""

import pytest

from orchestrator.recipes.cues import times_in
from shared.kitchen.language import Language, language_of


@pytest.mark.parametrize(
    ("text", "section", "times"),
    [
        ("Leave it for at least 30 minutes, or up to 4 hours in the fridge.", "Marinate", [(1800, None, "marinate")]),
        ("Leave it for 30 minutes (or up to 4 hours).", "For the sauce", [(1800, None, "sauce")]),
        ("Leave it for 30 minutes.", "", [(1800, None, "rest")]),
        ("Leave it for 30 minutes.", "Cook", [(1800, None, "rest")]),
        ("30분 냉장고에 두세요.", "굽기", [(1800, None, "기다리기")]),
        ("Chill for 2 hours or up to 2 days.", "", [(7200, None, "chill")]),
        ("Simmer for 8 minutes, up to 10 minutes.", "Sauce", [(480, 600, "simmer")]),
        ("Bake for 20 to 25 minutes.", "", [(1200, 1500, "bake")]),
        ("Fry 5 minutes, then bake 20 minutes.", "Cook", [(300, None, "fry"), (1200, None, "bake")]),
        ("최소 30분, 최대 4시간 재워요.", "양념", [(1800, None, "재우기")]),
        ("30분 이상, 길게는 4시간 냉장고에 두세요.", "", [(1800, None, "기다리기")]),
        ("15분에서 20분 끓여요.", "", [(900, 1200, "끓이기")]),
    ],
)
def test_the_first_time_is_the_timers_and_it_has_a_name(
    text: str, section: str, times: list[tuple[int, int | None, str]]
) -> None:
    found = times_in(text, "", section, language_of(text, Language.EN))
    assert [(cue.low_s, cue.high_s, cue.label) for cue in found] == times
