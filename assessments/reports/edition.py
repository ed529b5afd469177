"""What both editions of the report say, in words and figures: where the firm stands, how sure that is, its limits."""

from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from assessments import wording
from assessments.charts import path_chart
from assessments.languages import say
from assessments.reports.case import Case
from assessments.reports.figures import Figure, draw
from assessments.reports.planned import first_moves
from assessments.wording import beginning, roadmap, sureness


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What stands in both editions; templates read these fields, and those of the edition, and nothing else."""

    title: str
    firm: str
    date: str
    iso_date: str
    stage: str
    verdict: str
    posture: str | None
    posture_line: str
    first_moves: tuple[roadmap.Step | beginning.Beginning, ...]
    notices: tuple[str, ...]
    heard: str
    evidence: str
    sureness: Sureness
    path: Figure
    stages_meant: tuple[tuple[str, str], ...]  # those the verdict speaks of, and their customers
    ownership: Ownership
    limits: tuple[str, ...]
    provenance: str
    closing: str


def in_both(case: Case, date: Date) -> dict[str, Any]:
    """Return the fields of an ``Edition`` dated ``date``, by name."""
    questionnaire, result = case.questionnaire, case.result
    firm = wording.firm_name(case.assessment.firm)
    notices = (wording.indicative_line(result), wording.provisional_line(questionnaire, result))
    return {
        "title": questionnaire.title,
        "firm": firm,
        "date": wording.spoken_date(date),
        "iso_date": date.isoformat(),
        "stage": wording.stage_name(questionnaire, result.position),
        "verdict": wording.verdict(questionnaire, firm, result),
        "posture": wording.posture_name(result),
        "posture_line": wording.posture_line(questionnaire, result),
        "first_moves": first_moves(case),
        "notices": tuple(notice for notice in notices if notice),
        "heard": wording.heard_line(questionnaire, result),
        "evidence": wording.evidence_line(questionnaire, result),
        "sureness": sureness_of(case),
        "path": draw(path_chart(questionnaire, result, case.confidence.coordinate_80)),
        "stages_meant": wording.stages_meant(questionnaire, result),
        "ownership": ownership_card(case),
        "limits": tuple(map(say, wording.LIMITS)),
        "provenance": wording.provenance_line(questionnaire, case.assessment.date, date),
        "closing": say(wording.CLOSING),
    }


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
