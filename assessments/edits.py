"""What people changed about a plan, and how far they are with it; plain data that says nothing about storage."""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date as Date
from typing import Any, Literal

from scoring.roadmap import Wishes, first_monday_after
from scoring.roadmap.wishes import LAST_WEEK

Wanted = Literal["pinned", "banned"]
Status = Literal["planned", "doing", "done", "dropped"]

DAYS_A_WEEK = 7
LEAST_CAPACITY, MOST_CAPACITY = 1, 10_000  # person-weeks a quarter
MOST_EFFORT = 500  # person-weeks of one action
DAYS_BEFORE, DAYS_AFTER = 366, 3653  # how far from the assessment the days of a plan may be


@dataclass(frozen=True, slots=True)
class ActionEdits:
    """What somebody said about one action; None where the plan decides."""

    wanted: Wanted | None = None
    effort: float | None = None  # person-weeks
    role: str | None = None  # who leads it instead
    not_before: Date | None = None
    person: str | None = None  # a name, as it was typed
    due: Date | None = None
    status: Status = "planned"
    carried: bool = False  # the status comes from the assessment before


UNEDITED = ActionEdits()


@dataclass(frozen=True, slots=True)
class PlanEdits:
    """Everything somebody changed about the plan of one assessment."""

    capacity: float | None = None  # person-weeks a quarter
    start: Date | None = None
    actions: Mapping[str, ActionEdits] = field(default_factory=dict)

    def of(self, action: str) -> ActionEdits:
        """Return what was said about ``action``."""
        return self.actions.get(action, UNEDITED)

    def changed(self, name: str, value: Any, action: str = "") -> "PlanEdits":
        """Return these edits with one of them set anew; without ``action`` it is about the plan as a whole."""
        if not action:
            return replace(self, **{name: value})
        says = {name: value, "carried": False} if name == "status" else {name: value}
        return replace(self, actions={**self.actions, action: replace(self.of(action), **says)})


NO_EDITS = PlanEdits()


def wishes_of(edits: PlanEdits, assessed: Date) -> Wishes:
    """Return what ``edits`` ask of the plan of a firm that was ``assessed`` on that day."""
    start = edits.start or first_monday_after(assessed)
    said = edits.actions
    banned = {id_ for id_, one in said.items() if one.wanted == "banned" or one.status == "dropped"}
    pinned = {id_ for id_, one in said.items() if one.wanted == "pinned"}
    return Wishes(
        pinned=tuple(sorted(pinned - banned)),
        banned=tuple(sorted(banned)),
        effort=dict(_set(said, "effort")),
        owner=dict(_set(said, "role")),
        not_before={id_: min(LAST_WEEK, week_of(day, start)) for id_, day in _set(said, "not_before")},
        capacity=edits.capacity,
        start=edits.start,
    )


def under_way(edits: PlanEdits, offered: Collection[str]) -> set[str]:
    """Return those of the ``offered`` actions that a plan must not drop, because they are begun or done.

    What was done before this assessment has already counted in its answers and is no reason to do it again.
    """
    begun = {
        id_ for id_, one in edits.actions.items() if one.status == "doing" or (one.status == "done" and not one.carried)
    }
    return begun & set(offered)


def week_of(day: Date, start: Date) -> int:
    """Return the first week, counted from 1, that begins on ``day`` or later when week 1 begins on ``start``."""
    return max(0, math.ceil((day - start).days / DAYS_A_WEEK)) + 1


def days_open(assessed: Date) -> tuple[Date, Date]:
    """Return the first and the last day that the plan of an assessment of this day may name."""
    day = assessed.toordinal()
    first, last = max(day - DAYS_BEFORE, Date.min.toordinal()), min(day + DAYS_AFTER, Date.max.toordinal())
    return Date.fromordinal(first), Date.fromordinal(last)


def _set(said: Mapping[str, ActionEdits], name: str) -> Iterator[tuple[str, Any]]:
    return ((id_, getattr(one, name)) for id_, one in said.items() if getattr(one, name) is not None)
