# ruff: noqa: E501
"""Which step somebody points at by what is done in it, and whether they want to go there or only to know.

Numbers and "the last one" are read in `shared.kitchen.steps`; going is done in `moving.py`.
"""

import re
from typing import Final

from orchestrator.recipes.model import Recipe, Step
from shared.kitchen.ingredient_names import find_ingredients
from shared.kitchen.intents import Intent
from shared.kitchen.text import normalise

_ASKS_WHAT = re.compile(
    r"뭐|뭘|뭔|무엇|무슨 ?(?:내용|단계)|어떤 ?(?:내용|단계)|내용이|기억 ?안"
    r"|\bwhat(?:'s|s| is| was| were| did| does| do| are)\b|\bwhat about\b|\bremind me\b|\bwhat step\b.*\babout\b",
    re.IGNORECASE,
)
_ONLY_TO_KNOW = re.compile(
    r"미리|가지(?:는)? ?말고|넘어가지(?:는)? ?말고|옮기지(?:는)? ?말고|뭔지만|내용만|들려만|알려만|말만|맛보기"
    r"|\bpreview\b|\bpeek\b|\bin advance\b|\bahead of time\b|\bwithout (?:going|moving)\b|\bdon'?t (?:go|move)\b|\bjust tell me\b",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"(?:로|으로) ?(?:다시 )?(?:가|갈|돌아|넘어|이동|건너)|\b(?:go|going|take me|jump|skip|move|back) (?:back )?to\b",
    re.IGNORECASE,
)


def only_asks(intent: Intent, text: str) -> bool:
    """Whether a step is asked about, to stay here: "3단계 뭐였지", "what's step five about?".

    "What's next?" is how people say that they are done, so of the next step more has to be said.
    """
    if _ONLY_TO_KNOW.search(text):
        return True
    return intent is not Intent.NEXT_STEP and _ASKS_WHAT.search(text) is not None and not _GOES.search(text)


_DONE_THERE = r"(?P<what>[가-힣 ]{1,30}?(?:는|은|던|할|운|한|기))"
_DESCRIBED_KO = re.compile(
    rf"(?:^|\s){_DONE_THERE}\s*(?:(?:단계|부분|과정|대목)|(?:데|곳|때|거|걸|것)(?:으?로)(?=\s|가|돌))"
)
#: Words that stand there and say nothing of what is done: "지금 하는 단계", "아까 하던 데로".
_SAYS_NOTHING = re.compile(
    r"(?:(?:지금|이제|아까|방금|우리|우리가|내가|제가|네가|다음|다음으로|이전|이전으로|바로|전에|앞으로|마지막으로|처음|다시|그|그냥|좀|아직|원래) ?)*"
    r"(?:하는|하던|한|할|했던|해야 ?(?:하는|할)|남은|남는|있는|있던|있었던|가는|넘어가는|넘어간|돌아가는|돌아간|말한|말하던|읽은|읽던|끝난|끝낸|시작하는|시작한|오는|온)"
)
_NO_WORK = "next|last|first|final|previous|prior|earlier|same|this|that|current|whole|other|right|wrong|second|third|fourth|fifth|sixth|very"
_DESCRIBED_EN = re.compile(
    r"\b(?:(?:step|part|bit)s? (?:where|when|in which|that|with|about|for)|(?:to|at) (?:where|when)) (?:(?:i|we|you) )?(?P<what>[a-z' -]{3,60})$"
    rf"|\bthe (?!(?:{_NO_WORK})\b)(?P<short>[a-z-]{{3,20}}) (?:step|part|bit)\b(?! \d)"
)
_WANTED = re.compile(
    r"가|돌아|넘어|이동|보여|읽|들려|알려|말해|뭐|다시|로$|\b(?:go|back|take|jump|skip|read|show|tell|what|repeat|move)\b"
)


def described(text: str) -> str | None:
    """ "고기 볶는 단계로 가줘": the words that say what is done there."""
    view = normalise(text)
    found = _DESCRIBED_KO.search(view) or _DESCRIBED_EN.search(view)
    if found is None or not _WANTED.search(view):
        return None
    what: str = next(part for part in found.groups() if part).strip()
    return None if _SAYS_NOTHING.fullmatch(what) else what


