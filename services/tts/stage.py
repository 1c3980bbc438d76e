"""Where everybody speaks: the engines, and one line of waiting sentences before each of them."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from prometheus_client import Counter

from services.tts.audio import formats
from services.tts.engines import EngineName, Mouth
from services.tts.settings import TtsSettings
from services.tts.text.spoken import spoken
from services.tts.voices import Choir, Speaker
from shared.contracts.errors import ErrorCode
from shared.contracts.health import HealthStatus
from shared.kitchen.language import Language
from shared.service.admission import Admission
from shared.service.errors import ServiceError
from shared.service.kit import Kit
from shared.service.ladder import EngineUnavailable, Ladder, Report

_SECOND_CHANCE_S = 1.0


class Stage:
    def __init__(self, kit: Kit, settings: TtsSettings, ladder: Ladder[Mouth], choir: Choir, substitute: Mouth) -> None:
        self.kit = kit
        self.choir = choir
        self.ladder = ladder
        self.substitute = substitute
        self.first_sound_s = settings.first_sound_timeout_ms / 1000
        self.piece_s = settings.piece_timeout_ms / 1000
        # One sentence at a time before each engine: espeak-ng is one global, a CPU has no more to give, and GPT-SoVITS
        # mixes up requests. Short pieces, and first pieces first, keep everyone's wait short.
        self.lines = {
            name: kit.admission
            if name is EngineName.ESPEAK
            else Admission(workers=1, queue_size=settings.queue_size, name=f"tts-{name}")
            for name in EngineName
        }
        self.fallbacks = Counter(
            "sous_tts_fallbacks",
            "Pieces spoken by espeak-ng instead.",
            ["engine", "reason"],
            registry=kit.metrics.registry,
        )

        self._closing: list[Callable[[], object]] = []
        self._settled = False
        self._replacing: set[asyncio.Task[None]] = set()
        self._answers = 0
        self._most_answers = settings.max_answers

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Each answer in progress holds sound in memory, so there is a most."""
        if self._answers >= self._most_answers:
            raise ServiceError(ErrorCode.BUSY, f"Busy: {self._answers} answers are being spoken.", retry_after_s=1)
        self._answers += 1
        try:
            yield
        finally:
            self._answers -= 1

    def on_close(self, *last: Callable[[], object]) -> None:
        self._closing.extend(last)

    async def start(self) -> None:
        # The substitute must be there before anyone can need it, also when the ladder never gets down to it.
        with suppress(EngineUnavailable):  # the ladder finds the same out and reports it
            await asyncio.to_thread(self.substitute.load)
        await asyncio.to_thread(_read_once)
        await self.ladder.start()
        self._settled = True
        self._closing.append(asyncio.create_task(asyncio.to_thread(formats.warm_up)).cancel)

    async def close(self) -> None:
        for close in self._closing:
            close()
        for task in self._replacing:
            task.cancel()
        await self.ladder.close()
        await asyncio.to_thread(self.substitute.close)
        for line in self.lines.values():
            line.close()

    def report(self) -> Report:
        """The ladder's own, but between two rungs the substitute is answering, and that is no failure."""
        said = self.ladder.report()
        if said.status is not HealthStatus.FAILED or not self._settled:
            return said
        return Report(
            HealthStatus.DEGRADED, EngineName.ESPEAK, self.substitute.model, self.substitute.device, said.detail
        )

    def cast(self, language: Language, asked: Speaker | None) -> tuple[EngineName, Mouth]:
        """Who speaks now: espeak-ng if one of its voices was asked for, else the best engine that works."""
        try:
            rung, mouth = self.ladder.serving()
        except ServiceError:
            if not self._settled:
                raise
            return EngineName.ESPEAK, self.substitute
        name = EngineName(rung.name)
        if (asked is not None and asked.engine is EngineName.ESPEAK) or not self.choir.speaks(name, language):
            return EngineName.ESPEAK, self.substitute
        return name, mouth

    def broke(self, mouth: Mouth, reason: str) -> None:
        """Nobody waits while a lower rung loads: the substitute speaks meanwhile."""
        task = asyncio.create_task(self._replace(mouth, reason), name="engine-broke")
        self._replacing.add(task)
        task.add_done_callback(self._replacing.discard)

    async def _replace(self, mouth: Mouth, reason: str) -> None:
        await self.ladder.step_down(mouth, reason)
        # Perhaps it was only this text. If a trial goes well now, nobody else has to do without.
        await asyncio.sleep(_SECOND_CHANCE_S)
        await self.ladder.climb()

    def wanted(self, language: Language, asked: Speaker | None) -> EngineName:
        """Who would speak if everything worked."""
        best = asked.engine if asked is not None else EngineName(self.ladder.wanted.name)
        return best if self.choir.speaks(best, language) else EngineName.ESPEAK

    def speakers(self, language: Language, asked: Speaker | None) -> list[Speaker]:
        """Whose phrases would do for an answer: the wanted voice's, else those of whoever stands in for it now."""
        engines = [self.wanted(language, asked)]
        if self.report().status.answering:
            engines.append(self.cast(language, asked)[0])
        return [self.choir.of_engine(engine, language, asked) for engine in dict.fromkeys(engines)]


def _read_once() -> None:
    """The rules of reading build their patterns with the first sentence; that must not be a client's."""
    for text, language in (("물 1/2컵을 3~4분, 180℃에서", Language.KO), ("1/2 cup at 350°F for 3-4 min", Language.EN)):
        spoken(text, language)
