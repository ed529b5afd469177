"""What screens ask and tell all the time: has anything changed in their workshop, and who is there?"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, func, or_, select, update

from assessments.storage.tables import assessment
from assessments.storage.workshop_tables import facilitator, seat, workshop, workshop_activity


def versions_of(connection: Connection, public_ids: Collection[str]) -> dict[str, tuple[int, int]]:
    """Return the version and the activity of those of the workshops that exist, by public id."""
    query = (
        select(assessment.c.public_id, workshop.c.version, workshop_activity.c.version.label("activity"))
        .join(workshop, workshop.c.assessment_id == assessment.c.id)
        .join(workshop_activity, workshop_activity.c.assessment_id == assessment.c.id)
        .where(assessment.c.public_id.in_(public_ids))
    )
    return {row.public_id: (row.version, row.activity) for row in connection.execute(query)}


def seen_in(
    connection: Connection,
    assessment_id: int,
    seats: Sequence[int],
    leaders: Sequence[int],
    *,
    at: datetime,
    away_since: datetime,
) -> bool:
    """Store who is there ``at`` the moment, and who is not any more; return whether somebody came or went."""
    changes = 0
    for table, ids in ((seat, seats), (facilitator, leaders)):
        mine = table.c.assessment_id == assessment_id
        here = and_(mine, table.c.id.in_(ids))
        # Where no process ran for a while, nobody has said of those who were there before that they are gone.
        was_away = or_(table.c.seen_at.is_(None), table.c.seen_at < away_since)
        came = select(func.count()).select_from(table).where(here, was_away)
        changes += connection.execute(came).scalar_one()
        connection.execute(update(table).where(here).values(seen_at=at))
        gone = update(table).where(mine, table.c.seen_at < away_since).values(seen_at=None)
        changes += connection.execute(gone).rowcount
    return changes > 0
