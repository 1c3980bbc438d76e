"""Which timer "파스타 타이머" and "half an hour for the rice" name."""

import re
from typing import Final

from services.llm.classifier.concepts import FOOD_EN
from services.llm.classifier.pantry import PANTRY_EN, PANTRY_KO
from services.llm.situation import Situation
from shared.kitchen.durations import find_durations
from shared.kitchen.text import has_hangul, listed
from shared.kitchen.timer_names import english_name, korean_name


def timer_name(text: str, situation: Situation) -> str | None:
    """ "파스타 타이머", "timer for the eggs", or the name of a timer that runs."""
    low = text.lower()
    for name in sorted(situation.timers or (), key=len, reverse=True):
        if name and name.lower() in low:
            return name
    bare = low
    for found in reversed(find_durations(low)):
        bare = f"{bare[: found.start]} {bare[found.end :]}"
    return _name_ko(bare) if has_hangul(bare) else _name_en(bare)


_NAMED_KO: Final = re.compile(
    r"(?P<name>[가-힣a-z]+(?: [가-힣]+)??) ?(?:용 |용으로 ?|짜리 |걸로 )? ?(?:타이머|타이마|알람)|(?:타이머|"
    r"알람)(?: 이름은)? (?P<after>[가-힣]+)용"
)
_NOT_A_NAME: Final = frozenset(
    listed(
        """
        짜리 정도 동안 뒤에 후에 있다가 새 하나 그 이 저 내 모든 전체 전부 맞춘 맞춰 놓은 맞춰둔 둔 아까 방금 첫 두 번째
        마지막 멈춘 멈췄던 일시정지한 남은 음 어 자 이제 그럼 좀 지금 지금부터 뒤 후 만 다시 계속 이어서 잠깐 잠시 한
        추가 돌아가는 또 다른 쯤 오케이 혹시 야 저기 근데 그러면 일단 응 네 으로 로 단계 이번 켜진 울리는 끓일 삶을
        거니까 알람 타이머
        """
    )
)


_CALLED_KO: Final = re.compile(r"(?P<name>[가-힣]{1,8}?)이?라고 ?이름")


def _name_ko(text: str) -> str | None:
    spoken = re.sub(r"[^가-힣a-z0-9 ]", " ", text)
    called = _CALLED_KO.search(spoken)
    if called is not None:
        return korean_name([called["name"]]) or None
    match = re.search(r"(?P<head>[가-힣a-z ]*?) ?(?:타이머|타이마|타이모|알람|timer)", spoken)
    head = match["head"] if match is not None else spoken
    words = [word for word in head.split() if word not in _NOT_A_NAME]
    while words and any(is_no_name(word) for word in words):
        words = words[1:]  # "고기 넣었어 칠 분 타이머": what came before is another sentence
    if match is None:
        # "라면 3분 재 줘": no word for timer, so only a first word that names food may be a name.
        words = [re.sub(r"용(?:으로)?$", "", word) for word in words[:1]]
        words = words if words and _bare_food(words[0]) else []
    elif not words:
        after = re.match(r" *(?P<name>[가-힣]+?)용(?![가-힣])", spoken[match.end() :])
        words = [after["name"]] if after is not None else _food_after(spoken[match.end() :])
    named = list(words)
    while named and _CLAUSE_KO.search(named[-1]) and not _bare_food(named[-1]):
        named.pop()
    if not named or (named != words and not _bare_food(named[-1])):
        return None
    words = named
    words = words[-2:] if len(words) > 1 and words[-2] in ("삶은", "반숙", "완숙") else words[-1:]
    words = [re.sub(r"(?:용으로|용|짜리)$", "", word) or word for word in words]
    return korean_name(words) or None


#: "부풀었네 타이머 더 줘", "지금 도는 타이머": what stands before the timer is the rest of a sentence.
_CLAUSE_KO: Final = re.compile(
    r"(?:돼|[가-힣][던든네]|[았었했됐]어|[삶끓찌굽]는|할래|^(?:만든|도는?|되나|가자|어느|모어|미닛|짧은|긴))$"
)


