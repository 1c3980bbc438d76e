"""Draws docs/llm-confusion.svg and docs/llm-risk-coverage.svg: how the model alone does on templates it never saw.

Every eighth template family is left out of a fit of its own, so that nothing in the pictures was learned from.
Run by `python benchmarks/llm_classify.py --pictures`; needs scikit-learn.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import numpy.typing as npt

from services.llm.training import train
from services.llm.training.expand import utterances
from shared.kitchen.intents import STATE_CHANGING, Intent

CELL = 15
INK, PAPER, RED = "#1f2937", "#ffffff", "#b91c1c"

Doubles = npt.NDArray[np.float64]


def draw(folder: Path) -> None:
    said = utterances()
    seen = train.look(said)
    kept = [i for i, utterance in enumerate(said) if not train.held_out(utterance.family)]
    rest = [i for i, utterance in enumerate(said) if train.held_out(utterance.family)]
    fit = train.Fit([said[i] for i in kept], [seen[i] for i in kept])
    truth = np.asarray([fit.intents.index(said[i].intent) for i in rest])
    logits = fit.logits([seen[i] for i in rest]) / train.temperature(fit.logits([seen[i] for i in rest]), truth)
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    (folder / "llm-confusion.svg").write_text(confusion(shares, truth, fit.intents), encoding="utf-8")
    (folder / "llm-risk-coverage.svg").write_text(risk_coverage(shares, truth, fit.intents), encoding="utf-8")


def confusion(shares: Doubles, truth: npt.NDArray[np.int64], intents: list[Intent]) -> str:
    count = len(intents)
    table = np.zeros((count, count))
    for right, guess in zip(truth, shares.argmax(axis=1), strict=True):
        table[right, guess] += 1
    table /= np.maximum(table.sum(axis=1, keepdims=True), 1)
    left, top = 130, 120
    parts = []
    for row in range(count):
        y = top + row * CELL
        parts.append(f'<text x="{left - 6}" y="{y + 11}" text-anchor="end">{intents[row].value}</text>')
        x = left + row * CELL + 11
        parts.append(f'<text transform="translate({x},{top - 6}) rotate(-60)">{intents[row].value}</text>')
        for column in range(count):
            share = table[row, column]
            if share >= 0.01:
                colour = INK if row == column else RED
                place = f'x="{left + column * CELL}" y="{y}" width="{CELL - 1}" height="{CELL - 1}"'
                parts.append(f'<rect {place} fill="{colour}" fill-opacity="{share:.2f}"/>')
    side = count * CELL
    return page(left + side + 70, top + side + 30, "Rows: meant. Columns: understood. Red: wrong.", parts)


def risk_coverage(shares: Doubles, truth: npt.NDArray[np.int64], intents: list[Intent]) -> str:
    acts = np.asarray([intent in STATE_CHANGING for intent in intents])
    guess, sure = shares.argmax(axis=1), shares.max(axis=1)
    wrong = guess != truth
    moved = acts[guess] & ~acts[truth]
    order = np.argsort(-sure)
    covered = np.arange(1, len(order) + 1) / len(order)
    left, top, width, height = 60, 30, 480, 300
    parts = [f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="none" stroke="{INK}"/>']
    for tick in range(0, 11, 2):
        x, y = left + width * tick / 10, top + height * (1 - tick / 10)
        parts.append(f'<text x="{x}" y="{top + height + 16}" text-anchor="middle">{tick * 10}%</text>')
        parts.append(f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{tick * 3}%</text>')
    for name, bad, colour, y in (("wrong intent", wrong, INK, 50), ("acted, but should not have", moved, RED, 68)):
        risk = np.cumsum(bad[order]) / np.arange(1, len(order) + 1)
        step = max(1, len(order) // 300)
        line = " ".join(
            f"{left + width * c:.1f},{top + height * (1 - min(r / 0.3, 1)):.1f}"
            for c, r in zip(covered[::step], risk[::step], strict=True)
        )
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        parts.append(f'<text x="{left + 14}" y="{y}" fill="{colour}">{name}</text>')
    parts.append(f'<text x="{left + width / 2}" y="{top + height + 36}" text-anchor="middle">share answered</text>')
    return page(left + width + 30, top + height + 50, "Risk among the most confident answers", parts)


def page(width: int, height: int, title: str, parts: list[str]) -> str:
    style = f"text{{font:10px sans-serif;fill:{INK}}}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    paper = f'<rect width="{width}" height="{height}" fill="{PAPER}"/>'
    return "\n".join([head, f"<style>{style}</style>", paper, f'<text x="8" y="16">{title}</text>', *parts, "</svg>\n"])


if __name__ == "__main__":
    draw(Path(__file__).resolve().parents[1] / "docs")
