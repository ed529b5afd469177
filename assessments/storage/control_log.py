"""The log of controls: what facilitators did, one press after the other; it only grows."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from assessments.storage.retries import first_time
from assessments.storage.workshop_records import Logged
from assessments.storage.workshop_tables import control_log, facilitator


def pressed_before(connection: Connection, assessment_id: int, control: str, key: str | None) -> int | None:
    """Return the version that a press with this ``key`` has made; raises ReusedKey when it was another control's."""
    log = control_log.c
    mine = log.assessment_id == assessment_id
    if first_time(connection, control_log, mine, log.control, control, key) is None:
        return None
    return connection.scalar(select(log.version).where(mine, log.key == key))


def add_press(
    connection: Connection,
    assessment_id: int,
    facilitator_id: int,
    control: str,
    *,
    at: datetime,
    version: int,
    about: str = "",
    reason: str = "",
    key: str | None = None,
    account: str = "",
    person: str = "",
) -> None:
    """Write down that a control was pressed, and by which ``person``, called what, if they had signed in."""
    row = insert(control_log).values(
        assessment_id=assessment_id,
        facilitator_id=facilitator_id,
        at=at,
        control=control,
        about=about,
        reason=reason,
        version=version,
        key=key,
        account=account or None,
        person=person or None,
    )
    connection.execute(row)


def presses_of(connection: Connection, assessment_id: int) -> tuple[Logged, ...]:
    """Return what was pressed in a workshop, newest first; an account goes before a name that was chosen."""
    log = control_log.c
    by = func.coalesce(log.account, facilitator.c.name, "")
    query = (
        select(log.at, by, log.control, log.about, log.reason, log.person)
        .outerjoin(facilitator, facilitator.c.id == log.facilitator_id)
        .where(log.assessment_id == assessment_id)
        .order_by(log.id.desc())
    )
    return tuple(Logged(*row) for row in connection.execute(query))
