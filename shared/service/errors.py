"""How an error is raised inside a service and how it leaves it: always the one envelope, never a stack trace."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.types import Send

from shared.contracts.errors import ErrorBody, ErrorCode, ErrorEnvelope, ErrorType
from shared.span import current_span


class ServiceError(HTTPException):
    """Something went wrong that the client should hear about, in words a person understands.

    An HTTPException by birth: FastAPI re-raises those from body parsing and turns everything else into a bare 400.
    """

    def __init__(
        self,
        code: ErrorCode,
        message: str,
        *,
        param: str | None = None,
        retry_after_s: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        extra = dict(headers or {})
        if retry_after_s is not None:
            extra["Retry-After"] = str(max(1, round(retry_after_s)))
        super().__init__(code.status, message, extra)
        self.code = code
        self.message = message
        self.param = param

    def envelope(self) -> ErrorEnvelope:
        return ErrorEnvelope(
            error=ErrorBody(
                code=self.code,
                message=self.message,
                type=ErrorType.of(self.code.status),
                param=self.param,
                trace_id=current_span().trace_id,
            )
        )

    def body(self) -> bytes:
        # ASCII on purpose: a field name quoted back may hold half a surrogate pair, which UTF-8 cannot carry.
        return json.dumps(self.envelope().model_dump(mode="json"), ensure_ascii=True).encode("ascii")


async def send_error(send: Send, error: ServiceError) -> None:
    headers = {"content-type": "application/json", **{k.lower(): v for k, v in (error.headers or {}).items()}}
    body = error.body()
    headers["content-length"] = str(len(body))
    await send(
        {
            "type": "http.response.start",
            "status": error.status_code,
            "headers": [(k.encode("latin-1"), v.encode("latin-1", "replace")) for k, v in headers.items()],
        }
    )
    await send({"type": "http.response.body", "body": body})


def from_http_exception(error: HTTPException) -> ServiceError:
    """The framework's own refusals (no such path, wrong method, unreadable body) in our envelope."""
    if isinstance(error, ServiceError):
        return error
    if error.status_code == 404:
        return ServiceError(ErrorCode.NOT_FOUND, "There is nothing at this address; /docs lists what there is.")
    if error.status_code == 405:
        return ServiceError(
            ErrorCode.METHOD_NOT_ALLOWED,
            "This address answers another method; see the Allow header.",
            headers=error.headers,
        )
    if error.status_code == 413:
        return ServiceError(ErrorCode.BODY_TOO_LARGE, "The request body is too large.")
    if error.status_code < 500:
        return ServiceError(ErrorCode.MALFORMED_REQUEST, "The request body could not be read.")
    return ServiceError(ErrorCode.INTERNAL, "The server made a mistake; its log has the details.")


def from_validation_error(error: RequestValidationError) -> ServiceError:
    return _from_problems(error.errors())


def _from_problems(problems: Sequence[Mapping[str, Any]]) -> ServiceError:
    # What isn't JSON at all is malformed (400); JSON with a wrong field is invalid (422).
    first = problems[0]
    where = [str(part) for part in first.get("loc", ()) if part not in ("body", "query", "header", "path")]
    param = ".".join(where) or None
    kind = str(first.get("type", ""))
    message = str(first.get("msg", "Invalid value"))
    if kind == "json_invalid":
        return ServiceError(ErrorCode.MALFORMED_REQUEST, "The request body is not valid JSON.")
    if kind == "missing" and param is None:
        return ServiceError(ErrorCode.INVALID_FIELD, "The request needs a JSON body.")
    if kind in ("model_attributes_type", "dict_type") and param is None:
        return ServiceError(ErrorCode.INVALID_FIELD, "The request body must be a JSON object.")
    if kind == "extra_forbidden":
        return ServiceError(
            ErrorCode.UNKNOWN_FIELD, f"There is no field {param!r} here; check its spelling.", param=param
        )
    if kind == "missing":
        return ServiceError(ErrorCode.INVALID_FIELD, f"The field {param!r} is required.", param=param)
    return ServiceError(ErrorCode.INVALID_FIELD, f"{param or 'request'}: {message}.", param=param)
