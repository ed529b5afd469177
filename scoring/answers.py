"""What a person may say: a line, an option, several, a number, a split, "don't know", "not applicable", or nothing.

None of these is ever turned into zero. ``Assessment`` is what one firm has told us; it is read from
files and from the database and handed to ``scoring.assess``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from enum import Enum
from typing import Literal

Variant = Literal["full", "quick"]


class Unanswered(Enum):
    """An answer that is not a value; silence is the absence of the item from ``Submission.answers``."""

    DONT_KNOW = "dk"
    NOT_APPLICABLE = "na"


# A line 1..5 or a number; an option's id; several option ids; percent per option; or no value.
Value = int | str | tuple[str, ...] | Mapping[str, float] | Unanswered
FactValue = str | float | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Submission:
    """Everything one respondent has answered; the last submission of an id counts."""

    respondent: str
    role: str
    answers: Mapping[str, Value]
    notes: Mapping[str, str] = field(default_factory=dict)
    segments: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)  # customer items per segment
    seconds: int | None = None  # time taken, where known
    round: int | None = None  # of a workshop, where what was said in each is kept apart; never so when it is scored


@dataclass(frozen=True, slots=True)
class Segment:
    """A group of customers answered for on its own; ``value`` is its share of customer value, 0..1."""

    id: str
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Assessment:
    """One firm's answers and facts at one date."""

    id: str
    firm: str
    date: Date
    submissions: tuple[Submission, ...]
    variant: Variant = "full"
    context: Mapping[str, FactValue] = field(default_factory=dict)
    role_weights: Mapping[str, float] = field(default_factory=dict)  # default 1 for every role
    segments: tuple[Segment, ...] = ()
    pulse: tuple[Mapping[str, int | Unanswered], ...] = ()

    @property
    def heard(self) -> tuple[Submission, ...]:
        """One submission per respondent id, the last one sent, in order of first appearance."""
        return tuple({submission.respondent: submission for submission in self.submissions}.values())
