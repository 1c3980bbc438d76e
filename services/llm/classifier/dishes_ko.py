"""The dish in a Korean sentence: what is left of "오늘은 된장찌개로 갈게" when the asking words are taken off."""

import re
from typing import Final

from services.llm.classifier.amounts_beside import without_amounts
from services.llm.classifier.concepts import FOOD_KO
from services.llm.classifier.pantry import PANTRY_KO
from shared.kitchen.text import listed

_LEAD_KO: Final = re.compile(
    r"^(?:(?:레시피|오늘 저녁엔|오늘 저녁에|오늘 저녁은|오늘 저녁|오늘은|오늘|이제|그럼|그러면|나|나는|난|저는|저|우리|"
    r"메뉴는|메뉴|요리는|끼니는|이번|이번엔|다음엔|자|음|어|아니|혹시|근데|그리고|저기요|저기|네|야|오케이|일단|그|"
    r"아|저녁은|점심은)\s+)+"
)
_TAIL_KO: Final = re.compile(
    r"\s*(?:(?:(?<![볶말구풀심뚜])이|가|을|를|은|는|로|으로|도|나)?\s*(?:한 ?번 |같이 |좀 )*(?:"
    r"레시피|[가-힣]+는\s*(?:법|방법|거)|오픈|로드|땡[기긴]|당[기긴]|하나|요리|만들|해\s*(?:먹|보|볼|봐|줘|주)|"
    r"하자|할래|할게|할까|할\s*거|하고\s*싶|먹고\s*싶|먹자|먹을|먹는|끓이|끓일|끓여|어떻게|찾아|열어|검색|골라|"
    r"골랐|선택|시작|가르쳐|알려|어때|부탁|바꿔|바꾸|바꿀|"
    r"변경|정했|가자|으?로\s*가|해볼|해보|해야|할라|할려|하려|해먹|도전|배우|구워|볶아|부쳐|튀겨"
    r"|갈게|갈래|결정|함 |한번|틀어|켜|띄[워우아]|펴|펼쳐|꺼내|불러|넘어가|로드|쿡|굽|구울|튀기|부치|싸자|쌀래|쑤|"
    r"무치|무쳐|할끼|할란|묵자"
    r"|해 ?묵|가즈아|고고|그거|ㄱ|switch|open|recipe|please)).*$"
)
_PARTICLE_KO: Final = re.compile(r"(?<=[가-힣]{2})(?:으로|로|을|를|은|는|이나|나|도)$")
_NO_DISH_KO: Final = frozenset(
    listed(
        """
        다른 새 새로운 그 이 이거 그거 저거 첫 두 세 첫번째 두번째 요리 레시피 메뉴 아무거나 맛있는 거 추천 뭐 다른거
        바꿔 것 음식 다른요리 오늘 다른레시피 하나
        """
    )
)
#: A word that ends in a food is a dish whole: "제육볶음", and "삼겹살 김치찌개" is one too.
KNOWN_KO: Final = re.compile(rf"(?:^| )(?:나는|난|저는|우리는|오늘은|오늘)?(?P<dish>[가-힣]*?(?:{'|'.join(FOOD_KO)}))")


def korean_dish(said: str) -> str | None:
    said = without_amounts(_TAKEN_BACK_KO.sub("", said)).strip()
    said = _LEAD_KO.sub("", f"{_LETS_KO.sub('', said)} ").strip()
    dish = _last_dish(said.split())
    if dish is not None:
        return dish
    said = _PARTICLE_KO.sub("", _TAIL_KO.sub("", said).strip()).strip()
    words = said.split()
    ahead = [place for place, word in enumerate(words[:-1]) if _AROUND_IT_KO.search(word)]
    words = words[ahead[-1] + 1 if ahead else 0 :]
    if (
        not words
        or len(words) > 4
        or all(word in _NO_DISH_KO for word in words)
        or words[0] in ("다른", "새로운", "새", "그")
        or words[-1] in ("거", "것", "그거")
    ):
        return None
    return " ".join(words)


#: "Let's make 바나나브레드".
_LETS_KO: Final = re.compile(r"^(?:(?:lets|let us|please|can we|make|cook|bake|do|open|today|a|the|some) )+(?=[가-힣])")
#: "저녁에 훠궈", "아이들 간식으로 고로케".
_AROUND_IT_KO: Final = re.compile("[가-힣](?:에|에는|엔|으로|한테|이랑|니까|해서|는데|은데)$")
#: "김밥 말고 유부초밥", "비빔밥 아니 비빔국수".
_TAKEN_BACK_KO: Final = re.compile(r"^.*(?:말고|아니고|아니다|아니야|(?<= )아니) (?=.)")


def _last_dish(words: list[str]) -> str | None:
    """The last dish said, with what that is made of: of "엄마 생신이라 삼겹살 김치찌개" the last two words."""
    bare = list(map(_without_copula, words))
    last = next((place for place in reversed(range(len(bare))) if _is_dish(bare[place])), None)
    if last is None:
        return None
    first = last
    while first > 0 and words[first - 1].endswith(_MADE_OF_KO):
        first -= 1
    return " ".join([*words[first:last], bare[last]])


def _without_copula(word: str) -> str:
    """ "계란말이나" is 계란말이, and "카레로" 카레."""
    ends = (end for end in range(len(word), 0, -1) if end == len(word) or _COPULA_KO.fullmatch(word[end:]))
    return next((word[:end] for end in ends if word[:end].endswith(_DISHES_KO)), _COPULA_KO.sub("", word))


def _is_dish(word: str) -> bool:
    """Ends in one: "애호박전"; but 오전 is no 전, nor 설탕 a 탕."""
    if word in _MADE_OF_KO:
        return word in FOOD_KO
    return (
        word.endswith(FOOD_KO) or (len(word) > 1 and word.endswith(_DISHES_KO)) or (len(word) > 2 and word[-1] == "전")
    )


_DISHES_KO: Final = (*FOOD_KO, *listed("국밥 라멘 맛탕 김치 반미 장국 찌게 국 탕 찜 죽 롤 돈가스"))
_MADE_OF_KO: Final = (
    *(word for word in PANTRY_KO if len(word) > 1),
    *listed("크림 해물 매운 얼큰한 치킨 비건 야채 타이 그린 궁중 돈코츠 로제 명란 엄마표 차돌 한우 해산물"),
)
_COPULA_KO: Final = re.compile("(?:이나|이지|입니다|이다|이요|으로|다|나|이|에|로|을|를|은|는|가|도|요)$")
