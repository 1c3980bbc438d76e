"""Reads and plays a cook: one conversation in a `.cook.txt` file, line by line, in virtual time.

# what this cook is about
recipe kimchi-jjigae          open this recipe (reads step 1)
> 다음                         the cook says something; in brackets what it means, where only a classifier knows:
> 넷이 먹을 거야 [scale_servings servings=4]
step 2 / state cooking / scale 3/2 / servings 4 / intent next_step / expects confirmation (or nothing)
says 들기름 1큰술              every piece must be in what was said; `says not 5분`, `silent`
timer 끓이기 running 15m       `timer 끓이기 ringing`, `timers 2` counts the live ones
@+12m30s                      time passes
crash                         the program dies and starts again on the same session
services gone / services back  the language service is away: exact commands only
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from orchestrator.clock import VirtualClock
from orchestrator.cooking_session import CookingSession
from orchestrator.programs.json_lines import moved_by, pass_virtual_time
from orchestrator.session.action import Action, Slots, Utterance
from orchestrator.session.state import State, TimerState
from orchestrator.session.view import as_json
from orchestrator.settings import OrchestratorSettings
from orchestrator.understanding import locally, spoken_language
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

FOLDER = Path(__file__).parent / "cooks"
_SAID = re.compile(r"> (?P<text>.*?)(?:\s*\[(?P<meant>[a-z_ =;\w가-힣.+/-]+)\])?$")
_NUMBERS = {"step", "offset", "duration_s"}
_DECIMALS = {"servings", "factor", "amount"}


@dataclass(frozen=True)
class Line:
    number: int
    text: str


def read(path: Path) -> list[Line]:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    return [Line(number, text.strip()) for number, text in lines if text.strip() and not text.startswith("#")]


class ScriptedUnderstanding:
    """What the brackets say; without brackets, what the exact commands understand."""

    def __init__(self) -> None:
        self.meant: str | None = None
        self.away = False

    async def understand(self, text: str, state: State) -> tuple[Utterance, bool]:
        if self.away or self.meant is None:
            return locally(text, state), not self.away
        language = spoken_language(text, state)
        return Utterance(text, tuple(_actions(self.meant, text, language)), language), True


def _actions(meant: str, text: str, language: Language) -> Iterator[Action]:
    for piece in meant.split(";"):
        intent, *pairs = piece.split()
        slots: dict[str, object] = {}
        for pair in pairs:
            name, value = pair.split("=")
            slots[name] = (
                int(value) if name in _NUMBERS else float(value) if name in _DECIMALS else value.replace("_", " ")
            )
        yield Action(Intent(intent), Slots(**slots), text, language)  # type: ignore[arg-type]


@dataclass
class Kitchen:
    """One cook being played."""

    home: Path
    session: CookingSession | None = None
    page: dict[str, object] = field(default_factory=dict)
    understanding: ScriptedUnderstanding = field(default_factory=ScriptedUnderstanding)
    language: Language | None = None

    def start(self) -> CookingSession:
        clock = VirtualClock()
        session = CookingSession(
            OrchestratorSettings(home=self.home, llm_url="http://127.0.0.1:9"),
            session="cook",
            clock=clock,
            understanding=self.understanding,
            language=self.language,
        )
        if session.last_at is not None:
            clock.set(session.last_at)
        self.session = session
        return session

    async def play(self, line: Line) -> None:
        session = self.session or self.start()
        text = line.text
        verb, _, rest = text.partition(" ")
        if verb == ">":
            said = _SAID.match(text)
            assert said is not None
            self.understanding.meant = said["meant"]
            self.page = as_json(await session.handle_text(said["text"]))
            if said["meant"] is None and not self.understanding.away:
                assert self.page["intent"] != "out_of_scope", f"line {line.number}: nobody understands '{said['text']}'"
        elif verb == "recipe":
            self.page = as_json(session.open(session.recipe(rest)))
        elif verb == "lang":
            await self._restart(Language(rest))
        elif verb.startswith("@"):
            seconds = moved_by(verb)
            assert seconds is not None, f"line {line.number}"
            replies = pass_virtual_time(session, seconds)
            speech = [sentence for reply in replies for sentence in reply.speech]
            self.page = as_json(replies[-1]) | {"speech": speech}
        elif verb == "crash":
            clock = session.clock
            session.close()
            again = self.start()
            assert isinstance(clock, VirtualClock)
            assert isinstance(again.clock, VirtualClock)
            again.clock.set(clock.now())
            self.page = as_json(again.resume_greeting())
        elif verb == "services":
            self.understanding.away = rest == "gone"
        else:
            self.check(verb, rest, line)

    async def _restart(self, language: Language) -> None:
        assert self.session is not None
        assert not self.session.state.turns, "`lang` comes first"
        self.session.close()
        self.language = language
        self.start()

    def check(self, verb: str, rest: str, line: Line) -> None:
        where = f"line {line.number}: {line.text}\n  but: {self.page}"
        speech = "\n".join(map(str, self.page["speech"]))  # type: ignore[call-overload]
        match verb:
            case "step" | "servings":
                assert self.page[verb] == (float(rest) if "." in rest else int(rest)), where
            case "state" | "intent" | "scale":
                assert self.page[verb] == rest, where
            case "expects":
                assert self.page["expects"] == (None if rest == "nothing" else rest), where
            case "says":
                if rest.startswith("not "):
                    assert rest[4:] not in speech, where
                else:
                    for piece in rest.split(" | "):
                        assert piece in speech, where
            case "silent":
                assert speech == "", where
            case "degraded":
                assert self.page["degraded"] == ([] if rest == "nothing" else rest.split()), where
            case "timers":
                assert self.session is not None
                assert len(self.session.state.live_timers) == int(rest), where
            case "timer":
                self._timer(rest, where)
            case _:
                raise AssertionError(f"line {line.number}: no such check: {line.text}")

    def _timer(self, rest: str, where: str) -> None:
        name, state, *left = rest.rsplit(" ", 2) if rest.rsplit(" ", 1)[1][:1].isdigit() else [*rest.rsplit(" ", 1)]
        assert self.session is not None
        state_wanted = TimerState(state)
        timers = [timer for timer in self.session.state.timers if timer.name == name]
        assert timers, where
        assert timers[-1].state is state_wanted, where
        if left:
            wanted = moved_by(f"@+{left[0]}")
            assert wanted == round(timers[-1].remaining(self.session.clock.now())), where
