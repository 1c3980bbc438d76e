"""Whatever a machine looks like, however strange: findings come out, in both languages, and a recording reads back."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deploy.doctor import recording, tell
from deploy.doctor.facts import Card, Environment, Facts, Gpu, Libcuda, Machine, Wheel
from deploy.doctor.judge.everything import judge

VERSIONS = st.sampled_from(["", "abc", "1", "13", "13.0", "12.8", "450.80.02", "575.57.08", "999", "0", ".", "2.28"])
NAMES = st.sampled_from(["torch", "ctranslate2", "vllm", "numpy", "nvidia-cublas-cu12", "stt", "stt-cuda", "this", ""])
TAGS = st.sampled_from(
    ["manylinux_2_28_x86_64", "manylinux_x_y", "manylinux2014_aarch64", "linux_x86_64", "any", "", "_"]
)

st.register_type_strategy(
    Wheel, st.builds(Wheel, name=NAMES, version=VERSIONS, tags=st.lists(TAGS, max_size=2).map(tuple), cuda=VERSIONS)
)
st.register_type_strategy(
    Card,
    st.builds(
        Card,
        name=st.text(max_size=3),
        compute=VERSIONS,
        memory_mb=st.integers(0, 10**6),
        mig=st.sampled_from(["", "Enabled", "Disabled"]),
        slices=st.lists(st.sampled_from(["1g.10gb MIG-1", "", "gb", "MIG-2"]), max_size=2).map(tuple),
    ),
)
st.register_type_strategy(
    Environment,
    st.builds(
        Environment,
        name=NAMES,
        state=st.sampled_from(["missing", "stale", "ready", "?"]),
        chosen=st.booleans(),
        wheels=st.lists(st.from_type(Wheel), max_size=3).map(tuple),
        libraries=st.dictionaries(
            st.sampled_from(["libcublas.so.12", "libcudnn.so.9"]), st.text(max_size=3), max_size=2
        ),
    ),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.from_type(Facts))
def test_any_facts_are_judged_told_and_written_down(facts: Facts) -> None:
    found = judge(facts)
    for tongue in ("en", "ko"):
        assert list(tell.lines(found, tongue))[-1] in tell.LAST[tongue]
    assert tell.as_json(facts, found, "en").startswith('{"verdict": ')
    written = recording.text(facts)
    assert recording.text(recording.parse(written, "itself")) == written  # as text: NaN is not equal to itself


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    machine=st.builds(
        Machine, glibc=VERSIONS, architecture=st.sampled_from(["", "x86_64", "aarch64"]), wsl=st.booleans()
    ),
    library=st.builds(
        Libcuda,
        path=st.sampled_from(["", "/x/compat/libcuda.so.1", "/usr/lib/libcuda.so.1"]),
        init=st.sampled_from([-1, 0, 34, 100, 803, 804, 999, 7]),
        cuda=st.sampled_from([0, 12090, 13000, 5]),
        devices=st.integers(0, 2),
    ),
    driver=VERSIONS,
    cards=st.lists(st.from_type(Card), max_size=2).map(tuple),
    environments=st.lists(st.from_type(Environment), max_size=3).map(tuple),
    container=st.sampled_from(["", "docker"]),
)
def test_any_gpu(
    machine: Machine,
    library: Libcuda,
    driver: str,
    cards: tuple[Card, ...],
    environments: tuple[Environment, ...],
    container: str,
) -> None:
    gpu = Gpu(on_the_bus=1, driver=driver, library=library, cards=cards)
    judge(Facts(machine=replace(machine, container=container), gpu=gpu, environments=environments))


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).with_name("machines").glob("*.json")), ids=lambda path: path.stem
)
def test_a_recording_reads_back_as_itself(path: Path) -> None:
    facts = recording.read(path)
    assert recording.parse(recording.text(facts), path.name) == facts
