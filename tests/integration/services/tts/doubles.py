"""Stand-ins for what we can't run here: GPT-SoVITS' `api_v2.py` with its parameters and its ways to fail, and the tiny
ONNX models with which Supertonic's loading code is run for real."""

import json
import math
import struct
import threading
import time
from array import array
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

from services.tts.audio import wav

# --- GPT-SoVITS ---------------------------------------------------------------------------------------------------

LANGUAGES = {"auto", "auto_yue", "en", "zh", "ja", "yue", "ko", "all_zh", "all_ja", "all_yue", "all_ko"}
PARAMETERS = {
    "text", "text_lang", "ref_audio_path", "aux_ref_audio_paths", "prompt_text", "prompt_lang", "top_k", "top_p",
    "temperature", "text_split_method", "batch_size", "batch_threshold", "split_bucket", "speed_factor",
    "fragment_interval", "seed", "media_type", "streaming_mode", "parallel_infer", "repetition_penalty",
    "sample_steps", "super_sampling", "overlap_length", "min_chunk_length",
}  # fmt: skip


def voiced(seconds: float, rate: int, pitch: float = 180.0) -> bytes:
    """Something that rises and falls like speech does."""
    samples = array("h")
    for n in range(int(seconds * rate)):
        t = n / rate
        loud = 9000 * (0.5 + 0.5 * math.sin(2 * math.pi * 4 * t)) ** 2
        samples.append(int(loud * (math.sin(2 * math.pi * pitch * t) + 0.4 * math.sin(2 * math.pi * 3 * pitch * t))))
    return samples.tobytes()


def noise(seconds: float, rate: int) -> bytes:
    state, samples = 12345, array("h")
    for _ in range(int(seconds * rate)):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        samples.append((state >> 15) % 12000 - 6000)
    return samples.tobytes()


class GptSovitsDouble:
    """Set `mode` to choose how it answers; `requests` is what it was asked."""

    def __init__(self) -> None:
        self.mode = "speech"
        self.rate = 32_000
        self.takes_s = 0.0
        self.requests: list[dict[str, object]] = []
        self.most_at_once = 0
        self._now = 0
        self._lock = threading.Lock()
        self._release = threading.Event()
        double = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None: ...

            def do_POST(self) -> None:
                said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with double._counted():
                    double._answer(self, said)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._release.set()
        self._server.shutdown()
        self._server.server_close()

    def voices(self, folder: Path) -> Path:
        table = folder / "voices.json"
        voice = {"ref_audio_path": "refs/mom.wav", "prompt_text": "안녕하세요.", "prompt_lang": "ko", "name": "Mom"}
        table.write_text(json.dumps({"mom": voice, "dad": {**voice, "ref_audio_path": "refs/dad.wav"}}))
        return table

    def _counted(self) -> "_Counted":
        return _Counted(self)

    def _answer(self, handler: BaseHTTPRequestHandler, said: dict[str, object]) -> None:
        self.requests.append(said)
        wrong = self._refusal(said)
        if wrong or self.mode == "400":
            body = json.dumps({"message": wrong or "tts failed", "Exception": "out of memory"}).encode()
            handler.send_response(400)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)
            return
        if self.mode == "hang":
            self._release.wait(20)
            return
        time.sleep(self.takes_s)
        rate, pcm = self._sound(str(said["text"]), float(str(said["speed_factor"])))
        handler.send_response(200)
        handler.send_header("Content-Type", "audio/wav")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        body = wav.header(rate, 0) + pcm  # upstream's streamed header: a length of zero
        if self.mode == "html":
            body = b"<html>not what you think</html>"
        for at in range(0, len(body), 16_384):
            part = body[at : at + 16_384]
            handler.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
            if self.mode == "drop" and at > 0:
                handler.wfile.flush()
                handler.connection.close()
                return
        handler.wfile.write(b"0\r\n\r\n")

    def _refusal(self, said: dict[str, object]) -> str | None:
        if unknown := set(said) - PARAMETERS:
            return f"unknown parameters {unknown}"
        if not said.get("text") or not said.get("ref_audio_path"):
            return "text and ref_audio_path are required"
        for name in ("text_lang", "prompt_lang"):
            if said.get(name) not in LANGUAGES:
                return f"{name}: {said.get(name)} is not supported"
        return None

    def _sound(self, text: str, speed: float) -> tuple[int, bytes]:
        seconds = 0.15 * sum(map(str.isalnum, text)) / speed + 0.3
        match self.mode:
            case "zeros":
                return 16_000, bytes(2 * 16_000)
            case "silence":
                return self.rate, bytes(int(seconds * self.rate) * 2 - 200) + voiced(100 / self.rate, self.rate)
            case "noise":
                return self.rate, noise(seconds, self.rate)
            case "wrong rate":
                return 11_025, voiced(seconds, 11_025)
            case "endless":
                return self.rate, voiced(seconds * 8 + 5, self.rate)
            case "short":
                return self.rate, voiced(0.05, self.rate)
        return self.rate, voiced(seconds, self.rate)


class _Counted:
    def __init__(self, double: GptSovitsDouble) -> None:
        self._double = double

    def __enter__(self) -> None:
        with self._double._lock:
            self._double._now += 1
            self._double.most_at_once = max(self._double.most_at_once, self._double._now)

    def __exit__(self, *_: object) -> None:
        with self._double._lock:
            self._double._now -= 1


# --- Supertonic: ONNX files written by hand, a few hundred bytes each -------------------------------------------------

FLOAT, INT64 = 1, 7


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def _field(number: int, value: int | bytes | str) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    raw = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(raw)) + raw


