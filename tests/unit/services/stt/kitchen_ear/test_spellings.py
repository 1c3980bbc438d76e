"""The likeliest spellings in phones, of Korean letters and of English in several accents."""

import pytest

from services.stt.kitchen_ear.phones_en import accents
from services.stt.kitchen_ear.phones_ko import pronunciations
from services.stt.kitchen_ear.spellings import spellings, table


def test_the_likeliest_come_first_and_sounds_of_one_kind_are_written_alike() -> None:
    said = table("""
        a AA 60, AO 40
        n N 90, 10
    """)
    sounds = [(kind, said[kind]) for kind in "ana"]
    assert spellings(sounds, 3) == [("AA", "N", "AA"), ("AO", "N", "AO"), ("AA", "AA")]


def test_what_is_never_said_at_all_is_no_spelling() -> None:
    assert spellings([("h", table("h 100")["h"])], 5) == []


@pytest.mark.parametrize(
    ("word", "spelling"),
    [("작게", "CH AA K G IY"), ("고추", "G OW L CH UW L"), ("멈춰", "M AO L M CH W AO L"), ("네", "N EY")],
)
def test_korean_vowels_are_written_as_this_ear_hears_them(word: str, spelling: str) -> None:
    assert spelling in [" ".join(phones) for phones in pronunciations(word)]


@pytest.mark.parametrize(
    ("dictionary", "elsewhere"),
    [
        ("S T AA P", "S T AO P"),  # stop
        ("T AY M ER", "T AY M AH"),  # timer
        ("D AH N", "D AA N"),  # done
        ("S T AA R T", "S T AO T"),  # start, but not so that it is nearly "stop"
        ("TH AE NG K S", "F AE NG K S"),  # thanks
        ("M IY N W AY L", "M IY N W AY UW L"),  # meanwhile
    ],
)
def test_english_is_not_only_american(dictionary: str, elsewhere: str) -> None:
    said = [" ".join(phones) for phones in accents(tuple(dictionary.split()))]
    assert said[0] == dictionary
    assert elsewhere in said


def test_long_words_take_no_longer_to_spell() -> None:
    assert len(pronunciations("된장고추장김치볶음밥돼지고기두루치기", 6)) == 6
