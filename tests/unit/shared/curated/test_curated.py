"""The tables: what they answer, what they refer to others, and that every row is well formed and has a source."""

import pytest

from shared.curated.allergens import allergens
from shared.curated.food_safety import guidance, referral
from shared.curated.rows import table
from shared.curated.substitutions import substitution
from shared.curated.words import word
from shared.kitchen.glossary import entries
from shared.kitchen.language import Language
from shared.kitchen.numbers import find_numbers


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("닭가슴살 속까지 익었는지 어떻게 알아", "74"),
        ("닭은 몇 도까지 익혀?", "74"),
        ("what temperature should the chicken be inside?", "165"),
        ("how do i know the turkey is done", "165"),
        ("is my burger cooked at this temperature", "160"),
        ("다진 돼지고기 다 익었나", "71"),
        ("조개는 다 익은 건가", "85"),
        ("is salmon safe like this", "145"),
        ("is it safe if the pork is a little pink?", "145"),
        ("계란 몇 도까지 익혀야 돼?", "71"),
        ("남은 찌개 며칠 가?", "3일"),
        ("남은 닭 다시 데우려면?", "74"),
        ("can i leave it out overnight at room temperature", "2 hours"),
        ("how long can i leave chicken out", "2 hours"),
        ("고기 밖에 얼마나 둬도 돼?", "2 hours"),
        ("how long do they keep", "3 to 4 days"),
        ("냉장고에 두면 얼마나 가?", "3일"),
        ("what do i reheat it to", "165"),
    ],
)
def test_food_safety_is_looked_up(question: str, part: str) -> None:
    known = guidance(question)
    assert known is not None
    assert part in known.ko + known.en
    assert known.source
    assert known.body in ("USDA", "MFDS")


@pytest.mark.parametrize(
    "question",
    [
        "what temp do i preheat to",
        "is the chicken tempura already in",
        "does the restored pan work",
        "how do i bake the eggplant until it's done",
        "얼굴에 튀었는데 몇 도야",
        "냉동하면 얼마나 가?",
        "how long does it keep frozen",
    ],
)
def test_a_sign_inside_another_word_is_no_sign(question: str) -> None:
    assert guidance(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "아기한테 꿀 줘도 돼?",
        "임신했는데 덜 익은 거 먹어도 돼?",
        "산에서 딴 버섯 넣어도 돼?",
        "유통기한 지난 우유 써도 돼?",
        "곰팡이 핀 빵 먹어도 돼?",
        "can I give honey to a baby?",
        "how do I start canning this?",
        "can i eat raw cookie dough",
        "is raw egg safe in this",
        "can i eat it raw",
        "the milk has gone bad, can i boil it",
    ],
)
def test_dangerous_things_are_referred_to_people(question: str) -> None:
    known = referral(question)
    assert known is not None
    assert not find_numbers(known.ko)


@pytest.mark.parametrize(
    "question",
    [
        "왜 찬물에 헹궈?",
        "돼지고기는 언제 넣어?",
        "what pan should i use",
        "how many baby carrots",
        "baby back ribs need how long",
        "생강 얼마나 넣어?",
        "타이머 시간을 맞춰 줘",
        "add the raw chicken now?",
    ],
)
def test_ordinary_questions_are_no_safety_matter(question: str) -> None:
    assert referral(question) is None
    assert guidance(question) is None or "raw" in question


@pytest.mark.parametrize(
    ("names", "part", "label"),
    [
        (["들기름"], "참기름", True),
        (["대파"], "쪽파", False),
        (["진간장"], "국간장", True),
        (["다진 마늘"], "마늘가루", False),
        (["돼지고기 앞다리살"], "소고기", True),
        (["whole milk"], "soy or oat milk", True),
        (["buttermilk"], "vinegar", True),
        (["식용유"], "포도씨유", False),
        (["kosher salt"], "Soy sauce", True),
        (["unobtainium", "sugar"], "honey", False),
    ],
)
def test_substitutions_know_kinds_and_allergens(names: list[str], part: str, label: bool) -> None:
    known = substitution(names)
    assert known is not None
    assert part in known.ko + known.en
    assert known.check_label is label


@pytest.mark.parametrize("name", ["캐비어", "unobtainium", "유니콘", ""])
def test_what_no_table_knows_is_not_known(name: str) -> None:
    assert substitution([name]) is None


def test_both_languages_say_the_same_numbers() -> None:
    for row in table("substitutions")["entries"]:
        korean = {number.value for number in find_numbers(row["ko"])}
        english = {number.value for number in find_numbers(row["en"])}
        assert korean <= english | {1} or english <= korean | {1}, row["for"]


@pytest.mark.parametrize(
    ("question", "part"),
    [("한소끔이 뭐야?", "끓어오르는"), ("what does julienne mean", "matchsticks"), ("어슷썰기 어떻게 해?", "비스듬히"), ("what is a roux", "butter")],
)  # fmt: skip
def test_kitchen_words_are_explained(question: str, part: str) -> None:
    known = word(question)
    assert known is not None
    assert part in known.ko + known.en


@pytest.mark.parametrize(
    "question", ["밀가루가 뭐야?", "하루가 뭐야", "시간을 맞추려면 어떻게 해?", "한소끔 끓여", "fold it"]
)
def test_words_inside_others_are_not_them(question: str) -> None:
    assert word(question) is None


def test_allergens_reach_kinds_and_not_namesakes() -> None:
    by_name = {allergen.en: allergen for allergen in allergens()}
    assert by_name["soy"].is_in("진간장")
    assert by_name["milk"].is_in("mozzarella")
    assert not by_name["milk"].is_in("두유")
    assert not by_name["peanut"].is_in("버터")


def test_every_row_is_whole_and_has_a_source() -> None:
    known = set(entries())
    for name in ("food_safety", "substitutions"):
        written = table(name)
        for row in written["entries"]:
            assert row["source"] in written["sources"], row
            assert row["ko"].strip()
            assert row["en"].strip()
    for row in table("substitutions")["entries"]:
        assert {row["for"], *row["with"]} <= known, row
    for row in table("allergens")["allergens"].values():
        assert set(row["in"]) <= known, row
    for row in table("words")["entries"]:
        assert not any(character.isdigit() for character in row["ko"] + row["en"]), row


def test_a_row_speaks_both_languages() -> None:
    known = guidance("is the chicken done?")
    assert known is not None
    assert "74" in known.said(Language.KO)
    assert "165" in known.said(Language.EN)
