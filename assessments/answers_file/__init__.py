"""Answers files: YAML, JSON and CSV read into an assessment, all of it or nothing, and written back."""

from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path

from assessments.answers_file.firm import read_firm
from assessments.answers_file.node import Node
from assessments.answers_file.opening import open_documents
from assessments.answers_file.people import read_people
from assessments.answers_file.table_text import write_csv_long, write_csv_wide
from assessments.answers_file.tree_text import write_attachment, write_context, write_json, write_yaml
from assessments.problems import Problem, Refused
from scoring.answers import Assessment
from scoring.model import Questionnaire

__all__ = [
    "Checked",
    "check",
    "read",
    "write_attachment",
    "write_context",
    "write_csv_long",
    "write_csv_wide",
    "write_json",
    "write_yaml",
]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in an answers file; the assessment is None when there are problems."""

    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...]
    assessment: Assessment | None


def read(
    path: Path, questionnaire: Questionnaire, *, context: Path | None = None, today: Date | None = None
) -> Assessment:
    """Read an answers file, a CSV together with its ``context`` file; raise ``Refused`` with every problem."""
    checked = check(path, questionnaire, context=context, today=today)
    if checked.assessment is None:
        raise Refused(checked.problems)
    return checked.assessment


def check(
    path: Path, questionnaire: Questionnaire, *, context: Path | None = None, today: Date | None = None
) -> Checked:
    """Read an answers file and say everything there is to say about it; ``today`` dates a file without a date."""
    found: list[Problem] = []
    try:
        assessment = _read(path, questionnaire, context, today or Date.today(), found)
    except Refused as refused:
        return Checked(refused.problems, (), None)
    told = sorted(dict.fromkeys(found), key=lambda problem: (problem.path, problem.place))
    problems = tuple(problem for problem in told if problem.severity == "problem")
    advice = tuple(problem for problem in told if problem.severity == "advice")
    return Checked(problems, advice, None if problems else assessment)


def _read(
    path: Path, questionnaire: Questionnaire, context: Path | None, today: Date, found: list[Problem]
) -> Assessment:
    about_firm, about_people = open_documents(path, context, questionnaire.item_by_id, found)
    firm = read_firm(Node(about_firm, found, about_firm.data), questionnaire, today)
    people = Node(about_people, found, about_people.data).child("respondents")
    return Assessment(
        id=firm.id,
        firm=firm.name,
        date=firm.date,
        submissions=read_people(people, questionnaire, firm),
        variant=firm.variant,
        context=firm.context,
        role_weights=firm.role_weights,
        segments=firm.segments,
        pulse=firm.pulse,
    )
