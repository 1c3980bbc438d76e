"""The dish in "김치찌개 만들자" and "let's make pancakes": what is left when the asking words are taken off.

Whether there is such a recipe is for the orchestrator to find out.
"""

import re
from typing import Final

from services.llm.classifier.amounts_beside import without_amounts
from services.llm.classifier.concepts import FOOD_EN, FOOD_KO
from services.llm.classifier.pantry import PANTRY_KO
from shared.kitchen.text import has_hangul, listed, normalise

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
    r"변경|정했|가자|로\s*가|해볼|해보|해야|할라|할려|하려|해먹|도전|배우|구워|볶아|부쳐|튀겨"
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

_ASK_EN: Final = re.compile(
    r"^.*?(?:(?:recipe|recipes) (?:for|of)|i fancy(?: (?:doing|making|having|cooking))?|"
    r"how about(?: we)?(?: (?:make|cook|do|try|have))?|how (?:do|can|"
    r"would|to|should|does)(?: (?:i|you|we|one))? ?(?:make|cook|bake|prepare)|\bto (?:make|cook|bake|prepare)|"
    r"(?:show|teach|tell|help) (?:me|us)(?: how)?(?: to)? (?:make|cook|bake|prepare)|"
    r"(?:want|like|love|rather|going|gonna|wanna|feels? like|mood|ready|trying|plan|craving|begging|lets|well|ill|"
    r"let us|can we|could we|can i|could i|shall we|fancy|were|im|we are|i am)"
    r"(?: (?:to|for|of|now|today|really|you|thinking|have a go at|in the mood for|try my hand at))* ?"
    r"(?:making|doing|having|cooking|make|cook|bake|baking|prepare|do|try|have|eat|"
    r"attempt|eating|go with|going with|craving|choose|pick|take|start|(?:switch|swap|change) to|kill for)?|"
    r"^(?:please |ok |okay |so |um |uh |hey |and |well |now |alright |right |oh )*(?:make|cook|bake|prepare|find|"
    r"open|show|get|give|pull up|load|put on|put|start|search for|search|look up|bring up|choose|pick|select|read|"
    r"(?:switch|swap|change) to|next up|"
    r"change(?: the)? recipe to|bring|use|fetch|do)(?: me| us)?(?: on)?|\b(?:open|find|get|load|fetch) (?=the |an? ))"
    r"(?: (?:a|an|the|some|that|my|your|for|us|me|up|good|nice|decent|quick|easy|simple|proper|best))* "
)
_TAIL_EN: Final = re.compile(
    r"(?: (?:recipe|recipes|one|on|night|please|today|tonight|for dinner|for lunch|for breakfast|for tonight|instead|"
    r"now|then|sounds good|it is|for me|thanks|this time|again|dish|next|first|tomorrow|ok|okay|pretty please|"
    r"pretty|sounds nice|sounds lovely|thing|time|so|bro|going|this (?:morning|evening|afternoon)))+$"
)
_NO_DISH_EN: Final = frozenset(
    (
        *listed(
            """
            something it this that them first second third last another new different recipe recipes other anything one
            """
        ),
        *("something else", "another recipe", "a different recipe", "surprise me", "something different"),
        *("recipe please", "something new"),
    )
)


def dish_in(text: str) -> str | None:
    said = normalise(text)
    return _plain(_korean(said), _FOOD_KO, said) if has_hangul(said) else _plain(_english(said), _KNOWN_EN, said)


#: A word that ends in a food is a dish whole: "제육볶음", and "삼겹살 김치찌개" is one too.
_FOOD_KO: Final = re.compile(rf"(?:^| )(?:나는|난|저는|우리는|오늘은|오늘)?(?P<dish>[가-힣]*?(?:{'|'.join(FOOD_KO)}))")
#: Signs that a reason or a story stayed in: no dish is called that.
_A_SENTENCE: Final = re.compile(
    r"니까|아서|어서|해서|는데|거든|었|았|했|던|려다|싶|운데|은데|^나는|^난 |^저는|달래|\b(?:i|i've|we|my|me|so|"
    r"because|that|up|it|for|can|wants?)\b"
)


