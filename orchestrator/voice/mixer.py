"""What is heard: speech, a ring and chimes mixed into the one stream that a speaker pulls. Knows no device, no clock.

A device's thread pulls while the loop's thread speaks, so everything here holds one lock, for microseconds. Time is the
count of samples pulled. Speech is a queue of streams, one a sentence; every chunk carries the generation of the turn it
belongs to, and after `hush(generation)` not one more sample of an older generation is played, nor ever accepted.
"""

import threading
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from orchestrator.voice import earcons
from orchestrator.voice.edges import RATE, Samples

#: A stream begins when this much of it is here (or all of it): chunks come over a network and are not punctual.
JITTER = round(0.08 * RATE)
#: From the last value played down to silence, so that being cut off is not heard as a click.
FADE = round(0.006 * RATE)
#: Full scale in this many samples: ducking and volume glide.
GLIDE = round(0.03 * RATE)
DUCKED = 10 ** (-15 / 20)
#: The ring under a voice: still there, and the words above it are understood.
RING_UNDER_VOICE = 10 ** (-14 / 20)
#: A timer nobody hears is worse than one that is louder than the voice was set.
QUIETEST_RING = 0.4
LOUDEST = 2.0
#: How much of what was played is remembered, for echo cancelling.
REMEMBERED = 2 * RATE


class Outcome(StrEnum):
    STARTED = "started"
    FINISHED = "finished"
    HUSHED = "hushed"


@dataclass(frozen=True, slots=True)
class HeardOut:
    """What became of a stream of speech at the cook's ears."""

    stream: int
    generation: int
    outcome: Outcome
    samples: int
    """How much of it has been played until then."""
    at: int
    """When, on the mixer's clock of pulled samples."""


@dataclass(slots=True)
class _Stream:
    id: int
    generation: int
    chunks: deque[Samples] = field(default_factory=deque)
    waiting: int = 0
    played: int = 0
    ended: bool = False
    flowing: bool = False  # enough had come to begin; false again after a stall

    def take(self, wanted: int) -> Samples:
        taken: list[Samples] = []
        while wanted and self.chunks:
            chunk = self.chunks.popleft()
            if len(chunk) > wanted:
                self.chunks.appendleft(chunk[wanted:])
                chunk = chunk[:wanted]
            taken.append(chunk)
            wanted -= len(chunk)
        got = np.concatenate(taken) if taken else np.zeros(0, np.int16)
        self.waiting -= len(got)
        self.played += len(got)
        return got


