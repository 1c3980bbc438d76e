"""What is our business after all: words of elsewhere that name a reason, and wishes without the usual word."""

import pytest

from services.llm.classifier.remit import outside
from services.llm.classifier.twins import told_apart
from services.llm.situation import Situation
from shared.kitchen.intents import Intent

I = Intent  # noqa: E741


@pytest.mark.parametrize(
    ("intent", "text", "not_ours"),
    [
        # a timer, by what it does or what it is for
        (I.CANCEL_TIMER, "재던 거 관둬", False),
        (I.PAUSE_TIMER, "세던 거 잠시 중단", False),
        (I.CANCEL_TIMER, "맞춰 놓은 거 지워", False),
        (I.RESUME_TIMER, "멈춰둔 거 풀어", False),
        (I.RESUME_TIMER, "마저 재라", False),
        (I.RESUME_TIMER, "다시 재료부터", True),
        (I.CANCEL_TIMER, "감자 거 취소", False),
        (I.CANCEL_TIMER, "아까 시킨 거 취소", True),
        (I.CANCEL_TIMER, "bin the potato one", False),
        (I.PAUSE_TIMER, "hold the one for the gravy", False),
        (I.RESUME_TIMER, "unpause the bread", False),
        (I.CANCEL_TIMER, "one should never cancel", True),
        # called by another's name
        (I.SET_TIMER, "시리야 십 분 타이머 시작", True),
        (I.CANCEL_TIMER, "헤이 빅스비 타이머 취소", True),
        (I.SET_TIMER, "기가지니 삼 분 알람", True),
        (I.SET_TIMER, "ok google set a timer for ten minutes", True),
        (I.STOP, "hey siri stop", True),
        (I.SET_TIMER, "alexa set a timer for ten minutes", False),  # we may be called so
        (I.NEXT_STEP, "시리얼 넣었어 다음", False),
        # to be called
        (I.SET_TIMER, "let us know once ten minutes are up", False),
        (I.SET_TIMER, "make a noise after eight minutes", False),
        (I.SET_TIMER, "물에 담갔다 삼십 분 세어 줘", False),
        (I.SET_TIMER, "five minutes on the mussels", False),
        (I.SET_TIMER, "five minutes on the bench and then he scored", True),
        (I.ADD_TIME, "plus two", False),
        # so much of it
        (I.SCALE_SERVINGS, "a quarter of it is plenty", False),
        (I.SCALE_SERVINGS, "하프 사이즈로", False),
        (I.SCALE_SERVINGS, "four covers chef", False),
        (I.SCALE_SERVINGS, "work it out for four", False),
        # with a knife
        (I.SCALE_SERVINGS, "양파를 반으로 잘라", True),
        (I.SCALE_SERVINGS, "재료를 반으로 잘라 줘", False),
        (I.SCALE_SERVINGS, "cut the onion in half", True),
        (I.SCALE_SERVINGS, "cut the amounts in half", False),
        (I.SCALE_SERVINGS, "work for four", True),
        # words of elsewhere
        (I.FINISH, "망했다 배달시킬래", False),
        (I.FINISH, "택배 왔다 끝", True),
        (I.FINISH, "퇴근하자 요리 다 됐다", False),
        (I.START_COOKING, "개시합시다", False),
        (I.START_COOKING, "시합 시작합시다", True),
        (I.START_COOKING, "자 출발", False),
        (I.START_COOKING, "열차 출발 시각", True),
        (I.PREVIOUS_STEP, "한 칸만 물러나", False),
        (I.PREVIOUS_STEP, "뒤로 물러나", True),
        (I.UNDO, "티비 소리 듣고 한 거지 되돌려 놔", False),
        (I.UNDO, "back track what you just did", False),
        (I.NEXT_STEP, "ready for the next bit", False),
        (I.NEXT_STEP, "ready for the next bus", True),
        (I.RESUME, "netflix unpause", True),
        (I.PAUSE, "테레비 잠깐 멈춰", True),
        (I.START_COOKING, "컴퓨터 재시작해", True),
        (I.UNDO, "카드 결제 취소해 주세요", True),
        (I.SET_TIMER, "선풍기 타이머 두 시간", True),
        (I.CANCEL_TIMER, "에어컨 타이머 꺼", True),
        (I.SET_TIMER, "에어컨 켜 놨고 고기 타이머 두 시간", False),
        (I.PAUSE, "hold the bowl for me", True),
        (I.PAUSE, "hold the recipe there", False),
        # what can only be a timer
        (I.RESUME_TIMER, "멈췄던 거 다시 가", False),
        (I.PAUSE_TIMER, "감자 것만 잠깐 얼음", False),
        (I.CANCEL_TIMER, "재던 건 없애", False),
        (I.CANCEL_TIMER, "예약된 알림 제거", False),
        (I.CANCEL_TIMER, "예약 취소", True),
        (I.PAUSE_TIMER, "keep the stew's minutes on hold", False),
        (I.RESUME_TIMER, "reactivate the carrots", False),
        (I.SET_TIMER, "두부 눌러놨다 삼십 분 후에 일러다오", False),
        (I.SET_TIMER, "전반전 끝나고 삼십 분 후에 후반전이래", True),
        (I.SET_TIMER, "keep an eye on the rice for an hour", False),
        (I.SET_TIMER, "intermission's twenty minutes you see", True),
        (I.SET_TIMER, "냉장 두 시간 알림 설정", False),
        (I.SET_TIMER, "구독 알림 설정 두 시간", True),
        (I.ADD_TIME, "원 모어 미닛", False),
        (I.ADD_TIME, "prolong it by twelve", False),
        (I.ADD_TIME, "increase by half", True),
        # one ingredient alone
        (I.SCALE_SERVINGS, "간장 두 배로", True),
        (I.SCALE_SERVINGS, "설탕만 반으로", True),
        (I.SCALE_SERVINGS, "카레 두 배로", False),
        (I.SCALE_SERVINGS, "재료 두 배로", False),
        (I.SCALE_SERVINGS, "사분의 일", False),
        (I.SCALE_SERVINGS, "reduce to a third", False),
        (I.SCALE_SERVINGS, "only me and the cat, portion for one", False),
        (I.START_COOKING, "준비 끝 본게임 들어가자", False),
        (I.START_COOKING, "게임 들어가자", True),
        (I.PREVIOUS_STEP, "back track a wee bit", False),
        # house, garden and street
        (I.STEP_DONE, "어항 물 갈았어요", True),
        (I.STEP_DONE, "그릇 물 갈았어요", False),
        (I.STEP_DONE, "the gutters are cleared", True),
        (I.STEP_DONE, "the prawns are cleaned", False),
        (I.NEXT_STEP, "continue to the next junction", True),
        (I.START_COOKING, "roll camera, let's cook", False),
        (I.SET_TIMER, "공기청정기 타이머 맞춰 두 시간", True),
        # another day
        (I.SET_TIMER, "다음에는 타이머 육 분으로 맞춰야겠다", True),
        (I.GOTO_STEP, "다음엔 이 번부터 할 거야", True),
        (I.SET_TIMER, "그 다음에는 타이머 육 분으로 맞춰야지", False),
    ],
)
def test_what_is_ours(intent: Intent, text: str, not_ours: bool) -> None:
    assert outside(intent, text, Situation()) is not_ours


