"""A checkout's facts: addresses, places, and when a running kitchen is no longer the one that was asked for."""

from pathlib import Path

import pytest

from deploy.local.house import House, Trouble, service
from deploy.local.recipe import configuration


@pytest.mark.parametrize(
    ("environment", "url"),
    [
        ({}, "http://127.0.0.1:8011"),
        ({"STT_PORT": "9011"}, "http://127.0.0.1:9011"),
        ({"STT_PORT": "", "STT_HOST": ""}, "http://127.0.0.1:8011"),
        ({"STT_HOST": "0.0.0.0"}, "http://127.0.0.1:8011"),
        ({"STT_HOST": "::"}, "http://[::1]:8011"),
        ({"STT_HOST": "192.168.0.7"}, "http://192.168.0.7:8011"),
    ],
)
def test_where_to_look_for_a_service(environment: dict[str, str], url: str) -> None:
    assert service("stt", environment).url == url


@pytest.mark.parametrize("text", ["0", "65536", "-1", "8011.5", "eighty", "팔천"])
def test_what_is_not_a_port(text: str) -> None:
    with pytest.raises(Trouble, match="STT_PORT="):
        service("stt", {"STT_PORT": text})


def test_two_checkouts_share_nothing_and_the_socket_path_is_always_short(tmp_path: Path) -> None:
    near, far = House.at(tmp_path, {}), House.at(tmp_path / "/".join(["very-long-folder-name"] * 12), {})
    assert near.private != far.private
    assert len(str(far.socket).encode()) < 100


def test_a_link_to_a_checkout_is_the_same_checkout(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert House.at(tmp_path / "link", {}).key == House.at(tmp_path / "real", {}).key


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ({"STT_DEVICE": "cpu"}, {"STT_DEVICE": "cuda"}, False),
        ({}, {"SOUS_HOME": "/data"}, False),
        ({"STT_DEVICE": "cpu", "TERM": "xterm"}, {"TERM": "dumb", "STT_DEVICE": "cpu"}, True),
    ],
)
def test_only_our_settings_make_a_difference(
    tmp_path: Path, before: dict[str, str], after: dict[str, str], same: bool
) -> None:
    assert (House.at(tmp_path, before).settings() == House.at(tmp_path, after).settings()) is same


def test_a_changed_requirement_makes_a_difference(tmp_path: Path) -> None:
    (tmp_path / "envs").mkdir()
    (tmp_path / "envs" / "stt.txt").write_text("numpy==1\n", encoding="utf-8")
    before = House.at(tmp_path, {}).settings()
    (tmp_path / "envs" / "stt.txt").write_text("numpy==2\n", encoding="utf-8")
    assert House.at(tmp_path, {}).settings() != before


def test_no_secret_and_no_setting_is_written_to_the_configuration(tmp_path: Path) -> None:
    text = configuration(House.at(tmp_path, {"LLM_API_KEY": "sk-very-secret"}))
    assert "sk-very-secret" not in text


def test_a_program_runs_in_the_environment_somebody_chose(tmp_path: Path) -> None:
    text = configuration(House.at(tmp_path, {"STT_ENVIRONMENT": "stt-cuda"}))
    assert "command=.venvs/stt-cuda/bin/python -m services.stt\n" in text
    assert "command=.venvs/tts/bin/python -m services.tts\n" in text
