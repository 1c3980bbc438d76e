"""How long the kitchen language takes: all finders and the commands over one utterance, and the import of the package.

    python benchmarks/kitchen.py [--check]

Every utterance is parsed by all finders, once each, with nothing remembered between utterances. The import is measured
in fresh interpreters. With --check the exit status is 1 when a target is missed.
"""

import argparse
import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from shared.kitchen import (  # noqa: E402
    find_command,
    find_durations,
    find_ingredient,
    find_numbers,
    find_quantities,
    find_scale,
    find_step,
    find_temperatures,
)

TARGET_P95_MS = 0.3
TARGET_IMPORT_MS = 30.0

RECIPE = [
    "돼지고기 앞다리살", "물", "진간장", "국간장", "설탕", "다진 마늘", "대파", "양파", "고추장", "고춧가루", "참기름",
    "통깨", "후추", "두부", "김치",
]  # fmt: skip

UTTERANCES = """
다음
다 했어
이전 단계로 가줘
3단계로 넘어가 줘
마지막 단계 읽어줘
두 단계 뒤로
이 단계 다시 말해줘
처음부터 다시
십오 분 타이머 맞춰줘
한 시간 반 동안 재워야 해
삼십초만 더
타이머 5분만 늘려줘
8분짜리 타이머 꺼줘
이삼 분 정도 있다가 알려줘
간장 얼마나 넣어?
다진 마늘 두 큰술 넣었어
물 500ml 부었는데 맞아?
설탕 대신 꿀 넣어도 돼?
고춧가루는 세 큰술 반이지?
대파 몇 대야
4인분으로 바꿔줘
두 배로 늘려줘
반으로 줄여줘
오븐 온도 몇 도야, 백팔십 도?
오늘 날씨 진짜 좋다 그치
어 잠깐만 나 전화 좀 받고 올게
양파 볶을 때까지 얼마나 걸려?
다 했어 근데 간장은 얼마나 넣지?
라면 삼 분 계란 칠 분 타이머 두 개 맞춰줘
네 두 개요
음 그게 아니라 세 번째 단계
next
done
go back two steps
go to step twenty-six
what was that again
repeat the last step please
start over from the beginning
set a timer for an hour and a half
pasta timer eight minutes
add two more minutes to the timer
how long is left on the egg timer
how much soy sauce do I need
I put in two and a half tablespoons of sugar
can I use honey instead of sugar
how many cups is 400 ml
make it for six people
double the recipe
cut it in half
preheat the oven to three hundred and fifty degrees, right?
is it 180 celsius
wait, just a second
the tv is too loud can you hear me over there
simmer for eight to ten minutes until the sauce is thick
timer 십오 분
soy sauce 두 큰술
스텝 3으로 가줘
set 타이머 for 5분
butter 반 컵 넣었어
"""

FINDERS: tuple[Callable[[str], object], ...] = (
    find_command,
    find_numbers,
    find_durations,
    find_quantities,
    find_temperatures,
    find_step,
    find_scale,
    lambda text: find_ingredient(text, RECIPE),
)


def utterances() -> list[str]:
    return UTTERANCES.strip().splitlines()


def parse_times(rounds: int = 40) -> list[float]:
    """Milliseconds for all finders, one figure an utterance and round; each utterance made new in every round."""
    spent: list[float] = []
    for number in range(rounds):
        for said in utterances():
            # Another text each round, so that nothing kept from the last round can help.
            text = f"{said}{' .!~'[number % 4]}{'.' * (number // 4)}"
            started = time.perf_counter()
            for finder in FINDERS:
                finder(text)
            spent.append((time.perf_counter() - started) * 1000)
    return spent


def import_times(statement: str, runs: int = 9) -> list[float]:
    """Milliseconds of an import in a fresh interpreter, standard library modules included."""
    code = f"import time; started = time.perf_counter(); {statement}; print((time.perf_counter() - started) * 1000)"
    results = []
    for _ in range(runs):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
        results.append(float(done.stdout))
    return results


def main() -> int:
    arguments = argparse.ArgumentParser(description="Speed of shared/kitchen")
    arguments.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    check = arguments.parse_args().check

    parse_times(rounds=2)
    gc.collect()
    gc.disable()
    spent = sorted(parse_times())
    gc.enable()
    p50, p95, p99 = (spent[int(len(spent) * share)] for share in (0.50, 0.95, 0.99))
    package = statistics.median(import_times("import shared.kitchen"))
    finders = statistics.median(
        import_times("from shared.kitchen import find_durations, find_quantities, find_step, find_scale")
    )

    print(f"{len(utterances())} utterances, {len(FINDERS)} finders each, {len(spent)} measurements")
    print(
        f"{'parse one utterance':32} p50 {p50:6.3f} ms   p95 {p95:6.3f} ms   p99 {p99:6.3f} ms   target p95"
        f" {TARGET_P95_MS} ms"
    )
    print(
        f"{'import shared.kitchen':32} median {package:6.1f} ms                          target"
        f" {TARGET_IMPORT_MS:.0f} ms"
    )
    print(f"{'first use of the finders':32} median {finders:6.1f} ms                          (once a process)")
    missed = p95 > TARGET_P95_MS or package > TARGET_IMPORT_MS
    return 1 if check and missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