@pytest.mark.parametrize(
    ("intent", "text", "not_ours"),
    [
        # a usual word is missing, or one of another business is there: the surer model knows better
        (I.SET_TIMER, "rouse me in an hour, the ribs will want basting", False),
        (I.CANCEL_TIMER, "더는 부르지 않아도 된다", False),
        (I.SET_TIMER, "우리 딸 양치하는 삼 분이랑 똑같이 달걀도 삼 분", False),
        (I.GOTO_STEP, "i did the first six last night, start me at seven", False),
        # but these have steps and alarms of their own, and another's name is another's name
        (I.NEXT_STEP, "next slide please", True),
        (I.PREVIOUS_STEP, "앞 곡으로 돌아가 줘", True),
        (I.CANCEL_TIMER, "모레 아침 알람 취소해", True),
        (I.CANCEL_TIMER, "turn off my seven o'clock alarm", True),
        (I.CANCEL_TIMER, "헤이 시리 타이머 취소", True),
        (I.GOTO_STEP, "take two steps back from the stove", True),
    ],
)
def test_what_is_ours_when_the_model_is_sure(intent: Intent, text: str, not_ours: bool) -> None:
    assert outside(intent, text, Situation())
    assert outside(intent, text, Situation(), likely=0.95) is not_ours


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("volume up on the telly", I.OUT_OF_SCOPE),
        ("라디오 소리가 너무 커 줄여", I.OUT_OF_SCOPE),
        ("팟캐스트 빠르게 재생해 줘", I.OUT_OF_SCOPE),
        ("라디오 볼륨 올려", I.OUT_OF_SCOPE),
        ("스피커 소리 좀 키워", I.OUT_OF_SCOPE),
        ("볼륨 올려", I.LOUDER),
        ("volume up", I.LOUDER),
    ],
)
def test_what_else_plays_has_a_volume_of_its_own(text: str, meant: Intent) -> None:
    assert told_apart(I.LOUDER, text) is meant