#: Words around a dish, never of it: "we're doing shepherd's pie tonight, pull it up".
_NOT_OF_IT_EN: Final = (
    "a|an|the|some|my|your|our|of|to|and|or|i|im|id|ill|we|were|well|you|he|she|they|it|its|that|this|one|"
    "ones|no|not|yes|is|was|"
    "are|be|can|could|do|doing|did|does|how|what|make|making|made|cook|cooking|bake|baking|open|find|get|"
    "give|put|bring|pull|"
    "load|show|start|change|switch|choose|pick|select|take|me|us|up|on|over|for|with|by|then|now|actually|"
    "rather|want|wants|fancy|"
    "love|like|lets|have|having|got|new|recipe|recipes|something|called|about|nice|good|please|meant|today|"
    "tonight|some|kids|"
    "craving|hankering|mood|in|feel|go|going|try|first|second|next|other|another|so|because|whole|big|proper|said"
)
_KNOWN_EN: Final = re.compile(rf"\b(?P<dish>(?:(?!(?:{_NOT_OF_IT_EN})\b)[a-z]+ ){{0,2}}(?:{FOOD_EN}))\b")
_AFTER_EN: Final = re.compile(
    r"(?: (?:(?:pull|bring|open|load|put|get|look) (?:it|that|them|this)(?: one| recipe)?(?: up)?|"
    r"lets (?:go|do (?:it|that|this)|"
    r"have it)|it is(?: then)?|and cook it|this evening|i think|maybe|have ye got that up|got or not|or not|"
    r"yaar|beta|love|pal|mate|"
    r"lah|maam|sir|chef|darling|please(?: hen| duck| pet)?|(?:the |that )?recipes?|today|tonight|then|now))+$"
)
_LEFT_OVER_EN: Final = re.compile(
    r"^(?:(?:today|tonight|for dinner|no|actually|ok|okay|so|um|and|well|oh)? ?(?:its|were doing|"
    r"were making|were having|were cooking|"
    r"well have|well be (?:making|having|cooking|doing)|well do|ill take|ill have|i meant|we cook|we make|"
    r"let me (?:cook|make|do)|"
    r"let us (?:cook|make)|"
    r"something called|(?:a |some )?recipes? for)(?: (?:a|an|the|some))? )+"
)


def _plain(dish: str | None, food: re.Pattern[str], said: str) -> str | None:
    """The dish itself, where reasons ("비가 오니까 파전") or nothing at all were taken for it."""
    if dish is not None and not _A_SENTENCE.search(dish):
        return dish
    known = food.search(said)
    return known["dish"] if known is not None else dish


def _korean(said: str) -> str | None:
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


def _english(said: str) -> str | None:
    said = re.sub(r"^not (?:this one|that) ?", "", said)
    said = _NOT_THAT_EN.sub("", _FOR_SO_MANY_EN.sub("", _AFTER_EN.sub("", said)))
    instead = _TAKEN_BACK_EN.match(said)
    bare = (_asked_for(instead["rest"]) if instead is not None else None) or _asked_for(said)
    return None if bare is None or len(bare.split()) > _LONGEST_EN else bare


def _asked_for(said: str) -> str | None:
    said = _LEFT_OVER_EN.sub("", _AFTER_EN.sub("", said))
    bare = _TAIL_EN.sub("", _ASK_EN.sub("", said, count=1)).strip()
    bare = _AHEAD_OF_IT_EN.sub("", _A_RECIPE_FOR_EN.sub("", bare))
    bare = _FOR_WHOM_EN.sub("", _WHICH_ONE_EN.sub("", bare)).strip()
    return None if not bare or bare in _NO_DISH_EN else bare


_LONGEST_EN: Final = 5
_A_RECIPE_FOR_EN: Final = re.compile(
    r"^(?:a |the )?(?:(?:recipe|dish|thing|something) (?:for|of|called|with) |recipe (?!please))"
)
_AHEAD_OF_IT_EN: Final = re.compile(
    r"^(?:a|an|the|some|to|make|cook|bake|get|making|cooking|us|me)(?: (?:a|an|the|some))? "
)
#: "The second one, the laksa", "kimbap for the picnic".
_WHICH_ONE_EN: Final = re.compile(
    r"^(?:(?:first|second|third|last|other) (?:one|dish|recipe)|number \w+|new recipe)(?: |$)(?:please )?(?:the )?"
)
_FOR_WHOM_EN: Final = re.compile(r"(?<=\w)(?<!^go) for (?:the|my|our|a) .+$")
#: "Pad thai, no, green curry".
_TAKEN_BACK_EN: Final = re.compile(
    r"^.+ (?:no wait|no sorry|no actually|or rather|make (?:that|it)|i mean|i meant|sorry|actually|no) (?P<rest>.+)$"
)
_NOT_THAT_EN: Final = re.compile(
    r"(?<=\w)(?<!\bor)(?<!\bno) (?:not|nothing) (?!.*\b(?:lets|open|make|do|cook|but|its|instead)\b).+$"
)
_FOR_SO_MANY_EN: Final = re.compile(
    r" for (?:\d+|two|three|four|five|six|seven|eight|nine|ten|the kids|everyone|everybody|us all)\b.*$"
)
