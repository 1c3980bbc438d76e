"""PCM into what a client can play: wav and pcm by hand, mp3, opus, flac and aac through PyAV (no ffmpeg binary).

An encoder is for one answer and one thread at a time. PyAV and numpy are loaded with the first answer that needs them.
"""

import io
from dataclasses import dataclass
from typing import Any, Protocol

from services.tts.audio import wav

OPUS_RATES = (8000, 12000, 16000, 24000, 48000)
LAYERED_RATES = (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000)


@dataclass(frozen=True, slots=True)
class Format:
    name: str
    media_type: str
    #: The rates it can carry; empty: any.
    rates: tuple[int, ...] = ()
    container: str = ""
    codec: str = ""
    sample_format: str = "s16"
    bit_rate: int | None = None
    #: Tuned for speech in a hurry: half the time for the same size, and nobody hears the difference in a kitchen.
    options: tuple[tuple[str, str], ...] = ()

    def rate_for(self, native: int) -> int:
        """The engine's own rate if it can be carried, else the next one above, so that nothing is lost."""
        if not self.rates or native in self.rates:
            return native
        return min((rate for rate in self.rates if rate > native), default=self.rates[-1])


FORMATS = {
    format_.name: format_
    for format_ in (
        Format("wav", "audio/wav"),
        Format("pcm", "audio/pcm"),
        Format("mp3", "audio/mpeg", LAYERED_RATES, "mp3", "libmp3lame", "s16p", 64_000, (("compression_level", "7"),)),
        Format(
            "opus",
            "audio/ogg",
            OPUS_RATES,
            "ogg",
            "libopus",
            "s16",
            32_000,
            (("application", "voip"), ("compression_level", "5")),
        ),
        Format("flac", "audio/flac", (), "flac", "flac", "s16"),
        Format("aac", "audio/aac", LAYERED_RATES, "adts", "aac", "fltp", 64_000, (("aac_coder", "fast"),)),
    )
}


class Encoder(Protocol):
    def feed(self, pcm: bytes) -> bytes: ...
    def finish(self) -> bytes: ...


def streaming(format_: Format, rate: int) -> Encoder:
    """For an answer that is sent while it is spoken."""
    if format_.codec:
        return _AvEncoder(format_, rate, _Pipe())
    return _Plain(wav.header(rate) if format_.name == "wav" else b"")


def whole(format_: Format, rate: int, pcm: bytes) -> bytes:
    """A complete file, with its length where players look for it."""
    if not format_.codec:
        return (wav.header(rate, len(pcm)) if format_.name == "wav" else b"") + pcm
    file = io.BytesIO()
    encoder = _AvEncoder(format_, rate, file)
    encoder.feed(pcm)
    encoder.finish()
    return file.getvalue()


class _Plain:
    def __init__(self, opening: bytes) -> None:
        self._opening = opening

    def feed(self, pcm: bytes) -> bytes:
        opening, self._opening = self._opening, b""
        return opening + pcm

    def finish(self) -> bytes:
        return self.feed(b"")


class _Pipe(io.RawIOBase):
    """Where a muxer writes that must not go back: what it wrote is taken out piece by piece."""

    def __init__(self) -> None:
        self._written = bytearray()

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def write(self, data: Any) -> int:
        self._written += data
        return len(data)

    def take(self) -> bytes:
        taken = bytes(self._written)
        self._written.clear()
        return taken


class _AvEncoder:
    def __init__(self, format_: Format, rate: int, sink: _Pipe | io.BytesIO) -> None:
        import av

        self._rate = rate
        self._sink = sink
        # Ogg would otherwise keep a whole second back before it writes its first page.
        options = {"page_duration": "100000"} if format_.container == "ogg" else {}
        self._container = av.open(sink, "w", format=format_.container, options={**options, "flush_packets": "1"})
        stream: Any = self._container.add_stream(format_.codec, rate=rate, options=dict(format_.options))
        stream.layout = "mono"
        stream.format = format_.sample_format
        if format_.bit_rate is not None:
            stream.bit_rate = format_.bit_rate
        stream.codec_context.open()
        self._stream = stream
        self._into_frames = av.AudioResampler(
            format_.sample_format, "mono", rate, frame_size=stream.codec_context.frame_size or None
        )

    def feed(self, pcm: bytes) -> bytes:
        if pcm:
            import av
            import numpy as np

            frame = av.AudioFrame.from_ndarray(np.frombuffer(pcm, np.int16).reshape(1, -1), "s16", "mono")
            frame.sample_rate = self._rate
            for ready in self._into_frames.resample(frame):
                self._container.mux(self._stream.encode(ready))
        return self._taken()

    def finish(self) -> bytes:
        for ready in self._into_frames.resample(None):
            self._container.mux(self._stream.encode(ready))
        self._container.mux(self._stream.encode(None))
        self._container.close()
        return self._taken()

    def _taken(self) -> bytes:
        return self._sink.take() if isinstance(self._sink, _Pipe) else b""


def warm_up() -> None:
    """Loading the libraries takes longer than an answer may; called when nobody is waiting."""
    import soxr  # noqa: F401

    for format_ in FORMATS.values():
        whole(format_, format_.rate_for(22_050), bytes(4410))
