"""Asking :8011 what was said."""

from collections.abc import Sequence

from shared.client.base import ServiceClient
from shared.client.caller import Call
from shared.contracts.health import ServiceName
from shared.contracts.stt import SpokenLanguage, Transcript


class SttClient(ServiceClient):
    service = ServiceName.STT

    async def transcribe(
        self,
        audio: bytes,
        *,
        media_type: str = "audio/wav",
        language: SpokenLanguage = "auto",
        keywords: Sequence[str] = (),
        total_s: float = 10.0,
    ) -> Transcript:
        fields: dict[str, str | list[str]] = {"language": language}
        if keywords:
            fields["keywords"] = list(keywords)
        call = Call("POST", "/transcribe", files={"file": ("speech", audio, media_type)}, data=fields, total_s=total_s)
        response = await self._caller.send(call)
        return self._caller.parse(Transcript.model_validate_json, response)
