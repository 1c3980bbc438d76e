"""The name of a timer in a Korean sentence: "달걀 타이머", "새우용으로", "이름은 양파", "고구마라는 이름으로".

"|" stands where a length of time stood.
"""

import re
from itertools import pairwise
from typing import Final

from services.llm.classifier.concepts import FOOD_KO
from services.llm.classifier.pantry import PANTRY_KO
from services.llm.classifier.reports_ko import reports
from services.llm.classifier.timer_names_en import Named, named_in_english
from shared.kitchen.text import listed
from shared.kitchen.timer_names import korean_name

#: Said around a timer and never what it is called.
NOT_A_NAME_KO: Final = frozenset(
    listed(
        """
        짜리 정도 동안 뒤에 후에 있다가 새 하나 그 이 저 내 모든 전체 전부 맞춘 맞춰 놓은 맞춰둔 둔 아까 방금 첫 두
        번째 마지막 멈춘 멈췄던 일시정지한 남은 음 어 자 이제 그럼 좀 지금 지금부터 뒤 후 만 다시 계속 이어서 잠깐
        잠시 한 추가 돌아가는 또 다른 쯤 오케이 혹시 야 저기 근데 그러면 일단 응 네 으로 로 단계 이번 켜진 울리는 끓일
        삶을 거니까 알람 타이머 총 대충 현재 약 대략 번 판 화구 아니지 모자라 빼 개 쪽 거 거는 건 걸 분 초 시간 데
        중에 전에 때 집 우리 급해 바빠 큰일 판은 먼저 상관없이 한나절 타임 애 땡 포즈 캔슬 리줌 홀드 스톱 스탑
        일시정지 재개 막 플러스 도 들이 들이게 들이는 준비 거에 거를 한꺼번 한꺼번에 소파 컷 겸 셋
        이름 없는 켠 풀어 풀고 뭐야 뭐뭐 뭐뭐야 카운트 카운트에 카운트다운
        """
    )
)
_TIMER: Final = re.compile("타이머|타이마|타이모|알람|timer")
_WORD: Final = re.compile("[가-힣a-z]+|[|,]")
_FOOD: Final = (frozenset(PANTRY_KO) - {"타임", "얼음", "물", "기름"}) | frozenset(
    listed(
        """
        파스타 라면 국수 국 닭 뜸 찜 찌개 스테이크 반숙 완숙 고기 밥 소스 수프 쿠키 케이크 피자 만두 육수 스파게티 냉면
        우동 커피 너겟 치킨 뇨키 고로케
        """
    )
)
_DISHES: Final = tuple(FOOD_KO)
#: What a longer name may end in. Not 가지: "여러 가지".
_KINDS: Final = frozenset(
    word for word in PANTRY_KO if len(word) > 1 and word not in ("가지", "타임", "안심", "양념")
) | {*listed("떡 밥 죽 찜 탕 빵")}
#: How it is made stands before it, and belongs to it.
_MADE: Final = frozenset(listed("삶은 반숙 완숙 찐 군 구운 볶은 다진 냉동 왼쪽 오른쪽"))


def named_in_korean(bare: str) -> Named | None:
    words = _WORD.findall(_TIMER.sub(r" \g<0>", _NUMBERED.sub(" ", _BEFORE_THAT.sub("", bare))))
    for reading in (_called, _meant_for, _the_one, _before_its_word):
        name = reading(words)
        if name:
            return Named(name, True)
    said = _in_english(words)
    if said is not None:
        return said
    food = _behind_its_word(words) or _food_alone(words)
    return None if food is None else Named(food, False)


#: "2차 발효", "2번 화구".
_NUMBERED: Final = re.compile("[0-9]+[가-힣]*")
#: "오기 전에": that is when, and not what for.
_BEFORE_THAT: Final = re.compile("^.*[가-힣]기 (?:전|때문)에?")


def is_food(word: str) -> bool:
    """Known, or of a known kind: 군고구마, 가래떡."""
    return word in _FOOD or word.endswith(_DISHES) or any(word[start:] in _KINDS for start in range(1, len(word)))


def _called(words: list[str]) -> str | None:
    """ "이름은 양파", "이름을 스튜로 해 줘", "고구마라는 이름으로", "찜닭이라고 하고"."""
    for place, word in enumerate(words):
        if _NAME_WORD.fullmatch(word):
            before, after = words[max(0, place - 1) : place], _said_as(words[place + 1 :])
            quoted = [_QUOTED.sub("", word) for word in before]
            return _named(quoted) or after if quoted != before else after or _named(quoted)
    foods = (_food([_QUOTED.sub("", word)]) for word in words if word.endswith(("라고", "라는")))
    return next(filter(None, foods), None)


