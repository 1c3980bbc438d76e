"""What the speech-to-text server adds to the bare faster-whisper call, and how it behaves under many clients.

    python -m benchmarks.stt_server [--model FOLDER] [--rounds 30] [--beside | --commands]

The same CTranslate2 model everywhere (default: the tiny test model; random weights of any size do as well, for they
take as long as trained ones). The bare call and the server alternate, so that other load on the machine hits both.
"""

import argparse
import asyncio
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import httpx
import numpy as np

from benchmarks import stt_rivals
from benchmarks.stt_rivals import Ask
from benchmarks.stt_voices import Sound, espeak, wav, with_silence

FIXTURE = Path(__file__).parents[1] / "tests" / "integration" / "services" / "stt" / "whisper-fixture"
CLIENTS: Final = (1, 8, 16)
BEAM: Final = 5  # what whisper-live always takes
SHORT: Final = (
    ("다음", "ko"),
    ("다 했어", "ko"),
    ("재료", "ko"),
    ("next", "en-us"),
    ("done", "en-us"),
    ("stop", "en-us"),
)
SENTENCES: Final = (("다음 단계로 가 줘", "ko"), ("how much soy sauce", "en-us"), ("재료 알려 줘", "ko"))


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def ms(values: list[float]) -> str:
    return f"p50 {statistics.median(values) * 1e3:.1f} ms, p95 {percentile(values, 0.95) * 1e3:.1f} ms"


