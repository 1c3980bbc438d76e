"""Who nginx is told about: the ready ones; all of them when none is; nobody when there is nobody."""

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from deploy.nginx.front import Upstream, chosen, look, upstreams, written

STT = Upstream("stt", "stt-replica", 8011)


@pytest.mark.parametrize(
    ("there", "ready", "used"),
    [
        (("a", "b"), (True, True), ("a", "b")),
        (("a", "b"), (True, False), ("a",)),
        (("a", "b"), (False, False), ("a", "b")),
        ((), (), ()),
    ],
    ids=["both", "one drains", "none: their own words", "nobody"],
)
def test_who_is_asked(there: tuple[str, ...], ready: tuple[bool, ...], used: tuple[str, ...]) -> None:
    assert chosen(there, ready) == used


def test_replicas_are_looked_up_by_the_name_of_their_service_or_another() -> None:
    assert [(one.name, one.host, one.port) for one in upstreams({"LLM_HOST": "minds"})] == [
        ("stt", "stt-replica", 8011),
        ("tts", "tts-replica", 8012),
        ("llm", "minds", 8013),
    ]


def test_each_replica_is_asked_on_its_own_port() -> None:
    asked: list[tuple[str, int]] = []

    def ask(address: str, port: int) -> bool:
        asked.append((address, port))
        return address == "10.0.0.2"

    with ThreadPoolExecutor(1) as pool:
        found = look((STT,), {}, pool, find=lambda _host, _port: ("10.0.0.1", "10.0.0.2"), ask=ask)
    assert found == {STT: ("10.0.0.2",)}
    assert asked == [("10.0.0.1", 8011), ("10.0.0.2", 8011)]


def test_a_name_server_that_stumbles_takes_nobody_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbles(*_: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", stumbles)
    with ThreadPoolExecutor(1) as pool:
        found = look((STT,), {STT: ("10.0.0.1", "10.0.0.2")}, pool, ask=lambda address, _port: address == "10.0.0.2")
        assert found == {STT: ("10.0.0.2",)}
        assert look((STT,), {}, pool) == {STT: ()}


def test_in_nginxs_words() -> None:
    text = written({STT: ("10.0.0.1", "10.0.0.2")})
    assert "upstream stt {" in text
    assert "least_conn;" in text
    assert text.index("least_conn") < text.index("keepalive 32")  # nginx wants the method first
    assert "server 10.0.0.1:8011 max_fails=0;" in text
    assert "server 10.0.0.2:8011 max_fails=0;" in text
    assert "down" not in text
    assert "server 127.0.0.1:9 down;" in written({STT: ()})
