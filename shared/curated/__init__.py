"""What Sous knows beyond the recipe: food safety, substitutions, allergens, kitchen words. Each row with its source.

The only numbers that stand neither in the recipe nor in the cook's words. What is not here is not known, and nobody
makes it up. Data in JSON beside the modules; standard library and kitchen language only.
"""
