"""Synthetic speech and kitchen noise for tests and measurements: espeak-ng in process, other engines when installed.

Nothing here is evidence about people: synthetic voices only show that what is measured works on speech-like sound.
"""

import ctypes
import shutil
import subprocess
import tempfile
import threading
import wave
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

Sound = npt.NDArray[np.float32]

RATE: Final = 16_000
_SYNCHRONOUS: Final = 2
_UTF8: Final = 1
_SPEED, _PITCH, _RANGE = 1, 3, 4
_OnSound = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


_STEADY: Final = "steady"
_UNMOVED: Final = b"flutter 0\nroughness 0\n"


class Espeak:
    """libespeak-ng from the `espeakng-loader` wheel. The library is one global: use `espeak()`, not the class.

    The same words in the same voice are the same sound, whatever was said before: as the library comes, its voices
    flutter, and no figure or test could be seen twice.
    """

    def __init__(self) -> None:
        import espeakng_loader

        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        self._library.espeak_Initialize.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
        self._library.espeak_ng_SetRandSeed.argtypes = [ctypes.c_long]
        self._data = tempfile.TemporaryDirectory(prefix="sous-steady-")
        _steadied(Path(espeakng_loader.get_data_path()), Path(self._data.name))
        self._rate = self._library.espeak_Initialize(_SYNCHRONOUS, 0, self._data.name.encode(), 0)
        pointer, number = ctypes.c_void_p, ctypes.c_uint
        self._library.espeak_Synth.argtypes = [
            ctypes.c_char_p, ctypes.c_size_t, number, ctypes.c_int, number, number, pointer, pointer,
        ]  # fmt: skip
        self._pieces: list[npt.NDArray[np.int16]] = []
        self._heard = _OnSound(self._keep)
        self._library.espeak_SetSynthCallback(self._heard)
        self._one_at_a_time = threading.Lock()

    def _keep(self, samples: object, count: int, _events: object) -> int:
        if samples and count > 0:
            self._pieces.append(np.ctypeslib.as_array(samples, (count,)).copy())  # type: ignore[call-overload]
        return 0

    def say(self, text: str, voice: str, speed: int = 165, pitch: int = 50, melody: int = 50) -> Sound:
        steady = voice if "+" in voice else f"{voice}+{_STEADY}"
        with self._one_at_a_time:
            if self._library.espeak_SetVoiceByName(steady.encode()) != 0:
                raise ValueError(f"espeak-ng has no voice {voice!r}")
            for parameter, value in ((_SPEED, speed), (_PITCH, pitch), (_RANGE, melody)):
                self._library.espeak_SetParameter(parameter, value, 0)
            self._library.espeak_ng_SetRandSeed(1)
            self._pieces.clear()
            self._synth(text)
            sound = np.concatenate(self._pieces) if self._pieces else np.zeros(1, np.int16)
        return at_our_rate(sound.astype(np.float32) / 32768, self._rate)

    def _synth(self, text: str) -> None:
        spoken = text.encode() + b"\0"
        self._library.espeak_Synth(spoken, len(spoken), 0, 1, 0, _UTF8, None, None)
        self._library.espeak_Synchronize()


def _steadied(data: Path, home: Path) -> None:
    """The library's data with every voice's flutter and roughness taken out: both run on from sentence to sentence."""
    for one in data.iterdir():
        if one.name != "voices":
            (home / one.name).symlink_to(one)
    voices = home / "voices" / "!v"
    voices.mkdir(parents=True)
    (voices / _STEADY).write_bytes(b"language variant\nname steady\n" + _UNMOVED)
    for one in (data / "voices" / "!v").iterdir():
        lines = [line for line in one.read_bytes().splitlines() if not line.startswith((b"flutter", b"roughness"))]
        (voices / one.name).write_bytes(b"\n".join([*lines, _UNMOVED]))


@lru_cache(maxsize=1)
def espeak() -> Espeak:
    return Espeak()


def at_our_rate(sound: Sound, rate: int) -> Sound:
    import soxr

    return np.asarray(soxr.resample(sound, rate, RATE), np.float32)


def flite(text: str, voice: str) -> Sound:
    """Debian's `flite`: voices kal16, awb, rms, slt. English, recorded people behind diphones and clusters."""
    return _from_program(["flite", "-voice", voice, "-t", text, "-o"])


