"""Which microphone, which speaker: the list people choose from and what they type to choose. Opens nothing.

A name is asked for in the way people remember it: "usb", "jabra", a part of what the list shows. A number is the one
shown in the list; it changes when something is plugged in, so a name is what stays right over night.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from orchestrator.voice.edges import SoundMissing


class Kind(StrEnum):
    MICROPHONE = "microphone"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Device:
    number: int
    name: str
    system: str
    """The sound system it belongs to: ALSA, Core Audio, Windows WASAPI."""
    inputs: int
    outputs: int
    rate: float
    """The rate it prefers."""
    default_for: frozenset[Kind] = frozenset()

    def channels(self, kind: Kind) -> int:
        return self.inputs if kind is Kind.MICROPHONE else self.outputs


def usable(devices: Sequence[Device], kind: Kind) -> list[Device]:
    return [device for device in devices if device.channels(kind) > 0]


def choose(devices: Sequence[Device], wanted: str | None, kind: Kind) -> Device:
    """The device meant by a number, a name or a part of one; the system's own choice when nothing was asked for."""
    there = usable(devices, kind)
    if not there:
        raise SoundMissing(f"There is no {kind} here.", f"Plug one in, or play files instead: {FILES}")
    if wanted is None or not wanted.strip():
        return next((device for device in there if kind in device.default_for), there[0])
    wanted = wanted.strip()
    if wanted.isdecimal():
        for device in there:
            if device.number == int(wanted):
                return device
    asked = _plain(wanted)
    for fits in (
        [device for device in there if _plain(device.name) == asked],
        [device for device in there if _plain(device.name).startswith(asked)],
        [device for device in there if asked in _plain(device.name)],
        [device for device in there if all(word in _plain(device.name) for word in wanted.casefold().split())],
    ):
        if fits:  # the same device is often listed by several sound systems: the first is the one its system prefers
            return next((device for device in fits if kind in device.default_for), fits[0])
    raise SoundMissing(
        f'No {kind} is called "{wanted}".', "There are: " + ", ".join(dict.fromkeys(one.name for one in there)) + "."
    )


def listing(devices: Sequence[Device]) -> str:
    """Everything there is, for a person to pick from; the system's own choice is starred."""
    lines = []
    for kind, title in ((Kind.MICROPHONE, "Microphones"), (Kind.SPEAKER, "Speakers")):
        lines.append(f"{title}:")
        there = usable(devices, kind)
        for device in there:
            star = "*" if kind in device.default_for else " "
            lines.append(f"  {star} {device.number:>2}  {device.name}  ({device.system}, {device.rate:.0f} Hz)")
        if not there:
            lines.append("    none")
    return "\n".join(lines)


FILES = "--input said.wav --output heard.wav"


def _plain(name: str) -> str:
    return "".join(name.casefold().split())
