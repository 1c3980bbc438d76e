"""One cook's session, at its edge: it hears, asks the services, folds what was decided into the log, and answers.

Everything that decides is pure and lives in `session/`; this is where the clock, the log and the network are.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

from orchestrator import trace
from orchestrator.clock import Clock, WallClock
from orchestrator.home import home_folder, recipes_folder, sessions_folder
from orchestrator.memory import SessionLog, new_id
from orchestrator.recipes.model import Recipe
from orchestrator.recipes.shelf import Shelf
from orchestrator.session import choosing
from orchestrator.session.action import Action
from orchestrator.session.ahead import likely
from orchestrator.session.decision import AskModel, Decision, ListRecipes, LookUpRecipe
from orchestrator.session.events import Event, LanguageSet, Said, Told
from orchestrator.session.fold import apply
from orchestrator.session.moving import MOVES
from orchestrator.session.state import State
from orchestrator.session.timers import clock_set
from orchestrator.session.turn import Turn, ended, pass_time, take_turn
from orchestrator.session.view import Reply
from orchestrator.settings import OrchestratorSettings
from orchestrator.understanding import ServiceUnderstanding, Understands, Understood
from orchestrator.wording import phrase
from shared.client.llm import LlmClient
from shared.client.problems import ServiceProblem, ServiceUnavailable
from shared.client.stt import SttClient
from shared.client.tts import TtsClient
from shared.contracts.llm import MAX_UTTERANCE, ChatRequest
from shared.contracts.stt import SpokenLanguage, Transcript
from shared.kitchen.language import Language

#: Said once when the language service goes away, and once when it is back.
AWAY, BACK = "llm_gone", "llm_back"


class CookingSession:
    def __init__(
        self,
        settings: OrchestratorSettings | None = None,
        *,
        session: str | None = None,
        clock: Clock | None = None,
        understanding: Understands | None = None,
        language: Language | None = None,
        remember: bool = True,
    ) -> None:
        self.settings = settings or OrchestratorSettings()
        self.clock = clock or WallClock()
        home = home_folder(self.settings.home)
        self.shelf = Shelf(recipes_folder(home))
        self.id = session or new_id(self.clock.now())
        self._log = SessionLog(sessions_folder(home), self.id) if remember else None
        self.state = self._log.remembered.state if self._log else State()
        self.last_at = self._log.remembered.last_at if self._log else None  # None: a new session
        self._folder: Path = sessions_folder(home) / self.id
        self._llm = LlmClient(self.settings.llm_url, api_key=self._key)
        self._understanding = understanding or ServiceUnderstanding(
            self._llm, timeout_s=self.settings.classify_timeout_s
        )
        self._away: frozenset[str] = frozenset()
        self._stt = SttClient(self.settings.stt_url, api_key=self._key)
        self._tts = TtsClient(self.settings.tts_url, api_key=self._key)
        if language is not None and language is not self.state.language:
            self._record(self.clock.now(), (LanguageSet(language),))
            self.state = apply(self.state, LanguageSet(language))
        self._language_chosen = language is not None

    @property
    def _key(self) -> str | None:
        return self.settings.api_key.get_secret_value() if self.settings.api_key else None

    # -- what a cook does ------------------------------------------------------------------------------------------

    def open(self, recipe: Recipe, *, read_first_step: bool = True) -> Reply:
        """Open a recipe and read its first step aloud, so that the first "next" goes to the second."""
        began = time.perf_counter()
        now = self.clock.now()
        decision = choosing.opened(self.state, recipe, keep_language=self._language_chosen, read=read_first_step)
        turn = self._carried_out(decision)
        return self._finished("", turn, now, {"total": _since(began)})

    async def handle_text(self, text: str) -> Reply:
        """One thing the cook typed or said."""
        return await self._taken(text)

    async def _taken(self, text: str, *, unsure_numbers: bool = False) -> Reply:
        began = time.perf_counter()
        reply = self.commit(await self.understand(text, unsure_numbers=unsure_numbers))
        answer = tuple([sentence async for sentence in self.answer(reply)])
        if answer:
            reply = replace(reply, speech=reply.speech + answer, state=self.state, at=self.clock.now())
        reply.timings["total"] = _since(began)
        self.keep_trace(reply)
        return reply

    async def understand(self, text: str, *, unsure_numbers: bool = False) -> Understood:
        """What the words mean. Changes nothing: the voice loop asks before it knows that the cook has finished.

        `unsure_numbers`: a number was heard, but not surely. A timer is set to it only after a yes.
        """
        began = time.perf_counter()
        breath = " ".join(text.split())[:MAX_UTTERANCE]  # what is longer nobody said to us: not worth a look
        utterance, whole = await self._understanding.understand(breath, self.state)
        utterance = choosing.naming_a_dish(self.state, utterance, self.shelf.cards)
        if unsure_numbers:
            actions = tuple(replace(action, unsure=True) for action in utterance.actions)
            utterance = replace(utterance, actions=actions)
        return Understood(utterance, whole, self.state.place.step, _since(began))

    def foresee(self, understood: Understood) -> tuple[str, ...]:
        """What would be said to it now: its sound may be fetched while the cook might still go on talking."""
        return take_turn(self.state, understood.utterance, self.clock.now()).says

    def likely(self) -> tuple[str, ...]:
        """What will probably be said next, whatever the cook says."""
        return likely(self.state, self.clock.now())

    def commit(self, understood: Understood, *, over_speech: bool = False, aloud: bool = False) -> Reply:
        """Decide, and write it down. All at once: nothing can come between the decision and the log.

        A step that was left meanwhile is not left again: a move counts from the step it was said at.
        `over_speech`: the cook said it while we were speaking, so that "stop" means us.
        `aloud`: what is said counts once it was heard, which `was_heard` will tell.
        """
        self._mind_the_clock()
        now = self.clock.now()
        before = time.perf_counter()
        passed = pass_time(self.state, now)  # what came due while nobody asked
        utterance = understood.utterance
        if understood.at_step != passed.state.place.step and any(a.intent in MOVES for a in utterance.actions):
            turn = Turn(passed.state, (), (), (), utterance.actions)
        else:
            turn = take_turn(passed.state, utterance, now, over_speech=over_speech)
        timings = {"understand": understood.took_ms, "decide": _since(before)}
        turn = self._with_notices(self._with_recipes(turn), understood.whole)
        turn = replace(
            turn,
            events=passed.events + turn.events,
            says=passed.says + turn.says,
            effects=passed.effects + turn.effects,
        )
        if aloud:
            events = tuple(event for event in turn.events if not isinstance(event, Said))
            turn = replace(turn, events=events, state=replace(turn.state, last_said=self.state.last_said))
        # Kept before the model is asked: that may take seconds, in which timers ring and the power may go.
        return self._finished(utterance.text, turn, now, timings)

    async def answer(self, reply: Reply, *, aloud: bool = False) -> AsyncIterator[str]:
        """The model's words to a free question, sentence by sentence; what is known already stands in the reply."""
        asked = next((effect for effect in reply.turn.effects if isinstance(effect, AskModel)), None)
        if asked is None:
            return
        before = time.perf_counter()
        said: list[str] = []
        async for sentence in self._asked_model(reply.state, asked, reply.actions):
            said.append(sentence)
            yield sentence
        reply.timings["answer"] = _since(before)
        if not aloud:
            self.was_heard(said)

    def was_heard(self, sentences: Sequence[str]) -> None:
        """These reached the cook's ears: only now have they been said."""
        if sentences:
            self._finished("", ended(self.state, Decision(says=tuple(sentences))), self.clock.now(), {})

    async def listen(self, audio: bytes, *, media_type: str = "audio/wav", recipe_words: bool = True) -> Transcript:
        """What was said, in the language that was asked for, with the open recipe's words favoured."""
        recipe = self.state.recipe if recipe_words else None
        keywords = [one.name for one in recipe.ingredients] if recipe else []
        language: SpokenLanguage = self.state.language.value if self._language_chosen else "auto"
        try:
            heard = await self._stt.transcribe(
                audio,
                media_type=media_type,
                language=language,
                keywords=keywords,
                total_s=self.settings.listen_timeout_s,
            )
        except ServiceUnavailable:
            self._away |= {"stt"}
            raise
        self._away -= {"stt"}
        return heard

    async def handle_audio(self, wav: bytes, *, media_type: str = "audio/wav") -> Reply:
        """One thing the cook said, as sound. Silence comes back as an empty turn that changes nothing."""
        began = time.perf_counter()
        try:
            heard = await self.listen(wav, media_type=media_type)
        except ServiceProblem:
            turn = ended(self.state, Decision(says=(phrase("stt_gone", self.state.language),)))
            return self._finished("", turn, self.clock.now(), {"stt": _since(began)})
        listened = _since(began)
        if not heard.text.strip():
            return self._finished("", Turn(self.state, (), (), ()), self.clock.now(), {"stt": listened})
        reply = await self._taken(heard.text, unsure_numbers=heard.confirm_numbers)
        return replace(reply, timings={"stt": listened, **reply.timings, "total": _since(began)})

    def tick(self) -> Reply:
        """Let time pass: whatever came due is announced. Cheap enough to call several times a second."""
        self._mind_the_clock()
        now = self.clock.now()
        return self._finished("", pass_time(self.state, now), now, {})

    def resume_greeting(self) -> Reply:
        """After a restart: where we were, and what rang meanwhile."""
        now = self.clock.now()
        passed = pass_time(self.state, now)
        state, recipe = passed.state, passed.state.recipe
        if recipe is None:
            return self._finished("", passed, now, {})
        again = choosing.resumed(state, recipe)
        turn = ended(state, again)
        turn = Turn(turn.state, passed.events + turn.events, passed.says + turn.says, passed.effects + turn.effects)
        return self._finished("", turn, now, {})

    @property
    def degraded(self) -> tuple[str, ...]:
        """The services that are away, as far as we know."""
        return tuple(name for name in ("stt", "llm", "tts") if name in self._away)

    async def look_around(self) -> None:
        """Which services are there. A glance, for the screen and `degraded`; turns never wait for it."""
        clients = (self._stt, self._llm, self._tts)
        found = await asyncio.gather(*(client.health() for client in clients))
        self._away = frozenset(
            client.service.value
            for client, health in zip(clients, found, strict=True)
            if health is None or not health.status.answering
        )

    @property
    def tts(self) -> TtsClient:
        """For whoever speaks for this session."""
        return self._tts

    def recipe(self, wanted: str) -> Recipe:
        return self.shelf.load(wanted)

    async def aclose(self) -> None:
        for client in (self._stt, self._llm, self._tts):
            await client.aclose()
        self.close()

    def close(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None

    # -- how it is done --------------------------------------------------------------------------------------------

    def _mind_the_clock(self) -> None:
        """Somebody set the wall clock: running timers keep the time they had left."""
        jump = self.clock.jumped()
        events = clock_set(self.state, jump) if jump else ()
        if events:
            self._record(self.clock.now(), events)
            for event in events:
                self.state = apply(self.state, event)

    def _with_recipes(self, turn: Turn) -> Turn:
        """What the shelf has to say to a turn: a recipe looked up by name, the list of them."""
        for effect in turn.effects:
            if isinstance(effect, LookUpRecipe | ListRecipes):
                turn = self._joined(turn, self._looked_up(turn.state, effect, turn.actions))
        return turn

    def _looked_up(self, state: State, effect: LookUpRecipe | ListRecipes, actions: Sequence[Action]) -> Decision:
        language = actions[0].language if actions else state.language
        cards = self.shelf.cards()
        if isinstance(effect, ListRecipes):
            return choosing.listed(state, cards, language)
        found = self.shelf.find(effect.query, state.language)
        if len(found) == 1:
            recipe = self.shelf.load(found[0].id)
            return choosing.chosen(state, recipe, language, self.clock.now(), effect)
        return choosing.unsure(state, effect, found, language, self.clock.now())

    async def _asked_model(self, state: State, effect: AskModel, actions: Sequence[Action]) -> AsyncIterator[str]:
        language = actions[0].language if actions else state.language
        request = ChatRequest(
            text=effect.question,
            recipe=choosing.as_context(state),
            step=state.place.step if state.recipe else None,
            language=language.value,
        )
        said, whole = False, ""
        until = time.monotonic() + self.settings.chat_timeout_s * 4
        pieces = self._llm.chat(request, first_byte_s=self.settings.chat_timeout_s)
        try:
            while True:
                async with asyncio.timeout(until - time.monotonic()):
                    piece = await anext(pieces, None)
                if piece is None:
                    break
                if piece.kind == "sentence" and piece.text.strip():
                    said = True
                    yield piece.text.strip()
                elif piece.kind == "done":
                    whole = piece.text.strip()
        except (ServiceProblem, TimeoutError):
            if not said:
                yield phrase("model_gone", language)
            return
        if not said:
            yield whole or phrase("not_found", language)

    def _joined(self, turn: Turn, more: Decision) -> Turn:
        state = turn.state
        for event in more.events:
            state = apply(state, event)
        said = turn.says + more.says
        events = tuple(event for event in turn.events if not isinstance(event, Said)) + more.events
        return ended(state, Decision(events, said, turn.effects + more.effects), turn.actions)

    def _with_notices(self, turn: Turn, whole: bool) -> Turn:
        """The language service going away is said once, and its return too; and so each time it happens."""
        language = turn.state.language
        self._away = self._away - {"llm"} if whole else self._away | {"llm"}
        gone = sum(what.startswith(AWAY) for what in turn.state.told)
        known_away = gone > sum(what.startswith(BACK) for what in turn.state.told)
        if whole is not known_away:
            return turn
        key = BACK if whole else AWAY
        once = key if (gone == 1 if whole else not gone) else f"{key}_{gone if whole else gone + 1}"
        return self._joined(turn, Decision((Told(once),), (phrase(key, language),)))

    def _carried_out(self, decision: Decision) -> Turn:
        """Not a turn of the cook's, so nothing that "undo" would take back."""
        state = self.state
        for event in decision.events:
            state = apply(state, event)
        return ended(state, decision)

    def _finished(self, text: str, turn: Turn, now: float, timings: dict[str, float]) -> Reply:
        before = time.perf_counter()
        self._record(now, turn.events)
        if turn.events:
            timings["remember"] = _since(before)
        self.state = turn.state
        return Reply(text, turn.says, turn.actions, turn.state, now, turn, self.degraded, timings)

    def keep_trace(self, reply: Reply, stages: dict[str, float] | None = None, ended_s: float | None = None) -> None:
        """Where the time of a turn went. The voice loop knows stages that nobody else does."""
        if self._log is not None:
            turn = trace.TurnTrace(reply.at, reply.text, reply.intent or "", stages or reply.timings, ended_s)
            trace.append(self._folder, turn)

    def mark_time(self) -> None:
        """Remember how far a clock came that only we move."""
        if self._log is not None:
            self._log.append(self.clock.now(), ())

    def _record(self, now: float, events: Sequence[Event]) -> None:
        if self._log is not None and events:
            self._log.append(now, events)


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000
