"""Which step is meant: Korean on the left, English on the right; "3" is a step, "+2" so many from here, "" no answer."""

import pytest

from shared.kitchen import find_step

CASES = """
3단계로                       | go to step 3                        | 3
26단계로 가줘                  | step twenty-six                     | 26
삼 단계로                      | step three                          | 3
삼단계로                       | take me to step three               | 3
세 번째 단계                   | the third step                      | 3
세번째 단계로 가줘             | go to the third step please         | 3
3번으로 가줘                   | go to number 3                      | 3
3번                           | number three                        | 3
3으로 가                      | go to three                         | 3
십이 단계                      | take me to step number twelve       | 12
스물여섯 번째 단계              | twenty-sixth step                   | 26
칠 단계로 건너뛰어              | skip to step 7                      | 7
제 삼 단계                     | step number 3                       | 3
삼 단계 뭐야                   | what's step 3                       | 3
두 번째 단계                   | go to the second step               | 2
처음으로 돌아가                | start over                          | 1
처음부터 다시                  | from the beginning                  | 1
첫 단계로                      | go to the first step                | 1
첫 번째 단계                   | first step                          | 1
마지막 단계                    | last step                           | -1
마지막으로 가줘                | go to the last step                 | -1
끝으로 가                      | jump to the very end                | -1
끝에서 두 번째 단계             | second to last step                 | -2
뒤에서 두 번째 단계             | the penultimate step                | -2
세 단계 앞으로                 | forward three steps                 | +3
3단계 앞으로                   | jump ahead three steps              | +3
두 단계 뒤로                   | back two steps                      | +-2
두 단계 전으로                 | go back two                         | +-2
3단계 전으로 돌아가            | three steps back                    | +-3
한 단계 뒤로                   | one step back                       | +-1
한 단계만 앞으로               | one step forward                    | +1
다다음 단계                    | the step after next                 | +2
다다음 거                     | move on two steps                   | +2
두 칸 나아가                   | forward two                         | +2
네 단계 더 나아가 줘            | advance four                        | +4
두 칸 되돌려                   | go back twice                       | +-2
두 스텝 되감아                 | go two steps further back           | +-2
이전 이전 단계로               | up two steps                        | +-2
두 개 전 단계                  | jump two back                       | +-2
두 단계 더 가 줘               | scroll down two steps               | +2
네 번째부터 다시 하자           | take it from the fourth step        | 4
두 칸 전진                     | two steps from here                 | +2
뒤로 둘                       | minus two steps                     | +-2
다음 단계의 다음 단계           | the next one but one                | +2
뒤로 두 칸                     | jump two back                       | +-2
뒤로 두 번 가 줘               | two back please                     | +-2
앞으로 두 단계                 | move two steps along                | +2
앞으로 두 단계 남았어           | two steps to go                     |
끝에서 두 번째 단계로           | last step but one                   | -2
전전 단계                      | a pair of steps back                | +-2
2단계인데 7단계로 가 줘         | out of twelve steps give me the seventh | 7
일 번 아니고 칠 번으로          | I'm on step four, bring me to step seven | 7
1번 화구는 껐고 7단계로 가 줘    | not step three, step seven          | 7
3단계로 돌아가                 | go back to step 3                   | 3
이 단계                       | this step                           |
이 단계 다시 읽어줘             | read this step again                |
이단계로 가                    | step by step                        |
일단 계란 풀어                 | one step at a time                  |
일단계란풀어                   | first beat the eggs                 |
몇 단계야                      | which step is this                  |
세 단계 남았어                 | three steps left                    |
3단계 남았어?                  | how many steps are left             |
다음 단계                      | next step                           |
이전 단계                      | previous step                       |
세 번 저어줘                   | stir three times                    |
마지막으로 깨를 뿌려            | lastly sprinkle sesame              |
마지막에 뭐 넣어?              | what was the last step              |
세 번째 재료가 뭐야             | what's the third ingredient         |
200도로 가열해                 | repeat the last step                |
4인분으로                      | in a second                         |
건너뛰어                       | skip step 7                         |
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in CASES.strip().splitlines()]
SAID = [(said, row[2]) for row in ROWS for said in row[:2]]


@pytest.mark.parametrize(("said", "meant"), SAID)
def test_which_step_a_cook_means(said: str, meant: str) -> None:
    target = find_step(said)
    heard = "" if target is None else f"+{target.offset}" if target.step is None else str(target.step)
    assert heard == meant
