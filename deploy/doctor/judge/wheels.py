"""Do the installed packages fit the driver, the card and the system? Compared only with what each really needs."""

# ruff: noqa: E501 - two languages side by side, and a Korean letter counts twice

from collections.abc import Iterator

from deploy.doctor import cuda
from deploy.doctor.cuda import version
from deploy.doctor.facts import Environment, Facts, Wheel
from deploy.doctor.finding import Code, Finding, Level, Words
from deploy.doctor.judge import gpu, wishes

#: Of an environment for a GPU: the same thing for a driver of the CUDA 12 days.
FOR_CUDA_12 = {
    "vllm": "'vllm<0.20'",  # from 0.20 on its wheels are CUDA 13
    "llm-transformers": "--torch-backend=cu126 'torch==2.13.0'",
}


def judge(facts: Facts) -> Iterator[Finding]:
    for one in facts.environments:
        yield from _for_another_system(facts, one)
        if one.ctranslate2.asked and one.ctranslate2.error and not one.ctranslate2.cpu_types:
            yield _cannot_be_loaded(one)
        if _has_a_gpu(facts):
            yield from _driver(facts, one)
            yield from _cards(facts, one)
            yield from _libraries(facts, one)
            yield from _no_cuda_in_it(facts, one)
        yield from _compute_type(facts, one)


def _has_a_gpu(facts: Facts) -> bool:
    """A driver to compare with: its number, or at least what libcuda says of itself."""
    return bool(facts.gpu.driver or facts.gpu.library.cuda)


def _driver(facts: Facts, one: Environment) -> Iterator[Finding]:
    """One finding an environment: its most demanding package decides."""
    needs = {
        wheel.name: need for wheel in one.wheels if (need := cuda.needed_by(wheel.name, wheel.version, wheel.cuda))
    }
    if not needs:
        return
    name = max(needs, key=lambda package: (cuda.major(needs[package]), package in {"torch", "ctranslate2"}))
    need = needs[name]
    wheel = next(one for one in one.wheels if one.name == name)
    floor = cuda.floor(need, windows=facts.machine.wsl)
    if _served(facts, need):
        words = (
            f"{name} {wheel.version} needs CUDA {need}: driver {floor} or newer, here {facts.gpu.driver or 'enough'}"
        )
        korean = f"{name} {wheel.version}는 CUDA {need}, 드라이버 {floor} 이상이 필요하고 지금은 {facts.gpu.driver or '충분'}"
        yield Finding(Code.DRIVER_FITS, Level.OK, f"{one.name}: driver", Words(words, korean))
        return
    yield _too_old(facts, one, wheel, need, floor)


def _served(facts: Facts, need: str) -> bool:
    """By the driver's number; by libcuda's own word where cuda-compat lifts it, or where there is no number."""
    library = facts.gpu.library
    major = cuda.major(need)
    if library.init == 0 and library.cuda // 1000 >= major:
        return True
    if not facts.gpu.driver:
        return library.cuda == 0 or library.cuda // 1000 >= major
    return cuda.fits(facts.gpu.driver, need, windows=facts.machine.wsl)


def _too_old(facts: Facts, one: Environment, wheel: Wheel, need: str, floor: str) -> Finding:
    install = gpu.install(facts, floor.partition(".")[0])
    other = FOR_CUDA_12.get(one.name, "")
    still_12 = cuda.major(need) == 13 and cuda.fits(facts.gpu.driver, "12")
    fix = install
    if other and still_12:
        fix = f".venvs/uv/bin/uv pip install --python .venvs/{one.name}/bin/python {other}"
    tell = Words(
        f" The driver does run everything made for CUDA 12; a newer driver is the other way: {install}.",
        f" CUDA 12용은 이 드라이버에서도 됩니다. 드라이버를 올려도 됩니다: {install}.",
    )
    return Finding(
        Code.DRIVER_TOO_OLD,
        wishes.weight_for(facts, one.name),
        f"{one.name}: driver",
        Words(
            f"{wheel.name} {wheel.version} is built for CUDA {need} and needs driver {floor} or newer; here is"
            f" {facts.gpu.driver or cuda.spelled(facts.gpu.library.cuda)}",
            f"{wheel.name} {wheel.version}는 CUDA {need}용이라 드라이버 {floor} 이상이어야 하는데, 지금은"
            f" {facts.gpu.driver or cuda.spelled(facts.gpu.library.cuda)}입니다",
        ),
        Words(
            'It will fail with "CUDA driver version is insufficient for CUDA runtime version".'
            + (tell.en if still_12 else ""),
            '"CUDA driver version is insufficient for CUDA runtime version"로 실패합니다.'
            + (tell.ko if still_12 else ""),
        ),
        fix,
    )


