"""How much of the recipe the cook wants: "4인분으로", "두 명 더", "어른 둘 애 둘", "고기 300그램 기준으로".

Only what the words come to, as a factor of the recipe as it is written. What is done about it is in `adapting.py`.
"""

import re
from dataclasses import replace
from fractions import Fraction

from orchestrator.recipes.model import Amount, Ingredient, Recipe
from orchestrator.recipes.scaling import scaled
from orchestrator.session.action import Action
from orchestrator.session.decision import Decision, happened, say
from orchestrator.session.events import Asked
from orchestrator.session.mentions import mentioned
from orchestrator.session.moving import QUESTION_LASTS_S
from orchestrator.session.reading import name_in
from orchestrator.session.state import Expects, Option, Question, State
from orchestrator.wording import phrase
from orchestrator.wording.amounts import amount_of, listed, said_amount
from shared.kitchen.intents import Intent
from shared.kitchen.quantities import Quantity, find_quantities
from shared.kitchen.servings import find_scale
from shared.kitchen.units import UNITS, Refusal, convert

MOST_SERVINGS = 100
_COUNT_KO = r"하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|\d{1,2}"
#: "두 분" are people; "5분" are minutes.
_PEOPLE_KO = r"(?:사람|명|인분|(?<!\d)\s*(?<!\d\s)분|식구)"
_COUNT_EN = r"one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}"
_COUNTS = dict(
    zip("하나 둘 셋 넷 다섯 여섯 일곱 여덟".split(), range(1, 9), strict=True),
    **dict(zip("한 두 세 네".split(), range(1, 5), strict=True)),
    **dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)),
    a=1,
    an=1,
)
#: So many more or fewer than now: "2인분 추가", "한 사람 더 온대", "one more person is coming".
_MORE = re.compile(
    rf"(?P<ko>{_COUNT_KO})\s*{_PEOPLE_KO}(?:이|만|을|정도)?\s*(?:더(?!\s*(?:크|작|많|적))|추가|늘)"
    rf"|(?:애|아이|손님|친구|사람|식구)(?:가|이|도)?\s*(?P<who>{_COUNT_KO})\s*더(?!\s*(?:크|작|많|적))"
    rf"|\b(?:(?P<en>{_COUNT_EN}) (?:more|extra|additional)|another|an extra|an additional|add (?P<add>{_COUNT_EN}))"
    r" (?:person|people|guests?|servings?|portions?|friends?|kids?|adults?|mouths?)\b",
    re.IGNORECASE,
)
_FEWER = re.compile(
    rf"(?P<ko>{_COUNT_KO})\s*{_PEOPLE_KO}(?:이|만|을|은)?\s*(?:못\s*[온와오]|안\s*[온와오]|안\s*먹|빠졌|빠져|빠진|빼|덜|줄여|줄어)"
    rf"|\b(?P<en>{_COUNT_EN}) (?:person|people|guests?|servings?|portions?)"
    r" (?:less|fewer|can(?:'?t|not) (?:make|come)|(?:is|are)(?:n'?t| not) coming|cancel)"
    rf"|\b(?P<add>{_COUNT_EN}) (?:fewer|less) (?:person|people|guests?|servings?|portions?)\b",
    re.IGNORECASE,
)
#: Everybody at the table, counted by kind: "어른 둘 애 둘", "two adults and two kids".
_KINDS_KO = re.compile(rf"(?:어른|성인|애들?|아이들?|아기|어린이|할머니|할아버지|손님)(?:이|은|는)?\s*({_COUNT_KO})")
_KINDS_EN = re.compile(
    rf"\b({_COUNT_EN}|an?) (?:adults?|grown-?ups?|kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|guests?)\b"
)
_FAMILY = re.compile(
    rf"(?:식구|가족|우리)(?:는|가|이|은)?\s*(?:모두|다\s*해서|총|전부)?\s*"
    rf"(?:(?P<all>둘|셋|넷|다섯|여섯|일곱|여덟)\s*(?:이|야|예)|(?P<each>{_COUNT_KO})\s*명)"
)
#: What changes what there is now, unlike "4인분으로".
_TIMES = (
    (re.compile(r"반의\s*반|\bquarter\b", re.IGNORECASE), Fraction(1, 4)),
    (
        re.compile(r"절반|반(?=만|으로|씩|이면|\s*인분|\s*줄|\s*$)|\bhal(?:f|ve|ved|ving)\b", re.IGNORECASE),
        Fraction(1, 2),
    ),
    (re.compile(r"(?:두|2)\s*배|\b(?:double|twice)\b", re.IGNORECASE), Fraction(2)),
    (re.compile(r"(?:세|3)\s*배|\b(?:triple|three times)\b", re.IGNORECASE), Fraction(3)),
)
_FROM_NOW = re.compile(
    r"거기서|지금|반|(?:두|2)\s*배|줄여|줄이|줄일|늘려|늘리|늘릴|\bhal(?:f|ve)\b|\bdouble\b|\btwice\b"
    r"|\bcut\b|\breduce\b|\bincrease\b|\bagain\b|\bmore\b",
    re.IGNORECASE,
)
_ONCE_MORE = re.compile(r"거기서|지금|더|또|\bthat\b|\bagain\b|\bmore\b", re.IGNORECASE)
_FOR_SO_MANY = re.compile(rf"\bfor (?:about )?({_COUNT_EN})(?!\s*(?:min|hour|sec|\d))\b", re.IGNORECASE)
_IF_TIMES_EN = re.compile(r"\bif (?:i|we) (?:double|halve|triple)\b", re.IGNORECASE)
#: What these are really asked with.
_OTHERWISE = {
    Intent.INGREDIENT_AMOUNT: re.compile(r"얼마|몇|\bhow (?:much|many)\b", re.IGNORECASE),
    Intent.SUBSTITUTE: re.compile(r"대신|말고|뭐|\binstead\b|\bsubstitute\b|\bwhat\b", re.IGNORECASE),
}
_IF_HALF = re.compile(r"반(?:이면|으로\s*하면)")
_AS_WRITTEN = re.compile(r"원래|레시피|\boriginal|\brecipe\b", re.IGNORECASE)
_FROM_HERE = re.compile(r"^\s*(?:거기서|지금\s*(?:양|거|것)?에서|지금보다)\s*(?:더\s*)?(?:절?반|(?:두|2)\s*배)")
#: "고기 300그램 기준으로": as much as there is of one thing decides. "밖에 없어" alone is asked back.
_BY_THAT_KO = re.compile(
    r"\s*(?:만큼|정도)?\s*(?:기준|(?:으로|로|에)\s*(?:할|하고|만들|맞춰|맞추|바꿔|바꾸|줄여|늘려|하자|해줘|해\b))"
)
_THERE_IS_KO = re.compile(r"\s*(?:이|가|은)?\s*(?:있[어는다]|남았)")
_BY_THAT_EN = re.compile(r"\bscale\b|\bbased on\b|\badjust\b|\bmake it with\b", re.IGNORECASE)
_ONLY_THERE_IS = re.compile(r"밖에|뿐|만\s*있|\b(?:only|just) (?:have|got)\b|\bonly\b.*\bleft\b", re.IGNORECASE)
#: One thing alone is changed: "고춧가루만 반으로", "just half the sugar". Halving it with a knife is no amount.
_THAT_ALONE = re.compile(r"[가-힣]만\s|\b(?:just|only)\b|\b(?:half|double|twice|halve) (?:of )?the\b", re.IGNORECASE)
_WITH_A_KNIFE = re.compile(r"썰|자르|잘라|갈라|나눠|나누|\b(?:cut|slice|chop|split)\b", re.IGNORECASE)


