"""Lengths of time as cooks say them. Korean | English | seconds ("60-120" a range, "300+" five minutes more, "" none).

Several lengths in one text stand side by side: "5400 600".
"""

import pytest

from shared.kitchen import Duration, find_durations, parse_duration

CASES = """
15분                    | 15 minutes                           | 900
1분 30초                 | give me a minute thirty              | 90
한 시간 십 분             | give an hour and ten to the lamb     | 4200
1분 45초                 | a minute forty five starting now     | 105
반 분만 재 줘             | thirty seconds                       | 30
일 분                    | a single minute                      | 60
일 분 타이머              | minute timer                         | 60
한 시간 타이머            | start an hour timer                  | 3600
오 분 하고도 반           | five and a half minutes              | 330
한 시간의 사분의 삼        | three quarters of an hour            | 2700
십오 분                  | fifteen minutes                      | 900
십오분                   | 15-minute                            | 900
열다섯 분 동안             | fifteen mins                         | 900
스무 분 뒤                | 20 min                               | 1200
이십오 분                | twenty-five minutes                  | 1500
30초                    | 30 seconds                           | 30
삼십초만                 | thirty secs                          | 30
45초                    | 45 secs                              | 45
구십 초                  | ninety seconds                       | 90
백이십 초                | a hundred and twenty seconds         | 120
백이십 분                | one hundred twenty minutes           | 7200
한 시간                  | an hour                              | 3600
두 시간                  | two hours                            | 7200
열 시간                  | ten hours                            | 36000
한 시간 반               | an hour and a half                   | 5400
한시간반                 | one and a half hours                 | 5400
1시간 반                 | 1½ hours                             | 5400
1.5시간                  | 1.5 hours                            | 5400
1시간 30분               | 1 hour 30                            | 5400
1시간30분                | 1h30m                                | 5400
1:30:00                 | 1:30:00                              | 5400
한 시간 십오 분           | an hour fifteen                      | 4500
1시간 15분               | 1 hr 15                              | 4500
한 시간하고 십 분         | an hour and ten                      | 4200
두 시간 반               | two and a half hours                 | 9000
2시간 삼십 분            | 2 hours thirty minutes               | 9000
세 시간 십 분            | three hours and ten minutes          | 11400
한시간오분               | an hour and five minutes             | 3900
반 시간                  | half an hour                         | 1800
삼십 분                  | half hour                            | 1800
사십오 분                | three quarters of an hour            | 2700
15분                    | quarter of an hour                   | 900
1분 30초                 | a minute and a half                  | 90
일 분 삼십 초            | one minute thirty                    | 90
일분삼십초               | 1 min 30 secs                        | 90
일 분 반                 | a minute thirty                      | 90
이 분 반                 | two and a half minutes               | 150
2분 30초                 | 2 min 30                             | 150
삼분 반                  | three minutes and thirty seconds     | 210
오 분 반                 | five and a half minutes              | 330
30초                    | half a minute                        | 30
2분                     | a couple of minutes                  | 120
이 분                    | couple minutes                       | 120
8분짜리                  | the eight-minute one                 | 480
5분 뒤                   | in five minutes                      | 300
십오분타이머              | fifteen minute timer                 | 900
3:30 타이머              | timer 3:30                           | 210
이삼 분                  | two or three minutes                 | 120-180
일이 분                  | a minute or two                      | 60-120
10~15분                 | 10-15 minutes                        | 600-900
십 분에서 십오 분         | ten minutes to fifteen minutes       | 600-900
십에서 십오 분           | ten to fifteen minutes               | 600-900
10분에서 15분 사이        | between 10 and 15 minutes            | 600-900
8~10분                  | 8 to 10 minutes                      | 480-600
2,3분                   | 2 or 3 minutes                       | 120-180
한두 시간                | an hour or two                       | 3600-7200
한 두 시간               | one or two hours                     | 3600-7200
30분에서 한 시간          | half an hour to an hour              | 1800-3600
5분만 더                 | five more minutes                    | 300+
5분 더                   | another five minutes                 | 300+
5분 추가해줘              | add five minutes                     | 300+
2분만 더 끓여             | two more minutes                     | 120+
1분만 더                 | another minute                       | 60+
오 분 연장해줘            | another five                         | 300+
30초 늘려줘              | thirty more seconds                  | 30+
1분만 줄여               | a minute less                        | 60-
2분 빼줘                 | take two minutes off                 | 120-
5분 단축해줘              | reduce the timer by five minutes     | 300-
10분으로 늘려            | reduce the heat and simmer 10 minutes | 600
5분에서 10분으로 바꿔     | change it from 5 to 10 minutes       | 600
timer 십오 분            | 15 minutes 타이머                    | 900
십오 minutes             | fifteen 분                           | 900
라면 삼 분 달걀 칠 분      | three minutes noodles, seven minutes egg | 180 420
4인분으로 바꿔            | for four people                      |
이 인분                  | two servings                         |
이삼일 숙성              | two or three days                    | 172800-259200
하루 이틀                | a day or two                         | 86400-172800
10분 말고 15분           | not ten minutes, fifteen             | 900
반나절                   | half a day or so                     |
하룻밤                   | overnight                            |
몇 분                    | a few minutes                        |
몇십 분                  | several minutes                      |
충분해                   | just a minute                        |
부분                     | wait a second                        |
전분 세 큰술              | the second step                      |
식초 두 큰술              | two tablespoons of vinegar           |
이 시간                  | at 3:30                              |
3시 30분에               | half past three                      |
세 시 십 분에             | ten minutes to six                   |
3:30                    | 3:30                                 |
5분의 1                  | one fifth                            |
삼분의 일                | a third                              |
서른 분               | for a second                         |
두 분이 드실 거예요        | serves two                           |
3분 카레                 | hold on a minute                     |
일단 이거부터             | one moment                           |
시간이 없어              | how many minutes                     |
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in CASES.strip().splitlines()]
SAID = [(said, row[2]) for row in ROWS for said in row[:2]]


def shown(duration: Duration) -> str:
    ends = "" if duration.max_seconds is None else f"-{duration.max_seconds}"
    return f"{duration.seconds}{ends}{ {1: '+', 0: '', -1: '-'}[duration.change] }"


@pytest.mark.parametrize(("said", "meant"), SAID)
def test_how_long_a_cook_means(said: str, meant: str) -> None:
    assert " ".join(shown(duration) for duration in find_durations(said)) == meant


@pytest.mark.parametrize(
    "said",
    ["한 십 분쯤", "약 10분", "10분 정도", "about ten minutes", "ten minutes or so", "10-ish minutes", "십여 분"],
)
def test_about_stays_about(said: str) -> None:
    duration = parse_duration(said)
    assert duration is not None
    assert (duration.seconds, duration.approximate) == (600, True)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("면을 한 시간 반 동안 재워 주세요", "한 시간 반"),
        ("센 불에서 8~10분 볶는다", "8~10분"),
        ("simmer for an hour and a half, then rest", "an hour and a half"),
        ("set a 90-minute timer", "90-minute"),
        ("라면３분", "３분"),
    ],
)
def test_the_place_in_the_text(said: str, words: str) -> None:
    (duration,) = find_durations(said)
    assert said[duration.start : duration.end] == words


def test_two_lengths_are_no_single_answer() -> None:
    assert parse_duration("10분 볶고 20분 끓여") is None
    assert parse_duration("fry 10 minutes, simmer 20 minutes") is None
