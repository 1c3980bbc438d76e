"""Which timer is named: before it, after it, with or without a particle, and around the time it is set for."""

import pytest

from services.llm.classifier.timer_names import is_no_name, timer_name
from services.llm.situation import Situation


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("라면 3분 재 줘", "라면"),
        ("start a six minute egg timer", "egg"),
        ("계란 타이머 꺼 줘", "계란"),
        ("카운트에 십 초 추가요", None),
        ("cancel the pasta timer", "pasta"),
        ("time the pasta nine minutes", "pasta"),
        ("name it porridge and give it four minutes", "porridge"),
        ("갈비찜이라고 이름 붙여서 한 시간짜리 타이머", "갈비찜"),
        # Told outright.
        ("십오 분 타이머 이름은 양파", "양파"),
        ("이름을 스튜로 해 줘 한 시간 타이머", "스튜"),
        ("고구마라는 이름으로 사십 분 타이머", "고구마"),
        ("label this one custard nine minutes timer", "custard"),
        ("name a timer broth two hours", "broth"),
        ("timer for the dumplings called mandu eight minutes", "mandu"),
        ("이건 찜닭이라고 하고 사십 분 재 줘", "찜닭"),
        ("타이머 하나 만들자 이름 뭐로 하지 육개장으로 두 시간", "육개장"),
        ("십 분짜리 타이머를 라자냐라는 이름으로 저장", "라자냐"),
        ("타이머를 달걀노른자장으로 이름 붙여 두 시간", "달걀노른자장"),
        # What it is for.
        ("the pork belly goes in now so two hours on a timer", "pork belly"),
        ("give me an hour for marinating the tofu", "tofu"),
        ("삼겹살 굽는 데 쓸 타이머 구 분", "삼겹살"),
        ("boil the eggs for seven minutes, start counting", "eggs"),
        ("put the flan on a fifty minute timer", "flan"),
        ("could you time the roast for two and a half hours", "roast"),
        ("how's the sauce doing", "sauce"),
        ("이번엔 새우용으로 삼 분", "새우"),
        ("six hours thirty for the pulled pork please", "pulled pork"),
        ("seventy five minutes for the gammon thanks", "gammon"),
        ("let's say twenty minutes for the buns start the timer", "buns"),
        ("pause the pasta clock", "pasta"),
        ("remind me about the rice in eighteen minutes", "rice"),
        ("how long till the eggs beep", "eggs"),
        ("이십오 분 재 줘 머핀 들어갔어", "머핀"),
        ("감자 거 취소하고 당근 타이머는 냅 둬", "감자"),
        # With the time in the middle, or before it.
        ("브라우니 25분 타이머 돌려요", "브라우니"),
        ("green beans four minutes timer please", "green beans"),
        ("new timer dough one hour", "dough"),
        ("lamb one hour", "lamb"),
        ("십팔 분 이십 초 정확하게 부탁해 스펀지케이크야", "스펀지케이크"),
        ("meat's resting, ten minutes", "meat"),
        ("extend broccoli by two minutes", "broccoli"),
        ("군고구마 오 분만 더 하자", "군고구마"),
        ("fish sticks timer, fourteen minutes please", "fish sticks"),
        ("수육은 십오 분에서 이십 분 더 늘려 줘", "수육"),
        ("the bread needs another eight minutes", "bread"),
        ("케이크 타이머 삼십팔 분 아니 사십 분으로", "케이크"),
        ("타이머 좀 돌려 봐 계란찜 구 분으로", "계란찜"),
        ("십오 분 재 줄래 단호박", "단호박"),
        ("타이머 12분, 고등어", "고등어"),
        ("타이머 중에 국수 거 없애", "국수"),
        # Of one language in a sentence of the other.
        ("한 시간 반 timer for the 갈비찜", "갈비찜"),
        ("timer for the 만두 eight minutes", "만두"),
        ("pizza dough 타이머 한 시간", "pizza dough"),
        # What it is made of or how it is made belongs to it.
        ("반숙 달걀 타이머 육 분", "반숙 달걀"),
        ("오이지 절이기 타이머 두 시간", "오이지 절이기"),
        ("식빵 2차 발효 오십 분 알람 맞춰 주시면 돼요", "식빵 발효"),
        ("반죽 옮기는 동안만 발효 타이머 붙잡고 있어", "발효"),
        ("crème brûlée timer ten minutes", "crème brûlée"),
        ("two and a half hours timer for the short ribs", "short ribs"),
        # Which one, by what it is for.
        ("bin the noodle one", "noodle"),
        ("수육 건 얼마나 더 기다려야 해", "수육"),
        ("pause the bread timer for a bit", "bread"),
        # No names.
        ("타이머 시작해 줘", None),
        ("반죽이 덜 부풀었네 타이머 이십 분 더", None),
        ("이십 분 아니지 이십오 분으로 타이머 맞춰 줘", None),
        ("두 판 구울 건데 첫 판 십이 분 타이머 켜 줘", None),
        ("레시피엔 십 분이랬는데 모자라 타이머 이 분 더 줘", None),
        ("고기 꺼냈다 타이머 멈춰 줘", None),
        ("세 번째 화구에 이십이 분 타이머요", None),
        ("남편 오기 전에 타이머 이십 분", None),
        ("아까처럼 타이머 십 분", None),
        ("저녁 준비 타이머 한 시간", None),
        ("i'm going out for a smoke, seven minutes", None),
        ("방금 거랑 똑같이 타이머 오 분", None),
        ("제대로 된 타이머 십 분", None),
        ("can you set a timer on my phone for ten minutes", None),
        ("우리 집 타이머 십 분", None),
        ("아까 세운 타이머 다시 가자", None),
        ("설정한 타이머를 취소하여 주십시오", None),
        ("그만 세고 잠깐 기다려 타이머", None),
        ("마저 돌려 타이머", None),
        ("화장실 갔다 와도 될 만큼 남았나 타이머", None),
        ("밥솥에 타이머가 있으니까 네 건 꺼 줘", None),
        ("wrong timer delete it", None),
        ("put the timer on hold", None),
        ("timer s five minutes", None),
        ("step five's timer needs two extra minutes", None),
        ("remind me in half an hour to check the oven", None),
        ("hey sous timer twenty one minutes", None),
        ("which of the timers is the short one", None),
    ],
)
def test_the_name_alone(text: str, name: str | None) -> None:
    assert timer_name(text, Situation()) == name


