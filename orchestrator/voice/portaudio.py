"""PortAudio by way of `sounddevice`: what is plugged in, and streams from and to it. The one module that imports it.

Calls may take a second and belong on a thread. PortAudio looks for devices once, when it wakes; `look_again` puts it to
sleep and wakes it, which every open stream must be closed for.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from orchestrator.voice.device_choice import FILES, Device, Kind
from orchestrator.voice.edges import RATE, Samples, SoundMissing

#: A block of sound (frames x channels) and whether some was lost before it.
OnBlock = Callable[[Samples, bool], None]


class Stream(Protocol):
    @property
    def active(self) -> bool: ...
    @property
    def latency(self) -> float: ...
    def start(self) -> None: ...
    def abort(self) -> None: ...
    def close(self) -> None: ...


def devices() -> list[Device]:
    sound = _sounddevice()
    try:
        systems = sound.query_hostapis()
        defaults = dict(zip((Kind.MICROPHONE, Kind.SPEAKER), _defaults(sound), strict=True))
        return [
            Device(
                number=number,
                name=str(one["name"]),
                system=str(systems[one["hostapi"]]["name"]),
                inputs=int(one["max_input_channels"]),
                outputs=int(one["max_output_channels"]),
                rate=float(one["default_samplerate"]),
                default_for=frozenset(kind for kind, default in defaults.items() if default == number),
            )
            for number, one in enumerate(sound.query_devices())
        ]
    except sound.PortAudioError as error:
        raise SoundMissing(f"The sound system does not answer: {error}.", f"Or play files: {FILES}") from error


def look_again() -> None:
    """Notice what was plugged in or out. Only with every stream closed."""
    sound = _sounddevice()
    try:
        sound._terminate()
        sound._initialize()
    except sound.PortAudioError as error:
        raise SoundMissing(f"The sound system does not answer: {error}.", "It is tried again.") from error


def open_stream(
    device: Device,
    kind: Kind,
    *,
    latency_s: float,
    starting: Callable[[float], None],
    on_block: OnBlock,
    ended: Callable[[], None],
) -> Stream:
    """Open and start, at our own rate with one channel if the device can do that, else as it prefers.

    `starting` is told the rate before the first block comes. A block for the speaker is there to be filled.
    """
    sound = _sounddevice()
    opening = sound.InputStream if kind is Kind.MICROPHONE else sound.OutputStream

    def called(block: Samples, frames: int, times: Any, status: Any) -> None:  # noqa: ARG001
        on_block(block, bool(status.input_overflow or status.output_underflow))

    most = device.channels(kind)
    trouble = ""
    for rate in dict.fromkeys((float(RATE), device.rate, 48_000.0, 44_100.0)):
        for channels in dict.fromkeys((1, min(2, most), most)):
            try:
                stream: Stream = opening(
                    device=device.number,
                    samplerate=rate,
                    channels=channels,
                    dtype="int16",
                    latency=latency_s,
                    callback=called,
                    finished_callback=ended,
                )
                starting(rate)
                try:
                    stream.start()
                except sound.PortAudioError:
                    close_stream(stream)
                    raise
            except sound.PortAudioError as error:
                trouble = str(error)
            else:
                return stream
    raise SoundMissing(
        f"The {kind} {device.name} cannot be opened: {trouble}.",
        "Perhaps another program holds it, or this one may not use it. To choose another: --list-devices",
    )


def close_stream(stream: Stream) -> None:
    """At once; a device that is gone already has nothing to say about it."""
    sound = _sounddevice()
    with suppress(sound.PortAudioError):
        stream.abort()
    with suppress(sound.PortAudioError):
        stream.close()


def _defaults(sound: Any) -> tuple[int, int]:
    pair = sound.default.device
    return int(pair[0]), int(pair[1])


def _sounddevice() -> Any:
    try:
        import sounddevice
    except ImportError as error:
        raise SoundMissing("The package for sound is not installed here.", "Start it with: make voice") from error
    except OSError as error:  # the wheel for Linux comes without the C library
        raise SoundMissing(
            "PortAudio, the system's library for microphones and speakers, is not installed.",
            "On Debian or Ubuntu: sudo apt install libportaudio2",
        ) from error
    return sounddevice
