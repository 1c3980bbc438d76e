"""The client kit: one way to call a service, with a deadline, retries, a circuit breaker and a trace id.

    llm = LlmClient("http://127.0.0.1:8013")
    reply = await llm.classify(ClassifyRequest(text="다음"))

Whatever goes wrong arrives as `ServiceUnavailable` (go on without that service) or `ServiceRefused` (the request was
wrong). Retries happen in `caller.py` and nowhere else in the house.
"""

from shared.client.breaker import Breaker, BreakerPolicy, BreakerState
from shared.client.caller import Caller, CallPolicy
from shared.client.llm import LlmClient
from shared.client.problems import ServiceProblem, ServiceRefused, ServiceUnavailable
from shared.client.stt import SttClient
from shared.client.tts import Speech, SpeechStream, TtsClient

__all__ = [
    "Breaker",
    "BreakerPolicy",
    "BreakerState",
    "CallPolicy",
    "Caller",
    "LlmClient",
    "ServiceProblem",
    "ServiceRefused",
    "ServiceUnavailable",
    "Speech",
    "SpeechStream",
    "SttClient",
    "TtsClient",
]
