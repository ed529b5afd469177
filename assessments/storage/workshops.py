"""Workshops: made, found by their codes, locked, and moved from one standing to the next."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from assessments.storage.assessments import assessment_numbered
from assessments.storage.tables import assessment
from assessments.storage.topics import topics_of
from assessments.storage.workshop_records import WorkshopRecord
from assessments.storage.workshop_tables import topic, workshop, workshop_activity, workshop_item
from assessments.workshop import ItemStanding, Standing

Lock = Literal["shared", "alone"]
_PLAIN = ("code", "pulse_code", "pulse_open", "minimum", "notice", "by_hand", "in_charge", "version", "anonymised_at")


class Mark(NamedTuple):
    """What is another one after every control of a workshop."""

    public_id: str
    version: int
    since: datetime
    step_since: datetime


def add_workshop(
    connection: Connection,
    assessment_id: int,
    standing: Standing,
    *,
    code: str,
    pulse_code: str,
    roles: Collection[str],
    minimum: int,
    notice: str,
) -> None:
    """Store the workshop an assessment is; raises IntegrityError when a code is taken."""
    row = insert(workshop).values(
        assessment_id=assessment_id,
        code=code,
        pulse_code=pulse_code,
        pulse_open=False,
        roles=list(roles),
        minimum=minimum,
        notice=notice,
        by_hand=False,
        version=1,
        **_columns(standing),
    )
    connection.execute(row)
    connection.execute(insert(workshop_activity).values(assessment_id=assessment_id, version=0))
    _write_items(connection, assessment_id, standing)


def find_by_code(connection: Connection, code: str) -> int | None:
    """Return the number of the workshop that people join with ``code``."""
    return connection.scalar(select(workshop.c.assessment_id).where(workshop.c.code == code))


def find_by_pulse_code(connection: Connection, code: str) -> int | None:
    """Return the number of the workshop whose customers answer at ``code``."""
    return connection.scalar(select(workshop.c.assessment_id).where(workshop.c.pulse_code == code))


def find_by_public_id(connection: Connection, public_id: str) -> int | None:
    """Return the number of the workshop with a public id."""
    query = select(workshop.c.assessment_id).join(assessment, assessment.c.id == workshop.c.assessment_id)
    return connection.scalar(query.where(assessment.c.public_id == public_id))


def mark_of(connection: Connection, id_: int, *, lock: Lock | None = None) -> Mark | None:
    """Return the mark of a workshop, which is locked as by ``read_workshop``."""
    query = (
        select(assessment.c.public_id, workshop.c.version, workshop.c.since, workshop.c.step_since)
        .join(workshop, workshop.c.assessment_id == assessment.c.id)
        .where(workshop.c.assessment_id == id_)
    )
    if lock is not None:
        query = query.with_for_update(read=lock == "shared", of=workshop)
    row = connection.execute(query).one_or_none()
    return None if row is None else Mark(*row)


def read_workshop(connection: Connection, id_: int, *, lock: Lock | None = None) -> WorkshopRecord | None:
    """Return a workshop as it is.

    With a ``shared`` lock no control changes it until the transaction has ended; ``alone`` keeps everybody waiting
    who wants either lock.
    """
    query = select(workshop).where(workshop.c.assessment_id == id_)
    if lock is not None:
        query = query.with_for_update(read=lock == "shared")
    row = connection.execute(query).one_or_none()
    record = None if row is None else assessment_numbered(connection, id_)
    if row is None or record is None:
        return None
    columns = row._mapping
    return WorkshopRecord(
        assessment=record,
        roles=tuple(row.roles),
        activity=_activity(connection, id_),
        standing=_standing(connection, id_, row),
        **{name: columns[name] for name in _PLAIN},
    )


def _activity(connection: Connection, id_: int) -> int:
    mine = workshop_activity.c.assessment_id == id_
    return int(connection.execute(select(workshop_activity.c.version).where(mine)).scalar_one())


def _standing(connection: Connection, id_: int, row: Any) -> Standing:
    topics = [one for one in topics_of(connection, id_) if one.origin != "blind_spot"]
    items = connection.execute(select(workshop_item).where(workshop_item.c.assessment_id == id_))
    return Standing(
        minutes=row.minutes,
        invited=row.invited,
        phase=row.phase,
        since=row.since,
        step_since=row.step_since,
        items={item.item: ItemStanding(item.state, item.round, item.closed_at, item.shown) for item in items},
        topics=tuple(one.item for one in topics),
        skipped=frozenset(one.item for one in topics if one.skipped),
        current=row.current,
        curtain=row.curtain,
    )


def move(connection: Connection, before: WorkshopRecord, after: Standing) -> None:
    """Store how a workshop stands after a control; it must be locked ``alone``."""
    connection.execute(update(workshop).where(workshop.c.assessment_id == before.id).values(**_columns(after)))
    changed = {id_: one for id_, one in after.items.items() if before.standing.items.get(id_) != one}
    for id_, one in changed.items():
        here = (workshop_item.c.assessment_id == before.id, workshop_item.c.item == id_)
        connection.execute(update(workshop_item).where(*here).values(**_item_columns(one)))
    for id_ in after.skipped ^ before.standing.skipped:
        here = (topic.c.assessment_id == before.id, topic.c.item == id_)
        connection.execute(update(topic).where(*here).values(skipped=id_ in after.skipped))


def replace_items(connection: Connection, id_: int, standing: Standing) -> None:
    """Store which questions a workshop asks, and how they stand, in place of those it asked before."""
    connection.execute(update(workshop).where(workshop.c.assessment_id == id_).values(**_columns(standing)))
    connection.execute(delete(workshop_item).where(workshop_item.c.assessment_id == id_))
    _write_items(connection, id_, standing)


def change_workshop(connection: Connection, id_: int, **columns: Any) -> None:
    """Store settings of a workshop under the names of their columns."""
    connection.execute(update(workshop).where(workshop.c.assessment_id == id_).values(**columns))


def changed_by_control(connection: Connection, id_: int) -> int:
    """Count one more change that everybody has to see, and return the version it makes."""
    row = update(workshop).where(workshop.c.assessment_id == id_).values(version=workshop.c.version + 1)
    return int(connection.execute(row.returning(workshop.c.version)).scalar_one())


def changed_by_people(connection: Connection, id_: int) -> None:
    """Count one more change that only whoever leads, and the room's screen, have to see."""
    row = update(workshop_activity).where(workshop_activity.c.assessment_id == id_)
    connection.execute(row.values(version=workshop_activity.c.version + 1))


def _write_items(connection: Connection, id_: int, standing: Standing) -> None:
    rows = [{"assessment_id": id_, "item": item, **_item_columns(one)} for item, one in standing.items.items()]
    connection.execute(insert(workshop_item), rows)


def _item_columns(one: ItemStanding) -> dict[str, Any]:
    return {"state": one.state, "round": one.round, "closed_at": one.closed_at, "shown": one.shown}


def _columns(standing: Standing) -> dict[str, Any]:
    names = ("minutes", "invited", "phase", "current", "curtain", "since", "step_since")
    return {name: getattr(standing, name) for name in names}
