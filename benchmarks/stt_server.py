"""What the speech-to-text server adds to the bare faster-whisper call, and how it behaves under many clients.

    python -m benchmarks.stt_server [--model FOLDER] [--rounds 30]

The same CTranslate2 model everywhere (default: the tiny test model; random weights of any size do as well, for they
take as long as trained ones). The bare call and the server alternate, so that other load on the machine hits both.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx

from benchmarks.stt_voices import Sound, espeak, wav, with_silence

FIXTURE = Path(__file__).parents[1] / "tests" / "integration" / "services" / "stt" / "whisper-fixture"
SENTENCES = (("다음 단계로 가 줘", "ko"), ("how much soy sauce", "en-us"), ("재료 알려 줘", "ko"))


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def ms(values: list[float]) -> str:
    return f"p50 {statistics.median(values) * 1e3:.1f} ms, p95 {percentile(values, 0.95) * 1e3:.1f} ms"


def serve(model: str, log: Path) -> tuple[subprocess.Popen[bytes], str]:
    environment = {**os.environ, "STT_MODEL": model, "STT_BEAM_SIZE": "1", "STT_QUEUE_SIZE": "8"}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "services.stt", "--port", "0"], env=environment, stdout=out, stderr=out
        )
    began = time.perf_counter()
    while time.perf_counter() - began < 60:
        for line in log.read_text().splitlines():
            if '"listening"' in line:
                port = json.loads(line)["port"]
                url = f"http://127.0.0.1:{port}"
                try:
                    if httpx.get(url + "/ready").status_code == 200:
                        print(f"start to ready: {time.perf_counter() - began:.2f} s")
                        return process, url
                except httpx.TransportError:
                    pass
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


async def crowd(url: str, clips: list[tuple[Sound, bytes]], clients: int, seconds: float) -> None:
    took: list[float] = []
    healths: list[float] = []
    statuses: dict[int, int] = {}
    end = time.perf_counter() + seconds

    async with httpx.AsyncClient(timeout=120, limits=httpx.Limits(max_connections=200)) as client:

        async def talk(number: int) -> None:
            turn = number
            while time.perf_counter() < end:
                before = time.perf_counter()
                body = clips[turn % len(clips)][1]
                answer = await client.post(
                    url + "/transcribe?language=ko", content=body, headers={"content-type": "audio/wav"}
                )
                statuses[answer.status_code] = statuses.get(answer.status_code, 0) + 1
                if answer.status_code == 200:
                    took.append(time.perf_counter() - before)
                else:
                    await asyncio.sleep(0.2)
                turn += 1

        async def watch() -> None:
            async with httpx.AsyncClient() as other:
                while time.perf_counter() < end:
                    before = time.perf_counter()
                    assert (await other.get(url + "/health")).status_code == 200
                    healths.append(time.perf_counter() - before)
                    await asyncio.sleep(0.02)

        jobs: list[Callable[[], Awaitable[None]]] = [watch]
        await asyncio.gather(*(job() for job in jobs), *(talk(number) for number in range(clients)))
    done = statuses.get(200, 0)
    print(
        f"{clients} clients: {ms(took)}, {done / seconds:.1f} answers a second, statuses {statuses}; "
        f"/health p99 {percentile(healths, 0.99) * 1e3:.1f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default=str(FIXTURE))
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=10)
    wanted = parser.parse_args()
    clips = []
    for text, voice in SENTENCES:
        sound = with_silence(espeak().say(text, voice))
        clips.append((sound, wav(sound)))
    with tempfile.TemporaryDirectory() as folder:
        process, url = serve(wanted.model, Path(folder) / "log")
        try:
            one_client(url, wanted.model, clips, wanted.rounds)
            for clients in (1, 8, 16):
                asyncio.run(crowd(url, clips, clients, wanted.seconds))
        finally:
            process.terminate()
            process.wait(20)


if __name__ == "__main__":
    main()
