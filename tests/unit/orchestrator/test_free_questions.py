"""A free question may take the model seconds. Meanwhile a timer rings, once, and is not forgotten by the answer."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from orchestrator.clock import VirtualClock
from orchestrator.cooking_session import CookingSession
from orchestrator.session.events import TimerRang
from orchestrator.session.state import TimerState
from orchestrator.settings import OrchestratorSettings
from tests.e2e.cook import ScriptedUnderstanding


async def test_a_timer_that_rings_during_a_question(tmp_path: Path) -> None:
    heard = ScriptedUnderstanding()
    clock = VirtualClock()
    session = CookingSession(OrchestratorSettings(home=tmp_path), session="s", clock=clock, understanding=heard)
    session.open(session.recipe("kimchi-jjigae"))
    await session.handle_text("1분 타이머")
    asked, answered = asyncio.Event(), asyncio.Event()

    async def slow(*_: object) -> AsyncIterator[str]:
        asked.set()
        await answered.wait()
        yield "레시피에 따르면 그래요."

    session._asked_model = slow  # type: ignore[assignment,method-assign]
    heard.meant = "question"
    turn = asyncio.create_task(session.handle_text("왜 김치를 먼저 볶아?"))
    await asked.wait()
    clock.set(clock.now() + 60)
    rang = session.tick()
    assert any(isinstance(event, TimerRang) for event in rang.turn.events)
    answered.set()
    reply = await turn
    assert reply.speech == ("레시피에 따르면 그래요.",)
    assert reply.intent == "question"
    assert reply.state.timers[0].state is TimerState.RINGING
    assert not session.tick().turn.events
    await session.aclose()
    again = CookingSession(OrchestratorSettings(home=tmp_path), session="s", clock=clock, understanding=heard)
    assert again.state == reply.state
    await again.aclose()


async def test_with_the_model_away_it_says_that_it_does_not_know(tmp_path: Path) -> None:
    heard = ScriptedUnderstanding()
    settings = OrchestratorSettings(home=tmp_path, llm_url="http://127.0.0.1:9")
    session = CookingSession(settings, clock=VirtualClock(), understanding=heard)
    session.open(session.recipe("kimchi-jjigae"))
    heard.meant = "question"
    reply = await session.handle_text("왜 김치를 먼저 볶아?")
    assert "제가 못 찾았어요" in reply.speech[0]
    assert "레시피" not in reply.speech[0]
    assert reply.state.place.step == 1
    await session.aclose()
