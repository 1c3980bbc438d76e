"""How the tables are read, and what a row says. Not for looking anything up: each table has a module of its own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from shared.kitchen.language import Language

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """An answer in both languages, and where it comes from."""

    ko: str
    en: str
    source: str

    def said(self, language: Language) -> str:
        return self.ko if language is Language.KO else self.en


@cache
def table(name: str) -> Mapping[str, Any]:
    read: dict[str, Any] = json.loads((_HERE / f"{name}.json").read_text(encoding="utf-8"))
    return read
