"""How long a session of a thousand events takes to come back from disk.

python -m benchmarks.replay [--events 1000]
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from orchestrator.memory import SessionLog, recall
from orchestrator.recipes.shelf import BUNDLED, load_native
from orchestrator.session.action import Action, Slots, Utterance
from orchestrator.session.choosing import opened
from orchestrator.session.fold import replay
from orchestrator.session.state import State
from orchestrator.session.turn import take_turn
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

WANTED = (
    Intent.NEXT_STEP,
    Intent.SET_TIMER,
    Intent.PREVIOUS_STEP,
    Intent.CANCEL_TIMER,
    Intent.LIST_INGREDIENTS,
    Intent.UNDO,
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--events", type=int, default=1000)
    wanted = parser.parse_args().events
    with tempfile.TemporaryDirectory() as folder:
        written, turns, size = write(Path(folder), wanted)
        recall(Path(folder), "long")
        took = []
        for _ in range(15):
            began = time.perf_counter()
            remembered = recall(Path(folder), "long")
            took.append((time.perf_counter() - began) * 1000)
        assert remembered.state == written
    print(
        f"{wanted} events in {turns} turns ({size // 1024} kB): median {statistics.median(took):.1f} ms, "
        f"worst {max(took):.1f} ms   goal: <= 50 ms"
    )
    return 0


def write(folder: Path, wanted: int) -> tuple[State, int, int]:
    recipe = load_native(BUNDLED / "kimchi-jjigae.json")
    events = opened(State(), recipe).events
    state, count, turns, now = replay(events), len(events), 0, 1_767_225_600.0
    with SessionLog(folder, "long") as log:
        log.append(now, events)
        while count < wanted:
            intent = WANTED[turns % len(WANTED)]
            slots = Slots(duration_s=600) if intent is Intent.SET_TIMER else Slots()
            utterance = Utterance("", (Action(intent, slots, "", Language.KO),), Language.KO)
            turn = take_turn(state, utterance, now + turns)
            log.append(now + turns, turn.events)
            state, count, turns = turn.state, count + len(turn.events), turns + 1
    return state, turns, (folder / "long" / "events.jsonl").stat().st_size


if __name__ == "__main__":
    sys.exit(main())