def supposed(state: State, text: str) -> Fraction | None:
    """The factor somebody speaks of ("4인분이면 ...", "for a double batch"); None when nothing is supposed."""
    target, recipe = find_scale(text), state.recipe
    if recipe is None:
        return None
    if target is None:
        times = _times(text) if _IF_HALF.search(text) or _IF_TIMES_EN.search(text) else None
        return times * (state.place.scale if _from_now(text) else 1) if times else None
    if target.factor is not None:
        return target.factor * (state.place.scale if _from_now(text) else 1)
    return target.servings / recipe.servings if target.servings and recipe.servings else None


def servings_said(text: str) -> float | None:
    """For how many, in words that name the dish too: "된장찌개 4인분", "the roast chicken for six"."""
    target = find_scale(text)
    if target is not None and target.servings is not None:
        return float(target.servings)
    people = _FOR_SO_MANY.search(text)
    return None if people is None else float(_count(people[1]))


def names_servings(text: str) -> bool:
    target = find_scale(text)
    return target is not None and target.servings is not None


def asks_to_scale(state: State, action: Action) -> bool:
    """Whether words that were taken for something else ask for another amount of the whole, or of one thing alone."""
    text = action.text
    if state.recipe is None or (action.intent in _OTHERWISE and _OTHERWISE[action.intent].search(text)):
        return False
    if any(sign.search(text) for sign in (_MORE, _FEWER, _FROM_HERE)) or _heads(text) is not None:
        return True
    at_hand = _amount_at_hand(text)
    if at_hand is not None and (at_hand.unit or mentioned(state.recipe, text, action.slots.ingredient) is not None):
        return True
    return _alone(state, action) is not None


