"""Sentences ready to be spoken: fetched ahead of need, kept in memory for the session and on disk for the next one.

A sentence is asked of the speech service once; whoever wants it meanwhile follows the same sound as it arrives. What is
on disk also speaks when the service is away. Plays nothing, and never retries: that is the client's business.
"""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from orchestrator.voice.edges import RATE, Samples
from orchestrator.voice.ending import ended
from shared.client.problems import ServiceProblem
from shared.client.tts import TtsClient
from shared.contracts.tts import AudioFormat, SynthesizeRequest
from shared.kitchen.language import Language

#: Ten minutes of sentences: a recipe and everything said around it.
REMEMBERED_S = 600
ON_DISK_BYTES = 64 * 1024 * 1024
#: Quieter than this is no sound yet: a lead-in that the cook would wait through.
INAUDIBLE = 90
LEAD_IN = round(0.008 * RATE)
#: A sentence shorter than this, or without one audible sample, is an engine that broke without saying so.
SHORTEST = round(0.08 * RATE)


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    language: Language
    speed: float = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence's sound, and who speaks it."""

    samples: Samples
    engine: str


class Voice(Protocol):
    def speak(self, sentence: Sentence) -> AsyncIterator[Piece]:
        """The sound as it is made, or a `ServiceProblem`."""
        ...


class ServiceVoice:
    """The voice of the speech service."""

    def __init__(self, tts: TtsClient, *, within_s: float = 3.0) -> None:
        self._tts = tts
        self._within_s = within_s

    async def speak(self, sentence: Sentence) -> AsyncIterator[Piece]:
        request = SynthesizeRequest(
            text=sentence.text,
            language=sentence.language.value,
            speed=sentence.speed,
            format=AudioFormat.PCM,
            sample_rate=RATE,
        )
        async with self._tts.stream(request, first_byte_s=self._within_s) as answer:
            odd = b""
            async for chunk in answer.chunks:
                whole = odd + chunk
                odd = whole[len(whole) & ~1 :]
                yield Piece(np.frombuffer(whole[: len(whole) & ~1], np.int16), answer.engine)


class Sound:
    """One sentence's sound, perhaps still arriving."""

    def __init__(self) -> None:
        self._chunks: list[Samples] = []
        self._grown = asyncio.Event()
        self.done = False
        self.failed = False

    @property
    def samples(self) -> int:
        return sum(map(len, self._chunks))

    @property
    def begun(self) -> bool:
        return bool(self._chunks)

    def whole(self) -> Samples:
        return np.concatenate(self._chunks) if self._chunks else np.zeros(0, np.int16)

    async def follow(self) -> AsyncIterator[Samples]:
        at = 0
        while True:
            while at < len(self._chunks):
                yield self._chunks[at]
                at += 1
            if self.done:
                return
            self._grown.clear()
            await self._grown.wait()

    def add(self, samples: Samples) -> None:
        if not self._chunks:
            samples = without_lead_in(samples)
        if len(samples):
            self._chunks.append(samples)
            self._grown.set()

    def finish(self, *, failed: bool = False) -> None:
        self.done, self.failed = True, failed
        self._grown.set()


def without_lead_in(samples: Samples) -> Samples:
    """Engines begin with a little silence; a cook who waits for an answer need not hear it."""
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > INAUDIBLE)
    return samples[max(0, int(loud[0]) - LEAD_IN) :] if len(loud) else samples[:0]


