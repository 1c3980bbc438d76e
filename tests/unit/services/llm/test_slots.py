"""Slots are read from the words; what was not said is not there."""

from typing import Any

import pytest

from services.llm.classifier.asked_step import goes_far
from services.llm.classifier.slots import read_slots
from services.llm.situation import Situation
from shared.kitchen.intents import Intent

I = Intent  # noqa: E741


@pytest.mark.parametrize(
    ("intent", "text", "slots"),
    [
        (I.SET_TIMER, "라면 3분 재 줘", {"duration_s": 180, "name": "라면"}),
        (I.SET_TIMER, "타이머 시작해 줘", {}),
        (I.SET_TIMER, "set a timer for an hour and a half", {"duration_s": 5400}),
        (I.SET_TIMER, "start a six minute egg timer", {"duration_s": 360, "name": "egg"}),
        (I.ADD_TIME, "2분만 더", {"duration_s": 120}),
        (I.ADD_TIME, "take a minute off the timer", {"duration_s": -60}),
        (I.ADD_TIME, "아직 덜 익었으니까 3분 더", {"duration_s": 180}),
        (I.CANCEL_TIMER, "계란 타이머 꺼 줘", {"name": "계란"}),
        (I.CANCEL_TIMER, "타이머 꺼 줘", {}),
        (I.CANCEL_TIMER, "cancel the pasta timer", {"name": "pasta"}),
        (I.GOTO_STEP, "다섯 번째 단계로", {"step": 5}),
        (I.GOTO_STEP, "두 단계 뒤로", {"offset": -2}),
        (I.GOTO_STEP, "스텝 쓰리로 가자", {"step": 3}),
        (I.GOTO_STEP, "구단계틀어봐", {"step": 9}),
        (I.GOTO_STEP, "이 단계 읽어", {}),
        (I.GOTO_STEP, "두 번 읽어 줘", {}),
        (I.GOTO_STEP, "fast forward to the last bit", {"step": -1}),
        (I.SCALE_SERVINGS, "we'll be five tonight", {"servings": 5.0}),
        (I.SCALE_SERVINGS, "times it by four", {"factor": 4.0}),
        (I.SCALE_SERVINGS, "이 레시피 3단계인데 양 늘려 줘", {}),
        (I.SCALE_SERVINGS, "여섯 명이 먹을 거야", {"servings": 6.0}),
        (I.SCALE_SERVINGS, "double it", {"factor": 2.0}),
        (I.CONVERT, "두 컵이 몇 밀리야", {"amount": 2.0, "unit": "cup_kr", "to": "ml"}),
        (I.CONVERT, "convert 375 fahrenheit to celsius", {"amount": 375.0, "unit": "fahrenheit", "to": "celsius"}),
        (I.CONVERT, "quart in litres", {"unit": "quart", "to": "l"}),
        (I.CONVERT, "파운드를 킬로로", {"unit": "lb", "to": "kg"}),
        (I.CONVERT, "how many mils is a tablespoon", {"amount": 1.0, "unit": "tbsp", "to": "ml"}),
        (I.CONVERT, "반 컵은 몇 시시", {"amount": 0.5, "unit": "cup_kr", "to": "ml"}),
        (I.CONVERT, "큰술이 몇 미리예요", {"unit": "tbsp", "to": "ml"}),
        (I.CONVERT, "온스 환산", {"unit": "oz"}),
        (I.CONVERT, "in grams not cups", {"unit": "cup_us", "to": "g"}),
        (I.CONVERT, "큰술 세 개면 작은술로 몇 개", {"amount": 3.0, "unit": "tbsp", "to": "tsp"}),
        (I.CONVERT, "섭씨 이백 도 화씨로 바꿔", {"amount": 200.0, "unit": "celsius", "to": "fahrenheit"}),
        (I.CONVERT, "350 degrees in celsius", {"amount": 350.0, "unit": "fahrenheit", "to": "celsius"}),
        (I.NEXT_STEP, "3단계 말고 다음", {}),
        (I.ADD_TIME, "give it another ten", {"duration_s": 600}),
        (I.ADD_TIME, "one more please", {}),
        (I.ADD_TIME, "20분 타이머에 5분 더", {"duration_s": 300}),
        (I.ADD_TIME, "the ten minute timer needs five more", {"duration_s": 300}),
        (I.ADD_TIME, "it's got one minute left give it three extra minutes", {"duration_s": 180}),
        (I.SET_TIMER, "time the pasta nine minutes", {"duration_s": 540, "name": "pasta"}),
        (I.SET_TIMER, "name it porridge and give it four minutes", {"duration_s": 240, "name": "porridge"}),
        (I.SET_TIMER, "갈비찜이라고 이름 붙여서 한 시간짜리 타이머", {"duration_s": 3600, "name": "갈비찜"}),
        (I.ADD_TIME, "반죽이 덜 부풀었네 타이머 이십 분 더", {"duration_s": 1200}),
        (I.SCALE_SERVINGS, "three quarters of that would do", {"factor": 0.75}),
        (I.SCALE_SERVINGS, "half of everything please", {"factor": 0.5}),
        (I.SCALE_SERVINGS, "cut in half this time the onions", {}),
        (I.SCALE_SERVINGS, "하프 사이즈로", {"factor": 0.5}),
        (I.SCALE_SERVINGS, "조금만 할 거예요 사분의 일로", {"factor": 0.25}),
        (I.SCALE_SERVINGS, "six covers tonight", {"servings": 6.0}),
        (I.SCALE_SERVINGS, "셰프 여덟 커버로 늘려요", {"servings": 8.0}),
        (I.SCALE_SERVINGS, "we've become eight", {"servings": 8.0}),
        (I.GOTO_STEP, "맨 뒤로 가 줘", {"step": -1}),
        (I.GOTO_STEP, "막단계", {"step": -1}),
        (I.GOTO_STEP, "라스트 스텝", {"step": -1}),
        (I.GOTO_STEP, "마지막 굽는 단계로", {"step": -1}),
        (I.GOTO_STEP, "the frosting bit right at the end", {"step": -1}),
        (I.GOTO_STEP, "다섯째로 가자", {"step": 5}),
        (I.GOTO_STEP, "네번째 줄로 가 줘", {"step": 4}),
        (I.GOTO_STEP, "볶는 데가 오 번이었지 거기로 가", {"step": 5}),
        (I.GOTO_STEP, "5번까지 했으니까 6번 켜 줘", {"step": 6}),
        (I.GOTO_STEP, "사번단게로 가", {"step": 4}),
        (I.GOTO_STEP, "순서 십이번 불러 봐", {"step": 12}),
        (I.GOTO_STEP, "이단계로 복귀", {"step": 2}),
        (I.GOTO_STEP, "이번 거 읽어", {}),
        (I.GOTO_STEP, "두 번 더 읽어", {}),
        (I.GOTO_STEP, "뒤로 네 칸 옮겨", {"offset": -4}),
        (I.GOTO_STEP, "세 개만 더 가 봐 앞으로", {"offset": 3}),
        (I.GOTO_STEP, "skip the next two i've done them", {"offset": 2}),
        (I.GOTO_STEP, "skip two and land on nine", {"step": 9}),
        (I.GOTO_STEP, "scoot on to twelve", {"step": 12}),
        (I.GOTO_STEP, "go to ten minutes", {}),
        (I.GOTO_STEP, "open part four", {"step": 4}),
        (I.GOTO_STEP, "i was on six so go back there", {"step": 6}),
        (I.GOTO_STEP, "go to level four", {}),
        (I.SET_TIMER, "put eight on the clock", {"duration_s": 480}),
        (I.SET_TIMER, "ding me in twelve", {"duration_s": 720}),
        (I.SET_TIMER, "clock this for like ten", {"duration_s": 600}),
        (I.SET_TIMER, "blind bake timer fifteen", {"duration_s": 900, "name": "blind bake"}),
        (I.SET_TIMER, "set a timer for step three", {}),
        (I.SET_TIMER, "set a timer for ten eggs", {}),
        (I.SET_TIMER, "떡은 칠 분 타이머", {"duration_s": 420, "name": "떡"}),
        (I.ADD_TIME, "make that timer five longer", {"duration_s": 300}),
        (I.CANCEL_TIMER, "cancel the other timer, not the cake one", {}),
        (I.CANCEL_TIMER, "cancel the rice one, keep the chicken one", {"name": "rice"}),
        (I.CANCEL_TIMER, "cancel the potato timer, no, the carrot one", {"name": "carrot"}),
        (I.CANCEL_TIMER, "감자 거 말고 계란 거 꺼", {"name": "계란"}),
        (I.PAUSE_TIMER, "keep the egg timer on hold", {"name": "egg"}),
        (I.RESUME_TIMER, "the chicken's countdown may continue", {"name": "chicken"}),
        (I.CANCEL_TIMER, "the clock for the ham isn't wanted", {"name": "ham"}),
        (I.RESUME_TIMER, "멈춰논 타이머 돌려", {}),
        (I.RESUME_TIMER, "일시정지 풀어 타이머", {}),
        (I.CANCEL_TIMER, "방금 켠 타이머 취소요", {}),
        (I.ADD_TIME, "속이 아직 빨개 타이머 오 분 더", {"duration_s": 300}),
        (I.ADD_TIME, "울리긴 했는데 이 분만 더 줘", {"duration_s": 120}),
        (I.ADD_TIME, "웰던으로 바꿀래 타이머 이 분 늘려", {"duration_s": 120}),
        (I.SET_TIMER, "손이 없어 타이머 팔 분 눌러 줘", {"duration_s": 480}),
        (I.SET_TIMER, "소파에 누울 거니까 이십 분 뒤에 깨워 줘", {"duration_s": 1200}),
        (I.SCALE_SERVINGS, "one serving less please so four", {"servings": 4.0}),
        (I.SCALE_SERVINGS, "원래 세 사람 거잖아 그걸 여섯으로", {"servings": 6.0}),
        (I.SCALE_SERVINGS, "recipe for two but we're five so change it", {"servings": 5.0}),
        (I.SCALE_SERVINGS, "애 셋 어른 둘이니까 다섯으로 잡아", {"servings": 5.0}),
        (I.SCALE_SERVINGS, "이 인분은 적다 오 인분 하자", {"servings": 5.0}),
        (I.SCALE_SERVINGS, "두 명 더 온대", {}),
        (I.SCALE_SERVINGS, "we have two eggs instead of four", {}),
        (I.SCALE_SERVINGS, "calculate for fifteen scouts", {"servings": 15.0}),
        (I.SCALE_SERVINGS, "bring it down to a single serving", {"servings": 1.0}),
        (I.SCALE_SERVINGS, "혼자", {"servings": 1.0}),
        (I.SCALE_SERVINGS, "make it two and a half", {"factor": 2.5}),
        (I.SCALE_SERVINGS, "reduce it by half", {"factor": 0.5}),
        (I.SCALE_SERVINGS, "twice as much so i can freeze some", {"factor": 2.0}),
        (I.SCALE_SERVINGS, "달걀이 두 개뿐이라 절반 분량으로 조정해 줘", {"factor": 0.5}),
        (I.SCALE_SERVINGS, "양이 많아 반 토막 내 줘", {"factor": 0.5}),
        (I.SCALE_SERVINGS, "피자를 두 판 구울 거예요 세 배로 잡아 주세요", {"factor": 3.0}),
    ],
)  # fmt: skip
def test_only_what_was_said(intent: Intent, text: str, slots: dict[str, Any]) -> None:
    assert read_slots(intent, text, Situation()).model_dump() == slots


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cancel the rice one, keep the chicken one", "rice"),
        ("cancel the other timer, not the chicken one", None),
        ("닭 거 말고 밥 타이머 꺼", "밥"),
    ],
)
def test_a_timer_to_be_left_alone_is_not_named(text: str, name: str | None) -> None:
    assert read_slots(I.CANCEL_TIMER, text, Situation(timers=("rice", "chicken", "밥", "닭"))).name == name


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("two steps back", True),
        ("다다음 단계", True),
        ("스텝 투로 돌아가", True),
        ("육번", True),
        ("이번", False),
        ("next step", False),
        ("다음 스텝으로", False),
    ],
)
def test_what_is_further_than_the_neighbour(text: str, far: bool) -> None:
    assert goes_far(text) is far
