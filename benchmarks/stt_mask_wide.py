"""Trains the second noise mask of the embedded engine, the one that sees harmonics and two thirds of a second.

    python -m benchmarks.stt_mask_wide services/stt/kitchen_ear/mask_wide.npz [--steps 4900]

Learns the share of speech in each mel band, and that the logarithm of what is left is the clean one's. Speech: many
espeak-ng voices at many pitches and throat lengths, half of them with their spectra averaged over time, as voices made
from recorded people sound, all through random microphones; noise: like `stt_mask`'s, every second time a steady rush.
The voices, noises and sentences of the held-out measurement stay out. Needs torch.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import soxr

from benchmarks.stt_embedded import sentences
from benchmarks.stt_mask import random_noise
from benchmarks.stt_sentences import CHATTER, ENGLISH, KOREAN
from benchmarks.stt_voices import RATE, Sound, espeak
from services.stt.kitchen_ear.front_end import mel, spectrum
from services.stt.kitchen_ear.mask import DILATIONS, loudness, wide_input
from shared.kitchen.language import Language

VOICES: Final = {
    Language.KO: "ko ko+f2 ko+m3 ko+steph ko+belinda ko+zac ko+anika ko+michel ko+grandma ko+adam".split(),
    Language.EN: (
        "en-us en-us+f3 en-gb-x-rp en-us+m3 en-gb-x-rp+steph en-us+zac en-us+linda en-gb-scotland en-us+michel "
        "en-us+grandma en-us+adam en-029 en-us+anika"
    ).split(),
}
THROATS: Final = (0.85, 0.92, 1.0, 1.0, 1.0, 1.08, 1.17)
CHANNELS, BANDS, CLIPS = 96, 25, 12
LENGTH: Final = int(2.2 * RATE)
LEVEL: Final = 0.1
ROOM_DB: Final = -37.0
FLOOR: Final = 10**-3.8  # as in `front_end`: differences below it do not reach the recogniser


def speech(pick: random.Random) -> Iterator[Sound]:
    held_out = {text for language in Language for every in (3, 4) for text in sentences(language, every, seed=7)}
    for language, known in ((Language.KO, KOREAN), (Language.EN, ENGLISH)):
        drawn = [text for seed in (1, 21, 22) for text in sentences(language, 1, seed) if text not in held_out]
        texts = [*known, *CHATTER[language], *drawn]
        if language is Language.KO:
            texts = pick.sample(texts, len(texts) * 2 // 3)
        for text in texts * 2:
            throat, voice = pick.choice(THROATS), pick.choice(VOICES[language])
            speed = int(pick.randint(125, 195) / throat)
            said = espeak().say(text, voice, speed, pick.randint(20, 80), pick.randint(20, 80))
            if throat != 1:
                said = np.asarray(soxr.resample(said, RATE * throat, RATE), np.float32)
            yield averaged(said, pick.choice((5, 7, 9))) if pick.random() < 0.5 else said


def averaged(said: Sound, over: int) -> Sound:
    """With its spectral envelope averaged over so many frames of 8 ms."""
    size, hop = 512, 128
    window = np.hanning(size)
    padded = np.pad(said, (size, size))
    frames = np.fft.rfft(np.lib.stride_tricks.sliding_window_view(padded, size)[::hop] * window)
    cepstra = np.fft.irfft(np.log(np.abs(frames) ** 2 + 1e-9))
    cepstra[:, 26:-25] = 0
    envelope = np.fft.rfft(cepstra).real
    weights = np.hanning(over + 2)[1:-1]
    smooth = np.apply_along_axis(lambda band: np.convolve(band, weights / weights.sum(), "same"), 0, envelope)
    frames *= np.exp(np.clip((smooth - envelope) / 2, -4, 2.5))
    sound = np.zeros(len(padded) + size)
    for index, frame in enumerate(np.fft.irfft(frames) * window):
        sound[index * hop : index * hop + size] += frame
    return np.asarray(sound[size : size + len(said)] / 1.5, np.float32)


def microphone(sound: Sound, generator: np.random.Generator) -> Sound:
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    tilt_db = generator.uniform(-1.5, 1.5) * np.log2(np.maximum(hertz, 100) / 1000)
    if generator.random() < 0.7:  # people are duller than espeak-ng
        tilt_db += generator.uniform(-5, 1) * np.log2(np.maximum(hertz, 500) / 500)
    centre, width = generator.uniform(200, 6000), generator.uniform(200, 2000)
    tilt_db += generator.uniform(-6, 6) * np.exp(-(((hertz - centre) / width) ** 2))
    return np.asarray(np.fft.irfft(np.fft.rfft(sound) * 10 ** (tilt_db / 20), len(sound)), np.float32)


def rush(generator: np.random.Generator) -> Sound:
    """A steady fan or hood: broad, with a few weak tones."""
    hertz = np.maximum(np.fft.rfftfreq(LENGTH, 1 / RATE), 25)
    shape = hertz ** -generator.uniform(0.2, 0.8)
    noise = np.fft.irfft(np.fft.rfft(generator.normal(size=LENGTH)) * shape, LENGTH)
    noise /= noise.std()
    time_s, base, strength = np.arange(LENGTH) / RATE, generator.uniform(40, 400), generator.uniform(0, 0.8)
    for k in range(1, generator.integers(2, 10)):
        noise += generator.uniform(0, strength) / k * np.sin(2 * np.pi * base * k * time_s + generator.uniform(0, 6))
    return np.asarray(noise / noise.std(), np.float32)


def example(spoken: list[Sound], generator: np.random.Generator) -> tuple[np.ndarray, ...]:
    """The mask's input, the share of speech, the bands with noise and without, in one peak's scale."""
    said = spoken[int(generator.integers(len(spoken)))][: LENGTH - RATE // 2]
    sound = np.zeros(LENGTH, np.float32)
    at = int(generator.uniform(0.05, 0.4) * RATE)
    sound[at : at + len(said)] = said[: LENGTH - at]
    sound = microphone(sound, generator)
    power = np.square(sound[: LENGTH // 320 * 320]).reshape(-1, 320).mean(axis=1)
    sound *= LEVEL / (np.sqrt(power[power > power.max() * 0.01].mean()) + 1e-6)
    ratio_db = generator.uniform(-2, 14) if generator.random() < 0.7 else generator.uniform(10, 35)
    noise = rush(generator) if generator.random() < 0.5 else random_noise(LENGTH / RATE + 0.01, generator)[:LENGTH]
    noise = LEVEL * (noise * 10 ** (-ratio_db / 20) + generator.normal(size=LENGTH) * 10 ** (ROOM_DB / 20))
    both = spectrum((sound + noise).astype(np.float32))
    clean, dirty, bands = mel(spectrum(sound)), mel(spectrum(noise.astype(np.float32))), mel(both)
    peak = loudness(clean)
    arrays = (wide_input(both, bands), clean / (clean + dirty), bands / peak, clean / peak)
    return tuple(np.asarray(array, np.float32) for array in arrays)


def main() -> None:
    import torch
    from torch import nn
    from torch.nn import functional

    class Mask(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            inputs = wide_input(np.ones((1, 257)), np.ones((1, BANDS))).shape[1]
            self.first = nn.Conv1d(inputs, CHANNELS, 3, padding=1)
            self.middle = nn.ModuleList(nn.Conv1d(CHANNELS, CHANNELS, 3, padding=d, dilation=d) for d in DILATIONS)
            self.last = nn.Conv1d(CHANNELS, BANDS, 1)

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            x = functional.relu(self.first(x.transpose(1, 2)))
            for layer in self.middle:
                x = x + functional.relu(layer(x))
            return self.last(x).transpose(1, 2)

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=4900)
    wanted = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    generator = np.random.default_rng(0)
    spoken = list(speech(random.Random(0)))
    model, average = Mask(), 3.0
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    for step in range(1, wanted.steps + 1):
        examples = [example(spoken, generator) for _ in range(CLIPS)]
        x, share, dirty, clean = (torch.from_numpy(np.stack(arrays)) for arrays in zip(*examples, strict=True))
        for group in optimizer.param_groups:
            group["lr"] = 1.5e-3 * (1 - step / wanted.steps) * min(1, step / 100) + 1e-5
        guess = model(x)
        left = torch.log(torch.sigmoid(guess).clamp(min=0.003) * dirty + FLOOR)
        off = (left - torch.log(clean + FLOOR)).square().mean()
        loss = 0.15 * off + 0.5 * functional.binary_cross_entropy_with_logits(guess, share)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        average += 0.02 * (off.item() - average)
        if step % 100 == 0:
            print(f"step {step} of {wanted.steps}: logarithms off by {average:.2f}", flush=True)
    stored = {}
    for index, layer in enumerate([model.first, *model.middle, model.last]):
        weights = layer.weight.detach().numpy().transpose(2, 1, 0).astype(np.float16)
        stored[f"w{index}"] = weights if len(weights) > 1 else weights[0]
        stored[f"b{index}"] = layer.bias.detach().numpy().astype(np.float16)
    np.savez_compressed(wanted.out, **stored)


if __name__ == "__main__":
    main()
