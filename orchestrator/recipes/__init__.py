"""Recipes as the session knows them: immutable, exact, and derived from text once, when they are read in."""
