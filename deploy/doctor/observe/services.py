"""The three servers: who keeps them, who sits on their ports, and what they say about themselves."""

import time
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

from deploy.doctor.facts import Port, Service
from deploy.doctor.observe.machine import is_checkout
from deploy.doctor.observe.meanwhile import begin
from deploy.local import house as houses
from deploy.local import keeper, processes
from deploy.local.house import House, Trouble
from deploy.local.keeper import Program, State
from deploy.local.look import ask


def services(house: House) -> tuple[Service, ...]:
    running = keeper.programs(house) or {}
    ours = set(processes.ours(house))
    asked = [begin(partial(_service, house, one, running.get(one.name), ours)) for one in house.services]
    found = tuple(one.result() for one in asked)
    if not is_checkout(house):  # a container has one of them, and knows of those it was told of
        found = tuple(one for one in found if one.running or not one.local)
    return found


def _service(house: House, address: houses.Service, program: Program | None, ours: set[int]) -> Service:
    told = house.environment.get(f"SOUS_{address.name.upper()}_URL")
    if told and told.rstrip("/") != address.url:
        return _healthy(_elsewhere(address.name, told), Service(address.name, told, local=False))
    running = program is not None and bool(program.pid)
    state = f"{program.state.lower()}: {program.why}" if program is not None else ""
    if program is not None and running and program.state is not State.STARTING:
        state = program.state.lower()
    found = Service(address.name, address.url, True, running, state)
    if running:
        return _healthy(address, found)
    checked = _with_port(found, address, ours)
    if checked.address.holder and ask(address, "/health").text("service") == address.name:
        return _healthy(address, replace(found, running=True, program="started by hand"))
    return checked


def _elsewhere(name: str, url: str) -> houses.Service:
    parts = urlsplit(url)
    return houses.Service(name, parts.hostname or "127.0.0.1", parts.port or (443 if parts.scheme == "https" else 80))


def _with_port(found: Service, address: houses.Service, ours: set[int]) -> Service:
    port = Port(address.host, address.port)
    try:
        if not processes.free(address.host, address.port):
            holder = processes.holder(address.port)
            if holder is None:
                port = Port(address.host, address.port, "?")
            elif holder.pid not in ours:
                port = Port(address.host, address.port, f"{holder.command} (pid {holder.pid})")
    except Trouble as trouble:
        port = Port(address.host, address.port, refused=str(trouble))
    return replace(found, address=port)


def _healthy(address: houses.Service, found: Service) -> Service:
    began = time.monotonic()
    health = ask(address, "/health")
    took = round(1000 * (time.monotonic() - began), 1)
    return replace(
        found,
        answers=bool(health.status),
        ready=bool(health.status) and ask(address, "/ready").ok,
        status=health.text("status"),
        engine=health.text("engine"),
        model=health.text("model"),
        device=health.text("device"),
        detail=health.text("detail"),
        took_ms=took,
        address=Port(address.host, address.port),
    )
