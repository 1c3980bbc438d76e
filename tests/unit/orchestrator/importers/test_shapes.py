"""One tomato soup, in every shape people keep recipes in: the same recipe comes out of each."""

import gzip
import io
import json
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest

from orchestrator.importers.reading import read_recipe_file, read_recipes
from orchestrator.recipes.model import Recipe
from orchestrator.recipes.yields import most_servings

LINES = ["2 tablespoons olive oil", "1 onion", "800 g tomatoes", "1/2 teaspoon salt"]
STEPS = [
    "Cook the onion in 2 tablespoons of olive oil over medium heat for 5 minutes, until soft.",
    "Add the tomatoes and salt and simmer for 15 to 20 minutes.",
    "Blend and serve.",
]
SCHEMA = {
    "@context": "https://schema.org",
    "@type": "Recipe",
    "name": "Tomato Soup",
    "recipeYield": "4 servings",
    "totalTime": "PT30M",
    "recipeIngredient": LINES,
}
HOW_TO = [{"@type": "HowToStep", "text": text} for text in STEPS]


def page(**fields: object) -> str:
    return json.dumps(SCHEMA | fields)


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


MEALIE = {
    "name": "Tomato Soup",
    "slug": "tomato-soup",
    "recipeServings": 4,
    "totalTime": "30 minutes",
    "recipeIngredient": [
        {"quantity": 2, "unit": {"name": "tablespoons"}, "food": {"name": "olive oil"}, "referenceId": "a"},
        {"display": "1 onion", "referenceId": "b"},
        {"originalText": "800 g tomatoes", "referenceId": "c"},
        {"quantity": 0.5, "unit": {"name": "teaspoon"}, "food": {"name": "salt"}, "note": "", "referenceId": "d"},
    ],
    "recipeInstructions": [
        {"text": text, "ingredientReferences": [{"referenceId": ref} for ref in refs]}
        for text, refs in zip(STEPS, (["a", "b"], ["c", "d"], []), strict=True)
    ],
}
TANDOOR = {
    "name": "Tomato Soup",
    "servings": 4,
    "working_time": 10,
    "waiting_time": 20,
    "steps": [
        {
            "instruction": STEPS[0].replace("2 tablespoons of olive oil", "{{ ingredients[0] }}"),
            "time": 5,
            "ingredients": [
                {"food": {"name": "olive oil"}, "unit": {"name": "tablespoons"}, "amount": 2.0},
                {"food": {"name": "onion"}, "unit": None, "amount": 1.0},
            ],
        },
        {
            "instruction": STEPS[1],
            "ingredients": [
                {"is_header": True, "note": "For the pot"},
                {"food": {"name": "tomatoes"}, "unit": {"name": "g"}, "amount": 800},
                {"food": {"name": "salt"}, "unit": {"name": "teaspoon"}, "amount": 0.5},
            ],
        },
        {"instruction": STEPS[2] + "{% if nothing %}", "ingredients": []},
    ],
}
PAPRIKA = {"name": "Tomato Soup", "servings": "4 servings", "total_time": "30 min", "ingredients": "\n".join(LINES), "directions": "\n\n".join(STEPS)}  # fmt: skip
COOK = """---
title: Tomato Soup
servings: 4
time: 30 minutes
---
Cook the @onion{1} in @olive oil{2%tablespoons} over medium heat for ~{5%minutes}, until soft. -- a comment

Add the @tomatoes{800%g} and @salt{1/2%teaspoon} and simmer for ~soup{15-20%minutes}.

[- not yet written -] Blend in a #blender{} and serve.
"""
MARKDOWN = """# Tomato Soup

Serves 4

## Ingredients

- 2 tablespoons olive oil
- 1 onion
- 800 g tomatoes
- **1/2 teaspoon** salt

## Method

1. Cook the onion in 2 tablespoons of olive oil over medium heat for 5 minutes, until soft.
2. Add the tomatoes and salt and simmer for 15 to 20 minutes.
3. Blend and serve.
"""
HTML = f"""<!doctype html><html><head><title>Soup</title>
<script type="application/ld+json">{{ broken }}</script>
<script type="application/ld+json">{page(recipeInstructions=HOW_TO)}</script></head><body>ads</body></html>"""
MICRODATA = (
    '<!doctype html><html><body itemscope itemtype="https://schema.org/Recipe"><h1 itemprop="name">Tomato Soup</h1>'
    '<span itemprop="recipeYield">4 servings</span>'
    + "".join(f'<li itemprop="recipeIngredient">{line}</li>' for line in LINES)
    + "".join(f'<div itemprop="recipeInstructions">{step}</div>' for step in STEPS)
    + "</body></html>"
)

