"""The embedded engine's knowledge: what is said in a kitchen, and how it sounds to an English acoustic model.

Phrases, pronunciations, grammar and the gate; pure text and numbers. The recogniser is `engines/pocketsphinx.py`.
"""