def is_no_name(name: str) -> bool:
    """ "음 5분 타이머" and "파스타 삶을 건데 8분" name no timer 음, nor one called 파스타 삶을 건데."""
    words = name.split()
    clause = (
        bool(words)
        and (len(words) > 1 or words[-1][-1:] == "어")
        and re.search(r"(?:데|니까|고|서|면|려고|[었았했됐렸놨]어)$", words[-1]) is not None
    )
    return clause or all(word in _NOT_A_NAME or word in _NOT_A_NAME_EN for word in words)


_FOOD_KO: Final = frozenset(PANTRY_KO) | frozenset(
    listed(
        """
        파스타 라면 국수 국 찜 찌개 스테이크 반숙 완숙 고기 밥 소스 수프 쿠키 케이크 피자 만두 육수 스파게티 냉면 우동
        """
    )
)


def _bare_food(word: str) -> bool:
    return word in _FOOD_KO


def _food_after(text: str) -> list[str]:
    words = text.split()
    return [words[0]] if words and _bare_food(words[0]) else []


_FOODS_EN: Final = "|".join(
    [
        *(word for word in PANTRY_EN if " " not in word),
        *FOOD_EN.split("|"),
        *listed(
            "roast joint buns rolls spuds tatties biscuits oven brisket gammon custard naan toast porridge stuffing"
        ),
    ]
)
_NAMED_EN: Final = (
    re.compile(
        r"timer (?:on |)(?:called|named|for|on) (?:the |my |some )?(?P<name>[a-z]+(?: [a-z]+)??)(?: for| to|,|$| "
        r"please|  )"
    ),
    re.compile(
        r"(?:the|a|an|my|start|set|cancel|pause|resume|stop|delete|on|check|unpause|hold|restart|continue) "
        r"+(?P<name>(?!the |my |a |an )[a-z]+(?: [a-z]+)?) timer"
    ),
    re.compile(r"^ *(?P<name>[a-z]+(?: [a-z]+)?) timer"),
    re.compile(r"(?:minutes?|hours?|seconds?|^| ) *(?:for|on) the (?P<name>[a-z]+)(?: timer| please|$|,)"),
    re.compile(r"(?:the one|timer) for (?:the )?(?P<name>[a-z]+)$"),
    re.compile(r"(?:to|by|on|left on|off) (?:the |my )(?P<name>[a-z]+) timer"),
    re.compile(r"\b(?:name it|call it|called|named) (?P<name>[a-z]+)\b"),
    re.compile(
        rf"(?:^|\b(?:time|give|for|on|start|its|the|has|have|is|are|did|do|scrap|bin|drop) )(?:the |my |"
        rf"some |one for the )?"
        rf"(?P<name>{_FOODS_EN})(?= *$| is\b| are\b| got\b| another| an? | how| more|  |, | please| timer)"
    ),
)
_NOT_A_NAME_EN: Final = frozenset(
    listed(
        """
        a an the my this that another new second first last other all both every timer up set start please on off for
        and it me you your step running next by to of cooking longer more minute minutes kitchen countdown ok okay um uh
        so hey alright well now right oh and go going my put clock old same whole stop cancel pause resume
        like about around roughly maybe remove delete kill bin ditch drop scrap clear beep standby halt freeze forget
        time timing
        """
    )
)


def _name_en(text: str) -> str | None:
    spoken = re.sub(r"[^a-z, ]", "", text).strip()
    for pattern in _NAMED_EN:
        for match in pattern.finditer(spoken):
            words = match["name"].split()
            while words and words[0] in _NOT_A_NAME_EN:
                words = words[1:]
            if words and not any(word in _NOT_A_NAME_EN for word in words):
                return english_name(" ".join(words)) or None
    return None
