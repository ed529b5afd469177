"""What people changed about the plan, as an answers file says it."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date as Date
from typing import Any, get_args

from assessments.answers_file.choosing import choose
from assessments.answers_file.firm import DATE
from assessments.answers_file.node import Node
from assessments.edits import (
    LEAST_CAPACITY,
    MOST_CAPACITY,
    MOST_EFFORT,
    ActionEdits,
    PlanEdits,
    Status,
    Wanted,
    days_open,
)
from assessments.problems import some
from scoring.model import Questionnaire

OF_PLAN = ("capacity", "start", "actions")
OF_ACTION = ("wanted", "effort", "role", "not_before", "person", "due", "status", "carried")


def read_plan_edits(node: Node, questionnaire: Questionnaire, assessed: Date) -> PlanEdits:
    """Return the edits of the plan that begins with an assessment of the day ``assessed``."""
    known = [entry for entry in node.entries() if entry.is_one_of(OF_PLAN, "A605", some=some(OF_PLAN))]
    said = {entry.name: entry for entry in known}
    return PlanEdits(
        capacity=_number(said["capacity"], LEAST_CAPACITY, MOST_CAPACITY) if "capacity" in said else None,
        start=_day(said["start"], assessed) if "start" in said else None,
        actions=_actions(said["actions"], questionnaire, assessed) if "actions" in said else {},
    )


def _actions(node: Node, questionnaire: Questionnaire, assessed: Date) -> dict[str, ActionEdits]:
    roles = [role.id for role in questionnaire.roles]
    moves = questionnaire.action_by_id
    known = [entry for entry in node.entries() if entry.is_one_of(moves, "A670", some=some(moves))]
    return {entry.name: _action(entry, roles, assessed) for entry in known}


def _action(node: Node, roles: Sequence[str], assessed: Date) -> ActionEdits:
    said: dict[str, Any] = {}
    for entry in node.entries():
        if entry.is_one_of(OF_ACTION, "A605", some=some(OF_ACTION, len(OF_ACTION))) and entry.value is not None:
            value = _edit(entry, roles, assessed)
            said.update({} if value is None else {entry.name: value})
    return ActionEdits(**said)


def _edit(node: Node, roles: Sequence[str], assessed: Date) -> Any:
    match node.name:
        case "wanted":
            return choose(node, get_args(Wanted), "A671")
        case "status":
            return choose(node, get_args(Status), "A671")
        case "role":
            return choose(node, roles, "A610")
        case "effort":
            return _number(node, 0, MOST_EFFORT)
        case "person":
            return node.title()
        case "carried":
            return _yes_or_no(node)
        case _:
            return _day(node, assessed)


def _number(node: Node, least: float, most: float) -> float | None:
    number = node.number()
    if number is not None and least <= number <= most:
        return float(number)
    if node.value is not None:
        node.note("A672", found=node.shown(), least=least, most=f"{most:,}")
    return None


def _day(node: Node, assessed: Date) -> Date | None:
    first, last = days_open(assessed)
    with suppress(ValueError):
        day = Date.fromisoformat(str(node.value)) if DATE.fullmatch(str(node.value)) else None
        if day is not None and first <= day <= last:
            return day
    if node.value is not None:
        node.note("A673", found=node.shown(), first=first.isoformat(), last=last.isoformat())
    return None


def _yes_or_no(node: Node) -> bool | None:
    if not isinstance(node.value, bool):
        node.note_kind(bool)
        return None
    return node.value
