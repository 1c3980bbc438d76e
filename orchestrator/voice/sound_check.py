"""`python -m orchestrator voice --sound-check`: which devices, can you be heard, do you hear us. Nothing is cooked."""

import asyncio
import shlex
from collections.abc import Callable

from orchestrator.voice import earcons, level_meter, portaudio
from orchestrator.voice.device_choice import Kind, choose, listing
from orchestrator.voice.edges import RATE
from orchestrator.voice.mixer import Mixer
from orchestrator.voice.sound_card import SoundCard
from shared.kitchen.language import Language

Write = Callable[[str], None]
Ask = Callable[[str], str]

_SAYS: dict[str, dict[Language, str]] = {
    "which": {
        Language.KO: "{kind} 번호나 이름 (그냥 Enter: {default}): ",
        Language.EN: "Which {kind}? Its number or a part of its name (Enter: {default}): ",
    },
    "speak": {Language.KO: "지금 아무 말이나 해 보세요 ...\n", Language.EN: "Now say something ...\n"},
    "chime": {
        Language.KO: "이제 스피커에서 소리가 나요. 들리나요?\n",
        Language.EN: "Now a chime from the speaker. Can you hear it?\n",
    },
    "start": {Language.KO: "이렇게 시작하세요: {command}\n", Language.EN: "Start like this: {command}\n"},
}
_KINDS = {
    Kind.MICROPHONE: {Language.KO: "마이크", Language.EN: "microphone"},
    Kind.SPEAKER: {Language.KO: "스피커", Language.EN: "speaker"},
}


async def sound_check(
    microphone: str | None, speaker: str | None, language: Language, write: Write, ask: Ask | None
) -> int:
    """`ask` is None where nobody can answer: then what was named is taken, or the system's own choice."""
    devices = portaudio.devices()
    write(listing(devices) + "\n")
    wanted = {Kind.MICROPHONE: microphone, Kind.SPEAKER: speaker}
    chosen: dict[Kind, str] = {}
    for kind in Kind:
        default = choose(devices, wanted[kind], kind).name
        answer = wanted[kind]
        if ask is not None and answer is None:
            question = _SAYS["which"][language].format(kind=_KINDS[kind][language], default=default)
            answer = (await asyncio.to_thread(ask, question)).strip() or None
        chosen[kind] = choose(devices, answer, kind).name
    card = SoundCard(chosen[Kind.MICROPHONE], chosen[Kind.SPEAKER])
    await card.open()
    try:
        write(_SAYS["speak"][language])
        meter = await level_meter.watch(card.microphone, write)
        write(meter.advice(language) + "\n")
        write(_SAYS["chime"][language])
        mixer = Mixer()
        await card.speaker.start(mixer)
        chime = earcons.listening()
        mixer.earcon(chime)
        await asyncio.sleep(len(chime) / RATE + card.speaker.latency_s + 0.2)
    finally:
        await card.aclose()
    words = shlex.join(["--mic", chosen[Kind.MICROPHONE], "--speaker", chosen[Kind.SPEAKER]])
    write(_SAYS["start"][language].format(command=f"make voice ARGS={shlex.quote(words)}"))
    return 0 if meter.verdict in ("good", "faint", "drowned") else 1
