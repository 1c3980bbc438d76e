"""Reasons not to act: each with its opposite, because a guard that refuses everything guards nothing."""

import pytest

from services.llm.classifier.guards import Objection, objection
from services.llm.classifier.possible import possible
from services.llm.classifier.remit import outside
from services.llm.situation import Situation
from shared.contracts.llm import Action, Slots
from shared.kitchen.intents import Intent

NEXT, DONE, TIMER, CANCEL = Intent.NEXT_STEP, Intent.STEP_DONE, Intent.SET_TIMER, Intent.CANCEL_TIMER
QUESTION, NEGATED = Objection.QUESTION, Objection.NEGATED
CONDITIONAL, QUOTED, OTHER_TIME = Objection.CONDITIONAL, Objection.QUOTED, Objection.OTHER_TIME


@pytest.mark.parametrize(
    ("intent", "text", "against"),
    [
        (NEXT, "다음 단계로 왜 넘어갔어?", QUESTION),
        (NEXT, "다음 단계로 넘어가 줄래?", None),
        (NEXT, "다음은 뭐야?", None),
        (NEXT, "다음으로 넘어가도 돼?", QUESTION),
        (NEXT, "다음으로 넘어가지 마", NEGATED),
        (NEXT, "뭐였는지 말해 줘 다음", None),
        (NEXT, "다 하면 다음으로 가자", CONDITIONAL),
        (NEXT, "이제 뭐 하면 돼?", None),
        (NEXT, "라면 다음 단계", None),
        (NEXT, "다음으로 넘어가기 전에 뭐 확인해야 돼", QUESTION),
        (NEXT, "괜찮으시면 다음 거 알려 주세요", None),
        (NEXT, "이거 끝내면 다음으로 가자", CONDITIONAL),
        (NEXT, "we don't need to do this one, move along", None),
        (NEXT, "i'm not ready to move along", NEGATED),
        (NEXT, "the kids are hungry so hurry on to the next part", None),
        (NEXT, "everybody said stop so i did", QUOTED),
        (NEXT, "what's after the marinade", None),
        (NEXT, "what does the recipe say after that", None),
        (DONE, "crust's brown and it sounds hollow when i knock", None),
        (DONE, "tempered the yolks and it didn't scramble", None),
        (DONE, "i've crimped the edges like nana did", None),
        (DONE, "고춧가루 풀었더니 빨개졌어", None),
        (DONE, "고기 겉면에 색 났어", None),
        (Intent.GOTO_STEP, "플레이팅이 마지막이지 마지막 단계로 가 줘", None),
        (Intent.GOTO_STEP, "can straight away go step six or not", None),
        (Intent.UNDO, "뭐야 왜 바뀌었어 도로 돌려놔", None),
        (Intent.UNDO, "what did you just undo", QUESTION),
        (Intent.PAUSE_TIMER, "halt the timer till it's lit", None),
        (Intent.CHOOSE_RECIPE, "라면도 레시피 있나 있으면 그거 하자", None),
        (NEXT, "yeah heard that bit, carry on to the next", None),
        (NEXT, "i already heard you say next", QUOTED),
        (DONE, "took the lid off like you said", None),
        (DONE, "my sister's finished hers already", QUOTED),
        (DONE, "썰다 말았어", NEGATED),
        (DONE, "fried it till it was golden", None),
        (Intent.GOTO_STEP, "step five looks tricky", QUESTION),
        (Intent.FINISH, "i don't want to make this any more", None),
        (Intent.SCALE_SERVINGS, "애가 둘이 더 온대서 육 인분으로 늘려 줘", None),
        (TIMER, "don't let these go over ten minutes", None),
        (NEXT, "엄마가 다음으로 넘어가라고 했어", QUOTED),
        (DONE, "아직 안 했어", NEGATED),
        (DONE, "다 했어?", QUESTION),
        (DONE, "다 했어", None),
        (TIMER, "10분 되면 알려 줘", None),
        (TIMER, "물 끓으면 10분 재 줘", CONDITIONAL),
        (CANCEL, "타이머 끄지 마", NEGATED),
        (NEXT, "다음 단계 알려 주시면 안 될까요", None),
        (Intent.PREVIOUS_STEP, "앞에 거 못 했네 뒤로 돌아가 줄래", None),
        (Intent.PREVIOUS_STEP, "아직 앞 단계로 가지 마", NEGATED),
        (Intent.PREVIOUS_STEP, "i haven't done the last one, go back", None),
        (Intent.PREVIOUS_STEP, "please don't go back", NEGATED),
        (Intent.PREVIOUS_STEP, "do not take me back", NEGATED),
        (Intent.GOTO_STEP, "no not step two, step three", None),
        (Intent.GOTO_STEP, "what does step six say", None),
        (Intent.PAUSE_TIMER, "stop the clock while i get the door", None),
        (Intent.UNDO, "되돌리기도 돼", QUESTION),
        (Intent.STOP, "말하지 마", None),
        (Intent.ADD_TIME, "아직 덜 익었으니까 5분 더", None),
        (Intent.SCALE_SERVINGS, "소리 반으로 줄여", Objection.ABOUT_VOICE),
        (Intent.SCALE_SERVINGS, "어제는 두 배로 만들었어", OTHER_TIME),
        (Intent.SCALE_SERVINGS, "두 배로 만들자", None),
        (TIMER, "이따가 타이머 맞출게", OTHER_TIME),
        (TIMER, "10분 있다가 알려 줘", None),
        (TIMER, "타이머 켜져 있지?", QUESTION),
        (TIMER, "손이 젖어서 그런데 타이머 3분만 부탁드려도 될까요", None),
        (NEXT, "동생이 다음 단계로 넘어가래", QUOTED),
        (NEXT, "다음 단계로 넘어갈래", None),
        (NEXT, "다음 단계가 뭐였지 궁금하네", QUESTION),
        (TIMER, "last time i set a ten minute timer", OTHER_TIME),
        (TIMER, "i'll set a timer later", OTHER_TIME),
        (TIMER, "i could use a ten minute timer", None),
        (NEXT, "i'd appreciate it if we moved on", None),
        (NEXT, "nobody said we should move on", NEGATED),
        (Intent.GOTO_STEP, "if this burns i'm going back to step one", CONDITIONAL),
        (NEXT, "why did you go to the next step", QUESTION),
        (NEXT, "could you go to the next step?", None),
        (NEXT, "what's next?", None),
        (NEXT, "don't go on yet", NEGATED),
        (NEXT, "why don't we go on", None),
        (NEXT, "when it's done go to the next step", CONDITIONAL),
        (NEXT, "what comes after this", None),
        (NEXT, "she told me to move on", QUOTED),
        (DONE, "i haven't finished", NEGATED),
        (DONE, "is it done", QUESTION),
        (CANCEL, "i don't need the timer anymore", None),
        (CANCEL, "don't cancel the timer", NEGATED),
        (Intent.CHOOSE_RECIPE, "how do i make lasagna?", None),
        (NEXT, "what comes next sir", None),
        (TIMER, "ping me in nine minutes honey", None),
        (NEXT, "what comes after the flour, sweetheart, asked the teacher", QUOTED),
        (DONE, "i've stirred in two spoons of honey", None),
        (DONE, "honey, you burned it", QUOTED),
        (DONE, "the girls have rolled out the dough", None),
        (Intent.PAUSE_TIMER, "somebody's at the gate hold the timer", None),
        (Intent.ADD_TIME, "five more minutes please grandpa likes it soft", None),
        (Intent.CHOOSE_RECIPE, "open granny's plum cake", None),
        (Intent.CHOOSE_RECIPE, "mum's baking a cake for the fair", QUOTED),
        (Intent.PREVIOUS_STEP, "back to the thing you said with the eggs", None),
        (NEXT, "i'd be so grateful if you went on", None),
        (Intent.ADD_TIME, "i'd add ten minutes at my age", QUOTED),
        (NEXT, "my boss wants me to move on", QUOTED),
        (Intent.PREVIOUS_STEP, "wasn't ready, the one before again", None),
        (Intent.PREVIOUS_STEP, "there's no going back", NEGATED),
        (Intent.SCALE_SERVINGS, "the neighbours aren't coming, do it for two", None),
        (Intent.SCALE_SERVINGS, "no need to halve it", NEGATED),
        (Intent.FINISH, "we're not making this tonight, close it", None),
        (Intent.FINISH, "not finished yet", NEGATED),
        (NEXT, "never mind what that means just move on", None),
        (NEXT, "don't tell me twice, go on", None),
        (NEXT, "don't go on just yet", NEGATED),
        (CANCEL, "you don't need a timer for salad", NEGATED),
        (Intent.PAUSE, "no need to wait for me", NEGATED),
        (Intent.STOP, "don't stop, i like your voice", NEGATED),
        (Intent.UNDO, "never undo that", NEGATED),
        (Intent.UNDO, "that was not me, undo it", None),
        (Intent.CHOOSE_RECIPE, "i don't want to cook risotto", NEGATED),
        (Intent.CHOOSE_RECIPE, "i don't want to cook risotto let's make soup", None),
        (Intent.QUESTION, "왜 찬물에 헹궈?", None),  # only actions are objected to
    ],
)
def test_objections(intent: Intent, text: str, against: Objection | None) -> None:
    assert objection(intent, text) is against


