"""Everything the executive report says, in words and figures, before any layout."""

from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from assessments import wording
from assessments.charts import gaps_chart
from assessments.reports.case import Case
from assessments.reports.edition import Edition, in_both
from assessments.reports.figures import figure
from assessments.reports.planned import FIRST, Aside, Planned, aside, asked_for, planned
from assessments.wording import deciding
from scoring.model import Questionnaire
from scoring.result import Result


@dataclass(frozen=True, slots=True)
class Gaps:
    """What leaders believe against what others see; no chart where nothing may be shown."""

    title: str
    lines: tuple[str, ...]
    svg: Markup | None


@dataclass(frozen=True, slots=True)
class Holding:
    """What holds the next stage back; without minima, where most is to be gained instead."""

    title: str
    rows: tuple[wording.Hold, ...]
    minima: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutiveReport(Edition):
    """The whole of one executive report; templates read these fields and nothing else."""

    answers: tuple[wording.Answer, ...]
    gaps: Gaps
    holding: Holding
    warnings_title: str
    warnings: tuple[wording.Warned, ...]
    further_warnings: str | None
    plan: Planned
    aside: Aside
    decisions: tuple[deciding.Decision, ...]
    look_again: tuple[str, ...]


def executive_report(case: Case, date: Date) -> ExecutiveReport:
    """Put one case into the words and figures of the executive report dated ``date``."""
    questionnaire, result = case.questionnaire, case.result
    return ExecutiveReport(
        **in_both(case, date),
        answers=wording.three_answers(questionnaire, result),
        gaps=_gaps(questionnaire, result),
        holding=_holding(questionnaire, result),
        warnings_title=wording.warnings_title(result),
        warnings=wording.leading_warnings(questionnaire, result),
        further_warnings=wording.further_warnings(questionnaire, result),
        plan=planned(case, FIRST, named=False),
        aside=aside(case),
        decisions=asked_for(case),
        look_again=deciding.look_again(questionnaire, result, case.plan),
    )


def _gaps(questionnaire: Questionnaire, result: Result) -> Gaps:
    chart = gaps_chart(questionnaire, result)
    return Gaps(chart.title, wording.gap_lines(questionnaire, result), figure(chart) if chart.rows else None)


def _holding(questionnaire: Questionnaire, result: Result) -> Holding:
    rows = wording.holds_back(questionnaire, result)
    title = wording.holding_title(questionnaire, result)
    return Holding(title, rows, wording.looks_ahead(result))
