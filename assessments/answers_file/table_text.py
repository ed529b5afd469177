"""Writes what respondents say as CSV, long or wide; ``write_context`` writes the rest."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from assessments.answers_file.cells import safe
from assessments.answers_file.columns import NOTE, Subject
from assessments.answers_file.tree import plain, told
from assessments.answers_file.tree_text import decimal
from scoring.answers import Assessment, Submission, Value
from scoring.model import Questionnaire

Said = dict[Subject, str]  # what each cell holds


def write_csv_long(assessment: Assessment) -> str:
    """Return a CSV with one answer per row."""
    rows = [row for person in told(assessment) for row in _long_rows(person)]
    return _csv([["respondent", "role", "item", "value", "note", "seconds", "round"], *rows])


def write_csv_wide(assessment: Assessment, questionnaire: Questionnaire) -> str:
    """Return a CSV with a row per person and round, and a column per answer anybody gave, in the order of asking."""
    people = told(assessment)
    everything = [_said(person) for person in people]
    asked = list(questionnaire.item_by_id)
    columns = {subject: None for said in everything for subject in said}  # parts of a split in their own order
    subjects = sorted(columns, key=lambda subject: (subject.segment, asked.index(subject.item)))
    rows = [
        [*_person(person), *(said.get(subject, "") for subject in subjects), *_beside(person)]
        for person, said in zip(people, everything, strict=True)
    ]
    return _csv([["respondent", "role", *map(str, subjects), "seconds", "round"], *rows])


def _long_rows(person: Submission) -> Iterator[list[str]]:
    """Yield a row per answer, its note beside it; somebody who said nothing gets a row all the same."""
    said = _said(person) or {Subject(""): ""}
    noted = {subject.item: said[subject] for subject in said if subject.part == NOTE}
    answered = [subject for subject in said if subject.part != NOTE]
    without = [Subject(item) for item in noted if item not in {subject.item for subject in answered}]
    for subject in [*answered, *without]:
        note = noted.pop(subject.item, "")
        yield [*_person(person), str(subject), said.get(subject, ""), note, *_beside(person)]


def _said(person: Submission) -> Said:
    """Return everything a person says as the cells of a row."""
    said = _cells(person.answers, "")
    for segment, answers in person.segments.items():
        said |= _cells(answers, segment)
    return said | {Subject(item, part=NOTE): safe(note) for item, note in person.notes.items()}


def _cells(answers: Mapping[str, Value], segment: str) -> Said:
    cells: Said = {}
    for item, value in answers.items():
        if isinstance(value, Mapping):
            cells |= {Subject(item, segment, part): decimal(share) for part, share in value.items()}
        else:
            cells[Subject(item, segment)] = _cell(value)
    return cells


def _cell(value: Value) -> str:
    """Return an answer as one cell; the empty choice is a lone bar, since an empty cell is silence."""
    if isinstance(value, tuple):
        return "|".join(value) or "|"
    return str(plain(value))


def _person(person: Submission) -> list[str]:
    return [safe(person.respondent), person.role]


def _beside(person: Submission) -> list[str]:
    return ["" if number is None else str(number) for number in (person.seconds, person.round)]


def _csv(rows: Iterable[list[str]]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    return stream.getvalue()
