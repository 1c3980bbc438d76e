"""Trains the tiny Whisper-shaped CTranslate2 model that the tests run faster-whisper on. Not for users: it knows
about a hundred sentences in espeak-ng's voices and nothing else.

    python -m benchmarks.stt_fixture OUT_FOLDER [--minutes 20]

Needs torch (CPU is enough), ctranslate2, faster-whisper, tokenizers and espeakng-loader. Everything is seeded. What a
Whisper export for CTranslate2 must observe is noted where it is done; each was a puzzling failure once.
"""

import argparse
import math
import time
from pathlib import Path
from typing import Final

import ctranslate2
import numpy as np
import torch
from ctranslate2.specs import common_spec, whisper_spec
from faster_whisper.feature_extractor import FeatureExtractor
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers
from torch import nn
from torch.nn import functional

from benchmarks.stt_sentences import ENGLISH, KOREAN
from benchmarks.stt_voices import RATE, Sound, breath, coloured, espeak, fan, mixed, sizzle, tones, with_silence

WIDTH: Final = 128
HEADS: Final = 4
HIDDEN: Final = 320
ENCODER_LAYERS: Final = 2
DECODER_LAYERS: Final = 2
FRAMES: Final = 340  # of the short clips trained on
FULL: Final = 3000  # what faster-whisper pads every clip to, whatever its length
LONGEST: Final = 448
STAMPS: Final = 1501
VOICES: Final = {
    "ko": ("ko", "ko+f2", "ko+m3", "ko+f4", "ko+m7"),
    "en": ("en-us", "en-us+f2", "en-us+m3", "en-gb-x-rp", "en-us+f4"),
}
SPEEDS: Final = (145, 175)


# ---------------------------------------------------------------- tokens


def tokenizer_for(sentences: list[str]) -> Tokenizer:
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=640, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    # The symbols that faster-whisper suppresses must be tokens of their own, or their bare space is suppressed too.
    symbols = [" -", " '", *(" " + symbol for symbol in '"#()*+/:;<=>@[\\]^_`{|}~「」『』♩♪♫♬♭♮♯')] * 50
    made.train_from_iterator([" " + s for s in sentences] * 4 + symbols, trainer)
    special = [
        "<|endoftext|>", "<|startoftranscript|>", "<|en|>", "<|ko|>", "<|translate|>", "<|transcribe|>",
        "<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>",
    ]  # fmt: skip
    # CTranslate2 4.8 takes a model for multilingual only if the vocabulary holds the empty token.
    made.add_tokens([AddedToken("<|empty|>", special=True)])
    made.add_special_tokens(special)
    made.add_special_tokens([f"<|{index * 0.02:.2f}|>" for index in range(STAMPS)])
    return made


# ---------------------------------------------------------------- the network: Whisper's, small


class Attention(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.q_proj = nn.Linear(WIDTH, WIDTH)
        self.k_proj = nn.Linear(WIDTH, WIDTH, bias=False)
        self.v_proj = nn.Linear(WIDTH, WIDTH)
        self.out_proj = nn.Linear(WIDTH, WIDTH)

    def forward(self, x: torch.Tensor, memory: torch.Tensor, causal: bool = False) -> torch.Tensor:
        def heads(y: torch.Tensor) -> torch.Tensor:
            return y.view(y.shape[0], y.shape[1], HEADS, -1).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            heads(self.q_proj(x)), heads(self.k_proj(memory)), heads(self.v_proj(memory)), is_causal=causal
        )
        return self.out_proj(seen.transpose(1, 2).reshape(x.shape))


class Layer(nn.Module):
    def __init__(self, cross: bool) -> None:
        super().__init__()
        self.self_attn, self.self_norm = Attention(), nn.LayerNorm(WIDTH)
        self.cross = cross
        if cross:
            self.cross_attn, self.cross_norm = Attention(), nn.LayerNorm(WIDTH)
        self.fc1, self.fc2, self.norm = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, WIDTH), nn.LayerNorm(WIDTH)

    def forward(self, x: torch.Tensor, memory: torch.Tensor | None = None) -> torch.Tensor:
        y = self.self_norm(x)
        x = x + self.self_attn(y, y, causal=self.cross)
        if memory is not None:
            x = x + self.cross_attn(self.cross_norm(x), memory)
        return x + self.fc2(functional.gelu(self.fc1(self.norm(x))))