def _said_as(words: list[str]) -> str | None:
    """ "스튜로 해 줘", "미역 불리기로", "양파"; also "뭐로 하지 육개장으로"."""
    end = words.index("|") if "|" in words else len(words)
    for place, word in enumerate(words[:end]):
        said = _AS.sub("", word)
        if said != word and (name := _named([*_with_what_belongs(words[:place], said), said])):
            return name
    return _named(words[: min(end, 1)])


_NAME_WORD: Final = re.compile("이름(?:은|을|이|도|으로|만)?")
_AS: Final = re.compile("(?<=[가-힣])(?:이라고|라고|으로|로|이야|이에요|예요|이요|입니다)$")
_QUOTED: Final = re.compile("(?<=[가-힣])(?:이?라[고는]|으로|로)$")


def _meant_for(words: list[str]) -> str | None:
    """ "새우용으로", "홍합용 타이머"."""
    for place, word in enumerate(words):
        use = _USE.fullmatch(word)
        if use is not None and f"{use['name']}용" not in _NO_USE:
            return _named([*_with_what_belongs(words[:place], use["name"]), use["name"]])
        if _USE_ALONE.fullmatch(word) and place:
            return _named(words[place - 1 : place])
    return None


_USE: Final = re.compile("(?P<name>[가-힣]+)용(?:으로|도|이요|은|이야)?")
_USE_ALONE: Final = re.compile("용(?:으로)?")
_NO_USE: Final = frozenset(listed("사용 이용 내용 비용 허용 적용 작용 활용 전용 겸용 혼용 미용 수용 조용"))


def _the_one(words: list[str]) -> str | None:
    """ "감자 거 취소", "수육 건 얼마나"."""
    places = (place for place, word in enumerate(words) if place and _ONE.fullmatch(word))
    return next(filter(None, (_food(words[place - 1 : place]) for place in places)), None)


_ONE: Final = re.compile("거|거는|건|꺼|꺼는|껀|걸")


def _before_its_word(words: list[str]) -> str | None:
    """ "달걀 타이머", "브라우니 | 타이머"."""
    place = _timer_in(words)
    return None if place is None else _last_noun(_said_before(words, place))


def _behind_its_word(words: list[str]) -> str | None:
    """ "| 타이머 감자"."""
    place = _timer_in(words)
    behind = [] if place is None else _without_fillers(words[place + 1 :])
    return _food([word for word in behind if word not in "|,"][:1])


def _timer_in(words: list[str]) -> int | None:
    return next((place for place, word in enumerate(words) if _TIMER.match(word)), None)


def _said_before(words: list[str], end: int) -> list[str]:
    """What stands before a place, back to a length of time; before that where nothing else is said."""
    while end > 0:
        start = end
        while start > 0 and words[start - 1] not in "|,":
            start -= 1
        said = _of_this_wish(words[start:end])
        if said:
            return said
        end = start - 1
    return []


def _of_this_wish(words: list[str]) -> list[str]:
    """Without fillers, and without the report that came first: "고기 넣었어 칠 분 타이머"."""
    reported = [place for place, word in enumerate(words) if reports(word)]
    return _without_fillers(words[reported[-1] + 1 if reported else 0 :])


def _without_fillers(words: list[str]) -> list[str]:
    return [word for word in words if word not in NOT_A_NAME_KO]


def _last_noun(words: list[str]) -> str | None:
    """The last word with what belongs to it: "반숙 달걀", "감자 삶는"; not the end of another sentence."""
    named = list(words)
    while named and _done_with_it(named[-1]):
        named.pop()
    if not named or (named != words and _food(named[-1:]) is None):
        return None
    if named[-1].isascii() or ends_a_clause(named[-1]):
        return None
    return _named([*_with_what_belongs(named[:-1], named[-1]), named[-1]])


def _done_with_it(word: str) -> bool:
    return _ACT.search(word) is not None and not is_food(word)


def ends_a_clause(word: str) -> bool:
    """ "질척해", "없이", "걸려": then nothing has been named."""
    return _CLAUSE.search(word) is not None and not is_food(word)


