"""What the cook is told besides the conversation itself, and what the session's effects sound like.

Rings, chimes, notices about services that went away or came back, sentences fetched ahead. Decides nothing about turns.
"""

from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from orchestrator.cooking_session import CookingSession
from orchestrator.session.decision import Effect, Hush, Prefetch, Ring, SetVoice, StopRinging
from orchestrator.voice import earcons
from orchestrator.voice.edges import RATE, Samples
from orchestrator.voice.larder import Larder, Sentence
from orchestrator.voice.mixer import Mixer
from orchestrator.voice.speech import SPEEDS, VOLUMES, Line, Mouth
from orchestrator.wording import phrase
from shared.kitchen.language import language_of

#: Sentences that should be at hand whatever happens, also with the speech service away.
STOCK = ("one_moment", "stt_gone", "stt_back", "tts_gone", "llm_gone", "llm_back", "unclear", "help_short", "fine")
#: What can't be recognised gets a low note, so that it is said again; but so many at most in so long: guests talk too.
NOTES, NOTES_WITHIN_S = 3, 20


class Screen(Protocol):
    """Where a person may follow what is going on."""

    def heard(self, text: str) -> None: ...
    def said(self, sentences: Sequence[str]) -> None: ...
    def trouble(self, text: str) -> None: ...


class Teller:
    def __init__(
        self,
        session: CookingSession,
        mouth: Mouth,
        mixer: Mixer,
        larder: Larder,
        screen: Screen,
        *,
        chime: Callable[[Samples], None],
    ) -> None:
        self._session = session
        self._mouth = mouth
        self._mixer = mixer
        self._larder = larder
        self._screen = screen
        self.chime = chime
        self._told_deaf = False
        self._told_voiceless = False
        self._notes: deque[int] = deque(maxlen=NOTES)

    def get_ready(self) -> None:
        """The voice as the session has it, and what will be needed soon."""
        self._mixer.volume = VOLUMES[self._session.state.volume]
        self._mouth.speed = SPEEDS[self._session.state.speed]
        self._fetch_ahead([phrase(key, self._session.state.language) for key in STOCK])
        self.prefetch()

    # -- words ------------------------------------------------------------------------------------------------------

    def say(self, sentences: Sequence[str], turn: int = 0) -> None:
        self._mouth.say(self.lines(sentences, turn))

    def lines(self, sentences: Sequence[str], turn: int) -> list[Line]:
        """Shown already, to be said when it is time."""
        self._screen.said(sentences)
        return [self._mouth.line(self.sentence(text), turn) for text in sentences]

    def announce(self, sentences: Sequence[str], *, lasting: bool = True) -> None:
        """Before whatever is still to be said."""
        self._screen.said(sentences)
        self._mouth.announce(sentences, self._session.state.language, lasting=lasting)

    def notice(self, key: str, *, lasting: bool = True) -> None:
        self.announce([phrase(key, self._session.state.language)], lasting=lasting)

    def sentence(self, text: str) -> Sentence:
        return self._mouth.sentence(text, language_of(text, self._session.state.language))

    def prefetch(self) -> None:
        """What will probably be said next."""
        self._fetch_ahead(self._session.likely())

    def _fetch_ahead(self, sentences: Sequence[str]) -> None:
        self._larder.prefetch(self.sentence(one) for one in sentences)

    # -- what the session wants done --------------------------------------------------------------------------------

    def carry_out(self, effects: Sequence[Effect]) -> None:
        for effect in effects:
            match effect:
                case Ring(timer):
                    self._ring(timer)
                case StopRinging():
                    self._mixer.ring(bool(self._session.state.ringing))
                case Hush():
                    self._mouth.cut()
                case SetVoice(speed, volume):
                    self._mouth.speed = SPEEDS[speed]
                    self._mixer.volume = VOLUMES[volume]
                case Prefetch(sentences):
                    self._fetch_ahead(sentences)
                case _:
                    pass  # the session has carried it out

    def _ring(self, timer: str) -> None:
        if any(one.id == timer for one in self._session.state.ringing):
            self._mixer.ring(True)
        else:
            self._mixer.earcon(earcons.ring())  # one that only calls every few minutes

    def pass_time(self) -> None:
        """Timers that have come due; a bell that nobody needs any more."""
        reply = self._session.tick()
        self.carry_out(reply.turn.effects)
        if reply.speech:
            self.announce(reply.speech)
        if self._mixer.ringing and not self._session.state.ringing:
            self._mixer.ring(False)

    # -- trouble ----------------------------------------------------------------------------------------------------

    def deaf(self) -> None:
        """The listening service is away: said once, and then a low note for each thing that went unheard."""
        if self._told_deaf:
            self.chime(earcons.unheard())
            return
        self._told_deaf = True
        self.notice("stt_gone")

    def hears_again(self) -> None:
        if self._told_deaf:
            self._told_deaf = False
            self.notice("stt_back")

    def unclear(self, now: int) -> None:
        """Something as short as a command could not be recognised; `now` is on the microphone's clock."""
        if len(self._notes) < NOTES or now - self._notes[0] >= NOTES_WITHIN_S * RATE:
            self._notes.append(now)
            self.chime(earcons.unheard())

    def voiceless(self, text: str) -> None:
        """A sentence that couldn't be spoken stands on the screen; that this is so is said once, if it can be."""
        self._screen.trouble(text)
        if self._told_voiceless:
            return
        self._told_voiceless = True
        known = phrase("tts_gone", self._session.state.language)
        if self._larder.ready(self.sentence(known)):
            self.notice("tts_gone")
        else:
            self.chime(earcons.unheard())

    def spoke(self) -> None:
        """There is a voice again."""
        self._told_voiceless = False
