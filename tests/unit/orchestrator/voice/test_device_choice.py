"""Choosing a microphone and a speaker in the way people remember them."""

import pytest

from orchestrator.voice.device_choice import Device, Kind, choose, listing
from orchestrator.voice.edges import SoundMissing

BOTH = frozenset(Kind)
KITCHEN = [
    Device(0, "HDA Intel PCH: ALC256 Analog (hw:0,0)", "ALSA", 2, 2, 44_100),
    Device(1, "Jabra SPEAK 510 USB: Audio (hw:1,0)", "ALSA", 1, 2, 16_000),
    Device(2, "HDMI 0", "ALSA", 0, 8, 48_000),
    Device(3, "USB 마이크", "ALSA", 1, 0, 48_000),
    Device(4, "default", "ALSA", 32, 32, 44_100, BOTH),
]


@pytest.mark.parametrize(
    ("wanted", "kind", "number"),
    [
        (None, Kind.MICROPHONE, 4),
        ("", Kind.SPEAKER, 4),
        ("jabra", Kind.MICROPHONE, 1),
        ("JABRA speak", Kind.SPEAKER, 1),
        ("usb audio", Kind.SPEAKER, 1),
        ("마이크", Kind.MICROPHONE, 3),
        ("usb마이크", Kind.MICROPHONE, 3),
        ("usb", Kind.MICROPHONE, 3),  # begins with it: nearer than one that has it somewhere
        ("usb", Kind.SPEAKER, 1),
        ("HDMI", Kind.SPEAKER, 2),
        ("0", Kind.MICROPHONE, 0),
        (" 2 ", Kind.SPEAKER, 2),
        ("510", Kind.MICROPHONE, 1),  # no such number, but a part of a name
    ],
)
def test_by_number_name_or_part_of_a_name(wanted: str | None, kind: Kind, number: int) -> None:
    assert choose(KITCHEN, wanted, kind).number == number


def test_the_same_device_in_two_sound_systems_is_taken_from_the_default_one() -> None:
    twice = [Device(0, "USB Mic", "MME", 1, 0, 44_100), Device(1, "USB Mic", "WASAPI", 1, 0, 48_000, BOTH)]
    assert choose(twice, "usb", Kind.MICROPHONE).number == 1


def test_without_a_default_the_first_that_can() -> None:
    assert choose(KITCHEN[2:4], None, Kind.MICROPHONE).number == 3


def test_a_speaker_is_no_microphone() -> None:
    with pytest.raises(SoundMissing, match='No microphone is called "hdmi"') as trouble:
        choose(KITCHEN, "hdmi", Kind.MICROPHONE)
    assert "Jabra" in trouble.value.how_to_fix
    assert "HDMI" not in trouble.value.how_to_fix


def test_a_machine_without_sound_says_what_else_can_be_done() -> None:
    with pytest.raises(SoundMissing, match="There is no microphone here") as trouble:
        choose([], None, Kind.MICROPHONE)
    assert "--input" in trouble.value.how_to_fix


def test_the_list_stars_what_the_system_chose() -> None:
    assert listing(KITCHEN[2:]).splitlines() == [
        "Microphones:",
        "     3  USB 마이크  (ALSA, 48000 Hz)",
        "  *  4  default  (ALSA, 44100 Hz)",
        "Speakers:",
        "     2  HDMI 0  (ALSA, 48000 Hz)",
        "  *  4  default  (ALSA, 44100 Hz)",
    ]
    assert listing([]).splitlines() == ["Microphones:", "    none", "Speakers:", "    none"]
