"""What customers answered to the pulse of a workshop."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from assessments.storage.people import token_hash
from assessments.storage.tables import pulse_answer
from assessments.storage.values import to_json
from assessments.storage.workshop_tables import pulse_visit
from scoring.answers import Unanswered


def add_customer(
    connection: Connection, assessment_id: int, answers: Mapping[str, int | Unanswered], *, key: str, at: datetime
) -> datetime:
    """Store what one customer answered, and return when; the same ``key`` again changes nothing.

    Whoever calls has counted it as activity of the workshop before, so that customers are numbered one by one.
    """
    mine = pulse_visit.c.assessment_id == assessment_id
    query = select(pulse_visit.c.at).where(mine, pulse_visit.c.key_sha256 == token_hash(key))
    before: datetime | None = connection.scalar(query)
    if before is not None:
        return before
    customer = _next(connection, assessment_id)
    visit = {"assessment_id": assessment_id, "customer": customer}
    connection.execute(insert(pulse_visit).values(**visit, key_sha256=token_hash(key), at=at))
    rows = [{**visit, "item": item, "value": to_json(value)} for item, value in answers.items()]
    connection.execute(insert(pulse_answer), rows)
    return at


def customers_of(connection: Connection, assessment_id: int) -> int:
    """Return how many customers answered."""
    mine = pulse_answer.c.assessment_id == assessment_id
    return connection.scalar(select(func.count(pulse_answer.c.customer.distinct())).where(mine)) or 0


def _next(connection: Connection, assessment_id: int) -> int:
    mine = pulse_answer.c.assessment_id == assessment_id
    return (connection.scalar(select(func.max(pulse_answer.c.customer)).where(mine)) or 0) + 1
