"""What a database holds, table by table: how many rows, and a fingerprint of all that is in them.

The fingerprint of a table is the sum of its rows' SHA-256, so it is the same in whatever order a database keeps them,
and the same on SQLite and on PostgreSQL.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, select

from assessments.storage.every_table import TABLES

BATCH = 1000  # rows in memory at once
_BEYOND = 2**256


@dataclass(frozen=True, slots=True)
class Held:
    """The content of one table."""

    rows: int
    sha256: str


Inventory = Mapping[str, Held]


def take_inventory(connection: Connection) -> Inventory:
    """Return what every table holds."""
    return {table.name: _held(connection, table) for table in TABLES}


def rows_of(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """Yield all rows of a table, some at a time."""
    found = connection.execute(select(table), execution_options={"yield_per": BATCH})
    for part in found.mappings().partitions():
        yield [dict(row) for row in part]


def _held(connection: Connection, table: Table) -> Held:
    count = total = 0
    for part in rows_of(connection, table):
        count += len(part)
        total = (total + sum(map(_fingerprint, part))) % _BEYOND
    return Held(count, f"{total:064x}")


def _fingerprint(row: Mapping[str, Any]) -> int:
    text = json.dumps(row, sort_keys=True, default=_plain)
    return int.from_bytes(sha256(text.encode()).digest())


def _plain(value: Date | bytes) -> str:
    """Return days, moments and files as text; everything else JSON can say itself."""
    return value.hex() if isinstance(value, bytes) else value.isoformat()
