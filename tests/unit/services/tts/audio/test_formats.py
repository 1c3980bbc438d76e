"""Containers and rates, checked with decoders that are not ours."""

import io
import wave

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from services.tts.audio import wav
from services.tts.audio.formats import FORMATS, streaming, whole
from services.tts.audio.rates import Converter
from services.tts.engines import Sound

RATE = 24_000
TONE = (8000 * np.sin(np.arange(RATE) / RATE * 2 * np.pi * 440)).astype("<i2").tobytes()


@pytest.mark.parametrize("name", ["wav", "flac", "mp3", "opus"])
def test_a_whole_file_says_how_long_it_is(name: str) -> None:
    info = soundfile.info(io.BytesIO(whole(FORMATS[name], RATE, TONE)))
    assert (info.samplerate, info.channels) == (RATE, 1)
    assert info.duration == pytest.approx(1.0, abs=0.06)


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("chunk", [2, 1000, 48_000])
def test_the_size_of_the_chunks_makes_no_difference(name: str, chunk: int) -> None:
    def encoded(size: int) -> bytes:
        encoder = streaming(FORMATS[name], RATE)
        parts = [encoder.feed(TONE[at : at + size]) for at in range(0, 4800 if size == 2 else len(TONE), size)]
        return b"".join([*parts, encoder.finish()])

    reference = streaming(FORMATS[name], RATE)
    pcm = TONE[:4800] if chunk == 2 else TONE
    expected = reference.feed(pcm) + reference.finish()
    got = encoded(chunk)
    # Every Ogg stream carries a random serial number, and checksums with it.
    assert len(got) == len(expected) if name == "opus" else got == expected


def test_flac_loses_nothing() -> None:
    samples, _ = soundfile.read(io.BytesIO(whole(FORMATS["flac"], RATE, TONE)), dtype="int16")
    assert samples.tobytes() == TONE


@pytest.mark.parametrize(
    ("name", "native", "rate"),
    [("wav", 22_050, 22_050), ("opus", 22_050, 24_000), ("opus", 44_100, 48_000), ("mp3", 22_050, 22_050), ("mp3", 96_000, 48_000)],
)  # fmt: skip
def test_the_rate_that_loses_nothing(name: str, native: int, rate: int) -> None:
    assert FORMATS[name].rate_for(native) == rate


def test_wav_is_read_by_the_standard_library() -> None:
    with wave.open(io.BytesIO(wav.header(RATE, len(TONE)) + TONE)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        assert file.readframes(file.getnframes()) == TONE


@pytest.mark.parametrize("length", [None, 0, len(TONE)])
def test_wav_of_any_declared_length_is_read(length: int | None) -> None:
    assert wav.read(wav.header(RATE, length) + TONE) == (RATE, TONE)


@pytest.mark.parametrize(
    "raw",
    [b"", b"RIFF", b"<html>", wav.header(RATE)[:30], wav.header(RATE)[:36], b"RIFF\0\0\0\0WAVEdata\4\0\0\0abcd"],
)
def test_what_is_no_wav(raw: bytes) -> None:
    with pytest.raises(wav.NotWav):
        wav.read(raw)


@given(st.binary(max_size=200))
def test_garbage_is_refused_or_read_but_never_crashes(raw: bytes) -> None:
    for candidate in (raw, wav.header(RATE)[:12] + raw, wav.header(RATE)[:36] + raw):
        try:
            rate, pcm = wav.read(candidate)
        except wav.NotWav:
            continue
        assert rate > 0
        assert len(pcm) % 2 == 0


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, 9000), min_size=1, max_size=12), st.sampled_from([8000, 16_000, 44_100]))
def test_conversion_does_not_depend_on_the_chunks(cuts: list[int], rate: int) -> None:
    def converted(sizes: list[int]) -> bytes:
        converter, at, out = Converter(rate), 0, b""
        for size in [*sizes, len(TONE)]:
            out += converter.feed(Sound(TONE[at * 2 : (at + size) * 2], RATE))
            at += size
        return out + converter.finish()

    assert converted(cuts) == converted([])


def test_another_voice_at_another_rate_takes_over() -> None:
    converter = Converter(32_000)
    out = (
        converter.feed(Sound(TONE, 32_000)) + converter.feed(Sound(TONE, 24_000)) + converter.feed(Sound(TONE, 32_000))
    )
    out += converter.finish()
    assert len(out) / 2 / 32_000 == pytest.approx(24_000 / 32_000 + 1.0 + 24_000 / 32_000, abs=0.01)
    assert out.startswith(TONE)
    assert out.endswith(TONE)
