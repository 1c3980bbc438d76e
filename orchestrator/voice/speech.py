"""Saying things: sentence after sentence into the mixer, announcements between them, and what was really heard of it.

Knows nothing of what the sentences mean. A sentence counts as said when its last sample has been played; what was cut
off can be handed back to be said again. While the cook talks, no new sentence begins.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

import numpy as np

from orchestrator.voice.cancel_scope import CancelScope
from orchestrator.voice.edges import RATE, Samples
from orchestrator.voice.larder import Larder, Sentence
from orchestrator.voice.mixer import Mixer, Outcome
from shared.kitchen.language import Language

#: When less than this of a sentence is left, the next one is handed over: until then an announcement may come first.
AHEAD_S: Final = 0.25
#: So much quiet between two sentences.
PAUSE: Final = round(0.15 * RATE)
#: How often the speaker is looked at while something is being said.
LOOK_S: Final = 0.02
#: An echo of ours may be recognised so long after it was spoken.
ECHO_S: Final = 3.0
#: How a step of "slower" and "faster", "quieter" and "louder" sounds.
SPEEDS: Final = {-3: 0.7, -2: 0.8, -1: 0.9, 0: 1.0, 1: 1.15, 2: 1.3, 3: 1.5}
VOLUMES: Final = {-3: 0.25, -2: 0.4, -1: 0.63, 0: 1.0, 1: 1.25, 2: 1.6, 3: 2.0}


@dataclass(slots=True)
class Line:
    """One sentence on its way to the cook."""

    sentence: Sentence
    generation: int
    turn: int
    fresh: bool  # an announcement, which is still worth hearing after something else
    stream: int = 0
    heard: bool = False


@dataclass(frozen=True, slots=True)
class FirstSound:
    """The first audible sample of a turn's reply, on the loop's clock."""

    turn: int
    at: float


@dataclass(slots=True)
class _Said:
    text: str
    until: float = field(default=float("inf"))


class Mouth:
    def __init__(
        self,
        larder: Larder,
        mixer: Mixer,
        scope: CancelScope,
        *,
        on_first_sound: Callable[[FirstSound], None] = lambda _first: None,
        on_said: Callable[[int, tuple[str, ...]], None] = lambda _turn, _heard: None,
        on_voiceless: Callable[[str], None] = lambda _text: None,
        latency_s: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self._larder = larder
        self._mixer = mixer
        self._scope = scope
        self._on_first_sound = on_first_sound
        self._on_said = on_said
        self._on_voiceless = on_voiceless
        self._latency_s = latency_s
        self._queue: deque[Line] = deque()
        self._open: dict[int, Line] = {}  # given to the mixer, not played to the end
        self._current: Line | None = None
        self._speaking: asyncio.Task[None] | None = None
        self._heard: dict[int, list[str]] = {}
        self._recent: deque[_Said] = deque(maxlen=12)
        self._answered: set[int] = set()  # turns whose first sound has been told
        self._something = asyncio.Event()
        self._may_begin = asyncio.Event()
        self._may_begin.set()
        self.speed = 1.0

    # -- what the loop wants ----------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        return bool(self._queue or self._open or self._current is not None)

    @property
    def saying(self) -> tuple[str, ...]:
        """What is being said, or was a moment ago: what an echo would sound like."""
        now = asyncio.get_running_loop().time()
        return tuple(said.text for said in self._recent if said.until >= now - ECHO_S)

    def sentence(self, text: str, language: Language) -> Sentence:
        return Sentence(text, language, self.speed)

    def line(self, sentence: Sentence, turn: int, *, fresh: bool = False) -> Line:
        return Line(sentence, self._scope.generation, turn, fresh)

    def say(self, lines: Iterable[Line]) -> None:
        self._queue.extend(lines)
        self._something.set()

    def announce(self, texts: Sequence[str], language: Language, *, lasting: bool = True) -> None:
        """Something that can't wait for the end: after the sentence that is being said and what was announced before.

        Not `lasting`: worth nothing any more once something else is to be said ("one moment").
        """
        earlier = sum(1 for _ in takewhile(lambda line: line.fresh, self._queue))
        for place, text in enumerate(texts, start=earlier):
            line = self.line(self.sentence(text, language), 0, fresh=lasting)
            self._queue.insert(place, line)
            self._larder.fetch(line.sentence)
        self._something.set()

    def again(self, lines: Sequence[Line]) -> None:
        """Nobody had meant to interrupt us: from the sentence that was cut off."""
        for line in reversed(lines):
            self._queue.appendleft(self.line(line.sentence, line.turn, fresh=line.fresh))
        self._something.set()

    def cut(self) -> list[Line]:
        """Fall silent at once. Returns what had not been said, the interrupted sentence first."""
        unsaid = sorted(self._open.values(), key=lambda line: line.stream)
        if self._current is not None and self._current not in unsaid:
            unsaid.append(self._current)
        waiting = list(self._queue)
        generation = self._scope.cancel()
        # An announcement that hasn't begun is still worth hearing; the rest was an answer to something else.
        self._queue = deque(Line(one.sentence, generation, one.turn, fresh=True) for one in waiting if one.fresh)
        self._mixer.hush(generation)
        if self._speaking is not None:
            self._speaking.cancel()
        self.collect()
        return [line for line in unsaid if not line.heard] + [line for line in waiting if not line.fresh]

    def hold(self, on: bool) -> None:
        """While the cook is talking no new sentence begins."""
        if on:
            self._may_begin.clear()
        else:
            self._may_begin.set()

    # -- the work ---------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        while True:
            while not self._queue:
                self._something.clear()
                if self._open:
                    await self._look()
                    continue
                await self._something.wait()
            await self._room()
            if not self._may_begin.is_set():
                await self._may_begin.wait()
                continue
            if not self._queue:
                continue
            line = self._current = self._queue.popleft()
            self._speaking = asyncio.create_task(self._speak(line))
            try:
                await asyncio.wait([self._speaking])
            finally:
                self._speaking.cancel()
            self._current = None
            if not self._speaking.cancelled():
                self._speaking.result()
            self._settle(line.turn)

    async def _speak(self, line: Line) -> None:
        for later in list(self._queue)[:2]:
            self._larder.fetch(later.sentence)
        sound = self._larder.fetch(line.sentence)
        line.stream = self._scope.new_stream()
        spoke = False
        async for chunk in sound.follow():
            if not self._mixer.speak(line.generation, line.stream, chunk):
                return
            if not spoke:
                spoke = True
                self._open[line.stream] = line
                self._recent.append(_Said(line.sentence.text))
            self.collect()
        if not spoke:
            if not self._scope.void(line.generation):
                self._on_voiceless(line.sentence.text)
            return
        if self._mixer.speak(line.generation, line.stream, _quiet()):
            self._mixer.end(line.stream)

    async def _room(self) -> None:
        """Until the present sentence is nearly over."""
        while self._open and self._mixer.waiting_s > AHEAD_S:
            await self._look()

    async def _look(self) -> None:
        await asyncio.sleep(LOOK_S)
        self.collect()

    def collect(self) -> None:
        """What has happened at the cook's ears."""
        now = asyncio.get_running_loop().time()
        for event in self._mixer.heard_out():
            line = self._open.get(event.stream)
            if event.outcome is Outcome.STARTED:
                if line is not None and line.turn and line.turn not in self._answered:
                    self._answered.add(line.turn)
                    behind = (self._mixer.pulled - event.at) / RATE - self._latency_s()
                    self._on_first_sound(FirstSound(line.turn, now - max(0.0, behind)))
                continue
            if line is None:
                continue
            del self._open[event.stream]
            for said in self._recent:
                if said.text == line.sentence.text and said.until > now:
                    said.until = now
            if event.outcome is Outcome.FINISHED:
                line.heard = True
                self._heard.setdefault(line.turn, []).append(line.sentence.text)
            self._settle(line.turn)

    def _settle(self, turn: int) -> None:
        """Nothing of a turn's reply is left to say: tell how much of it was heard."""
        left = (*self._open.values(), *self._queue, *([self._current] if self._current else []))
        if not any(line.turn == turn for line in left):
            self._on_said(turn, tuple(self._heard.pop(turn, ())))


def _quiet() -> Samples:
    return np.zeros(PAUSE, np.int16)
