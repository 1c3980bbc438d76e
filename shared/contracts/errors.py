"""The one error envelope and the one list of stable error codes.

"What does 429 mean?" is answered by `ErrorCode`; how errors are raised and sent is in `shared/service/errors.py`.
"""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from shared.contracts.base import Reply


class ErrorCode(StrEnum):
    MALFORMED_REQUEST = "malformed_request"
    REMOVED_PARAMETER = "removed_parameter"
    UNAUTHORIZED = "unauthorized"
    NOT_FOUND = "not_found"
    UNKNOWN_VOICE = "unknown_voice"
    UNKNOWN_MODEL = "unknown_model"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    BODY_TOO_LARGE = "body_too_large"
    TEXT_TOO_LONG = "text_too_long"
    AUDIO_TOO_LONG = "audio_too_long"
    UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type"
    NOT_AUDIO = "not_audio"
    INVALID_FIELD = "invalid_field"
    UNKNOWN_FIELD = "unknown_field"
    BUSY = "busy"
    INTERNAL = "internal"
    UPSTREAM_FAILED = "upstream_failed"
    LOADING = "loading"
    DRAINING = "draining"
    ENGINE_FAILED = "engine_failed"
    DEADLINE_EXCEEDED = "deadline_exceeded"

    @property
    def status(self) -> int:
        return STATUS[self]


STATUS: dict[ErrorCode, int] = {
    ErrorCode.MALFORMED_REQUEST: 400,
    ErrorCode.REMOVED_PARAMETER: 400,
    ErrorCode.UNAUTHORIZED: 401,
    ErrorCode.NOT_FOUND: 404,
    ErrorCode.UNKNOWN_VOICE: 404,
    ErrorCode.UNKNOWN_MODEL: 404,
    ErrorCode.METHOD_NOT_ALLOWED: 405,
    ErrorCode.BODY_TOO_LARGE: 413,
    ErrorCode.TEXT_TOO_LONG: 413,
    ErrorCode.AUDIO_TOO_LONG: 413,
    ErrorCode.UNSUPPORTED_MEDIA_TYPE: 415,
    ErrorCode.NOT_AUDIO: 415,
    ErrorCode.INVALID_FIELD: 422,
    ErrorCode.UNKNOWN_FIELD: 422,
    ErrorCode.BUSY: 429,
    ErrorCode.INTERNAL: 500,
    ErrorCode.UPSTREAM_FAILED: 502,
    ErrorCode.LOADING: 503,
    ErrorCode.DRAINING: 503,
    ErrorCode.ENGINE_FAILED: 503,
    ErrorCode.DEADLINE_EXCEEDED: 504,
}


class ErrorType(StrEnum):
    """OpenAI's coarse grouping, so that its clients raise the exception their users expect."""

    INVALID_REQUEST = "invalid_request_error"
    AUTHENTICATION = "authentication_error"
    RATE_LIMIT = "rate_limit_error"
    SERVER = "server_error"

    @classmethod
    def of(cls, status: int) -> "ErrorType":
        if status == 401:
            return cls.AUTHENTICATION
        if status == 429:
            return cls.RATE_LIMIT
        return cls.SERVER if status >= 500 else cls.INVALID_REQUEST


class ErrorBody(Reply):
    code: ErrorCode = Field(description="Stable; see the list.")
    message: str = Field(description="In plain words: what happened and what to do.")
    type: ErrorType
    param: str | None = Field(default=None, description="The field at fault.")
    trace_id: str | None = Field(default=None, description="The same as in the logs.")


class ErrorEnvelope(Reply):
    success: Literal[False] = False
    error: ErrorBody
