"""Trains the small mask that takes steady noise out of what the embedded engine hears.

    python -m benchmarks.stt_mask services/stt/kitchen_ear/mask.npz [--minutes 20]

Learns from synthetic speech and random coloured noise: which share of each mel band's power is speech, and above all to
leave the logarithm of each band where it was without the noise, for that is what the recogniser goes by. The fan, pan
and tone noises of `stt_voices` and all voices of the held-out measurement stay out of the training. Needs torch; takes
festival's voice `ked` (Debian: festvox-kdlpc16k), made of a recorded man, when it is there.
"""

import argparse
import random
import time
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.stt_sentences import ENGLISH, KOREAN
from benchmarks.stt_voices import RATE, Sound, espeak, festival, has
from services.stt.kitchen_ear.front_end import BANDS, in_a_room, loudness, mask_input, mel

VOICES = {
    "ko": "ko ko+f2 ko+m3 ko+m4 ko+steph ko+belinda ko+zac ko+anika ko+michel ko+grandma".split(),
    "en": (
        "en-us en-us+f3 en-gb-x-rp en-us+m3 en-us+m4 en-gb-x-rp+steph en-us+zac en-us+linda en-gb-scotland "
        "en-us+michel en-us+grandma en-us+adam"
    ).split(),
}
HIDDEN = (224, 112)
_FLOOR = 10**-3.8  # as in the front end: what lies below it, under loud speech, makes no difference


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


def through_a_microphone(said: Sound, generator: np.random.Generator) -> Sound:
    """With another tilt and another bump in the spectrum: rooms and microphones differ."""
    spectrum = np.fft.rfft(said)
    hertz = np.fft.rfftfreq(len(said), 1 / RATE)
    decibels = generator.uniform(-3, 3) * np.log2(np.maximum(hertz, 100) / 1000)
    centre, width = generator.uniform(200, 6000), generator.uniform(200, 2000)
    decibels += generator.uniform(-6, 6) * np.exp(-(((hertz - centre) / width) ** 2))
    return np.asarray(np.fft.irfft(spectrum * 10 ** (decibels / 20), len(said)), np.float32)


def example(generator: np.random.Generator, spoken: list[Sound]) -> tuple[np.ndarray, ...]:
    """What the mask sees, the share of speech, and the logarithms of the bands with the noise and without it."""
    said = spoken[int(generator.integers(len(spoken)))]
    if generator.random() < 0.5:
        said = through_a_microphone(said, generator)
    before, after = generator.uniform(0.1, 0.5, 2)
    speech = np.concatenate([np.zeros(int(before * RATE)), said, np.zeros(int(after * RATE))]).astype(np.float32)
    level = np.sqrt((said**2).mean()) + 1e-6
    noise = random_noise(len(speech) / RATE + 0.01, generator)[: len(speech)]
    noise *= level * 10 ** (-generator.uniform(-3, 32) / 20)
    clean, dirty = mel(speech), mel(noise)
    both = mel(in_a_room((speech + noise).astype(np.float32)))
    peak = loudness(clean)
    share = clean / (clean + dirty + 1e-9)
    return mask_input(both), *(np.asarray(x, np.float32) for x in (share, np.log(both / peak), np.log(clean / peak)))


def main() -> None:
    import torch
    from torch import nn

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=20)
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
    if has("text2wave"):
        spoken += [festival(sentence, "voice_ked_diphone") for sentence in ENGLISH] * 2
    sizes = [mask_input(np.ones((1, BANDS))).shape[1], *HIDDEN, BANDS]
    layers = [nn.Linear(a, b) for a, b in pairwise(sizes)]
    model = nn.Sequential(*[part for layer in layers for part in (layer, nn.ReLU())][:-1])
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    began, step, running = time.monotonic(), 0, 0.6
    while (done := (time.monotonic() - began) / (wanted.minutes * 60)) < 1:
        examples = [example(generator, spoken) for _ in range(6)]
        x, share, noisy, clean = (torch.from_numpy(np.concatenate(parts)) for parts in zip(*examples, strict=True))
        for group in optimizer.param_groups:
            group["lr"] = 1e-3 * (1 - done) + 1e-5
        guess = model(x)
        left = torch.log(torch.sigmoid(guess).clamp(min=0.003) * noisy.exp() + _FLOOR)
        distance = ((left - torch.log(clean.exp() + _FLOOR)) ** 2).mean()
        loss = 0.2 * distance + 0.5 * nn.functional.binary_cross_entropy_with_logits(guess, share)
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
