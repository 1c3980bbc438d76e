"""What was said besides the intent: steps, durations, ingredients, names, amounts, read from the cook's own words.

Only what was said. A slot that isn't there is left out; nothing is guessed, defaulted or taken from a model.
"""

import re
from collections.abc import Callable
from typing import Final

from services.llm.classifier.concepts import FOOD_EN
from services.llm.classifier.dishes import dish_in
from services.llm.classifier.pantry import PANTRY_EN, PANTRY_KO
from services.llm.situation import Situation
from shared.contracts.llm import Slots
from shared.kitchen.durations import find_durations
from shared.kitchen.ingredient_names import find_ingredients
from shared.kitchen.intents import Intent
from shared.kitchen.numbers import find_numbers
from shared.kitchen.quantities import find_quantities
from shared.kitchen.scaling import find_scale
from shared.kitchen.steps import find_step
from shared.kitchen.temperatures import find_temperatures
from shared.kitchen.text import has_hangul, listed
from shared.kitchen.timer_names import english_name, korean_name
from shared.kitchen.units import WORDS, find_unit

NOTHING: Final = Slots()


def read_slots(intent: Intent, text: str, situation: Situation) -> Slots:
    reader = _READERS.get(intent)
    return reader(text, situation) if reader is not None else NOTHING


def _goto(text: str, _: Situation) -> Slots:
    target = find_step(text)
    if target is not None:
        return Slots(step=target.step, offset=target.offset)
    if _LAST.search(text.lower()):
        return Slots(step=-1)
    spelled = _SPELLED.search(text)
    if spelled is not None:
        return Slots(step=_SPELLINGS[spelled["loan"] or _NUMERAL.sub("", spelled["own"])])
    moved = _PLACES.search(text)
    numbers = find_numbers(text)
    if len(numbers) == 1 and numbers[0].value == int(numbers[0].value):
        number = int(numbers[0].value)
        if moved is not None:
            return Slots(offset=-number if moved["back"] or moved["back2"] else number)
        if _NUMBERED.search(text.lower()) or _PUT_AT.search(text[: numbers[0].start].lower()):
            return Slots(step=number)
    return NOTHING


_LAST: Final = re.compile(
    r"끄트머리|맨 ?끝 ?(?:단계|거|으로)"
    r"|\b(?:closing|final|ending|last|very last|very end) (?:step|one|instruction|bit|part|stage)\b|\bto the "
    r"(?:very )?end\b"
)
#: "스텝 쓰리", "다섯 번으로", "구단계틀어봐". Not "이 단계", which is this one, nor "두 번 읽어", which is twice.
_SPELLINGS: Final = {
    spelling: value
    for value, spellings in enumerate(
        (
            *("원 일 첫", "투 이 두", "쓰리 삼 세", "포 사 네", "파이브 오 다섯", "식스 육 여섯", "세븐 칠 일곱"),
            *("에잇 팔 여덟", "나인 구 아홉", "텐 십 열"),
        ),
        1,
    )
    for spelling in spellings.split()
}
_SPELLED: Final = re.compile(
    rf"(?:스텝|스탭) ?(?P<loan>{'|'.join(_SPELLINGS)})(?:로|으로| |$)"
    r"|(?:^|[ ,])(?P<own>(?:[일삼사오육칠팔구십] ?(?:번(?:째)?|단계) ?(?=으?로|[를을]|부터|단계|틀|열|켜|가|읽|보|$))"
    r"|(?:첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?:번째|단계|번 ?(?=으로)) ?(?=으?로|[를을]|부터|[거꺼것]|틀|"
    r"열|켜|가|읽|보|$))"
)
_NUMERAL: Final = re.compile(r" ?(?:번(?:째)?|단계) ?$")
_PLACES: Final = re.compile(
    r"[칸개] ?(?:만 ?)?(?:(?P<back>뒤로|전으로|이전)|앞으로|넘|건너)|\b(?:hop|leap|jump|skip|go|move|bounce) "
    r"(?:(?P<back2>back)|forwards?|ahead)\b",
    re.IGNORECASE,
)
_PUT_AT: Final = re.compile(r"\b(?:put|get|set|drop|plonk|take|bring) (?:me|us) (?:back )?(?:on|at|to|onto) $")
_NUMBERED: Final = re.compile(r"\b(?:number|step|instruction|no\.?) (?:\d|[a-z])|번째 ?(?:걸|거|껄|단계)")


def _timer(text: str, situation: Situation) -> Slots:
    durations = find_durations(text)
    return Slots(duration_s=durations[0].seconds if durations else None, name=timer_name(text, situation))


def _timer_by_name(text: str, situation: Situation) -> Slots:
    return Slots(name=timer_name(text, situation))


def _more_time(text: str, situation: Situation) -> Slots:
    durations = find_durations(text)
    seconds = durations[0].seconds if durations else _bare_minutes(text)
    if seconds is None:
        return Slots(name=timer_name(text, situation))
    less = (durations and durations[0].change < 0) or _LESS.search(text.lower()) is not None
    return Slots(duration_s=-seconds if less else seconds, name=timer_name(text, situation))


def _bare_minutes(text: str) -> int | None:
    """ "Give it another ten": on a timer that runs, a bare number is minutes. "One more" is not."""
    numbers = find_numbers(text)
    if len(numbers) != 1 or not _BY_THE_MINUTE.search(text.lower()):
        return None
    value = numbers[0].value
    return int(value) * 60 if value == int(value) and 1 < value <= _MOST_MINUTES else None


_MOST_MINUTES: Final = 90
_BY_THE_MINUTE: Final = re.compile(r"\b(?:another|extra|add|by|more|on|off|plus|further)\b|추가|플러스|더")


