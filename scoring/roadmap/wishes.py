"""What people may ask of a plan: pin, ban, other efforts, owners, capacity and dates."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date as Date

from scoring.method import Method


@dataclass(frozen=True, slots=True)
class Wishes:
    """Edits to a plan; raises ValueError for an effort below 0, no capacity or a week before the first."""

    pinned: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    effort: Mapping[str, float] = field(default_factory=dict)  # person-weeks in this firm
    owner: Mapping[str, str] = field(default_factory=dict)  # role
    not_before: Mapping[str, int] = field(default_factory=dict)  # first week an action may start in, 1 or later
    capacity: float | None = None  # person-weeks a quarter
    start: Date | None = None  # first day of week 1; the assessment's date when None

    def __post_init__(self) -> None:
        if not all(math.isfinite(effort) and effort >= 0 for effort in self.effort.values()):
            raise ValueError("The effort of an action is 0 person-weeks or more.")
        if self.capacity is not None and not (math.isfinite(self.capacity) and self.capacity > 0):
            raise ValueError("The capacity for a quarter is more than 0 person-weeks.")
        if any(week < 1 for week in self.not_before.values()):
            raise ValueError("The first week of a plan is week 1.")

    @property
    def actions(self) -> Iterable[str]:
        """Every action a wish speaks of."""
        return (*self.pinned, *self.banned, *self.effort, *self.owner, *self.not_before)


def check_wishes(method: Method, wishes: Wishes) -> None:
    """Raise ValueError for a wish about an action or a role the questionnaire does not have."""
    for action in wishes.actions:
        if action not in method.actions:
            raise ValueError(f'There is no action "{action}" in this questionnaire.')
    for role in wishes.owner.values():
        if role not in method.role_index:
            raise ValueError(f'There is no role "{role}" in this questionnaire.')
