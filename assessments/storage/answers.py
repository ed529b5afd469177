"""Answers: one row per respondent, item, segment and round with the latest state, and a history that only grows."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update

from assessments.storage.retries import first_time
from assessments.storage.tables import answer, answer_change
from assessments.storage.values import to_json
from scoring.answers import Value


class Keep(Enum):
    """Says that a part of an answer stays as it is."""

    AS_IT_IS = "as it is"


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
    change = answer_change.c
    repeated = first_time(connection, answer_change, change.respondent_id == person_id, change.item, item, key)
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
