"""Recipes from elsewhere. Each module reads one kind of file into a `Draft`; `reading.py` picks which one.

Files are hostile until proven otherwise: sizes and depths are bounded, archives are never unpacked to disk, and a file
either gives whole recipes or a clear error that names it.
"""
