"""Which ingredient is meant: what was said | the recipe's ingredients | the one meant ("?" which one, "" none)."""

import pytest

from shared.kitchen import Ambiguous, Found, concept_of, find_ingredient, find_ingredients

CASES = """
간장은 얼마나 넣어?|간장,설탕|간장
진간장 얼마나|간장,설탕|간장
soy sauce 얼마나|간장,설탕|간장
간장|진간장,국간장|?
국간장|진간장,국간장|국간장
간장|간장,국간장|간장
파 얼마나|대파,쪽파|?
파|대파,양파|대파
파스타 얼마나|대파,스파게티|스파게티
국물 얼마나|물,간장|
물 얼마나|멸치육수,물|물
달걀 몇 개|계란|계란
scallions|대파|대파
how much green onion|scallions|scallions
간|간장,소금|
간 얼마나|간장,간|간
다시|다시마|
다시마 몇 장|다시마,물|다시마
egg|eggplant|
eggs|egg,eggplant|egg
butter|peanut butter|
peanut butter|butter|
buttermilk|butter|
butter|unsalted butter|unsalted butter
how much sugar|brown sugar,white sugar|?
마늘|다진 마늘|다진 마늘
다진마늘얼마나|다진 마늘|다진 마늘
고추|청양고추,고추장,고춧가루|청양고추
chicken|boneless chicken thighs, chicken stock|boneless chicken thighs
flour|all-purpose flour|all-purpose flour
밀가루|all-purpose flour|all-purpose flour
돼지고기|돼지고기 앞다리살,소고기|돼지고기 앞다리살
고기|돼지고기 앞다리살,두부|돼지고기 앞다리살
기름|참기름,식용유|?
기름|간장,참기름|참기름
기름|참기름,기름|기름
식용유|참기름,식용유|식용유
배추|양배추|
두 배로|배,설탕|
배 얼마나|배,설탕|배
설탕이랑 간장 얼마나|간장,설탕|설탕
그럼간장얼마나|간장|간장
버섯|표고버섯,팽이버섯|?
mushrooms|표고버섯|표고버섯
가루|고춧가루,밀가루|?
치즈|모짜렐라 치즈|모짜렐라 치즈
pepper|black pepper,bell pepper|black pepper
후추|black pepper|black pepper
소스|굴소스|굴소스
물은?|물|물
물어볼게|물|
무슨 재료|무|
무 얼마나|무|무
tomatoes|cherry tomatoes|cherry tomatoes
thighs|chicken thighs|chicken thighs
김치|신김치|신김치
깨끗이|깨|
밥|찬밥|찬밥
onion|red onion|red onion
onion powder|onion|
양파|onion,garlic|onion
olive oil|extra-virgin olive oil|extra-virgin olive oil
oil|olive oil,sesame oil|?
how much oil|olive oil,butter|olive oil
how many beans|black beans,kidney beans|?
kidney beans|black beans,kidney beans|kidney beans
black beans|black beans,kidney beans|black beans
beans|kidney beans,rice|kidney beans
"""


@pytest.mark.parametrize("row", CASES.strip().splitlines())
def test_the_ingredient_a_cook_means(row: str) -> None:
    said, names, meant = (cell.strip() for cell in row.split("|"))
    found = find_ingredient(said, [name.strip() for name in names.split(",")])
    heard = "" if found is None else "?" if isinstance(found, Ambiguous) else found.name
    assert heard == meant


def test_which_one_names_the_choices() -> None:
    found = find_ingredient("간장은 얼마나?", ["진간장", "설탕", "국간장"])
    assert isinstance(found, Ambiguous)
    assert (found.names, found.indexes, found.start, found.end) == (("진간장", "국간장"), (0, 2), 0, 2)


def test_the_same_name_twice_is_one_ingredient_at_two_places() -> None:
    found = find_ingredient("간장", ["간장", "설탕", "간장"])
    assert isinstance(found, Found)
    assert found.indexes == (0, 2)


def test_several_in_one_breath() -> None:
    found = find_ingredients("간장이랑 설탕 얼마나 넣어?", ["설탕", "간장", "물"])
    assert [one.indexes for one in found] == [(1,), (0,)]


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("간장", "soy sauce"),
        ("대파", "large green onion"),
        ("달걀", "eggs"),
        ("다진 마늘", "minced garlic"),
        ("두부", "bean curd"),
    ],
)
def test_both_languages_name_the_same_thing(korean: str, english: str) -> None:
    assert concept_of(korean) == concept_of(english) is not None
