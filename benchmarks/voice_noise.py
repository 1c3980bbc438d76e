"""How well the voice loop hears in a noisy kitchen: commands through voice detection, turns, recognition, meaning.

    make bench NAME=voice_noise                               a table on the terminal
    python -m benchmarks.voice_noise --write                  ... into docs/voice.md and docs/pictures/voice-noise.svg
    python -m benchmarks.voice_noise --minutes 2 --commands 6    a quick look

Synthetic voices in synthetic noise at 20, 10, 5 and 0 dB: it shows how one version compares with the next and where
hearing ends, and is no promise about a real kitchen. Time is the microphone's, so a busy machine changes nothing here.
"""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.stt_voices import Sound, coloured, espeak, fan, sizzle
from benchmarks.voice_noise_picture import picture
from orchestrator.cooking_session import CookingSession
from orchestrator.settings import OrchestratorSettings
from orchestrator.voice.barge_in import Act, BargeIn
from orchestrator.voice.edges import FRAME, RATE, Samples
from orchestrator.voice.guessing import Guess, verdict
from orchestrator.voice.listener import PCM
from orchestrator.voice.recorder import Recorder
from orchestrator.voice.turn_taking import Committed, Outcome, Recognise, TurnTaking, Verdict
from orchestrator.voice.vad import SileroVad
from orchestrator.voice.voicing import voiced
from shared.kitchen.intents import STATE_CHANGING, Intent
from shared.kitchen.language import Language
from tests.conftest import free_port, run_server

DOCS = Path(__file__).resolve().parent.parent / "docs"
LEVELS_DB = (20, 10, 5, 0)
#: Speech as a microphone two metres away gives it.
SPEECH_RMS = 0.05

COMMANDS: dict[str, list[tuple[str, Intent]]] = {
    "ko": [
        ("다음", Intent.NEXT_STEP),
        ("다음 단계", Intent.NEXT_STEP),
        ("이전", Intent.PREVIOUS_STEP),
        ("다시", Intent.REPEAT_STEP),
        ("다시 말해 줘", Intent.REPEAT_STEP),
        ("다 했어", Intent.STEP_DONE),
        ("재료", Intent.LIST_INGREDIENTS),
        ("재료 알려 줘", Intent.LIST_INGREDIENTS),
        ("그만", Intent.STOP),
        ("취소", Intent.UNDO),
        ("타이머 시작", Intent.SET_TIMER),
        ("오 분 타이머", Intent.SET_TIMER),
    ],
    "en": [
        ("next", Intent.NEXT_STEP),
        ("next step", Intent.NEXT_STEP),
        ("go back", Intent.PREVIOUS_STEP),
        ("repeat", Intent.REPEAT_STEP),
        ("say that again", Intent.REPEAT_STEP),
        ("done", Intent.STEP_DONE),
        ("ingredients", Intent.LIST_INGREDIENTS),
        ("what do I need", Intent.LIST_INGREDIENTS),
        ("stop", Intent.STOP),
        ("undo", Intent.UNDO),
        ("start the timer", Intent.SET_TIMER),
        ("set a timer for five minutes", Intent.SET_TIMER),
    ],
}
VOICES = {"ko": (("ko", 165, 50), ("ko+f2", 155, 60)), "en": (("en-us", 165, 50), ("en-us+f2", 160, 60))}
#: What people in the next room, or on the radio, talk about. None of it is for us.
CHATTER = {
    "ko": [
        "어제 동생이 전화해서 한참 얘기했는데 요즘 회사 일이 많이 바쁘다더라",
        "내일은 전국이 대체로 맑겠고 낮 기온은 이십 도 안팎으로 오르겠습니다",
        "그 영화 마지막 장면에서 주인공이 기차역으로 뛰어가잖아 거기서 울었어",
        "주말에 비 안 오면 아이들 데리고 공원에 가 볼까 생각하고 있어",
        "선생님이 숙제를 너무 많이 내 주셔서 애가 열두 시까지 잠을 못 잤대",
        "버스가 너무 안 와서 결국 걸어왔더니 다리가 아파 죽겠네",
    ],
    "en": [
        "my sister called yesterday and we talked for ages about her new job at the library",
        "tomorrow will be mostly sunny with temperatures climbing to around twenty degrees",
        "in that film there is a scene at the railway station and everybody was crying",
        "if it does not rain at the weekend we could take the children to the park",
        "the teacher gave them so much homework that he was awake until midnight",
        "the bus never came so I walked all the way home and my legs are killing me",
    ],
}


