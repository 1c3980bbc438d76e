"""Can an NVIDIA GPU be used here at all? One cause is named: the first that explains what was seen.

"CUDA driver version is insufficient for CUDA runtime version" is what programs say in several of these cases, also
where there is no driver to be seen; so the order is: is there a card, is it passed on, is there a libcuda, is it the
right one, does it start. Only then does anybody compare versions (wheels.py).
"""

# ruff: noqa: E501 - two languages side by side, and a Korean letter counts twice

from collections.abc import Iterator

from deploy.doctor import cuda
from deploy.doctor.facts import Card, Facts
from deploy.doctor.finding import Code, Finding, Level, Words
from deploy.doctor.judge import wishes

GUIDE = "docs/gpu.md"
WITH_GPU = "docker compose --env-file deploy/containers/gpu.env up -d"
TOOLKIT = "sudo nvidia-ctk runtime configure --runtime=docker && sudo systemctl restart docker"

#: What cuInit returns when it fails: what it means, and the command that helps.
INIT: dict[int, tuple[str, str, str]] = {
    2: ("out of memory", "메모리가 부족합니다", "nvidia-smi"),
    46: ("the card is in use by others", "다른 프로그램이 카드를 독점하고 있습니다", "nvidia-smi"),
    100: ("no device was found", "장치를 찾지 못했습니다", "nvidia-smi -L"),
    101: ("CUDA_VISIBLE_DEVICES names a card that is not there", "CUDA_VISIBLE_DEVICES가 없는 카드를 가리킵니다",
          "unset CUDA_VISIBLE_DEVICES"),
    304: ("the device files may not be opened", "장치 파일을 열 권한이 없습니다", 'sudo usermod -aG video,render "$USER"'),
    802: ("the system is not ready: its fabric manager does not run", "fabric manager가 돌고 있지 않습니다",
          "sudo systemctl enable --now nvidia-fabricmanager"),
    804: ("cuda-compat is in front, and this card does not allow it", "이 카드에서 쓸 수 없는 cuda-compat이 앞에 있습니다",
          "unset LD_LIBRARY_PATH"),
    999: ("the kernel module for memory is not loaded (after a suspend?)", "커널 모듈이 내려갔습니다 (절전 뒤?)",
          "sudo modprobe -r nvidia_uvm; sudo modprobe nvidia_uvm"),
}  # fmt: skip


def usable(facts: Facts) -> bool:
    """Whether libcuda starts and sees a card."""
    library = facts.gpu.library
    return library.init == 0 and library.devices > 0


def judge(facts: Facts) -> Iterator[Finding]:
    if facts.machine.system != "Linux":
        yield _none(facts)
        return
    if usable(facts):
        yield from _working(facts)
    else:
        yield _failing(facts)
    machine, gpu = facts.machine, facts.gpu
    if machine.docker and gpu.driver and not machine.container and not machine.nvidia_toolkit and not machine.wsl:
        yield Finding(
            Code.TOOLKIT_MISSING,
            Level.NOTE,
            "containers",
            Words("containers cannot see this GPU", "컨테이너에서 이 GPU를 볼 수 없습니다"),
            Words(
                "Docker passes a GPU on only with the NVIDIA Container Toolkit. Without containers it does not matter.",
                "Docker는 NVIDIA Container Toolkit이 있어야 GPU를 넘겨줍니다. 컨테이너를 안 쓰면 상관없습니다.",
            ),
            f"sudo apt install nvidia-container-toolkit && {TOOLKIT}",
        )


def _none(facts: Facts) -> Finding:
    level = wishes.weight(facts)
    return Finding(
        Code.NO_GPU,
        level if level is not Level.NOTE else Level.OK,
        "gpu",
        Words("no NVIDIA GPU: everything runs on the CPU", "NVIDIA GPU 없음: 모두 CPU에서 돕니다"),
        Words()
        if level is Level.NOTE
        else Words("A GPU was asked for, or installed for, and there is none.", "GPU를 쓰도록 되어 있는데 없습니다."),
        "" if level is Level.NOTE else wishes.without_a_gpu(facts),
    )


