"""How many clips a GPU transcribes when many callers share its batches: 1, 4, 16 and 64 at once, against one by one.

    python -m benchmarks.stt_gpu [--rehearse] [--clips 256]

The model has the shape of large-v3-turbo and random weights, made here: they take as long as trained ones and say
nothing, so every clip is written to its cap of tokens, which is the worst case. `--rehearse` runs the same on a CPU
with a model of a few megabytes: it shows that the script works, and nothing else (on a CPU a batch gains nothing).
"""

import argparse
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from ctranslate2.specs import common_spec, whisper_spec
from tokenizers import Tokenizer

from benchmarks.stt_voices import RATE, coloured
from services.stt.engines import Asking
from services.stt.engines.whisper import WhisperEar, WhisperOptions
from shared.kitchen.language import Language

FIXTURE: Final = Path(__file__).parents[1] / "tests" / "integration" / "services" / "stt" / "whisper-fixture"
CALLERS: Final = (1, 4, 16, 64)
CLIP_S: Final = 3.0
GOAL_AT_16: Final = 4.0

Weights = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shape:
    width: int
    heads: int
    encoder_layers: int
    decoder_layers: int
    mels: int
    vocabulary: int


TURBO: Final = Shape(1280, 20, 32, 4, 128, 51_866)
TINY: Final = Shape(128, 4, 2, 2, 80, 2_304)


def random_model(shape: Shape, out: Path, quantization: str) -> None:
    """A complete CTranslate2 Whisper folder. The tokenizer is the test model's; the words it lacks are numbered."""
    generator = np.random.default_rng(1)

    def weights(*size: int) -> Weights:
        return generator.standard_normal(size, np.float32) * np.float32(0.02)

    def norm(spec: common_spec.LayerNormSpec) -> None:
        spec.gamma, spec.beta = np.ones(shape.width, np.float32), np.zeros(shape.width, np.float32)

    def linear(spec: common_spec.LinearSpec, outputs: int, inputs: int) -> None:
        spec.weight, spec.bias = weights(outputs, inputs), np.zeros(outputs, np.float32)

    width = shape.width
    spec = whisper_spec.WhisperSpec(shape.encoder_layers, shape.heads, shape.decoder_layers, shape.heads)
    spec.decoder.scale_embeddings = False
    for convolution, inputs in ((spec.encoder.conv1, shape.mels), (spec.encoder.conv2, width)):
        convolution.weight, convolution.bias = weights(width, inputs, 3), np.zeros(width, np.float32)
    spec.encoder.position_encodings.encodings = weights(1500, width)
    spec.decoder.position_encodings.encodings = weights(448, width)
    norm(spec.encoder.layer_norm)
    norm(spec.decoder.layer_norm)
    spec.decoder.embeddings.weight = weights(shape.vocabulary, width)
    spec.decoder.projection.weight = spec.decoder.embeddings.weight
    for layer in [*spec.encoder.layer, *spec.decoder.layer]:
        for name, fused in (("self_attention", True), ("attention", False)):
            attention = getattr(layer, name, None)
            if attention is None:
                continue
            norm(attention.layer_norm)
            linear(attention.linear[0], 3 * width if fused else width, width)
            if not fused:
                linear(attention.linear[1], 2 * width, width)
            linear(attention.linear[-1], width, width)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, 4 * width, width)
        linear(layer.ffn.linear_1, width, 4 * width)
    tokenizer = Tokenizer.from_file(str(FIXTURE / "tokenizer.json"))
    known = [
        "" if word == "<|empty|>" else word for word, _ in sorted(tokenizer.get_vocab().items(), key=lambda i: i[1])
    ]
    spec.register_vocabulary(known + [f"<{number}>" for number in range(shape.vocabulary - len(known))])
    spec.config.suppress_ids = spec.config.suppress_ids_begin = []
    spec.config.lang_ids = [tokenizer.token_to_id("<|en|>"), tokenizer.token_to_id("<|ko|>")]
    spec.config.alignment_heads = [(shape.decoder_layers - 1, head) for head in range(shape.heads)]
    spec.validate()
    spec.optimize(quantization=quantization)
    out.mkdir(parents=True, exist_ok=True)
    spec.save(str(out))
    tokenizer.save(str(out / "tokenizer.json"))
    (out / "preprocessor_config.json").write_text(f'{{"feature_size": {shape.mels}}}')


def throughput(ear: WhisperEar, callers: int, clips: int) -> tuple[float, list[float]]:
    """Clips a second, and how long each waited. The languages alternate, as they would."""
    sounds = [coloured(CLIP_S, 1.0, seed) for seed in range(8)]

    def one(number: int) -> float:
        language = list(Language)[number % 2]
        before = time.perf_counter()
        ear.transcribe(sounds[number % len(sounds)], Asking(languages=(language,), temperature=0.0))
        return time.perf_counter() - before

    with ThreadPoolExecutor(callers) as pool:
        list(pool.map(one, range(min(clips, 2 * callers))))  # warm, with batches of the size to come
        began = time.perf_counter()
        took = list(pool.map(one, range(clips)))
        return clips / (time.perf_counter() - began), took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rehearse", action="store_true", help="a tiny model on the CPU")
    parser.add_argument("--clips", type=int, default=0, help="for each number of callers (256; 16 in a rehearsal)")
    parser.add_argument("--batch", type=int, default=16)
    wanted = parser.parse_args()
    clips = wanted.clips or (16 if wanted.rehearse else 256)
    device, quantization = ("cpu", "int8") if wanted.rehearse else ("cuda", "float16")
    if device == "cuda":
        from services.stt.engines import cuda

        cuda.check("cuda")
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "random-turbo"
        random_model(TINY if wanted.rehearse else TURBO, model, quantization)
        ear = WhisperEar(WhisperOptions(model, device, quantization, beam_size=1, batch=wanted.batch))
        ear.load()
        alone = 0.0
        for callers in CALLERS:
            rate, took = throughput(ear, callers, max(clips, callers))
            alone = alone or rate
            slowest = sorted(took)[int(0.95 * (len(took) - 1))]
            print(
                f"{callers} callers: {rate:.1f} clips of {CLIP_S:g} s a second ({rate / alone:.1f} x one by one), "
                f"p50 {statistics.median(took) * 1e3:.0f} ms, p95 {slowest * 1e3:.0f} ms",
                flush=True,
            )
            if callers == 16 and device == "cuda" and rate < GOAL_AT_16 * alone:
                print(f"below the goal of {GOAL_AT_16:g} x at 16")
        ear.close()
        print(
            f"{clips * CLIP_S:g} s of sound each; {device}, {quantization}, batches of up to {wanted.batch}; {RATE} Hz"
        )


if __name__ == "__main__":
    main()