class Mixer:
    def __init__(self, *, jitter: int = JITTER, ring_tone: Samples | None = None, volume: float = 1.0) -> None:
        self._lock = threading.Lock()
        self._jitter = jitter
        self._ring_tone = earcons.ring() if ring_tone is None else ring_tone
        self._streams: deque[_Stream] = deque()
        self._floor = 0
        self._last = 0.0  # the last value of speech, from which a cut fades
        self._tail: NDArray[np.float32] = np.zeros(0, np.float32)
        self._earcons: deque[Samples] = deque()
        self._ringing = False
        self._ring_at = 0
        self._ring_level = 0.0
        self._volume = min(max(volume, 0.0), LOUDEST)
        self._ducked = False
        self._gain = self._volume
        self._pulled = 0
        self._lag = 0
        self._happened: deque[HeardOut] = deque()
        self._history: Samples = np.zeros(REMEMBERED, np.int16)
        self.stalls = 0
        """How often speech ran dry in the middle of a stream."""

    # -- the loop's side -------------------------------------------------------------------------------------------

    def speak(self, generation: int, stream: int, samples: Samples) -> bool:
        """Add a chunk to a stream, opening it behind the others. False: the turn it belongs to was hushed."""
        with self._lock:
            if generation < self._floor:
                return False
            found = self._find(stream)
            if found is None:
                found = _Stream(stream, generation)
                self._streams.append(found)
            elif found.ended or found.generation != generation:
                raise ValueError(f"stream {stream} has ended, or belongs to generation {found.generation}")
            if len(samples):
                found.chunks.append(np.array(samples, np.int16))
                found.waiting += len(samples)
            return True

    def end(self, stream: int) -> None:
        """Nothing more will come. A stream that is unknown was hushed meanwhile, or never had a sound in it."""
        with self._lock:
            found = self._find(stream)
            if found is not None:
                found.ended = True

    def hush(self, generation: int) -> None:
        """At once drop all speech and chimes older than this generation, and refuse what still comes of it."""
        with self._lock:
            self._floor = max(self._floor, generation)
            old = [one for one in self._streams if one.generation < self._floor]
            if not old:
                return
            if old[0] is self._streams[0]:
                self._cut()
            for one in old:
                self._streams.remove(one)
                self._report(one, Outcome.HUSHED, 0)
            self._earcons.clear()

    def duck(self, on: bool) -> None:
        """Everything 15 dB down, while it isn't clear yet whether the cook is talking to us."""
        with self._lock:
            self._ducked = on

    def ring(self, on: bool) -> None:
        """A timer's ring, again and again until it is told to stop."""
        with self._lock:
            if on and not self._ringing:
                self._ring_at = 0
            self._ringing = on

    def earcon(self, samples: Samples) -> None:
        """A chime over whatever is playing, after the chimes before it."""
        with self._lock:
            if len(samples):
                self._earcons.append(np.array(samples, np.int16))

    @property
    def volume(self) -> float:
        return self._volume

    @volume.setter
    def volume(self, level: float) -> None:
        with self._lock:
            self._volume = min(max(level, 0.0), LOUDEST)

    @property
    def ringing(self) -> bool:
        return self._ringing

    @property
    def speaking(self) -> bool:
        """Whether there is speech that has not been played yet, the speaker's own lag included."""
        with self._lock:
            return bool(self._streams) or any(self._pulled < one.at + self._lag for one in self._happened)

    @property
    def waiting_s(self) -> float:
        """How much speech is here and not played yet."""
        with self._lock:
            return sum(one.waiting for one in self._streams) / RATE

    @property
    def pulled(self) -> int:
        """The mixer's clock."""
        return self._pulled

    def heard_out(self) -> tuple[HeardOut, ...]:
        """What has happened at the cook's ears since this was last asked, in order."""
        with self._lock:
            out: list[HeardOut] = []
            while self._happened and self._happened[0].at + self._lag <= self._pulled:
                out.append(self._happened.popleft())
            return tuple(out)

    # -- the speaker's side ----------------------------------------------------------------------------------------

    def lag(self, seconds: float) -> None:
        """How long the speaker takes from pulling a sample to being heard: `heard_out` waits for it."""
        with self._lock:
            self._lag = round(seconds * RATE)

    def pull(self, wanted: int) -> Samples:
        """The next samples to be heard. Always as many as were asked for; silence where there is nothing to say."""
        with self._lock:
            voice, speaking = self._voice(wanted)
            sound = voice + self._chimes(wanted)
            gain = self._gliding(wanted)
            sound *= gain
            self._add_ring(sound, gain, under_voice=speaking)
            out = _to_samples(sound)
            self._pulled += wanted
            self._remember(out)
            return out

    def played(self, since: int, wanted: int) -> Samples:
        """What was pulled from a point of the mixer's clock on; silence where it is not known (any more, or yet)."""
        out = np.zeros(wanted, np.int16)
        with self._lock:
            oldest = self._pulled - REMEMBERED
            first, last = max(since, oldest, 0), min(since + wanted, self._pulled)
            if first < last:
                out[first - since : last - since] = self._history[first - oldest : last - oldest]
        return out

    # -- with the lock held ----------------------------------------------------------------------------------------

    def _find(self, stream: int) -> _Stream | None:
        return next((one for one in self._streams if one.id == stream), None)

    def _report(self, stream: _Stream, outcome: Outcome, offset: int) -> None:
        self._happened.append(HeardOut(stream.id, stream.generation, outcome, stream.played, self._pulled + offset))

    def _cut(self) -> None:
        """Speech stops here: let the last value glide to zero."""
        self._tail = (self._last * np.linspace(1, 0, FADE + 1)[1:]).astype(np.float32)
        self._last = 0.0

    def _voice(self, wanted: int) -> tuple[NDArray[np.float32], bool]:
        sound = np.zeros(wanted, np.float32)
        done = 0
        while self._streams:
            stream = self._streams[0]
            if not stream.flowing:
                if not (stream.ended or stream.waiting >= self._jitter):
                    break
                stream.flowing = True
                if stream.played == 0 and stream.waiting:
                    self._report(stream, Outcome.STARTED, done)
            part = stream.take(wanted - done)
            sound[done : done + len(part)] = part
            done += len(part)
            if len(part):
                self._last = float(part[-1])
            if stream.waiting:
                break
            if stream.ended:
                self._streams.popleft()
                self._report(stream, Outcome.FINISHED, done)
                continue
            if done == wanted:  # the next chunk may be here before the next pull
                break
            stream.flowing = False
            self.stalls += 1
            self._cut()
            break
        if done < wanted and self._last:
            self._cut()  # speech that ends anywhere but at zero
        if len(self._tail):
            part_of_tail = self._tail[: wanted - done]
            sound[done : done + len(part_of_tail)] += part_of_tail
            self._tail = self._tail[len(part_of_tail) :]
        return sound, done > 0

    def _chimes(self, wanted: int) -> NDArray[np.float32]:
        sound = np.zeros(wanted, np.float32)
        done = 0
        while done < wanted and self._earcons:
            chime = self._earcons.popleft()
            part = chime[: wanted - done]
            sound[done : done + len(part)] = part
            done += len(part)
            if len(part) < len(chime):
                self._earcons.appendleft(chime[len(part) :])
        return sound

    def _gliding(self, wanted: int) -> NDArray[np.float32]:
        """The gain of every sample on its way from what it was to what it shall be."""
        gains, self._gain = _glide(self._gain, self._volume * (DUCKED if self._ducked else 1.0), wanted)
        return gains

    def _add_ring(self, sound: NDArray[np.float32], gain: NDArray[np.float32], *, under_voice: bool) -> None:
        target = (RING_UNDER_VOICE if under_voice else 1.0) if self._ringing else 0.0
        if target == 0.0 and self._ring_level == 0.0:
            return
        levels, self._ring_level = _glide(self._ring_level, target, len(sound))
        places = (self._ring_at + np.arange(len(sound))) % len(self._ring_tone)
        self._ring_at = (self._ring_at + len(sound)) % len(self._ring_tone)
        loudness = np.maximum(gain, QUIETEST_RING * (DUCKED if self._ducked else 1.0))
        sound += self._ring_tone[places] * levels * loudness

    def _remember(self, out: Samples) -> None:
        if len(out) >= REMEMBERED:
            self._history = out[-REMEMBERED:].copy()
        elif len(out):
            self._history = np.concatenate((self._history[len(out) :], out))


def _glide(start: float, target: float, wanted: int) -> tuple[NDArray[np.float32], float]:
    """From one level towards another at a steady pace, and how far that came."""
    if start == target:
        return np.full(wanted, target, np.float32), target
    way = np.arange(1, wanted + 1) / GLIDE
    levels = np.minimum(start + way, target) if target > start else np.maximum(start - way, target)
    return levels.astype(np.float32), float(levels[-1]) if wanted else start


def _to_samples(sound: NDArray[np.float32]) -> Samples:
    """Round; where a sum is too loud, bend it instead of cutting it."""
    peak = float(np.max(np.abs(sound))) if len(sound) else 0.0
    if peak > 32_767:
        over = np.maximum(np.abs(sound) - 24_000, 0) / 8_767
        sound = np.sign(sound) * (np.minimum(np.abs(sound), 24_000) + 8_767 * np.tanh(over)).astype(np.float32)
    return np.round(sound).astype(np.int16)
