"""Microphones and loudspeakers, as the voice mode's library sees them."""

import sys

from deploy.doctor.facts import Sound
from deploy.doctor.observe.child import probe, text, words


def sound() -> Sound:
    answer = probe(sys.executable, "sound")
    return Sound(
        True, text(answer, "portaudio"), text(answer, "error"), words(answer, "inputs"), words(answer, "outputs")
    )
