"""Lines like @+12m30s."""

import pytest

from orchestrator.programs.json_lines import moved_by


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("@+12m30s", 750), ("@+5m", 300), ("@+30s", 30), ("@+1h", 3600), ("@+1h2m3s", 3723), ("@+2d", 172_800), ("@+90", 90),
        ("@12m", 720), ("@+0.5s", 0.5), ("@ +5m", None), ("@+", None), ("@", None), ("@+5x", None), ("@-5m", None), ("@+m", None),
    ],
)  # fmt: skip
def test_moved_by(line: str, seconds: float | None) -> None:
    assert moved_by(line) == seconds
