"""`GET /intents`: what can be understood, in the words of a cook. For people and client authors, not for training."""

from typing import Final

from shared.contracts.llm import IntentInfo, IntentsReply
from shared.kitchen.intents import STATE_CHANGING, Intent

#: Raised when an intent or a slot is added. Names never change their meaning.
VERSION: Final = "1"

_I = Intent
_GROUPS: Final[dict[str, dict[Intent, tuple[str, str, str]]]] = {
    "moving": {
        _I.NEXT_STEP: ("", "다음 | 다음 단계로 넘어가 줘", "next | what's the next step?"),
        _I.STEP_DONE: ("", "다 했어 | 넣었어요", "done | I've added it"),
        _I.PREVIOUS_STEP: ("", "이전 단계 | 뒤로 가 줘", "go back | previous step"),
        _I.REPEAT_STEP: ("", "다시 말해 줘 | 뭐라고?", "say that again | repeat"),
        _I.GOTO_STEP: (
            "step offset",
            "3단계로 가 줘 | 마지막 단계 | 두 단계 앞으로",
            "go to step three | skip two steps",
        ),
        _I.START_COOKING: ("", "요리 시작하자", "let's start cooking"),
        _I.PROGRESS: ("", "지금 몇 단계야? | 얼마나 더 해야 돼?", "where are we? | how many steps are left?"),
        _I.FINISH: ("", "요리 끝 | 요리 그만할래", "end the recipe | I'm finished cooking"),
    },
    "asking": {
        _I.LIST_INGREDIENTS: ("", "재료 알려 줘", "what ingredients do I need?"),
        _I.INGREDIENT_AMOUNT: ("ingredient", "간장 얼마나 넣어?", "how much soy sauce?"),
        _I.HOW_LONG: ("", "얼마나 끓여?", "how long do I boil it?"),
        _I.HOW_HOT: ("", "불 세기는? | 몇 도로 구워?", "how hot should the oven be?"),
        _I.EXPLAIN: ("", "어떻게 하는 거야? | 더 자세히 말해 줘", "how do I do that? | more detail"),
        _I.MEANWHILE: ("", "기다리는 동안 뭐 해?", "what can I do in the meantime?"),
        _I.SUBSTITUTE: ("ingredient", "설탕 대신 뭐 넣어? | 간장이 없는데", "I'm out of butter"),
        _I.CONVERT: ("amount unit to", "한 컵이 몇 밀리야?", "how many grams is two cups?"),
        _I.QUESTION: ("", "다 익은 건 어떻게 알아? | 왜 찬물에 넣어?", "how can I tell it's done? | lid on?"),
    },
    "timers": {
        _I.SET_TIMER: ("duration_s name", "5분 타이머 맞춰 줘 | 타이머 시작", "set an eight-minute pasta timer"),
        _I.TIMER_STATUS: ("name", "얼마나 남았어? | 파스타 타이머 몇 분 남았어?", "how long is left?"),
        _I.CANCEL_TIMER: ("name", "타이머 취소 | 파스타 타이머 꺼 줘", "cancel the timer"),
        _I.PAUSE_TIMER: ("name", "타이머 잠깐 멈춰", "pause the timer"),
        _I.RESUME_TIMER: ("name", "타이머 다시 시작해", "resume the timer"),
        _I.ADD_TIME: ("duration_s name", "2분 더 | 1분만 줄여 줘", "two more minutes"),
    },
    "adapting": {
        _I.SCALE_SERVINGS: ("servings factor", "4인분으로 바꿔 줘 | 두 배로", "make it for six | halve it"),
        _I.CHOOSE_RECIPE: ("query", "김치찌개 만들자", "let's make pancakes"),
        _I.LIST_RECIPES: ("", "어떤 요리 할 수 있어?", "what recipes do you have?"),
    },
    "control": {
        _I.PAUSE: ("", "잠깐만", "hold on"),
        _I.RESUME: ("", "계속하자", "let's continue"),
        _I.STOP: ("", "그만 | 조용히 해", "stop | be quiet"),
        _I.LOUDER: ("", "소리 키워 줘", "louder"),
        _I.QUIETER: ("", "소리 줄여 줘", "turn it down"),
        _I.SLOWER: ("", "천천히 말해 줘", "slow down"),
        _I.FASTER: ("", "더 빨리 말해", "talk faster"),
        _I.HELP: ("", "뭐라고 말하면 돼?", "what can I say?"),
        _I.UNDO: ("", "방금 거 취소", "undo that"),
    },
    "talking": {
        _I.YES: ("", "응 | 네", "yes | sure"),
        _I.NO: ("", "아니 | 아직", "no | not yet"),
        _I.SMALLTALK: ("", "고마워 | 안녕", "thanks | hello"),
        _I.OUT_OF_SCOPE: ("", "내일 비 온대?", "who won the match?"),
    },
}


def taxonomy() -> IntentsReply:
    return IntentsReply(
        version=VERSION,
        intents=[
            IntentInfo(
                intent=intent,
                group=group,
                changes_state=intent in STATE_CHANGING,
                slots=slots.split(),
                examples={"ko": korean.split(" | "), "en": english.split(" | ")},
            )
            for group, members in _GROUPS.items()
            for intent, (slots, korean, english) in members.items()
        ],
    )
