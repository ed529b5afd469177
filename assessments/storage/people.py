"""Respondents: added with a token that is stored as a hash only, found again by it."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, insert, select, update

from assessments.storage.assessments import assessment_numbered
from assessments.storage.records import Person
from assessments.storage.tables import respondent


def add_respondent(
    connection: Connection,
    assessment_id: int,
    name: str,
    role: str,
    at: datetime,
    *,
    token: str | None = None,
    seconds: int | None = None,
) -> int:
    """Store a respondent and return their number."""
    row = insert(respondent).values(
        assessment_id=assessment_id,
        name=name,
        role=role,
        token_sha256=None if token is None else token_hash(token),
        seconds=seconds,
        made_at=at,
    )
    return int(connection.execute(row.returning(respondent.c.id)).scalar_one())


def find_person(connection: Connection, token: str, *, lock: bool = False) -> Person | None:
    """Return whom a token belongs to.

    Looking up the hash tells nothing about a token by the time it takes. With ``lock``, changes to this person's
    answers and to the state of their assessment wait until the transaction has ended.
    """
    query = select(respondent).where(respondent.c.token_sha256 == token_hash(token))
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        return None
    # Read after the lock was given, so that nothing older than the lock is seen.
    assessment = assessment_numbered(connection, row.assessment_id)
    return None if assessment is None else Person(row.id, row.name, row.role, row.place, assessment)


def remember_place(connection: Connection, person_id: int, place: str) -> None:
    """Store where a person is, so that their link brings them back there."""
    connection.execute(update(respondent).where(respondent.c.id == person_id).values(place=place))


def token_hash(token: str) -> str:
    """Return what is stored instead of a token; tokens are random enough that a plain hash cannot be reversed."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
