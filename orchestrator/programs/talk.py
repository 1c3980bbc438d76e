"""`python -m orchestrator`: open the session and the recipe somebody asked for, then talk in the right way."""

import argparse
import asyncio
import sys
from contextlib import suppress

from orchestrator.clock import VirtualClock, WallClock
from orchestrator.cooking_session import CookingSession
from orchestrator.memory import MemoryTrouble
from orchestrator.programs import json_lines, plain
from orchestrator.programs.opening import DEFAULT_RECIPE, opening_replies
from orchestrator.recipes.trouble import RecipeTrouble
from orchestrator.settings import OrchestratorSettings
from shared.kitchen.language import Language


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--recipe", metavar="FILE|ID", help="open this recipe: a bundled id, a .json or a .cook file")
    parser.add_argument("--lang", choices=[one.value for one in Language], help="speak Korean (ko) or English (en)")
    parser.add_argument("--session", metavar="ID", help="keep this session under a name, or go on with it")
    parser.add_argument("--json", action="store_true", help="one utterance a line in, one JSON object a line out")
    parser.add_argument("--clock", choices=["wall", "virtual"], default="wall", help="virtual: time moves by @+12m30s")


def run(options: argparse.Namespace, settings: OrchestratorSettings) -> int:
    interactive = not options.json and sys.stdin.isatty() and sys.stdout.isatty()
    try:
        with suppress(KeyboardInterrupt):
            return asyncio.run(_talk(options, settings, interactive=interactive))
        return 130
    except (RecipeTrouble, MemoryTrouble) as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 2
    except BrokenPipeError:
        sys.stderr.close()  # nobody listens any more; the session is saved
        return 0


async def _talk(options: argparse.Namespace, settings: OrchestratorSettings, *, interactive: bool) -> int:
    language = Language(options.lang) if options.lang else None
    session = CookingSession(
        settings,
        session=options.session,
        clock=VirtualClock() if options.clock == "virtual" else WallClock(),
        language=language,
    )
    await session.look_around()
    watching = asyncio.create_task(_keep_looking(session))
    try:
        if interactive:
            from orchestrator.text_mode.screen import converse

            return await converse(session, options.recipe)
        lines, out = json_lines.standard_streams()
        wanted = options.recipe
        if wanted is None and not options.json and session.state.recipe is None:
            wanted = DEFAULT_RECIPE[language or Language.KO]
        opening = opening_replies(session, wanted)
        if options.json:
            return await json_lines.converse(session, opening, lines, out)
        return await plain.converse(session, opening, lines, out)
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        await session.aclose()


#: How soon a service that died or came back is noticed while nobody says anything.
LOOK_EVERY_S = 2.0


async def _keep_looking(session: CookingSession) -> None:
    while True:
        await asyncio.sleep(LOOK_EVERY_S)
        await session.look_around()
