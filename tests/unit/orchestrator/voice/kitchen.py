"""A kitchen for the voice loop's stories: a cook who speaks at given moments, scripted ears, a voice and a speaker.

Sound carries its meaning: every sample of a word is the word's number, so whoever recognises a piece of sound reads off
which words are in it. The session, the mixer and everything that decides are the real ones.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from orchestrator.cooking_session import CookingSession
from orchestrator.memory import recall
from orchestrator.session.events import StepMoved
from orchestrator.session.view import Reply
from orchestrator.settings import OrchestratorSettings
from orchestrator.voice.edges import FRAME, RATE, Heard, Samples
from orchestrator.voice.larder import Larder, Piece, Sentence
from orchestrator.voice.loop import Ears, VoiceLoop
from orchestrator.voice.mixer import DUCKED, Mixer
from shared.client.problems import ServiceUnavailable
from shared.contracts.errors import ErrorCode
from shared.contracts.health import ServiceName
from shared.contracts.stt import Rejected, Transcript
from shared.kitchen.language import Language
from tests.e2e.cook import ScriptedUnderstanding

OURS = 9_000  # the value of our own voice in the room
NOISE = -500  # sounds like speech to the detector, is nothing, and has no pitch
COUGH = -700  # the same with a pitch
MUMBLED = "..."  # words that the listening service would not guess at
PULL = 320  # the speaker takes 20 ms at a time


@dataclass(frozen=True)
class Sounding:
    at_s: float
    lasts_s: float
    value: int


@dataclass
class Kitchen:
    home: Path
    language: Language = Language.KO
    recipe: str | None = "kimchi-jjigae"
    settings: dict[str, Any] = field(default_factory=dict)
    understanding: ScriptedUnderstanding = field(default_factory=ScriptedUnderstanding)

    # how the services are today
    stt_s: float = 0.04
    tts_s: float = 0.02
    stt_away: Callable[[float], bool] = lambda _now: False
    tts_away: Callable[[float], bool] = lambda _now: False
    answer: Callable[[], AsyncIterator[str]] | None = None
    echo: bool = False  # the microphone hears the speaker, and the ear our words
    echo_sound: bool = False  # the microphone hears the sound of our voice, which nobody could recognise
    by_name: Any = None
    mistaken: dict[str, str] = field(default_factory=dict)  # for a word of the recipe, while those are listened for

    def __post_init__(self) -> None:
        self.words: dict[int, str] = {}
        self.room: list[Sounding] = []
        self.recognised: list[tuple[float, str]] = []
        self.spoken: list[tuple[float, str]] = []  # asked of the speech service
        self.screen: list[tuple[float, str]] = []
        self.events: list[tuple[float, Callable[[], object]]] = []
        self.gaps: list[tuple[float, float]] = []
        self.output: list[Samples] = []
        self.mixer = Mixer(ring_tone=np.ones(1600, np.int16))
        self.loop: VoiceLoop | None = None
        self._texts: dict[str, int] = {}

    # -- the story --------------------------------------------------------------------------------------------------

    def says(self, text: str, at: float, lasts: float = 0.45) -> "Kitchen":
        number = 100 + len(self.words)
        self.words[number] = text
        self.room.append(Sounding(at, lasts, number))
        return self

    def noise(self, at: float, lasts: float, value: int = NOISE) -> "Kitchen":
        self.room.append(Sounding(at, lasts, value))
        return self

    def then(self, at: float, what: Callable[[], object]) -> "Kitchen":
        self.events.append((at, what))
        return self

    def plays(self, until: float, *, opening: bool = False, before: Callable[[], None] | None = None) -> "Kitchen":
        from tests.unit.orchestrator.voice.virtual_time import run

        run(self._play(until, opening, before))
        return self

    async def _play(self, until: float, opening: bool, before: Callable[[], None] | None) -> None:
        self.session = CookingSession(
            OrchestratorSettings(home=self.home, llm_url="http://127.0.0.1:9", **self.settings),
            session="cook",
            clock=_LoopClock(),
            understanding=self.understanding,
            language=self.language,
        )
        self.session._stt = _Ear(self)  # type: ignore[assignment]
        self.session._tts = _Answering(ServiceName.TTS, lambda: self.tts_away(_now()))  # type: ignore[assignment]
        self.session._llm = _Answering(ServiceName.LLM, lambda: self.understanding.away)  # type: ignore[assignment]
        if self.answer is not None:
            self.session._asked_model = lambda *_: self.answer()  # type: ignore[assignment,method-assign,misc]
        replies: list[Reply] = []
        if self.recipe is not None:
            replies = [self.session.open(self.session.recipe(self.recipe))]
        if before is not None:
            before()
        larder = Larder(_Voice(self), None)
        self.loop = VoiceLoop(
            self.session,
            microphone=_Microphone(self, until),
            speaker=_Speaker(self),
            mixer=self.mixer,
            larder=larder,
            ears=Ears(_Detector(), by_name=self.by_name, voiced=_voiced),
            screen=_Screen(self),
        )
        for at, what in self.events:
            asyncio.get_running_loop().call_later(at, what)
        try:
            await self.loop.run(replies if opening else [])
        finally:
            await larder.aclose()
            await self.session.aclose()

    # -- what came of it --------------------------------------------------------------------------------------------

    @property
    def step(self) -> int:
        return self.session.state.place.step

    @property
    def sound(self) -> Samples:
        return np.concatenate(self.output)

    def audible(self, start: float, end: float) -> float:
        """The share of a stretch of time in which something was heard from us."""
        part = self.sound[round(start * RATE) : round(end * RATE)]
        return float(np.mean(np.abs(part) > 30))

    def first_sound_after(self, at: float) -> float:
        """How long after a moment the speaker, silent until then, was first heard."""
        part = np.abs(self.sound[round(at * RATE) :]) > 30
        assert part.any(), "nothing was heard any more"
        assert not part[0], "something was being said already"
        return float(np.argmax(part)) / RATE

    def silent_after(self, at: float) -> float:
        """How long after a moment nothing more was heard."""
        part = np.abs(self.sound[round(at * RATE) : round((at + 1.5) * RATE)]) > 30
        return float(np.flatnonzero(part)[-1] + 1) / RATE if part.any() else 0.0

    def voices(self) -> list[str]:
        """The sentences that were heard, in order, as far as they were heard at all."""
        by_value = {value: text for text, value in self._texts.items()}
        by_value |= {round(value * DUCKED): text for value, text in by_value.items()}
        heard: list[str] = []
        for chunk in self.output:
            text = by_value.get(int(chunk[0])) if np.all(chunk == chunk[0]) else None
            if text is not None and (not heard or heard[-1] != text):
                heard.append(text)
        return heard

    def value_of(self, text: str) -> int:
        return self._texts.setdefault(text, 3_000 + 10 * len(self._texts))


def kitchen(home: Path, language: Language = Language.KO, **how: Any) -> Kitchen:
    return Kitchen(home, language, "kimchi-jjigae" if language is Language.KO else "tomato-pasta", **how)


def events(scene: Kitchen) -> list[object]:
    return [event for line in recall(scene.home / "sessions", "cook").lines for event in line.events]


def moved(scene: Kitchen) -> list[int]:
    """The steps it went to."""
    return [event.step for event in events(scene) if isinstance(event, StepMoved)]


def _voiced(samples: Samples) -> bool:
    return bool(np.median(samples) > 0) or bool(np.median(samples) == COUGH)


class _LoopClock:
    def now(self) -> float:
        return 1_767_225_600.0 + _now()

    def jumped(self) -> float:
        return 0.0


class _Detector:
    def probability(self, samples: Samples) -> float:
        return 0.95 if np.mean(samples != 0) > 0.5 else 0.02

    def reset(self) -> None:
        pass


class _Microphone:
    name = "scripted"

    def __init__(self, kitchen: Kitchen, until: float) -> None:
        self._kitchen = kitchen
        self._until = until
        length = round(until * RATE) + FRAME
        self._room = np.zeros(length, np.int16)
        for one in kitchen.room:
            start = round(one.at_s * RATE)
            self._room[start : start + round(one.lasts_s * RATE)] = one.value

    async def frames(self) -> AsyncIterator[Heard]:
        began = _now()
        for at in range(0, round(self._until * RATE), FRAME):
            await asyncio.sleep(max(0.0, began + (at + FRAME) / RATE - _now()))
            if any(start <= at / RATE < end for start, end in self._kitchen.gaps):
                continue
            samples = self._room[at : at + FRAME].copy()
            played = self._kitchen.mixer.played(self._kitchen.mixer.pulled - FRAME, FRAME)
            if self._kitchen.echo:
                samples[(samples == 0) & (np.abs(played) > 30)] = OURS
            if self._kitchen.echo_sound:
                samples = np.where(samples == 0, played // 2, samples)
            yield Heard(samples, at, played)

    async def aclose(self) -> None:
        pass


class _Speaker:
    name = "scripted"
    latency_s = 0.0

    def __init__(self, kitchen: Kitchen) -> None:
        self._kitchen = kitchen
        self._task: asyncio.Task[None] | None = None

    async def start(self, mixer: Mixer) -> None:
        self._task = asyncio.create_task(self._pull(mixer))

    async def _pull(self, mixer: Mixer) -> None:
        began, pulled = _now(), 0
        while True:
            self._kitchen.output.append(mixer.pull(PULL))
            pulled += PULL
            await asyncio.sleep(max(0.0, began + pulled / RATE - _now()))

    async def aclose(self) -> None:
        if self._task is not None:
            self._task.cancel()


class _Answering:
    """As much of a service's client as is asked for its health."""

    def __init__(self, service: ServiceName, away: Callable[[], bool]) -> None:
        self.service = service
        self._away = away

    async def health(self) -> Any:
        return None if self._away() else SimpleNamespace(engine="scripted", status=SimpleNamespace(answering=True))

    async def aclose(self) -> None:
        pass