@pytest.mark.parametrize(
    ("intent", "text", "not_ours"),
    [
        (NEXT, "다음 곡으로 넘겨", True),
        (NEXT, "다음 단계로 넘겨", False),
        (NEXT, "다음 재료", True),
        (NEXT, "next week we go away", True),
        (NEXT, "show me the next step", False),
        (DONE, "숙제 다 했어", True),
        (DONE, "감자 다 했어", False),
        (DONE, "일정하게 다 썰었어", False),
        (DONE, "i closed the oven door", False),
        (TIMER, "십 분 걸었어", False),  # a duration is enough here; that it is past is the model's to see
        (CANCEL, "회의 취소해 줘", True),
        (TIMER, "강아지 산책시킬 동안 30분 타이머 맞춰 줘", False),
        (NEXT, "통화 끝났으니까 다음 단계", False),
        (NEXT, "phone call's over what's next then", False),
        (Intent.ADD_TIME, "bung another ten on it", False),
        (Intent.PAUSE_TIMER, "시계 잠깐 세워", False),
        (Intent.UNDO, "텔레비전 소리였어 방금 거 취소", False),
        (Intent.START_COOKING, "let's get this show on the road", False),
        (CANCEL, "면 취소해 줘", True),
        (Intent.PAUSE, "전화 왔어 잠깐만", False),
        (Intent.PAUSE, "영화 잠깐 멈춰", True),
        (Intent.SCALE_SERVINGS, "half the city lost power on the news", True),
        (Intent.SCALE_SERVINGS, "make it for six", False),
    ],
)
def test_what_is_not_ours(intent: Intent, text: str, not_ours: bool) -> None:
    assert outside(intent, text, Situation()) is not_ours


