"""The text mode as a person meets it: a recipe picker, the step in large, a prompt, timers ticking in the toolbar.

Timers ring between prompts: the announcement appears above the line being typed and takes nothing away from it.
"""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import Completer, WordCompleter
from prompt_toolkit.formatted_text import HTML
from prompt_toolkit.history import FileHistory, InMemoryHistory
from prompt_toolkit.patch_stdout import patch_stdout
from rich.console import Console

from orchestrator.cooking_session import CookingSession
from orchestrator.home import home_folder
from orchestrator.memory import MemoryTrouble
from orchestrator.programs.opening import opening_replies
from orchestrator.session.state import State
from orchestrator.text_mode import page
from orchestrator.text_mode.help import HELP
from shared.kitchen.language import Language

QUIT = frozenset({"quit", "exit", "나가기", "종료", ":q"})
HELP_WORDS = frozenset({"?", "help", "도움말", "도움"})
#: How often the toolbar is drawn anew and timers are looked at.
TICK_S = 0.5


async def converse(session: CookingSession, wanted: str | None) -> int:
    console = Console(highlight=False, soft_wrap=False)
    prompt: PromptSession[str] = PromptSession(
        history=_history(session), complete_while_typing=True, reserve_space_for_menu=4
    )
    if wanted is None and session.state.recipe is None:
        wanted = await _pick(session, console, prompt)
        if wanted is None:
            return 0
    for reply in opening_replies(session, wanted):
        page.show(console, reply)
    ringing = asyncio.create_task(_ring_between_prompts(session, console))
    try:
        return await _talk(session, console, prompt)
    finally:
        ringing.cancel()
        with suppress(asyncio.CancelledError):
            await ringing


async def _talk(session: CookingSession, console: Console, prompt: PromptSession[str]) -> int:
    while True:
        try:
            with patch_stdout(raw=True):
                text = await prompt.prompt_async(
                    HTML("<b>› </b>"),
                    bottom_toolbar=lambda: page.toolbar(session.state, session.clock.now(), session.degraded),
                    refresh_interval=TICK_S,
                    completer=_completer(session.state),
                )
        except (EOFError, KeyboardInterrupt):
            console.print(f"[dim]python -m orchestrator --session {session.id}[/dim]")
            return 0
        text = text.strip()
        if text.lower() in QUIT:
            console.print(f"[dim]python -m orchestrator --session {session.id}[/dim]")
            return 0
        if text.lower() in HELP_WORDS:
            console.print(HELP)
        elif text:
            page.show(console, await session.handle_text(text))


async def _ring_between_prompts(session: CookingSession, console: Console) -> None:
    trouble = ""
    while True:
        await asyncio.sleep(TICK_S)
        try:
            reply = session.tick()
        except MemoryTrouble as error:
            # Said once; what is due stays due, and is announced as soon as it can be written down.
            if str(error) != trouble:
                trouble = str(error)
                with _above_the_line():
                    console.print(f"  ! {trouble}", style="yellow", markup=False)
            continue
        trouble = ""
        if reply.speech:
            with _above_the_line():
                page.show(console, reply)


@contextmanager
def _above_the_line() -> Iterator[None]:
    """It takes nothing away from what is being typed, and the terminal's bell rings."""
    with patch_stdout(raw=True):
        sys.stdout.write("\a")
        yield


async def _pick(session: CookingSession, console: Console, prompt: PromptSession[str]) -> str | None:
    cards = session.shelf.cards()
    console.print(page.picker(cards))
    names = WordCompleter([card.title for card in cards], sentence=True)
    while True:
        try:
            said = (await prompt.prompt_async(HTML("<b>번호나 이름 · number or name › </b>"), completer=names)).strip()
        except (EOFError, KeyboardInterrupt):
            return None
        if said.lower() in QUIT:
            return None
        if said.isdecimal() and 1 <= int(said) <= len(cards):
            return cards[int(said) - 1].id
        found = session.shelf.find(said)
        if len(found) == 1:
            return found[0].id
        if found:
            console.print("  " + ", ".join(card.title for card in found))


def _history(session: CookingSession) -> FileHistory | InMemoryHistory:
    home = home_folder(session.settings.home)
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(home / "typed"))


def _completer(state: State) -> Completer:
    """What can be said here, the recipe's own words included."""
    korean = [
        "다음",
        "다 했어",
        "이전",
        "다시",
        "재료",
        "타이머 시작",
        "얼마나 남았어",
        "그만",
        "되돌려",
        "어디까지 했지",
        "계속",
        "도움말",
    ]
    english = [
        "next",
        "done",
        "back",
        "repeat",
        "ingredients",
        "start the timer",
        "how long is left",
        "stop",
        "undo",
        "help",
    ]
    words = korean + english if state.language is Language.KO else english + korean
    if state.recipe is not None:
        for one in state.recipe.ingredients:
            words.append(f"{one.name} 얼마나" if state.language is Language.KO else f"how much {one.name}")
    return WordCompleter(words, sentence=True, ignore_case=True)