def _cards(facts: Facts, one: Environment) -> Iterator[Finding]:
    torch = next((wheel for wheel in one.wheels if wheel.name == "torch" and wheel.cuda), None)
    for card in {card.compute: card for card in facts.gpu.cards}.values():
        if torch is None or cuda.has_code_for(torch.cuda, card.compute):
            continue
        older = version(card.compute) < (7, 5)
        backend = "cu126" if older else "cu130"
        yield Finding(
            Code.ARCH_UNSUPPORTED,
            wishes.weight_for(facts, one.name),
            f"{one.name}: {card.name}",
            Words(
                f"torch {torch.version} for CUDA {torch.cuda} has no code for this card (compute {card.compute})",
                f"CUDA {torch.cuda}용 torch {torch.version}에는 이 카드(compute {card.compute})용 코드가 없습니다",
            ),
            Words(
                'It will fail at the first computation: "no kernel image is available for execution on the device".',
                '첫 계산에서 "no kernel image is available for execution on the device"로 실패합니다.',
            ),
            f".venvs/uv/bin/uv pip install --python .venvs/{one.name}/bin/python --torch-backend={backend}"
            f" 'torch=={torch.version.partition('+')[0]}'",
        )


def _libraries(facts: Facts, one: Environment) -> Iterator[Finding]:
    hoping = one.name in wishes.FOR_A_GPU or wishes.SERVICE_OF.get(one.name) in wishes.demanded(facts)
    for soname, why in one.libraries.items():
        if not why or not (hoping or (one.chosen and gpu.usable(facts))):
            continue
        cudnn = "cudnn" in soname
        level = wishes.weight_for(facts, one.name) if hoping else Level.NOTE
        if cudnn:
            yield Finding(
                Code.CUDNN_MAJOR,
                level,
                f"{one.name}: cuDNN",
                Words(f"{soname} cannot be opened ({why})", f"{soname}를 열 수 없습니다 ({why})"),
                Words(
                    "This CTranslate2 needs that very cuDNN; from 4.6.3 on it needs none.",
                    "이 CTranslate2는 바로 그 cuDNN이 필요합니다. 4.6.3부터는 필요 없습니다.",
                ),
                f"python3 -m deploy.local sync {one.name}",
            )
        else:
            yield Finding(
                Code.CUBLAS_MISSING,
                level,
                f"{one.name}: cuBLAS",
                Words(f"{soname} cannot be opened ({why})", f"{soname}를 열 수 없습니다 ({why})"),
                Words(
                    "CTranslate2 opens it at the first word it hears, not at the start: it would pick the GPU and then"
                    " fail. No other major version of it will do.",
                    "CTranslate2는 시작할 때가 아니라 첫 음성을 들을 때 엽니다. GPU를 골라 놓고 실패합니다. 다른 주 버전은"
                    " 안 됩니다.",
                ),
                "STT_ENVIRONMENT=stt-cuda make up",
            )


def _no_cuda_in_it(facts: Facts, one: Environment) -> Iterator[Finding]:
    """A CPU build where a GPU was asked for: nothing fails, everything is slow."""
    torch = next((wheel for wheel in one.wheels if wheel.name == "torch"), None)
    if torch is not None and not torch.cuda and one.name in {"llm-transformers", "gpt-sovits", "vllm"}:
        yield Finding(
            Code.CPU_BUILD,
            wishes.weight_for(facts, one.name) if gpu.usable(facts) else Level.NOTE,
            f"{one.name}: torch",
            Words(f"torch {torch.version} was built without CUDA", f"torch {torch.version}는 CUDA 없이 만들어졌습니다"),
            Words("It will never use the GPU, and will not say so.", "GPU를 절대 쓰지 않으면서 아무 말도 안 합니다."),
            f".venvs/uv/bin/uv pip install --python .venvs/{one.name}/bin/python --torch-backend=auto --reinstall torch",
        )