def _value(name: str, kind: int, rank: int) -> bytes:
    dims = b"".join(_field(1, _field(2, f"{name}_{n}")) for n in range(rank))
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, dims)))


def _constant(name: str, values: list[float] | list[int], kind: int = FLOAT, shape: bool = True) -> bytes:
    raw = struct.pack(f"<{len(values)}{'f' if kind == FLOAT else 'q'}", *values)
    return (_field(1, len(values)) if shape else b"") + _field(2, kind) + _field(8, name) + _field(9, raw)


def _node(op: str, inputs: list[str], output: str, **attributes: int | list[int]) -> bytes:
    out = b"".join(_field(1, name) for name in inputs) + _field(2, output) + _field(4, op)
    for name, value in attributes.items():
        if isinstance(value, int):
            out += _field(5, _field(1, name) + _field(3, value) + _field(20, 2))
        else:
            out += _field(5, _field(1, name) + b"".join(_field(8, n) for n in value) + _field(20, 7))
    return out


def _model(
    inputs: list[tuple[str, int, int]], output: tuple[str, int], nodes: list[bytes], constants: list[bytes]
) -> bytes:
    graph = b"".join(_field(1, node) for node in nodes) + _field(2, "tiny")
    graph += b"".join(_field(5, constant) for constant in constants)
    graph += b"".join(_field(11, _value(*one)) for one in inputs) + _field(12, _value(output[0], FLOAT, output[1]))
    return _field(1, 8) + _field(7, graph) + _field(8, _field(1, "") + _field(2, 17))


def tiny_supertonic(folder: Path, voices: tuple[str, ...] = ("F1", "M1"), seconds_per_letter: float = 0.12) -> Path:
    """A folder laid out like the published one. Its "speech" is a tone that depends on the text and comes and goes."""
    rate, base, compress, dim = 22_050, 64, 2, 64
    (folder / "onnx").mkdir(parents=True)
    (folder / "voice_styles").mkdir()
    ids, mask = ("text_ids", INT64, 2), ("text_mask", FLOAT, 3)
    ttl = ("style_ttl", FLOAT, 3)
    parts = {
        "duration_predictor": _model(
            [ids, ("style_dp", FLOAT, 3), mask],
            ("duration", 1),
            [
                _node("ReduceSum", ["text_mask", "axes"], "letters", keepdims=0),
                _node("Mul", ["letters", "each"], "duration"),
            ],
            [_constant("each", [seconds_per_letter]), _constant("axes", [1, 2], INT64)],
        ),
        "text_encoder": _model(
            [ids, ttl, mask],
            ("text_emb", 3),
            [
                _node("Cast", ["text_ids"], "as_float", to=FLOAT),
                _node("Unsqueeze", ["as_float", "axis"], "text_emb"),
            ],
            [_constant("axis", [1], INT64)],
        ),
        # The latent becomes one number everywhere: the mean of the letters, times the voice's own.
        "vector_estimator": _model(
            [("noisy_latent", FLOAT, 3), ("text_emb", FLOAT, 3), ttl, mask, ("latent_mask", FLOAT, 3),
             ("current_step", FLOAT, 1), ("total_step", FLOAT, 1)],
            ("denoised", 3),
            [
                _node("ReduceMean", ["text_emb"], "letter", axes=[0, 1, 2], keepdims=0),
                _node("ReduceMean", ["style_ttl"], "voice", axes=[0, 1, 2], keepdims=0),
                _node("Mul", ["letter", "voice"], "tone"),
                _node("Mul", ["noisy_latent", "nothing"], "quiet"),
                _node("Add", ["quiet", "tone"], "denoised"),
            ],
            [_constant("nothing", [0.0])],
        ),
        "vocoder": _model(
            [("latent", FLOAT, 3)],
            ("wav", 2),
            [
                _node("Transpose", ["latent"], "by_frame", perm=[0, 2, 1]),
                _node("Reshape", ["by_frame", "flat_shape"], "flat"),
                _node("Mul", ["flat", "to_phase"], "step"),
                _node("CumSum", ["step", "along"], "phase"),
                _node("Sin", ["phase"], "tone"),
                _node("Mul", ["flat", "nothing"], "zeros"),
                _node("Add", ["zeros", "slow"], "slow_step"),
                _node("CumSum", ["slow_step", "along"], "slow_phase"),
                _node("Sin", ["slow_phase"], "rise_and_fall"),
                _node("Mul", ["tone", "rise_and_fall"], "loud"),
                _node("Mul", ["loud", "volume"], "wav"),
            ],
            [_constant("flat_shape", [1, -1], INT64), _constant("to_phase", [0.0004]), _constant("along", [1], INT64, False),
             _constant("nothing", [0.0]), _constant("slow", [0.0011]), _constant("volume", [0.3])],
        ),
    }  # fmt: skip
    for name, raw in parts.items():
        (folder / "onnx" / f"{name}.onnx").write_bytes(raw)
    configuration = {
        "ae": {"sample_rate": rate, "base_chunk_size": base},
        "ttl": {"chunk_compress_factor": compress, "latent_dim": dim},
    }
    (folder / "onnx" / "tts.json").write_text(json.dumps(configuration))
    alphabet = [n % 89 if chr(n).isprintable() else -1 for n in range(0x1200)]
    (folder / "onnx" / "unicode_indexer.json").write_text(json.dumps(alphabet))
    for number, voice in enumerate(voices, 1):
        style = {
            "style_ttl": {"dims": [1, 2, 2], "data": [float(number)] * 4},
            "style_dp": {"dims": [1, 1, 2], "data": [1.0, 1.0]},
        }
        (folder / "voice_styles" / f"{voice}.json").write_text(json.dumps(style))
    return folder
