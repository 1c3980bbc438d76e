"""Which ingredient "간장 얼마나 넣어" and "we're out of sour cream" speak of."""

import re
from typing import Final

from services.llm.classifier.pantry import PANTRY_EN, PANTRY_KO
from shared.kitchen.ingredient_names import find_ingredients
from shared.kitchen.text import has_hangul, listed


def ingredient(text: str, names: tuple[str, ...]) -> str | None:
    """As spoken, without its particle: a name of the recipe if one is meant, else anything a kitchen may hold."""
    if names:
        found = find_ingredients(text, names)
        if found:
            return _spoken(text, found[0].start, found[0].end)
    text = _STAMMER.sub(r"\1 ", _UM.sub("", _NOT_THIS_BUT.sub("", text)))
    mixed = find_ingredients(text, PANTRY_EN) if has_hangul(text) else ()
    if mixed and text[mixed[0].start : mixed[0].end].isascii():  # "soy sauce 얼마나 넣어"
        return _spoken(text, mixed[0].start, mixed[0].end)
    whole = next((name for name in _TWO_WORDS_KO if name in text), None)
    if whole is not None:
        return whole
    for pattern in (_ABOUT_KO, _ABOUT_EN):
        match = pattern.search(text.lower())
        if match is not None:
            said = text[match.start("name") : match.end("name")].strip()
            named = said.lower() not in _NO_INGREDIENT and (len(said) > 1 or said in PANTRY_KO)
            if said and named and not _VERBAL.search(said):
                return _without_particle(said)
    pantry = find_ingredients(text, PANTRY_KO if has_hangul(text) else PANTRY_EN)
    if not pantry and has_hangul(text):
        pantry = find_ingredients(text, PANTRY_EN)
    return _spoken(text, pantry[0].start, pantry[0].end) if pantry else None


#: "코코넛 밀크 없으면": not the milk alone.
_TWO_WORDS_KO: Final = tuple(name for name in PANTRY_KO if " " in name)
#: "설탕 말고 소금 얼마나": the one after it is meant. "설탕 말고 뭐" stays.
_NOT_THIS_BUT: Final = re.compile(r"^.*(?:말고|아니라|아니고) (?=[가-힣 ]*(?:얼마|몇))")


_UM: Final = re.compile(r"\b(?:um+|uh+|er+|hm+) ", re.IGNORECASE)
_STAMMER: Final = re.compile(r"\b(how (?:much|many)) (?:how (?:much|many)\b ?)+", re.IGNORECASE)


def _spoken(text: str, start: int, end: int) -> str:
    said = text[start:end].strip()
    before = re.search(r"(다진|통|볶은|삶은|간|불린) ?$", text[:start])
    return f"{before[1]} {said}" if before is not None and before[1] == "다진" else said


_WORD_KO: Final = r"(?P<name>(?:(?:다진|통|삶은|볶은|불린) )?[가-힣a-z]{1,12}?)"
_ABOUT_KO: Final = re.compile(
    rf"(?:^|[ ,])(?:(?:그럼|근데|그런데|혹시|저기|음|어|그|자|이제|그리고|여기|지금|아직|집에|우리 집에|우리집에|"
    rf"레시피에|이 단계에서) )*{_WORD_KO}"
    r"(?:은|는|이|가|을|를|도|의)? ?(?:(?:우리 ?)?집에 ?)?"
    r"(?:얼마|얼만|몇 ?(?:큰술|스푼|숟|컵|그램|개|쪽|작은술|티스푼|미리|밀리|모|대|줌|마리|봉지|장|줄|알|톨|국자|"
    r"꼬집|리터|g|ml)|어느 ?정도|양[은이을 ]|양$|분량|"
    r"용량|정량|계량|그램수|무게|대신|말고|없[어는네으이을]|빼[고도면]|안 ?넣|생략|(?:다|똑|뚝|거의) ?떨어|모자라|"
    r"다 ?썼|알레르기|알러지|못 "
    r"?먹|대체|밖에)"
)
_ABOUT_EN: Final = re.compile(
    r"(?:how (?:much|many)(?: (?:cups|tablespoons|teaspoons|grams|ounces|cloves|spoons|pinches|sticks|slices|cans|"
    r"pounds|ml|milliliters) of)?|"
    r"(?:amount|quantity|measurement) (?:of|for)|(?:run|ran|all|am|i'm|we're|'m|are|fresh) out of|out of|"
    r"don'?t (?:have|get|find|sell|stock|keep)(?: any| enough| the)?|can'?t (?:get|find|buy)(?: any)?|"
    r"outta|short of|low on|haven'?t got(?: any)?|(?:have|had|got) no|"
    r"no have|close to|similar to|there'?s no|instead of|in place of|"
    r"(?:substitute|replacement|alternative|sub|swap) for|(?:substitute|replace|swap out|skip|omit|leave out|leave "
    r"off|do without|go without|without|missing|allergic to)|"
    r"what could replace|^no|what about|how about|and(?! how| what))"
    r"(?: (?:the|any|some|my|of the|of))? (?P<name>[a-z]+(?:[ -](?!do\b|am\b|does\b|should\b|is\b|are\b|was\b|goes\b|"
    r"go\b|i\b|we\b|did\b|again\b|to\b|in\b|for\b|what\b|with\b|left\b|can\b|at\b|here\b|needed\b|please\b|will\b|"
    r"and\b|or\b|instead\b|it\b|right\b|now\b|round\b|anywhere\b|has\b|had\b|what\b|would\b|works?\b|please\b|"
    r"quick\b|now\b|la\b|exactly\b|altogether\b|in\b|you\b|each\b|then\b|so\b|if\b|but\b|that\b|would\b|"
    r"could\b)[a-z]+){0,2})"
)
_NO_INGREDIENT: Final = frozenset(
    listed(
        """
        정확히 대충 대략 도대체 그래서 딱 모두 인분 없다 용량 정량 애 게 입맛 밥맛 최종 대체
        그거 이거 저거 그건 이건 이게 그게 것 거 뭐 뭘 다 더 좀 총 전부 각각 이 그 저 여기 지금 시간 불 온도 대신 넣는
        양 남은 아직 얼마 몇 또 그럼 근데 이제 재료 타이머 물건 it that this them these those is do does should i we you
        is was much more time longer need the a some any of degrees minutes minute steps step people servings calories
        hours seconds timers what which how to left else recipes pieces something anything everything tablespoons
        teaspoons cups grams ounces cloves spoons pounds slices sticks then go then now how long
        """
    )
)
_VERBAL: Final = re.compile(r"[었았했졌갔됐][어다네요지음]?$|(?:습니다|어요|는데|니까)$")
_TAIL_KO: Final = re.compile(r"(?:이랑|하고|에는|은|는|이|가|을|를|도|의|랑)$")


def _without_particle(word: str) -> str:
    if not has_hangul(word) or len(word) < 2 or word in PANTRY_KO:
        return word
    bare = _TAIL_KO.sub("", word)
    return bare or word
