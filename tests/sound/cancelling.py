"""The echo canceller, which only the environment of `make voice` has, at work on sound from elsewhere."""

import subprocess
from pathlib import Path

import numpy as np

from tests.conftest import ROOT
from tests.sound.pulse import Sound

PYTHON = ROOT / ".venvs" / "voice" / "bin" / "python"

_CANCEL = """
import sys, numpy as np
from orchestrator.voice.echo_cancel import EchoCanceller
from orchestrator.voice.edges import FRAME, Heard
sounds = np.load(sys.argv[1])
canceller = EchoCanceller(delay_s=0.08)
heard, played, lost = sounds["heard"], sounds["played"], sounds["lost"]
out = []
for at in range(0, len(heard) - FRAME + 1, FRAME):
    clock = at + sum(length for since, length in lost if since <= at)
    out.append(canceller.clean(Heard(heard[at : at + FRAME], clock, played[at : at + FRAME])).samples)
np.save(sys.argv[2], np.concatenate(out))
"""


def run(program: str, *words: Path) -> str:
    done = subprocess.run(
        [str(PYTHON), "-c", program, *map(str, words)],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def cancelled(heard: Sound, played: Sound, folder: Path, lost: tuple[tuple[int, int], ...] = ()) -> Sound:
    """What is left of `heard`. `lost`: where the microphone's clock jumped, and by how much."""
    np.savez(folder / "in.npz", heard=heard, played=played, lost=np.array(lost, np.int64).reshape(-1, 2))
    run(_CANCEL, folder / "in.npz", folder / "out.npy")
    out: Sound = np.load(folder / "out.npy")
    return out
