"""How much a spoon or a cup of something weighs, from published tables, and the grams in a 근.

Weights of a US cup (236.588 ml), tablespoon or teaspoon are the household measures of USDA FoodData Central, SR Legacy
(fdc.nal.usda.gov), by food. What isn't in the table has no known density here: conversion then says no.
"""

from fractions import Fraction
from typing import Final

from shared.kitchen.glossary import ancestors, entries
from shared.kitchen.ingredient_concepts import concept_of

_US_CUP_ML: Final = Fraction(2365882365, 10_000_000)

#: Grams in one US cup: USDA FoodData Central, SR Legacy, food and measure as noted.
_GRAMS_IN_A_CUP: Final[dict[str, Fraction]] = {
    "water": Fraction(237),  # Water, tap, 1 cup
    "milk": Fraction(244),  # Milk, whole, 3.25% milkfat, 1 cup
    "buttermilk": Fraction(245),  # Milk, buttermilk, fluid, 1 cup
    "heavy_cream": Fraction(238),  # Cream, fluid, heavy whipping, 1 cup, fluid
    "sour_cream": Fraction(230),  # Cream, sour, cultured, 1 cup
    "yogurt": Fraction(245),  # Yogurt, plain, whole milk, 1 cup
    "butter": Fraction(227),  # Butter, salted, 1 cup
    "oil": Fraction(218),  # Oil, vegetable (canola, soybean, corn), 1 cup
    "olive_oil": Fraction(216),  # Oil, olive, salad or cooking, 1 cup
    "sesame_oil": Fraction(218),  # Oil, sesame, salad or cooking, 1 cup
    "coconut_oil": Fraction(218),  # Oil, coconut, 1 cup
    "lard": Fraction(205),  # Lard, 1 cup
    "flour": Fraction(125),  # Wheat flour, white, all-purpose, 1 cup
    "bread_flour": Fraction(137),  # Wheat flour, white, bread, 1 cup
    "cake_flour": Fraction(137),  # Wheat flour, white, cake, 1 cup
    "whole_wheat_flour": Fraction(120),  # Wheat flour, whole-grain, 1 cup
    "rice_flour": Fraction(158),  # Rice flour, white, 1 cup
    "corn_starch": Fraction(128),  # Cornstarch, 1 cup
    "cornmeal": Fraction(122),  # Cornmeal, whole-grain, yellow, 1 cup
    "oats": Fraction(81),  # Cereals, oats, regular and quick, not fortified, dry, 1 cup
    "rice": Fraction(185),  # Rice, white, long-grain, regular, raw, 1 cup
    "short_grain_rice": Fraction(200),  # Rice, white, short-grain, raw, 1 cup
    "sugar": Fraction(200),  # Sugars, granulated, 1 cup
    "brown_sugar": Fraction(220),  # Sugars, brown, 1 cup packed
    "powdered_sugar": Fraction(120),  # Sugars, powdered, 1 cup unsifted
    "honey": Fraction(339),  # Honey, 1 cup
    "maple_syrup": Fraction(315),  # Syrups, maple, 1 cup
    "molasses": Fraction(337),  # Molasses, 1 cup
    "salt": Fraction(292),  # Salt, table, 1 cup
    "soy_sauce": Fraction(255),  # Soy sauce made from soy and wheat (shoyu), 1 cup
    "vinegar": Fraction(239),  # Vinegar, cider, 1 cup
    "lemon_juice": Fraction(244),  # Lemon juice, raw, 1 cup
    "mayonnaise": Fraction(220),  # Salad dressing, mayonnaise, regular, 1 cup
    "peanut_butter": Fraction(258),  # Peanut butter, smooth style, 1 cup
    "cocoa": Fraction(86),  # Cocoa, dry powder, unsweetened, 1 cup
    "miso": Fraction(275),  # Miso, 1 cup
    "sesame_seeds": Fraction(144),  # Seeds, sesame seeds, whole, dried, 1 cup
    "baking_powder": Fraction(46, 10) * 48,  # Leavening agents, baking powder, double-acting, 1 tsp = 4.6 g
    "baking_soda": Fraction(46, 10) * 48,  # Leavening agents, baking soda, 1 tsp = 4.6 g
    "minced_garlic": Fraction(136),  # Garlic, raw, 1 cup
}
#: Kinds whose weight differs from their parent's, and so is unknown here: coarse salt is lighter than table salt.
_NOT_LIKE_ITS_PARENT: Final = frozenset({"coarse_salt", "fine_salt", "balsamic"})

_MEAT: Final = frozenset(
    {"meat", "fish", "shrimp", "squid", "small_octopus", "chili_flakes", "dried_chili", "clam", "duck"}
)
_VEGETABLES: Final = frozenset(
    {
        "potato", "sweet_potato", "carrot", "radish", "young_radish", "cabbage", "napa", "bok_choy", "lettuce",
        "perilla_leaf", "spinach", "bean_sprouts", "mung_sprouts", "water_parsley", "crown_daisy", "zucchini",
        "cucumber", "eggplant",
        "broccoli", "celery", "onion", "green_onion", "garlic_chives", "garlic", "ginger", "mushroom", "tomato",
        "strawberry", "apple", "pear", "grape", "bracken", "bellflower", "lotus_root", "burdock", "taro",
        "garlic_scapes", "green_chili", "cheongyang",
    }
)  # fmt: skip


def density_of(ingredient: str) -> Fraction | None:
    """Grams per millilitre, or None when no published figure is known.

    >>> density_of("밀가루") == density_of("all-purpose flour"), density_of("고추장")
    (True, None)
    """
    concept = concept_of(ingredient)
    if concept is None or concept in _NOT_LIKE_ITS_PARENT:
        return None
    for candidate in (concept, *ancestors(concept)):
        if candidate in _GRAMS_IN_A_CUP:
            return _GRAMS_IN_A_CUP[candidate] / _US_CUP_ML
    return None


def grams_in_a_geun(ingredient: str) -> Fraction | None:
    """A 근 of meat (and of dried chili) is 600 g, of vegetables and fruit 400 g; None when it is neither.

    >>> grams_in_a_geun("돼지고기 앞다리살"), grams_in_a_geun("감자"), grams_in_a_geun("간장")
    (Fraction(600, 1), Fraction(400, 1), None)
    """
    concept = concept_of(ingredient)
    if concept is None:
        return None
    family = {concept, *ancestors(concept)} & set(entries())
    if family & _MEAT:
        return Fraction(600)
    return Fraction(400) if family & _VEGETABLES else None
