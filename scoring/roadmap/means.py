"""What a firm can carry: how large it is, its person-weeks a quarter and how far rules limit public talk."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from scoring.answers import Assessment
from scoring.method import Method
from scoring.model import Action, Planning
from scoring.roadmap.wishes import Wishes

WEEKS_A_QUARTER = 13
ROUNDING = 1e-9  # what is lost in adding up person-weeks


@dataclass(frozen=True, slots=True)
class Means:
    """``capacity`` is in person-weeks a quarter, infinite where the questionnaire knows none."""

    size: str | None
    size_stated: bool
    factor: float  # multiplies the effort of every action
    capacity: float
    rules_lead: int  # weeks added to actions marked rules_first

    @property
    def weekly(self) -> float:
        """Person-weeks the firm can spend in one week."""
        return self.capacity / WEEKS_A_QUARTER

    def weeks(self, action: Action, effort: float) -> int:
        """Return the weeks from start to finish of ``action`` at ``effort`` person-weeks in this firm."""
        lead = action.lead + (self.rules_lead if action.rules_first else 0)
        return max(lead, math.ceil(effort / self.weekly - ROUNDING))


def find_means(method: Method, assessment: Assessment, wishes: Wishes) -> Means:
    """Return what the firm says it can carry; a size not stated is taken as the one whose efforts are as written."""
    planning = method.questionnaire.settings.planning
    stated = _fact(assessment.context, planning.size_fact)
    size = stated if stated in planning.size_factor else _usual_size(planning)
    rules = _fact(assessment.context, planning.rules_fact)
    return Means(
        size=size,
        size_stated=size is not None and size == stated,
        factor=planning.size_factor.get(size or "", 1.0),
        capacity=_capacity(planning, assessment, size, wishes),
        rules_lead=planning.rules_lead.get(rules or "", 0),
    )


def _capacity(planning: Planning, assessment: Assessment, size: str | None, wishes: Wishes) -> float:
    own = assessment.context.get(planning.capacity_fact or "")
    if wishes.capacity is not None:
        return float(wishes.capacity)
    if isinstance(own, int | float) and own > 0:
        return float(own)
    return float(planning.capacity.get(size or "", math.inf))


def _usual_size(planning: Planning) -> str | None:
    return min(planning.size_factor, key=lambda size: abs(planning.size_factor[size] - 1.0), default=None)


def _fact(context: Mapping[str, object], fact: str | None) -> str | None:
    value = context.get(fact or "")
    return value if isinstance(value, str) else None
