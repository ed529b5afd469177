"""Locks, always taken in this order: people by number, then their assessment. SQLite needs none of them.

In a workshop the order is: the workshop (shared by those who answer, alone for controls), the seat, what people do.

Every use case that changes something waits here, at its beginning, for those that change the same. Nobody who holds
a later lock asks for an earlier one, so that nobody waits in a ring.
"""

from sqlalchemy import ColumnElement, Connection, select

from assessments.storage import postgresql
from assessments.storage.tables import assessment, respondent


def lock_people(connection: Connection, assessment_id: int) -> None:
    """Wait for changes under way in an assessment, and keep new ones waiting until the transaction has ended."""
    _lock_people(connection, respondent.c.assessment_id == assessment_id)


def lock_firm(connection: Connection, firm_id: int) -> None:
    """Wait for changes under way in all assessments of a firm, and keep new ones waiting."""
    mine = select(assessment.c.id).where(assessment.c.firm_id == firm_id)
    _lock_people(connection, respondent.c.assessment_id.in_(mine))


def lock_assessment(connection: Connection, assessment_id: int) -> None:
    """Keep others from changing what belongs to an assessment as a whole until the transaction has ended."""
    # Not the strongest lock: rows that merely refer to the assessment can still be added.
    query = select(assessment.c.id).where(assessment.c.id == assessment_id).with_for_update(key_share=True)
    connection.execute(query).all()


def lock_samples(connection: Connection) -> None:
    """Keep other processes from storing samples until the transaction has ended."""
    if connection.dialect.name == "postgresql":
        postgresql.hold(connection, postgresql.SAMPLES)


def _lock_people(connection: Connection, whose: ColumnElement[bool]) -> None:
    connection.execute(select(respondent.c.id).where(whose).order_by(respondent.c.id).with_for_update()).all()