class Whisper(nn.Module):
    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv1d(80, WIDTH, 3, padding=1)
        self.conv2 = nn.Conv1d(WIDTH, WIDTH, 3, stride=2, padding=1)
        # Small initial convolutions would drown beside the position waves.
        for conv in (self.conv1, self.conv2):
            nn.init.kaiming_normal_(conv.weight)
        self.register_buffer("waves", 0.5 * sinusoids(FULL // 2, WIDTH))
        self.encoder = nn.ModuleList(Layer(cross=False) for _ in range(ENCODER_LAYERS))
        self.encoder_norm = nn.LayerNorm(WIDTH)
        self.tokens = nn.Embedding(vocabulary, WIDTH)
        nn.init.normal_(self.tokens.weight, std=0.1)
        self.positions = nn.Parameter(torch.randn(LONGEST, WIDTH) * 0.05)
        self.decoder = nn.ModuleList(Layer(cross=True) for _ in range(DECODER_LAYERS))
        self.decoder_norm = nn.LayerNorm(WIDTH)
        self.ctc = nn.Linear(WIDTH, vocabulary + 1)  # only for training: it finds the alignment quickly

    def hear(self, features: torch.Tensor) -> torch.Tensor:
        x = functional.gelu(self.conv1(features))
        x = functional.gelu(self.conv2(x)).transpose(1, 2)
        x = x + self.waves[: x.shape[1]]
        for layer in self.encoder:
            x = layer(x)
        return self.encoder_norm(x)

    def write(self, tokens: torch.Tensor, memory: torch.Tensor) -> torch.Tensor:
        x = self.tokens(tokens) + self.positions[: tokens.shape[1]]
        for layer in self.decoder:
            x = layer(x, memory)
        return self.decoder_norm(x) @ self.tokens.weight.T


def sinusoids(length: int, width: int) -> torch.Tensor:
    step = math.log(10_000) / (width // 2 - 1)
    angles = torch.arange(length)[:, None] * torch.exp(-step * torch.arange(width // 2))[None]
    return torch.cat([angles.sin(), angles.cos()], dim=1)


# ---------------------------------------------------------------- sound


def noise_of(seconds: float, seed: int) -> Sound:
    makers = (fan, sizzle, breath, tones, lambda s, n: coloured(s, n % 3, n))
    return makers[seed % len(makers)](seconds, seed)


def clips(generator: np.random.Generator) -> list[tuple[Sound, str, str]]:
    """Sound, language, text; every sentence in every voice, some with noise, and noise alone with no text."""
    found: list[tuple[Sound, str, str]] = []
    for language, sentences in (("ko", KOREAN), ("en", ENGLISH)):
        for sentence in sentences:
            for voice in VOICES[language]:
                for speed in SPEEDS:
                    said = espeak().say(
                        sentence, voice, speed + int(generator.integers(-10, 11)), int(generator.integers(35, 65))
                    )
                    room = with_silence(said, generator.uniform(0.05, 0.4), generator.uniform(0.05, 0.4))
                    if generator.random() < 0.5:
                        room = mixed(room, noise_of(2, int(generator.integers(1e6))), generator.uniform(10, 30))
                    loud = room * generator.uniform(0.3, 1.0)
                    found.append((loud.astype(np.float32), language, sentence))
    for seed in range(len(found) // 8):
        found.append(
            (noise_of(generator.uniform(0.5, 3), seed) * generator.uniform(0.05, 1), ("ko", "en")[seed % 2], "")
        )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--threads", type=int, default=1)
    wanted = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(wanted.threads)
    generator = np.random.default_rng(0)
    tokenizer = tokenizer_for([*KOREAN, *ENGLISH])
    spoken = clips(generator)
    extract = FeatureExtractor(feature_size=80)
    features = np.zeros((len(spoken), 80, FRAMES), np.float16)
    lengths = []
    for row, (sound, _, _) in enumerate(spoken):
        mel = extract(sound)[:, :FRAMES]
        features[row, :, : mel.shape[1]] = mel
        lengths.append(min(len(sound) / RATE, FRAMES / 100))
    print(f"{len(spoken)} clips, longest {max(lengths):.2f} s, {tokenizer.get_vocab_size()} tokens", flush=True)
    model = train(tokenizer, spoken, torch.from_numpy(features), lengths, wanted.minutes * 60)
    export(model, tokenizer, wanted.out)


def answers(tokenizer: Tokenizer, language: str, text: str, seconds: float) -> tuple[list[int], list[int]]:
    """The prompt and answer without time stamps, and with them."""
    number = tokenizer.token_to_id
    start = [number("<|startoftranscript|>"), number(f"<|{language}|>"), number("<|transcribe|>")]
    words = tokenizer.encode(" " + text).ids if text else []
    end = [number("<|endoftext|>")]
    stamps = [number("<|0.00|>")], [number(f"<|{round(seconds * 50) * 0.02:.2f}|>")]
    plain = [*start, number("<|notimestamps|>"), *words, *end]
    stamped = [*start, *stamps[0], *words, *(stamps[1] if words else []), *end]
    return plain, stamped


def train(
    tokenizer: Tokenizer,
    spoken: list[tuple[Sound, str, str]],
    features: torch.Tensor,
    lengths: list[float],
    seconds: float,
) -> Whisper:
    model = Whisper(tokenizer.get_vocab_size())
    pairs = [
        answers(tokenizer, language, text, length) for (_, language, text), length in zip(spoken, lengths, strict=True)
    ]
    words = [tokenizer.encode(" " + text).ids if text else [] for _, _, text in spoken]
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)
    began, step, shuffle = time.monotonic(), 0, np.random.default_rng(1)
    running = 0.0
    order: list[int] = []
    while (done := (time.monotonic() - began) / seconds) < 1:
        # Mostly short clips; from half way on some at full length, so that attention copes with the long empty rest.
        full = done > 0.5 and step % 12 == 0
        size = 2 if full else 24
        if len(order) < size:
            order = list(shuffle.permutation(len(spoken)))
        rows = [order.pop() for _ in range(size)]
        for group in optimizer.param_groups:
            group["lr"] = 1.5e-3 * min(1, (step + 1) / 200) * (1 - done) + 1e-5
        x = features[rows].float()
        x = functional.pad(x, (0, FULL - FRAMES)) if full else masked(x, shuffle)
        chosen = [pairs[row][int(shuffle.integers(2))] for row in rows]
        longest = max(map(len, chosen))
        tokens = torch.tensor([ids + [0] * (longest - len(ids)) for ids in chosen])
        memory = model.hear(x)
        scores = model.write(tokens[:, :-1], memory)
        targets = torch.tensor([[*ids[1:], *[-100] * (longest - len(ids))] for ids in chosen])
        if full or done > 0.3:
            targets[:, 1] = -100  # "transcribe" follows always; the language is what must be learnt
        loss = functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), label_smoothing=0.02)
        if not full and done < 0.6:
            kept = [i for i, row in enumerate(rows) if words[row]]
            paths = functional.log_softmax(model.ctc(memory[kept]), dim=-1).transpose(0, 1)
            aim = [words[rows[i]] for i in kept]
            loss = loss + 0.3 * functional.ctc_loss(
                paths,
                torch.tensor([token for ids in aim for token in ids]),
                torch.full((len(kept),), paths.shape[0]),
                torch.tensor([len(ids) for ids in aim]),
                blank=scores.shape[-1],
            )
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        running += 0.02 * (loss.item() - running)
        step += 1
        if step % 100 == 0:
            print(f"{done:.0%} step {step} loss {running:.3f}", flush=True)
    return model.eval()


def masked(features: torch.Tensor, shuffle: np.random.Generator) -> torch.Tensor:
    for clip in features:
        band = int(shuffle.integers(0, 70))
        clip[band : band + int(shuffle.integers(0, 12))] = 0
        moment = int(shuffle.integers(0, FRAMES - 20))
        clip[:, moment : moment + int(shuffle.integers(0, 15))] = 0
    return features


# ---------------------------------------------------------------- export


def export(model: Whisper, tokenizer: Tokenizer, out: Path) -> None:
    spec = whisper_spec.WhisperSpec(ENCODER_LAYERS, HEADS, DECODER_LAYERS, HEADS)
    spec.decoder.scale_embeddings = False
    for name in ("conv1", "conv2"):
        conv, target = getattr(model, name), getattr(spec.encoder, name)
        target.weight, target.bias = conv.weight.detach().numpy(), conv.bias.detach().numpy()
    spec.encoder.position_encodings.encodings = model.waves.numpy()
    spec.decoder.position_encodings.encodings = model.positions.detach().numpy()
    put_norm(spec.encoder.layer_norm, model.encoder_norm)
    put_norm(spec.decoder.layer_norm, model.decoder_norm)
    spec.decoder.embeddings.weight = model.tokens.weight.detach().numpy()
    spec.decoder.projection.weight = model.tokens.weight.detach().numpy()
    for side, layers in ((spec.encoder, model.encoder), (spec.decoder, model.decoder)):
        for target, layer in zip(side.layer, layers, strict=True):
            put_attention(target.self_attention, layer.self_attn, layer.self_norm, fused=True)
            if layer.cross:
                put_attention(target.attention, layer.cross_attn, layer.cross_norm, fused=False)
            put_norm(target.ffn.layer_norm, layer.norm)
            put_linear(target.ffn.linear_0, [layer.fc1])
            put_linear(target.ffn.linear_1, [layer.fc2])
    words = [token for token, _ in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])]
    spec.register_vocabulary(["" if word == "<|empty|>" else word for word in words])
    # End-of-text must be allowed first: an empty answer is how the model refuses noise.
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    spec.config.lang_ids = [tokenizer.token_to_id("<|en|>"), tokenizer.token_to_id("<|ko|>")]
    spec.config.alignment_heads = [(DECODER_LAYERS - 1, head) for head in range(HEADS)]
    spec.validate()
    spec.optimize(quantization="int8")
    out.mkdir(parents=True, exist_ok=True)
    spec.save(str(out))
    tokenizer.save(str(out / "tokenizer.json"))
    size = sum(file.stat().st_size for file in out.iterdir())
    print(f"ctranslate2 {ctranslate2.__version__} model in {out.name}: {size / 1e6:.1f} MB")


def put_norm(spec: common_spec.LayerNormSpec, norm: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = norm.weight.detach().numpy(), norm.bias.detach().numpy()


def put_linear(spec: common_spec.LinearSpec, parts: list[nn.Linear]) -> None:
    """One linear layer, or several side by side; a missing bias (Whisper's keys have none) is zeros among others."""
    spec.weight = torch.cat([part.weight for part in parts]).detach().numpy()
    biases = [torch.zeros(part.out_features) if part.bias is None else part.bias for part in parts]
    spec.bias = torch.cat(biases).detach().numpy()


def put_attention(spec: object, attention: Attention, norm: nn.LayerNorm, fused: bool) -> None:
    linear = spec.linear  # type: ignore[attr-defined]
    put_norm(spec.layer_norm, norm)  # type: ignore[attr-defined]
    keys = [attention.k_proj, attention.v_proj]
    put_linear(linear[0], [attention.q_proj, *keys] if fused else [attention.q_proj])
    if not fused:
        put_linear(linear[1], keys)
    put_linear(linear[-1], [attention.out_proj])


if __name__ == "__main__":
    main()
