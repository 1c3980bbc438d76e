"""One way to log: structlog for our lines and the libraries' alike, masked last of all before rendering.

User text and audio are never logged at the default level. An exception's message may quote what the user said (a
validation error does), so by default only its type and place are logged; DEBUG shows everything, masked.
"""

import logging
import sys
import traceback
from types import TracebackType
from typing import Literal, cast

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from shared.service.privacy import mask_value
from shared.span import current_span

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def _add_trace(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    event.setdefault("trace_id", current_span().trace_id)
    return event


def _as_exc_info(value: object) -> ExcInfo | None:
    if isinstance(value, BaseException):
        return type(value), value, value.__traceback__
    if value is True:
        value = sys.exc_info()
    if isinstance(value, tuple) and value[0] is not None:
        return cast(ExcInfo, value)
    return None


class _ExceptionInBrief:
    """Type and place of an exception; its words only when they may be shown."""

    def __init__(self, *, with_words: bool) -> None:
        self._with_words = with_words

    def __call__(self, _: WrappedLogger, __: str, event: EventDict) -> EventDict:
        found = _as_exc_info(event.pop("exc_info", None))
        if found is None:
            return event
        kind, error, where = found
        event["error"] = kind.__name__
        if self._with_words:
            event["exception"] = "".join(traceback.format_exception(kind, error, where))
        else:
            frames = traceback.extract_tb(where)[-3:]
            event["at"] = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames]
        return event


class _Mask:
    def __init__(self, *, spoken: bool) -> None:
        self._spoken = spoken

    def __call__(self, _: WrappedLogger, __: str, event: EventDict) -> EventDict:
        for key in list(event):
            if key.startswith("_"):
                continue
            # `event` is our own fixed wording; at DEBUG what was said may be shown, but still masked.
            value = mask_value(event[key], "" if key == "event" or self._spoken else key)
            event[key] = value if not self._spoken else mask_value(value, "")
        return event


def configure_logging(level: str, style: Literal["json", "console"], **fixed: str) -> None:
    """Call once per process, before the first line is logged."""
    words = level == "DEBUG"

    def add_fixed(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
        for key, value in fixed.items():
            event.setdefault(key, value)
        return event

    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        add_fixed,
        _add_trace,
        _ExceptionInBrief(with_words=words),
    ]
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*shared],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _ExceptionInBrief(with_words=words),
            _Mask(spoken=words),
            renderer,
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for chatty in ("httpx", "httpcore", "aiohttp.access", "uvicorn.access", "asyncio", "faster_whisper"):
        logging.getLogger(chatty).setLevel("WARNING")
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        cache_logger_on_first_use=True,
    )


def get_logger(name: str) -> structlog.typing.FilteringBoundLogger:
    return cast(structlog.typing.FilteringBoundLogger, structlog.get_logger(name))
