"""The three servers: running, ready, on which engine; and who is in the way when not."""

from collections.abc import Iterator

from deploy.doctor.facts import Facts, Service
from deploy.doctor.finding import Code, Finding, Level, Words

#: What cooking is like without each of them.
WITHOUT = {
    "stt": Words("Sous cannot hear; the keyboard works.", "듣지 못합니다. 키보드는 됩니다."),
    "tts": Words("Sous cannot speak; the screen works.", "말하지 못합니다. 화면은 됩니다."),
    "llm": Words("Sous understands exact commands alone.", "정해진 명령만 알아듣습니다."),
}


def judge(facts: Facts) -> Iterator[Finding]:
    for service in facts.services:
        yield _judge(service)


def _judge(service: Service) -> Finding:
    if not service.local:
        return _elsewhere(service)
    if not service.running:
        return _not_running(service)
    starting = service.program.startswith("starting")
    if not service.answers and starting:
        return _bad(Code.STARTING, service, Words("is starting", "시작하는 중입니다"), "make up")
    logs = f"make logs NAME={service.name}"
    if not service.answers:
        what = Words(f"does not answer at {service.url}", f"{service.url}에서 답이 없습니다")
        return _bad(Code.NO_ANSWER, service, what, logs)
    return _answering(service, logs, "make models")


def _elsewhere(service: Service) -> Finding:
    variable = f"SOUS_{service.name.upper()}_URL"
    look = f"curl -sS {service.url}/health"
    if not service.answers:
        what = Words(f"nothing answers at {service.url} ({variable})", f"{service.url}에서 답이 없습니다 ({variable})")
        return _bad(Code.NO_ANSWER, service, what, look)
    return _answering(service, look, look)


def _answering(service: Service, logs: str, better: str) -> Finding:
    if service.status == "degraded":
        words = service.detail or "answering on a fallback"
        return Finding(
            Code.FALLBACK,
            Level.DEGRADED,
            service.name,
            Words(words, service.detail or "대신하는 엔진이 답하고 있습니다"),
            Words("A better engine was meant to answer.", "더 좋은 엔진이 답했어야 합니다."),
            better,
        )
    if not service.ready:
        words = service.detail or service.status
        return _bad(Code.NOT_READY, service, Words(f"not ready: {words}", f"준비되지 않았습니다: {words}"), logs)
    took = f"{service.took_ms:.0f} ms"
    device = f" on {service.device}" if service.device else ""
    words = f"ready at {service.url} ({service.engine}{device}, {took})"
    return Finding(Code.READY, Level.OK, service.name, Words(words, words.replace("ready at", "준비됨", 1)))


def _not_running(service: Service) -> Finding:
    port, variable = service.address, service.name.upper()
    if port.refused:
        fix = f"{variable}_HOST=127.0.0.1 make up"
        return _bad(Code.PORT_IMPOSSIBLE, service, Words(port.refused, port.refused), fix)
    if port.holder:
        who = "a process that this user may not see" if port.holder == "?" else port.holder
        korean = "볼 수 없는 프로세스" if port.holder == "?" else port.holder
        what = Words(f"port {port.port} is taken by {who}", f"포트 {port.port}을 {korean}가 쓰고 있습니다")
        return _bad(Code.PORT_TAKEN, service, what, f"{variable}_PORT={port.port + 100} make up")
    state = f" ({service.program})" if service.program else ""
    return _bad(Code.NOT_RUNNING, service, Words(f"not running{state}", f"돌고 있지 않습니다{state}"), "make up")


def _bad(code: Code, service: Service, what: Words, fix: str) -> Finding:
    return Finding(code, Level.BROKEN, service.name, what, WITHOUT.get(service.name, Words()), fix)
