"""The moves of a plan as the files tell them: names, days and words side by side."""

from dataclasses import dataclass
from datetime import date as Date

from assessments.edits import PlanEdits
from assessments.languages import marked, say
from assessments.wording import roadmap
from assessments.wording.wishes import STATUSES
from scoring.answers import Assessment
from scoring.model import Questionnaire
from scoring.roadmap import Plan
from scoring.roadmap.plan import PlannedAction


@dataclass(frozen=True, slots=True)
class PlanToWrite:
    """A plan and whose it is."""

    questionnaire: Questionnaire
    assessment: Assessment
    plan: Plan
    edits: PlanEdits


@dataclass(frozen=True, slots=True)
class Move:
    """One action of the plan; effort in person-weeks, days inclusive."""

    id: str
    title: str
    do: str
    role: str
    person: str
    effort: float
    start: Date
    finish: Date
    due: Date | None
    status: str
    why: str
    kpi: str


COLUMNS = (
    marked("Move"),
    marked("What to do"),
    marked("Led by"),
    marked("Person"),
    marked("Person-weeks"),
    marked("Start"),
    marked("Finish"),
    marked("Due"),
    marked("Status"),
    marked("Why"),
    marked("Shows in"),
)
Cell = str | float | Date | None


def moves(about: PlanToWrite) -> tuple[Move, ...]:
    """Return the moves of a plan in the order they start."""
    planned = {action.id: action for action in about.plan.actions}
    return tuple(_move(about, step, planned[step.id]) for step in roadmap.steps(about.questionnaire, about.plan))


def _move(about: PlanToWrite, step: roadmap.Step, action: PlannedAction) -> Move:
    said = about.edits.of(step.id)
    return Move(
        id=step.id,
        title=step.title,
        do=step.do,
        role=step.owner,
        person=said.person or "",
        effort=round(action.effort, 1),
        start=roadmap.first_day_of(about.plan, action.start_week),
        finish=roadmap.last_day_of(about.plan, action.finish_week),
        due=said.due,
        status=say(STATUSES[said.status]),
        why=step.why,
        kpi=step.kpi,
    )


def cells(move: Move) -> tuple[Cell, ...]:
    """Return what stands in the columns of a move."""
    return (
        *(move.title, move.do, move.role, move.person, move.effort, move.start, move.finish),
        *(move.due, move.status, move.why, move.kpi),
    )
