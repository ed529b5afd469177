"""Looks straight into the tables, past the functions under test."""

from typing import Any

from sqlalchemy import func, select

from assessments.storage import Connection, Database
from assessments.storage.tables import answer, answer_change, metadata

State = tuple[Any, str | None]  # value as stored, and note


def latest_of(connection: Connection, person_id: int) -> dict[str, State]:
    """Return a person's answers by item."""
    rows = connection.execute(select(answer).where(answer.c.respondent_id == person_id))
    return {row.item: (row.value, row.note) for row in rows}


def history_of(connection: Connection, person_id: int) -> list[tuple[str, State]]:
    """Return what each answer became, change by change."""
    mine = answer_change.c.respondent_id == person_id
    rows = connection.execute(select(answer_change).where(mine).order_by(answer_change.c.id))
    return [(row.item, (row.value, row.note)) for row in rows]


def how_many(database: Database) -> dict[str, int]:
    """Return how many rows each table has."""
    with database.reading() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }
