"""Korean commands around a number: "@" stands for a length of time, "#" for any other number.

Reading the number is the work of `durations`, `steps` and `scaling`; here is only what may stand around it.
"""

from shared.kitchen.command_rules import Rule
from shared.kitchen.command_rules_ko_moving import TELL
from shared.kitchen.command_rules_ko_timers import SET_VERBS
from shared.kitchen.intents import Intent
from shared.kitchen.verbs_ko import PLEASE

_TIMER = "(타이머|알람|알림|스톱워치|카운트다운)"
_START = ("시작", "스타트", "설정", "세팅", "셋팅", "온", "맞추기", "켜기", "시작하기", "만들기", *PLEASE)
_STEP = "(단계|번단계|번째단계|스텝|번스텝|번째스텝|번째순서|번과정|번째과정|번째거|번째꺼)"
_GO = (
    "가 넘어가 넘기 이동하 돌아가 되돌아가 다시가 점프하 건너뛰 하 시작하 보 듣 돌리 뛰어넘 스킵하 건너가 진행하 "
    "가보 바꾸"
)
_CHANGE = (
    "하 바꾸 맞추 늘리 줄이 만들 변경하 조정하 계산하 요리하 준비하 고치 수정하 설정하 해보 조절하 잡 환산하 알리 보이"
)

TIMED: tuple[Rule, ...] = (
    Rule(
        Intent.SET_TIMER,
        (f"@[짜리|로|으로|만|동안|정도|쯤|간|뒤|후|뒤에|후에|뒤로|후로]{_TIMER}[를|을|하나]"),
        SET_VERBS,
    ),
    Rule(
        Intent.SET_TIMER,
        (f"@[짜리|로|으로|만|동안|정도|쯤|간|뒤|후|뒤에|후에|뒤로|후로]{_TIMER}[를|을|하나]"),
        tails=_START,
    ),
    Rule(
        Intent.SET_TIMER,
        f"{_TIMER}[를|을|은|는|시간|시간을][지금부터]@[만|로|으로|짜리|동안|정도|쯤|간|뒤|후|뒤로|후로|뒤에|후에|"
        f"정도로|짜리로]",
        SET_VERBS,
    ),
    Rule(
        Intent.SET_TIMER,
        f"{_TIMER}[를|을|은|는|시간|시간을][지금부터]@[만|로|으로|짜리|동안|정도|쯤|간|뒤|후|뒤로|후로|뒤에|후에|"
        f"정도로|짜리로]",
        tails=_START,
    ),
    Rule(
        Intent.SET_TIMER,
        ("[시간|시간을]@[만|동안|간|정도|쯤|정도만|을|로|으로]"),
        ("재 세 맞추 카운트하 카운트다운하 세팅하 타이머하 맞춰두 재두"),
    ),
    Rule(
        Intent.SET_TIMER,
        "@(뒤|후|이따가|이따|있다가|있다|지나면|되면|있으면|이지나면|이되면|지나서|정도뒤|쯤뒤|정도후|정도있다가|"
        "쯤있다가|다되면|쯤후)[에]",
        "알리 말하 깨우 울리 부르 알람하 알람울리 알람주 신호주 얘기하 알림주 알려달라 알람켜 타이머울리 타이머켜",
    ),
    Rule(Intent.SET_TIMER, "@(뒤|후)[에](알려달라고|알림|알람|알려줄수있나)"),
)

#: Used only where `durations` heard "more" or "less" in it.
CHANGED: tuple[Rule, ...] = (
    Rule(
        Intent.ADD_TIME,
        "[타이머|알람|시간|타이머시간][에|를|을|에다|에다가|은|는]@[만|정도|정도만|쯤|을|를][더][추가|연장]",
        tails=PLEASE,
    ),
    Rule(
        Intent.ADD_TIME,
        "[타이머|알람|시간|타이머시간][에|를|을|에다|에다가|은|는]@[만|정도|정도만|쯤|을|를][더]",
        "추가하 늘리 연장하 하 주 재 더하 맞추 늦추 넣",
    ),
)
SHORTENED: tuple[Rule, ...] = (
    Rule(
        Intent.ADD_TIME,
        "[타이머|알람|시간|타이머시간][에서|를|을|은|는]@[만|정도|정도만|쯤|을|를]",
        "줄이 빼 단축하 감소하 당기 앞당기 깎",
    ),
    Rule(Intent.ADD_TIME, "[타이머|알람|시간][에서|를|을]@[만](단축|감소|줄이기|빼기|덜)", tails=PLEASE),
)

