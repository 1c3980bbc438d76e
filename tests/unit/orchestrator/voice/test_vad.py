"""The voice detector at its edge: the frames it takes and how quickly it answers."""

import subprocess
import sys
import time

import numpy as np
import pytest

from orchestrator.voice.edges import FRAME
from orchestrator.voice.vad import SileroVad


def test_silence_is_not_speech() -> None:
    vad = SileroVad()
    assert max(vad.probability(np.zeros(FRAME, np.int16)) for _ in range(20)) < 0.2


def test_a_frame_is_a_frame() -> None:
    with pytest.raises(ValueError, match="512"):
        SileroVad().probability(np.zeros(FRAME - 1, np.int16))


def test_reset_forgets_what_was_heard() -> None:
    noise = np.random.default_rng(0).integers(-8000, 8000, (20, FRAME)).astype(np.int16)
    vad = SileroVad()
    first = [vad.probability(frame) for frame in noise]
    vad.reset()
    assert [vad.probability(frame) for frame in noise] == first


def test_far_quicker_than_sound_comes() -> None:
    vad = SileroVad()
    frame = np.zeros(FRAME, np.int16)
    began = time.process_time()
    for _ in range(100):
        vad.probability(frame)
    assert (time.process_time() - began) / 100 < 0.016, "half of a frame's 32 ms"


def test_it_keeps_to_one_thread_and_leaves_the_environment_as_it_was() -> None:
    """Four threads waiting for each other in circles made frames on a busy machine take longer than they last."""
    program = (
        "import os, psutil, numpy as np\n"
        "from orchestrator.voice.edges import FRAME\n"
        "from orchestrator.voice.vad import SileroVad\n"
        "before, threads = dict(os.environ), psutil.Process().num_threads()\n"
        "vad = SileroVad()\n"
        "for _ in range(5): vad.probability(np.zeros(FRAME, np.int16))\n"
        "print(psutil.Process().num_threads() - threads, dict(os.environ) == before)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["0", "True"]