class _Ear(_Answering):
    """The listening service: reads the words off the sound."""

    def __init__(self, kitchen: Kitchen) -> None:
        super().__init__(ServiceName.STT, lambda: kitchen.stt_away(_now()))
        self._kitchen = kitchen

    async def transcribe(self, audio: bytes, *, keywords: Sequence[str] = (), **_: object) -> Transcript:
        kitchen = self._kitchen
        await asyncio.sleep(kitchen.stt_s)
        if kitchen.stt_away(_now()):
            raise ServiceUnavailable("stt", ErrorCode.UPSTREAM_FAILED, "scripted to be away")
        samples = np.frombuffer(audio, np.int16)
        found = {int(value): int(np.argmax(samples == value)) for value in np.unique(samples)}
        numbers = sorted((value for value in found if value in kitchen.words), key=lambda value: found[value])
        text = " ".join(kitchen.words[number] for number in numbers)
        if not numbers and OURS in found:
            text = " ".join((kitchen.voices() or [""])[-1].split()[:3])
        text = kitchen.mistaken.get(text, text) if keywords else text
        kitchen.recognised.append((_now(), text))
        unclear = text == MUMBLED
        if unclear:
            text = ""
        return Transcript(
            text=text,
            language=kitchen.language.value,
            language_probability=1.0,
            duration_s=len(samples) / RATE,
            no_speech=not text and not unclear,
            rejected=Rejected.LOW_CONFIDENCE if unclear else None,
            duration_ms=1.0,
            engine="scripted",
            model="scripted",
        )


