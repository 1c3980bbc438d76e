"""How well the embedded engine hears: recall by language and noise, false accepts, speed, start to ready.

    python -m benchmarks.stt_embedded [--set heldout|development|building] [--every 3] [--json]

"heldout" uses voices that took no part in building the engine: other espeak-ng variants, and flite and festival for
English when they are installed (Debian packages flite, festival). "development" is what choices are made by: again
other voices, sentences, noise and chatter. Sentences in the grammar are drawn at random; those out of it stand in
`stt_sentences`. No human speech is involved: this says nothing about people.
"""

import argparse
import json
import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the service does: a second thread only spins

import numpy as np

from benchmarks import stt_voices as voices
from benchmarks.stt_sentences import CHATTER, UNHEARD_CHATTER
from benchmarks.stt_voices import Sound
from services.stt.engines import KITCHEN, Asking, Heard
from services.stt.engines.pocketsphinx import PocketSphinxEar
from services.stt.kitchen_ear.graph import Graph, graph_of
from services.stt.kitchen_ear.phrasebook import PANTRY, slots, templates
from services.stt.listening import listen
from shared.kitchen import find_command
from shared.kitchen.language import Language

BUILDING: Final = {Language.KO: ("ko", "ko+f2", "ko+m3"), Language.EN: ("en-us", "en-us+f3", "en-gb-x-rp", "en-us+m3")}
HELDOUT: Final = {
    Language.KO: ("ko+f4", "ko+m1", "ko+m5", "ko+f1"),
    Language.EN: ("en-us+f4", "en-gb-scotland+m5", "en-us+m7", "flite:slt", "flite:rms", "flite:awb", "festival"),
}
DEVELOPMENT: Final = {
    Language.KO: ("ko+m2", "ko+f5", "ko+m8", "ko+Annie", "ko+m4", "ko+f3", "ko+m6"),
    Language.EN: (
        *("en-us+m2", "en-us+f5", "en-gb-x-gbclan+m8", "en-us+Andrea", "en-us+f2", "en-us+m4", "en-gb-x-rp+m6"),
        *("en-gb-scotland+f1", "festival:voice_ked_diphone", "festival:voice_ked_diphone"),
    ),
}
VOICES: Final = {"heldout": HELDOUT, "development": DEVELOPMENT, "building": BUILDING}


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    language: Language
    voice: str
    sound: Sound


def say(text: str, voice: str, pick: random.Random) -> Sound:
    engine, _, name = voice.partition(":")
    if engine == "flite":
        spoken = voices.flite(text, name)
    elif engine == "festival":
        spoken = voices.festival(text, name or "voice_kal_diphone")
    else:
        spoken = voices.espeak().say(text, voice, pick.randint(140, 180), pick.randint(35, 65))
    return voices.with_silence(spoken, 0.3, 0.3)


def usable(names: tuple[str, ...]) -> list[str]:
    programs = ("flite", "festival")
    return [name for name in names if not name.startswith(programs) or voices.has(name.partition(":")[0])]


def sentences(language: Language, every: int, seed: int) -> Iterator[str]:
    """One random way through every `every`-th template."""
    pick = random.Random(seed)
    for template in templates(language)[seed % every :: every]:
        yield walk(graph_of([template], slots(language, ())), pick)


def walk(graph: Graph, pick: random.Random) -> str:
    onward: dict[int, list[tuple[str, int]]] = {}
    for start, word, end in graph.arcs:
        onward.setdefault(start, []).append((word, end))
    at, words = 0, []
    while at not in graph.ends or (at in onward and pick.random() < 0.5):
        word, at = pick.choice(onward[at])
        words.append(word)
    return " ".join(words)


def understood(said: str, heard: str, language: Language) -> bool:
    """The same command with the same numbers, or the same question about the same ingredient."""
    if said == heard:
        return True
    meant, got = find_command(said), find_command(heard)
    if meant is not None:
        return got is not None and got.intent == meant.intent and dict(got.slots) == dict(meant.slots)
    asked = [[name for name in PANTRY[language] if name in text] for text in (said, heard)]
    return (
        bool(asked[0])
        and asked[0] == asked[1]
        and ("대신" in said or "없" in said) == ("대신" in heard or "없" in heard)
    )


