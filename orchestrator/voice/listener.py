"""From a stretch of sound to a guess: recognise it, tell our own voice apart, understand it. Changes nothing.

Some sound is heard twice: a word over our own voice is probably "stop", and what follows a command within a breath is
probably its rest. When to listen, and what comes of it, is the loop's business.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from orchestrator.cooking_session import CookingSession
from orchestrator.session.action import Action
from orchestrator.session.moving import MOVES
from orchestrator.understanding import Understood
from orchestrator.voice.attention import wish
from orchestrator.voice.echo_guard import AT_ONCE, is_echo, is_stop
from orchestrator.voice.echo_share import LATEST, is_our_voice
from orchestrator.voice.edges import RATE, Heard, Samples
from orchestrator.voice.guessing import Guess, verdict
from orchestrator.voice.recorder import Recorder
from orchestrator.voice.turn_taking import Committed, Recognise, Verdict
from shared.client.problems import ServiceProblem
from shared.contracts.stt import Rejected, Transcript
from shared.kitchen.commands import find_command
from shared.kitchen.intents import STATE_CHANGING, Intent
from shared.kitchen.text import squeeze

PCM: Final = f"audio/pcm;rate={RATE};channels=1"
#: As short as a command: when it can't be recognised, the cook is told.
COMMAND: Final = 4 * RATE
#: As short as one word, pre-roll and silence included; and what is said in one word while we speak.
WORD: Final = round(1.3 * RATE)
OVER_US: Final = AT_ONCE | MOVES
#: What must not be done because of half a command. Whatever else there is only answers.
DOES_SOMETHING: Final = STATE_CHANGING | {
    *(Intent.YES, Intent.NO),
    *(Intent.LOUDER, Intent.QUIETER, Intent.SLOWER, Intent.FASTER),
}
#: What begins so soon after a command may be the rest of it: "다음" ... "단계".
REST: Final = round(0.8 * RATE)
#: Enough of the latest sound to tell whether it is ours.
LATELY: Final = round(0.5 * RATE)


@dataclass(frozen=True, slots=True)
class _Obeyed:
    """The command that was carried out last."""

    text: str
    start: int
    speech_end: int
    moved: bool


class Listener:
    def __init__(self, session: CookingSession, *, ours: Callable[[], Iterable[str]]) -> None:
        """`ours`: the sentences that we are saying, or said a moment ago."""
        self._session = session
        self._ours = ours
        self._heard = Recorder()
        self._microphone = Recorder()  # the same stretch of time, before an echo canceller
        self._played = Recorder()  # and as it left the speaker
        self._obeyed: _Obeyed | None = None
        self.knows_our_echo = False
        """The microphone has heard us before."""

    @property
    def now(self) -> int:
        """How far the microphone has come."""
        return self._heard.end

    def add(self, heard: Heard, microphone: Samples) -> None:
        """`microphone`: the frame as it was before an echo canceller; without one, once more what was heard."""
        self._heard.add(heard.at, heard.samples)
        self._microphone.add(heard.at, microphone)
        self._played.add(heard.at, heard.played)

    def obeyed(self, committed: Committed, guess: Guess, *, moved: bool) -> None:
        """This has been carried out."""
        self._obeyed = _Obeyed(guess.text, guess.start, committed.speech_end, moved)

    def hears_us(self) -> bool:
        """Whether what was heard just now is our own voice, come back through the room."""
        return self._is_our_sound(self.now - LATELY, self.now)

    async def stop_word(self, length: int) -> str | None:
        """The word, if the end of what was heard is one that silences us."""
        try:
            text = (await self._listen(self.now - length, self.now)).text
        except ServiceProblem:
            return None  # the turn itself will say so
        return text if is_stop(text) else None

    async def guess(self, ask: Recognise, *, over_us: bool, only_stops: bool, quieten: Callable[[str], bool]) -> Guess:
        """`over_us`: while we spoke or something rang. `quieten`: hears the words at once; whether they stop a ring."""
        guess = Guess(ask.turn, ask.revision, start=ask.start)
        began = _now()
        try:
            transcript = await self._a_word_over_us(ask) if over_us and ask.end - ask.start <= WORD else None
            if transcript is None:
                transcript = await self._listen(ask.start, ask.end)
            before = self._obeyed_just_before(ask, transcript)
            together = (await self._listen(before.start, ask.end)).text.strip() if before else ""
        except ServiceProblem:
            guess.trouble = True
            return guess
        guess.text = transcript.text.strip()
        guess.unclear = transcript.rejected is Rejected.LOW_CONFIDENCE and ask.end - ask.start < COMMAND
        guess.stages["stt"] = _ms_since(began)
        if guess.text and self._is_not_the_cook(guess.text, ask, only_stops=only_stops):
            guess.echo = True
            return guess
        if before and _is_the_rest(before, guess.text, together):
            guess.verdict, guess.unclear = Verdict.REST, False
            return guess
        if guess.text:
            silences = quieten(guess.text)
            asked = _now()
            guess.understood = await self._session.understand(guess.text, unsure_numbers=transcript.confirm_numbers)
            guess.stages["understand"] = _ms_since(asked)
            guess.verdict = verdict(guess.text, guess.understood, silences=silences)
        if guess.verdict is Verdict.OPEN and before and before.moved and _goes_on(before.text, together):
            guess.text = together
            guess.understood = _taking_back(await self._session.understand(together))
        return guess

    # -- a second time ----------------------------------------------------------------------------------------------

    async def _a_word_over_us(self, ask: Recognise) -> Transcript | None:
        """What is said in one word while we speak, first without the recipe's words: "stop" sounds like "salt"."""
        if self._is_us(ask):
            return None
        word = await self._listen(ask.start, ask.end, recipe_words=False)
        command = find_command(word.text)
        return word if command is not None and command.exact and command.intent in OVER_US else None

    def _obeyed_just_before(self, ask: Recognise, transcript: Transcript) -> _Obeyed | None:
        """The command that this may be the rest of. "Stop" never is, and neither is a cough."""
        before = self._obeyed
        if before is None or ask.begun - before.speech_end > REST or is_stop(transcript.text):
            return None
        return before if transcript.text or transcript.rejected is Rejected.LOW_CONFIDENCE else None

    # -- our own voice ----------------------------------------------------------------------------------------------

    def _is_not_the_cook(self, text: str, ask: Recognise, *, only_stops: bool) -> bool:
        """Our own words, or our voice, whatever words it was taken for. "Stop" is believed: silence does no harm."""
        if is_stop(text):
            return False
        if only_stops and not self._session.state.ringing:
            return True
        return (not only_stops and is_echo(text, self._ours(), known=self.knows_our_echo)) or self._is_us(ask)

    def _is_us(self, ask: Recognise) -> bool:
        return self._is_our_sound(ask.start, ask.end)

    def _is_our_sound(self, start: int, end: int) -> bool:
        heard, microphone = self._heard.between(start, end), self._microphone.between(start, end)
        return is_our_voice(heard, microphone, self._played.between(start - LATEST, end))

    async def _listen(self, start: int, end: int, *, recipe_words: bool = True) -> Transcript:
        sound = self._heard.between(start, end).tobytes()
        return await self._session.listen(sound, media_type=PCM, recipe_words=recipe_words)


