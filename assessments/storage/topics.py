"""Topics: the agenda of a workshop, in order, with what was concluded about each."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from assessments.storage.workshop_records import Topic
from assessments.storage.workshop_tables import topic


def topics_of(connection: Connection, assessment_id: int) -> tuple[Topic, ...]:
    """Return the topics of a workshop in order, facts to be found among them."""
    row = topic.c
    query = select(topic).where(row.assessment_id == assessment_id).order_by(row.position, row.item)
    names = tuple(Topic.__slots__)
    return tuple(Topic(**{name: one._mapping[name] for name in names}) for one in connection.execute(query))


def write_topics(connection: Connection, assessment_id: int, topics: Sequence[Topic]) -> None:
    """Store the agenda of a workshop in place of the one before; the workshop must be locked ``alone``."""
    connection.execute(delete(topic).where(topic.c.assessment_id == assessment_id))
    rows = [{"assessment_id": assessment_id, **asdict(one), "position": place} for place, one in enumerate(topics)]
    if rows:
        connection.execute(insert(topic), rows)


def change_topic(connection: Connection, assessment_id: int, item: str, **columns: Any) -> bool:
    """Store what changed about a topic; False when there is no such topic."""
    here = (topic.c.assessment_id == assessment_id, topic.c.item == item)
    return connection.execute(update(topic).where(*here).values(**columns)).rowcount > 0