def _failing(facts: Facts) -> Finding:
    machine, gpu = facts.machine, facts.gpu
    nodes = any(node.removeprefix("/dev/nvidia").isdecimal() for node in gpu.nodes)
    passed = "/dev/dxg" in gpu.nodes if machine.wsl else nodes
    if not (gpu.on_the_bus or gpu.driver or gpu.nodes or gpu.library.path or gpu.visible not in {None, "", "void"}):
        return _none(facts)
    if machine.container and not (passed and gpu.library.path):
        return _not_passed(facts)
    if machine.wsl and not gpu.library.path:
        return _wsl_driver(facts)
    if not gpu.driver and not gpu.library.path:
        return _driver_missing(facts)
    if not gpu.library.path:
        return _libcuda_missing(facts)
    return _does_not_start(facts)


def _not_passed(facts: Facts) -> Finding:
    gpu = facts.gpu
    why = Words(
        'Programs in here will say "CUDA driver version is insufficient", and mean that they see no driver at all. '
        "No newer driver helps: the container must be given the GPU (compose: `capabilities: [gpu]`), and the host needs"
        " the NVIDIA Container Toolkit.",
        '이 안의 프로그램은 "CUDA driver version is insufficient"라고 하지만, 실은 드라이버가 아예 안 보인다는 뜻입니다.'
        " 드라이버를 올려도 소용없고, 컨테이너에 GPU를 넘겨야 합니다(compose: `capabilities: [gpu]`)."
        " 호스트에는 NVIDIA Container Toolkit이 있어야 합니다.",
    )
    what = Words("the GPU was not passed to this container", "이 컨테이너에 GPU가 넘어오지 않았습니다")
    if gpu.visible in {"void", "none", ""}:
        what = Words(
            f"NVIDIA_VISIBLE_DEVICES={gpu.visible} keeps the GPU out of this container",
            f"NVIDIA_VISIBLE_DEVICES={gpu.visible} 때문에 GPU가 이 컨테이너에 안 보입니다",
        )
    elif gpu.capabilities is not None and not {"compute", "all"} & set(gpu.capabilities.split(",")):
        what = Words(
            f"NVIDIA_DRIVER_CAPABILITIES={gpu.capabilities} leaves libcuda out",
            f"NVIDIA_DRIVER_CAPABILITIES={gpu.capabilities}에 compute가 없어 libcuda가 빠졌습니다",
        )
    return Finding(Code.GPU_NOT_PASSED, wishes.weight(facts), "gpu", what, why, WITH_GPU)


def _wsl_driver(facts: Facts) -> Finding:
    return Finding(
        Code.WSL_DRIVER,
        wishes.weight(facts),
        "gpu",
        Words("Windows has no NVIDIA driver that WSL can use", "WSL이 쓸 NVIDIA 드라이버가 윈도우에 없습니다"),
        Words(
            "In WSL the driver is the one of Windows; installing another one inside Linux breaks it. Install NVIDIA's "
            "driver in Windows, then restart WSL with this command (in PowerShell).",
            "WSL의 드라이버는 윈도우 것입니다. 리눅스 안에 따로 깔면 망가집니다. 윈도우에 NVIDIA 드라이버를 깐 뒤"
            " PowerShell에서 이 명령으로 WSL을 다시 켜세요.",
        ),
        "wsl --shutdown",
    )


def _driver_missing(facts: Facts) -> Finding:
    return Finding(
        Code.DRIVER_MISSING,
        wishes.weight(facts),
        "gpu",
        Words("there is an NVIDIA card, and no driver is loaded", "NVIDIA 카드는 있는데 드라이버가 없습니다"),
        Words(
            'Programs will say "CUDA driver version is insufficient", also though there is none. Until then the CPU'
            " does the work.",
            '프로그램은 "CUDA driver version is insufficient"라고 하겠지만 실은 드라이버가 없는 것입니다.'
            " 그때까지는 CPU가 일합니다.",
        ),
        install(facts),
    )


def install(facts: Facts, branch: str = "") -> str:
    """The command that brings a driver, as far as each distribution has one."""
    if facts.machine.wsl:
        return "# in Windows, install NVIDIA's current driver, then: wsl --shutdown"
    if facts.machine.container:
        return f"# on the host, which has the driver: see {GUIDE}"
    match facts.machine.distribution:
        case "ubuntu" | "pop" | "linuxmint":
            return f"sudo ubuntu-drivers install{f' nvidia:{branch}' if branch else ''}"
        case "fedora" | "rhel" | "rocky" | "almalinux":
            return "sudo dnf install akmod-nvidia xorg-x11-drv-nvidia-cuda"
        case "arch" | "manjaro":
            return "sudo pacman -S nvidia-open nvidia-utils"
        case _:
            return "sudo apt install nvidia-driver libcuda1"


