"""Notices when the machine itself stands still: prints, when its standard input closes, its longest pause in seconds.

A process of its own with nothing else to do, so that what held it up has held up the sound as well.
"""

import json
import sys
import threading
import time

STEP_S = 0.01


def watch() -> float:
    done = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), done.set()), daemon=True).start()
    print("watching", flush=True)
    longest, last = 0.0, time.monotonic()
    while not done.is_set():
        time.sleep(STEP_S)
        now = time.monotonic()
        longest, last = max(longest, now - last - STEP_S), now
    return longest


if __name__ == "__main__":
    print(json.dumps([watch()]))