def wanted(state: State, action: Action, now: float) -> Fraction | Decision | None:
    """The factor; a question or a refusal; None when nothing was said about how much."""
    recipe, slots, text, language = state.recipe, action.slots, action.text, action.language
    assert recipe is not None
    at_hand = _amount_at_hand(text)
    by_one = None if at_hand is None else _by_one(state, recipe, action, at_hand, now)
    if by_one is not None:
        return by_one
    servings = _people(state, recipe, action)
    if servings is not None and not 0 < servings <= MOST_SERVINGS:
        return say(phrase("scale_bounds", language))
    if servings is not None:
        return say(phrase("servings_unknown", language)) if recipe.servings is None else servings / recipe.servings
    part = slots.factor if slots.factor is not None else slots.servings  # "half of it": nobody cooks for half a person
    factor = _times(text) if part is None else Fraction(part).limit_denominator(12)
    if factor is None:
        return None
    if not _from_now(text):
        return factor
    return state.place.scale * (1 if _said_again(state, text, factor) else factor)


def part_of_one(state: State, action: Action) -> Decision | None:
    """ "고춧가루만 반으로": so much of that one thing. The recipe stays as it is."""
    changed = _alone(state, action)
    if changed is None:
        return None
    one, factor = changed
    name = name_in(one, action.language)
    if one.amount is None or one.amount.low is None:
        return say(phrase("amount_unsaid", action.language, name=name))
    amount = scaled(one.amount, state.place.scale * factor)
    return say(phrase("amount_changed", action.language, name=name, amount=said_amount(name, amount, action.language)))


def _from_now(text: str) -> bool:
    return bool(_FROM_NOW.search(text)) and not _AS_WRITTEN.search(text)


def _said_again(state: State, text: str, factor: Fraction) -> bool:
    """ "두 배로", and once more because nobody answered: it is still twice."""
    if factor < 1 or len(state.history) < 2 or _ONCE_MORE.search(text):
        return False
    before = state.history[-2].place  # the present turn is the last
    return before.scale * factor == state.place.scale and before == replace(state.place, scale=before.scale)


def _times(text: str) -> Fraction | None:
    return next((times for sign, times in _TIMES if sign.search(text)), None)


def _people(state: State, recipe: Recipe, action: Action) -> Fraction | None:
    """For how many it shall be, when people were counted."""
    now = (recipe.servings or 0) * state.place.scale
    for sign, direction in ((_FEWER, -1), (_MORE, 1)):
        match = sign.search(action.text)
        if match is not None:
            word = next((word for word in match.groups() if word), None)  # "another guest": one
            return now + direction * (_count(word) if word else 1)
    heads = _heads(action.text)
    if heads is not None:
        return Fraction(heads)
    said = action.slots.servings
    return None if said is None or 0 < said < 1 else Fraction(said).limit_denominator(8)


