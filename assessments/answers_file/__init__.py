"""Answers files: YAML, JSON and CSV read into an assessment, all of it or nothing, and written back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path

from assessments.answers_file.firm import read_firm
from assessments.answers_file.node import Node
from assessments.answers_file.opening import open_documents, open_text
from assessments.answers_file.people import read_people
from assessments.answers_file.plan import read_plan_edits
from assessments.answers_file.table_text import write_csv_long, write_csv_wide
from assessments.answers_file.tree import edits_tree
from assessments.answers_file.tree_text import write_attachment, write_context, write_json, write_yaml
from assessments.edits import NO_EDITS, PlanEdits
from assessments.positions import Document
from assessments.problems import Problem, Refused, TextFile
from scoring.answers import Assessment
from scoring.model import Questionnaire

__all__ = [
    "Checked",
    "check",
    "check_text",
    "edits_tree",
    "read",
    "write_attachment",
    "write_context",
    "write_csv_long",
    "write_csv_wide",
    "write_json",
    "write_yaml",
]

MOST = 200  # problems told at once


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in an answers file; the assessment is None when there are problems."""

    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...]
    assessment: Assessment | None
    edits: PlanEdits = NO_EDITS  # what people changed about the plan


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

    def opened(found: list[Problem]) -> tuple[Document, Document]:
        return open_documents(path, context, questionnaire.item_by_id, found)

    return _check(opened, questionnaire, today or Date.today())


def check_text(text: str, path: Path, questionnaire: Questionnaire, *, today: Date | None = None) -> Checked:
    """Read answers from a YAML or JSON ``text`` as if it stood at ``path``, as ``check`` does."""

    def opened(_found: list[Problem]) -> tuple[Document, Document]:
        document = open_text(text, path)
        return document, document

    return _check(opened, questionnaire, today or Date.today())


def _check(
    opened: Callable[[list[Problem]], tuple[Document, Document]], questionnaire: Questionnaire, today: Date
) -> Checked:
    found: list[Problem] = []
    try:
        assessment, edits = _read(*opened(found), questionnaire, today, found)
    except Refused as refused:
        return Checked(_ended(refused.problems), (), None)
    told = sorted(dict.fromkeys(found), key=lambda problem: (problem.path, problem.place))
    problems = tuple(problem for problem in told if problem.severity == "problem")
    advice = tuple(problem for problem in told if problem.severity == "advice")
    return Checked(_ended(problems), advice, None) if problems else Checked((), advice, assessment, edits)


def _ended(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """End a list of problems that nobody would read."""
    if len(problems) <= MOST:
        return problems
    return (*problems[:MOST], TextFile(problems[0].path).problem("Q219", more=len(problems) - MOST))


def _read(
    about_firm: Document, about_people: Document, questionnaire: Questionnaire, today: Date, found: list[Problem]
) -> tuple[Assessment, PlanEdits]:
    top = Node(about_firm, found, about_firm.data)
    firm = read_firm(top, questionnaire, today)
    people = Node(about_people, found, about_people.data).child("respondents")
    assessment = Assessment(
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
    return assessment, read_plan_edits(top.child("plan"), questionnaire, firm.date)
