"""What a cook takes back in the same breath. Korean | English | what was meant, in seconds, steps or servings."""

import pytest

from shared.kitchen import find_durations, find_scale, find_step

TIMES = """
5분 말고 10분                   | not five minutes, ten minutes          | 600
5분 아니 10분                   | five minutes, no, ten minutes          | 600
5분 음 아니 10분                | five minutes uh no wait ten minutes    | 600
5분 아니다 그냥 10분            | five minutes, sorry, make it ten       | 600
5분으로 맞춰 줘 아니 10분       | five minutes, scratch that, ten        | 600
10분이지 5분 말고               | ten minutes, not five                  | 600
5분 아니면 10분                 | five minutes or ten minutes            | 300-600
5분, 10분                       | boil ten minutes, wait five minutes    | both
"""
STEPS = """
5단계 말고 6단계                | step five, no, six                     | 6
5단계가 아니라 6단계            | not step five, step six                | 6
아니 6단계                      | step five, I mean step six             | 6
6단계로 가 줘 5단계 말고        | step six, not five                     | 6
5단계에서 6단계로               | from step five to step six             | 6
5단계하고 6단계                 | steps five and six                     | None
"""
SERVINGS = """
2인분 말고 4인분으로            | for two, no, for four                  | 4
2인분 아니 4인분                | two servings, sorry, four servings     | 4
2인분에서 4인분으로             | four people, not two                   | 4
두 명 더 와                     | add two servings                       | None
"""


def rows(table: str) -> list[tuple[str, str]]:
    cells = [list(map(str.strip, line.split("|"))) for line in table.strip().splitlines()]
    return [(said, row[2]) for row in cells for said in row[:2]]


@pytest.mark.parametrize(("said", "meant"), rows(TIMES))
def test_times(said: str, meant: str) -> None:
    found = find_durations(said)
    if meant == "both":
        assert len(found) == 2
    else:
        (one,) = found
        assert f"{one.seconds}{'' if one.max_seconds is None else f'-{one.max_seconds}'}" == meant


@pytest.mark.parametrize(("said", "meant"), rows(STEPS))
def test_steps(said: str, meant: str) -> None:
    target = find_step(said)
    assert str(target and target.step) == meant


@pytest.mark.parametrize(("said", "meant"), rows(SERVINGS))
def test_servings(said: str, meant: str) -> None:
    target = find_scale(said)
    assert str(target and target.servings) == meant
