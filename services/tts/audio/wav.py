"""RIFF headers, written and read by hand: a streamed one has sizes that no library likes."""

import struct

_UNKNOWN = 0xFFFFFFFF  # "until the end": what players of streamed WAV expect


def header(rate: int, data_bytes: int | None = None) -> bytes:
    """44 bytes before 16-bit mono PCM; without a size for a stream."""
    riff = _UNKNOWN if data_bytes is None else 36 + data_bytes
    data = _UNKNOWN if data_bytes is None else data_bytes
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", riff, b"WAVE", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16, b"data", data
    )


class NotWav(ValueError):
    pass


def read(raw: bytes) -> tuple[int, bytes]:
    """Rate and PCM of 16-bit mono WAV; a length of zero or "until the end" means all the rest."""
    if len(raw) < 12 or raw[:4] != b"RIFF" or raw[8:12] != b"WAVE":
        raise NotWav("no RIFF header")
    at, rate = 12, 0
    while at + 8 <= len(raw):
        name, size = struct.unpack_from("<4sI", raw, at)
        at += 8
        if name == b"fmt ":
            if at + 16 > len(raw):
                raise NotWav("cut off in its header")
            kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", raw, at)
            if (kind, channels, bits) != (1, 1, 16) or rate == 0:
                raise NotWav(f"not 16-bit mono PCM ({channels} channels, {bits} bits)")
        elif name == b"data" and rate:
            end = len(raw) if size in (0, _UNKNOWN) else min(len(raw), at + size)
            return rate, raw[at : at + (end - at) // 2 * 2]
        at += size + size % 2
    raise NotWav("no sound in it")
