"""The plan as a report prints it: the moves, what they cost, where they lead and what is left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments import wording
from assessments.charts import forecast_chart
from assessments.languages import say_counted
from assessments.reports.case import Case
from assessments.reports.figures import Figure, draw
from assessments.wording import beginning, deciding, roadmap, wishes
from scoring.roadmap.plan import WhyNot

FIRST = 5
AT_A_GLANCE = 3


@dataclass(frozen=True, slots=True)
class Move:
    """One move of the plan, who does it and how far they are."""

    step: roadmap.Step
    followed: str  # status, person where named, and due date; empty when nothing was said
    late: str | None


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan in words; without one, what to begin with instead."""

    title: str
    moves: tuple[Move, ...]
    more: str | None  # what follows the steps printed
    levers: tuple[beginning.Lever, ...]
    beginnings: tuple[beginning.Beginning, ...]
    lines: tuple[str, ...]
    forecast: Figure | None
    forecast_line: str | None


@dataclass(frozen=True, slots=True)
class Aside:
    """What not to do now, and why."""

    refusals: tuple[wording.Refusal, ...]
    lines: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.refusals or self.lines)


def planned(case: Case, most: int | None = None, *, named: bool = True) -> Planned:
    """Put the plan into words and figures, with its first ``most`` moves or all; ``named``, with who does them."""
    questionnaire, plan = case.questionnaire, case.plan
    every = roadmap.steps(questionnaire, plan)
    shown = every[:most]
    return Planned(
        title=roadmap.plan_title(questionnaire, plan),
        moves=tuple(_move(case, step, named) for step in shown),
        more=_more(every[len(shown) :]),
        levers=beginning.levers(questionnaire, plan),
        beginnings=() if every else beginning.beginnings(questionnaire, case.assessment, plan),
        lines=tuple(line for line in _lines(case) if line),
        forecast=_forecast(case),
        forecast_line=roadmap.forecast_line(questionnaire, plan),
    )


def first_moves(case: Case) -> tuple[roadmap.Step | beginning.Beginning, ...]:
    """Return the moves somebody should be able to retell; those to begin with, without dates, where none is planned."""
    planned = roadmap.steps(case.questionnaire, case.plan)
    return (planned or beginning.beginnings(case.questionnaire, case.assessment, case.plan))[:AT_A_GLANCE]


def _move(case: Case, step: roadmap.Step, named: bool) -> Move:
    followed = wishes.followed_line(case.edits.of(step.id), named=named)
    return Move(step, followed, wishes.late_line(case.plan, case.edits, step.id))


def _lines(case: Case) -> Iterator[str | None]:
    """Yield what there is to say about the plan as a whole."""
    questionnaire, plan, edits = case.questionnaire, case.plan, case.edits
    yield wishes.progress_line(plan, edits)
    yield from wishes.earlier_lines(questionnaire, plan, edits)
    yield wishes.asked_line(questionnaire, edits, case.assessment.date, case.planned.unedited, plan)
    yield from wishes.refused_lines(questionnaire, plan)
    yield roadmap.proof_line(questionnaire, plan)
    yield roadmap.balance_line(questionnaire, plan)
    yield roadmap.latest_start_line(plan, case.assessment.date)


def _more(steps: tuple[roadmap.Step, ...]) -> str | None:
    if not steps:
        return None
    more = say_counted(
        "{number} more move follows: {moves}.",
        "{number} more moves follow: {moves}.",
        len(steps),
        number=wording.spelt(len(steps)),
        moves="; ".join(step.title for step in steps),
    )
    return wording.begun(more)


def _forecast(case: Case) -> Figure | None:
    """Draw the forecast of a plan that is to lead somewhere; one that keeps the place needs no picture."""
    if case.plan.kind not in ("stages", "fallback") or not case.plan.forecast:
        return None
    return draw(forecast_chart(case.questionnaire, case.result, case.plan))


def aside(case: Case, whys: tuple[WhyNot, ...] = ("not_called_for",)) -> Aside:
    """Return what is not to be done now: the refusals, and the actions left out for the reasons ``whys``."""
    refusals = wording.not_now(case.questionnaire, case.result)
    return Aside(refusals, roadmap.left_out(case.questionnaire, case.plan, whys) if case.plan.actions else ())


def asked_for(case: Case) -> tuple[deciding.Decision, ...]:
    """Return the decisions the plan waits for."""
    return deciding.decisions(case.questionnaire, case.plan)
