"""Everything the executive report says, in words and figures, before any layout."""

from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from assessments import wording
from assessments.charts import gaps_chart, path_chart
from assessments.languages import say
from assessments.reports.case import Case
from assessments.reports.figures import Figure, draw, figure
from assessments.reports.planned import FIRST, Aside, Planned, aside, asked_for, first_moves, planned
from assessments.wording import beginning, deciding, roadmap, sureness
from scoring.model import Questionnaire
from scoring.result import Result


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the placement is."""

    title: str
    lines: tuple[str, ...]
    band: str  # how to read the band on the path


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
    sureness: Sureness
    first_moves: tuple[roadmap.Step | beginning.Beginning, ...]
    path: Figure
    stages_meant: tuple[tuple[str, str], ...]  # those the verdict speaks of, and their customers
    answers: tuple[wording.Answer, ...]
    ownership: Ownership
    gaps: Gaps
    holding: Holding
    warnings_title: str
    warnings: tuple[wording.Warned, ...]
    further_warnings: str | None
    plan: Planned
    aside: Aside
    decisions: tuple[deciding.Decision, ...]
    look_again: tuple[str, ...]
    limits: tuple[str, ...]
    provenance: str
    closing: str


def executive_report(case: Case, date: Date) -> ExecutiveReport:
    """Put one case into the words and figures of the executive report dated ``date``."""
    questionnaire, result = case.questionnaire, case.result
    firm = wording.firm_name(case.assessment.firm)
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
        sureness=sureness_of(case),
        first_moves=first_moves(case),
        path=draw(path_chart(questionnaire, result, case.confidence.coordinate_80)),
        stages_meant=wording.stages_meant(questionnaire, result),
        answers=wording.three_answers(questionnaire, result),
        ownership=ownership_card(case),
        gaps=_gaps(questionnaire, result),
        holding=_holding(questionnaire, result),
        warnings_title=wording.warnings_title(result),
        warnings=wording.leading_warnings(questionnaire, result),
        further_warnings=wording.further_warnings(questionnaire, result),
        plan=planned(case, FIRST, named=False),
        aside=aside(case),
        decisions=asked_for(case),
        look_again=deciding.look_again(questionnaire, result, case.plan),
        limits=tuple(map(say, wording.LIMITS)),
        provenance=wording.provenance_line(questionnaire, case.assessment.date, date),
        closing=say(wording.CLOSING),
    )


def sureness_of(case: Case) -> Sureness:
    """Say how sure the placement is, and how to read it on the path."""
    questionnaire, result, confidence = case.questionnaire, case.result, case.confidence
    lines = (
        sureness.sureness_line(questionnaire, result, confidence),
        sureness.cap_line(confidence),
        wording.sturdiness_line(questionnaire, result),
    )
    return Sureness(
        title=sureness.sureness_title(confidence),
        lines=tuple(line for line in lines if line),
        band=say(sureness.BAND_NOTE),
    )


def ownership_card(case: Case) -> Ownership:
    """Return who drives customer relationship work, with the split of views where it may be shown."""
    questionnaire, result = case.questionnaire, case.result
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
