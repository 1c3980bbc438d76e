"""`POST /classify`, `/classify/batch` and `GET /intents`: the HTTP face of understanding, no rules of its own."""

import time

from fastapi import APIRouter
from prometheus_client import Counter

from services.llm.cascade import Cascade
from services.llm.situation import Situation, Understanding
from services.llm.taxonomy import taxonomy
from shared.contracts.llm import (
    MAX_UTTERANCE,
    ClassifyBatchReply,
    ClassifyBatchRequest,
    ClassifyReply,
    ClassifyRequest,
    IntentsReply,
)
from shared.service.admission import Priority
from shared.service.json_body import JsonRoute
from shared.service.kit import Kit


def routes(kit: Kit, cascade: Cascade) -> APIRouter:
    router = APIRouter(route_class=JsonRoute, tags=["understanding"])
    understood_by = Counter(
        "sous_understood",
        "Utterances, by who understood them. `degraded`: a model was wanted and none answered in time.",
        ["source", "degraded"],
        registry=kit.metrics.registry,
    )

    @router.post("/classify")
    async def classify(request: ClassifyRequest) -> ClassifyReply:
        """What the cook meant: one intent, or several actions in spoken order."""
        began = time.perf_counter()
        text = kit.check_text(request.text, limit=MAX_UTTERANCE)
        understood = await cascade.understand(text, Situation.of(request), allow_llm=request.allow_llm)
        understood_by.labels(understood.source, str(understood.degraded).lower()).inc()
        return reply(understood, began)

    @router.post("/classify/batch")
    async def classify_batch(request: ClassifyBatchRequest) -> ClassifyBatchReply:
        """Up to 64 utterances at once, by the embedded model alone."""
        began = time.perf_counter()
        texts = [kit.check_text(item.text, f"items.{i}.text", MAX_UTTERANCE) for i, item in enumerate(request.items)]

        def work(_: object) -> list[ClassifyReply]:
            results = []
            for text, item in zip(texts, request.items, strict=True):
                started = time.perf_counter()
                results.append(reply(cascade.understand_alone(text, Situation.of(item)), started))
            return results

        results = await kit.admission.run(work, stage="understand", priority=Priority.BATCH)
        return ClassifyBatchReply(results=results, duration_ms=_ms_since(began))

    @router.get("/intents")
    async def intents() -> IntentsReply:
        """Every intent with its group, its slots and a few examples."""
        return taxonomy()

    return router


def reply(understood: Understanding, began: float) -> ClassifyReply:
    return ClassifyReply(
        intent=understood.actions[0].intent,
        slots=understood.actions[0].slots,
        actions=list(understood.actions),
        confidence=round(understood.confidence, 4),
        alternatives=list(understood.alternatives),
        language=understood.language,
        source=understood.source,
        degraded=understood.degraded,
        duration_ms=_ms_since(began),
    )


def _ms_since(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 3)