_LESS: Final = re.compile(
    r"줄여|줄이|빼|단축|당겨|깎|[분초간]만? ?덜|짧게|\b(?:less|off|subtract|remove|reduce|shorten|decrease|"
    r"cut|minus|away|deduct|lower|shave|knock|shorter)\b"
)


def _servings(text: str, _: Situation) -> Slots:
    target = find_scale(text)
    if target is None:
        return _bare_servings(text)
    return Slots(
        servings=None if target.servings is None else float(target.servings),
        factor=None if target.factor is None else float(target.factor),
    )


def _bare_servings(text: str) -> Slots:
    """ "We'll be five tonight", "times it by four": what stands beside the only number says what it counts."""
    low = text.lower()
    numbers = find_numbers(low)
    if len(numbers) != 1 or not 0 < numbers[0].value <= _MOST_GUESTS:
        return NOTHING
    value, before, after = float(numbers[0].value), low[: numbers[0].start], low[numbers[0].end :]
    if _MULTIPLIED.search(before) or after.lstrip().startswith("배"):
        return Slots(factor=value)
    if (
        value == int(value)
        and not _A_CHANGE.search(low)
        and (_EATERS_BEFORE.search(before) or _EATERS_AFTER.match(after))
    ):
        return Slots(servings=value)
    return NOTHING


_MOST_GUESTS: Final = 100
_MULTIPLIED: Final = re.compile(r"\b(?:times|multipl\w+)\b.*\b(?:by|with|x) $")
_EATERS_BEFORE: Final = re.compile(
    r"\b(?:for|to|be|are|makes?|make it|that makes|feeding|feed|serves?|serving|it'?s|there'?s|we'?re|have|do|need|"
    r"want|"
    r"party of|table of|family of|total of) (?:the |a |just |only |now |about )?$"
)
_EATERS_AFTER: Final = re.compile(
    r" (?:plates|mouths|eating|of us|at the table|portions|hungry)\b| ?(?:으?로|이서|명|인|식구|사람|그릇|접시)"
)
#: "Two more are coming" and "one can't make it" change a number that isn't said.
_A_CHANGE: Final = re.compile(r"\b(?:more|extra|another|fewer|less|not|isn'?t|can'?t|won'?t|cancelled)\b")


def _ingredient(text: str, situation: Situation) -> Slots:
    return Slots(ingredient=ingredient(text, situation.ingredients))


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


def _recipe(text: str, _: Situation) -> Slots:
    return Slots(query=dish_in(text))


def _conversion(text: str, _: Situation) -> Slots:
    amount, unit, place = _measure(text)
    return Slots(amount=amount, unit=unit, to=_target_unit(text, unit, place))


def _measure(text: str) -> tuple[float | None, str | None, tuple[int, int]]:
    for quantity in find_quantities(text):
        if quantity.amount is not None and quantity.unit is not None:
            return float(quantity.amount), quantity.unit, (quantity.start, quantity.end)
    for temperature in find_temperatures(text):
        given_f = re.search(r"화씨|fahrenheit|[0-9 ]f\b", text.lower()[: temperature.end + 12])
        wants_c = re.search(r"(?:in|to) c(?:elsius)?\b|섭씨(?:로|로는|면)", text.lower())
        unit = (
            "fahrenheit" if given_f or (wants_c and not re.search("섭씨", text[: temperature.start + 1])) else "celsius"
        )
        number = re.search(r"\d+(?:\.\d+)?", text[temperature.start : temperature.end])
        if number is not None:
            return float(number[0]), unit, (temperature.start, temperature.end)
    return None, None, (0, 0)


_UNIT_WORDS: Final = re.compile(
    r"(?P<ko>그램|밀리리터|밀리|미리|리터|킬로그램|킬로|큰술|작은술|테이블스푼|티스푼|스푼|숟갈|숟가락|컵|온스|"
    r"파운드|섭씨|화씨|센티|인치|씨씨)"
    r"|(?<![a-z])(?P<en>grams?|g|kg|kilograms?|kilos?|milliliters?|millilitres?|ml|cc|liters?|litres?|l|"
    r"tablespoons?|tbsp|teaspoons?|tsp|cups?|ounces?|oz|pounds?|lbs?|celsius|fahrenheit|c|f|quarts?|pints?|"
    r"gallons?)(?![a-z])"
)


def _target_unit(text: str, source: str | None, place: tuple[int, int]) -> str | None:
    outside = f"{text[: place[0]]}{' ' * (place[1] - place[0])}{text[place[1] :]}".lower()
    for match in _UNIT_WORDS.finditer(outside):
        word = match[0]
        name = {
            "미리": "ml",
            "섭씨": "celsius",
            "화씨": "fahrenheit",
            "c": "celsius",
            "f": "fahrenheit",
            "스푼": "tbsp",
        }.get(word)
        if name is None:
            unit = find_unit(word)
            name = None if unit is None else unit.name
        if name is not None and name != source and (word in WORDS or name):
            return name
    return None


_READERS: Final[dict[Intent, Callable[[str, Situation], Slots]]] = {
    Intent.GOTO_STEP: _goto,
    Intent.SET_TIMER: _timer,
    Intent.ADD_TIME: _more_time,
    Intent.TIMER_STATUS: _timer_by_name,
    Intent.CANCEL_TIMER: _timer_by_name,
    Intent.PAUSE_TIMER: _timer_by_name,
    Intent.RESUME_TIMER: _timer_by_name,
    Intent.SCALE_SERVINGS: _servings,
    Intent.INGREDIENT_AMOUNT: _ingredient,
    Intent.SUBSTITUTE: _ingredient,
    Intent.CONVERT: _conversion,
    Intent.CHOOSE_RECIPE: _recipe,
}
