"""Findings for people (one line each, with the reason below when something is wrong) and for programs (JSON)."""

import json
from collections.abc import Iterable, Iterator, Mapping

from deploy.doctor.facts import Facts
from deploy.doctor.finding import Finding, Level, verdict

MARKS = {Level.OK: "ok  ", Level.NOTE: "note", Level.DEGRADED: "weak", Level.BROKEN: "BAD "}
LAST = {
    "en": ("Everything works.", "It works, but not fully.", "It does not work yet."),
    "ko": ("모두 잘 됩니다.", "되지만 다 되지는 않습니다.", "아직 되지 않습니다."),
}


def language(chosen: str | None, environment: Mapping[str, str]) -> str:
    """What was asked for, else the terminal's."""
    if chosen:
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "ko" if environment[name].startswith("ko") else "en"
    return "en"


def lines(findings: Iterable[Finding], tongue: str) -> Iterator[str]:
    found = list(findings)
    for finding in found:
        fix = f"   -> {finding.fix}" if finding.fix and finding.level is not Level.OK else ""
        yield f"{MARKS[finding.level]}  {finding.subject}: {finding.what.spoken(tongue)}{fix}"
        if finding.level is not Level.OK and (why := finding.why.spoken(tongue)):
            yield f"        {why}"
    yield LAST[tongue][verdict(found)]


def as_json(facts: Facts, findings: Iterable[Finding], tongue: str) -> str:
    found = list(findings)
    rows = [
        {
            "code": finding.code,
            "level": finding.level,
            "subject": finding.subject,
            "what": finding.what.spoken(tongue),
            "why": finding.why.spoken(tongue),
            "fix": finding.fix,
        }
        for finding in found
    ]
    return json.dumps({"verdict": verdict(found), "took_ms": facts.took_ms, "findings": rows}, ensure_ascii=False)