class _Voice:
    """The speech service: 50 ms a letter, each sentence in a value of its own."""

    def __init__(self, kitchen: Kitchen) -> None:
        self._kitchen = kitchen

    async def speak(self, sentence: Sentence) -> AsyncIterator[Piece]:
        kitchen = self._kitchen
        kitchen.spoken.append((_now(), sentence.text))
        await asyncio.sleep(kitchen.tts_s)
        if kitchen.tts_away(_now()):
            raise ServiceUnavailable("tts", ErrorCode.UPSTREAM_FAILED, "scripted to be away")
        length = round(len(sentence.text) * 0.05 * RATE)
        sound = np.full(length, kitchen.value_of(sentence.text), np.int16)
        if kitchen.echo_sound:
            sound += np.random.default_rng(length).integers(-2_900, 2_900, length, np.int16)
        yield Piece(sound, "scripted")


class _Screen:
    def __init__(self, kitchen: Kitchen) -> None:
        self._kitchen = kitchen

    def _write(self, mark: str, text: str) -> None:
        self._kitchen.screen.append((_now(), f"{mark} {text}"))

    def heard(self, text: str) -> None:
        self._write(">", text)

    def said(self, sentences: Sequence[str]) -> None:
        for sentence in sentences:
            self._write("<", sentence)

    def trouble(self, text: str) -> None:
        self._write("!", text)


def _now() -> float:
    return asyncio.get_running_loop().time()