def test_a_timer_is_known_by_its_name() -> None:
    assert not outside(CANCEL, "면 취소해 줘", Situation(timers=("면",)))


@pytest.mark.parametrize(
    ("intent", "slots", "situation", "can_be"),
    [
        (Intent.RESUME, {}, {"paused": False}, False),
        (Intent.RESUME, {}, {"paused": True}, True),
        (Intent.RESUME, {}, {}, True),  # nobody said
        (CANCEL, {}, {"timers": ()}, False),
        (CANCEL, {}, {"timers": (), "ringing": True}, True),
        (CANCEL, {}, {"timers": ("면",)}, True),
        (TIMER, {"duration_s": 60}, {"timers": ()}, True),
        (Intent.GOTO_STEP, {"step": 40}, {"total_steps": 6}, False),
        (Intent.GOTO_STEP, {"step": 40}, {}, True),
        (Intent.GOTO_STEP, {"step": -1}, {"total_steps": 6}, True),
        (Intent.GOTO_STEP, {"step": -7}, {"total_steps": 6}, False),
        (Intent.GOTO_STEP, {"offset": -3}, {"step": 2, "total_steps": 6}, False),
        (Intent.GOTO_STEP, {"offset": 2}, {"step": 2, "total_steps": 6}, True),
    ],
)
def test_what_can_be_now(intent: Intent, slots: dict[str, int], situation: dict[str, object], can_be: bool) -> None:
    action = Action(intent=intent, slots=Slots.model_validate(slots))
    assert possible(action, Situation(**situation)) is can_be  # type: ignore[arg-type]
