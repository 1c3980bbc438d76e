"""The word that "얼마나", "몇 큰술", "대신" and "없는데" ask about in a Korean sentence: the noun before them."""

import re
from typing import Final, NamedTuple

from services.llm.classifier.pantry import PANTRY_KO
from services.llm.classifier.reports_ko import reports
from shared.kitchen.ingredient_concepts import lexicon
from shared.kitchen.text import has_hangul, listed

_KNOWN: Final = frozenset(PANTRY_KO) | frozenset(lexicon()[0])
#: "코코넛 밀크 없으면": not the milk alone.
_TWO_WORDS: Final = tuple(name for name in PANTRY_KO if " " in name)
_MEASURES: Final = "|".join(
    listed(
        """
        큰술 스푼 숟 컵 그램 개 쪽 작은술 티스푼 미리 밀리 모 대 줌 마리 봉지 장 줄 알 톨 국자 꼬집 리터 방울 단 근 킬로
        키로 포기 홉 잎 송이 조각 덩이 g ml
        """
    )
)
#: How much, and what else would do.
_ASKED: Final = re.compile(
    rf"(?P<amount>얼마|얼만|을마|을매|몇 ?(?:{_MEASURES})|어느 ?정도|양[은이을만도 ]|양$|분량|용량|정량|계량|그램수"
    r"|무게|(?<=[가-힣][가-힣])량(?:은|이|을|만)?(?= |$))"
    r"|대신|말고|없[어는네으이을다더]|빼[고도면]|안 ?넣|생략|(?:다|똑|뚝|거의) ?떨어|떨어졌|모자라|다 ?썼"
    r"|알레르기|알러지|못 ?[먹구사샀]|구하기|안 ?팔|대체|밖에"
)
#: Between the noun and what is asked of it: "설탕은 정확히 얼마", "우유가 집에 없네".
_BETWEEN: Final = frozenset(
    listed(
        """
        정확히 대충 대략 도대체 그래서 딱 모두 다 더 좀 총 전부 각각 집에 우리 우리집에 지금 여기 이제 또 진짜 원래 한
        아니면 하나 하나도 거의 똑 아예 아직 보통 최대 극혐 꼭 넣는 들어가는 필요한 종류 상관없이
        큰술 작은술 스푼 티스푼 숟갈 숟가락 컵 그램
        """
    )
)
#: "식용유 프라이팬에 얼마나", "루꼴라가 마트에 없더라".
_WHERE: Final = re.compile("[가-힣]{2}에(?:는|도|서)?$")
_NO_INGREDIENT: Final = frozenset(
    listed(
        """
        인분 없다 용량 애 게 입맛 밥맛 최종 대체 그거 이거 저거 그건 이건 이게 그게 것 거 뭐 뭘 이 그 저 나 너 시간 불
        온도 대신 양 남은 얼마 몇 그럼 근데 재료 타이머 물건 혹시 저기 음 어 자 그리고 그런데 레시피에 단계에서 뭐로
        뭘로 손님 상관 비율 오븐 믹서 냄비 프라이팬 저울 애들 아이 아이들 남편 친구 아내 엄마 아빠
        무엇으로 무엇
        """
    )
)
_VERBAL: Final = re.compile(
    r"(?:[가-힣]{2}서|습니다|어요|[은는인던][데디]|니까|라면|[넣썰먹끓볶]을|[을할쓸될갈]까|때)$"
    r"|^(?:넣어|부어|풀어|썰어|끓여|볶아|구워|있어|싫어|좋아|매워|비싸|많아|적어|돼|해|줘|맞아|거야)$"
)
_TAIL: Final = re.compile(r"(?:이랑|하고|에는|으로|은|는|이|가|을|를|도|의|랑)$")
_AND: Final = re.compile(r"[가-힣](?:이랑|하고|랑)$")
#: What a name of two words ends in: "파스타 면", "발사믹 식초".
_HEADS: Final = frozenset(
    listed(
        """
        면 소스 가루 식초 오일 기름 치즈 밀크 크림 육수 고기 즙 액 젓 시럽 파우더 페이스트 플레이크 분말 퓨레 에센스
        익스트랙 잎 씨 껍질 살
        """
    )
)
_BEFORE_IT: Final = frozenset(listed("다진 통 삶은 볶은 불린"))
_NO_NOUN: Final = re.compile(r"(?:면|서|는|은|이|가|을|를|에|고|데|로|의|도|럼)$")


class Asked(NamedTuple):
    """`sure`: it is an ingredient that is known, or the words beside it leave no doubt."""

    name: str
    sure: bool


def asked_in_korean(text: str) -> Asked | None:
    whole = next((name for name in _TWO_WORDS if name in text), None)
    if whole is not None:
        return Asked(whole, True)
    for asked in _ASKED.finditer(text.lower()):
        found = _noun_before(text[: asked.start()])
        if found is not None:
            return found if asked["amount"] else Asked(found.name, True)
    return None


def _noun_before(text: str) -> Asked | None:
    words = re.split(r"[ ,.?!]+", text.strip(" ,.?!"))
    while words and (words[-1] in _BETWEEN or _WHERE.search(words[-1])):
        words.pop()
    while len(words) > 1 and _AND.search(words[-2]):
        words.pop()  # of two, the first: "간장이랑 설탕 각각 얼마씩"
    if not words or not has_hangul(words[-1]):
        return None
    said = words.pop()
    name = _without_particle(said)
    if name not in _KNOWN and (
        len(said) < 2 or {name, _TAIL.sub("", said)} & _NO_INGREDIENT or _VERBAL.search(said) or reports(said)
    ):
        return None
    if words and (words[-1] in _BEFORE_IT or (name in _HEADS and has_hangul(words[-1]) and _is_noun(words[-1]))):
        return Asked(f"{words[-1]} {name}", True)
    return Asked(name, name in _KNOWN)


def _is_noun(word: str) -> bool:
    return word in _KNOWN or (word not in _BETWEEN | _NO_INGREDIENT and _NO_NOUN.search(word) is None)


def _without_particle(word: str) -> str:
    if len(word) < 2 or word in _KNOWN:
        return word
    bare = _TAIL.sub("", word)
    return word if not bare or (len(bare) == 1 and word[-1] in "이가" and bare not in _KNOWN) else bare
