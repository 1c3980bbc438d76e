"""Sample-rate conversion of a stream whose source may change (a fallback speaks at another rate than the engine
before it). soxr and numpy are loaded only when a rate really differs."""

from typing import Any

from services.tts.engines import Sound


class Converter:
    """Sounds of any rate in, PCM of one rate out."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._from = rate
        self._stream: Any = None

    @property
    def idle(self) -> bool:
        """Nothing is being converted: sounds of the wanted rate may pass by."""
        return self._stream is None

    def feed(self, sound: Sound) -> bytes:
        before = self._switch_to(sound.rate) if sound.rate != self._from else b""
        return before + (self._convert(sound.pcm) if self._stream is not None else sound.pcm)

    def finish(self) -> bytes:
        return self._switch_to(self.rate)

    def _switch_to(self, source: int) -> bytes:
        tail = self._convert(b"", last=True) if self._stream is not None else b""
        self._from, self._stream = source, None
        if source != self.rate:
            import soxr

            self._stream = soxr.ResampleStream(source, self.rate, 1, dtype="float32")
        return tail

    def _convert(self, pcm: bytes, *, last: bool = False) -> bytes:
        import numpy as np

        # Rounded here: soxr would add random noise to 16-bit output, and the same sentence must stay the same sound.
        samples = np.frombuffer(pcm, np.int16).astype(np.float32)
        converted = self._stream.resample_chunk(samples, last=last)
        raw: bytes = np.clip(np.rint(converted), -32768, 32767).astype("<i2").tobytes()
        return raw
