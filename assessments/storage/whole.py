"""A whole assessment, in and out: what the method needs to score it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, insert, select

from assessments.storage.answers import add_answers
from assessments.storage.facts import change_fact, facts_of
from assessments.storage.people import add_respondent
from assessments.storage.records import AssessmentRecord
from assessments.storage.tables import answer, pulse_answer, respondent
from assessments.storage.values import from_json, to_json
from scoring.answers import Assessment, Submission, Unanswered, Value


def read_assessment(
    connection: Connection, record: AssessmentRecord, *, only: int | None = None, round_: int | None = None
) -> Assessment:
    """Return everything that was answered in an assessment, people in the order in which they joined.

    With ``only`` the number of one person, nobody else's answers are read; with ``round_`` those of no other round.
    """
    return Assessment(
        id=record.public_id,
        firm=record.firm,
        date=record.date,
        submissions=tuple(_submissions(connection, record.id, only, round_)),
        variant=record.variant,
        context=facts_of(connection, record.id),
        role_weights=record.role_weights,
        segments=record.segments,
        pulse=tuple(_pulse(connection, record.id)),
    )


def _submissions(
    connection: Connection, assessment_id: int, only: int | None, round_: int | None
) -> Iterator[Submission]:
    mine = respondent.c.assessment_id == assessment_id
    if only is not None:
        mine = and_(mine, respondent.c.id == only)
    query = select(answer).join(respondent, respondent.c.id == answer.c.respondent_id).where(mine)
    if round_ is not None:
        query = query.where(answer.c.round == round_)
    by_person: dict[int, list[Row[Any]]] = defaultdict(list)
    # Sorted here, because databases disagree about the order of texts.
    for row in sorted(connection.execute(query), key=lambda row: (row.round, row.item)):
        by_person[row.respondent_id].append(row)
    for person in connection.execute(select(respondent).where(mine).order_by(respondent.c.id)):
        yield _submission(person, by_person[person.id])


def _submission(person: Row[Any], rows: list[Row[Any]]) -> Submission:
    """Put one person's answers together; of several rounds the last one with an answer counts."""
    answers: dict[str, dict[str, Value]] = defaultdict(dict)
    for row in rows:
        if row.value is not None:
            answers[row.segment][row.item] = from_json(row.value)
    return Submission(
        respondent=person.name,
        role=person.role,
        answers=answers.pop("", {}),
        notes={row.item: row.note for row in rows if row.note is not None},
        segments=dict(answers),
        seconds=person.seconds,
    )


def _pulse(connection: Connection, assessment_id: int) -> Iterator[dict[str, int | Unanswered]]:
    row = pulse_answer.c
    query = select(row.customer, row.item, row.value).where(row.assessment_id == assessment_id)
    customers: dict[int, dict[str, Any]] = defaultdict(dict)
    for customer, item, value in sorted(connection.execute(query), key=lambda row: (row.customer, row.item)):
        customers[customer][item] = from_json(value)
    yield from customers.values()


def write_answers(
    connection: Connection,
    assessment_id: int,
    assessment: Assessment,
    at: datetime,
    *,
    tokens: Mapping[str, str] | None = None,
) -> None:
    """Store the facts, people and answers of an assessment that was read elsewhere.

    Whoever has one of the ``tokens``, by name, can go on answering; the others cannot.
    """
    for fact, value in assessment.context.items():
        change_fact(connection, assessment_id, fact, value, at=at)
    for submission in assessment.heard:
        _write_submission(connection, assessment_id, submission, at, (tokens or {}).get(submission.respondent))
    pulse = [
        {"assessment_id": assessment_id, "customer": number, "item": item, "value": to_json(value)}
        for number, customer in enumerate(assessment.pulse, start=1)
        for item, value in customer.items()
    ]
    if pulse:
        connection.execute(insert(pulse_answer), pulse)


def _write_submission(
    connection: Connection, assessment_id: int, submission: Submission, at: datetime, token: str | None
) -> None:
    name, role = submission.respondent, submission.role
    person = add_respondent(connection, assessment_id, name, role, at, token=token, seconds=submission.seconds)
    parts: dict[str, Mapping[str, Value]] = {"": submission.answers, **submission.segments}
    values = {(segment, item): value for segment, answers in parts.items() for item, value in answers.items()}
    notes = {("", item): note for item, note in submission.notes.items()}
    said = {place: (values.get(place), notes.get(place)) for place in {**values, **notes}}
    add_answers(connection, person, said, at)
