"""Lines of an ingredient list: the line | name | amount | other amounts | prep | note. Empty cells are nothing."""

import pytest

from shared.kitchen import Quantity, parse_ingredient_line, parse_ingredient_lines

LINES = """
다진 마늘 1/2큰술                       | 다진 마늘        | 1/2 tbsp    |            |           |
대파 1대(흰 부분)                       | 대파             | 1 대        |            |           | 흰 부분
소금 약간                               | 소금             | some        |            |           |
약간의 소금                             | 소금             | some        |            |           |
후추 조금                               | 후추             | some        |            |           |
간장 2T                                 | 간장             | 2 tbsp      |            |           |
간장2T                                  | 간장             | 2 tbsp      |            |           |
간장: 2큰술                             | 간장             | 2 tbsp      |            |           |
간장 - 2큰술                            | 간장             | 2 tbsp      |            |           |
- 국간장 1.5스푼                        | 국간장           | 3/2 spoon   |            |           |
고춧가루 2~3T                           | 고춧가루         | 2~3 tbsp    |            |           |
물 2컵(400ml)                           | 물               | 2 cup_kr    | 400 ml     |           |
물 500ml(종이컵 2컵 반)                 | 물               | 500 ml      | 5/2 paper_cup |        |
두부 반 모                              | 두부             | 1/2 모      |            |           |
두부 1/2모(150g)                        | 두부             | 1/2 모      | 150 g      |           |
김치 1/4포기                            | 김치             | 1/4 포기    |            |           |
돼지고기(목살) 300g                     | 돼지고기         | 300 g       |            |           | 목살
돼지고기 앞다리살 600g(한 근)           | 돼지고기 앞다리살 | 600 g      | 1 geun     |           |
마늘 3쪽 다진 것                        | 마늘             | 3 쪽        |            | 다진 것   |
쪽파 3~4대 (송송 썬 것)                 | 쪽파             | 3~4 대      |            | 송송 썬 것 |
달걀 2                                  | 달걀             | 2           |            |           |
계란 두 개                              | 계란             | 2 개        |            |           |
식용유 적당량                           | 식용유           | some        |            |           |
밀가루 100그램                          | 밀가루           | 100 g       |            |           |
2 cups all-purpose flour, sifted        | all-purpose flour | 2 cup_us   |            | sifted    |
1 (14 oz) can tomatoes                  | tomatoes         | 1 can       | 14 oz      |           |
1 can (14 oz) tomatoes                  | tomatoes         | 1 can       | 14 oz      |           |
1 14-oz can diced tomatoes              | diced tomatoes   | 1 can       | 14 oz      |           |
2 (15-ounce) cans black beans, drained  | black beans      | 2 can       | 30 oz      | drained   | 15-ounce each
2 x 400 g cans chopped tomatoes         | chopped tomatoes | 2 can       | 800 g      |           | 400 g each
salt to taste                           | salt             | some        |            |           |
Kosher salt, to taste                   | Kosher salt      | some        |            |           |
1½–2 lb chicken thighs, skin on         | chicken thighs   | 3/2~2 lb    |            | skin on   |
3 large eggs, beaten                    | large eggs       | 3           |            | beaten    |
2 cloves garlic, minced                 | garlic           | 2 clove     |            | minced    |
3 garlic cloves, minced                 | garlic           | 3 clove     |            | minced    |
1 cup (240 ml) milk                     | milk             | 1 cup_us    | 240 ml     |           |
200g/7oz flour                          | flour            | 200 g       | 7 oz       |           |
1/2 cup plus 2 tablespoons sugar        | sugar            | 5/8 cup_us  |            |           |
1 onion (about 200 g), chopped          | onion            | 1           | 200 g      | chopped   |
4 chicken breasts (about 1½ pounds)     | chicken breasts  | 4           | 3/2 lb     |           |
olive oil, for frying                   | olive oil        | some        |            |           | for frying
1 tbsp olive oil, plus more for drizzling | olive oil      | 1 tbsp      |            |           | plus more for drizzling
a handful of basil leaves, torn         | basil leaves     | 1 handful   |            | torn      |
Pinch of salt                           | salt             | 1 pinch     |            |           |
half an onion                           | onion            | 1/2         |            |           |
a dozen eggs                            | eggs             | 12          |            |           |
2-inch piece of ginger, peeled          | ginger           | 1 piece     |            | peeled    | 2-inch
1 (2-inch) piece ginger                 | ginger           | 1 piece     |            |           | 2-inch
Juice of 1 lemon                        | lemon juice      | 1           |            |           | Juice of
Butter 50 g                             | Butter           | 50 g        |            |           |
Salt and freshly ground black pepper    | Salt and freshly ground black pepper | |        |           |
1 pound ground beef (80/20)             | ground beef      | 1 lb        |            |           | 80/20
8 oz. spaghetti                         | spaghetti        | 8 oz        |            |           |
돼지 앞다리살 300g(찌개용)              | 돼지 앞다리살    | 300 g       |            |           | 찌개용
신김치 1/4포기(약 300g)                 | 신김치           | 1/4 포기    | 300 g      |           |
다시마 1장(5x5cm)                       | 다시마           | 1 장        |            |           | 5x5cm
당면 100g, 미리 불리기                  | 당면             | 100 g       |            |           | 미리 불리기
양파 중간 크기 1개                      | 양파             | 1 개        |            |           | 중간 크기
물엿 또는 올리고당 1큰술                | 물엿 또는 올리고당 | 1 tbsp    |            |           |
1. 밀가루 200g                          | 밀가루           | 200 g       |            |           |
버터 50g (실온)                         | 버터             | 50 g        |            | 실온      |
우유 100ml~120ml                        | 우유             | 100~120 ml  |            |           |
마늘 5톨 (편 썰기)                      | 마늘             | 5 톨        |            | 편 썰기   |
시금치 한 줌                            | 시금치           | 1 handful   |            |           |
1 lb. boneless, skinless chicken breasts, cut | boneless, skinless chicken breasts | 1 lb | | cut |
1 (8-ounce) package cream cheese, softened | cream cheese  | 1 package   | 8 oz       | softened  |
Two 15-ounce cans chickpeas, drained    | chickpeas        | 2 can       | 30 oz      | drained   | 15-ounce each
1 stick (1/2 cup) unsalted butter, melted | unsalted butter | 1 stick    | 1/2 cup_us | melted    |
1 bunch fresh cilantro, chopped (about 1 cup) | fresh cilantro | 1 bunch | 1 cup_us   | chopped   |
1/4 cup + 1 tbsp cocoa powder           | cocoa powder     | 5/16 cup_us |            |           |
Zest of 2 lemons                        | lemon zest       | 2           |            |           | Zest of
1 x 400g tin chopped tomatoes           | chopped tomatoes | 1 tin       | 400 g      |           |
5 ounces (140 g) spinach                | spinach          | 5 oz        | 140 g      |           |
1 cup / 240ml milk                      | milk             | 1 cup_us    | 240 ml     |           |
1 1-inch piece ginger                   | ginger           | 1 piece     |            |           | 1-inch
a few sprigs of thyme                   | thyme            | some        |            |           |
water                                   | water            |             |            |           |
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in LINES.strip().splitlines()]


def shown(quantity: Quantity | None) -> str:
    if quantity is None:
        return ""
    if quantity.amount is None:
        return "some"
    ends = "" if quantity.high is None else f"~{quantity.high}"
    return f"{quantity.amount}{ends} {quantity.unit or ''}".strip()


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_line_taken_apart(row: list[str]) -> None:
    line = parse_ingredient_line(row[0])
    alternatives = ", ".join(shown(quantity) for quantity in line.alternatives)
    assert [line.name, shown(line.quantity), alternatives, line.prep or "", line.note or ""] == row[1:]


@pytest.mark.parametrize(
    ("text", "group", "name"),
    [
        ("[양념] 간장 2T", "양념", "간장"), ("양념: 간장 2큰술", "양념", "간장"), ("[고명]", "고명", ""), ("양념장:", "양념장", ""),
        ("<소스> 케첩 3T", "소스", "케첩"), ("For the sauce:", "sauce", ""), ("Sauce: 2 tbsp soy sauce", "Sauce", "soy sauce"),
        ("물 1컵", None, "물"),
    ],
)  # fmt: skip
def test_headings(text: str, group: str | None, name: str) -> None:
    line = parse_ingredient_line(text)
    assert (line.group, line.name) == (group, name)


@pytest.mark.parametrize(
    "text",
    [
        "청양고추 1개 (선택)",
        "선택: 청양고추 1개",
        "청양고추 1개(생략 가능)",
        "[선택] 깨 1큰술",
        "2 tablespoons butter (optional)",
        "optional: 1 tsp chili flakes",
    ],
)
def test_what_may_be_left_out(text: str) -> None:
    line = parse_ingredient_line(text)
    assert line.optional
    assert line.name in ("청양고추", "깨", "butter", "chili flakes")
    assert line.note is None


def test_some_does_not_scale_and_the_line_keeps_its_words() -> None:
    line = parse_ingredient_line("소금 약간")
    assert line.quantity is not None
    assert not line.quantity.scalable
    assert line.text == "소금 약간"


def test_a_pasted_list() -> None:
    lines = parse_ingredient_lines("돼지고기 300g\n양념: 간장 2T, 설탕 1T, 다진 마늘 1/2T\n\n[고명]\n깨 약간")
    assert [(line.group, line.name) for line in lines] == [
        (None, "돼지고기"), ("양념", "간장"), ("양념", "설탕"), ("양념", "다진 마늘"), ("고명", "깨"),
    ]  # fmt: skip
