"""Korean as it sounds, spelled in Hangul: 입니다 -> 임니다, 십 분 -> 십 뿐, 깻잎 -> 깬닙.

For an engine that reads letter by letter (espeak-ng). Neural voices learned these rules from speech and get the text as
it is written. `sound_change` holds the general rules, `lexicon` what no rule can know, `phrases` what happens between
words.
"""

from services.tts.text.korean.pronunciation import pronounce

__all__ = ["pronounce"]