def festival(text: str, voice: str = "voice_kal_diphone") -> Sound:
    """Debian's `festival` with its English diphone voice."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as written:
        written.write(text)
        written.flush()
        return _from_program(["text2wave", "-eval", f"({voice})", written.name, "-o"])


def has(program: str) -> bool:
    return shutil.which(program) is not None


def _from_program(command: list[str]) -> Sound:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        subprocess.run([*command, str(path)], check=True, capture_output=True)
        with wave.open(str(path)) as said:
            sound = np.frombuffer(said.readframes(said.getnframes()), "<i2").astype(np.float32) / 32768
            return at_our_rate(sound, said.getframerate())


def with_silence(sound: Sound, before_s: float = 0.3, after_s: float = 0.3) -> Sound:
    return np.concatenate(
        [np.zeros(int(before_s * RATE), np.float32), sound, np.zeros(int(after_s * RATE), np.float32)]
    )


def wav(sound: Sound, rate: int = RATE) -> bytes:
    import io

    packed = io.BytesIO()
    with wave.open(packed, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
    return packed.getvalue()


def coloured(seconds: float, slope: float, seed: int) -> Sound:
    """Noise whose power falls with frequency to the power of `slope`: 0 white, 1 pink, 2 brown."""
    generator = np.random.default_rng(seed)
    spectrum = np.fft.rfft(generator.normal(size=int(seconds * RATE)))
    frequencies = np.maximum(np.fft.rfftfreq(int(seconds * RATE), 1 / RATE), 20)
    noise = np.fft.irfft(spectrum / frequencies ** (slope / 2), int(seconds * RATE))
    return np.asarray(noise / np.abs(noise).max() * 0.3, np.float32)


def fan(seconds: float, seed: int) -> Sound:
    """An extractor hood: pink rush, a blade tone with its harmonics, and mains hum."""
    time = np.arange(int(seconds * RATE)) / RATE
    generator = np.random.default_rng(seed)
    blades = generator.uniform(80, 160)
    tones = sum(np.sin(2 * np.pi * blades * k * time + generator.uniform(0, 6)) / k for k in range(1, 6))
    hum = np.sin(2 * np.pi * 120 * time)
    noise = coloured(seconds, 1.0, seed) + 0.03 * tones + 0.02 * hum
    return np.asarray(noise / np.abs(noise).max() * 0.3, np.float32)


def sizzle(seconds: float, seed: int) -> Sound:
    """Oil in a pan: high hiss with random crackles."""
    generator = np.random.default_rng(seed)
    hiss = np.diff(generator.normal(size=int(seconds * RATE) + 1)) * 0.3
    crackles = (generator.random(len(hiss)) < 0.002) * generator.normal(0, 4, len(hiss))
    noise = hiss * (0.6 + 0.4 * np.repeat(generator.random(len(hiss) // 800 + 1), 800)[: len(hiss)]) + crackles
    return np.asarray(noise / np.abs(noise).max() * 0.3, np.float32)


def breath(seconds: float, seed: int) -> Sound:
    time = np.arange(int(seconds * RATE)) / RATE
    swell = np.maximum(np.sin(2 * np.pi * 0.4 * time), 0) ** 2
    return np.asarray(coloured(seconds, 0.7, seed) * swell, np.float32)


def tones(seconds: float, seed: int) -> Sound:
    """Music-like: chords that change twice a second."""
    generator = np.random.default_rng(seed)
    sound = np.zeros(int(seconds * RATE))
    for start in range(0, len(sound), RATE // 2):
        time = np.arange(min(RATE // 2, len(sound) - start)) / RATE
        for note in generator.choice(np.arange(-12, 13), 3, replace=False):
            sound[start : start + len(time)] += np.sin(2 * np.pi * 440 * 2 ** (note / 12) * time) * np.exp(-2 * time)
    return np.asarray(sound / np.abs(sound).max() * 0.3, np.float32)


def mixed(sound: Sound, noise: Sound, snr_db: float) -> Sound:
    """Speech with noise under it; the ratio is of the speech's loud parts (what a meter would show) to the noise."""
    frames = sound[: len(sound) // 320 * 320].reshape(-1, 320)
    power = (frames**2).mean(axis=1)
    loud = power[power > power.max() * 0.01].mean()
    noise = np.resize(noise, len(sound))
    scale = np.sqrt(loud / (noise**2).mean() / 10 ** (snr_db / 10))
    both = sound + noise * scale
    return np.asarray(both / max(1.0, np.abs(both).max()), np.float32)
