"""Facts about a firm: the latest of each, and a history that only grows."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from assessments.storage.locks import lock_assessment
from assessments.storage.retries import first_time
from assessments.storage.tables import fact_answer, fact_change
from assessments.storage.values import fact_from_json, fact_to_json
from scoring.answers import FactValue


def change_fact(
    connection: Connection,
    assessment_id: int,
    fact: str,
    value: FactValue,
    *,
    at: datetime,
    given: bool = True,
    key: str | None = None,
) -> datetime:
    """Store a fact with its history and return when; not ``given`` takes it back.

    The same ``key`` again changes nothing and returns the first time; it raises ReusedKey when it was used for another
    fact. Changes to one assessment's facts wait for each other.
    """
    lock_assessment(connection, assessment_id)
    change = fact_change.c
    repeated = first_time(connection, fact_change, change.assessment_id == assessment_id, change.fact, fact, key)
    if repeated is not None:
        return repeated
    stored = fact_to_json(value)
    slot = {"assessment_id": assessment_id, "fact": fact}
    connection.execute(insert(fact_change).values(**slot, given=given, value=stored, at=at, key=key))
    _put(connection, slot, {"value": stored, "at": at} if given else None)
    return at


def _put(connection: Connection, slot: Mapping[str, object], says: Mapping[str, object] | None) -> None:
    here = (fact_answer.c.assessment_id == slot["assessment_id"], fact_answer.c.fact == slot["fact"])
    if says is None:
        connection.execute(delete(fact_answer).where(*here))
    elif connection.execute(update(fact_answer).where(*here).values(**says)).rowcount == 0:
        connection.execute(insert(fact_answer).values(**slot, **says))


def facts_of(connection: Connection, assessment_id: int) -> dict[str, FactValue]:
    """Return the facts of an assessment that were given; None for those left blank on purpose."""
    row = fact_answer.c
    rows = connection.execute(select(row.at, row.fact, row.value).where(row.assessment_id == assessment_id))
    return {row.fact: fact_from_json(row.value) for row in sorted(rows, key=lambda row: (row.at, row.fact))}
