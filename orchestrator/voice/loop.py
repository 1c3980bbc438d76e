"""The voice loop: microphone -> turn taking -> recognition -> session -> speech, and everything that may go wrong.

It joins what is decided elsewhere: `turn_taking` says when the cook has finished, `barge_in` whether we are being
interrupted, `CookingSession` what is done about it, `speech` how it is said. Sound is recognised and understood before
the end is sure; nothing is decided, moved or said before it is.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from orchestrator.cooking_session import CookingSession
from orchestrator.session.bell import silences
from orchestrator.session.view import Reply
from orchestrator.understanding import Understood
from orchestrator.voice import earcons
from orchestrator.voice.attention import Attention, Repeats
from orchestrator.voice.barge_in import Act, BargeIn, EarconGate
from orchestrator.voice.cancel_scope import CancelScope
from orchestrator.voice.echo_guard import is_stop
from orchestrator.voice.edges import FRAME, RATE, Heard, Microphone, Samples, Speaker
from orchestrator.voice.ending import ended
from orchestrator.voice.guessing import Guess
from orchestrator.voice.larder import Larder
from orchestrator.voice.listener import Listener
from orchestrator.voice.mixer import Mixer
from orchestrator.voice.speech import FirstSound, Line, Mouth
from orchestrator.voice.stopwatch import Stopwatch
from orchestrator.voice.telling import Screen, Teller
from orchestrator.voice.turn_taking import (
    Began,
    Committed,
    Dropped,
    Outcome,
    Phase,
    Recognise,
    Stale,
    Tempo,
    TurnTaking,
)
from orchestrator.voice.vad import VoiceDetector
from orchestrator.voice.voicing import voiced
from shared.kitchen.command_prefix import may_mean_another
from shared.kitchen.commands import find_command
from shared.kitchen.text import squeeze

#: How often timers are looked at, and the services.
TICK_S, LOOK_EVERY_S = 0.2, 2.0
#: After so long without an answer a sound says that we are at it, and after so long words do.
CHIME_AFTER_S, MOMENT_AFTER_S = 1.2, 2.5
#: A gap in the microphone's clock longer than this ends whatever was being said.
GAP_S = 0.5
#: At the end of the input what is being said is finished, but not for ever.
FAREWELL_S = 20.0
#: So many of our own sentences heard as the cook's, and we no longer let a voice interrupt us.
ECHOES = 2
#: A "stop" that begins so soon after our last word is still meant for it: nobody stops talking in no time.
REACTION_S = 0.7
#: In half duplex: so often so much is looked at for a stop word.
PROBE_EVERY, PROBE = round(0.4 * RATE), round(1.3 * RATE)
CLEAR_ECHO = 5  # letters or syllables: fewer may have been the cook after all


class Canceller(Protocol):
    def clean(self, heard: Heard) -> Heard: ...


class CallByName(Protocol):
    def heard(self, samples: Samples) -> bool: ...


@dataclass(frozen=True, slots=True)
class Ears:
    """Everything between the microphone and turn taking."""

    detector: VoiceDetector
    canceller: Canceller | None = None
    by_name: CallByName | None = None
    voiced: Callable[[Samples], bool] = voiced


class VoiceLoop:
    def __init__(
        self,
        session: CookingSession,
        *,
        microphone: Microphone,
        speaker: Speaker,
        mixer: Mixer,
        larder: Larder,
        ears: Ears,
        screen: Screen,
        tempo: Tempo | None = None,
    ) -> None:
        settings = session.settings
        self._session = session
        self._microphone = microphone
        self._speaker = speaker
        self._mixer = mixer
        self._larder = larder
        self._ears = ears
        self._screen = screen
        self._turns = TurnTaking(tempo)
        self._barge = BargeIn(half=settings.duplex == "half")
        self._gate = EarconGate()
        self._attention = Attention(settings.wake_after_s if ears.by_name is not None else None)
        self._repeats = Repeats()
        self._stopwatch = Stopwatch()
        self._mouth = Mouth(
            larder,
            mixer,
            CancelScope(),
            on_first_sound=self._first_sound,
            on_said=lambda turn, heard: self._session.was_heard(heard) if turn else None,
            on_voiceless=self._voiceless,
            latency_s=lambda: speaker.latency_s,
        )
        self._listener = Listener(session, ours=lambda: self._mouth.saying)
        self._teller = Teller(session, self._mouth, mixer, larder, screen, chime=self._chime)
        self._broken: asyncio.Future[None]  # what broke that nobody waits for
        self._guesses: dict[tuple[int, int], asyncio.Task[Guess]] = {}
        self._commits: asyncio.Queue[Committed] = asyncio.Queue()
        self._carrying_out = False
        self._answering: asyncio.Task[None] | None = None
        #: What an interruption took back, until it is clear that it was one; None while nobody interrupts.
        self._unsaid: list[Line] | None = None
        self._over_us: set[int] = set()  # turns that began while we were speaking
        self._after_us: set[int] = set()  # and those that began then, or as soon after as anybody can stop talking
        self._spoke_at = -round(REACTION_S * RATE)
        self._echoes = 0
        self._probe: asyncio.Task[None] | None = None
        self._probed_at = 0
        self._stopped: set[int] = set()  # turns whose "stop" was obeyed before they ended
        self._last_two: Samples = np.zeros(2 * FRAME, np.int16)

    # -- life -------------------------------------------------------------------------------------------------------

    async def run(self, opening: Sequence[Reply] = ()) -> None:
        """Until the microphone has nothing more to give; cancelling it is the other end."""
        self._broken = asyncio.get_running_loop().create_future()
        await asyncio.to_thread(_know_the_commands)
        await self._speaker.start(self._mixer)
        self._teller.get_ready()
        for reply in opening:
            self._teller.carry_out(reply.turn.effects)
            self._teller.say(reply.speech)
        works = [self._hear(), self._mouth.run(), self._carry_out(), self._tick(), self._look_around()]
        tasks = [asyncio.create_task(work) for work in works]
        try:
            # Only hearing comes to an end; the others end by breaking, which must not pass in silence.
            await asyncio.wait([*tasks, self._broken], return_when=asyncio.FIRST_COMPLETED)
            self._look_at(tasks)
            await self._farewell(tasks)
            self._look_at(tasks)
        finally:
            self._broken.cancel()
            others = [task for task in (self._answering, self._probe) if task is not None]
            await ended(*tasks, *self._guesses.values(), *others)
            self._mouth.cut()
            self._stopwatch.close(self._session.keep_trace)

    def _look_at(self, tasks: Sequence["asyncio.Task[None]"]) -> None:
        """Raises what one of them broke by."""
        for one in (*tasks, self._broken):
            if one.done():
                one.result()

    def _besides(self, work: Coroutine[None, None, None]) -> "asyncio.Task[None]":
        """Something that nobody waits for, and that ends the run all the same when it breaks."""
        task = asyncio.create_task(work)
        task.add_done_callback(self._over)
        return task

    def _over(self, task: "asyncio.Task[None]") -> None:
        error = None if task.cancelled() else task.exception()
        if error is not None and not self._broken.done():
            self._broken.set_exception(error)

    async def _farewell(self, tasks: Sequence["asyncio.Task[None]"]) -> None:
        """The input is over: finish the turn that was going on, and what is being said about it."""
        at = self._listener.now
        while self._turns.live:
            self._follow(self._turns.hear(at, 0.0))
            at += FRAME
            await asyncio.sleep(0)
            if at - self._listener.now > 2 * RATE:
                break
        self._mouth.hold(False)
        until = _now() + FAREWELL_S
        working = (*tasks[1:], self._broken)
        while self._busy and _now() < until and not any(one.done() for one in working):  # noqa: ASYNC110
            await asyncio.sleep(0.05)  # what is waited for lies in five places, and it is the end

    @property
    def _busy(self) -> bool:
        answering = self._answering is not None and not self._answering.done()
        return self._mouth.busy or self._deciding or answering

    @property
    def _deciding(self) -> bool:
        """The cook has finished, and it is open what comes of it."""
        return self._carrying_out or not self._commits.empty()

    # -- hearing ----------------------------------------------------------------------------------------------------

    async def _hear(self) -> None:
        async for heard in self._microphone.frames():
            self._frame(heard)
            await asyncio.sleep(0)  # frames that wait already must not keep everybody else from their turn

    def _frame(self, heard: Heard) -> None:
        if heard.at - self._listener.now > GAP_S * RATE and self._listener.now:
            self._lose_track()
            self._ears.detector.reset()
        microphone = heard.samples
        if self._ears.canceller is not None:
            heard = self._ears.canceller.clean(heard)
        self._listener.add(heard, microphone)
        self._stopwatch.mark(heard.ends_at, _now())
        self._last_two = np.concatenate((self._last_two[FRAME:], heard.samples))
        speaking = self._mixer.speaking
        probability = self._ears.detector.probability(heard.samples)
        if not self._gate.open(heard.at) or not self._awake(heard):
            probability = 0.0
        if speaking:
            self._spoke_at = heard.ends_at
        is_voiced = speaking and probability >= 0.5 and self._ears.voiced(self._last_two)
        self._act(self._barge.hear(probability, voiced=is_voiced, speaking=speaking, echo=self._listener.hears_us))
        self._follow(self._turns.hear(heard.at, probability, over_ours=speaking or self._mixer.ringing))
        self._mouth.hold(self._turns.undecided)
        if self._barge.half and speaking and self._turns.phase is Phase.TALKING:
            self._listen_for_stop()

    def _lose_track(self) -> None:
        """The microphone is away, or was: what was being said has no end, and nobody waits for one."""
        was_live = self._turns.live
        self._turns.forget()
        self._mouth.hold(False)
        self._act(self._barge.denied())
        if was_live:
            self._nothing(self._turns.turn)

    def _listen_for_stop(self) -> None:
        """Our echo never pauses, so a "stop" in it would wait for our own full stop: look at the last second of it."""
        if self._probe is None or (self._probe.done() and self._listener.now >= self._probed_at + PROBE_EVERY):
            self._probed_at = self._listener.now
            self._probe = self._besides(self._stop_in(self._turns.turn))

    async def _stop_in(self, turn: int) -> None:
        text = await self._listener.stop_word(PROBE)
        if text is None or turn in self._stopped:
            return
        self._stopped.add(turn)  # the same words will come again, as a part of the whole turn
        understood = await self._session.understand(text)
        self._drop_the_rest()
        self._screen.heard(text)
        self._teller.carry_out(self._session.commit(understood, over_speech=True, aloud=True).turn.effects)
        self._mixer.ring(bool(self._session.state.ringing))

    def _awake(self, heard: Heard) -> bool:
        if self._ears.by_name is None:
            return True
        if self._mixer.speaking or self._mixer.ringing or self._turns.live:
            self._attention.stir(heard.at)
        if not self._attention.asleep(heard.at):
            return True
        if self._ears.by_name.heard(heard.samples):
            self._attention.stir(heard.at)
            self._chime(earcons.listening())
        return False

    def _follow(self, outcomes: Sequence[Outcome]) -> None:
        for outcome in outcomes:
            match outcome:
                case Began(turn):
                    if self._mixer.speaking:
                        self._over_us.add(turn)
                    if self._listener.now - self._spoke_at <= REACTION_S * RATE:
                        self._after_us.add(turn)
                case Recognise():
                    key = (outcome.turn, outcome.revision)
                    self._guesses[key] = asyncio.create_task(self._guess(outcome))
                case Stale(turn, revision):
                    self._guesses.pop((turn, revision)).cancel()
                case Committed():
                    self._attention.stir(self._listener.now)
                    self._commits.put_nowait(outcome)
                case Dropped(turn):
                    self._nothing(turn)

    def _act(self, act: Act | None) -> None:
        match act:
            case Act.DUCK:
                self._mixer.duck(True)
            case Act.RESTORE:
                self._mixer.duck(False)
            case Act.CUT:
                self._fall_silent()
                self._mixer.duck(False)
            case None:
                pass

    def _fall_silent(self) -> None:
        """An answer that is still being written goes on: it may have been a cough."""
        self._unsaid = [*self._mouth.cut(), *(self._unsaid or ())]

    def _drop_the_rest(self) -> None:
        """It was the cook, and it was meant: what was taken back is not said again, and what comes of it not at all."""
        self._unsaid = None
        if self._answering is not None:
            self._answering.cancel()

    # -- guessing ---------------------------------------------------------------------------------------------------

    async def _guess(self, ask: Recognise) -> Guess:
        """Recognise and understand, before it is sure that the cook has finished. Changes nothing but our loudness."""
        guess = await self._listener.guess(
            ask,
            over_us=ask.turn in self._over_us or self._mixer.ringing,
            only_stops=self._barge.half and ask.turn in self._over_us,
            quieten=self._quieten,
        )
        if not guess.trouble:
            self._teller.hears_again()
        if guess.understood is not None:
            for sentence in self._session.foresee(guess.understood)[:2]:
                self._larder.fetch(self._teller.sentence(sentence))
        self._judge(guess)
        return guess

    def _quieten(self, text: str) -> bool:
        """ "Stop" is obeyed at once, while it is still open whether more comes. Whether it silences a ring."""
        rings = bool(self._session.state.ringing) and silences(text)
        if rings or (is_stop(text) and (self._mixer.speaking or self._mixer.ringing)):
            self._mixer.ring(False)
            self._act(self._barge.confirmed(stop=True))
            self._drop_the_rest()  # whatever becomes of the turn
        return rings

    def _judge(self, guess: Guess) -> None:
        guess.known_at = _now()
        if not guess.verdict.asks_for_something:
            self._count_echo(guess)
            self._act(self._barge.denied())
        elif guess.turn in self._over_us:
            self._act(self._barge.confirmed())
        self._follow(self._turns.answered(guess.turn, guess.revision, guess.verdict))

    def _count_echo(self, guess: Guess) -> None:
        self._echoes += guess.echo and not self._barge.half and len(squeeze(guess.text)) >= CLEAR_ECHO
        self._listener.knows_our_echo = self._echoes > 0
        if self._echoes == ECHOES and not self._barge.half:
            self._barge.half = True
            self._screen.trouble("The microphone hears the speaker: from now on only stop words interrupt.")

    # -- carrying out -----------------------------------------------------------------------------------------------

    async def _carry_out(self) -> None:
        while True:
            committed = await self._commits.get()
            self._carrying_out = True
            try:
                guess = await self._known(committed)
                if guess is None or guess.understood is None:
                    self._nothing(committed.turn, guess)
                else:
                    self._decide(committed, guess, guess.understood)
            finally:
                self._carrying_out = False
                for key in [key for key in self._guesses if key[0] <= committed.turn]:
                    del self._guesses[key]

    async def _known(self, committed: Committed) -> Guess | None:
        """The guess that was committed to. When a service takes its time over it, the cook is told."""
        task = self._guesses.get((committed.turn, committed.revision))
        if task is None:
            return None
        await self._patiently(task)
        return None if task.cancelled() else task.result()

    async def _patiently(self, task: "asyncio.Task[Guess]") -> None:
        done, _ = await asyncio.wait([task], timeout=CHIME_AFTER_S)
        if done:
            return
        self._chime(earcons.thinking())
        done, _ = await asyncio.wait([task], timeout=MOMENT_AFTER_S - CHIME_AFTER_S)
        if not done:
            self._teller.notice("one_moment", lasting=False)
            await asyncio.wait([task])

    def _decide(self, committed: Committed, guess: Guess, understood: Understood) -> None:
        over_speech = committed.turn in self._after_us
        self._over_us, self._after_us = (
            {turn for turn in turns if turn > committed.turn} for turns in (self._over_us, self._after_us)
        )
        if committed.turn in self._stopped:
            return
        self._screen.heard(guess.text)
        if self._repeats.again(guess.intents, committed.speech_end):
            self._go_on()  # with what it interrupted: the answer to the same wish
            return
        self._drop_the_rest()
        step = self._session.state.place.step
        reply = self._session.commit(understood, over_speech=over_speech, aloud=True)
        self._listener.obeyed(committed, guess, moved=reply.state.place.step != step)
        self._stopwatch.committed(committed, guess, reply, _now())
        if reply.speech or reply.turn.effects:
            # Not the cook's interruption: an announcement that this comes upon is said again first.
            self._mouth.again([line for line in self._mouth.cut() if line.fresh])
        self._teller.carry_out(reply.turn.effects)
        self._teller.say(reply.speech, committed.turn)
        if not reply.speech:
            self._stopwatch.silent(committed.turn, self._session.keep_trace)
        self._teller.prefetch()
        self._answering = self._besides(self._answer(reply, committed.turn))

    async def _answer(self, reply: Reply, turn: int) -> None:
        """A free question: its sentences are said as the model writes them."""
        waiting = asyncio.get_running_loop().call_later(CHIME_AFTER_S, self._chime, earcons.thinking())
        try:
            async for sentence in self._session.answer(reply, aloud=True):
                waiting.cancel()
                lines = self._teller.lines([sentence], turn)
                if self._unsaid is None:
                    self._mouth.say(lines)
                else:
                    self._unsaid += lines
        finally:
            waiting.cancel()

    def _nothing(self, turn: int, guess: Guess | None = None) -> None:
        """It was a cough, a pan or ourselves: go on where we were."""
        over_us = turn in self._over_us
        self._over_us.discard(turn)
        self._after_us.discard(turn)
        if guess is None:
            task = self._guesses.get((turn, self._turns.revision))
            guess = task.result() if task is not None and task.done() and not task.cancelled() else None
        self._act(self._barge.denied())
        self._go_on()
        if guess is not None and guess.trouble:
            self._teller.deaf()
        elif guess is not None and guess.unclear and not over_us:
            self._teller.unclear(self._listener.now)
        for key in [key for key in self._guesses if key[0] == turn]:
            del self._guesses[key]

    def _go_on(self) -> None:
        lines, self._unsaid = self._unsaid, None
        self._mouth.again(lines or ())

    # -- time and trouble -------------------------------------------------------------------------------------------

    async def _tick(self) -> None:
        deaf_s = 0.0
        while True:
            before = self._listener.now
            await asyncio.sleep(TICK_S)
            self._teller.pass_time()
            # Counted in looks, not by the clock: when the loop itself was held up, frames are waiting.
            deaf_s = deaf_s + TICK_S if self._listener.now == before else 0.0
            if deaf_s > GAP_S:
                self._lose_track()
            if self._unsaid is not None and self._turns.phase is Phase.QUIET and not self._deciding:
                self._go_on()  # what cut us off was too short for a turn: nobody else will say that it was nothing

    async def _look_around(self) -> None:
        while True:
            health = await self._session.tts.health()
            self._larder.spoken_by(health.engine if health is not None and health.status.answering else None)
            await asyncio.sleep(LOOK_EVERY_S)
            await self._session.look_around()

    def _chime(self, sound: Samples) -> None:
        """A sound that is no speech, and that recognisers hear words in."""
        self._mixer.earcon(sound)
        self._gate.shut(self._listener.now, sound, self._speaker.latency_s)

    def _voiceless(self, text: str) -> None:
        self._teller.voiceless(text)

    def _first_sound(self, first: FirstSound) -> None:
        self._teller.spoke()
        self._stopwatch.sounded(first.turn, first.at, self._session.keep_trace)


def _know_the_commands() -> None:
    """The grammars are built when they are first asked, which is too long for the first word of a cook."""
    for word in ("다음", "next"):
        find_command(word)
        may_mean_another(word)


def _now() -> float:
    return asyncio.get_running_loop().time()
