"""libespeak-ng through ctypes: the few functions we need, with their C types, and nothing of ours.

The wheel `espeakng-loader` brings the library and its data, so no system package is needed. The library is one global
per process and not thread-safe: `espeak.py` guards it.
"""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Callable
from ctypes import CDLL, CFUNCTYPE, POINTER, Structure, c_char, c_char_p, c_int, c_short, c_size_t, c_uint, c_void_p
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS: espeak_Synth returns when everything has been said
_PHONEME_EVENTS, _IPA_EVENTS, _DONT_EXIT = 0x1, 0x2, 0x8000
_CHARS_UTF8 = 1
_IPA = 0x02
_BUFFER_MS = 200  # the first buffer comes after 0.1 ms anyway; more of them only cost callbacks
_HOME = "sous-espeak-"
_DATA = ("phondata", "phonindex", "phontab", "intonations", "ko_dict", "en_dict", "lang")

RATE, VOLUME, PITCH, RANGE = 1, 2, 3, 4  # parameters

WORD_EVENT, SENTENCE_EVENT, END_EVENT, PHONEME_EVENT = 1, 2, 5, 7


class _Event(Structure):
    _fields_ = (
        ("type", c_int),
        ("unique_identifier", c_uint),
        ("text_position", c_int),
        ("length", c_int),
        ("audio_position", c_int),
        ("sample", c_int),
        ("user_data", c_void_p),
        ("id", c_char * 8),  # a number, a name or a phoneme, by type
    )


@dataclass(frozen=True, slots=True)
class Event:
    type: int
    text_position: int  # in characters, from 1
    length: int
    at_ms: int
    phoneme: str


_Callback: Any = CFUNCTYPE(c_int, POINTER(c_short), c_int, POINTER(_Event))

#: Gets PCM and the events in it; True goes on, False stops the speech.
Hear = Callable[[bytes, list[Event]], bool]


class EspeakLibrary:
    """Loaded and initialised. Errors are `OSError`."""

    def __init__(self) -> None:
        import espeakng_loader

        self._c: CDLL = ctypes.CDLL(espeakng_loader.get_library_path())
        self._declare()
        _sweep()
        self._home = tempfile.TemporaryDirectory(prefix=f"{_HOME}{os.getpid()}-", ignore_cleanup_errors=True)
        _lay_out(Path(espeakng_loader.get_data_path()), Path(self._home.name))
        self.rate: int = self._c.espeak_Initialize(
            _SYNCHRONOUS, _BUFFER_MS, self._home.name.encode(), _PHONEME_EVENTS | _IPA_EVENTS | _DONT_EXIT
        )
        if self.rate <= 0:
            raise OSError("espeak-ng could not read its data files")
        self._hear: Hear | None = None
        self._broke: BaseException | None = None
        self._callback = _Callback(self._called)  # kept: C holds a pointer to it
        self._c.espeak_SetSynthCallback(self._callback)

    @property
    def version(self) -> str:
        text: bytes = self._c.espeak_Info(None)
        return text.decode("ascii", "replace").split()[0]

    def choose(self, voice: str) -> None:
        if self._c.espeak_SetVoiceByName(voice.encode("ascii")) != 0:
            raise OSError(f"espeak-ng has no voice {voice!r}")

    def set(self, parameter: int, value: int) -> None:
        self._c.espeak_SetParameter(parameter, value, 0)

    def speak(self, text: str, hear: Hear) -> None:
        """Say `text`; returns when all of it has been heard."""
        raw = text.encode("utf-8") + b"\0"
        self._hear, self._broke = hear, None
        try:
            failed = self._c.espeak_Synth(raw, len(raw), 0, 1, 0, _CHARS_UTF8, None, None)
        finally:
            self._hear = None
        if self._broke is not None:
            raise self._broke
        if failed:
            raise OSError(f"espeak-ng refused the text (status {failed})")

    def phonemes(self, text: str) -> str:
        """What the chosen voice would say, in IPA."""
        buffer = ctypes.create_string_buffer(text.encode("utf-8"))
        rest = c_void_p(ctypes.addressof(buffer))
        clauses: list[str] = []
        while rest.value:
            clause: bytes | None = self._c.espeak_TextToPhonemes(ctypes.byref(rest), _CHARS_UTF8, _IPA)
            if clause:
                clauses.append(clause.decode("utf-8", "replace").strip())
        return " ".join(filter(None, clauses))

    def close(self) -> None:
        self._c.espeak_Terminate()
        self._home.cleanup()

    def _declare(self) -> None:
        c = self._c
        c.espeak_Initialize.argtypes = (c_int, c_int, c_char_p, c_int)
        c.espeak_SetVoiceByName.argtypes = (c_char_p,)
        c.espeak_SetParameter.argtypes = (c_int, c_int, c_int)
        c.espeak_Synth.argtypes = (c_char_p, c_size_t, c_uint, c_int, c_uint, c_uint, c_void_p, c_void_p)
        c.espeak_TextToPhonemes.argtypes = (POINTER(c_void_p), c_int, c_int)
        c.espeak_TextToPhonemes.restype = c_char_p
        c.espeak_Info.argtypes = (c_void_p,)
        c.espeak_Info.restype = c_char_p

    def _called(self, samples: Any, count: int, events: Any) -> int:
        # An exception must not leave through C: it is kept and raised when C has returned.
        try:
            pcm = ctypes.string_at(samples, count * 2) if samples and count > 0 else b""
            assert self._hear is not None
            return 0 if self._hear(pcm, _read(events)) else 1
        except BaseException as error:  # noqa: BLE001
            self._broke = error
            return 1


def _read(events: Any) -> list[Event]:
    found: list[Event] = []
    index = 0
    while (event := events[index]).type:
        phoneme = event.id.decode("utf-8", "replace") if event.type == PHONEME_EVENT else ""
        found.append(Event(event.type, event.text_position, event.length, event.audio_position, phoneme))
        index += 1
    return found


def _lay_out(data: Path, home: Path) -> None:
    """A data folder of our own: their Korean and English beside our voices.

    Their voices flutter: the same sentence never sounds quite the same, so nothing could be compared or kept. And a
    deep checkout has a longer path than the library can hold.
    """
    voices = home / "voices" / "!v"
    voices.mkdir(parents=True)
    for name in _DATA:
        (home / name).symlink_to(data / name)
    for voice in (Path(__file__).parent / "espeak_voices").iterdir():
        shutil.copyfile(voice, voices / voice.name)


def _sweep() -> None:
    """Take away what processes left behind that were killed before they could."""
    for left in Path(tempfile.gettempdir()).glob(f"{_HOME}*-*"):
        owner = left.name.removeprefix(_HOME).partition("-")[0]
        try:
            os.kill(int(owner), 0)
        except ProcessLookupError:
            shutil.rmtree(left, ignore_errors=True)
        except (PermissionError, ValueError):
            continue  # somebody else's
