"""What is said before the first utterance: the recipe's first step, or where a resumed session stands."""

from orchestrator.clock import VirtualClock
from orchestrator.cooking_session import CookingSession
from orchestrator.session.view import Reply
from shared.kitchen.language import Language

#: What somebody who names no recipe and cannot be asked gets to cook.
DEFAULT_RECIPE = {Language.KO: "kimchi-jjigae", Language.EN: "tomato-pasta"}


def opening_replies(session: CookingSession, wanted: str | None) -> list[Reply]:
    if isinstance(session.clock, VirtualClock) and session.last_at is not None:
        session.clock.set(session.last_at)  # a virtual clock goes on where the session left off
    current = session.state.recipe
    if wanted is not None:
        recipe = session.recipe(wanted)
        if current is not None and current == recipe:
            return [session.resume_greeting()]
        return [session.open(recipe)]
    return [session.resume_greeting()] if current is not None else []
