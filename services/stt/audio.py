"""Bytes become samples: float32, 16 kHz, mono. Whatever is not audio is refused in plain words.

WAV and raw PCM are read in place (a five-second command costs microseconds); everything else goes through ffmpeg
(PyAV), capped by samples, because a small file can unpack to hours. Finding speech in the samples is `vad.py`.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from shared.contracts.errors import ErrorCode
from shared.service.admission import Cancelled
from shared.service.errors import ServiceError

if TYPE_CHECKING:
    from av.container import InputContainer

Samples = npt.NDArray[np.float32]

RATE: Final = 16_000
_RATES: Final = range(1_000, 768_001)
_MAX_CHANNELS: Final = 32
_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE

#: The containers people really send. Playlists (m3u8, concat ...) stay out: they make ffmpeg open other files.
_CONTAINERS: Final = (
    "wav,w64,aiff,au,caf,mp3,aac,flac,ogg,matroska,webm,mov,mp4,m4a,3gp,3g2,mj2,amr,avi,flv,mpeg,mpegts,asf,wv,ape,tta,"
    "ac3,eac3"
)


@dataclass(frozen=True, slots=True)
class RawPcm:
    """What a body without a header says about itself in its content type: `audio/pcm;rate=16000;channels=1`."""

    rate: int = RATE
    channels: int = 1


def read(body: bytes, raw: RawPcm | None, max_s: float, cancelled: Cancelled | None = None) -> Samples:
    """The samples in `body`; ServiceError when there are none, or more than `max_s` seconds of them."""
    if not body:
        raise ServiceError(ErrorCode.MALFORMED_REQUEST, "The audio is empty: no bytes arrived.", param="file")
    if raw is not None:
        return _from_pcm(memoryview(body), "<i2", raw.rate, raw.channels, max_s)
    if body[:4] == b"RIFF" and body[8:12] == b"WAVE":
        wav = _wav(body)
        if wav is not None:
            return _from_pcm(wav.data, wav.kind, wav.rate, wav.channels, max_s)
    return _through_ffmpeg(body, max_s, cancelled)


def _not_audio(why: str) -> ServiceError:
    return ServiceError(ErrorCode.NOT_AUDIO, f"This is not audio that can be read: {why}.", param="file")


def too_long(max_s: float) -> ServiceError:
    return ServiceError(
        ErrorCode.AUDIO_TOO_LONG, f"The audio is longer than {max_s:g} seconds; send shorter pieces.", param="file"
    )


@dataclass(frozen=True, slots=True)
class _Wav:
    data: memoryview
    kind: str
    rate: int
    channels: int


def _wav(body: bytes) -> _Wav | None:
    """The plain PCM inside a WAV file; None for compressed kinds, which ffmpeg knows."""
    fmt: bytes | None = None
    at = 12
    while at + 8 <= len(body):
        name, size = body[at : at + 4], int.from_bytes(body[at + 4 : at + 8], "little")
        at += 8
        if name == b"fmt ":
            fmt = body[at : at + min(size, 64)]
        elif name == b"data":
            if fmt is None or len(fmt) < 16:
                raise _not_audio("the WAV header is damaged")
            # Streamed WAVs say 0 or 0xFFFFFFFF and truncated ones lie: what has arrived is what there is.
            size = min(size, len(body) - at) if size else len(body) - at
            return _described(fmt, memoryview(body)[at : at + size])
        at += size + (size & 1)
    raise _not_audio("the WAV file has no sound in it")


def _described(fmt: bytes, data: memoryview) -> _Wav | None:
    tag, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", fmt)
    if tag == _EXTENSIBLE and len(fmt) >= 26:
        tag = struct.unpack_from("<H", fmt, 24)[0]
    if rate not in _RATES:
        raise _not_audio(f"its header says {rate} samples a second")
    if not 1 <= channels <= _MAX_CHANNELS:
        raise _not_audio(f"its header says {channels} channels")
    kinds = {
        (_PCM, 8): "u1",
        (_PCM, 16): "<i2",
        (_PCM, 24): "i3",
        (_PCM, 32): "<i4",
        (_FLOAT, 32): "<f4",
        (_FLOAT, 64): "<f8",
    }
    kind = kinds.get((tag, bits))
    return None if kind is None else _Wav(data, kind, rate, channels)


def _from_pcm(data: memoryview, kind: str, rate: int, channels: int, max_s: float) -> Samples:
    if rate not in _RATES or not 1 <= channels <= _MAX_CHANNELS:
        raise ServiceError(
            ErrorCode.INVALID_FIELD,
            f"{rate} samples a second in {channels} channels cannot be read.",
            param="content-type",
        )
    width = 3 if kind == "i3" else np.dtype(kind).itemsize
    frames = len(data) // (width * channels)
    if frames == 0:
        raise _not_audio("there are no samples in it")
    if frames > max_s * rate:
        raise too_long(max_s)
    data = data[: frames * width * channels]
    sound = _as_float(data, kind)
    if channels > 1:
        sound = sound.reshape(-1, channels).mean(axis=1, dtype=np.float32)
    return resample(sound, rate)


def _as_float(data: memoryview, kind: str) -> Samples:
    if kind == "<i2":
        return np.frombuffer(data, "<i2") * np.float32(1 / 32_768)
    if kind == "u1":
        return (np.frombuffer(data, np.uint8).astype(np.float32) - 128) * np.float32(1 / 128)
    if kind == "i3":
        low, middle, high = np.frombuffer(data, np.uint8).reshape(-1, 3).astype(np.int32).T
        return ((low << 8 | middle << 16 | high << 24) >> 8).astype(np.float32) * np.float32(1 / 8_388_608)
    if kind == "<i4":
        return np.frombuffer(data, "<i4").astype(np.float32) * np.float32(1 / 2**31)
    with np.errstate(over="ignore", invalid="ignore"):
        return _sane(np.frombuffer(data, kind).astype(np.float32))


def _sane(sound: Samples) -> Samples:
    """Floats a file may hold and a model must not see: NaN, infinities, values far beyond full scale."""
    return np.clip(np.nan_to_num(sound, nan=0.0, posinf=1.0, neginf=-1.0), -1.0, 1.0)


def resample(sound: Samples, rate: int) -> Samples:
    if rate == RATE:
        return sound
    import soxr

    return np.asarray(soxr.resample(sound, rate, RATE, quality="HQ"), dtype=np.float32)


def _through_ffmpeg(body: bytes, max_s: float, cancelled: Cancelled | None) -> Samples:
    import av

    limit = int(max_s * RATE)
    pieces: list[Samples] = []
    total = 0
    try:
        # No protocol is allowed: a file that names another file or address must not make us fetch it.
        options = {"protocol_whitelist": "none", "format_whitelist": _CONTAINERS}
        with av.open(BytesIO(body), mode="r", metadata_errors="ignore", options=options) as container:
            if not container.streams.audio:
                raise _not_audio("the file has no sound track")
            for piece in _decoded(container):
                if cancelled is not None and cancelled.is_set():
                    break
                pieces.append(piece)
                total += len(piece)
                if total > limit:
                    raise too_long(max_s)
    except (av.error.FFmpegError, ValueError, OverflowError, MemoryError) as error:
        if not total:
            raise _not_audio("no known sound format") from error
    if not total:
        raise _not_audio("no sound could be decoded from it")
    return _sane(np.concatenate(pieces))


def _decoded(container: "InputContainer") -> Iterator[Samples]:
    """Frame after frame at our rate; a damaged frame is skipped, as a player would."""
    import av

    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    broken = 0
    for packet in container.demux(audio=0):
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            broken += 1
            if broken > 1000:
                return
            continue
        for frame in frames:
            frame.pts = None  # damaged files carry wild times; the order is all that matters here
            for out in resampler.resample(frame):
                yield out.to_ndarray().reshape(-1).astype(np.float32, copy=False)
    for out in resampler.resample(None):
        yield out.to_ndarray().reshape(-1).astype(np.float32, copy=False)
