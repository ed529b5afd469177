"""What was shown to the room, with whose answers are in it; and those answers, found again in the history."""

from collections import defaultdict
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, func, insert, select

from assessments.storage.tables import answer_change, respondent
from assessments.storage.values import from_json
from assessments.storage.workshop_records import ReleaseRecord
from assessments.storage.workshop_tables import release
from scoring.answers import Value


class Voice(NamedTuple):
    """An answer that counts at the moment: the change that holds it, its round and what it says."""

    change: int
    round: int
    value: Value


Voices = dict[str, dict[str, Voice]]  # item -> respondent -> the answer that counts


def voices_of(connection: Connection, assessment_id: int) -> Voices:
    """Return the answer that counts of everybody to everything at the moment.

    Writing a note beside an answer, or giving it again, leaves it the answer it was.
    """
    latest: dict[tuple[str, str, int], Voice] = {}
    for row in connection.execute(_changes(assessment_id)):
        slot = (row.item, row.name, row.round)
        if row.value is None:
            latest.pop(slot, None)
        elif slot not in latest or latest[slot].value != from_json(row.value):
            latest[slot] = Voice(row.id, row.round, from_json(row.value))
    voices: Voices = defaultdict(dict)
    for (item, name, _), voice in sorted(latest.items(), key=lambda one: one[0][2]):
        voices[item][name] = voice
    return dict(voices)


def changes_of(connection: Connection, assessment_id: int, *, upto: int) -> dict[int, Value]:
    """Return what every change of an answer said, by its number, ``upto`` one of them."""
    query = _changes(assessment_id).where(answer_change.c.id <= upto, answer_change.c.value.is_not(None))
    return {row.id: from_json(row.value) for row in connection.execute(query)}


def _changes(assessment_id: int) -> Select[Any]:
    change = answer_change.c
    return (
        select(change.id, change.item, change.round, change.value, respondent.c.name)
        .join(respondent, respondent.c.id == change.respondent_id)
        .where(respondent.c.assessment_id == assessment_id, change.segment == "")
        .order_by(change.id)
    )


def last_change(connection: Connection, assessment_id: int) -> int:
    """Return the number of the last change of an answer in an assessment, 0 when there is none."""
    query = select(func.max(answer_change.c.id)).join(respondent, respondent.c.id == answer_change.c.respondent_id)
    return connection.scalar(query.where(respondent.c.assessment_id == assessment_id)) or 0


def add_release(
    connection: Connection,
    assessment_id: int,
    *,
    item: str,
    round_: int,
    at: datetime,
    upto: int,
    voices: dict[str, dict[str, int]],
    groups: list[list[str]],
    shown: Any,
) -> None:
    """Store what is being shown; it is never changed."""
    row = insert(release).values(
        assessment_id=assessment_id,
        item=item,
        round=round_,
        at=at,
        upto=upto,
        voices=voices,
        groups=groups,
        shown=shown,
    )
    connection.execute(row)


def releases_of(connection: Connection, assessment_id: int) -> tuple[ReleaseRecord, ...]:
    """Return everything that was shown in a workshop, first to last."""
    query = select(release).where(release.c.assessment_id == assessment_id).order_by(release.c.id)
    return tuple(_record(row) for row in connection.execute(query))


def last_release(
    connection: Connection, assessment_id: int, item: str, round_: int | None = None
) -> ReleaseRecord | None:
    """Return what was shown last of a question, in a round; of the result as a whole for no question."""
    query = select(release).where(release.c.assessment_id == assessment_id, release.c.item == item)
    if round_ is not None:
        query = query.where(release.c.round == round_)
    row = connection.execute(query.order_by(release.c.id.desc()).limit(1)).one_or_none()
    return None if row is None else _record(row)


def _record(row: Row[Any]) -> ReleaseRecord:
    columns = row._mapping
    plain = {name: columns[name] for name in ("id", "item", "round", "at", "upto", "voices", "shown")}
    return ReleaseRecord(**plain, groups=tuple(tuple(group) for group in row.groups))
