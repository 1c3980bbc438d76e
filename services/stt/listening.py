"""One clip from bytes to transcript: decode, find the speech, recognise, doubt.

Runs on an inference thread; routes call `Listener.hear` and never see an engine.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from services.stt import audio, vad
from services.stt.audio import RATE, RawPcm, Samples
from services.stt.engines import Asking, Ear, Heard
from services.stt.settings import SttSettings
from shared.contracts.stt import Rejected, Timings, Transcript
from shared.service.admission import Cancelled, Priority
from shared.service.kit import Kit
from shared.service.ladder import Ladder, Rung
from shared.span import Span, current_span


@dataclass(frozen=True, slots=True)
class Sound:
    """What a client sent: bytes with a header of their own, raw PCM, or samples from a stream."""

    body: bytes = b""
    raw: RawPcm | None = None
    samples: Samples | None = None


@dataclass(slots=True)
class _Watch:
    """Milliseconds of each stage; inference threads have no request span of their own."""

    stages: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        before = time.perf_counter()
        try:
            yield
        finally:
            self.stages[name] = self.stages.get(name, 0.0) + (time.perf_counter() - before) * 1000


class Listener:
    def __init__(self, kit: Kit, ladder: Ladder[Ear], settings: SttSettings) -> None:
        self.kit = kit
        self.settings = settings
        self._ladder = ladder

    def serving(self) -> tuple[Rung[Ear], Ear]:
        return self._ladder.serving()

    async def hear(self, sound: Sound, asking: Asking, *, priority: Priority = Priority.INTERACTIVE) -> Transcript:
        return await self._ladder.use(lambda rung, ear: self._hear_with(rung, ear, sound, asking, priority))

    async def _hear_with(
        self, rung: Rung[Ear], ear: Ear, sound: Sound, asking: Asking, priority: Priority
    ) -> Transcript:
        span = current_span()
        watch = _Watch()

        def work(cancelled: Cancelled) -> tuple[Heard, float]:
            with watch.stage("decode"):
                samples = sound.samples
                if samples is None:
                    samples = audio.read(sound.body, sound.raw, self.settings.max_audio_s, cancelled)
            heard = listen(ear, samples, replace(asking, cancelled=cancelled, priority=priority), watch)
            return heard, len(samples) / RATE

        async with self.kit.admission.place(priority) as place:
            heard, duration_s = await place.run(work)
        for stage, ms in watch.stages.items():
            span.add(stage, ms)
        return _transcript(heard, duration_s, span, engine=rung.name, model=ear.model)


def listen(ear: Ear, samples: Samples, asking: Asking, watch: _Watch | None = None) -> Heard:
    """What was said in `samples`, in their own time; nothing when nobody spoke."""
    watch = watch or _Watch()
    with watch.stage("vad"):
        speech = vad.find(samples) if asking.vad else vad.everything(samples)
    if not speech:
        return Heard("", asking.languages[0], 0.0, rejected=Rejected.NO_SPEECH)
    with watch.stage("infer"):
        heard = ear.transcribe(speech.joined(samples), asking)
    if heard.rejected is not None:
        return replace(heard, text="", segments=(), words=())
    return _in_the_clips_time(heard, speech)


def _in_the_clips_time(heard: Heard, speech: vad.Speech) -> Heard:
    def at(joined_s: float) -> float:
        return round(speech.original_s(joined_s), 3)

    return replace(
        heard,
        segments=tuple(s.model_copy(update={"start": at(s.start), "end": at(s.end)}) for s in heard.segments),
        words=tuple(w.model_copy(update={"start": at(w.start), "end": at(w.end)}) for w in heard.words),
    )


def _transcript(heard: Heard, duration_s: float, span: Span, *, engine: str, model: str) -> Transcript:
    total_ms = span.elapsed_ms

    def ms(stage: str) -> float:
        return round(span.stages.get(stage, 0.0), 2)

    return Transcript(
        text=heard.text,
        language=heard.language,
        language_probability=round(heard.language_probability, 4),
        duration_s=round(duration_s, 3),
        no_speech=heard.rejected is Rejected.NO_SPEECH,
        rejected=heard.rejected,
        segments=list(heard.segments),
        words=list(heard.words),
        timings=Timings(
            queue_ms=ms("queue"),
            decode_ms=ms("decode"),
            vad_ms=ms("vad"),
            infer_ms=ms("infer"),
            total_ms=round(total_ms, 2),
        ),
        duration_ms=round(total_ms, 2),
        engine=engine,
        model=model,
        confidence=heard.confidence,
        confirm_numbers=heard.confirm_numbers,
    )
