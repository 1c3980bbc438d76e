"""How long each stage of each turn took, kept beside the session's log and drawn as a waterfall.

Diagnostics, not memory: written without syncing, never read to rebuild a session, safe to delete.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path

FILE = "trace.jsonl"
#: Stages in the order they happen, with the colour each is drawn in. "total" is the whole and is drawn by none.
#: `silence`, `wait` and `speak` are a spoken turn's: until the cook had been quiet long enough to ask for the words,
#: until it was sure that no more would come, until the first sound of the answer.
STAGES = {
    "silence": "#d3d3d3",
    "stt": "#4e79a7",
    "understand": "#59a14f",
    "wait": "#bab0ac",
    "decide": "#f28e2b",
    "remember": "#9c755f",
    "answer": "#b07aa1",
    "speak": "#e15759",
}
#: One letter each, where there is only room for letters.
LETTERS = dict(zip(STAGES, "_SUwDRA>", strict=True))


@dataclass(frozen=True, slots=True)
class TurnTrace:
    at: float
    text: str
    intent: str
    stages: dict[str, float]
    #: Where a spoken turn's speech ended, in seconds of the microphone's clock.
    ended_s: float | None = None

    @property
    def total(self) -> float:
        return sum(ms for name, ms in self.stages.items() if name in STAGES)


def append(folder: Path, trace: TurnTrace) -> None:
    line: dict[str, object] = {"at": trace.at, "text": trace.text, "intent": trace.intent, "stages": trace.stages}
    if trace.ended_s is not None:
        line["ended_s"] = round(trace.ended_s, 3)
    # The turn is decided and remembered, and the cook waits for its answer: a full disk costs a line of diagnostics.
    with suppress(OSError), (folder / FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def read(folder: Path) -> list[TurnTrace]:
    path = folder / FILE
    found: list[TurnTrace] = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else ():
        try:
            page = json.loads(line)
            stages = {str(name): float(ms) for name, ms in page["stages"].items()}
            ended_s = float(page["ended_s"]) if page.get("ended_s") is not None else None
            found.append(TurnTrace(float(page["at"]), str(page["text"]), str(page["intent"]), stages, ended_s))
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # a torn line of diagnostics is not worth a word
    return found


def drawn(traces: Iterable[TurnTrace], width: int = 48) -> list[str]:
    """The waterfall for a terminal: one bar a turn, one letter a stage."""
    turns = list(traces)
    longest = max((turn.total for turn in turns), default=0.0) or 1.0
    key = "  ".join(f"{letter}={name}" for name, letter in LETTERS.items())
    lines = [f"{'turn':>4}  {'ms':>8}  {'':<{width}}  {key}"]
    for number, turn in enumerate(turns, start=1):
        bar = "".join(letter * round(turn.stages.get(name, 0.0) / longest * width) for name, letter in LETTERS.items())
        lines.append(f"{number:>4}  {turn.total:>8.1f}  {bar or '.':<{width}}  {turn.intent:<18} {turn.text[:40]}")
    return lines


def svg(traces: Iterable[TurnTrace]) -> str:
    """The same as a picture that any browser opens."""
    turns = list(traces)
    longest = max((turn.total for turn in turns), default=0.0) or 1.0
    left, bar, row = 260, 620, 22
    height = row * (len(turns) + 2) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + bar + 110}" height="{height}" '
        'font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for number, (name, colour) in enumerate(STAGES.items()):
        parts.append(f'<rect x="{left + number * 88}" y="6" width="12" height="12" fill="{colour}"/>')
        parts.append(f'<text x="{left + number * 88 + 17}" y="16">{name}</text>')
    for number, turn in enumerate(turns, start=1):
        y = row * number + 10
        parts.append(f'<text x="8" y="{y + 13}">{escape(turn.text[:24] or turn.intent)}</text>')
        x = float(left)
        for name, colour in STAGES.items():
            ms = turn.stages.get(name, 0.0)
            if ms <= 0:
                continue
            width = ms / longest * bar
            parts.append(
                f'<rect x="{x:.1f}" y="{y}" width="{max(width, 0.5):.1f}" height="16" fill="{colour}">'
                f"<title>{name} {ms:.1f} ms</title></rect>"
            )
            x += width
        parts.append(f'<text x="{x + 6:.1f}" y="{y + 13}">{turn.total:.1f} ms</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