def _is_the_rest(before: _Obeyed, text: str, together: str) -> bool:
    """ "단계" after "다음": by itself it is heard as anything, together it is what was obeyed."""
    first, whole, alone = (find_command(said) for said in (before.text, together, text))
    if first is None or whole is None or (wish(first.intent), first.slots) != (wish(whole.intent), whole.slots):
        return False
    if alone is None or not alone.exact:
        return True
    # A question that is one by itself does no harm; what it would be together with "next" is heard too readily.
    return alone.intent in DOES_SOMETHING and len(squeeze(together)) > len(squeeze(before.text))


def _goes_on(begun: str, whole: str) -> bool:
    return squeeze(whole).startswith(squeeze(begun)) and squeeze(whole) != squeeze(begun)


def _taking_back(understood: Understood) -> Understood:
    """The move was the beginning of something else: back, and then what was meant, if that is known."""
    said = understood.utterance
    back = Action(Intent.UNDO, text=said.text, language=said.language)
    # Another move would count from the step that is being left.
    meant = tuple(one for one in said.actions if one.intent not in MOVES | {Intent.OUT_OF_SCOPE})
    return replace(understood, utterance=replace(said, actions=(back, *meant)))


def _now() -> float:
    return asyncio.get_running_loop().time()


def _ms_since(began: float) -> float:
    return (_now() - began) * 1000