class Larder:
    def __init__(self, voice: Voice, folder: Path | None, *, stalled_s: float = 3.0) -> None:
        self._voice = voice
        self._folder = folder
        self._stalled_s = stalled_s
        self._sounds: OrderedDict[Sentence, Sound] = OrderedDict()
        self._filling: set[asyncio.Task[None]] = set()
        self._ahead: list[Sentence] = []
        self._fetching_ahead: asyncio.Task[None] | None = None
        self.engine: str | None = None  # who speaks, as far as is known
        self.away = False

    def fetch(self, sentence: Sentence, *, keep: bool = False) -> Sound:
        """The sentence's sound; it begins to arrive now if it isn't here. `keep`: on disk too."""
        sound = self._sounds.get(sentence)
        if sound is None or sound.failed:
            sound = self._sounds[sentence] = Sound()
            task = asyncio.create_task(self._fill(sentence, sound, keep=keep))
            self._filling.add(task)
            task.add_done_callback(self._filling.discard)
        self._sounds.move_to_end(sentence)
        self._forget()
        return sound

    def ready(self, sentence: Sentence) -> bool:
        sound = self._sounds.get(sentence)
        return sound is not None and sound.done and not sound.failed

    def prefetch(self, sentences: Iterable[Sentence]) -> None:
        """Quietly, one after the other, while nobody is waiting."""
        self._ahead = [one for one in dict.fromkeys((*sentences, *self._ahead)) if not self.ready(one)]
        if self._ahead and (self._fetching_ahead is None or self._fetching_ahead.done()):
            self._fetching_ahead = asyncio.create_task(self._fetch_ahead())

    def spoken_by(self, engine: str | None) -> None:
        """Another engine speaks now: what the old one said would sound like somebody else."""
        if engine and self.engine and engine != self.engine:
            for sentence in [one for one, sound in self._sounds.items() if sound.done]:
                del self._sounds[sentence]
        self.engine = engine or self.engine

    async def aclose(self) -> None:
        await ended(*self._filling, *([self._fetching_ahead] if self._fetching_ahead else []))

    # -- how it is done --------------------------------------------------------------------------------------------

    async def _fetch_ahead(self) -> None:
        while self._ahead:
            while self._filling:  # somebody waits for a sentence: that one first
                await asyncio.wait(set(self._filling))
            sentence = self._ahead.pop(0)
            async for _ in self.fetch(sentence, keep=True).follow():
                pass

    async def _fill(self, sentence: Sentence, sound: Sound, *, keep: bool) -> None:
        try:
            await self._fetched(sentence, sound, keep=keep)
        finally:
            if not sound.done:
                sound.finish(failed=True)  # whatever went wrong: who follows it must not wait for ever

    async def _fetched(self, sentence: Sentence, sound: Sound, *, keep: bool) -> None:
        kept = self._read(sentence, self.engine)
        if kept is not None:
            sound.add(kept)
            sound.finish()
            return
        engine = ""
        try:
            pieces = self._voice.speak(sentence)
            while True:
                async with asyncio.timeout(self._stalled_s):
                    piece = await anext(pieces, None)
                if piece is None:
                    break
                engine = piece.engine
                sound.add(piece.samples)
            self.away = False
        except (ServiceProblem, TimeoutError):
            self.away = True
        if sound.samples >= SHORTEST:
            sound.finish(failed=self.away)
            if keep and not self.away:
                await asyncio.to_thread(self._write, sentence, engine, sound.whole())
            return
        # Nothing came, or nothing to be heard. Another engine's voice is better than none.
        kept = None if sound.begun else self._read(sentence, None)
        if kept is not None:
            sound.add(kept)
        sound.finish(failed=kept is None)

    def _forget(self) -> None:
        total = sum(sound.samples for sound in self._sounds.values())
        while total > REMEMBERED_S * RATE:
            _, oldest = self._sounds.popitem(last=False)
            total -= oldest.samples

    # -- on disk ---------------------------------------------------------------------------------------------------

    def _read(self, sentence: Sentence, engine: str | None) -> Samples | None:
        """As that engine says it; as any engine does when it is not known who would speak."""
        if self._folder is None:
            return None
        name = _name(sentence)
        places = [self._folder / _plain(engine) / name] if engine else sorted(self._folder.glob(f"*/{name}"))
        for place in places:
            with suppress(OSError):
                raw = place.read_bytes()
                if len(raw) >= 2 * SHORTEST and len(raw) % 2 == 0:
                    return np.frombuffer(raw, np.int16)
        return None

    def _write(self, sentence: Sentence, engine: str, sound: Samples) -> None:
        if self._folder is None or not engine:
            return
        place = self._folder / _plain(engine) / _name(sentence)
        # Diagnostics and comfort, not memory: a full disk costs a little time at the next start.
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            torn = place.with_suffix(".part")
            torn.write_bytes(sound.tobytes())
            torn.replace(place)


def tidy(folder: Path, most: int = ON_DISK_BYTES) -> None:
    """Least recently written out first. Once, at the start."""
    files = sorted(folder.glob("*/*.pcm"), key=lambda one: one.stat().st_mtime, reverse=True)
    total = 0
    for file in files:
        total += file.stat().st_size
        if total > most:
            with suppress(OSError):
                file.unlink()


def _name(sentence: Sentence) -> str:
    """A hash: the folder tells nobody what was cooked."""
    said = f"{sentence.language.value}\n{sentence.speed:.2f}\n{RATE}\n{sentence.text}"
    return hashlib.sha256(said.encode()).hexdigest()[:40] + ".pcm"


def _plain(engine: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-." else "_" for letter in engine).strip(".") or "_"
