"""The questionnaire and the sample firms that tests start from."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from assessments import answers_file, catalog
from scoring import Method, assess
from scoring.answers import Assessment, Submission, Value
from scoring.model import Questionnaire
from scoring.result import Result

FOLDER = Path(__file__).resolve().parents[2] / "questionnaires" / "social_crm"


@cache
def social_crm() -> Questionnaire:
    return catalog.load(FOLDER)


@cache
def method() -> Method:
    return Method(social_crm())


@cache
def firm(name: str) -> Assessment:
    """Return one of the questionnaire's sample firms."""
    return answers_file.read(FOLDER / "examples" / f"{name}.yaml", social_crm())


def result_of(assessment: Assessment) -> Result:
    return assess(method(), assessment)


def person(id_: str, role: str, **answers: Value) -> Submission:
    return Submission(id_, role, answers)


def said_by(*people: Submission, **context: str) -> Assessment:
    """Return an assessment in which only these people have spoken."""
    return Assessment("sample-2026", "Sample", date(2026, 11, 22), people, context=context)


def changed(assessment: Assessment, answers: Mapping[str, Value]) -> Assessment:
    """Return ``assessment`` with these answers in place of everybody's own."""
    submissions = tuple(
        replace(submission, answers={**submission.answers, **answers}) for submission in assessment.submissions
    )
    return replace(assessment, submissions=submissions)
