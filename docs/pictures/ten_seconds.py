"""Takes the picture in the README: a real cook types at the real program, and the terminal is drawn as SVG.

    make up && .venvs/dev/bin/python docs/pictures/ten_seconds.py

Nothing is staged: what stands in the picture is what the program printed a moment ago.
"""

import os
import re
import sys
import tempfile
import time
from pathlib import Path

import pexpect
import pyte
from rich.console import Console
from rich.style import Style
from rich.text import Text

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ROWS, COLUMNS = 35, 92
SAID = ["다음", "간장 얼마나?", "타이머 시작", "왜 다음으로 넘어갔어?", "how long left?", "다 했어"]
_NAMED = {"brown": "yellow", "brightblack": "bright_black", "default": None}


def colour(name: str) -> str | None:
    if re.fullmatch(r"[0-9a-f]{6}", name):
        return f"#{name}"
    plain = _NAMED.get(name, name)
    return plain.replace("bright", "bright_") if plain and plain.startswith("bright") and "_" not in plain else plain


def drawn(screen: pyte.Screen) -> Text:
    picture = Text()
    last = max((row for row in range(ROWS) if screen.display[row].strip()), default=0)
    for row in range(last + 1):
        for column in range(COLUMNS):
            cell = screen.buffer[row][column]
            style = Style(
                color=colour(cell.fg),
                bgcolor=colour(cell.bg),
                bold=cell.bold,
                italic=cell.italics,
                reverse=cell.reverse,
            )
            picture.append(cell.data, style)  # the second half of a wide letter is empty: it takes no place of its own
        picture.append("\n")
    return picture


def main() -> None:
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    with tempfile.TemporaryDirectory() as home:
        program = pexpect.spawn(
            sys.executable,
            ["-m", "orchestrator", "--recipe", "kimchi-jjigae", "--lang", "ko"],
            cwd=str(ROOT),
            env={**os.environ, "SOUS_HOME": home, "TERM": "xterm-256color", "PYTHONUTF8": "1"},
            dimensions=(ROWS, COLUMNS),
        )

        def look(seconds: float) -> None:
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                try:
                    said = program.read_nonblocking(65536, timeout=0.1)
                except pexpect.TIMEOUT:
                    continue
                stream.feed(said)
                if b"\x1b[6n" in said:  # "where is the cursor?": a real terminal answers
                    program.send(f"\x1b[{screen.cursor.y + 1};{screen.cursor.x + 1}R")

        look(3)
        for utterance in SAID:
            program.send(utterance)
            look(0.3)
            program.send("\r")
            look(1.2)
        program.close(force=True)
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere)
        console.print(drawn(screen), end="")
    svg = console.export_svg(title="make chat")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # a picture fetches nothing
    (HERE / "ten-seconds.svg").write_text(svg)


if __name__ == "__main__":
    main()
