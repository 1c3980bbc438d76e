"""Taking packages out of a compiled file leaves every other line as it was, hashes and all."""

from pathlib import Path

import pytest
import yaml

from deploy.containers.leave_out import kept

ROOT = Path(__file__).resolve().parents[4]
COMPILED = """\
# Compiled from x.in by `make lock`. Change the .in, not this file.
numpy==2.0 ; python_version >= '3.11' \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via -r x.in
hf-xet==1.8.0 ; platform_machine == 'x86_64' \\
    --hash=sha256:cc
uvicorn[standard]==0.5 \\
    --hash=sha256:dd
"""


def test_an_entry_goes_with_its_hashes_and_remarks() -> None:
    left = kept(COMPILED, {"numpy"})
    assert "numpy" not in left
    assert "sha256:aa" not in left
    assert "via -r" not in left
    assert left.splitlines()[1:] == COMPILED.splitlines()[5:]


def test_nothing_unwanted_nothing_changed() -> None:
    assert kept(COMPILED, set()) == COMPILED


@pytest.mark.parametrize("name", ["hf-xet", "uvicorn"])
def test_markers_and_extras_do_not_hide_a_name(name: str) -> None:
    assert name not in kept(COMPILED, {name})


def test_a_name_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(SystemExit, match="what is not there: nmupy"):
        kept(COMPILED, {"nmupy"})


def test_what_compose_leaves_out_is_in_the_files() -> None:
    """Before anybody waits for an image build to find out."""
    services = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    checked = 0
    for service in services.values():
        arguments = service.get("build", {}).get("args", {})
        if "PROGRAM" in arguments and "light" in service["build"]["dockerfile"]:
            compiled = (ROOT / "envs" / f"{arguments['PROGRAM']}.txt").read_text(encoding="utf-8")
            assert kept(compiled, set(arguments.get("LEAVE_OUT", "").split()))
            checked += 1
    assert checked == 8
