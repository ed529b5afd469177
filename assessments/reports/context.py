"""Everything the executive report says, in words and figures, before any layout."""

from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from assessments import wording
from assessments.charts import gaps_chart, path_chart
from assessments.reports.figures import figure
from scoring.answers import Assessment
from scoring.model import Questionnaire
from scoring.result import Result

_FEW_MOVES = 8


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its point as title."""

    title: str
    svg: Markup


@dataclass(frozen=True, slots=True)
class Ownership:
    """The ownership card and the split of views behind it."""

    card: wording.Owner
    split: tuple[tuple[str, float], ...]  # label, share 0..1
    note: str | None


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


@dataclass(frozen=True, slots=True)
class ExecutiveReport:
    """The whole of one executive report; templates read these fields and nothing else."""

    title: str
    firm: str
    date: str
    iso_date: str
    stage: str
    verdict: str
    posture: str | None
    posture_line: str
    notices: tuple[str, ...]
    heard: str
    evidence: str
    sturdiness: str
    path: Figure
    answers: tuple[wording.Answer, ...]
    ownership: Ownership
    gaps: Gaps
    holding: Holding
    warnings_title: str
    warnings: tuple[wording.Warned, ...]
    further_warnings: str | None
    phases: tuple[wording.Phase, ...]
    open_moves: int
    more_moves: int  # open, and not among the phases
    few_moves: bool  # few enough to stay together on a page
    not_now: tuple[wording.Refusal, ...]
    limits: tuple[str, ...]
    provenance: str
    closing: str


def executive_report(
    questionnaire: Questionnaire, assessment: Assessment, result: Result, date: Date
) -> ExecutiveReport:
    """Put one result into the words and figures of the executive report dated ``date``."""
    firm = wording.firm_name(assessment.firm)
    phases = wording.phases(questionnaire, assessment, result)
    notices = (wording.indicative_line(result), wording.provisional_line(questionnaire, result))
    return ExecutiveReport(
        title=questionnaire.title,
        firm=firm,
        date=wording.spoken_date(date),
        iso_date=date.isoformat(),
        stage=wording.stage_name(questionnaire, result.position),
        verdict=wording.verdict(questionnaire, firm, result),
        posture=wording.posture_name(result),
        posture_line=wording.posture_line(questionnaire, result),
        notices=tuple(notice for notice in notices if notice),
        heard=wording.heard_line(questionnaire, result),
        evidence=wording.evidence_line(questionnaire, result),
        sturdiness=wording.sturdiness_line(questionnaire, result),
        path=_path(questionnaire, result),
        answers=wording.three_answers(questionnaire, result),
        ownership=_ownership(questionnaire, result),
        gaps=_gaps(questionnaire, result),
        holding=_holding(questionnaire, result),
        warnings_title=wording.warnings_title(result),
        warnings=wording.leading_warnings(questionnaire, result),
        further_warnings=wording.further_warnings(questionnaire, result),
        phases=phases,
        open_moves=len(result.candidates),
        few_moves=sum(len(phase.moves) for phase in phases) <= _FEW_MOVES,
        more_moves=len(result.candidates) - sum(len(phase.moves) for phase in phases),
        not_now=wording.not_now(questionnaire, result),
        limits=wording.LIMITS,
        provenance=wording.provenance_line(questionnaire, assessment.date, date),
        closing=wording.CLOSING,
    )


def _path(questionnaire: Questionnaire, result: Result) -> Figure:
    chart = path_chart(questionnaire, result)
    return Figure(chart.title, figure(chart))


def _ownership(questionnaire: Questionnaire, result: Result) -> Ownership:
    return Ownership(
        card=wording.owner(questionnaire, result),
        split=wording.split(questionnaire, result),
        note=wording.split_note(questionnaire, result),
    )


def _gaps(questionnaire: Questionnaire, result: Result) -> Gaps:
    chart = gaps_chart(questionnaire, result)
    return Gaps(chart.title, wording.gap_lines(questionnaire, result), figure(chart) if chart.rows else None)


def _holding(questionnaire: Questionnaire, result: Result) -> Holding:
    rows = wording.holds_back(questionnaire, result)
    title = wording.holding_title(questionnaire, result)
    return Holding(title, rows, wording.looks_ahead(result))
