"""Ask a running service how it is. One question, one short deadline, never an exception."""

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from deploy.local.house import Service


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; status 0 when nobody answered."""

    status: int
    body: Mapping[str, object] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return self.status == 200

    def text(self, key: str) -> str:
        value = self.body.get(key)
        return value if isinstance(value, str) else ""


def ask(service: Service, path: str, timeout: float = 1.0) -> Answer:
    """GET a path. Straight to the address: a proxy in the environment is not for our own machine."""
    wire = http.client.HTTPConnection(service.reach, service.port, timeout=timeout)
    try:
        wire.request("GET", path)
        reply = wire.getresponse()
        body = json.loads(reply.read() or b"{}")
    except (OSError, http.client.HTTPException, ValueError):
        return Answer(0)
    finally:
        wire.close()
    return Answer(reply.status, body if isinstance(body, dict) else {})
