"""Slots are read from the words; what was not said is not there."""

from typing import Any

import pytest

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
    ],
)  # fmt: skip
def test_only_what_was_said(intent: Intent, text: str, slots: dict[str, Any]) -> None:
    assert read_slots(intent, text, Situation()).model_dump() == slots
