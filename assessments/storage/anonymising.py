"""Forgetting who took part in a workshop: answers stay, under new numbers and without any history."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, update

from assessments.storage.share_tables import share
from assessments.storage.tables import answer, assessment, plan_action, plan_change, respondent
from assessments.storage.workshop_tables import (
    control_log,
    facilitator,
    facilitator_note,
    pulse_visit,
    release,
    screen,
    seat,
    topic,
)

People = dict[int, str]  # respondent -> role


def people_of(connection: Connection, assessment_id: int) -> People:
    """Return the respondents of an assessment with their roles."""
    query = select(respondent.c.id, respondent.c.role).where(respondent.c.assessment_id == assessment_id)
    return {id_: role for id_, role in connection.execute(query)}  # noqa: C416  (rows are not pairs to the type checker)


def forget_people(connection: Connection, assessment_id: int, kept: Sequence[tuple[int, str, str]]) -> None:
    """Store the respondents ``kept``, each by number so far, name and role, anew in this order; all others go.

    With them go seats, histories, notes, conclusions and names; what was shown stays as counts.
    """
    everybody = list(people_of(connection, assessment_id))
    connection.execute(delete(seat).where(seat.c.assessment_id == assessment_id))
    copies = [_copy(connection, assessment_id, *one) for one in kept]
    connection.execute(delete(respondent).where(respondent.c.id.in_(everybody)))
    for id_, name in zip(copies, (name for _, name, _ in kept), strict=True):
        connection.execute(update(respondent).where(respondent.c.id == id_).values(name=name))
    _forget_words(connection, assessment_id)


def _copy(connection: Connection, assessment_id: int, old: int, name: str, role: str) -> int:
    """Store a respondent once more under a number that tells nothing, with the answers that count."""
    made_at = connection.execute(select(assessment.c.made_at).where(assessment.c.id == assessment_id)).scalar_one()
    row = insert(respondent).values(assessment_id=assessment_id, name=f"{name} anew", role=role, made_at=made_at)
    new = int(connection.execute(row.returning(respondent.c.id)).scalar_one())
    said = connection.execute(select(answer).where(answer.c.respondent_id == old, answer.c.value.is_not(None))).all()
    rows = [{**one._mapping, "respondent_id": new, "note": None, "at": made_at} for one in said]
    if rows:
        connection.execute(insert(answer), rows)
    return new


def _forget_words(connection: Connection, assessment_id: int) -> None:
    """Take away whatever people wrote, and who answered when."""
    leaders = select(facilitator.c.id).where(facilitator.c.assessment_id == assessment_id)
    connection.execute(delete(facilitator_note).where(facilitator_note.c.facilitator_id.in_(leaders)))
    for table in (control_log, screen, pulse_visit):
        connection.execute(delete(table).where(table.c.assessment_id == assessment_id))
    for table, says in (
        (facilitator, {"name": ""}),
        (topic, {"conclusion": "", "owner": ""}),
        (release, {"voices": {}, "groups": []}),
        (plan_action, {"person": None}),
        (share, {"label": ""}),
    ):
        connection.execute(update(table).where(table.c.assessment_id == assessment_id).values(**says))
    connection.execute(delete(plan_change).where(plan_change.c.assessment_id == assessment_id))
