"""Answers: one row per respondent, item, segment and round with the latest state, and a history that only grows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update

from assessments.storage.retries import first_time
from assessments.storage.tables import answer, answer_change, respondent
from assessments.storage.values import from_json, to_json
from scoring.answers import Value


class Keep(Enum):
    """Says that a part of an answer stays as it is."""

    AS_IT_IS = "as it is"


class PersonsAnswer(NamedTuple):
    """What one person said to one item in one round; no value where there is only a note."""

    item: str
    round: int
    value: Value | None
    note: str | None


def change_answer(
    connection: Connection,
    person_id: int,
    item: str,
    *,
    at: datetime,
    value: Value | Keep | None = Keep.AS_IT_IS,
    note: str | Keep | None = Keep.AS_IT_IS,
    key: str | None = None,
    segment: str = "",
    round_: int = 1,
) -> datetime:
    """Store what changed about an answer, with its history, and return when.

    None takes the value or the note back. The same ``key`` again changes nothing and returns the first time; it
    raises ReusedKey when it was used for another item. The person must be locked (``find_person``).
    """
    repeated = stored_before(connection, person_id, item, key)
    if repeated is not None:
        return repeated
    slot = {"respondent_id": person_id, "item": item, "segment": segment, "round": round_}
    before = connection.execute(select(answer.c.value, answer.c.note).where(_is(slot))).one_or_none()
    says = {
        "value": (before and before.value) if isinstance(value, Keep) else None if value is None else to_json(value),
        "note": (before and before.note) if isinstance(note, Keep) else note,
        "at": at,
    }
    connection.execute(insert(answer_change).values(**slot, **says, key=key))
    _put(connection, slot, says, is_new=before is None)
    return at


def add_answers(
    connection: Connection,
    person_id: int,
    said: Mapping[tuple[str, str], tuple[Value | None, str | None]],
    at: datetime,
) -> None:
    """Store everything a person said elsewhere, by segment and item: value and note. They have said nothing yet."""
    rows = [
        {
            "respondent_id": person_id,
            "segment": segment,
            "item": item,
            "round": 1,
            "value": None if value is None else to_json(value),
            "note": note,
            "at": at,
        }
        for (segment, item), (value, note) in said.items()
    ]
    if rows:
        connection.execute(insert(answer_change), rows)
        connection.execute(insert(answer), rows)


def _put(connection: Connection, slot: Mapping[str, Any], says: Mapping[str, Any], *, is_new: bool) -> None:
    if says["value"] is None and says["note"] is None:
        connection.execute(delete(answer).where(_is(slot)))
    elif is_new:
        connection.execute(insert(answer).values(**slot, **says))
    else:
        connection.execute(update(answer).where(_is(slot)).values(**says))


def _is(slot: Mapping[str, Any]) -> ColumnElement[bool]:
    return and_(*(answer.c[name] == value for name, value in slot.items()))


def time_taken(connection: Connection, person_id: int) -> int | None:
    """Return the seconds from a person's first change to the last, None when there is none."""
    change = answer_change.c
    query = select(func.min(change.at), func.max(change.at)).where(change.respondent_id == person_id)
    first, last = connection.execute(query).one()
    return None if first is None else round((last - first).total_seconds())


def stored_before(connection: Connection, person_id: int, item: str, key: str | None) -> datetime | None:
    """Return when a message with this ``key`` was stored, None when it is new; raises ReusedKey."""
    change = answer_change.c
    return first_time(connection, answer_change, change.respondent_id == person_id, change.item, item, key)


def answers_of(connection: Connection, person_id: int) -> Iterator[PersonsAnswer]:
    """Yield what one person said, round by round."""
    mine = (answer.c.respondent_id == person_id, answer.c.segment == "")
    query = select(answer).where(*mine).order_by(answer.c.round, answer.c.item)
    for row in connection.execute(query):
        yield PersonsAnswer(row.item, row.round, None if row.value is None else from_json(row.value), row.note)


def take_back(connection: Connection, assessment_id: int, at: datetime, item: str | None = None) -> None:
    """Take back what everybody answered to an item, or to all of them, in every round; the history keeps it."""
    mine = select(respondent.c.id).where(respondent.c.assessment_id == assessment_id)
    here: ColumnElement[bool] = answer.c.respondent_id.in_(mine)
    if item is not None:
        here = and_(here, answer.c.item == item)
    for row in connection.execute(select(answer).where(here)).all():
        slot = {name: row._mapping[name] for name in ("respondent_id", "item", "segment", "round")}
        connection.execute(insert(answer_change).values(**slot, value=None, note=None, at=at))
    connection.execute(delete(answer).where(here))


def given_in(connection: Connection, assessment_id: int) -> dict[int, set[tuple[str, int]]]:
    """Return which items each respondent of an assessment has answered in which rounds, not what."""
    query = (
        select(answer.c.respondent_id, answer.c.item, answer.c.round)
        .join(respondent, respondent.c.id == answer.c.respondent_id)
        .where(respondent.c.assessment_id == assessment_id, answer.c.value.is_not(None))
    )
    given: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for person, item, round_ in connection.execute(query):
        given[person].add((item, round_))
    return given


def times_taken(connection: Connection, assessment_id: int) -> dict[str, int]:
    """Return the seconds from the first change to the last of every respondent of an assessment, by name."""
    change = answer_change.c
    query = (
        select(respondent.c.name, func.min(change.at), func.max(change.at))
        .join(respondent, respondent.c.id == change.respondent_id)
        .where(respondent.c.assessment_id == assessment_id)
        .group_by(respondent.c.name)
    )
    return {name: round((last - first).total_seconds()) for name, first, last in connection.execute(query)}