def test_a_running_timer_is_called_as_it_was_named() -> None:
    there = Situation(timers=("보리차 식히기",))
    assert timer_name("보리차 식히기 타이머 꺼 줘", there) == "보리차 식히기"


@pytest.mark.parametrize(
    ("running", "text", "name"),
    [
        ("국", "국수 타이머 꺼 줘", "국수"),
        ("국", "국은 얼마나 남았어", "국"),
        ("국", "아까그국타이머꺼", "국"),
        ("egg", "cancel the eggplant timer", "eggplant"),
        ("egg", "how long for the eggs", "egg"),
        ("Pulled pork", "pause the pulled pork", "Pulled pork"),
    ],
)
def test_only_the_whole_name_of_a_running_timer_is_its_name(running: str, text: str, name: str) -> None:
    assert timer_name(text, Situation(timers=(running,))) == name


@pytest.mark.parametrize(
    "name", ["음", "파스타 삶을 건데", "불 줄였어", "옥수수 삶을", "이번 판은", "급해", "빵 속이 질척해", "걸어둔"]
)
def test_what_only_stands_before_a_timer_is_no_name(name: str) -> None:
    assert is_no_name(name)


@pytest.mark.parametrize("name", ["파스타", "반숙 달걀", "미역 불리기", "매운 떡볶이", "구운 달걀", "short ribs"])
def test_names_are_names(name: str) -> None:
    assert not is_no_name(name)


def test_a_new_timer_is_not_called_after_another_one() -> None:
    there = Situation(timers=("egg",))
    assert timer_name("set a timer for egg noodles five minutes", there, new=True) == "egg noodles"


@pytest.mark.parametrize(
    ("running", "text", "name"),
    [
        (("eight minutes",), "the cake's already out so you can do away with its timer", None),
        (("cake",), "the cakes are out so you can do away with the timer", "cake"),
        (("10분",), "고구마 십 분만 더", None),
        (("군고구마",), "고구마 십 분만 더", "고구마"),
        (("10분",), "고구마 타이머 꺼", "고구마"),
        (("10분",), "타이머 계란 다 됐으니까 꺼", None),
        (("ten minutes",), "cancel the pasta timer", "pasta"),
        (("ten minutes",), "hold the timer for the doorbell", None),
    ],
)
def test_a_reason_is_not_taken_for_the_name_of_a_timer_that_runs(
    running: tuple[str, ...], text: str, name: str | None
) -> None:
    assert timer_name(text, Situation(timers=running)) == name