#: What one thing done is called, in the forms that stand in recipes and in mouths, in both languages.
_WORK: Final[tuple[tuple[str, ...], ...]] = (
    ("볶", "fry", "fried", "saut"), ("끓", "boil", "simmer"), ("굽", "구워", "구운", "구우", "bake", "baking", "roast", "grill"),
    ("삶", "boil", "cook"), ("재우", "재워", "재운", "재울", "marinat"), ("썰", "써는", "썬", "자르", "잘라", "chop", "slic", "dice", "cut"),
    ("섞", "mix", "stir", "whisk", "combin"), ("버무", "toss", "mix"), ("만들", "만드", "만든", "make", "making"),
    ("씻", "헹", "wash", "rins"), ("불리", "불려", "불린", "soak"), ("데치", "데쳐", "데친", "blanch"), ("튀기", "튀겨", "튀긴", "fry", "fried"),
    ("졸이", "졸여", "조려", "조리는", "reduc"), ("찌", "쪄", "steam"), ("다지", "다져", "다지는", "mince", "mincing"), ("풀어", "푸는", "풀기", "dissolv"),
    ("넣", "add"), ("붓", "부어", "붓는", "pour"), ("식히", "식혀", "cool"), ("뜸", "rest"), ("데우", "데워", "warm", "heat"), ("닦", "wip", "pat "),
    ("올리", "올려", "top"), ("간 맞", "간을", "간 보", "season"), ("밥 짓", "밥 지", "지어"), ("빼", "drain"),
)  # fmt: skip
_PARTICLES = re.compile(r"(?:을|를|은|는|이|가|에|로|도|랑|하고)$")
_EMPTY_WORDS = frozenset("where when with that have this them then into from some the you about get put".split())


def steps_meant(recipe: Recipe, what: str) -> tuple[tuple[int, ...], bool]:
    """The steps that fit the words best, and whether every clue fits (then a single one is sure)."""
    named = [{recipe.ingredients[i].id for i in one.indexes} for one in find_ingredients(what, recipe.ingredients)]
    work = [forms for forms in _WORK if any(_stands(form, what) for form in forms)]
    words = _other_words(what, recipe, work)
    fits = {step.number: _fit(step, named, work, words) for step in recipe.steps}
    best = max(score for score, _ in fits.values())
    if not best:
        return (), False
    chosen = tuple(number for number, (score, _) in fits.items() if score == best)
    return chosen, all(fits[number][1] for number in chosen)


def _fit(step: Step, named: list[set[str]], work: list[tuple[str, ...]], words: list[str]) -> tuple[int, bool]:
    uses = {use.ingredient for use in step.uses}
    title, text = step.title.lower(), step.text.lower()
    of_what = [2 if ids & uses else 0 for ids in named]
    clues = [_clue(forms, title, text) for forms in [*work, *((word,) for word in words)]]
    scores = [*of_what, *clues]
    return sum(scores), all(scores)


def _clue(forms: tuple[str, ...], title: str, text: str) -> int:
    """What stands in a step's title is what the step is about."""
    if any(_stands(form, title) for form in forms):
        return 3
    return 2 if any(_stands(form, text) for form in forms) else 0


def _stands(form: str, text: str) -> bool:
    """A Korean stem anywhere, an English one where a word begins."""
    return re.search(rf"\b{form}", text) is not None if form.isascii() else form in text


def _other_words(what: str, recipe: Recipe, work: list[tuple[str, ...]]) -> list[str]:
    """The words that are neither an ingredient of the recipe nor known work: 양념, 반죽, "sauce", "dough"."""
    bare = list(what)
    for one in find_ingredients(what, recipe.ingredients):
        bare[one.start : one.end] = " " * (one.end - one.start)
    found = []
    for word in "".join(bare).split():
        stem = _PARTICLES.sub("", word)
        known = any(_stands(form, word) for forms in work for form in forms)
        if len(stem) > (3 if stem.isascii() else 1) and not known and stem not in _EMPTY_WORDS:
            found.append(re.sub(r"(?:ing|ed|es|s)$", "", stem) if stem.isascii() else stem)
    return found
