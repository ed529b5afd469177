"""Is this an edit that a plan can have? The guard between what a browser sends and what is stored."""

from collections.abc import Callable, Iterator
from datetime import date as Date
from typing import Any, get_args

from assessments.answering.checking import check_line
from assessments.answering.refusals import NotAccepted, refusal
from assessments.edits import LEAST_CAPACITY, MOST_CAPACITY, MOST_EFFORT, PlanEdits, Status, Wanted, days_open
from scoring import Method

Check = Callable[[Method, Date, object], Any]


def check_edit(method: Method, assessed: Date, name: object, value: object, action: object = "") -> Any:
    """Return ``value`` as an edit of a plan or, with ``action``, of one of its actions; raises NotAccepted.

    None, or a text of nothing, takes an edit back. ``assessed`` is the day of the assessment.
    """
    checks = _OF_ACTION if action else _OF_PLAN
    check = checks.get(name) if isinstance(name, str) else None
    if check is None:
        raise refusal("edit", name)
    if action and action not in list(method.actions):
        raise refusal("action", action)
    if value is None:
        return "planned" if name == "status" else None
    return check(method, assessed, value)


def edits_to_carry(method: Method, assessed: Date, edits: PlanEdits) -> Iterator[tuple[str, str, Any]]:
    """Yield, as action, name and value, what the next assessment takes over of ``edits``.

    Left behind is when the old plan was to begin, whatever the questionnaire no longer has, and days so long past
    that no plan could name them. A day before which a move was not to begin comes along even when it has passed: the
    plan no longer heeds it, and says so.
    """
    for action, name, value in edits_made(edits):
        if name == "start":
            continue
        try:
            yield action, name, check_edit(method, assessed, name, value, action)
        except NotAccepted:
            continue


def edits_made(edits: PlanEdits) -> Iterator[tuple[str, str, Any]]:
    """Yield every edit as action (empty for the plan as a whole), name and value."""
    for name in _OF_PLAN:
        if getattr(edits, name) is not None:
            yield "", name, getattr(edits, name)
    for action, said in edits.actions.items():
        for name in _OF_ACTION:
            if getattr(said, name) not in (None, "planned"):
                yield action, name, getattr(said, name)


def _number(value: object, code: str, least: float, most: float) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
        return float(value)
    raise refusal(code, code, least=least, most=f"{most:,}")


def _capacity(_method: Method, _assessed: Date, value: object) -> float:
    return _number(value, "capacity", LEAST_CAPACITY, MOST_CAPACITY)


def _effort(_method: Method, _assessed: Date, value: object) -> float:
    return _number(value, "effort", 0, MOST_EFFORT)


def _day(_method: Method, assessed: Date, value: object) -> Date:
    first, last = days_open(assessed)
    if type(value) is Date and first <= value <= last:
        return value
    raise refusal("day", "day", first=first.isoformat(), last=last.isoformat())


def _one_of(code: str, known: tuple[str, ...], value: object) -> str:
    if isinstance(value, str) and value in known:
        return value
    raise refusal(code, code)


def _wanted(_method: Method, _assessed: Date, value: object) -> str:
    return _one_of("wanted", get_args(Wanted), value)


def _status(_method: Method, _assessed: Date, value: object) -> str:
    return _one_of("status", get_args(Status), value)


def _role(method: Method, _assessed: Date, value: object) -> str:
    return _one_of("role", method.roles, value)


def _person(_method: Method, _assessed: Date, value: object) -> str | None:
    return check_line(value, "person") or None


_OF_PLAN: dict[str, Check] = {"capacity": _capacity, "start": _day}
_OF_ACTION: dict[str, Check] = {
    "wanted": _wanted,
    "effort": _effort,
    "role": _role,
    "not_before": _day,
    "person": _person,
    "due": _day,
    "status": _status,
}