NUMBERED: tuple[Rule, ...] = (
    Rule(
        Intent.GOTO_STEP,
        f"[다시]#{_STEP}[로|으로|부터|를|을][다시] 스텝#[로|으로|부터] 단계#[로|으로] #번(으로|부터) #번째(로|부터)",
        tails=(*PLEASE, "이동", "가기", "점프"),
    ),
    Rule(
        Intent.GOTO_STEP,
        f"[다시]#{_STEP}[로|으로|부터|를|을|까지][바로|다시|한번에] 스텝#[로|으로|부터] 단계#[로|으로]",
        f"{_GO} {TELL}",
    ),
    Rule(Intent.GOTO_STEP, "[다시]#번(으로|부터)[바로|다시|한번에] #번째(로|부터)[다시]", f"{_GO} {TELL}"),
    Rule(Intent.GOTO_STEP, "#번[다시] #번째[다시]", "읽 들리 말하 알리 보이"),
    Rule(
        Intent.GOTO_STEP,
        "#(단계|스텝|칸|번)[을|를|만|더]",
        "넘기 건너뛰 되돌리 되감 패스하 점프하 전진하 후퇴하 앞당기",
    ),
    Rule(Intent.GOTO_STEP, "#(단계|스텝|칸)(전진|후퇴|패스|점프|뒤) #개(전|뒤)(단계|거)", tails=PLEASE),
    Rule(Intent.GOTO_STEP, "#개(전|뒤)(단계|거)[를|로|으로]", f"{_GO} {TELL}"),
    Rule(
        Intent.GOTO_STEP,
        "#(단계|스텝|칸)[더|만][더](앞으로|뒤로|전으로|이전으로|전|뒤|건너) #단계[를|만|정도]",
        f"{_GO} 되돌리 건너뛰 스킵하",
    ),
    Rule(Intent.GOTO_STEP, "#(단계|스텝|칸)[더|만][더](앞으로|뒤로|전으로|이전으로|전|스킵|건너뛰기)", tails=PLEASE),
    Rule(Intent.GOTO_STEP, "(끝|마지막|뒤)에서#번째(단계|스텝|거)[로|으로]", f"{_GO} {TELL}"),
    Rule(Intent.GOTO_STEP, "(끝|마지막|뒤)에서#번째[단계|스텝|거|단계로|거로|로|으로]", tails=PLEASE),
    Rule(
        Intent.SCALE_SERVINGS,
        "[양|양을|재료|재료를|분량|분량을|레시피|레시피를|인분|인분을|이거|이걸|요리를|전부|전체를]"
        "#(인분|인용|명분|사람분|명이먹을|명먹을|명이서먹을)[로|으로|만|만큼|어치|분량으로|기준으로|양으로|거로|"
        "기준|분량]",
        tails=PLEASE,
    ),
    Rule(
        Intent.SCALE_SERVINGS,
        "[양|양을|재료|재료를|분량|분량을|레시피|레시피를|인분|인분을|이거|이걸|요리를|전부|전체를]"
        "#(인분|인용|명분|사람분|명이먹을|명먹을)[로|으로|만|만큼|어치|분량으로|기준으로|양으로|거로|을|정도|정도로]",
        _CHANGE,
    ),
    Rule(
        Intent.SCALE_SERVINGS,
        "[나|오늘|오늘은|나는|저는|저|오늘은나|나는오늘][나]혼자[서]먹(을거야|을거예요|을거에요|을건데|을건데요|을겁니다|어|어요)",
        slots={"servings": 1},
    ),
    Rule(Intent.SCALE_SERVINGS, "#(명|사람)[이|이서]먹을(거야|거예요|거에요|건데|건데요|겁니다|거임)"),
    Rule(
        Intent.SCALE_SERVINGS,
        "[양|양을|재료|재료를|분량|분량을|레시피|레시피를|이거|이걸|요리를|전부|전체를|다|모두|재료양을]#배[로|만|"
        "분량으로]",
        _CHANGE,
    ),
    Rule(
        Intent.SCALE_SERVINGS,
        "[양|양을|재료|재료를|분량|분량을|레시피|레시피를|이거|이걸|전부|전체를|다]#배[로|분량으로]",
        tails=PLEASE,
    ),
    Rule(
        Intent.SCALE_SERVINGS,
        "(양|양을|재료|재료를|분량|분량을|레시피|레시피를|전부|전체|전체를|재료양을)(반|절반|반의반)[으로|만]",
        _CHANGE,
    ),
    Rule(
        Intent.SCALE_SERVINGS,
        (
            "(반|절반)(으로|만|분량으로|만큼만) 양(반|절반)[으로|만] "
            "[양을|재료를|분량을](삼분의일|삼분의이|사분의일|사분의삼)(로|으로|만|로만|으로만)"
        ),
        ("줄이 하 만들 바꾸 맞추 요리하 줄여보 해보"),
    ),
    Rule(
        Intent.SCALE_SERVINGS,
        (
            "(양|재료|분량|레시피)[을|를](반|절반)(으로|만) 절반(만|으로|분량으로) 반(만|으로|분량으로) "
            "(삼분의일|삼분의이|사분의일|사분의삼)(로|으로|만)"
        ),
        tails=PLEASE,
    ),
)