SHAPES: dict[str, tuple[str, bytes | str]] = {
    "steps as one text": ("a.json", page(recipeInstructions="\n".join(STEPS))),
    "steps as numbered text": ("a.json", page(recipeInstructions="\n".join(f"{n}. {s}" for n, s in enumerate(STEPS, 1)))),
    "steps as html": ("a.json", page(recipeInstructions="".join(f"<p>{step}</p>" for step in STEPS))),
    "steps as a list": ("a.json", page(recipeInstructions=STEPS)),
    "HowToStep": ("a.json", page(recipeInstructions=HOW_TO)),
    "HowToSection": ("a.json", page(recipeInstructions=[{"@type": "HowToSection", "name": "Soup", "itemListElement": HOW_TO}])),
    "one HowToSection alone": ("a.json", page(recipeInstructions={"@type": "HowToSection", "itemListElement": HOW_TO})),
    "ItemList": ("a.json", page(recipeInstructions={"@type": "ItemList", "itemListElement": HOW_TO})),
    "@graph": ("a.json", json.dumps({"@graph": [{"@type": "WebSite"}, SCHEMA | {"recipeInstructions": HOW_TO}]})),
    "several types, yield as a list": ("a.json", page(**{"@type": ["Recipe", "NewsArticle"], "recipeYield": ["4", "4 servings"], "recipeInstructions": STEPS})),
    "yield as a number": ("a.json", page(recipeYield=4, recipeInstructions=STEPS)),
    "Nextcloud": ("recipe.json", page(id=7, dateCreated="2026-01-01", tool=[], recipeInstructions=STEPS, recipeYield=4)),
    "without @type": ("a.json", json.dumps({k: v for k, v in (SCHEMA | {"recipeInstructions": STEPS}).items() if k != "@type"})),
    "with a BOM": ("a.json", b"\xef\xbb\xbf" + page(recipeInstructions=STEPS).encode()),
    "UTF-16": ("a.json", page(recipeInstructions=STEPS).encode("utf-16")),
    "a web page": ("soup.html", HTML),
    "a web page with microdata": ("soup.html", MICRODATA),
    "Mealie": ("mealie.json", json.dumps(MEALIE)),
    "Mealie's zip": ("mealie.zip", zipped({"recipes/tomato-soup/tomato-soup.json": json.dumps(MEALIE).encode(), "a.jpg": b"x"})),
    "Tandoor": ("recipe.json", json.dumps(TANDOOR)),
    "Tandoor's zip of zips": ("tandoor.zip", zipped({"1.zip": zipped({"recipe.json": json.dumps(TANDOOR).encode(), "image.png": b"x"})})),
    "Paprika": ("soup.paprikarecipes", zipped({"Tomato Soup.paprikarecipe": gzip.compress(json.dumps(PAPRIKA).encode())})),
    "Cooklang": ("soup.cook", COOK),
    "Markdown": ("soup.md", MARKDOWN),
    "plain text": ("soup.txt", MARKDOWN.replace("#", "").replace("**", "")),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_same_soup(shape: str, tmp_path: Path) -> None:
    name, content = SHAPES[shape]
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    recipe = read_recipe_file(path)
    check(recipe)


def check(recipe: Recipe) -> None:
    assert recipe.title == "Tomato Soup"
    assert recipe.servings == 4
    assert {one.name for one in recipe.ingredients} == {"olive oil", "onion", "tomatoes", "salt"}
    amounts = {one.name: one.amount for one in recipe.ingredients}
    assert amounts["olive oil"] is not None
    assert (amounts["olive oil"].low, amounts["olive oil"].unit) in (
        (Fraction(2), "tbsp"),
        (Fraction(2), "tablespoons"),
    )
    assert amounts["salt"] is not None
    assert amounts["salt"].low == Fraction(1, 2)
    assert len(recipe.steps) == 3
    first, second, third = recipe.steps
    assert {use.ingredient for use in first.uses} >= {"olive-oil", "onion"}
    assert {use.ingredient for use in second.uses} == {"tomatoes", "salt"}
    assert [cue.low_s for cue in first.times] == [300]
    assert [(cue.low_s, cue.high_s) for cue in second.times] == [(900, 1200)]
    assert [heat.text for heat in first.heats] == ["medium heat"]
    assert not third.times


KOREAN = """김치볶음밥

2인분

[재료]
밥 2공기
김치 1컵
[양념] 간장 1T, 설탕 1/2t
참기름 약간

[만드는 법]
1. 김치를 잘게 썰어요.
2. 팬에 김치를 넣고 중불에서 3분 볶아요.
3. 밥과 간장을 넣고 2~3분 더 볶아요.
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_korean_plain_text_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "bap.txt"
    path.write_bytes(KOREAN.encode(encoding))
    recipe = read_recipe_file(path)
    assert recipe.title == "김치볶음밥"
    assert recipe.servings == 2
    names = [one.name for one in recipe.ingredients]
    assert names == ["밥", "김치", "간장", "설탕", "참기름"]
    assert {one.group for one in recipe.ingredients if one.name in ("간장", "설탕")} == {"양념"}
    assert [[cue.low_s for cue in step.times] for step in recipe.steps] == [[], [180], [120]]
    assert recipe.steps[2].times[0].high_s == 180
    assert [heat.text for heat in recipe.steps[1].heats] == ["중불"]


def test_a_collection_gives_all_its_recipes(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    other = PAPRIKA | {"name": "Another Soup"}
    path.write_bytes(
        zipped(
            {
                "a.paprikarecipe": gzip.compress(json.dumps(PAPRIKA).encode()),
                "b.paprikarecipe": gzip.compress(json.dumps(other).encode()),
            }
        )
    )
    assert [recipe.title for recipe in read_recipes(path)] == ["Tomato Soup", "Another Soup"]


@pytest.mark.parametrize(
    ("method", "steps"),
    [
        (
            "Marinate\n1. Mix the chicken with the curd.\n\nCook\n2. Boil the rice.\n3. Fry the onions.",
            [("Marinate", "Mix the chicken with the curd."), ("Cook", "Boil the rice."), ("Cook", "Fry the onions.")],
        ),
        (
            "양념 만들기\n1. 간장과 설탕을 섞어요.\n재료 손질\n2. 양파를 썰어요.\n볶기:\n3. 볶아요.",
            [("양념 만들기", "간장과 설탕을 섞어요."), ("재료 손질", "양파를 썰어요."), ("볶기", "볶아요.")],
        ),
        (
            "1. Mix the chicken with the\n   curd and leave it\n2. Fry.\n\nServe with rice.",
            [("", "Mix the chicken with the curd and leave it"), ("", "Fry."), ("", "Serve with rice.")],
        ),
        ("1.\nMix it\n2.\nFry\n\nStep 3:\nServe", [("", "Mix it"), ("", "Fry"), ("", "Serve")]),
        ("1. 볶아요.\n간을 봐요\n2. 담아요.", [("", "볶아요. 간을 봐요"), ("", "담아요.")]),
        (
            "Melt the butter.\n\nFor the sauce:\nWhisk the milk in.\n\nServe",
            [("", "Melt the butter."), ("For the sauce", "Whisk the milk in."), ("For the sauce", "Serve")],
        ),
    ],
)
def test_a_heading_between_steps_is_no_step(method: str, steps: list[tuple[str, str]], tmp_path: Path) -> None:
    path = tmp_path / "curry.txt"
    path.write_text(f"Curry\n\nIngredients\n- 1 onion\n\nMethod\n\n{method}\n", encoding="utf-8")
    assert [(step.section, step.text) for step in read_recipe_file(path).steps] == steps


def test_a_section_of_a_web_page_stays_with_its_steps(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    sections = [
        {"@type": "HowToSection", "name": "For the sauce", "itemListElement": HOW_TO[:2]},
        {"@type": "HowToSection", "name": "Assemble", "itemListElement": HOW_TO[2:]},
    ]
    path.write_text(page(recipeInstructions=sections), encoding="utf-8")
    assert [step.section for step in read_recipe_file(path).steps] == ["For the sauce", "For the sauce", "Assemble"]


@pytest.mark.parametrize(
    ("text", "servings", "most", "makes"),
    [
        ("6-8", 6, 8, "6-8"),
        ("6-8 servings", 6, 8, "6-8 servings"),
        ("Serves 4", 4, None, "Serves 4"),
        ("4~5인분", 4, 5, "4~5인분"),
        ("Makes 8 pancakes", None, None, "8 pancakes"),
        ("12 buns", None, None, "12 buns"),
        ("쿠키 24개", None, None, "쿠키 24개"),
        ("Makes 8 pancakes, serves 4", 4, None, "8 pancakes, serves 4"),
        ("Yield: 4 portions", 4, None, "4 portions"),
    ],
)
def test_what_a_recipe_makes_keeps_its_words(
    text: str, servings: int | None, most: int | None, makes: str, tmp_path: Path
) -> None:
    pages = {
        "a.json": page(recipeYield=text, recipeInstructions=STEPS),
        "m.json": json.dumps({name: value for name, value in MEALIE.items() if name != "recipeServings"} | {"recipeYield": text}),
        "p.json": json.dumps(PAPRIKA | {"servings": text}),
        "c.cook": f"---\nyield: '{text}'\n---\nStir.",
    }  # fmt: skip
    for name, content in pages.items():
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        recipe = read_recipe_file(path)
        assert (recipe.servings, most_servings(recipe), recipe.makes) == (servings, most, makes), name


def test_a_bare_number_beside_a_noun_counts_the_noun(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(page(recipeYield=["12", "12 buns"], recipeInstructions=STEPS), encoding="utf-8")
    recipe = read_recipe_file(path)
    assert (recipe.servings, recipe.makes) == (None, "12 buns")


def test_plain_text_says_what_it_makes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(MARKDOWN.replace("Serves 4", "Makes 8 bowls\nServes 4"), encoding="utf-8")
    recipe = read_recipe_file(path)
    assert (recipe.servings, recipe.makes) == (4, "8 bowls")
