# ruff: noqa: E501
"""What is done to food for a while, as cooks and recipes call it: told apart to find the time or the heat that is asked for.

Which step somebody points at by its work is in `pointing.py`; what a report says was done in `reporting.py`.
"""

import re
from dataclasses import dataclass

from orchestrator.recipes.model import Recipe
from shared.kitchen.ingredient_concepts import concept_of
from shared.kitchen.text import normalise


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work. `hot`: done by heat, so that "cook" may mean it."""

    signs: re.Pattern[str]
    hot: bool = True


def _hot(signs: str) -> Work:
    return Work(re.compile(signs))


def _cold(signs: str) -> Work:
    return Work(re.compile(signs), hot=False)


COOKING = _hot(r"익[히혀힌힐는을혔]|익도록|조리[하해]|\bcook(?:s|ed|ing)?\b")
_WORKS = (
    COOKING,
    _hot(r"지[어으을]요?(?![가-힣])|짓|\bcook(?:s|ed|ing)? (?:the )?rice\b"),
    _hot(r"볶(?!이|음밥|음탕)|\b(?:stir-)?fr(?:y|ies|ied|ying)\b|\bsaut"),
    _hot(r"끓|삶|\bboil|\bpoach"),
    _hot(r"끓|뭉근|\bsimmer"),
    _hot(r"굽|구워|구우|구운|구울|오븐|\bbak(?:e|es|ed|ing)\b|\broast|\bgrill|\bbroil|\boven\b"),
    _hot(r"찌[는면고니기]|찔|쪄|쪘|찜기|\bsteam"),
    _hot(r"튀[기겨긴길]|\bdeep-fr|\bfry(?:ing)?\b"),
    _hot(r"졸[이여인일]|조[려린릴]|\bbrais|\breduc|\bthicken"),
    _hot(r"데[치쳐친칠]|\bblanch"),
    _hot(r"부[치쳐친칠](?!개)|지[지져진]|\bsear|\bbrown(?:s|ing)?\b|\btoast"),
    _hot(r"전자레인지|\bmicrowav"),
    _hot(r"예열|\bpre-?heat"),
    _cold(r"재우|재워|재운|재울|재웠|양념에 ?두|\bmarinat"),
    _cold(r"뜸|휴지|레스팅|\brest(?:s|ed|ing)?\b|\bstand(?:s|ing)?\b"),
    _cold(r"식[히혀힌힐]|식는|\bcool(?:s|ed|ing)?\b"),
    _cold(r"냉장|차갑게|굳[히혀]|\bchill|\brefrigerat|\bfridge\b"),
    _cold(r"불리|불려|불린|불릴|담가|담그|담궈|\bsoak|\bsteep"),
    _cold(r"절[이여인일]|\bbrin(?:e|ing)\b|\bsalting\b"),
    _cold(r"발효|숙성|부풀|\bprov(?:e|es|ing)\b|\bproof|\bris(?:e|es|ing)\b|\bferment"),
    _cold(r"해동|녹[이여]|\bthaw|\bdefrost"),
    _cold(r"실온|상온|\broom temperature"),
    _cold(r"핏물|\bdrain"),
    _hot(r"젓|저어|저으|\bstir(?:s|ring)?\b(?!-)"),
    _cold(r"거품|\bwhisk|\bbeat"),
    _cold(r"반죽하|치대|주물|\bknead"),
)  # fmt: skip
#: Left alone, whatever for: any of the cold works, or a time that names none.
_LEAVING = re.compile(r"놔|둬|두[어면나는지]|둘까|\bleave\b|\blet (?:it|them)\b|\bsit\b")
#: In a step's text: what is done meanwhile, was done before, or only has to begin.
_IN_PASSING = re.compile(
    r"[가-힣]+(?:는|은) 동안|\b(?:while|as) [^,]*,|끓는 ?물|끓으면|끓기 ?시작하?[가-힣]*|\bboiling water|\bto (?:a|the) boil\b"
    r"|(?:불린|재운|데친|볶은|구운|삶은|튀긴|식힌|절인|익은)\s(?!뒤|후|다음)|\boff the heat\b|\b\w{3,}ed\b"
)


def work_asked(recipe: Recipe, text: str) -> tuple[Work, ...]:
    """The work somebody names. The dish's own name says nothing: nobody roasts a roast chicken twice."""
    view = bare_question(recipe, text)
    return tuple(work for work in _WORKS if work.signs.search(view))


def work_told(text: str) -> tuple[Work, ...]:
    """The work that a recipe's words tell to do, without what they only mention."""
    view = normalise(_IN_PASSING.sub(" ", text.lower()))
    return tuple(work for work in _WORKS if work.signs.search(view))


def is_left_alone(text: str) -> bool:
    return _LEAVING.search(normalise(text)) is not None


def bare_question(recipe: Recipe, text: str) -> str:
    view = normalise(text)
    for name in sorted((recipe.title, *recipe.aliases), key=len, reverse=True):
        if concept_of(name) is None:  # "pasta" may be the spaghetti, too
            view = view.replace(normalise(name), " ")
    return view