def _heads(text: str) -> int | None:
    for kinds in (_KINDS_KO.findall(text), _KINDS_EN.findall(text)):
        if len(kinds) > 1:
            return sum(map(_count, kinds))
    family = _FAMILY.search(text)
    return None if family is None else _count(family["all"] or family["each"])


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.lower()]


def _amount_at_hand(text: str) -> Quantity | None:
    """ "고기 300그램 기준으로", "I only have 300 grams of beef": how much there is of one thing, said to go by."""
    for one in find_quantities(text):
        said_of_it = _BY_THAT_KO.match(text, one.end) or _THERE_IS_KO.match(text, one.end)
        if one.amount and (said_of_it or _ONLY_THERE_IS.search(text) or _BY_THAT_EN.search(text)):
            return one
    return None


def _by_one(state: State, recipe: Recipe, action: Action, at_hand: Quantity, now: float) -> Fraction | Decision | None:
    """The factor that fits what there is of one ingredient. Two that it may be: which one?"""
    language = action.language
    named = mentioned(recipe, action.text, action.slots.ingredient, here=state.step)
    if named is None and at_hand.unit is None:
        return None
    pool = recipe.ingredients if named is None else named.ingredients
    fitting = [(one, factor) for one in pool if (factor := _fits(one, at_hand, sure=named is not None)) is not None]
    if not fitting:
        one = pool[0]
        if named is None or one.amount is None:
            return None
        name = name_in(one, language)
        return say(phrase("measured_otherwise", language, name=name, amount=said_amount(name, one.amount, language)))
    if len(fitting) > 1:
        options = tuple(
            Option(one.name, (replace(action, slots=replace(action.slots, ingredient=one.name)),)) for one, _ in fitting
        )
        asked = Question("which_ingredient", Expects.CHOICE, now + QUESTION_LASTS_S, options=options)
        return happened(Asked(asked)) + say(
            phrase("which_of", language, list=listed([o.label for o in options], language))
        )
    one, factor = fitting[0]
    if not action.confirmed and not _BY_THAT_EN.search(action.text) and not _BY_THAT_KO.match(action.text, at_hand.end):
        asked = Question("scale", Expects.CONFIRMATION, now + QUESTION_LASTS_S, yes=(replace(action, confirmed=True),))
        much = amount_of(name_in(one, language), Amount(at_hand.amount, unit=at_hand.unit or ""), language)
        return happened(Asked(asked)) + say(phrase("scale_to_what_there_is", language, amount=much))
    return factor


def _fits(one: Ingredient, at_hand: Quantity, *, sure: bool) -> Fraction | None:
    """How many times the recipe's amount of this ingredient that is; None when the two don't compare."""
    if one.amount is None or not one.amount.low or not at_hand.amount:
        return None
    mine, theirs = one.amount.unit, at_hand.unit or ""
    if mine == theirs or {mine, theirs} <= {"", "개"}:
        return at_hand.amount / one.amount.low
    if mine not in UNITS or theirs not in UNITS:
        return None
    if not sure and UNITS[mine].dimension is not UNITS[theirs].dimension:
        return None
    amount = convert(at_hand.amount, theirs, mine, one.name)
    return None if isinstance(amount, Refusal) else amount / one.amount.low


def _alone(state: State, action: Action) -> tuple[Ingredient, Fraction] | None:
    """One ingredient, and how many times its amount is wanted of it alone."""
    text, recipe = action.text, state.recipe
    if recipe is None or not _THAT_ALONE.search(text) or _WITH_A_KNIFE.search(text) or find_scale(text) is not None:
        return None
    named, times = mentioned(recipe, text, None, here=state.step), _times(text)
    return (named.ingredients[0], times) if named is not None and len(named.ingredients) == 1 and times else None
