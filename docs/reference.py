"""Writes the pages that are made from the code, so that they cannot lie: docs/api/ and docs/settings.md.

`make docs` runs it; a contract test compares its pages with the checked-in ones. Prose is not its business.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic_settings import BaseSettings

from orchestrator.settings import OrchestratorSettings
from services.llm.app import build as build_llm
from services.llm.settings import LlmSettings
from services.stt.app import build as build_stt
from services.stt.settings import SttSettings
from services.tts.app import build as build_tts
from services.tts.settings import TtsSettings
from shared.service.run import openapi_text
from shared.service.settings import ServiceSettings

DOCS = Path(__file__).resolve().parent
MADE = "<!-- Made by docs/reference.py (`make docs`). Change the code, not this page. -->\n\n"

Json = dict[str, Any]


def pages() -> dict[str, str]:
    """Every page by its path under docs/."""
    openapi = {
        "stt": openapi_text(build_stt(SttSettings())),
        "tts": openapi_text(build_tts(TtsSettings())),
        "llm": openapi_text(build_llm(LlmSettings())),
    }
    made = {f"api/{name}.json": text for name, text in openapi.items()}
    made |= {f"api/{name}.md": _service_page(json.loads(text)) for name, text in openapi.items()}
    made["settings.md"] = _settings_page()
    return made


# -- one service -------------------------------------------------------------------------------------------------------


def _service_page(openapi: Json) -> str:
    schemas: Json = openapi["components"]["schemas"]
    parts = [f"# {openapi['info']['title']}\n\n{openapi['info'].get('summary', '')}\n"]
    parts.append("What all services share (health, errors, headers) is on [one page](../api.md).\n")
    told: set[str] = set()
    for path, operations in openapi["paths"].items():
        for verb, operation in operations.items():
            if path in ("/health", "/ready", "/metrics"):
                continue
            parts.append(_operation(verb, path, operation, schemas, told))
    return MADE + "\n".join(parts)


def _operation(verb: str, path: str, operation: Json, schemas: Json, told: set[str]) -> str:
    lines = [f"## {verb.upper()} {path}\n"]
    if says := operation.get("description", "").strip():
        lines.append(says + "\n")
    contents: Json = operation.get("requestBody", {}).get("content", {})
    for media, content in contents.items():
        schema = _followed(content.get("schema", {}), schemas)
        if schema.get("properties"):
            lines += [f"**Takes** `{media}`:\n", *_table(schema, schemas, takes=True)]
            lines += _parts_of(schema, schemas, told)
    sound = [f"`{media}`" for media, content in contents.items() if content["schema"].get("format") == "binary"]
    if sound:
        lines.append(f"Or the sound itself as the body: {', '.join(sound)}.\n")
    for media, content in operation["responses"].get("200", {}).get("content", {}).items():
        schema = _followed(content.get("schema", {}), schemas)
        if schema.get("properties"):
            lines += [f"**Answers** `{media}`:\n", *_table(schema, schemas)]
            lines += _parts_of(schema, schemas, told)
    return "\n".join(lines)


def _table(schema: Json, schemas: Json, *, takes: bool = False) -> list[str]:
    required = set(schema.get("required", ()))
    lines = ["| field | type | default | |", "|---|---|---|---|"]
    for name, field in schema["properties"].items():
        if "const" in field and name == "success":
            continue
        default = ("*needed*" if takes else "") if name in required else _code(field.get("default"))
        says = field.get("description", "").replace("\n", " ").replace("|", "\\|")
        lines.append(f"| `{name}` | {_type(field, schemas)} | {default} | {says} |")
    return [*lines, ""]


def _parts_of(schema: Json, schemas: Json, told: set[str]) -> list[str]:
    """The objects that a table names, each told once a page."""
    lines: list[str] = []
    for name in _names_in(schema):
        part = schemas[name]
        if name in told or not part.get("properties"):
            continue
        told.add(name)
        lines += [f"**{name}**:\n", *_table(part, schemas), *_parts_of(part, schemas, told)]
    return lines


def _names_in(schema: Json) -> list[str]:
    found: list[str] = []
    waiting: list[Any] = list(schema.get("properties", {}).values())
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, dict):
            if "$ref" in one:
                found.append(one["$ref"].rsplit("/", 1)[-1])
            waiting += [value for key, value in one.items() if key in ("anyOf", "items", "additionalProperties")]
        elif isinstance(one, list):
            waiting += one
    return found


def _followed(schema: Json, schemas: Json) -> Json:
    return schemas[schema["$ref"].rsplit("/", 1)[-1]] if "$ref" in schema else schema


def _type(field: Json, schemas: Json) -> str:
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        values = schemas[name].get("enum")
        # A list longer than a table cell can carry is told by its own endpoint (`GET /intents`).
        return _choices(values) if values and len(values) <= 8 else name
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(_type(one, schemas) for one in field["anyOf"]))
    if "enum" in field:
        return _choices(field["enum"])
    if "const" in field:
        return _code(field["const"])
    if field.get("type") == "array":
        return f"list of {_type(field.get('items', {}), schemas)}"
    return str(field.get("type", "any")) + _bounds(field)


def _bounds(field: Json) -> str:
    low, high = field.get("minimum"), field.get("maximum")
    return f" ({low:g}-{high:g})" if low is not None and high is not None else ""


def _choices(values: list[object]) -> str:
    return ", ".join(f"`{value}`" for value in values)


def _code(value: object) -> str:
    if value is None:
        return ""
    return f"`{json.dumps(value, ensure_ascii=False)}`" if not isinstance(value, str) else f'`"{value}"`'


# -- all settings ------------------------------------------------------------------------------------------------------


def _settings_page() -> str:
    parts = [
        "# Every setting\n",
        "Set them in the environment, or in a file `.env` beside the Makefile (`STT_PORT=8111`, one a line).",
        "What all three services share is told once; write `STT_`, `TTS_` or `LLM_` in place of `*_`.\n",
        "## All three services\n",
        *_options(ServiceSettings, "*_", frozenset({"port"})),
    ]
    common = frozenset(ServiceSettings.model_fields)
    for title, settings in (
        ("Speech to text", SttSettings),
        ("Text to speech", TtsSettings),
        ("Language", LlmSettings),
        ("The orchestrator", OrchestratorSettings),
    ):
        prefix = str(settings.model_config.get("env_prefix", ""))
        same = frozenset(
            name for name in common & settings.model_fields.keys()
            if repr(settings.model_fields[name]) == repr(ServiceSettings.model_fields[name])
        )  # fmt: skip
        parts += [f"## {title}\n", *_options(settings, prefix, same)]
    return MADE + "\n".join(parts)


def _options(settings: type[BaseSettings] | type[BaseModel], prefix: str, leave: frozenset[str]) -> list[str]:
    lines = ["| setting | default | |", "|---|---|---|", *_rows(settings, prefix, leave)]
    return [*lines, ""]


def _rows(settings: type[BaseModel], prefix: str, leave: frozenset[str] = frozenset()) -> list[str]:
    rows: list[str] = []
    for name, field in settings.model_fields.items():
        if name in leave:
            continue
        env = f"{prefix}{name}".upper()
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            rows += _rows(field.annotation, f"{env}__")
            continue
        default = field.get_default(call_default_factory=True, validated_data={})
        rows.append(f"| `{env}` | {_code(_plain(default))} | {field.description or ''} |")
    return rows


def _plain(value: object) -> object:
    if isinstance(value, list | tuple | frozenset | set):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def main() -> int:
    for name, text in pages().items():
        page = DOCS / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")
            sys.stdout.write(f"wrote docs/{name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
