"""Copies everything from one database into another, whichever kinds they are."""

from sqlalchemy import Connection, Table, bindparam, delete, insert, update

from assessments.storage import postgresql
from assessments.storage.database import Database, retried
from assessments.storage.every_table import TABLES
from assessments.storage.inventory import Inventory, rows_of, take_inventory


class WentWrong(Exception):  # noqa: N818  (it says what the copy did)
    """A copy does not hold what its original holds, or no longer; nothing was changed."""


class NotEmpty(Exception):  # noqa: N818  (it says what the database is)
    """A database that was to be filled holds something already; nothing was changed."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory
        super().__init__()


@retried
def copy_database(source: Database, target: Database, *, over: bool) -> tuple[Inventory, Inventory]:
    """Let ``target`` hold what ``source`` holds, all of it or nothing; return what it held before, and holds now.

    Nobody else writes to the target meanwhile. Raises NotEmpty, unless it may be copied ``over``; WentWrong, also when
    the source was changed meanwhile; DoesNotFit and Unavailable.
    """
    with source.reading() as here, target.writing() as there:
        take_time(here)
        take_time(there)
        keep_others_out(there)
        before = take_inventory(there)
        if not over and any(held.rows for held in before.values()):
            raise NotEmpty(before)
        after = replace_all(here, there)
        with source.reading() as again:
            take_time(again)
            if take_inventory(again) != after:
                raise WentWrong
    target.wipe_leftovers()
    return before, after


def take_time(connection: Connection) -> None:
    """Let this transaction work as long as it needs, where databases would otherwise end it."""
    if connection.dialect.name == "postgresql":
        postgresql.take_time(connection)


def keep_others_out(connection: Connection) -> None:
    """Let nobody else write until this transaction has ended; SQLite's writers wait for each other anyway."""
    if connection.dialect.name == "postgresql":
        postgresql.lock_tables(connection, TABLES)


def replace_all(source: Connection, target: Connection) -> Inventory:
    """Let ``target`` hold what ``source`` holds and nothing else; return that, checked, or raise WentWrong."""
    for table in reversed(TABLES):
        target.execute(delete(table))
    for table in TABLES:
        _copy(source, target, table)
    expected = take_inventory(source)
    if take_inventory(target) != expected:
        raise WentWrong
    if target.dialect.name == "postgresql":
        for counter in (table.autoincrement_column for table in TABLES):
            if counter is not None:
                postgresql.number_on(target, counter)
    return expected


def _copy(source: Connection, target: Connection, table: Table) -> None:
    """Copy a table; what refers to rows of the same table is filled in when all of them are there."""
    own = [column.name for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
    for part in rows_of(source, table):
        target.execute(insert(table), [row | dict.fromkeys(own) for row in part])
    for column in own:
        _refer(source, target, table, column)


def _refer(source: Connection, target: Connection, table: Table, column: str) -> None:
    (key,) = table.primary_key
    change = update(table).where(key == bindparam("row")).values({column: bindparam("refers_to")})
    for part in rows_of(source, table):
        pairs = [{"row": row[key.name], "refers_to": row[column]} for row in part if row[column] is not None]
        if pairs:
            target.execute(change, pairs)
