"""Whatever is said in whatever order: the step stays in range, replay gives the same state, undo restores exactly,
no timer is lost or rings twice, and no number is spoken that nobody wrote or said."""

import re
from collections import Counter
from dataclasses import replace
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from orchestrator.recipes.native import to_json
from orchestrator.session.choosing import opened
from orchestrator.session.codec import Line, decode, encode
from orchestrator.session.events import Event, TimerRang
from orchestrator.session.fold import apply, replay, undoable
from orchestrator.session.state import Phase, State, TimerState
from orchestrator.session.turn import Turn, pass_time
from shared.kitchen.intents import Intent
from tests.unit.orchestrator.session.scenes import NOON, say, stew

PLAIN = st.sampled_from(
    [
        Intent.NEXT_STEP, Intent.STEP_DONE, Intent.PREVIOUS_STEP, Intent.REPEAT_STEP, Intent.START_COOKING,
        Intent.PROGRESS, Intent.FINISH, Intent.LIST_INGREDIENTS, Intent.HOW_LONG, Intent.HOW_HOT, Intent.EXPLAIN,
        Intent.MEANWHILE, Intent.TIMER_STATUS, Intent.CANCEL_TIMER, Intent.PAUSE_TIMER, Intent.RESUME_TIMER,
        Intent.PAUSE, Intent.RESUME, Intent.STOP, Intent.HELP, Intent.YES, Intent.NO, Intent.SMALLTALK,
        Intent.OUT_OF_SCOPE, Intent.LOUDER, Intent.FASTER, Intent.QUESTION, Intent.INGREDIENT_AMOUNT, Intent.SUBSTITUTE,
    ]
)  # fmt: skip
TEXTS = st.sampled_from(
    [
        "",
        "다음",
        "됐어",
        "응",
        "아니",
        "국간장 얼마나",
        "그거 얼마나?",
        "다 됐어?",
        "얼마나 끓여?",
        "대파는?",
        "다 꺼",
        "전부 취소",
        "불 껐어",
        "국간장 넣었어",
        "물 끓는다",
        "대파 올렸어",
        "아직 안 했어",
        "3단계 뭐였지",
        "무 써는 단계로 가줘",
        "어 음",
        "why",
    ]
)
NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Cook(RuleBasedStateMachine):
    @initialize()
    def open_the_recipe(self) -> None:
        self.now = NOON
        self.log: list[Event] = []
        self.state = State()
        self.said_by_cook: set[str] = set()
        self.rang: Counter[str] = Counter()
        self.started: set[str] = set()
        self.take(Turn(*_folded(self.state, opened(self.state, stew()).events)))

    def take(self, turn: Turn) -> Turn:
        self.log += turn.events
        self.state = turn.state
        for event in turn.events:
            if isinstance(event, TimerRang):
                self.rang[event.id] += 1
        self.started |= {timer.id for timer in turn.state.timers}
        self.check_numbers(turn)
        return turn

    @rule(intent=PLAIN, text=TEXTS)
    def say_something(self, intent: Intent, text: str) -> None:
        before = self.state
        self.take(say(before, intent, text, now=self.now))
        if (
            intent is Intent.OUT_OF_SCOPE
            and before.question is None
            and not before.ringing
            and text in ("어 음", "why")
        ):
            assert self.state.place == before.place
            assert self.state.timers == before.timers

    @rule(seconds=st.integers(-5, 20_000), every=st.booleans())
    def set_timer(self, seconds: int, every: bool) -> None:
        self.said_by_cook |= set(NUMBER.findall(_spoken(seconds)))
        text = f"{seconds}초마다 알려줘" if every else f"{seconds}초 타이머"
        self.take(say(self.state, Intent.SET_TIMER, text, now=self.now, duration_s=seconds))

    @rule(seconds=st.integers(-900, 900))
    def add_time(self, seconds: int) -> None:
        self.said_by_cook |= set(NUMBER.findall(_spoken(abs(seconds))))
        self.take(say(self.state, Intent.ADD_TIME, "더", now=self.now, duration_s=seconds))

    @rule(minutes=st.integers(1, 40))
    def set_it_to(self, minutes: int) -> None:
        self.said_by_cook |= set(NUMBER.findall(_spoken(minutes * 60)))
        self.take(say(self.state, Intent.OUT_OF_SCOPE, f"{minutes}분으로 늘려", now=self.now))

    @rule()
    def timer_of_the_step(self) -> None:
        self.take(say(self.state, Intent.SET_TIMER, "타이머 시작", now=self.now))

    @rule(step=st.integers(-6, 9))
    def go_to(self, step: int) -> None:
        self.said_by_cook.add(str(abs(step)))
        self.take(say(self.state, Intent.GOTO_STEP, f"{step}단계로", now=self.now, step=step))

    @rule(factor=st.sampled_from([0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 0.0, -1.0, 1000.0]))
    def scale(self, factor: float) -> None:
        before = self.state.place.scale
        self.take(say(self.state, Intent.SCALE_SERVINGS, "양", now=self.now, factor=factor))
        wanted = Fraction(factor).limit_denominator(12)
        assert self.state.place.scale in (before, wanted)

    @rule(seconds=st.sampled_from([1, 29, 31, 180, 900, 7200]))
    def time_passes(self, seconds: int) -> None:
        self.now += seconds
        running = {t.id for t in self.state.timers if t.state is TimerState.RUNNING and not t.every_s}
        due = {t.id for t in self.state.timers if t.id in running and (t.ends_at or 0) <= self.now}
        self.take(pass_time(self.state, self.now))
        assert {t.id for t in self.state.ringing} >= due
        assert not pass_time(self.state, self.now).events, "time that has passed passes once"

    # While "which one?" is open, "undo" only takes the question back.
    @precondition(lambda self: self.state.question is None and undoable(apply_heard(self.state)) is not None)
    @rule()
    def undo(self) -> None:
        footprint = undoable(apply_heard(self.state))
        assert footprint is not None
        rung = {t.id for t in self.state.timers if t.rang_at is not None}
        self.take(say(self.state, Intent.UNDO, "되돌려", now=self.now))
        before = replace(footprint.place, step_read=self.state.place.step_read)
        assert self.state.place == before
        for name, timer in footprint.timers:
            if name not in rung:
                now = next((t for t in self.state.timers if t.id == name), None)
                assert now == timer

    @rule()
    def crash(self) -> None:
        lines = [encode(Line(self.now, (event,))) for event in self.log]
        again = replay(event for line in lines for event in decode(line).events)
        assert again == self.state

    @invariant()
    def the_step_is_in_the_recipe(self) -> None:
        if hasattr(self, "state") and self.state.recipe is not None:
            assert 1 <= self.state.place.step <= len(self.state.recipe.steps)
            assert self.state.place.scale > 0

    @invariant()
    def timers_are_sound(self) -> None:
        if not hasattr(self, "state"):
            return
        for timer in self.state.timers:
            assert (timer.state is TimerState.RUNNING) == (timer.ends_at is not None) or not timer.live or timer.rang_at
            assert timer.remaining(self.now) >= 0
        assert len({timer.id for timer in self.state.timers}) == len(self.state.timers)
        if self.state.place.phase is Phase.IDLE:
            assert not self.state.place.begun

    def check_numbers(self, turn: Turn) -> None:
        """A number in a reply stands in the recipe (at this scale), in the cook's words, on a timer, or counts steps."""
        recipe = turn.state.recipe
        if recipe is None:
            return
        known = set(self.said_by_cook) | {"119"}
        known |= set(NUMBER.findall(str(to_json(recipe))))
        known |= {str(n) for n in range(len(recipe.steps) + 1)}
        known |= {str(len(recipe.ingredients))}
        for scale in (turn.state.place.scale, self.state.place.scale):
            for amount in [one.amount for one in recipe.ingredients] + [u.amount for s in recipe.steps for u in s.uses]:
                if amount is not None and amount.low is not None:
                    known |= set(NUMBER.findall(_shown(amount.low * scale)))
            if recipe.servings:
                known |= set(NUMBER.findall(_shown(recipe.servings * scale)))
            known |= set(NUMBER.findall(_shown(scale)))
        for cue in [cue for step in recipe.steps for cue in step.times]:
            known |= set(
                NUMBER.findall(
                    _spoken(cue.low_s) + _spoken(cue.high_s or 0) + _spoken((cue.high_s or cue.low_s) - cue.low_s)
                )
            )
        known |= set(NUMBER.findall(_spoken(recipe.total_s or 0)))
        for state in (self.state, turn.state):
            for timer in state.timers:
                left = round(timer.remaining(self.now))
                for near in (left, round(left / 60) * 60, timer.duration_s):
                    known |= set(NUMBER.findall(_spoken(near) + timer.name))
                if timer.rang_at is not None:
                    late = round(self.now - timer.rang_at)
                    known |= set(NUMBER.findall(_spoken(late) + _spoken(round(late / 60) * 60)))
                if timer.every_s:
                    known |= set(NUMBER.findall(_spoken(timer.every_s)))
                if timer.ends_at is not None and timer.every_s:
                    late = round(self.now - (timer.rang_at or self.now))
                    known |= set(NUMBER.findall(_spoken(late)))
        for sentence in turn.says:
            for number in NUMBER.findall(sentence):
                assert number in known, f"{number} in '{sentence}' comes from nowhere"


def apply_heard(state: State) -> State:
    from orchestrator.session.events import Heard

    return apply(state, Heard("되돌려", (Intent.UNDO,)))


def _folded(state: State, events: tuple[Event, ...]) -> tuple[State, tuple[Event, ...], tuple[str, ...], tuple[()]]:
    return replay(events, state), events, (), ()


def _spoken(seconds: int) -> str:
    hours, rest = divmod(abs(seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f" {hours} {minutes} {left} {seconds} {abs(seconds) // 60} "


def _shown(number: Fraction) -> str:
    from orchestrator.wording.amounts import number_text

    rounded = [number, Fraction(round(number)), Fraction(int(number)), Fraction(round(number / 5) * 5)]
    return " ".join(number_text(abs(one)) for one in rounded)


Cook.TestCase.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
TestCook = Cook.TestCase
