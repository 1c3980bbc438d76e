"""Asking :8012 to speak."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from shared.client.base import ServiceClient, json_call
from shared.client.caller import Call
from shared.client.problems import within_contract
from shared.contracts.health import ServiceName
from shared.contracts.tts import (
    AudioHeader,
    NormalizeReply,
    NormalizeRequest,
    PrefetchReply,
    PrefetchRequest,
    SynthesizeRequest,
    VoicesReply,
)


@dataclass(frozen=True, slots=True)
class Speech:
    audio: bytes
    media_type: str
    engine: str
    voice: str
    sample_rate: int
    duration_s: float | None
    cached: bool
    fallback_from: str | None


@dataclass(frozen=True, slots=True)
class SpeechStream:
    media_type: str
    engine: str
    voice: str
    sample_rate: int
    chunks: AsyncIterator[bytes]


class TtsClient(ServiceClient):
    service = ServiceName.TTS

    async def synthesize(self, request: SynthesizeRequest, *, total_s: float = 10.0) -> Speech:
        response = await self._caller.send(json_call("/synthesize", request, total_s=total_s))
        headers = response.headers
        duration = headers.get(AudioHeader.DURATION)
        with within_contract(self.service):
            return Speech(
                audio=response.content,
                media_type=headers.get("content-type", ""),
                engine=headers.get(AudioHeader.ENGINE, ""),
                voice=headers.get(AudioHeader.VOICE, ""),
                sample_rate=int(headers.get(AudioHeader.SAMPLE_RATE, "0")),
                duration_s=float(duration) if duration else None,
                cached=headers.get(AudioHeader.CACHE) == "hit",
                fallback_from=headers.get(AudioHeader.FALLBACK_FROM),
            )

    @asynccontextmanager
    async def stream(self, request: SynthesizeRequest, *, first_byte_s: float = 5.0) -> AsyncIterator[SpeechStream]:
        """Audio as it is made. Leaving the block early (the cook said stop) hangs up and frees the engine."""
        call = json_call("/synthesize", request.model_copy(update={"stream": True}), total_s=first_byte_s)
        async with self._caller.stream(call) as response:
            with within_contract(self.service):
                sample_rate = int(response.headers.get(AudioHeader.SAMPLE_RATE, "0"))
            yield SpeechStream(
                media_type=response.headers.get("content-type", ""),
                engine=response.headers.get(AudioHeader.ENGINE, ""),
                voice=response.headers.get(AudioHeader.VOICE, ""),
                sample_rate=sample_rate,
                chunks=_chunks(response),
            )

    async def prefetch(self, request: PrefetchRequest) -> PrefetchReply:
        response = await self._caller.send(json_call("/prefetch", request))
        return self._caller.parse(PrefetchReply.model_validate_json, response)

    async def normalize(self, request: NormalizeRequest) -> NormalizeReply:
        response = await self._caller.send(json_call("/normalize", request))
        return self._caller.parse(NormalizeReply.model_validate_json, response)

    async def voices(self) -> VoicesReply:
        response = await self._caller.send(Call("GET", "/voices"))
        return self._caller.parse(VoicesReply.model_validate_json, response)


async def _chunks(response: httpx.Response) -> AsyncIterator[bytes]:
    async for chunk in response.aiter_raw():
        yield chunk
