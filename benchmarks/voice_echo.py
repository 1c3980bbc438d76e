"""Whether it talks to itself: a loudspeaker beside the microphone, the echo canceller at work, the sound stumbling.

    python -m benchmarks.voice_echo                 what was believed and what was refused, for each way of stumbling
    python -m benchmarks.voice_echo --scenes 2      a quick look

A canceller takes out an echo that comes when it always came. A busy machine makes it come earlier and later; then it is
left over in shreds, and recognisers hear commands in them. What `orchestrator.voice.echo_share` believes of those is
counted here, and what it refuses of a cook who speaks over us. Synthetic voices; the real canceller and recogniser.
Needs the environments `dev`, `stt` and `voice`.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.stt_voices import espeak
from orchestrator.cooking_session import CookingSession
from orchestrator.settings import OrchestratorSettings
from orchestrator.voice.echo_share import LATEST, is_our_voice
from orchestrator.voice.edges import FRAME, RATE, Samples
from orchestrator.voice.listener import PCM
from orchestrator.voice.recorder import Recorder
from orchestrator.voice.turn_taking import Recognise, TurnTaking, Verdict
from orchestrator.voice.vad import SileroVad
from shared.kitchen.language import Language
from tests.conftest import free_port, run_server
from tests.sound.cancelling import cancelled

OURS = {
    "ko": (
        "토스트를 만들어요. 3단계예요.",
        "1단계. 빵을 구워요.",
        "식빵 2장이에요.",
        "2단계. 버터를 발라요.",
        "면을 물에 넣고 저어 가며 9분 동안 삶아요.",
        "기름을 두르고 양파를 볶아요.",
        "노릇해질 때까지 구워요.",
        "마늘을 썰어서 옆에 둬요.",
    ),
    "en": (
        "Let's make Toast. It has 3 steps.",
        "Step 1. Toast the bread.",
        "That's 2 slices of bread.",
        "Step 2. Butter it.",
        "Put the pasta in the water, stir it, and cook it for nine minutes.",
        "Heat the oil and add the onion.",
        "Bake it until golden.",
        "Slice the garlic and set it aside.",
    ),
}
COOKS = {
    "ko": ("다음", "이전", "다시", "다 했어", "재료", "얼마나", "오 분 타이머", "2단계로 가", "네"),
    "en": ("next", "back", "repeat", "done", "ingredients", "how long", "set a timer for five minutes", "yes"),
}
VOICE = {"ko": ("ko", "ko+f2"), "en": ("en-us", "en-us+f2")}


@dataclass
class Tally:
    shreds: int = 0
    """Our own voice, taken for words."""
    believed: list[str] = field(default_factory=list)
    """And for the cook's."""
    said: int = 0
    """What the cook said, and was heard rightly."""
    refused: list[str] = field(default_factory=list)


@dataclass
class Scene:
    """What was played, when this machine thinks it was, and what the microphone got."""

    played: Samples
    microphone: Samples
    said: list[tuple[int, int, str]]


