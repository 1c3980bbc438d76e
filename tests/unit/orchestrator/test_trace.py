"""The waterfall of a session: read back tolerantly, drawn for a terminal and as a picture."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from orchestrator import trace
from orchestrator.trace import TurnTrace

TURNS = [
    TurnTrace(1.0, "다음", "next_step", {"understand": 2.0, "decide": 0.2, "remember": 3.0, "total": 5.2}),
    TurnTrace(2.0, "왜 <이래> & 'so'", "question", {"understand": 1.0, "decide": 0.1, "answer": 400.0, "total": 401.1}),
]


def test_what_was_written_comes_back_and_a_torn_line_does_not_matter(tmp_path: Path) -> None:
    for turn in TURNS:
        trace.append(tmp_path, turn)
    with (tmp_path / trace.FILE).open("ab") as file:
        file.write(b'{"at": 3, "tex')
    assert trace.read(tmp_path) == TURNS
    assert trace.read(tmp_path / "nowhere") == []


def test_the_longest_stage_is_the_longest_bar() -> None:
    lines = trace.drawn(TURNS)
    assert lines[2].count("A") > 40
    assert "next_step" in lines[1]


def test_the_picture_is_well_formed() -> None:
    root = ElementTree.fromstring(trace.svg(TURNS))
    assert root.tag.endswith("svg")
    assert trace.svg([]).startswith("<svg")
