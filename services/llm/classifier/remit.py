"""What is our business: words that an action cannot do without, and words that belong to somebody else's.

"다음 곡" is not our next, "three people died" scales no recipe, and a timer that is cancelled was mentioned or known by
name. Plain words on purpose: whoever trains the model anew cannot lose them.
"""

import re
from typing import Final

from services.llm.classifier.asked_servings import servings_slots
from services.llm.classifier.pantry import PANTRY_KO
from services.llm.situation import Situation
from shared.contracts.llm import Slots
from shared.kitchen.durations import find_durations
from shared.kitchen.ingredient_names import find_ingredients
from shared.kitchen.intents import STATE_CHANGING, Intent
from shared.kitchen.text import normalise

_I = Intent

#: Besides what `_PLAYERS` names.
_ELSEWHERE: Final = re.compile(
    "앨범|재즈|발라드|방송|뉴스|소식|예능|채널"
    "|에어컨|선풍기|보일러|청소기|세탁|빨래|건조기|가습기|커튼|조명|전등|거실|안방|화장실|현관|"
    "와이파이|블루투스|배터리|핸드폰|휴대폰"
    "|정류장|지하철|버스|택시|비행기|기차|신호등|좌회전|우회전|톨게이트|내리실|회의|약속|미팅|출근|퇴근|학교|회사|"
    "학원|병원|시험|숙제|공부|미용실|욕조|노트북|레고|요금"
    "|경기|(?<!개)시합|축구|야구|홈런|대통령|국회|장관|검찰|경찰|주식|주가|코스피|환율|날씨|기온|미세먼지|"
    "카드값|월급|예약(?!된? ?알림)|배달|택배"
    "|구독|좋아요와|(?<![분초간반] )알림 ?설정|시청|자막|"
    "다음 ?(?:주|달|해|학기|생|날|번에|손님|사람|편|회차|시간에)|봬요|뵙겠|"
    "만나요|만납시다"
    "|지각|도착|출발(?!(?:하자|합시다|해요?)?$|하자 |선)|전기세|관리비|월세|결혼|이사|운동|산책|통화|샤워|"
    "양치|목욕|출장|동네|사건|전쟁|재판|수사|일정(?!하|한)|스케줄|캘린더|강아지|고양이|기저귀|장난감|쇼핑|장바구니|쿠팡|비밀번호|번역|"
    "카톡|문자|이메일|발표|카메라|고속도로|국도|안마|퍼즐|종이접기|물고기|어항|화분|마당|잔디|건전지|분리수거|"
    "눈썹|이불|공기청정기"
    r"|(?<!칸 )(?<!칸만 )(?<!하나만 )(?<!단계 )(?<!단계만 )물러나|비켜"
    r"|\bsteps? (?:back|away|forward)s? from\b|\b(?:in front of|behind) (?:me|us|him|her)\b"
    r"|\b(?:(?<!back )(?<!fast )tracks?(?! (?:\w+ ){1,2}minutes)|playlist|album|"
    r"(?<!cling )film|episode|(?:the|this|that|a|tv|talk|"
    r"game) shows?(?! on the road)|"
    r"television|spotify"
    r"|channel|lights|the light(?! soy)|lamp|thermostat|heating|air conditioner|fan|vacuum|dishwasher|laundry|"
    r"washing machine|"
    r"garage|(?:front |garage |the )door(?<!oven door)"
    r"|bus|train|flight|taxi|uber|traffic|airport|meeting|appointment|calendar|homework|school|class|office|"
    r"work(?! (?:it|that|this) out)|college"
    r"|match|president|senator|police|stock market|weather|forecast|channel|news|subscribe|like and|i live|"
    r"laptop"
    r"|press (?:one|two|three|star|pound|[0-9])|dog|cat|phone|text|email|password|wifi|bluetooth|"
    r"shopping list|cart|e?mails?|mortgage|timetable|(?<!roll )camera|lawn|"
    r"hedges?|pond|gutters?|fence|patio|carpets?|wardrobe|mattress|shoelaces?|jigsaw|puzzle|dolls?|colouring|"
    r"motorway|junction|truck|plumber|lipstick|"
    r"uncle|boyfriend|girlfriend|"
    r"engine|car"
    r"|next (?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|door|summer|time|"
    r"episode|level"
    r"|stop|station|exit|guest|election|generation)|last (?:week|night|month|year|summer))\b"
)
#: Good reasons to pause, or to be quiet, are everywhere.
_WHATEVER_THE_REASON: Final = frozenset({_I.PAUSE, _I.RESUME, _I.UNDO})
#: Whoever names it outright may have reasons, too: "강아지 산책시킬 동안 30분 타이머", "회사 사람들 오니까 6인분으로".
_OUTRIGHT: Final = {
    _I.NEXT_STEP: re.compile(r"다음 ?단계|\bnext step\b"),
    _I.PREVIOUS_STEP: re.compile(r"(?:이전|앞|전) ?단계|\bprevious step\b"),
    _I.SCALE_SERVINGS: re.compile(r"인분으로|사람 ?(?:치|몫)|\b(?:servings?|portions?)\b"),
    _I.START_COOKING: re.compile(r"(?<!다시 )요리(?:를|도)? ?(?:시작|개시)|\bstart cooking\b"),
    _I.FINISH: re.compile(r"요리|배달 ?시[킬켜]|\bcooking\b"),
    **dict.fromkeys(
        (_I.SET_TIMER, _I.CANCEL_TIMER, _I.PAUSE_TIMER, _I.RESUME_TIMER, _I.ADD_TIME),
        re.compile(r"타이머|\btimer\b|\btick\b|[분초간] ?(?:뒤|후|있다)[가-힣 ]*(?:불러|알려|말해|깨워|소리)"),
    ),
}
_PLAYERS: Final = re.compile(
    r"노래|음악|(?<![가-힣])곡(?![물식])|영화|영상|드라마|연속극|만화|티비|테레비|텔레비전|유튜브|넷플릭스|"
    r"라디오|팟캐스트|(?<!본)게임|컴퓨터|결제|슬라이드|엑셀|찬송"
    r"|\b(?:songs?|music|movie|video|tv|telly|netflix|youtube|xbox|playstation|itv|bbc|game|podcast|(?<!back )track|"
    r"radio|computer|payment|slides?|slideshow|spreadsheet|hymn|verse)\b"
    r"|\bsteps? (?:back|away|forward)s? from\b"
)
#: They have timers of their own, and who is to be woken in the morning needs an alarm clock.
_APPLIANCE: Final = re.compile(
    r"(?:에어컨|선풍기|보일러|세탁기|건조기|가습기|전기장판|청소기|공기청정기|티비|테레비) ?(?:꺼짐 ?)?(?:타이머|예약)"
    r"|(?:아침|내일|모레|새벽|기상|출근|주말)(?:에|의)? ?"
    r"(?:[0-9일이삼사오육칠팔구십한두세네다섯여섯곱덟홉열]+ ?시 ?(?:반 ?)?)?(?:에 ?)?(?:알람|타이머)"
    r"|\b(?:air con(?:ditioner)?|fan|heating|boiler|dryer|washing machine|sprinkler|tv|telly) timer\b"
    r"|\balarm (?:for|in|at) (?:(?:the|tomorrow) )?(?:morning|tomorrow|work|school)\b"
    r"|\b(?:o'?clock|morning|wake ?up|[ap]m) alarm\b"
)
#: "Hold the baby": what somebody is to hold is no pause of ours.
_HELD: Final = re.compile(
    r"\bhold (?:this|the|my|that|his|her) (?!(?:timer|clock|count|countdown|time|recipe|instructions?|steps?|thought|"
    r"fort|line|phone|cooking|show|front|one|next|reading|app)\b)[a-z]+"
)
#: "{dish} 회식", "school lunch": a dish may be called anything.
_ANY_NAME: Final = frozenset({_I.CHOOSE_RECIPE})

