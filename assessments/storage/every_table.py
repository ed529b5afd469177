"""All tables together: a new module of tables is named here, so that migrations, backups and moves know of it."""

from sqlalchemy import Table

from assessments.storage import door_tables, draft_tables, job_tables, log_tables, share_tables, workshop_tables
from assessments.storage.tables import metadata

__all__ = [
    "TABLES",
    "door_tables",
    "draft_tables",
    "job_tables",
    "log_tables",
    "metadata",
    "share_tables",
    "workshop_tables",
]

TABLES: tuple[Table, ...] = tuple(metadata.sorted_tables)  # each after those it refers to