def _libcuda_missing(facts: Facts) -> Finding:
    branch = facts.gpu.driver.partition(".")[0]
    ubuntu = facts.machine.distribution == "ubuntu"
    return Finding(
        Code.LIBCUDA_MISSING,
        wishes.weight(facts),
        "gpu",
        Words(
            f"driver {facts.gpu.driver} is loaded, but libcuda.so.1 cannot be opened",
            f"드라이버 {facts.gpu.driver}은 올라와 있는데 libcuda.so.1을 열 수 없습니다",
        ),
        Words(
            "The kernel's half of the driver is there, the half that programs load is not.",
            "드라이버의 커널 쪽만 있고, 프로그램이 쓰는 쪽이 없습니다.",
        ),
        f"sudo apt install libnvidia-compute-{branch}" if ubuntu else "sudo apt install libcuda1",
    )


def _does_not_start(facts: Facts) -> Finding:
    gpu, level = facts.gpu, wishes.weight(facts)
    library = gpu.library
    if "stubs" in library.path or library.init == 34:
        return _in_the_way(Code.STUB_SHADOW, facts, "a stub made for compilers", "컴파일러용 빈 껍데기")
    if "compat" in library.path or (library.init == 803 and _claims_too_much(facts)):
        return _in_the_way(Code.COMPAT_SHADOW, facts, "a cuda-compat libcuda", "cuda-compat의 libcuda")
    if facts.machine.wsl and not library.path.startswith(("/usr/lib/wsl/", "libcuda")):
        return _in_the_way(Code.WSL_SHADOW, facts, "a Linux driver's libcuda", "리눅스 드라이버의 libcuda")
    if library.init == 803:
        return Finding(
            Code.DRIVER_MISMATCH,
            level,
            "gpu",
            Words(
                "the loaded kernel module and libcuda are of different versions (error 803)",
                "올라와 있는 커널 모듈과 libcuda의 버전이 다릅니다 (오류 803)",
            ),
            Words(
                "The driver was updated and the old module is still loaded; it goes with the next start.",
                "드라이버를 올렸는데 예전 모듈이 남아 있습니다. 다시 시작하면 바뀝니다.",
            ),
            "sudo reboot",
        )
    if gpu.cuda_visible in {"", "-1"}:
        return Finding(
            Code.GPU_HIDDEN,
            level,
            "gpu",
            Words(f"CUDA_VISIBLE_DEVICES={gpu.cuda_visible!r} hides every GPU",
                  f"CUDA_VISIBLE_DEVICES={gpu.cuda_visible!r}가 모든 GPU를 가립니다"),
            Words("Programs act as if there were none.", "프로그램은 GPU가 없는 것처럼 움직입니다."),
            "unset CUDA_VISIBLE_DEVICES",
        )  # fmt: skip
    if library.init in {0, 100} and any(card.mig == "Enabled" and not card.slices for card in gpu.cards):
        return Finding(
            Code.MIG_EMPTY,
            level,
            "gpu",
            Words(
                "MIG is on, and the card has not been cut into slices", "MIG가 켜져 있는데 나눠 놓은 조각이 없습니다"
            ),
            Words(
                "With MIG on, only slices can compute; the card as a whole cannot. Whoever runs this machine makes them.",
                "MIG가 켜지면 조각에서만 계산할 수 있고 카드 전체로는 못 합니다. 조각은 관리자가 만듭니다.",
            ),
            "sudo nvidia-smi mig -lgip",
        )
    en, ko, fix = INIT.get(
        library.init, (f"cuInit returned {library.init}", f"cuInit이 {library.init}을 돌려줬습니다", "nvidia-smi")
    )
    if library.init == 0:
        en, ko, fix = INIT[100]
    if library.init < 0:
        en, ko, fix = (f"libcuda does not answer ({library.error})", f"libcuda가 답하지 않습니다 ({library.error})",
                       "nvidia-smi")  # fmt: skip
    return Finding(
        Code.CUDA_INIT,
        level,
        "gpu",
        Words(
            f"the driver is there but CUDA does not start: {en}", f"드라이버는 있지만 CUDA가 시작되지 않습니다: {ko}"
        ),
        Words("Until it does, the CPU does the work.", "그때까지는 CPU가 일합니다."),
        fix,
    )


def _claims_too_much(facts: Facts) -> bool:
    """A libcuda that offers a newer CUDA than its driver ever did came from somewhere else."""
    gpu = facts.gpu
    own = cuda.speaks(gpu.driver)
    return not facts.machine.wsl and 0 < own < gpu.library.cuda and not cuda.newest_known(gpu.driver)


