"""WAV files as people have them."""

import io
import struct
import wave
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator.voice.riff import NotPlayable, read_wav

VALUES = [0.0, 0.5, -0.5, 0.25, -1.0]


def riff(kind: int, channels: int, rate: int, bits: int, data: bytes, *, extensible: bool = False) -> bytes:
    header = struct.pack(
        "<HHIIHH",
        0xFFFE if extensible else kind,
        channels,
        rate,
        rate * channels * bits // 8,
        channels * bits // 8,
        bits,
    )
    if extensible:
        header += struct.pack("<HHIH", 22, bits, 0, kind) + b"\x00" * 14
    junk = b"LIST" + struct.pack("<I", 3) + b"abc\0"  # an odd part, filled up
    body = b"WAVE" + b"fmt " + struct.pack("<I", len(header)) + header + junk
    body += b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def packed(bits: int, values: list[float]) -> bytes:
    if bits == 8:
        return bytes(round(value * 127) + 128 for value in values)
    if bits == 24:
        return b"".join(round(value * 8_388_607).to_bytes(3, "little", signed=True) for value in values)
    return np.array([round(value * (2 ** (bits - 1) - 1)) for value in values], f"<i{bits // 8}").tobytes()


@pytest.mark.parametrize("bits", [8, 16, 24, 32])
@pytest.mark.parametrize("extensible", [False, True])
def test_every_depth_sounds_the_same(bits: int, extensible: bool) -> None:
    found = read_wav(riff(1, 1, 44_100, bits, packed(bits, VALUES), extensible=extensible))
    assert found.rate == 44_100
    assert found.samples == pytest.approx([value * 32_767 for value in VALUES], abs=300 if bits == 8 else 2)


@pytest.mark.parametrize("bits", [32, 64])
def test_floating_point_even_with_nonsense_in_it(bits: int) -> None:
    values = np.array([0.5, -2.0, np.nan, 2.0], f"<f{bits // 8}")
    assert read_wav(riff(3, 1, 16_000, bits, values.tobytes())).samples.tolist() == [16_384, -32_768, 0, 32_767]


def test_channels_become_one() -> None:
    stereo = packed(16, [0.5, -0.5, 0.25, 0.25, 1.0, 0.0])
    assert read_wav(riff(1, 2, 16_000, 16, stereo)).samples == pytest.approx([0, 8_192, 16_384], abs=2)


@given(st.lists(st.integers(-32_768, 32_767), max_size=200))
def test_what_python_wrote_comes_back_exactly(values: list[int]) -> None:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((1, 2, 16_000, 0, "NONE", ""))
        out.writeframes(np.array(values, "<i2").tobytes())
    assert read_wav(file.getvalue()).samples.tolist() == values


def test_a_recorder_that_was_killed_left_a_wrong_length() -> None:
    whole = riff(1, 1, 16_000, 16, packed(16, VALUES))
    at = whole.rindex(b"data") + 4
    broken = whole[:at] + b"\xff\xff\xff\xff" + whole[at + 4 :] + b"\x01"
    assert len(read_wav(broken).samples) == len(VALUES)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "does not begin"),
        (b"ID3\x04 not a wav at all", "does not begin"),
        (b"RIFF\x00\x00\x00\x00WAVE", "does not say what"),
        (riff(1, 1, 16_000, 16, b"").replace(b"data", b"tada"), "no sound"),
        (riff(2, 1, 16_000, 4, b"\x00" * 8), "of kind 2"),
        (riff(1, 0, 16_000, 16, b""), "make no sense"),
        (riff(1, 1, 5, 16, b""), "make no sense"),
    ],
)
def test_what_cannot_be_played_says_why(data: bytes, why: str) -> None:
    with pytest.raises(NotPlayable, match=why):
        read_wav(data)


@given(st.binary(max_size=300), st.booleans())
def test_junk_is_refused_in_words_never_with_a_crash(junk: bytes, dressed: bool) -> None:
    with suppress(NotPlayable):
        read_wav(b"RIFF\0\0\0\0WAVE" + junk if dressed else junk)
