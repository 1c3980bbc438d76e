"""What the embedded engine listens for: the kitchen's own commands, and questions about ingredients.

Commands come from `shared.kitchen`, so that whatever is heard is also understood. Closed on purpose: what is not here
is refused rather than bent into something that is.
"""

from typing import Final

from services.stt.kitchen_ear import numbers
from shared.kitchen import phrases, slot_phrases
from shared.kitchen.language import Language

#: Questions about ingredients have no fixed wording in `shared.kitchen`, because any words may be asked about.
_ASKING: Final = {
    Language.KO: (
        "{ingredient} (얼마나|얼마|몇 개|몇 그램|몇 스푼) [넣어|넣지|넣어야 돼|필요해]",
        "{ingredient} (얼마나 들어가|양 알려줘)",
        "{ingredient} (대신 뭐 써|대신 뭐 넣어|대신 뭐가 좋아|없으면 뭐 써|없는데 어떡해)",
    ),
    Language.EN: (
        "how (much|many) {ingredient} [do i need|do i add|do i put in]",
        "how (much|many) {ingredient} should i (add|use)",
        "what can i use instead of {ingredient}",
        "i don't have [any] {ingredient}",
    ),
}

#: Understood by `shared.kitchen` in any order of words; in a closed grammar each order has to stand.
_ALSO: Final = {
    Language.KO: ("{minutes}만 더 줘",),
    Language.EN: ("{more} [please]", "another {minutes}", "another minute"),
}

_KOREAN_PANTRY: Final = (
    "소금, 설탕, 간장, 고추장, 된장, 후추, 참기름, 식용유, 버터, 우유, 물, 계란, 달걀, 마늘, 다진 마늘, "
    "생강, 양파, 대파, 당근, 감자, 버섯, 두부, 김치, 밥, 돼지고기, 소고기, 닭고기, 고춧가루, "
    "밀가루, 식초, 올리브유, 치즈, 토마토"
)
_ENGLISH_PANTRY: Final = (
    "salt, sugar, pepper, soy sauce, oil, olive oil, sesame oil, butter, milk, water, cream, eggs, egg, "
    "garlic, ginger, onion, onions, carrots, potatoes, mushrooms, tofu, kimchi, rice, pasta, pork, beef, "
    "chicken, flour, vinegar, cheese, tomatoes, lemon, honey, baking powder, yeast, vanilla"
)
#: Ingredients listened for even when no recipe is open.
PANTRY: Final = {Language.KO: tuple(_KOREAN_PANTRY.split(", ")), Language.EN: tuple(_ENGLISH_PANTRY.split(", "))}


#: To this ear they sound like something said far more often ("다 했어", "next", "done", "help", "back", "그만"),
#: and others mean the same.
_LEFT_OUT: Final = frozenset({"알겠어", "알았어", "mute", "go on", "do it", "땡큐", "스톱", "too loud"})


#: What cooks say most begins with these; of two sentences that sound alike, theirs is the likelier.
OFTEN_FIRST: Final = frozenset(
    (
        "다음 이전 다시 계속 그만 멈춰 재료 끝 다 네 응 예 아니 아니요 잠깐 잠깐만 됐어 했어 넣었어 시작 타이머 취소 "
        "뭐라고 천천히 두 얼마나 더 "
        "next back previous repeat again done i'm finished stop pause wait continue yes no yeah okay help undo cancel "
        "start ingredients what what's how go set timer add say double"
    ).split()
)


def templates(language: Language) -> list[str]:
    """Every utterance, with `{slots}` for numbers and ingredients."""
    fixed = [phrase for said in phrases(language).values() for phrase in said if phrase not in _LEFT_OUT]
    # Timers named after anything cannot be in a closed grammar.
    filled = [phrase for said in slot_phrases(language).values() for phrase in said if "{name}" not in phrase]
    return [phrase.lower() for phrase in [*fixed, *filled, *_ASKING[language], *_ALSO[language]]]


def slots(language: Language, ingredients: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    said = numbers.KOREAN if language is Language.KO else numbers.ENGLISH
    return {**said, "ingredient": (*ingredients, *PANTRY[language])}
