"""Reading a request that carries sound: multipart with a `file`, or the sound itself as the body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.datastructures import Headers, UploadFile

from services.stt.audio import RawPcm
from services.stt.listening import Sound
from shared.contracts.errors import ErrorCode
from shared.service.admission import Priority
from shared.service.errors import ServiceError

M = TypeVar("M", bound=BaseModel)

#: `(name, value)` as they came, a name possibly several times.
Fields = list[tuple[str, str]]

_NOT_SOUND: Final = ("application/json", "application/x-www-form-urlencoded", "text/", "image/")
_PARAMETER: Final = re.compile(r";\s*([\w-]+)\s*=\s*\"?([\w.-]+)\"?")


@dataclass(frozen=True, slots=True)
class Sent:
    sound: Sound
    fields: Fields


async def read(request: Request) -> Sent:
    kind = request.headers.get("content-type", "")
    fields = list(request.query_params.multi_items())
    if kind.lower().startswith("multipart/form-data"):
        return await _multipart(request, fields)
    if kind.lower().startswith(_NOT_SOUND):
        raise ServiceError(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            "Send the sound as multipart/form-data with a `file`, or as the body with its own Content-Type.",
        )
    return Sent(Sound(await request.body(), raw_pcm(kind)), fields)


async def _multipart(request: Request, fields: Fields) -> Sent:
    async with request.form(max_files=1, max_fields=64, max_part_size=64 * 1024) as form:
        upload = form.get("file")
        if not isinstance(upload, UploadFile):
            raise ServiceError(ErrorCode.INVALID_FIELD, "The field 'file' with the sound is required.", param="file")
        body = await upload.read()
        sound = Sound(body, raw_pcm(Headers(raw=upload.headers.raw).get("content-type", "")))
        fields += [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
        return Sent(sound, fields)


def priority(request: Request) -> Priority:
    """`X-Priority: batch` for files and prefetching: whoever waits for an answer goes first."""
    said = request.headers.get("x-priority", "interactive").strip().lower()
    found = {"interactive": Priority.INTERACTIVE, "batch": Priority.BATCH}.get(said)
    if found is None:
        raise ServiceError(ErrorCode.INVALID_FIELD, "X-Priority is 'interactive' or 'batch'.", param="X-Priority")
    return found


def raw_pcm(content_type: str) -> RawPcm | None:
    """`audio/pcm;rate=16000;channels=1` described; None for sound that describes itself."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind not in ("audio/pcm", "audio/x-pcm", "audio/raw"):
        return None
    said = {name.lower(): value for name, value in _PARAMETER.findall(content_type)}
    try:
        return RawPcm(int(said.get("rate", "16000")), int(said.get("channels", "1")))
    except ValueError as error:
        raise ServiceError(
            ErrorCode.INVALID_FIELD, "rate and channels must be whole numbers.", param="content-type"
        ) from error


def gathered(fields: Fields, lists: Iterable[str], alias: dict[str, str] | None = None) -> dict[str, object]:
    """Fields by name; those in `lists` may come several times, comma-separated, or with `[]` after the name."""
    found: dict[str, object] = {}
    many: dict[str, list[str]] = {name: [] for name in lists}
    for raw_name, value in fields:
        name = raw_name.removesuffix("[]")
        name = (alias or {}).get(name, name)
        if name in many:
            many[name] += [part.strip() for part in value.split(",") if part.strip()]
        else:
            found[name] = value
    return {**found, **{name: values for name, values in many.items() if values}}


def checked(model: type[M], fields: dict[str, object]) -> M:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from error
