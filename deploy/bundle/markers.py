"""Environment markers ("sys_platform == 'linux' and ...") for a machine that is not this one. Pure.

A marker is written like a Python expression, so Python reads it; what it may contain is checked here, and nothing of it
is ever run. Only what uv writes into our pins is understood: names, strings, comparisons, `and`, `or`, `in`.
"""

import ast
import re
from collections.abc import Mapping

VERSIONS = frozenset({"python_version", "python_full_version", "implementation_version"})


class NotUnderstood(ValueError):
    """A marker with something in it that we do not know; better said than guessed."""


def holds(marker: str, machine: Mapping[str, str]) -> bool:
    """Whether a line with this marker is meant for that machine. No marker: for everybody."""
    if not marker:
        return True
    try:
        return _holds(ast.parse(marker, mode="eval").body, machine)
    except SyntaxError as error:
        raise NotUnderstood(marker) from error


def _holds(node: ast.expr, machine: Mapping[str, str]) -> bool:
    match node:
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_holds(part, machine) for part in parts)
        case ast.BoolOp(op=ast.Or(), values=parts):
            return any(_holds(part, machine) for part in parts)
        case ast.Compare(left=left, ops=[sign], comparators=[right]):
            return _compare(_value(left, machine), sign, _value(right, machine), versions=_about_versions(left, right))
    raise NotUnderstood(ast.unparse(node))


def _about_versions(*sides: ast.expr) -> bool:
    return any(isinstance(side, ast.Name) and side.id in VERSIONS for side in sides)


def _value(node: ast.expr, machine: Mapping[str, str]) -> str:
    match node:
        case ast.Name(id=name) if name in machine:
            return machine[name]
        case ast.Constant(value=str() as text):
            return text
    raise NotUnderstood(ast.unparse(node))


def _compare(left: str, sign: ast.cmpop, right: str, *, versions: bool) -> bool:
    if isinstance(sign, ast.In | ast.NotIn):
        return (left in right) is isinstance(sign, ast.In)
    one, other = (_version(left), _version(right)) if versions else (left, right)
    match sign:
        case ast.Eq():
            return one == other
        case ast.NotEq():
            return one != other
        case ast.Lt():
            return one < other  # type: ignore[operator]
        case ast.LtE():
            return one <= other  # type: ignore[operator]
        case ast.Gt():
            return one > other  # type: ignore[operator]
        case ast.GtE():
            return one >= other  # type: ignore[operator]
    raise NotUnderstood(type(sign).__name__)


def _version(text: str) -> tuple[int, ...]:
    numbers = [int(part) for part in re.findall(r"\d+", text)]
    while numbers and numbers[-1] == 0:  # 3.12 and 3.12.0 are the same version
        numbers.pop()
    return tuple(numbers)