def tells(words: list[str]) -> bool:
    """Whether they tell something instead of naming a timer: "빵 속이 질척해", "파스타 삶을 건데", "걸어둔"."""
    if not words:
        return False
    goes_on = len(words) > 1 and _GOES_ON.search(words[-1]) is not None
    return goes_on or any(map(ends_a_clause, words)) or _done_with_it(words[-1]) or reports(words[-1])


_GOES_ON: Final = re.compile(r"(?:데|니까|고|서|면|려고|[아어]야|[삶찌굽끓볶데]을|[끓찔]일)$")
#: "만두 찌는 거", "파스타 삶을", "도는 타이머".
_ACT: Final = re.compile(
    "[가-힣](?:[는던든한할된둔켠춘운진논놓놨]|놓은|러볼)$|^(?:도는?|만든|삶을|끓일|구울|찔|데칠|볶을|쓸|갈|넣을)$"
)
_CLAUSE: Final = re.compile(
    "(?:돼|[가-힣]네|[할일볼갈]래|[가-힣]{2}래|데|[가-힣]노|[켜꺼춰워려]|걸어|잡아|끓어|[질없있낮높짧]어|[빨하노]개|(?<!튀)긴|넣음|꺼냄|[늦는한]대|[가-힣]척?해"
    "|(?<![테살텔렐졸콜])라|야|느냐|없이|처럼|같이|대로|만큼|엔|에서|[가-힣]{2}에(?:는|다)?"
    "|^(?:된|되나|가자|어느|모어|미닛|짧은|긴))$"
)


def _with_what_belongs(before: list[str], last: str) -> list[str]:
    """The word before the last one of a name: "삶은 달걀", "토마토 소스", "오이지 절이기"."""
    if not before:
        return []
    word = before[-1]
    belongs = word in _MADE or is_food(word) or (_PROCESS.search(last) is not None and _named([word]) == word)
    return [word] if belongs else []


#: What is done to food, and takes time.
_PROCESS: Final = re.compile("[가-힣]기$|^(?:휴지|발효|숙성|레스팅|예열|해동|절임)$")


def _in_english(words: list[str]) -> Named | None:
    """ "한 시간 반 timer for the 갈비찜", "pizza dough 타이머"."""
    if not any(word.isascii() and word.isalpha() for word in words):
        return None
    return named_in_english(" ".join("," if word in NOT_A_NAME_KO else word for word in words))


def _food_alone(words: list[str]) -> str | None:
    """ "라면 | 재 줘", "| 고구마", "| 재 줄래 단호박": no word for a timer before it, so only food may be its name."""
    timed = any(map(_TIMER.match, words))
    if "|" not in words:
        return _first_food(_of_this_wish(words) if timed else _without_fillers(words))
    place = words.index("|")
    before = words[:place]
    said = _of_this_wish(before) if timed else _without_fillers(before)
    after = _without_fillers(words[place + 1 :])
    return (
        _first_food(said)
        or _food(said[-1:])
        or _food(after[:1])
        or _after_the_wish(after)
        or _food([_IT_IS.sub("", word) for word in after[-1:]])
    )


def _after_the_wish(words: list[str]) -> str | None:
    """ "| 재 줘 머핀 들어갔어", "| 재봐 쪽파 데칠 거야"."""
    pairs = pairwise(words)
    return next(filter(None, (_food([word]) for wish, word in pairs if _WISH.search(wish))), None)


_WISH: Final = re.compile("(?:줘|줘요|봐|돼|주라|주세요|맞춰|부탁해)$")
_IT_IS: Final = re.compile("(?<=[가-힣]{2})(?:이야|야|이에요|예요|이요|요|입니다)$")


def _first_food(words: list[str]) -> str | None:
    """ "토마토 소스", but of "라면 물 올렸으니까" only 라면."""
    both = _food(words[:2]) if len(words) > 1 and (len(words[1]) > 1 or words[0] in _MADE) else None
    return both or _food(words[:1])


def _food(words: list[str]) -> str | None:
    name = _named(words)
    return name if name and is_food(name.split()[-1]) and len(name.split()) == len(words) else None


def _named(words: list[str]) -> str | None:
    if any(word in NOT_A_NAME_KO for word in words):
        return None
    if words and is_food(bare := words[-1].removesuffix("은")):
        words = [*words[:-1], bare]  # "면은 칠 분"
    name = korean_name([word.removesuffix("짜리") or word for word in words])
    return name if name and name not in NOT_A_NAME_KO else None
