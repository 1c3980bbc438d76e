"""Facts to JSON and back: `--save` writes what was seen, `--facts` judges a recording, tests keep machines this way."""

import json
import types
from dataclasses import asdict, fields, is_dataclass
from pathlib import Path
from typing import Union, get_args, get_origin, get_type_hints

from deploy.doctor.facts import Facts


class Unreadable(Exception):
    """Not a recording of ours; the message says where it stops being one."""


def text(facts: Facts) -> str:
    return json.dumps(asdict(facts), ensure_ascii=False, indent=1) + "\n"


def write(facts: Facts, file: Path) -> None:
    file.write_text(text(facts), encoding="utf-8")


def read(file: Path) -> Facts:
    try:
        return parse(file.read_text(encoding="utf-8"), str(file))
    except OSError as error:
        raise Unreadable(f"{file} cannot be read: {error}") from error


def parse(written: str, name: str) -> Facts:
    """What `text` wrote; `name` says whose it is, for the complaint."""
    try:
        return _facts(json.loads(written))
    except ValueError as error:
        raise Unreadable(f"{name} cannot be read: {error}") from error


def _facts(value: object) -> Facts:
    made = _build(Facts, value, "facts")
    if not isinstance(made, Facts):  # never; tells the type checker what _build knows
        raise Unreadable("not facts")
    return made


def _build(wanted: object, value: object, where: str) -> object:
    """`value` as the type `wanted`. Unknown fields are left out: newer recordings may have more."""
    origin, inside = get_origin(wanted), get_args(wanted)
    if is_dataclass(wanted) and isinstance(wanted, type):
        if not isinstance(value, dict):
            raise Unreadable(f"{where} is not an object")
        hints = get_type_hints(wanted)
        known = {one.name for one in fields(wanted)}
        made = {key: _build(hints[key], part, f"{where}.{key}") for key, part in value.items() if key in known}
        try:
            return wanted(**made)
        except TypeError as error:
            raise Unreadable(f"{where}: {error}") from error
    if origin is tuple:
        if not isinstance(value, list):
            raise Unreadable(f"{where} is not a list")
        return tuple(_build(inside[0], part, f"{where}[{number}]") for number, part in enumerate(value))
    if origin is dict:
        if not isinstance(value, dict):
            raise Unreadable(f"{where} is not an object")
        return {str(key): _build(inside[1], part, f"{where}.{key}") for key, part in value.items()}
    if origin in (Union, types.UnionType):
        return None if value is None else _build(next(one for one in inside if one is not type(None)), value, where)
    if wanted is float and isinstance(value, int):
        return float(value)
    if isinstance(wanted, type) and isinstance(value, wanted):
        return value
    raise Unreadable(f"{where} is {value!r}")
