"""Any ordinary WAV file as mono 16 bit samples: 8 to 32 bit, floating point, any rate, any number of channels. Pure.

Python's own `wave` refuses floating point and the extensible header that most editors write today.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from orchestrator.voice.edges import Samples

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE


class NotPlayable(Exception):
    """Why not, in words."""


@dataclass(frozen=True, slots=True)
class Recording:
    samples: Samples
    rate: int


def read_wav(data: bytes) -> Recording:
    if len(data) < 12 or data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise NotPlayable("it does not begin like one")
    parts = dict(_parts(data))
    header = parts.get(b"fmt ", b"")
    if len(header) < 16:
        raise NotPlayable("it does not say what is in it")
    kind, channels, rate, _, _, bits = struct.unpack("<HHIIHH", header[:16])
    if kind == _EXTENSIBLE and len(header) >= 26:
        kind = struct.unpack("<H", header[24:26])[0]
    if not 1 <= channels <= 64 or not 1_000 <= rate <= 768_000:
        raise NotPlayable(f"{channels} channels at {rate} Hz make no sense")
    if b"data" not in parts:
        raise NotPlayable("there is no sound in it")
    values = _values(parts[b"data"], kind, bits)
    frames = values[: len(values) // channels * channels].reshape(-1, channels)
    mono = frames.mean(axis=1) if channels > 1 else frames[:, 0]
    return Recording(np.clip(np.round(mono * 32_768), -32_768, 32_767).astype(np.int16), rate)


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        yield name, data[at + 8 : at + 8 + size]  # a recorder that was killed leaves a size that is too large
        at += 8 + size + size % 2


def _values(data: bytes, kind: int, bits: int) -> NDArray[np.float64]:
    width = bits // 8
    data = data[: len(data) // width * width] if width else b""
    if kind == _FLOAT and bits in (32, 64):
        values = np.frombuffer(data, f"<f{width}").astype(np.float64)
        return np.nan_to_num(values)
    if kind == _PCM and bits == 8:
        return (np.frombuffer(data, np.uint8).astype(np.float64) - 128) / 128
    if kind == _PCM and bits in (16, 32):
        return np.frombuffer(data, f"<i{width}").astype(np.float64) / (1 << (bits - 1))
    if kind == _PCM and bits == 24:
        wide = np.frombuffer(data, np.uint8).reshape(-1, 3).astype(np.int32)
        whole = wide[:, 0] | wide[:, 1] << 8 | wide[:, 2] << 16
        return (whole - ((whole & 0x800000) << 1)) / (1 << 23)
    raise NotPlayable(f"its {bits} bit sound is of kind {kind}, and only plain and floating point are read")
