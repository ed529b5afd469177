"""The stored assessments, as far as their answers fit a questionnaire; nobody is named who is not a sample."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from assessments.answering.desk import Desk
from assessments.languages import date, say_counted
from assessments.storage import Connection
from assessments.storage.assessments import assessment_numbered, numbers_of_assessments
from assessments.storage.records import AssessmentRecord
from assessments.storage.whole import read_assessment
from scoring import Method
from scoring.answers import Assessment, Submission, Value
from scoring.model import Allocation, Item, Multi, NumberItem

AT_ONCE = 20  # read in one snapshot


@dataclass(frozen=True, slots=True)
class Stored:
    """An assessment, by the name under which an editor may hear of it."""

    name: str
    sample: bool
    assessment: Assessment

    @property
    def answered(self) -> bool:
        """Whether anybody said anything."""
        return any(person.answers for person in self.assessment.heard)


def count_stored(desk: Desk, questionnaires: set[str], organisation: str | None) -> int:
    """Return how many assessments of an organisation, or of nobody, answer any version of these questionnaires."""
    with desk.database.reading() as connection:
        return len(numbers_of_assessments(connection, questionnaires, organisation))


def stored_assessments(desk: Desk, questionnaires: set[str], organisation: str | None) -> Iterator[Stored]:
    """Yield those that somebody answered, and the samples, a few at a time."""
    with desk.database.reading() as connection:
        numbers = numbers_of_assessments(connection, questionnaires, organisation)
    for start in range(0, len(numbers), AT_ONCE):
        yield from _read(desk, numbers[start : start + AT_ONCE])


def _read(desk: Desk, numbers: tuple[int, ...]) -> list[Stored]:
    found = []
    with desk.database.reading() as connection:
        for number in numbers:
            record = assessment_numbered(connection, number)
            if record is not None:  # it may have been deleted meanwhile
                found.append(stored_in(connection, record))
    return [one for one in found if one.answered]


def stored_in(connection: Connection, record: AssessmentRecord) -> Stored:
    """Return an assessment by the name under which an editor may hear of it."""
    assessment = read_assessment(connection, record)
    sample = record.kind == "sample"
    return Stored(record.firm if sample else _nameless(assessment), sample, assessment)


def _nameless(assessment: Assessment) -> str:
    people, day = len(assessment.heard), date(assessment.date)
    if assessment.variant == "quick":
        return say_counted(
            "A quick scan of {day}, {count} person", "A quick scan of {day}, {count} people", people, day=day
        )
    return say_counted(
        "A full assessment of {day}, {count} person", "A full assessment of {day}, {count} people", people, day=day
    )


def fitting(method: Method, assessment: Assessment) -> Assessment:
    """Return the answers that ``method`` understands, from the people whose role it knows."""
    people = (
        replace(
            one,
            answers=_understood(method, one.answers),
            segments={segment: _understood(method, answers) for segment, answers in one.segments.items()},
        )
        for one in assessment.heard
        if one.role in method.role_index
    )
    facts = {fact.id for fact in method.questionnaire.facts}
    context = {fact: value for fact, value in assessment.context.items() if fact in facts}
    pulse_items = {item.id for item in method.questionnaire.pulse}
    pulse = tuple({item: value for item, value in one.items() if item in pulse_items} for one in assessment.pulse)
    weights = {role: weight for role, weight in assessment.role_weights.items() if role in method.role_index}
    return replace(
        assessment, submissions=tuple[Submission, ...](people), context=context, pulse=pulse, role_weights=weights
    )


def _understood(method: Method, answers: Mapping[str, Value]) -> dict[str, Value]:
    items = method.questionnaire.item_by_id
    return {id_: value for id_, value in answers.items() if id_ in items and _fits(method, items[id_], value)}


def _fits(method: Method, item: Item, value: Any) -> bool:
    with suppress(KeyError, TypeError):
        if method.coders[item.id][value] < 0:
            return True
        if isinstance(item, Multi | Allocation):
            return {option.id for option in item.options} >= set(value)
        return not isinstance(item, NumberItem) or item.lowest <= value <= item.highest
    return False
