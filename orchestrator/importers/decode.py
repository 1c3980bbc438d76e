"""Bytes to text and JSON, with every way it can go wrong named. UTF-8 first; old Korean files are CP949."""

import json
from typing import Any

from orchestrator.recipes.trouble import RecipeTrouble


def decode_text(raw: bytes, where: str) -> str:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError as error:
                raise RecipeTrouble(where, f"is not proper {encoding}: byte {error.start}") from error
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\x00" in raw[:4096]:
            raise RecipeTrouble(where, "is not a text file") from error
        try:
            text = raw.decode("cp949")
        except UnicodeDecodeError:
            raise RecipeTrouble(
                where, f"is neither UTF-8 nor CP949 text: byte {error.start} ({raw[error.start]:#04x}) fits neither"
            ) from error
        return text


def load_json(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise RecipeTrouble(
            f"{where}, line {error.lineno}, column {error.colno}", f"is not JSON: {error.msg}"
        ) from error
    except RecursionError as error:
        raise RecipeTrouble(where, "is nested too deeply") from error
    except ValueError as error:  # a number with thousands of digits
        raise RecipeTrouble(where, f"is not JSON we can read: {error}") from error
