"""Asks /health again and again until its standard input closes, then prints the milliseconds each answer took.

A process of its own: measured from inside a busy test, the test's own event loop would be most of the number.
"""

import http.client
import json
import sys
import threading
import time


def watch(port: int) -> list[float]:
    done = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), done.set()), daemon=True).start()
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    took: list[float] = []
    while not done.is_set():
        began = time.perf_counter()
        line.request("GET", "/health")
        answer = line.getresponse()
        answer.read()
        took.append((time.perf_counter() - began) * 1000 if answer.status == 200 else float("inf"))
        if len(took) == 1:
            print("watching", flush=True)
        time.sleep(0.005)
    return took


if __name__ == "__main__":
    print(json.dumps(watch(int(sys.argv[1]))))