def _in_the_way(code: Code, facts: Facts, what: str, was: str) -> Finding:
    path = facts.gpu.library.path
    fix = "unset LD_LIBRARY_PATH"
    if code is Code.COMPAT_SHADOW and facts.machine.container:
        fix = "rm -f /etc/ld.so.conf.d/*compat* && ldconfig"
    if code is Code.WSL_SHADOW:
        fix = "sudo apt purge 'libnvidia-compute-*' 'libcuda1'"
    return Finding(
        code,
        wishes.weight(facts),
        "gpu",
        Words(
            f"{what} at {path} stands in front of the driver's own", f"{path}에 있는 {was}가 진짜 드라이버를 가립니다"
        ),
        Words(
            "Programs load the first libcuda they find; this one does not belong to the driver that is loaded (errors "
            '803, 804, or "driver version is insufficient" on a new driver).',
            "프로그램은 먼저 찾은 libcuda를 씁니다. 이것은 지금 드라이버의 짝이 아닙니다(오류 803, 804, 또는 새"
            ' 드라이버인데도 "driver version is insufficient").',
        ),
        fix,
    )


def _working(facts: Facts) -> Iterator[Finding]:
    gpu = facts.gpu
    names = ", ".join(_described(card) for card in gpu.cards) or f"{gpu.library.devices} CUDA device(s)"
    driver = f"driver {gpu.driver}, " if gpu.driver else ""
    newest = cuda.spelled(gpu.library.cuda)
    yield Finding(
        Code.GPU,
        Level.OK,
        "gpu",
        Words(f"{names}; {driver}up to CUDA {newest}", f"{names}; {driver}CUDA {newest}까지"),
    )
    if "compat" in gpu.library.path or _claims_too_much(facts):
        yield Finding(
            Code.COMPAT_IN_USE,
            Level.NOTE,
            "libcuda",
            Words(
                f"{gpu.library.path} is a cuda-compat libcuda and speaks CUDA {newest} on driver {gpu.driver}",
                f"{gpu.library.path}는 cuda-compat이며 드라이버 {gpu.driver}에서 CUDA {newest}를 제공합니다",
            ),
            Words(
                "It works on data-centre cards. When the driver is updated beyond it, error 803 comes: remove it then.",
                "데이터센터용 카드에서는 됩니다. 드라이버가 이보다 새로워지면 오류 803이 나니 그때 치우세요.",
            ),
        )
    if len(gpu.cards) > 1 and gpu.cuda_visible is None:
        yield _several(gpu.cards)
    for card in gpu.cards:
        if card.slices:
            yield _sliced(card)


def _described(card: Card) -> str:
    size = f", {card.memory_mb / 1024:.0f} GB" if card.memory_mb else ""
    return f"{card.name} ({card.compute or '?'}{size})"


def _several(cards: tuple[Card, ...]) -> Finding:
    return Finding(
        Code.SEVERAL_GPUS,
        Level.NOTE,
        "gpus",
        Words(
            f"{len(cards)} GPUs, and everything will use the first one",
            f"GPU가 {len(cards)}개인데 모두 첫 번째만 씁니다",
        ),
        Words(
            "vLLM takes nine tenths of a card when it starts; speech is better off on another one. Cards are numbered"
            " by speed unless CUDA_DEVICE_ORDER says otherwise.",
            "vLLM은 시작하면서 카드의 9할을 차지하니 음성은 다른 카드가 낫습니다. CUDA_DEVICE_ORDER가 없으면 번호는"
            " 빠른 순서입니다.",
        ),
        "CUDA_DEVICE_ORDER=PCI_BUS_ID CUDA_VISIBLE_DEVICES=1 make restart",
    )


def _sliced(card: Card) -> Finding:
    profiles = ", ".join(one.partition(" ")[0] for one in card.slices)
    return Finding(
        Code.MIG,
        Level.NOTE,
        f"{card.name}: MIG",
        Words(
            f"cut into {len(card.slices)} slices ({profiles})",
            f"{len(card.slices)}조각으로 나뉨 ({profiles})",
        ),
        Words(
            "A program sees one slice only, with that slice's memory. Give each service its own by name.",
            "프로그램은 조각 하나와 그 메모리만 봅니다. 서비스마다 이름으로 하나씩 주세요.",
        ),
        f"CUDA_VISIBLE_DEVICES={card.slices[0].rpartition(' ')[2]} make restart",
    )
