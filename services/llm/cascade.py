"""The order of understanding: embedded first, a language model only when that was unsure, and never for long.

The embedded answer is on the table before anyone else is asked, and stays there when the model is slow, busy, down or
wrong; the reply then says `degraded`. Every utterance starts at the first stage again.
"""

from collections import OrderedDict
from dataclasses import replace
from typing import Final

from services.llm import prompts
from services.llm.backends import Backend, BackendBusy, BackendFailed
from services.llm.minds import Minds
from services.llm.proposals import Refused, judged
from services.llm.situation import Situation, Understanding
from shared.contracts.llm import Source
from shared.kitchen.intents import Intent
from shared.service.logs import get_logger
from shared.span import current_span

log = get_logger(__name__)

#: Kept back from the caller's deadline, so that the embedded answer still arrives in time.
_RESERVE_S: Final = 0.03
_WORTH_ASKING_S: Final = 0.05


class Cascade:
    def __init__(self, minds: Minds, *, deadline_s: float, cache_size: int) -> None:
        self._minds = minds
        self._deadline_s = deadline_s
        self._cache_size = cache_size
        self._cache: OrderedDict[tuple[str, Situation, bool], Understanding] = OrderedDict()

    async def understand(self, text: str, situation: Situation, *, allow_llm: bool = True) -> Understanding:
        backend = self._minds.backend() if allow_llm else None
        key = (" ".join(text.split()), situation, backend is not None)
        known = self._recall(key)
        if known is not None:
            return known
        # On the event loop on purpose: well under a millisecond, less than the way to a thread and back.
        with current_span().stage("understand"):
            understood = self._minds.embedded_now().understand(text, situation)
        if allow_llm and wants_help(understood):
            understood = await self._helped(text, situation, understood, backend)
        if not understood.degraded:
            self._remember(key, understood)
        return understood

    def understand_alone(self, text: str, situation: Situation) -> Understanding:
        """Without any model: for batches, on an inference thread."""
        return self._minds.embedded_now().understand(text, situation)

    async def _helped(
        self, text: str, situation: Situation, embedded: Understanding, backend: Backend | None
    ) -> Understanding:
        if backend is None:
            return replace(embedded, degraded=self._minds.lacks_backend)
        remaining = current_span().remaining_s
        within_s = min(self._deadline_s, remaining - _RESERVE_S if remaining is not None else self._deadline_s)
        if within_s < _WORTH_ASKING_S:
            return replace(embedded, degraded=True)
        with current_span().stage("llm"):
            try:
                raw = await backend.propose(prompts.to_classify(text, situation), within_s)
                return judged(raw, text, situation, embedded)
            except Refused as error:
                log.info("proposal_refused", reason=str(error))
            except BackendBusy:
                log.info("model_busy")
            except BackendFailed as error:
                log.warning("model_failed", reason=str(error))
                await self._minds.failed(backend, str(error))
        return replace(embedded, degraded=True)

    def _recall(self, key: tuple[str, Situation, bool]) -> Understanding | None:
        found = self._cache.get(key)
        if found is not None:
            self._cache.move_to_end(key)
        return found

    def _remember(self, key: tuple[str, Situation, bool], understood: Understanding) -> None:
        if self._cache_size == 0:
            return
        self._cache[key] = understood
        if len(self._cache) > self._cache_size:
            self._cache.popitem(last=False)


def wants_help(understood: Understanding) -> bool:
    """Unsure, or a free question. What the embedded stage knows for certain is never asked again."""
    if understood.source is Source.COMMAND or len(understood.actions) > 1:
        return False
    return understood.source is Source.FALLBACK or understood.actions[0].intent is Intent.QUESTION