def scene(language: str, stumbling: str, seed: int, cook: bool) -> Scene:
    generator = np.random.default_rng(seed)
    parts: list[np.ndarray] = [np.zeros(RATE // 2)]
    for number in range(14):
        words = OURS[language][number if number < 3 else int(generator.integers(len(OURS[language])))]
        parts += [utterance(words, VOICE[language][0]), np.zeros(int(generator.uniform(0.1, 1.2) * RATE))]
    played = np.concatenate(parts)
    echo = as_it_comes(played, stumbling, generator)
    room = generator.normal(size=RATE // 8) * np.exp(-np.arange(RATE // 8) / generator.uniform(60, 500)) * 0.15
    room[0] = 1.0
    microphone = np.convolve(echo, room)[: len(echo)] * generator.choice([0.1, 0.3, 0.6, 1.0])
    said = []
    at = 5 * RATE if cook else len(microphone)
    while at < len(microphone) - 3 * RATE:
        text = COOKS[language][int(generator.integers(len(COOKS[language])))]
        sound = utterance(text, VOICE[language][1]) * 10 ** (generator.uniform(-12, 6) / 20)
        microphone[at : at + len(sound)] += sound
        said.append((at, at + len(sound), text))
        at += len(sound) + int(generator.uniform(2, 4) * RATE)
    microphone += generator.normal(size=len(microphone)) * generator.choice([3, 60])
    told = shifted(played, generator, 0.15) if stumbling in ("clock", "everything") else played
    return Scene(as_samples(told), as_samples(microphone), said)


STUMBLES = ("nothing", "echo", "gaps", "clock", "everything")


def as_it_comes(played: np.ndarray, stumbling: str, generator: np.random.Generator) -> np.ndarray:
    """The echo, later by something that changes now and then, with or without a hole in it."""
    echo, lag = np.zeros(len(played)), round(0.06 * RATE)
    for since, until in stretches(len(played), generator):
        came = np.arange(since, until) - lag
        echo[since:until] = np.where(came >= 0, played[np.maximum(came, 0)], 0)
        if since and stumbling in ("gaps", "everything"):
            echo[since : since + int(generator.uniform(0.01, 0.2) * RATE)] = 0
        if stumbling in ("echo", "gaps", "everything"):
            lag = int(np.clip(lag + generator.uniform(-0.1, 0.12) * RATE, 0, 0.3 * RATE))
    return echo


def shifted(played: np.ndarray, generator: np.random.Generator, most_s: float) -> np.ndarray:
    """What this machine believes to have played, earlier or later than it was."""
    told = np.zeros(len(played))
    for since, until in stretches(len(played), generator):
        when = np.arange(since, until) + int(generator.uniform(-most_s, most_s) * RATE)
        told[since:until] = played[np.clip(when, 0, len(played) - 1)]
    return told


def stretches(length: int, generator: np.random.Generator) -> Iterator[tuple[int, int]]:
    at = 0
    while at < length:
        until = min(length, at + int(generator.uniform(1, 6) * RATE))
        yield at, until
        at = until


def utterance(text: str, voice: str) -> np.ndarray:
    return np.asarray(espeak().say(text, voice, 165, 50), np.float64) * 32_767


def as_samples(sound: np.ndarray) -> Samples:
    return np.clip(sound, -32_768, 32_767).astype(np.int16)


async def listen(session: CookingSession, scene: Scene, folder: Path, tally: Tally) -> None:
    """The ears of the loop, on the clock of the samples alone."""
    clean = cancelled(scene.microphone, scene.played, folder)
    vad, turns = SileroVad(), TurnTaking()
    heard, microphone, played = (Recorder(len(clean)) for _ in range(3))
    for at in range(0, len(clean) - FRAME + 1, FRAME):
        for tape, sound in ((heard, clean), (microphone, scene.microphone), (played, scene.played)):
            tape.add(at, sound[at : at + FRAME])
        speaking = bool(np.abs(scene.played[max(0, at - RATE // 10) : at + FRAME].astype(int)).max() > 100)
        for outcome in turns.hear(at, vad.probability(clean[at : at + FRAME]), over_ours=speaking):
            if not isinstance(outcome, Recognise):
                continue
            start, end = outcome.start, outcome.end
            sound = heard.between(start, end)
            text = (await session.listen(sound.tobytes(), media_type=PCM)).text.strip()
            ours = is_our_voice(sound, microphone.between(start, end), played.between(start - LATEST, end))
            verdict = Verdict.COMPLETE if text and not ours else Verdict.NOTHING
            turns.answered(outcome.turn, outcome.revision, verdict)
            mine = [words for since, until, words in scene.said if since < end and until > start]
            if text and not mine:
                tally.shreds += 1
                tally.believed += [] if ours else [text]
            elif text.lower() in mine:
                tally.said += 1
                tally.refused += [text] if ours else []


async def measure(scenes: int, url: str) -> dict[str, Tally]:
    tallies = {stumbling: Tally() for stumbling in STUMBLES}
    for language in ("ko", "en"):
        settings = OrchestratorSettings(stt_url=url, listen_timeout_s=120)
        session = CookingSession(settings, remember=False, language=Language(language))
        with tempfile.TemporaryDirectory() as folder:
            for stumbling in STUMBLES:
                for seed in range(scenes):
                    for cook in (False, True):
                        one = scene(language, stumbling, 2 * seed + cook, cook)
                        await listen(session, one, Path(folder), tallies[stumbling])
        await session.aclose()
    return tallies


def main(words: Iterable[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scenes", type=int, default=8, help="half a minute each: so many in each language and manner")
    options = parser.parse_args(None if words is None else list(words))
    port = free_port()
    with run_server([sys.executable, "-m", "services.stt", "--port", str(port)], port) as server:
        server.wait_ready()
        tallies = asyncio.run(measure(options.scenes, server.url))
    print("what stumbles | our voice taken for words | ... and believed | heard of the cook | ... and refused")
    for stumbling, tally in tallies.items():
        print(
            f"{stumbling:13} | {tally.shreds:25} | {len(tally.believed):16} | {tally.said:17} | {len(tally.refused):15}"
            f"   {', '.join(tally.believed[:5])}{' / ' if tally.refused else ''}{', '.join(tally.refused[:5])}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