def tap(seconds: float, seed: int) -> Sound:
    """Running water in a steel sink: a broad hiss, a drumming bowl, splashes."""
    generator = np.random.default_rng(seed)
    hiss = coloured(seconds, -0.4, seed)
    at = np.arange(len(hiss)) / RATE
    bowl = sum(
        np.sin(2 * np.pi * hertz * at + generator.uniform(0, 6)) * (0.5 + generator.random())
        for hertz in (310, 740, 1260)
    )
    drumming = bowl * np.abs(coloured(seconds, 1.5, seed + 1)) * 0.4
    splashes = np.repeat(generator.random(len(hiss) // 1600 + 1), 1600)[: len(hiss)]
    return np.asarray(hiss * (0.7 + 0.3 * splashes) + drumming, np.float32)


@cache
def babble(language: str, seconds: float, seed: int) -> Sound:
    """Four people talking at once, the whole time."""
    generator = np.random.default_rng(seed)
    length = round(seconds * RATE)
    together = np.zeros(length, np.float32)
    for person in range(4):
        voice = f"{'ko' if language == 'ko' else 'en-us'}+{('m1', 'f1', 'm4', 'f4')[person]}"
        at = -int(generator.integers(0, 2 * RATE))
        while at < length:
            sentence = CHATTER[language][int(generator.integers(len(CHATTER[language])))]
            sound = _utterance(sentence, voice, 150 + 10 * person, 35 + 12 * person)
            skipped = max(0, -at)
            part = sound[skipped : skipped + length - max(at, 0)]
            together[max(at, 0) : max(at, 0) + len(part)] += part
            at += len(sound) + int(generator.integers(RATE // 8, RATE // 2))
    return together


NOISES = ("fan", "sizzle", "tap", "babble")


def noise(kind: str, language: str, seconds: float, seed: int) -> Sound:
    if kind == "babble":
        return babble(language, seconds, seed)
    return {"fan": fan, "sizzle": sizzle, "tap": tap}[kind](seconds, seed)


@cache
def _utterance(text: str, voice: str, speed: int, pitch: int) -> Sound:
    return at_level(espeak().say(text, voice, speed, pitch), SPEECH_RMS)


def at_level(sound: Sound, rms: float) -> Sound:
    """By its loud parts, as a meter shows it: pauses don't make a sentence quieter."""
    whole = sound[: len(sound) // 320 * 320].reshape(-1, 320)
    power = (whole.astype(np.float64) ** 2).mean(axis=1)
    loud = power[power > power.max() * 0.01].mean() if len(power) else 1.0
    return np.asarray(sound * (rms / np.sqrt(loud + 1e-12)), np.float32)


def as_samples(sound: Sound) -> Samples:
    return (np.clip(sound, -1, 1) * 32_767).astype(np.int16)


@dataclass
class Heard:
    """What the loop would have acted on."""

    start: int
    end: int
    text: str
    intents: tuple[Intent, ...]


class Listener:
    """The loop's ears without its mouth: the same parts, on the clock of the samples alone."""

    def __init__(self, session: CookingSession) -> None:
        self._session = session
        self.recognised = 0

    async def listen(self, samples: Samples) -> list[Heard]:
        vad, turns, recorder = SileroVad(), TurnTaking(), Recorder()
        guesses: dict[int, tuple[Recognise, Guess]] = {}
        heard: list[Heard] = []
        for at in range(0, len(samples) - FRAME + 1, FRAME):
            frame = samples[at : at + FRAME]
            recorder.add(at, frame)
            waiting: list[Outcome] = list(turns.hear(at, vad.probability(frame)))
            while waiting:
                outcome = waiting.pop(0)
                if isinstance(outcome, Recognise):
                    guess = await self._guess(outcome, recorder.between(outcome.start, outcome.end))
                    guesses[outcome.turn] = (outcome, guess)
                    waiting += turns.answered(outcome.turn, outcome.revision, guess.verdict)
                elif isinstance(outcome, Committed):
                    asked, guess = guesses.pop(outcome.turn)
                    if guess.verdict is not Verdict.NOTHING:
                        heard.append(Heard(asked.start, outcome.speech_end, guess.text, guess.intents))
        return heard

    async def _guess(self, asked: Recognise, sound: Samples) -> Guess:
        self.recognised += 1
        guess = Guess(asked.turn, asked.revision)
        guess.text = (await self._session.listen(sound.tobytes(), media_type=PCM)).text.strip()
        if guess.text:
            guess.understood = await self._session.understand(guess.text)
            guess.verdict = verdict(guess.text, guess.understood)
        return guess


@dataclass
class Tally:
    said: int = 0
    right: int = 0
    wrong: int = 0
    """Something else was done than what was said."""
    hours: float = 0.0
    acted: int = 0
    """In noise alone: something was changed."""
    answered: int = 0
    """In noise alone: something was said or changed."""
    examples: Counter[str] = field(default_factory=Counter)


async def recall(listener: Listener, language: str, kind: str | None, level_db: int, how_many: int) -> Tally:
    """Every command once in every voice, 2.5 s apart, the noise running on between them."""
    tally = Tally()
    gap = round(2.5 * RATE)
    said: list[tuple[int, int, Intent, str]] = []
    parts, at = [np.zeros(gap, np.float32)], gap
    for voice, speed, pitch in VOICES[language]:
        for text, intent in COMMANDS[language][:how_many]:
            sound = _utterance(text, voice, speed, pitch)
            said.append((at, at + len(sound), intent, text))
            parts += [sound, np.zeros(gap, np.float32)]
            at += len(sound) + gap
    speech = np.concatenate(parts)
    if kind is not None:
        under = noise(kind, language, len(speech) / RATE, 11)[: len(speech)]
        speech = speech + at_level(under, SPEECH_RMS * 10 ** (-level_db / 20))
    heard = await listener.listen(as_samples(speech))
    for start, end, intent, text in said:
        mine = [one for one in heard if one.end > start and one.start < end + RATE]
        tally.said += 1
        meant = [one for one in mine if intent in one.intents]
        others = [one for one in mine if one not in meant and set(one.intents) & STATE_CHANGING]
        tally.right += bool(meant)
        tally.wrong += bool(others) and not meant
        if not meant:
            tally.examples[f"{text} -> {', '.join(one.text for one in mine) or '-'}"] += 1
    return tally


async def false_accepts(listener: Listener, language: str, kind: str, level_db: int, minutes: float) -> Tally:
    tally = Tally(hours=minutes / 60)
    for minute in _minutes(minutes):
        sound = noise(kind, language, minute[1] * 60, 100 + minute[0])
        for one in await listener.listen(as_samples(at_level(sound, SPEECH_RMS * 10 ** (-level_db / 20)))):
            tally.answered += 1
            tally.acted += bool(set(one.intents) & STATE_CHANGING)
            tally.examples[one.text] += 1
    return tally


def barge_ins(minutes: float, level_db: int, kind: str = "fan") -> tuple[int, int]:
    """How often a noise alone would have silenced us in mid-sentence, and how often it only lowered our voice."""
    cut = ducked = 0
    for number, length in _minutes(minutes):
        vad, barge = SileroVad(), BargeIn()
        samples = as_samples(
            at_level(noise(kind, "en", length * 60, 500 + number), SPEECH_RMS * 10 ** (-level_db / 20))
        )
        last_two = np.zeros(2 * FRAME, np.int16)
        for at in range(0, len(samples) - FRAME + 1, FRAME):
            frame = samples[at : at + FRAME]
            last_two = np.concatenate((last_two[FRAME:], frame))
            act = barge.hear(vad.probability(frame), voiced=voiced(last_two), speaking=True)
            ducked += act is Act.DUCK
            if act is Act.CUT:
                cut += 1
                barge = BargeIn()
    return cut, ducked


def _minutes(minutes: float) -> Iterator[tuple[int, float]]:
    for number in range(int(np.ceil(minutes))):
        yield number, min(1.0, minutes - number)


Results = dict[tuple[str, str, int], Tally]


async def measure(options: argparse.Namespace, urls: dict[str, str]) -> tuple[Results, Results]:
    recalled: Results = {}
    alone: Results = {}
    for language in ("ko", "en"):
        # A busy machine may take its time over fifteen seconds of babble: that is no result of this measurement.
        settings = OrchestratorSettings(
            stt_url=urls["stt"], llm_url=urls["llm"], listen_timeout_s=120, classify_timeout_s=30
        )
        session = CookingSession(settings, remember=False, language=Language(language))
        session.open(session.recipe("kimchi-jjigae" if language == "ko" else "tomato-pasta"))
        listener = Listener(session)
        try:
            recalled[language, "quiet", 99] = await recall(listener, language, None, 99, options.commands)
            show(f"{language} quiet: {_share(recalled[language, 'quiet', 99])}")
            for kind in options.noises:
                for level in LEVELS_DB:
                    tally = await recall(listener, language, kind, level, options.commands)
                    more = await false_accepts(listener, language, kind, level, options.minutes)
                    recalled[language, kind, level], alone[language, kind, level] = tally, more
                    show(f"{language} {kind} {level} dB: {_share(tally)} wrong {tally.wrong} | alone {_alone(more)}")
                    if options.examples:
                        show(f"    missed {dict(tally.examples.most_common(6))}")
                        show(f"    alone {dict(more.examples.most_common(4))}")
        finally:
            await session.aclose()
    return recalled, alone


def table(page: "Page", recalled: Results, alone: Results, barges: dict[str, tuple[int, int]], minutes: float) -> str:
    lines = [page.heading, "|---|---|---|---|---|---|---|---|"]
    cells = [_recall_cells(recalled[language, "quiet", 99]) + " -" for language in ("ko", "en")]
    lines.append(f"| {page.quiet} | | {' | '.join(cells)} |")
    for kind in dict.fromkeys(kind for _, kind, _ in alone):
        for level in LEVELS_DB:
            cells = []
            for language in ("ko", "en"):
                key = (language, kind, level)
                cells.append(f"{_recall_cells(recalled[key])} {alone[key].acted / max(alone[key].hours, 1e-9):.0f}")
            lines.append(f"| {page.names[kind]} | {level} dB | {' | '.join(cells)} |")
    silenced = "; ".join(
        page.silenced.format(noise=page.names[kind], cut=cut, minutes=MINUTES_OF_BARGE)
        for kind, (cut, _) in barges.items()
    )
    said = recalled["ko", "quiet", 99].said
    return "\n".join([*lines, "", page.below.format(said=said, minutes=minutes, silenced=silenced)])


@dataclass(frozen=True)
class Page:
    """A page of the docs that the table stands on, and the words of its language."""

    path: Path
    heading: str
    quiet: str
    names: dict[str, str]
    silenced: str
    below: str


ENGLISH = Page(
    DOCS / "voice.md",
    "| noise | loudness of the voice above it | Korean: heard right | wrong | noise alone acts, per hour | "
    "English: heard right | wrong | noise alone acts, per hour |",
    "none",
    {"fan": "hood fan", "sizzle": "sizzling pan", "tap": "running tap", "babble": "people talking"},
    "{noise} {cut} times in {minutes} minutes",
    "{said} commands a cell and language; noise alone for {minutes:g} min a cell, counted when it changed something "
    "(moved a step, set a timer). Falling silent for noise while speaking, at 10 dB: {silenced}.",
)
KOREAN = Page(
    DOCS / "ko" / "voice.md",
    "| 소음 | 목소리가 소음보다 큰 정도 | 한국어: 맞게 들음 | 잘못 들음 | 소음만으로 움직임, 시간당 | "
    "영어: 맞게 들음 | 잘못 들음 | 소음만으로 움직임, 시간당 |",
    "없음",
    {"fan": "환풍기", "sizzle": "지글거리는 팬", "tap": "흐르는 수돗물", "babble": "사람들 말소리"},
    "{noise} {minutes}분에 {cut}번",
    "칸마다 언어별로 명령 {said}개. 소음만 틀어 둔 시간은 칸마다 {minutes:g}분이고, "
    "무언가 바뀌었을 때(단계가 넘어가거나 타이머가 켜졌을 때) 셌습니다. "
    "말하는 동안 10 dB의 소음 때문에 말을 멈춘 횟수: {silenced}.",
)
MINUTES_OF_BARGE = 10


def _recall_cells(tally: Tally) -> str:
    return f"{100 * tally.right / max(tally.said, 1):.0f} % | {tally.wrong} |"


def _share(tally: Tally) -> str:
    return f"{tally.right} of {tally.said}"


def _alone(tally: Tally) -> str:
    return f"{tally.acted} acts, {tally.answered} turns in {tally.hours * 60:g} min"


def show(line: str) -> None:
    print(line, flush=True)


def write(page: Page, text: str) -> None:
    before, _, rest = page.path.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.path.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


BEGIN, END = "<!-- voice_noise: begin -->", "<!-- voice_noise: end -->"


def main(words: Iterable[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5.0, help="of each noise alone, for false accepts")
    parser.add_argument("--commands", type=int, default=12, help="how many of the commands")
    parser.add_argument("--noises", nargs="+", choices=NOISES, default=NOISES)
    parser.add_argument("--examples", action="store_true", help="show what was missed, and what noise was taken for")
    parser.add_argument("--write", action="store_true", help="put the table and the picture into docs/")
    options = parser.parse_args(None if words is None else list(words))
    barges = {kind: barge_ins(MINUTES_OF_BARGE, 10, kind) for kind in options.noises if kind != "babble"}
    for kind, (cut, ducked) in barges.items():
        show(f"{kind} alone at 10 dB for {MINUTES_OF_BARGE} min while speaking: silenced {cut}, lowered {ducked} times")
    with ExitStack() as running:
        urls = {}
        for name in ("stt", "llm"):
            port = free_port()
            server = running.enter_context(
                run_server([sys.executable, "-m", f"services.{name}", "--port", str(port)], port)
            )
            server.wait_ready()
            urls[name] = server.url
        recalled, alone = asyncio.run(measure(options, urls))
    print(table(ENGLISH, recalled, alone, barges, options.minutes))
    if options.write:
        for page in (ENGLISH, KOREAN):
            write(page, table(page, recalled, alone, barges, options.minutes))
        drawn = picture({key: tally.right / max(tally.said, 1) for key, tally in recalled.items()})
        (DOCS / "pictures" / "voice-noise.svg").write_text(drawn, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