def _compute_type(facts: Facts, one: Environment) -> Iterator[Finding]:
    """A number format that was asked for and does not exist on the device that will be used."""
    wanted = facts.settings.get("STT_COMPUTE_TYPE", "auto")
    told = one.ctranslate2
    if wanted == "auto" or not told.asked or not told.cpu_types or wishes.SERVICE_OF.get(one.name) != "stt":
        return
    device = facts.settings.get("STT_DEVICE", "auto")
    on_gpu = device == "cuda" or (device == "auto" and told.devices > 0)
    types = told.cuda_types if on_gpu else told.cpu_types
    if not types or wanted in types:
        return
    place = "GPU" if on_gpu else "CPU"
    yield Finding(
        Code.COMPUTE_TYPE,
        Level.DEGRADED,
        "stt: compute type",
        Words(f"STT_COMPUTE_TYPE={wanted} does not exist on this {place} ({', '.join(types)})",
              f"STT_COMPUTE_TYPE={wanted}은 이 {place}에 없습니다 ({', '.join(types)})"),
        Words(
            "The model is refused when it is loaded: \"target device or backend do not support efficient float16\". A CPU"
            " never computes in float16, a GPU before compute 8.0 never in bfloat16.",
            "모델을 올릴 때 \"target device or backend do not support efficient float16\"로 거절됩니다. CPU는 float16을,"
            " compute 8.0 전 GPU는 bfloat16을 못 합니다.",
        ),
        "STT_COMPUTE_TYPE=auto make restart",
    )  # fmt: skip


def _cannot_be_loaded(one: Environment) -> Finding:
    return Finding(
        Code.STALE,
        Level.DEGRADED,
        f"{one.name}: ctranslate2",
        Words(f"cannot be imported: {one.ctranslate2.error}", f"불러올 수 없습니다: {one.ctranslate2.error}"),
        Words(
            "faster-whisper stands on it; until then only the embedded ear works.",
            "faster-whisper가 이것을 씁니다. 그때까지는 내장 인식기만 됩니다.",
        ),
        f"rm -rf .venvs/{one.name} && make up",
    )


def _for_another_system(facts: Facts, one: Environment) -> Iterator[Finding]:
    """Environments that were copied here from a newer system, or from another processor."""
    machine = facts.machine
    if machine.system != "Linux" or not machine.glibc or not machine.architecture:
        return
    strange = [
        wheel
        for wheel in one.wheels
        if wheel.tags and not any(_runs(tag, machine.glibc, machine.architecture) for tag in wheel.tags)
    ]
    if not strange:
        return
    first = strange[0]
    yield Finding(
        Code.GLIBC_OLD,
        Level.BROKEN if one.chosen else Level.DEGRADED,
        f"{one.name}: built for",
        Words(
            f"{first.name} was built for {first.tags[0]}, and this is glibc {machine.glibc} on {machine.architecture}"
            + (f" ({len(strange) - 1} more like it)" if len(strange) > 1 else ""),
            f"{first.name}는 {first.tags[0]}용인데 여기는 glibc {machine.glibc}, {machine.architecture}입니다"
            + (f" (이런 꾸러미 {len(strange) - 1}개 더)" if len(strange) > 1 else ""),
        ),
        Words(
            'It was installed elsewhere and copied; it fails with "version `GLIBC_...\' not found".',
            '다른 곳에서 깔아 복사한 것입니다. "version `GLIBC_...\' not found"로 실패합니다.',
        ),
        f"rm -rf .venvs/{one.name} && make up",
    )


#: The old names of three platforms, by the glibc that they stand for.
NAMED = {"manylinux1": (2, 5), "manylinux2010": (2, 12), "manylinux2014": (2, 17)}


def _runs(tag: str, glibc: str, architecture: str) -> bool:
    """Whether a wheel with this platform tag runs here. What we cannot read is not an objection."""
    if tag == "any":
        return True
    if tag.startswith("musllinux"):
        return False
    if not tag.startswith(("manylinux", "linux")) or not tag.endswith(architecture):
        return not tag.startswith(("manylinux", "linux", "macosx", "win"))
    kind = tag.removesuffix(f"_{architecture}")
    if kind == "linux":
        return True
    needs = NAMED.get(kind) or tuple(int(part) for part in kind.split("_")[1:] if part.isdecimal())
    return version(glibc) >= needs
