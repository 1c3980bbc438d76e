"""One answer being spoken: piece by piece, by the best engine that works, never left unfinished.

An engine that is missing, too slow to its first sound or broken is replaced by espeak-ng: before the first sound the
client is told in a header, after it the remaining pieces are spoken by the substitute.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence

from services.tts.engines import EngineName, Mouth, Sound, Utterance
from services.tts.order import Order
from services.tts.stage import Stage
from services.tts.voices import Speaker
from shared.contracts.errors import ErrorCode
from shared.contracts.tts import SpeechMark
from shared.service.admission import Priority
from shared.service.errors import ServiceError
from shared.service.ladder import EngineFailed
from shared.service.logs import get_logger
from shared.span import current_span

log = get_logger(__name__)

_AHEAD = 64  # sounds made before the client has taken the first: a slow client must not fill the memory

_SLOW_BY_ITSELF = 0.8  # the share of the time that must have been the engine's own to blame it


class _Busy(Exception):
    """The engine is fine, but others are before us for too long."""


class Speech:
    """`begin()`, then `sounds()`, and `stop()` in any case."""

    def __init__(self, stage: Stage, order: Order, priority: Priority = Priority.INTERACTIVE) -> None:
        self._stage = stage
        self._order = order
        self._priority = priority
        self._made: asyncio.Queue[Sound | None] = asyncio.Queue(_AHEAD)
        self._performing: asyncio.Task[None] | None = None
        self._made_s = 0.0
        self._broke: Exception | None = None
        self.first: Sound | None = None
        self.engine = EngineName.ESPEAK
        self.speaker: Speaker | None = None
        self.fallback_from: EngineName | None = None
        #: True when all of it was spoken by `engine`.
        self.pure = True
        self._marks: list[tuple[float, Sequence[SpeechMark]]] = []

    async def begin(self) -> Sound:
        """Wait for the first sound. From then on `engine`, `speaker` and `fallback_from` are known."""
        with current_span().stage("first_sound"):
            self._performing = asyncio.create_task(self._perform())
            self.first = await self._next()
        if self.first is None:
            raise ServiceError(ErrorCode.INVALID_FIELD, "This text makes no sound.", param="text")
        return self.first

    async def sounds(self) -> AsyncIterator[Sound]:
        sound = self.first
        while sound is not None:
            yield sound
            sound = await self._next()

    def marks(self) -> list[SpeechMark]:
        """The times of what has been said so far, from the beginning of it all."""
        return [_moved(mark, began_ms) for began_ms, marks in self._marks for mark in marks]

    def stop(self) -> None:
        if self._performing is not None:
            self._performing.cancel()

    async def _next(self) -> Sound | None:
        sound = await self._made.get()
        if sound is None and self._broke is not None:
            raise self._broke
        return sound

    async def _perform(self) -> None:
        try:
            with self._stage.answering():
                await self._say_all()
        except Exception as error:  # noqa: BLE001 - whatever it was, it is raised again where somebody waits for sound
            self._broke = error
        await self._made.put(None)

    async def _say_all(self) -> None:
        for index, text in enumerate(self._order.pieces):
            later = index > 0 and self._priority is Priority.INTERACTIVE
            began_ms = self._made_s * 1000
            marks = await self._say(text, Priority.CONTINUED if later else self._priority)
            whole = SpeechMark(type="sentence", value=text, start_ms=0, end_ms=self._made_s * 1000 - began_ms)
            self._marks.append((began_ms, [whole, *marks]))

    async def _say(self, text: str, priority: Priority) -> Sequence[SpeechMark]:
        stage, order = self._stage, self._order
        name, mouth = stage.cast(order.language, order.speaker)
        if name is not EngineName.ESPEAK:
            try:
                return await self._try(name, mouth, text, priority)
            except _Busy as busy:
                self._replace(name, "busy", str(busy))
            except EngineFailed as failed:
                self._replace(name, "failed", str(failed))
                stage.broke(mouth, str(failed))
        try:
            return await self._try(EngineName.ESPEAK, stage.substitute, text, priority)
        except EngineFailed as failed:
            stage.broke(stage.substitute, str(failed))
            raise ServiceError(ErrorCode.ENGINE_FAILED, "No engine could say this.") from failed

    def _replace(self, engine: EngineName, reason: str, detail: str) -> None:
        self._stage.fallbacks.labels(engine.value, reason).inc()
        log.warning("spoken_by_substitute", engine=engine.value, reason=reason, detail=detail)

    async def _try(self, name: EngineName, mouth: Mouth, text: str, priority: Priority) -> Sequence[SpeechMark]:
        """One piece by one engine. Raises only before its first sound, or when nothing can be saved."""
        order, stage = self._order, self._stage
        speaker = stage.choir.of_engine(name, order.language, order.speaker)
        utterance = Utterance(text, order.language, speaker.inner, order.speed, order.pitch)
        loop = asyncio.get_running_loop()
        heard: asyncio.Queue[Sound | None] = asyncio.Queue()
        turn_came: list[float] = []

        def emit(sound: Sound) -> None:
            loop.call_soon_threadsafe(heard.put_nowait, sound)

        async def work() -> Sequence[SpeechMark]:
            async with stage.lines[name].place(priority) as place:
                turn_came.append(loop.time())
                with current_span().stage("infer"):
                    return await place.run(lambda hushed: mouth.speak(utterance, emit, hushed))

        working = asyncio.create_task(work())
        working.add_done_callback(lambda _: heard.put_nowait(None))
        try:
            sound = await self._first_of(heard, name, turn_came)
            if sound is None:
                marks = await working  # raises why
                if name is not EngineName.ESPEAK:
                    raise EngineFailed("it made no sound")
                return marks  # there are letters that nobody can hear
            if self.first is None and self._made_s == 0:
                wanted = stage.wanted(order.language, order.speaker)
                self.engine, self.speaker = name, speaker
                self.fallback_from = wanted if wanted is not name else None
            self.pure = self.pure and name is self.engine
            while sound is not None:
                self._made_s += sound.seconds
                await self._made.put(sound)
                sound = await _next_batch(heard)
            return await working
        except ServiceError as refused:
            if name is EngineName.ESPEAK:
                raise
            raise _Busy(refused.message) from refused
        finally:
            working.cancel()

    async def _first_of(
        self, heard: "asyncio.Queue[Sound | None]", name: EngineName, turn_came: list[float]
    ) -> Sound | None:
        if name is EngineName.ESPEAK:
            return await heard.get()
        patience = self._stage.first_sound_s if self._made_s == 0 else self._stage.piece_s
        try:
            async with asyncio.timeout(patience):
                return await heard.get()
        except TimeoutError:
            # Slow by itself, or only because others were before us?
            worked_s = asyncio.get_running_loop().time() - turn_came[0] if turn_came else 0.0
            if worked_s >= patience * _SLOW_BY_ITSELF:
                raise EngineFailed(f"no sound within {patience:g} s") from None
            raise _Busy(f"no turn within {patience:g} s") from None


async def _next_batch(heard: "asyncio.Queue[Sound | None]") -> Sound | None:
    """What has piled up goes on in one piece: a step through the event loop costs more than the sound did."""
    sound = await heard.get()
    if sound is None:
        return None
    parts = [sound.pcm]
    while not heard.empty():
        following = heard.get_nowait()
        if following is None:
            heard.put_nowait(None)
            break
        parts.append(following.pcm)
    return Sound(b"".join(parts), sound.rate)


def _moved(mark: SpeechMark, by_ms: float) -> SpeechMark:
    return mark.model_copy(update={"start_ms": mark.start_ms + by_ms, "end_ms": mark.end_ms + by_ms})
