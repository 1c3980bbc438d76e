"""Python, C library, disks and environments: what everything else stands on."""

# ruff: noqa: E501 - two languages side by side, and a Korean letter counts twice

from collections.abc import Iterator

from deploy.doctor.cuda import version
from deploy.doctor.facts import Environment, Facts, Machine, Place
from deploy.doctor.finding import Code, Finding, Level, Words

FULL_MB = 200  # below this a session's log may be cut off in the middle of a line
LITTLE_MB = 2048  # the light environments and one model
PINNED_GLIBC = "2.28"  # ctranslate2 and onnxruntime of the locked environments: manylinux_2_28
ARCHITECTURES = frozenset({"x86_64", "amd64", "aarch64", "arm64"})


def judge(facts: Facts) -> Iterator[Finding]:
    machine = facts.machine
    where = f" in {machine.container}" if machine.container else " in WSL" if machine.wsl else ""
    words = f"Python {machine.python} at {machine.executable}"
    yield Finding(Code.PYTHON, Level.OK, "python", Words(f"{words}{where}", f"{words}{where}"))
    yield from _library(machine)
    yield from _disks(facts)
    for one in facts.environments:
        yield _environment(one)


def _library(machine: Machine) -> Iterator[Finding]:
    if machine.system == "Linux" and machine.architecture and machine.architecture.lower() not in ARCHITECTURES:
        yield Finding(
            Code.WRONG_ARCHITECTURE,
            Level.BROKEN,
            "processor",
            Words(f"{machine.architecture} has no ready-made packages", f"{machine.architecture}용 꾸러미가 없습니다"),
            Words(
                "The libraries come compiled for x86_64 and aarch64 alone.",
                "라이브러리는 x86_64와 aarch64용으로만 나와 있습니다.",
            ),
            "uname -m",
        )
    if machine.system != "Linux" or not machine.architecture:
        return
    if not machine.glibc:
        yield Finding(
            Code.MUSL,
            Level.BROKEN,
            "C library",
            Words("this is not glibc (Alpine?)", "glibc가 아닙니다 (Alpine?)"),
            Words(
                "CTranslate2 and onnxruntime exist for glibc alone; on musl they cannot be installed.",
                "CTranslate2와 onnxruntime은 glibc용만 있어서 musl에는 설치되지 않습니다.",
            ),
            "make compose-up",
        )
    elif version(machine.glibc) < version(PINNED_GLIBC):
        yield Finding(
            Code.GLIBC_OLD,
            Level.BROKEN,
            "C library",
            Words(
                f"glibc {machine.glibc}, and the packages need {PINNED_GLIBC}",
                f"glibc가 {machine.glibc}인데 꾸러미에는 {PINNED_GLIBC}이 필요합니다",
            ),
            Words(
                'pip answers "no matching distribution" on such a system. Debian 10, Ubuntu 20.04 and RHEL 8 have it;'
                " so has a container.",
                '이런 시스템에서 pip은 "no matching distribution"이라고만 답합니다. Debian 10, Ubuntu 20.04, RHEL 8'
                " 이상이거나 컨테이너면 됩니다.",
            ),
            "make compose-up",
        )


def _disks(facts: Facts) -> Iterator[Finding]:
    names = {"checkout": ("disk", "디스크"), "state": ("disk of sessions and models", "세션과 모델 디스크")}
    names["temporary"] = ("temporary disk", "임시 디스크")
    for place in facts.places:
        subject = names.get(place.name, (place.name, place.name))[0]
        if not place.writable:
            yield _not_writable(place, subject, facts.machine)
        elif place.free_mb < FULL_MB:
            yield _low(place, subject, Level.BROKEN)
        elif place.free_mb < LITTLE_MB and place.name != "temporary":
            yield _low(place, subject, Level.DEGRADED)
        elif place.name == "checkout":
            words = Words(f"{place.free_mb / 1024:.1f} GB free", f"{place.free_mb / 1024:.1f} GB 남음")
            yield Finding(Code.DISK, Level.OK, subject, words)


def _low(place: Place, subject: str, level: Level) -> Finding:
    size = f"{place.free_mb} MB" if place.free_mb < 1024 else f"{place.free_mb / 1024:.1f} GB"
    full = level is Level.BROKEN
    return Finding(
        Code.DISK_LOW,
        level,
        subject,
        Words(
            f"{size} free at {place.path}: {'full' if full else 'little room for environments and models'}",
            f"{place.path}에 {size} 남음: {'가득 찼습니다' if full else '환경과 모델을 둘 자리가 부족합니다'}",
        ),
        Words(
            "Your place in a recipe is kept in a file; on a full disk the next step cannot be written down."
            if full
            else "A download that runs out of room stops half way.",
            "요리 진행 상황은 파일에 남습니다. 디스크가 가득 차면 다음 단계를 적어 둘 수 없습니다."
            if full
            else "자리가 모자라면 다운로드가 중간에 멈춥니다.",
        ),
        "make clean" if place.name == "checkout" else f"du -xh --max-depth=2 '{place.path}' | sort -h | tail",
    )


def _not_writable(place: Place, subject: str, machine: Machine) -> Finding:
    fix = "SOUS_HOME=$HOME/sous make up" if place.name == "state" else f"sudo chown -R \"$USER\" '{place.path}'"
    if not machine.checkout:
        return Finding(
            Code.NOT_WRITABLE,
            Level.NOTE,
            subject,
            Words(f"{place.path} cannot be written to in here", f"이 안에서는 {place.path}에 쓸 수 없습니다"),
            Words(
                "The ear and the language service write nothing. The voice keeps spoken phrases there, and the cook's"
                " program its sessions: those two need a volume.",
                "듣기와 언어 서비스는 아무것도 쓰지 않습니다. 목소리는 말한 문장을, 요리 프로그램은 세션을 적으니 볼륨이"
                " 필요합니다.",
            ),
        )
    return Finding(
        Code.NOT_WRITABLE,
        Level.BROKEN,
        subject,
        Words(f"{place.path} cannot be written to", f"{place.path}에 쓸 수 없습니다"),
        Words("Sessions, logs and models have to be put somewhere.", "세션, 로그, 모델을 어딘가에는 적어야 합니다."),
        fix,
    )


def _environment(one: Environment) -> Finding:
    subject = f"environment {one.name}"
    if one.state == "ready":
        return Finding(Code.ENVIRONMENT, Level.OK, subject, Words("up to date", "최신 상태"))
    level = Level.BROKEN if one.chosen else Level.NOTE  # nothing stands on it until somebody starts it
    fix = "make up" if one.chosen else f"python3 -m deploy.local sync {one.name}"
    if one.state == "missing":
        words = Words("not built", "아직 만들지 않았습니다")
        why = Words(
            "The program that runs in it cannot start without its libraries.",
            "여기서 도는 프로그램은 라이브러리 없이 시작할 수 없습니다.",
        )
        return Finding(Code.NOT_BUILT, level, subject, words, why, fix)
    words = Words(
        f"half built, or older than envs/{one.name}.txt", f"반쯤 만들다 말았거나 envs/{one.name}.txt보다 낡음"
    )
    why = Words(
        "It may lack a library, or hold another version than the one that was tested.",
        "라이브러리가 빠졌거나, 시험한 것과 다른 버전일 수 있습니다.",
    )
    return Finding(Code.STALE, level, subject, words, why, fix)
