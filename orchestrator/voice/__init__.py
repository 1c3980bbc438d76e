"""Talking with the cook: what turns sound into turns and replies into sound.

Everything that decides is pure and runs on the microphone's own clock of samples; sound cards, files and services are
at the edges (`edges.py` says what an edge looks like). Nothing here is imported by the text mode.
"""