def rush(seed: int) -> Sound:
    """The fan of the development set is another one: like those that the second mask was trained with."""
    from benchmarks import stt_mask_wide

    return stt_mask_wide.rush(np.random.default_rng(seed + 300))


@dataclass(slots=True)
class Tally:
    said: int = 0
    right: int = 0
    wrong: int = 0
    wrong_unconfirmed: int = 0
    seconds: float = 0.0
    took: float = 0.0

    def add(self, one: Said, heard: Heard, took: float) -> None:
        self.said += 1
        self.seconds += len(one.sound) / voices.RATE
        self.took += took
        if not heard.text:
            return
        if understood(one.text, heard.text, one.language):
            self.right += 1
        else:
            self.wrong += 1
            self.wrong_unconfirmed += not heard.confirm_numbers

    def line(self) -> dict[str, float]:
        share = max(1, self.said)
        return {
            "said": self.said,
            "understood": round(self.right / share, 3),
            "wrong": round(self.wrong / share, 3),
            "wrong_unconfirmed": round(self.wrong_unconfirmed / share, 3),
            "real_time_factor": round(self.took / max(0.1, self.seconds), 4),
        }


NOISES: Final = {
    "quiet": (None, 0.0),
    "fan 20 dB": (voices.fan, 20.0),
    "fan 10 dB": (voices.fan, 10.0),
    "sizzle 10 dB": (voices.sizzle, 10.0),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=list(VOICES), default="heldout")
    parser.add_argument("--every", type=int, default=3, help="draw every n-th template")
    parser.add_argument("--errors", action="store_true", help="print what was misheard")
    parser.add_argument("--both", action="store_true", help="let the engine find the language (default: both ways)")
    parser.add_argument("--language", type=Language, choices=list(Language), help="only this one")
    parser.add_argument("--noise", choices=list(NOISES), help="only this one")
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    names, heldout = VOICES[wanted.set], wanted.set == "heldout"
    began = time.perf_counter()
    ear = PocketSphinxEar()
    ear.load()
    report: dict[str, object] = {"load_s": round(time.perf_counter() - began, 3), "voices": {}}
    pick = random.Random(11)
    for language in [wanted.language] if wanted.language else list(Language):
        speakers = usable(names[language])
        report["voices"][language.value] = speakers  # type: ignore[index]
        spoken = [
            Said(text, language, voice, say(text, voice, pick))
            for text in sentences(language, wanted.every, seed=7 if heldout else 5)
            for voice in [pick.choice(speakers)]
        ]
        chatter = [
            Said(text, language, voice, say(text, voice, pick))
            for text in (UNHEARD_CHATTER if heldout else CHATTER)[language]
            for voice in (speakers if heldout else speakers[:2])
        ]
        for label, (noise, ratio) in NOISES.items():
            if wanted.noise not in (None, label):
                continue
            for which, asking in (("both languages", Asking()), ("language known", Asking(languages=(language,)))):
                if wanted.both and len(asking.languages) < len(KITCHEN):
                    continue
                tally, accepted, by_voice = Tally(), 0, {}
                for number, one in enumerate([*spoken, *chatter]):
                    sound = one.sound
                    if noise is not None:
                        rushing = noise is voices.fan and not heldout
                        sound = voices.mixed(sound, rush(number) if rushing else noise(6, number + 900), ratio)
                    before = time.thread_time()
                    heard = listen(ear, sound, asking)
                    took = time.thread_time() - before
                    if number >= len(spoken):
                        accepted += bool(heard.text)
                        if heard.text and wanted.errors:
                            print(f"   accepted: {one.voice} | {one.text} | {heard.text} {heard.confidence}")
                        continue
                    tally.add(one, heard, took)
                    by_voice.setdefault(one.voice, Tally()).add(one, heard, took)
                    if wanted.errors and not understood(one.text, heard.text, language):
                        print(f"   {one.voice} | {one.text} | {heard.text} {heard.confidence}")
                line = {**tally.line(), "chatter": len(chatter), "chatter_accepted": round(accepted / len(chatter), 3)}
                line["by_voice"] = {voice: round(t.right / t.said, 2) for voice, t in sorted(by_voice.items())}
                report[f"{language.value}, {label}, {which}"] = line
                if not wanted.json:
                    print(f"{language.value}, {label}, {which}: {line}", flush=True)
    if wanted.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        print({key: report[key] for key in ("load_s", "voices")})


if __name__ == "__main__":
    main()
