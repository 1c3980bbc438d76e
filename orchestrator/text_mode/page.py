"""How a reply looks in a terminal: the step large in a panel, everything else as plain lines under it."""

from collections.abc import Sequence

from rich.console import Console, Group
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from orchestrator.recipes.shelf import Card
from orchestrator.session.events import StepRead
from orchestrator.session.reading import ingredient_text, step_sentences
from orchestrator.session.state import State, TimerState
from orchestrator.session.view import Reply
from orchestrator.wording.amounts import duration_text
from shared.kitchen.language import Language


def show(console: Console, reply: Reply) -> None:
    state = reply.state
    read = next((event.step for event in reversed(reply.turn.events) if isinstance(event, StepRead)), None)
    if read is None or state.recipe is None:
        _lines(console, reply.speech, style="bold")
        return
    step = step_sentences(state.recipe, read, state.place.scale)
    at = reply.speech.index(step[0]) if step[0] in reply.speech else 0
    _lines(console, reply.speech[:at])
    console.print(step_panel(state, read, step))
    _lines(console, [sentence for sentence in reply.speech[at:] if sentence not in step])


def _lines(console: Console, sentences: Sequence[str], style: str = "") -> None:
    for sentence in sentences:
        console.print(Text("  " + sentence, style=style))


def step_panel(state: State, number: int, sentences: tuple[str, ...]) -> Panel:
    recipe = state.recipe
    assert recipe is not None
    step = recipe.step(number)
    body = Text("\n".join(sentences), style="bold")
    parts: list[Text | ProgressBar] = [body]
    if step.uses:
        names = [
            ingredient_text(recipe.ingredient(use.ingredient), state.place.scale, recipe.language, use)
            for use in step.uses
        ]
        parts.append(Text("\n" + " · ".join(names), style="cyan"))
    parts.append(Text(""))
    parts.append(ProgressBar(total=len(recipe.steps), completed=number, width=40))
    title = f"{recipe.title}  {number}/{len(recipe.steps)}" + (f"  {step.title}" if step.title else "")
    scale = "" if state.place.scale == 1 else f"×{state.place.scale}"
    return Panel(Group(*parts), title=title, subtitle=scale or None, border_style="green", padding=(1, 2))


def picker(cards: list[Card]) -> Table:
    table = Table(title="무엇을 만들까요? · What shall we cook?", box=None, padding=(0, 2))
    for column, style in (("", "bold cyan"), ("", "bold"), ("", ""), ("", "dim")):
        table.add_column(column, style=style)
    for number, card in enumerate(cards, start=1):
        time = duration_text(card.total_s, None, card.language) if card.total_s else ""
        steps = f"{card.steps}단계" if card.language is Language.KO else f"{card.steps} steps"
        table.add_row(str(number), card.title, time, steps)
    return table


def toolbar(state: State, now: float, degraded: tuple[str, ...]) -> str:
    """One line at the bottom: where we are, and every timer."""
    pieces = []
    if state.recipe is not None:
        pieces.append(f" {state.recipe.title} {state.place.step}/{len(state.recipe.steps)}")
    for timer in sorted(state.live_timers, key=lambda one: one.remaining(now)):
        if timer.state is TimerState.RINGING:
            pieces.append(f"🔔 {timer.name}!")
        else:
            mark = "⏸" if timer.state is TimerState.PAUSED else "⏲"
            pieces.append(f"{mark} {timer.name} {clock(timer.remaining(now))}")
    if degraded:
        pieces.append("✗ " + ", ".join(degraded))
    return "  │  ".join(pieces) or " Sous"


def clock(seconds: float) -> str:
    """90 -> '1:30': what people read off an oven."""
    whole = max(0, round(seconds))
    minutes, left = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
