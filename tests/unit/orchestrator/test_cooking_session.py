"""What the session does around a decision: notices, moves that came too late, what was really heard."""

from pathlib import Path

import pytest

from orchestrator import trace
from orchestrator.clock import VirtualClock
from orchestrator.cooking_session import CookingSession
from orchestrator.memory import recall
from orchestrator.session.events import Said
from orchestrator.settings import OrchestratorSettings
from orchestrator.wording import phrase
from shared.kitchen.language import Language
from tests.e2e.cook import ScriptedUnderstanding

RECIPE = {Language.KO: "kimchi-jjigae", Language.EN: "tomato-pasta"}


def cooking(home: Path, heard: ScriptedUnderstanding, language: Language = Language.KO) -> CookingSession:
    settings = OrchestratorSettings(home=home, llm_url="http://127.0.0.1:9")
    session = CookingSession(settings, session="s", clock=VirtualClock(), understanding=heard, language=language)
    session.open(session.recipe(RECIPE[language]))
    return session


@pytest.mark.parametrize(("language", "word"), [(Language.KO, "다시"), (Language.EN, "repeat")])
async def test_each_time_the_service_goes_it_is_said_once(tmp_path: Path, language: Language, word: str) -> None:
    heard = ScriptedUnderstanding()
    session = cooking(tmp_path, heard, language)
    notices = {phrase(key, language): key for key in ("llm_gone", "llm_back")}
    told = []
    for away in (False, True, True, False, False, True, True, False, True):
        heard.away = away
        reply = await session.handle_text(word)
        told.append([notices[said] for said in reply.speech if said in notices])
    gone, back = ["llm_gone"], ["llm_back"]
    assert told == [[], gone, [], back, [], gone, [], back, gone]
    await session.aclose()


async def test_a_move_counts_from_the_step_it_was_said_at(tmp_path: Path) -> None:
    """Two ears heard one "next": the second one's comes to nothing."""
    session = cooking(tmp_path, ScriptedUnderstanding())
    one, other = await session.understand("다음"), await session.understand("다음")
    assert session.commit(one).state.place.step == 2
    assert session.commit(other).state.place.step == 2
    await session.aclose()


async def test_understanding_and_foreseeing_change_nothing(tmp_path: Path) -> None:
    session = cooking(tmp_path, ScriptedUnderstanding())
    before = session.state
    understood = await session.understand("다음")
    foreseen = session.foresee(understood)
    assert session.likely()[: len(foreseen)] == foreseen
    assert session.state is before
    assert session.commit(understood).speech == foreseen
    await session.aclose()


async def test_aloud_only_what_was_heard_has_been_said(tmp_path: Path) -> None:
    session = cooking(tmp_path, ScriptedUnderstanding())
    reply = session.commit(await session.understand("다음"), aloud=True)
    assert session.state.last_said != reply.speech
    session.was_heard(reply.speech[:1])
    session.was_heard(())
    assert session.state.last_said == reply.speech[:1]
    state = session.state
    await session.aclose()
    log = recall(tmp_path / "sessions", "s")
    assert log.state == state
    assert [event.sentences for line in log.lines for event in line.events if isinstance(event, Said)][-1] == (
        reply.speech[:1]
    )


@pytest.mark.parametrize(
    ("language", "text", "yes"), [(Language.KO, "15분 타이머", "응"), (Language.EN, "timer for 15 minutes", "yes")]
)
async def test_a_number_that_may_be_misheard_is_asked_about(
    tmp_path: Path, language: Language, text: str, yes: str
) -> None:
    session = cooking(tmp_path, ScriptedUnderstanding(), language)
    asked = session.commit(await session.understand(text, unsure_numbers=True))
    assert asked.speech == (phrase("timer_sure", language, time={"ko": "15분", "en": "15 minutes"}[language]),)
    assert not asked.state.timers
    (timer,) = session.commit(await session.understand(yes)).state.timers
    assert timer.duration_s == 900
    await session.aclose()


@pytest.mark.parametrize(("language", "word"), [(Language.KO, "다음"), (Language.EN, "next")])
async def test_diagnostics_that_cannot_be_written_cost_the_cook_nothing(
    tmp_path: Path, language: Language, word: str
) -> None:
    session = cooking(tmp_path, ScriptedUnderstanding(), language)
    (tmp_path / "sessions" / "s" / trace.FILE).mkdir()  # nobody can write there
    reply = await session.handle_text(word)
    assert reply.speech[0].startswith(("2단계", "Step 2"))
    await session.aclose()
