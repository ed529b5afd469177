"""What a plan is: plain frozen data, ids and codes only; ``assessments.wording`` turns them into sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from typing import Literal

from scoring.result import Posture
from scoring.roadmap.problem import Reason
from scoring.roadmap.schedule import Horizon

# stages: the cheapest sets, proven. fallback: not even the next stage can be reached. renewal: in step or ahead.
# quick: from a quick scan nothing is scheduled. none: the destination is not known.
Kind = Literal["stages", "fallback", "renewal", "quick", "none"]

WhyNot = Literal[
    "banned",  # asked to be left out
    "needs_banned",  # ... or waits for one that is; ``about`` names it
    "not_needed",  # the gates are reached without it
    "no_room",  # the plan is full, or others do more for their effort
    "not_scheduled",  # nothing is scheduled from these answers
    "not_called_for",  # customers do not call for it
    "good_enough",  # the firm already does this well enough
    "not_known",  # too little was answered to say
    "not_for_this_firm",  # nothing in this firm's situation asks for it
]


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One action of the plan. ``about`` is a warning (remedy), a stage (growth) or an action (needed)."""

    id: str
    start_week: int
    finish_week: int
    effort: float  # person-weeks in this firm
    owner: str
    horizon: Horizon
    stage: int  # the stage it leads to; 0 where the plan leads to none
    reason: Reason
    about: str | None
    helps: tuple[str, ...]  # gates not passed today, of the stages the plan leads to, that it moves


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where the firm is expected to stand at the end of a quarter, if the plan works as estimated."""

    quarter: int
    done: int  # actions finished by then
    position: int
    path_coordinate: float
    index: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class OpenGate:
    """A gate that is not reached: what it would come to, and what it asks."""

    id: str
    stage: str
    value: float
    minimum: float


@dataclass(frozen=True, slots=True)
class Leverage:
    """A gate not passed: how far it still has to go, 0..1, and the least person-weeks that pass it, if any do."""

    gate: str
    missing: float
    effort: float | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    id: str
    why: WhyNot
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The roadmap of one firm; efforts in person-weeks of this firm, weeks counted from 1, shares 0..1."""

    kind: Kind
    feasible: bool | None  # the plan reaches its target; None where nothing was planned
    posture: Posture | None
    target: int | None
    reached: int  # the stage whose gates the plan passes, where they are known
    start: Date
    size: str | None
    size_stated: bool
    capacity: float | None  # person-weeks a quarter; None where nothing limits it
    actions: tuple[PlannedAction, ...]
    effort_person_weeks: float
    weeks: int
    to_stage: Mapping[str, tuple[str, ...]]  # cumulative sets
    forecast: tuple[Outlook, ...]
    cautious: tuple[Outlook, ...]
    cannot_reach: tuple[OpenGate, ...]  # with everything on offer done
    answer_first: tuple[str, ...]  # gates left out because their questions are not answered
    second_horizon: tuple[OpenGate, ...]  # still open for the stage customers will call for
    owner_share: Mapping[str, float]
    carried_by: str | None  # the role that carries more than half
    serves: Mapping[str, float]
    not_in_plan: tuple[LeftOut, ...]
    not_granted: tuple[LeftOut, ...]  # pins
    latest_start_week: int | None  # when preparing; weeks from today, not below 0
    early_wins: tuple[str, ...]  # quick scan: what to begin with
    leverage: tuple[Leverage, ...]  # quick scan: the gates that give most for their effort
