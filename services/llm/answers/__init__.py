"""Answers that need no language model: computed from the recipe passed in, or looked up in curated tables.

And the guard over answers that do: no number reaches the cook that stands in no source.
"""
