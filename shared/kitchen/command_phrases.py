"""What people may say, written out: a readable face of the command grammar, for speech recognisers and help texts.

The grammar in the rules accepts far more. Every phrase here is one of its sentences: a test holds that.
In `slot_phrases` braces stand for a slot: {duration}, {step}, {nth} ("세 번째", "third"), {count}, {name},
{servings}.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

_KO: Final[dict[Intent, str]] = {
    Intent.NEXT_STEP: """
        다음, 다음 단계, 다음 단계로, 다음으로, 다음 거, 다음 단계로 가 줘, 다음으로 넘어가, 다음으로 넘어가 줘,
        다음 단계 알려줘, 다음 알려줘, 다음 단계 말해줘,
        다음 단계 읽어줘, 다음 단계로 넘어가 주세요, 넘어가, 넘어가 줘, 넘어가자, 넘겨, 넘겨줘, 그 다음, 이제 뭐
        해, 이제 뭐 하지, 이제 뭐 하면 돼, 다음 뭐 해, 스킵,
        건너뛰어, 패스, 넥스트, 오케이 다음, 좋아 다음, 네 다음이요, 다음이요, 다음 부탁해요, 다 했어 다음
    """,
    Intent.STEP_DONE: """
        다 했어, 다 했어요, 다 했습니다, 했어, 했어요, 다 됐어, 됐어, 됐어요, 끝, 끝났어, 끝났어요, 다 끝났어,
        완료, 완료했어, 넣었어, 넣었어요, 다 넣었어, 다 썰었어,
        다 볶았어, 다 끓였어, 다 섞었어, 썰었어, 볶았어, 구웠어, 다 구웠어, 부었어, 다 씻었어, 이 단계 끝났어
    """,
    Intent.PREVIOUS_STEP: """
        이전, 이전 단계, 이전 단계로, 이전으로, 전 단계, 앞 단계, 뒤로, 뒤로 가, 뒤로 가 줘, 돌아가, 돌아가 줘,
        이전 단계로 가 줘, 아까 거, 아까 거 다시 말해줘, 한 단계 뒤로,
        이전 단계 알려줘, 이전 단계 읽어줘, 전 단계로 돌아가 줘
    """,
    Intent.REPEAT_STEP: """
        다시, 다시 말해줘, 다시 읽어줘, 다시 들려줘, 다시 알려줘, 다시 한 번, 한 번 더, 한 번 더 말해줘, 뭐라고,
        뭐라고요, 뭐라고 했어, 뭐라고 하셨어요, 못 들었어, 못 들었어요,
        잘 못 들었어, 반복, 반복해 줘, 방금 뭐라고 했어, 이 단계 다시 읽어줘, 다시 설명해줘
    """,
    Intent.GOTO_STEP: """
        처음으로, 처음부터, 처음부터 다시, 처음으로 돌아가 줘, 첫 단계로, 첫 번째 단계로 가 줘, 마지막 단계로,
        마지막 단계로 가 줘, 마지막 단계 알려줘
    """,
    Intent.START_COOKING: (
        "시작, 시작해, 시작하자, 시작해 줘, 시작할게, 요리 시작, 요리 시작하자, 요리 시작해 줘, 이제 시작하자, 요리하자"
    ),
    Intent.PROGRESS: """
        몇 단계야, 지금 몇 단계야, 지금 몇 번째 단계야, 어디까지 했지, 어디까지 했어, 몇 단계 남았어, 진행 상황
        알려줘, 지금 어디야, 이게 끝이야, 총 몇 단계야
    """,
    Intent.FINISH: (
        "요리 끝, 요리 끝났어, 요리 끝내자, 요리 종료, 종료, 종료해 줘, 끝내자, 끝내 줘, 요리 완성, 완성, 요리 다 "
        "했어, 오늘은 여기까지"
    ),
    Intent.LIST_INGREDIENTS: """
        재료, 재료 알려줘, 재료 읽어줘, 재료 뭐야, 재료가 뭐야, 재료 목록, 재료 다시 알려줘, 준비물, 준비물
        알려줘, 뭐뭐 필요해, 뭐가 필요해, 뭐 준비해야 돼, 재료 뭐 필요해
    """,
    Intent.HOW_LONG: """
        몇 분, 몇 분이야, 얼마나 걸려, 얼마나 끓여, 몇 분 끓여, 얼마나 볶아, 몇 분 볶아, 얼마나 구워, 몇 분 구워,
        얼마나 기다려, 얼마나 익혀, 시간 얼마나 걸려, 조리 시간 알려줘
    """,
    Intent.HOW_HOT: (
        "몇 도, 몇 도야, 온도는, 온도 알려줘, 오븐 몇 도야, 오븐 온도, 불 세기, 불 세기는, 불은, 무슨 불로 해, 몇 "
        "도로 구워"
    ),
    Intent.EXPLAIN: """
        설명해 줘, 자세히 설명해 줘, 더 자세히, 더 자세히 알려줘, 어떻게 해, 어떻게 하는 거야, 방법 알려줘, 무슨
        뜻이야, 이해가 안 돼, 잘 모르겠어
    """,
    Intent.MEANWHILE: (
        "그동안 뭐 해, 그동안 뭐 하지, 기다리는 동안 뭐 해, 그 사이에 뭐 해, 미리 할 거 있어, 끓는 동안 뭐 해"
    ),
    Intent.SET_TIMER: "타이머 시작, 타이머 시작해 줘, 타이머 맞춰 줘, 타이머 켜 줘, 타이머 설정해 줘, 시간 재 줘",
    Intent.TIMER_STATUS: """
        얼마나 남았어, 몇 분 남았어, 타이머 얼마나 남았어, 시간 얼마나 남았어, 남은 시간, 남은 시간 알려줘, 타이머
        확인, 타이머 몇 개야, 타이머 상태
    """,
    Intent.CANCEL_TIMER: (
        "타이머 취소, 타이머 취소해 줘, 타이머 꺼, 타이머 꺼 줘, 타이머 그만, 타이머 삭제, 모든 타이머 취소, "
        "타이머 다 꺼 줘"
    ),
    Intent.PAUSE_TIMER: "타이머 정지, 타이머 멈춰, 타이머 멈춰 줘, 타이머 일시정지, 타이머 잠깐 멈춰",
    Intent.RESUME_TIMER: "타이머 다시 시작, 타이머 계속, 타이머 재개, 타이머 다시 켜 줘, 타이머 다시 시작해 줘",
    Intent.LIST_RECIPES: (
        "레시피 목록, 레시피 보여줘, 다른 레시피, 다른 요리 보여줘, 무슨 요리 있어, 뭐 만들 수 있어, 레시피 뭐 "
        "있어, 요리 목록"
    ),
    Intent.PAUSE: "잠깐, 잠깐만, 잠깐만요, 잠시만, 잠시만요, 기다려, 기다려 줘, 일시정지, 잠깐 멈춰, 잠깐 기다려 줘",
    Intent.RESUME: "계속, 계속해, 계속해 줘, 계속하자, 이어서, 이어서 해 줘, 이어서 하자, 다시 시작, 재개",
    Intent.STOP: (
        "그만, 그만해, 그만해 줘, 멈춰, 멈춰 줘, 스톱, 정지, 조용히 해, 조용, 꺼, 꺼 줘, 알람 꺼, 알람 꺼 줘, 알람 "
        "멈춰, 그만 말해, 쉿"
    ),
    Intent.LOUDER: (
        "더 크게, 크게, 크게 말해줘, 더 크게 말해줘, 소리 키워, 소리 키워 줘, 볼륨 올려, 볼륨 올려 줘, 볼륨 업, "
        "소리가 작아"
    ),
    Intent.QUIETER: (
        "더 작게, 작게, 작게 말해줘, 소리 줄여, 소리 줄여 줘, 볼륨 내려, 볼륨 낮춰 줘, 볼륨 다운, 더 조용히, "
        "소리가 너무 커"
    ),
    Intent.SLOWER: "천천히, 더 천천히, 천천히 말해줘, 느리게, 느리게 말해줘, 너무 빨라, 천천히 읽어줘",
    Intent.FASTER: "더 빨리, 빠르게, 빨리 말해줘, 더 빨리 말해줘, 더 빠르게, 너무 느려",
    Intent.HELP: "도움말, 도와줘, 뭐 할 수 있어, 사용법, 사용법 알려줘, 명령어 알려줘, 뭐라고 말하면 돼",
    Intent.UNDO: (
        "취소, 취소해 줘, 되돌려, 되돌려 줘, 방금 거 취소, 그거 취소, 실행 취소, 아니 그거 말고, 그게 아니야"
    ),
    Intent.YES: (
        "응, 네, 예, 어, 그래, 그래요, 좋아, 좋아요, 맞아, 맞아요, 오케이, 그렇게 해 줘, 당연하지, 알겠어, 알았어, "
        "부탁해, 해 줘"
    ),
    Intent.NO: "아니, 아니요, 아니야, 아뇨, 싫어, 괜찮아, 괜찮아요, 안 돼, 하지 마, 아직, 필요 없어, 나중에",
    Intent.SMALLTALK: (
        "고마워, 고마워요, 고맙습니다, 감사합니다, 안녕, 안녕하세요, 수고했어, 잘했어, 땡큐, 맛있겠다, 최고야"
    ),
}

_EN: Final[dict[Intent, str]] = {
    Intent.NEXT_STEP: """
        next, next step, next please, the next step, go to the next step, go on to the next step, move on, move to
        the next step, read the next step, what's next,
        what next, what now, now what, what's the next step, what do I do next, okay next, alright what's next,
        skip, skip this step, next one, done next
    """,
    Intent.STEP_DONE: """
        done, I'm done, all done, that's done, finished, I'm finished, I finished, complete, completed, did it, I
        did it, I did that, done with that, I've done it,
        I've added it, added it, it's in, step done, this step is done
    """,
    Intent.PREVIOUS_STEP: """
        back, go back, previous, previous step, the previous step, go to the previous step, go back one step, one
        step back, go back a step, step back, back up,
        read the previous step
    """,
    Intent.REPEAT_STEP: """
        repeat, repeat that, repeat the step, repeat this step, again, say again, say that again, say it again,
        one more time, once more, what was that, what did you say,
        pardon, sorry what, come again, I didn't hear that, I didn't catch that, read that again, read it again
    """,
    Intent.GOTO_STEP: """
        first step, go to the first step, start over, start again, back to the beginning, from the beginning, back
        to the start, last step, go to the last step, final step
    """,
    Intent.START_COOKING: (
        "start, begin, start cooking, let's start, let's begin, let's cook, let's start cooking, get started, "
        "start the recipe, I'm ready to start"
    ),
    Intent.PROGRESS: """
        where am I, where are we, what step am I on, which step is this, which step are we on, how many steps are
        left, how many steps, how far along are we, is this the last step
    """,
    Intent.FINISH: (
        "finish, finish cooking, end the recipe, I'm done cooking, stop cooking, quit, exit, that's all for today, "
        "finish the recipe, we're done cooking"
    ),
    Intent.LIST_INGREDIENTS: """
        ingredients, list the ingredients, read the ingredients, what are the ingredients, what do I need, tell me
        the ingredients, what ingredients do I need,
        ingredient list, show me the ingredients, what's in it
    """,
    Intent.HOW_LONG: """
        how long, for how long, how many minutes, how long does it take, how long do I cook it, how long do I boil
        it, how long should I bake it, how long to simmer,
        how much time, how long does this take
    """,
    Intent.HOW_HOT: (
        "how hot, what temperature, what heat, how hot should it be, oven temperature, what temperature should the "
        "oven be, which heat"
    ),
    Intent.EXPLAIN: (
        "explain, explain that, explain this step, more detail, more details, tell me more, how do I do that, what "
        "do you mean, I don't understand, in more detail"
    ),
    Intent.MEANWHILE: (
        "meanwhile, in the meantime, what can I do meanwhile, what can I do in the meantime, what can I do while I "
        "wait, what should I do in the meantime"
    ),
    Intent.SET_TIMER: (
        "start the timer, set a timer, start a timer, set the timer, start timer, set timer, turn on the timer, time it"
    ),
    Intent.TIMER_STATUS: """
        how long left, how much time is left, how much time left, how much longer, time left, check the timer,
        timer status, how's the timer, how many minutes left,
        how long is left on the timer, time remaining
    """,
    Intent.CANCEL_TIMER: (
        "cancel the timer, cancel timer, stop the timer, delete the timer, turn off the timer, cancel all timers, "
        "stop all timers"
    ),
    Intent.PAUSE_TIMER: "pause the timer, pause timer, hold the timer, freeze the timer",
    Intent.RESUME_TIMER: (
        "resume the timer, resume timer, continue the timer, unpause the timer, start the timer again"
    ),
    Intent.LIST_RECIPES: (
        "recipes, list recipes, show me the recipes, what recipes do you have, what can I cook, other recipes, "
        "what can we make, recipe list"
    ),
    Intent.PAUSE: (
        "pause, wait, hold on, hang on, one moment, just a moment, just a second, wait a minute, one second, give "
        "me a minute"
    ),
    Intent.RESUME: "resume, continue, keep going, carry on, go on, continue cooking, I'm back, let's continue",
    Intent.STOP: (
        "stop, stop it, stop talking, stop that, be quiet, quiet, shut up, enough, silence, stop the alarm, turn "
        "off the alarm, turn it off, mute"
    ),
    Intent.LOUDER: (
        "louder, speak louder, speak up, volume up, turn it up, turn up the volume, a little louder, I can barely "
        "hear you"
    ),
    Intent.QUIETER: (
        "quieter, softer, volume down, turn it down, turn down the volume, too loud, lower the volume, a little quieter"
    ),
    Intent.SLOWER: "slower, slow down, speak slower, speak more slowly, too fast, a little slower, talk slower",
    Intent.FASTER: "faster, speed up, speak faster, talk faster, too slow, a little faster",
    Intent.HELP: "help, help me, what can you do, what can I say, commands, how does this work",
    Intent.UNDO: "undo, undo that, cancel, cancel that, take that back, that's wrong, scratch that, oops",
    Intent.YES: (
        "yes, yeah, yep, sure, okay, of course, yes please, go ahead, do it, that's right, correct, sounds good, "
        "please do"
    ),
    Intent.NO: "no, nope, no thanks, no thank you, not now, not yet, never mind, don't, forget it, later",
    Intent.SMALLTALK: (
        "thanks, thank you, hello, hi, good morning, good job, great, thanks a lot, how are you, goodbye, smells good"
    ),
}

_SLOTS_KO: Final[dict[Intent, str]] = {
    Intent.GOTO_STEP: (
        "{step} 단계로, {step} 단계, {step} 단계로 가 줘, {step} 번으로 가 줘, {step} 단계 알려줘, {nth} 단계로, "
        "{nth} 단계로 가 줘, {count} 단계 뒤로, {count} 단계 앞으로"
    ),
    Intent.SET_TIMER: """
        {duration} 타이머, {duration} 타이머 맞춰 줘, 타이머 {duration}, {duration} 재 줘, {duration} 뒤에 알려줘,
        {name} {duration} 재 줘, {name} 타이머 {duration},
        {name} {duration} 타이머 맞춰 줘, {duration} {name} 타이머
    """,
    Intent.ADD_TIME: (
        "{duration}만 더, {duration} 더, {duration} 추가, {duration} 추가해 줘, {duration} 늘려 줘, {duration} 줄여 줘"
    ),
    Intent.TIMER_STATUS: "{name} 타이머 얼마나 남았어",
    Intent.CANCEL_TIMER: "{name} 타이머 취소, {name} 타이머 꺼 줘, {duration}짜리 타이머 취소",
    Intent.SCALE_SERVINGS: (
        "{servings} 인분으로, {servings} 인분으로 바꿔 줘, {servings} 인분으로 해 줘, 두 배로, 두 배로 해 줘, "
        "반으로 줄여 줘, 절반만"
    ),
}
_SLOTS_EN: Final[dict[Intent, str]] = {
    Intent.GOTO_STEP: (
        "step {step}, go to step {step}, go back to step {step}, read step {step}, the {nth} step, skip to step "
        "{step}, go back {count} steps, skip {count} steps"
    ),
    Intent.SET_TIMER: """
        {duration} timer, timer {duration}, set a timer for {duration}, set a {duration} timer, start a timer for
        {duration}, set a {name} timer for {duration},
        {duration} {name} timer, remind me in {duration}
    """,
    Intent.ADD_TIME: (
        "add {duration}, add {duration} to the timer, give it {duration} more, extend the timer by {duration}"
    ),
    Intent.TIMER_STATUS: "how long is left on the {name} timer, check the {name} timer",
    Intent.CANCEL_TIMER: "cancel the {name} timer, stop the {name} timer, cancel the {duration} timer",
    Intent.SCALE_SERVINGS: (
        "make it for {servings}, {servings} servings, scale it to {servings} servings, for {servings} people, "
        "double it, double the recipe, halve the recipe"
    ),
}


@lru_cache(maxsize=2)
def phrases(language: Language) -> Mapping[Intent, tuple[str, ...]]:
    """Whole commands without numbers or names, by what they mean.

    >>> "다음 단계" in phrases(Language.KO)[Intent.NEXT_STEP], "what's next" in phrases(Language.EN)[Intent.NEXT_STEP]
    (True, True)
    """
    return _listed(_KO if language == Language.KO else _EN)


@lru_cache(maxsize=2)
def slot_phrases(language: Language) -> Mapping[Intent, tuple[str, ...]]:
    """Commands with a number or a name, which stands in braces.

    >>> "{duration} 타이머" in slot_phrases(Language.KO)[Intent.SET_TIMER]
    True
    """
    return _listed(_SLOTS_KO if language == Language.KO else _SLOTS_EN)


def _listed(table: dict[Intent, str]) -> Mapping[Intent, tuple[str, ...]]:
    return MappingProxyType(
        {intent: tuple(" ".join(phrase.split()) for phrase in said.split(",")) for intent, said in table.items()}
    )
