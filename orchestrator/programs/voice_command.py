"""`python -m orchestrator voice`: cook hands-free. Microphone in, speaker out; or a pair of WAV files."""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from orchestrator.cooking_session import CookingSession
from orchestrator.home import home_folder
from orchestrator.memory import MemoryTrouble
from orchestrator.programs.opening import DEFAULT_RECIPE, opening_replies
from orchestrator.recipes.trouble import RecipeTrouble
from orchestrator.settings import OrchestratorSettings
from shared.kitchen.language import Language

if TYPE_CHECKING:
    from orchestrator.voice.echo_cancel import EchoCanceller
    from orchestrator.voice.edges import Microphone, Speaker

_NAMES = {"stt": "speech to text", "llm": "understanding", "tts": "text to speech"}


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = verbs.add_parser("voice", help="talk with it: microphone in, speaker out")
    # The same names as before the verb; SUPPRESS keeps what was said there.
    parser.add_argument("--recipe", metavar="FILE|ID", default=argparse.SUPPRESS, help="open this recipe")
    parser.add_argument("--lang", choices=[one.value for one in Language], default=argparse.SUPPRESS)
    parser.add_argument("--session", metavar="ID", default=argparse.SUPPRESS, help="keep the session, or go on with it")
    parser.add_argument("--input", type=Path, metavar="WAV", help="hear this file instead of a microphone")
    parser.add_argument("--output", type=Path, metavar="WAV", help="with --input: write what would be heard")
    parser.add_argument("--mic", metavar="NAME", help="a part of the microphone's name, or its number")
    parser.add_argument("--speaker", metavar="NAME", help="a part of the speaker's name, or its number")
    parser.add_argument("--list-devices", action="store_true", help="which microphones and speakers there are")
    parser.add_argument("--level", action="store_true", help="show how loud the microphone hears you")
    parser.add_argument("--sound-check", action="store_true", help="choose the devices, see that you can be heard")
    parser.add_argument(
        "--echo-cancelling",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="take our own voice out of the microphone (default: where it is installed, as by make voice)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, settings: OrchestratorSettings) -> int:
    try:
        from orchestrator.voice.edges import SoundMissing
    except ImportError:
        sys.stderr.write("Voice needs a few libraries that are not installed here: `make voice` installs them.\n")
        return 2
    if options.output is not None and options.input is None:
        sys.stderr.write("--output goes with --input: two files instead of a microphone and a speaker.\n")
        return 2
    try:
        with suppress(KeyboardInterrupt):
            return asyncio.run(_voice(options, settings))
        sys.stderr.write("\n")
        return 130
    except (RecipeTrouble, MemoryTrouble, SoundMissing) as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 2


async def _voice(options: argparse.Namespace, settings: OrchestratorSettings) -> int:
    if options.list_devices:
        return _list_devices()
    if options.sound_check:
        return await _sound_check(options)
    if options.level:
        return await _level(options)
    language = Language(options.lang) if getattr(options, "lang", None) else None
    session = CookingSession(settings, session=getattr(options, "session", None), language=language)
    try:
        await session.look_around()
        if session.degraded:
            _say_what_is_missing(session)
        if len(session.degraded) == len(_NAMES):
            return 2  # nobody to hear with, nobody to speak with: the keyboard is the better way in
        return await _cook(options, session, getattr(options, "recipe", None), language)
    finally:
        await session.aclose()


async def _cook(
    options: argparse.Namespace, session: CookingSession, wanted: str | None, language: Language | None
) -> int:
    from orchestrator.voice.larder import Larder, ServiceVoice, tidy
    from orchestrator.voice.loop import Ears, VoiceLoop
    from orchestrator.voice.mixer import Mixer
    from orchestrator.voice.vad import SileroVad
    from orchestrator.voice.wake_word import WakeWord, WakeWordDetector

    settings = session.settings
    folder = home_folder(settings.home) / "cache" / "voice"
    tidy(folder)
    larder = Larder(ServiceVoice(session.tts, within_s=settings.speak_timeout_s), folder)
    mixer = Mixer()
    if wanted is None and session.state.recipe is None:
        wanted = DEFAULT_RECIPE[language or Language.KO]
    opening = opening_replies(session, wanted)
    try:
        async with _sound(options) as (microphone, speaker):
            canceller = _echo_canceller(options, speaker)
            by_name = WakeWordDetector(WakeWord(settings.wake_word)) if settings.wake_word else None
            loop = VoiceLoop(
                session,
                microphone=microphone,
                speaker=speaker,
                mixer=mixer,
                larder=larder,
                ears=Ears(SileroVad(), canceller, by_name),
                screen=Terminal(),
            )
            _write(f"🎤 {microphone.name}   🔊 {speaker.name}   (Ctrl-C)")
            await loop.run(opening)
    finally:
        await larder.aclose()
        if options.input is None:
            _write(f"python -m orchestrator voice --session {session.id}")
    return 0


@asynccontextmanager
async def _sound(options: argparse.Namespace) -> "AsyncIterator[tuple[Microphone, Speaker]]":
    if options.input is not None:
        from orchestrator.voice.wav_files import WavPair

        pair = WavPair(options.input, options.output)
        try:
            yield pair.microphone, pair.speaker
        finally:
            await pair.microphone.aclose()
            await pair.speaker.aclose()
        return
    from orchestrator.voice.sound_card import SoundCard

    card = SoundCard(options.mic, options.speaker, tell=Terminal().trouble)
    await card.open()
    try:
        yield card.microphone, card.speaker
    finally:
        await card.aclose()


def _echo_canceller(options: argparse.Namespace, speaker: "Speaker") -> "EchoCanceller | None":
    """Asked for, it must be there; by default it is used with a real speaker where it is installed."""
    from orchestrator.voice import echo_cancel

    wanted = options.echo_cancelling
    if wanted is None:
        wanted = options.input is None and echo_cancel.installed()
    return echo_cancel.EchoCanceller(delay_s=speaker.latency_s) if wanted else None


async def _sound_check(options: argparse.Namespace) -> int:
    from orchestrator.voice.sound_check import sound_check

    def write(text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    language = Language(getattr(options, "lang", None) or Language.EN)
    return await sound_check(options.mic, options.speaker, language, write, input if sys.stdin.isatty() else None)


async def _level(options: argparse.Namespace) -> int:
    from orchestrator.voice.level_meter import watch

    def write(text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    async with _sound(options) as (microphone, _):
        meter = await watch(microphone, write)
    _write(meter.advice(Language(getattr(options, "lang", None) or Language.EN)))
    return 0


def _list_devices() -> int:
    from orchestrator.voice.device_choice import listing
    from orchestrator.voice.portaudio import devices

    _write(listing(devices()))
    return 0


def _say_what_is_missing(session: CookingSession) -> None:
    away = ", ".join(_NAMES[name] for name in session.degraded)
    _write(f"Not there: {away}. `make up` starts the services; `make doctor` says what is wrong.", sys.stderr)


class Terminal:
    """What a person reads who looks up from the pan."""

    def heard(self, text: str) -> None:
        _write(f"› {text}")

    def said(self, sentences: Sequence[str]) -> None:
        for sentence in sentences:
            _write(f"  {sentence}")

    def trouble(self, text: str) -> None:
        _write(f"! {text}", sys.stderr)


def _write(text: str, stream: TextIO | None = None) -> None:
    out = stream or sys.stdout
    with suppress(BrokenPipeError):
        out.write(text + "\n")
        out.flush()