_TIMER: Final = re.compile(
    r"타이|시계|^이머|타임머|알람|알림|시간|카운트|초시계|재 ?[줘줄자]|재$|"
    r"(?:[재세][던는]|째깍거리는|멈춘|(?:맞춰|멈춰|세워|걸어|돌려) ?[놓둔논놨][가-힣]?) ?[거것]|"
    r"(?<![가-힣])(?:[국밥면빵떡죽차]|[가-힣]{2,}(?<![한킨낸된던는은인을를할될])) "
    r"(?:[거것]만?|[건걸]) (?!아니|뭐|몇|먹)|"
    r"(?:[세재]던|[재세]고 있[는던]) |"
    r"(?:멈[춘췄촤]|정지|잡아|맞[춘췄]|예약|도는|돌던|흐르|떨어지)[가-힣 ]{0,4} ?[거것건채]|"
    r"(?:그만|다시|마저|이어서) ?재(?![료우워운울생])|(?<![가-힣])초 (?:다시|마저) ?[세흘가돌]|울[려리]|"
    r"[가-힣](?<![한킨된던낸]) [거것꺼] ?(?:일단 |잠깐 |잠시 |좀 )?(?:취소|꺼|끄|멈|정지|중단|세워|다시 ?돌)|"
    r"\b(?:the|that|my) (?:\w+ ){1,2}one\b|\bthe one (?:for|on|you)\b|\bun ?pause\b|"
    r"\b(?:pause|restart|reactivate|unset|suspend)(?: both)? (?:the|my) |\bhold on the |\brun the \w+ (?:on|again)\b|"
    r"(?:\b(?:the|my)|s) minutes\b|\btick\b|\bset for (?:the|my)\b|\blet (?:the|my|that) \w+ (?:run|continue|carry)\b|"
    r"timer|timor|"
    r"timber|tymer|taimer|timah?|tiemer|"
    r"timmer|alarm|clock|"
    r"countdown|count|"
    r"time|remind|timing|ticking",
    re.IGNORECASE,
)
_CALL_ME: Final = re.compile(
    r"알려|세어 ?[줘주]|말해|소리 ?[쳐질]|고함|[분초간반]으?로 ?해|재 ?주|말씀|불러|깨워|울려|울리|맞춰|맞추|설정|"
    r"세팅|얘기|걸어|시작|스타트|세 ?[줘주라]|[세재] ?볼|부탁|종 ?[쳐치]|말 좀|잡아 ?[주줘]"
    r"|[분초간반] ?(?:뒤|후|있다)[가-힣 ]*(?:줘요?|주라|다오|혀|찾아|[뒤집빼꺼내]기)$"
    r"|\b(?:remind|tell|told|alert|let (?:me|us)|make a noise|ring|warning|remember me|wake|call|ping|buzz|"
    r"beep|ding|shout|poke|notify|set|start|give|put|boil|cook|"
    r"bake|simmer|holler|yell|scream|whistle|bark|hoot|nudge|warn|track|time|clock|watch|whack|stick|pop|"
    r"chuck|throw|bung|gimme|grab|fetch|prod|please|starting|from now|"
    r"say (?:something|so|when)|squawk|guard|keep an eye|telling|let it run|need an? [\w ]*minutes?|go$)\b",
    re.IGNORECASE,
)
_FEW_LETTERS: Final = 12
_FOR_WHAT: Final = re.compile(r" (?:on|for) (?:the|my|those|these) [a-z]+(?: please)?")
_MORE: Final = re.compile(
    r"시간|타이|알람|분|초|추가|플러스|모어|애드|익스텐드|미닛|time|timer|minute|second|longer|lengthen|prolong|extend|"
    r"\b(?:another|extra|add|more|snooze|plus)\b|\bby (?:\d|(?!half|third)[a-z]+$)|\bon top\b|"
    r"\b(?:stick|tack|put|bung|whack|pop|chuck) .*\bon(?:to)?\b",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(
    r"인분|인원|양|배|반|분의 ?일|나오게|그만큼|더블|곱|명|식구|[둘셋넷]|서이|너이|사람|분량|혼자|둘이|셋이|서빙|"
    r"레시피|재료|"
    r"serv|portion|doubl|halv|tripl|half|"
    r"twice|scale|batch|people|amount|recipe"
    r"|quantit|ingredient|everything|of us|times|[0-9]x|x[0-9]|feed|for (?:\w+)|guests|bigger|smaller|yield|making|"
    r"eating|coming|joining|staying|plates|bowls|mouths|"
    r"in place of|\b(?:one|a) (?:third|quarter)\b|size quarter|\b(?:just|only) (?:\w+ ){0,2}me\b|"
    r"shrink|loaves|trays|instead of",
    re.IGNORECASE,
)
#: An onion in half is work with a knife, the whole recipe in half is not.
_CUT: Final = re.compile(
    r"(?<![가-힣])(?!재료|레시피|요리|분량|양[을를은는도]|모[든두]|전[체부]|다른|[이그]거)[가-힣]+[을를은는도] ?"
    r"(?:절?반|[둘셋넷])(?:으로|로)? ?(?:뚝 |딱 )?(?:자르|자른|잘라|잘랐|썰|가르|갈라|쪼[개갰]|접)"
    r"|\b(?:cut|slice|chop|split|halve|quarter)(?: up)? (?:the|those|these|my|an?|each)(?! (?:recipe|amount|quantit|"
    r"batch|portion|whole|measure|ingredient|serving|lot\b|dish|rest)) \w+(?! ?(?:recipe|amount|quantit))",
    re.IGNORECASE,
)
#: "간장 두 배로": the rest is to stay as it is. "카레 두 배로" is the whole dish.
_DISHES_TOO: Final = ("카레", "면", "국수", "만두", "김치", "갈비", "떡", "빵", "밥", "파스타")
_ALONE: Final = re.compile(
    r"(?:만|[은는을를])? ?(?:(?:더블|[0-9]+ ?배|(?:두|세|네|다섯) ?배)(?!추)|(?:절?반)(?:만|으로))"
)
_INGREDIENT_WORD: Final = re.compile(r"재료|재로|ingredient", re.IGNORECASE)
_WHILE_NEXT: Final = re.compile(
    r"for the next (?!step|one|part|bit|thing|instruction)|(?:during|in) the next (?!step|one)", re.IGNORECASE
)
#: "다음에는 오 분으로 맞춰야겠다" plans for another day; "그 다음에는" goes on with this one.
_NEXT_TIME: Final = re.compile("(?<!그 )(?<!그)다음(?:번)?(?:에는|엔) .*(?:야겠|[할갈볼줄둘] ?거[야예]|야지|려고 ?해)")
#: Called by another's name. "Alexa" is one of the names that we may be given ourselves.
_ANOTHER: Final = re.compile(
    r"(?:헤이|하이|오케이|안녕|야)? ?(?:시리|빅스비|구글|기가 ?지니|지니|클로바|아리아)(?:야|아)?(?![가-힣])"
    r"|(?:hey|ok|okay|hi|hello)? ?(?:siri|google|bixby|cortana)\b"
)
_IN_DETAIL: Final = re.compile(r"자세|상세|구체|\bdetail|\bexplain", re.IGNORECASE)


#: A learned answer as likely as this is believed although a usual word is missing, or a word of another business is
#: among its words: of 4,230 sentences of strangers such a rule alone refused 73, and 69 of them wrongly.
_SURE_WITHOUT: Final = 0.65
_SURE_DESPITE: Final = 0.8


def outside(intent: Intent, text: str, situation: Situation, likely: float = 0.0) -> bool:
    """Whether the words say that this action cannot be meant, however likely it is otherwise."""
    if intent not in STATE_CHANGING:
        return False
    said = normalise(text)
    if _ANOTHER.match(said) or _NEXT_TIME.search(said):
        return True
    if intent not in _ANY_NAME and _about_something_else(intent, said, sure=likely >= _SURE_DESPITE):
        return True
    if intent in _NEEDS:
        return likely < _SURE_WITHOUT and not _NEEDS[intent](said, situation)
    if intent is _I.NEXT_STEP:
        return _INGREDIENT_WORD.search(said) is not None or _WHILE_NEXT.search(said) is not None
    return intent is _I.GOTO_STEP and _IN_DETAIL.search(said) is not None


#: Over is over: "통화 끝 다음 거", "phone call's over, what's next". And what the radio said is why one takes it back.
_OVER: Final = re.compile(
    r"(?:통화|전화|회의|숙제|운동|산책|샤워) ?(?:다 ?)?(?:끝|끊)[가-힣]*|\b(?:phone|call|phone calls?|game|"
    r"match|film|meeting)"
    r"(?: is|s| has)? (?:over|done|finished|ended)\b"
)
_MISHEARD: Final = re.compile(r"방금|아까|소리였|소리 ?듣고|떠든|that was the|last thing|you did|you heard")


def _about_something_else(intent: Intent, said: str, *, sure: bool) -> bool:
    said = _OVER.sub(" ", said)
    if _APPLIANCE.search(said) or (intent is _I.PAUSE and _HELD.search(said)):
        return True
    if intent is _I.UNDO and _MISHEARD.search(said):
        return False
    outright = _OUTRIGHT.get(intent)
    named = sure or intent in _WHATEVER_THE_REASON or (outright is not None and outright.search(said) is not None)
    return _PLAYERS.search(said) is not None or (not named and _ELSEWHERE.search(said) is not None)


def _a_timer(said: str, situation: Situation) -> bool:
    if _TIMER.search(said) or find_durations(said):
        return True
    return any(name and name.lower() in said for name in situation.timers or ())


def _a_new_timer(said: str, _: Situation) -> bool:
    """ "The second half starts in five minutes": a length of time alone is no wish, unless it is all that was said."""
    if _TIMER.search(said) or _CALL_ME.search(said):
        return True
    durations = find_durations(said)
    if durations and _FOR_WHAT.fullmatch(said, durations[0].end):
        return True  # "two minutes on the scallops"
    rest = len(said.replace(" ", "")) - sum(len(said[found.start : found.end].replace(" ", "")) for found in durations)
    return bool(durations) and rest <= _FEW_LETTERS


def _time(said: str, situation: Situation) -> bool:
    return bool(find_durations(said)) or _MORE.search(said) is not None or _a_timer(said, situation)


def _servings(said: str, _: Situation) -> bool:
    if _CUT.search(said) or _one_ingredient(said):
        return False
    return servings_slots(said) != Slots() or _AMOUNT.search(said) is not None


def _one_ingredient(said: str) -> bool:
    return any(
        _ALONE.match(said, found.end) and not said[: found.end].rstrip().endswith(_DISHES_TOO)
        for found in find_ingredients(said, PANTRY_KO)
    )


_NEEDS: Final = {
    _I.SET_TIMER: _a_new_timer,
    _I.CANCEL_TIMER: _a_timer,
    _I.PAUSE_TIMER: _a_timer,
    _I.RESUME_TIMER: _a_timer,
    _I.ADD_TIME: _time,
    _I.SCALE_SERVINGS: _servings,
}
