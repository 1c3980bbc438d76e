"""Times written in recipe steps: the step | seconds and kind of each | the condition it waits for."""

import pytest

from shared.kitchen import TimeCue, find_time_cues, find_until

STEPS = """
센 불에서 2분 볶는다.                             | 120 active                     |
앞뒤로 3분씩 노릇하게 굽는다.                      | 180 per_side                   |
한 면당 2분 굽고 뒤집는다.                         | 120 per_side                   |
양면을 4분씩 굽는다.                              | 240 per_side                   |
5분마다 저어 준다.                                | 300 interval                   |
중불에서 5분마다 저으며 20분 끓인 뒤, 10분 뜸 들인다. | 300 interval, 1200 active, 600 rest |
냉장고에서 30분 재워 둔다.                         | 1800 rest                      |
반죽을 1시간 휴지시킨다.                           | 3600 rest                      |
찬물에 30분 불린다.                               | 1800 rest                      |
양파가 투명해질 때까지 5분 정도 볶는다.             | 300 active                     | 양파가 투명해질 때까지
8~10분 노릇해질 때까지 굽는다.                     | 480-600 active                 | 노릇해질 때까지
물이 끓으면 면을 넣고 4분 삶는다.                  | 240 active                     |
끓기 시작하면 12분 삶는다.                        | 720 active                     |
센 불에서 2분 볶다가 약불로 줄여 10분 끓인다.       | 120 active, 600 active         |
180도로 예열한 오븐에서 25분 굽는다.               | 1500 active                    |
재료를 모두 섞는다.                               |                                |
Sear for 2 minutes over high heat.               | 120 active                     |
Cook 3 minutes per side, then rest 5 minutes.    | 180 per_side, 300 rest         |
Grill for 4 minutes on each side.                | 240 per_side                   |
Simmer 20 minutes, stirring every five minutes, until thick. | 1200 active, 300 interval | until thick
Let it rest for 10 minutes before slicing.       | 600 rest                       |
Marinate for at least an hour.                   | 3600 rest                      |
Refrigerate 30 minutes.                          | 1800 rest                      |
Bake for 25 to 30 minutes or until golden brown. | 1500-1800 active               | until golden brown
Boil the pasta for 8-10 minutes until al dente. Drain. | 480-600 active           | until al dente
Knead 10 minutes, cover, and let rise 1 hour until doubled. | 600 active, 3600 rest | until doubled
Stir in the cream.                               |                                |
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in STEPS.strip().splitlines()]


def shown(cue: TimeCue) -> str:
    ends = "" if cue.max_seconds is None else f"-{cue.max_seconds}"
    return f"{cue.seconds}{ends} {cue.kind}"


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_times_of_a_step(row: list[str]) -> None:
    step, times, until = row
    assert ", ".join(shown(cue) for cue in find_time_cues(step)) == times
    assert (find_until(step) or "") == until


def test_the_condition_belongs_to_its_own_sentence() -> None:
    first, second = find_time_cues("Fry until crisp, 5 minutes. Rest 10 minutes.")
    assert (first.until, second.until) == ("until crisp", None)


def test_a_step_may_wait_without_a_time() -> None:
    assert find_until("국물이 반으로 줄어들 때까지 졸인다") == "국물이 반으로 줄어들 때까지"
    assert find_until("Cook until tender") == "until tender"
    assert find_time_cues("Cook until tender") == ()


def test_the_place_in_the_text() -> None:
    step = "면을 8분 삶는다"
    (cue,) = find_time_cues(step)
    assert step[cue.start : cue.end] == "8분"
