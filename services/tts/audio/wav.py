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