@contextmanager
def server(options: dict[str, str]) -> Iterator[str]:
    """The service, ready, and its address."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STT_")}
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        began = time.perf_counter()
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "services.stt", "--port", "0"], env={**kept, **options}, stdout=out, stderr=out
            )
        try:
            url = _ready(log, process)
            print(f"start to ready: {time.perf_counter() - began:.2f} s", flush=True)
            yield url
        finally:
            process.terminate()
            process.wait(20)


def _ready(log: Path, process: "subprocess.Popen[bytes]") -> str:
    end = time.perf_counter() + 60
    while time.perf_counter() < end and process.poll() is None:
        for line in log.read_text().splitlines():
            if '"listening"' in line:
                url = f"http://127.0.0.1:{json.loads(line)['port']}"
                with contextlib.suppress(httpx.TransportError):
                    if httpx.get(url + "/ready").status_code == 200:
                        return url
        time.sleep(0.02)
    raise SystemExit(log.read_text())


def one_client(url: str, model: str, clips: list[tuple[Sound, bytes]], rounds: int) -> None:
    """A known language, as the orchestrator sends it, against `transcribe` with the same options."""
    from faster_whisper import WhisperModel

    from services.stt import vad

    whisper = WhisperModel(model, device="cpu", compute_type="int8", cpu_threads=min(4, os.cpu_count() or 1))
    bare: list[float] = []
    gated: list[float] = []
    served: list[float] = []
    with httpx.Client(timeout=120) as client:
        for number in range(rounds + 2):
            for sound, body in clips:
                before = time.perf_counter()
                list(whisper.transcribe(sound, language="ko", beam_size=1, temperature=0.0, without_timestamps=True)[0])
                middle = time.perf_counter()
                speech = vad.find(sound).joined(sound)
                list(
                    whisper.transcribe(speech, language="ko", beam_size=1, temperature=0.0, without_timestamps=True)[0]
                )
                later = time.perf_counter()
                answer = client.post(
                    url + "/transcribe?language=ko", content=body, headers={"content-type": "audio/wav"}
                )
                after = time.perf_counter()
                assert answer.status_code == 200, answer.text
                if number >= 2:  # warm
                    bare.append(middle - before)
                    gated.append(later - middle)
                    served.append(after - later)
    print(f"bare faster-whisper: {ms(bare)}; with the VAD gate: {ms(gated)}; through the server: {ms(served)}")
    print(f"server over bare: {statistics.median(served) / statistics.median(bare):.3f}x (medians)")


async def crowd(
    name: str, ask: Ask, clips: list[tuple[Sound, bytes]], clients: int, seconds: float, *, health: str = ""
) -> None:
    """Every client asks again as soon as it is answered; being turned away (429) and trying again counts as waiting."""
    took: list[float] = []
    healths: list[float] = []
    statuses: dict[int, int] = {}
    end = time.perf_counter() + seconds

    async def talk(number: int) -> None:
        turn = number
        while time.perf_counter() < end:
            before = time.perf_counter()
            status = 0
            while status != 200 and time.perf_counter() < end + 60:
                status = await ask(*clips[turn % len(clips)])
                statuses[status] = statuses.get(status, 0) + 1
                if status != 200:
                    await asyncio.sleep(0.2)
            took.append(time.perf_counter() - before)
            turn += 1

    async def watch() -> None:
        async with httpx.AsyncClient() as other:
            while health and time.perf_counter() < end:
                before = time.perf_counter()
                assert (await other.get(health + "/health")).status_code == 200
                healths.append(time.perf_counter() - before)
                await asyncio.sleep(0.02)

    began = time.perf_counter()
    await asyncio.gather(watch(), *(talk(number) for number in range(clients)))
    rate = len(took) / (time.perf_counter() - began)
    health = f"; /health p99 {percentile(healths, 0.99) * 1e3:.1f} ms" if healths else ""
    print(
        f"{name}, {clients} clients: {ms(took)}, {rate:.1f} answers a second, statuses {statuses}{health}", flush=True
    )


def ours(url: str) -> Ask:
    client = httpx.AsyncClient(timeout=120, limits=httpx.Limits(max_connections=200))

    async def ask(_: Sound, body: bytes) -> int:
        answer = await client.post(url + "/transcribe?language=ko", content=body, headers={"content-type": "audio/wav"})
        return answer.status_code

    return ask


def commands(url: str, rounds: int) -> None:
    """What the voice loop sends: a one-second command as raw PCM, to the embedded engine."""
    with httpx.Client(timeout=60) as client:
        for query in ("", "?language=ko", "?language=en"):
            took = []
            for text, voice in SHORT:
                if query.endswith("en") != voice.startswith("en") and query:
                    continue
                sound = with_silence(espeak().say(text, voice), 0.4, 0.2)
                pcm = (np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes()
                for _ in range(rounds):
                    before = time.perf_counter()
                    answer = client.post(
                        url + "/transcribe" + query, content=pcm, headers={"content-type": "audio/pcm;rate=16000"}
                    )
                    took.append(time.perf_counter() - before)
                    assert answer.status_code == 200, answer.text
            print(f"one-second commands{query or ', language not given'}: {ms(took)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default=str(FIXTURE))
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--beside", action="store_true", help="also wyoming-faster-whisper and whisper-live")
    parser.add_argument("--commands", action="store_true", help="only short commands to the embedded engine")
    wanted = parser.parse_args()
    clips = []
    for text, voice in SENTENCES:
        sound = with_silence(espeak().say(text, voice))
        clips.append((sound, wav(sound)))
    if wanted.commands:
        with server({}) as url:
            commands(url, wanted.rounds)
        return
    with server({"STT_MODEL": wanted.model, "STT_BEAM_SIZE": "1", "STT_QUEUE_SIZE": "8"}) as url:
        one_client(url, wanted.model, clips, wanted.rounds)
        if not wanted.beside:
            for clients in CLIENTS:
                asyncio.run(crowd("Sous", ours(url), clips, clients, wanted.seconds, health=url))
    if wanted.beside:
        beside(Path(wanted.model), clips, wanted.seconds)


def beside(model: Path, clips: list[tuple[Sound, bytes]], seconds: float) -> None:
    """The same model, the same beam, the same clips: one server after the other, so that none takes another's cores."""
    with server({"STT_MODEL": str(model), "STT_BEAM_SIZE": str(BEAM), "STT_QUEUE_SIZE": "16"}) as url:
        for clients in CLIENTS:
            asyncio.run(crowd("Sous", ours(url), clips, clients, seconds, health=url))
    for name, rival in (
        ("wyoming-faster-whisper", lambda: stt_rivals.wyoming_faster_whisper(model, BEAM)),
        ("whisper-live", lambda: stt_rivals.whisper_live(model)),
    ):
        for clients in CLIENTS:
            with rival() as ask:
                asyncio.run(crowd(name, ask, clips, clients, seconds))


if __name__ == "__main__":
    main()
