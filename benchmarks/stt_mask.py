"""Trains the first of the two masks that takes steady noise out of what the embedded engine hears.

    python -m benchmarks.stt_mask services/stt/kitchen_ear/mask.npz [--minutes 6]

Learns from espeak-ng speech and random coloured noise: which share of each mel band's power is speech. The fan, pan
and tone noises of `stt_voices` and all voices of the held-out measurement stay out of the training. Needs torch.
"""

import argparse
import random
import time
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.stt_sentences import ENGLISH, KOREAN
from benchmarks.stt_voices import RATE, Sound, espeak
from services.stt.kitchen_ear.front_end import BANDS, mel, spectrum
from services.stt.kitchen_ear.mask import near_input

VOICES = {"ko": ("ko", "ko+f2", "ko+m3"), "en": ("en-us", "en-us+f3", "en-gb-x-rp", "en-us+m3")}
HIDDEN = (160, 96)


def random_noise(seconds: float, generator: np.random.Generator) -> Sound:
    """Random tilt, random resonances, hum or none, slow swelling or none: no two alike."""
    length = int(seconds * RATE)
    frequencies = np.maximum(np.fft.rfftfreq(length, 1 / RATE), 20)
    shape = frequencies ** -generator.uniform(-0.3, 1.1)
    for _ in range(generator.integers(0, 6)):
        centre, width = generator.uniform(60, 7000), generator.uniform(20, 800)
        shape *= 1 + generator.uniform(0, 8) * np.exp(-(((frequencies - centre) / width) ** 2))
    noise = np.fft.irfft(np.fft.rfft(generator.normal(size=length)) * shape, length)
    noise /= noise.std()
    time_s = np.arange(length) / RATE
    if generator.random() < 0.4:
        base = generator.uniform(40, 400)
        for k in range(1, generator.integers(2, 12)):
            noise += generator.uniform(0, 1.5) / k * np.sin(2 * np.pi * base * k * time_s + generator.uniform(0, 6))
    if generator.random() < 0.4:
        noise *= 1 + 0.6 * np.sin(2 * np.pi * generator.uniform(0.2, 6) * time_s)
    return np.asarray(noise / noise.std(), np.float32)


def example(generator: np.random.Generator, spoken: list[Sound]) -> tuple[np.ndarray, np.ndarray]:
    said = spoken[int(generator.integers(len(spoken)))]
    before, after = generator.uniform(0.1, 0.5, 2)
    speech = np.concatenate([np.zeros(int(before * RATE)), said, np.zeros(int(after * RATE))]).astype(np.float32)
    level = np.sqrt((said**2).mean()) + 1e-6
    noise = random_noise(len(speech) / RATE + 0.01, generator)[: len(speech)]
    noise *= level * 10 ** (-generator.uniform(-3, 30) / 20)
    clean, dirty = mel(spectrum(speech)), mel(spectrum(noise))
    both = mel(spectrum((speech + noise).astype(np.float32)))
    return near_input(both), (clean / (clean + dirty + 1e-9)).astype(np.float32)


def main() -> None:
    import torch
    from torch import nn

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=6)
    wanted = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    generator, pick = np.random.default_rng(0), random.Random(0)
    spoken = [
        espeak().say(sentence, voice, pick.randint(130, 190), pick.randint(25, 75))
        for language, sentences in (("ko", KOREAN), ("en", ENGLISH))
        for sentence in sentences
        for voice in VOICES[language]
    ]
    sizes = [near_input(np.ones((1, BANDS))).shape[1], *HIDDEN, BANDS]
    layers = [nn.Linear(a, b) for a, b in pairwise(sizes)]
    model = nn.Sequential(*[part for layer in layers for part in (layer, nn.ReLU())][:-1])
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    began, step, running = time.monotonic(), 0, 0.3
    while (done := (time.monotonic() - began) / (wanted.minutes * 60)) < 1:
        pairs = [example(generator, spoken) for _ in range(8)]
        x = torch.from_numpy(np.concatenate([pair[0] for pair in pairs]))
        y = torch.from_numpy(np.concatenate([pair[1] for pair in pairs]))
        for group in optimizer.param_groups:
            group["lr"] = 1e-3 * (1 - done) + 1e-5
        loss = nn.functional.binary_cross_entropy_with_logits(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        running += 0.02 * (loss.item() - running)
        step += 1
        if step % 200 == 0:
            print(f"{done:.0%} step {step} loss {running:.4f}", flush=True)
    stored = {}
    for index, layer in enumerate(layers):
        stored[f"w{index}"] = layer.weight.detach().numpy().T.astype(np.float16)
        stored[f"b{index}"] = layer.bias.detach().numpy().astype(np.float16)
    np.savez_compressed(wanted.out, **stored)


if __name__ == "__main__":
    main()
