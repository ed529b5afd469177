"""What people may ask of a plan: pin, ban, other efforts, owners, capacity and dates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date as Date

from scoring.method import Method

# Beyond these a wish is a slip of the keyboard, and a plan of centuries.
MOST_EFFORT = 1_000.0
LEAST_CAPACITY, MOST_CAPACITY = 0.5, 100_000.0
LAST_WEEK = 520


@dataclass(frozen=True, slots=True)
class Wishes:
    """Edits to a plan; raises ValueError for an effort, a capacity or a week that no plan can have."""

    pinned: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    effort: Mapping[str, float] = field(default_factory=dict)  # person-weeks in this firm
    owner: Mapping[str, str] = field(default_factory=dict)  # role
    not_before: Mapping[str, int] = field(default_factory=dict)  # first week an action may start in, 1 or later
    capacity: float | None = None  # person-weeks a quarter
    start: Date | None = None  # first day of week 1; the Monday after the assessment when None

    def __post_init__(self) -> None:
        if not all(0.0 <= effort <= MOST_EFFORT for effort in self.effort.values()):
            raise ValueError("An action takes between 0 and 1,000 person-weeks.")
        if self.capacity is not None and not LEAST_CAPACITY <= self.capacity <= MOST_CAPACITY:
            raise ValueError("A firm can spend between 0.5 and 100,000 person-weeks a quarter.")
        if not all(1 <= week <= LAST_WEEK for week in self.not_before.values()):
            raise ValueError("An action can be put off to week 520 at most; the first week is week 1.")

    @property
    def actions(self) -> Iterable[str]:
        """Every action a wish speaks of."""
        return (*self.pinned, *self.banned, *self.effort, *self.owner, *self.not_before)


NO_WISHES = Wishes()


def check_wishes(method: Method, wishes: Wishes) -> None:
    """Raise ValueError for a wish about an action or a role the questionnaire does not have."""
    for action in wishes.actions:
        if action not in method.actions:
            raise ValueError(f'There is no action "{action}" in this questionnaire.')
    for role in wishes.owner.values():
        if role not in method.role_index:
            raise ValueError(f'There is no role "{role}" in this questionnaire.')
