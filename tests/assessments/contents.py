"""Random rows for every table there is, of which a database keeps those that break none of its rules."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    Float,
    Integer,
    LargeBinary,
    Table,
    delete,
    insert,
    select,
)
from sqlalchemy.exc import DataError, IntegrityError

from assessments.storage.columns import Moment
from assessments.storage.every_table import TABLES

SIGNS = "aäßZ 09_-\"\\'\n\r\t\u2028\u4e2d\U0001f600;,=%"
MOST_TRIES = 12  # rows of a table
BEGINNING = datetime(1999, 12, 31, 23, tzinfo=UTC)


def fill(connection: Connection, dice: Random) -> None:
    """Let a database hold random rows and nothing else."""
    for table in reversed(TABLES):
        connection.execute(delete(table))
    for table in TABLES:
        known = {column: keys_of(connection, column) for column in table.columns if column.foreign_keys}
        for _ in range(dice.randint(0, MOST_TRIES)):
            row = {column.name: value(column, known, dice) for column in table.columns}
            try:
                with connection.begin_nested():
                    connection.execute(insert(table), row)
            except (IntegrityError, DataError):
                continue


def keys_of(connection: Connection, column: Column[Any]) -> Sequence[Any]:
    """Return what a column may refer to."""
    (key,) = column.foreign_keys
    return connection.scalars(select(key.column)).all()


def all_rows(connection: Connection) -> dict[str, list[str]]:
    """Return every row of every table as text, in an order of its own."""
    return {
        table.name: sorted(json.dumps(dict(row), default=repr) for row in connection.execute(select(table)).mappings())
        for table in TABLES
    }


def value(column: Column[Any], known: Mapping[Column[Any], Sequence[Any]], dice: Random) -> Any:
    if column.nullable and dice.random() < 0.3:
        return None
    if column in known:
        return dice.choice(known[column]) if known[column] else None
    for kind, make in MAKERS.items():
        if isinstance(column.type, kind):
            return make(dice)
    return number(column, dice) if isinstance(column.type, Integer) else words(column, dice)


def number(column: Column[Any], dice: Random) -> int:
    """Return a number, often one that the table's conditions name."""
    named = [int(digits) for digits in re.findall(r"\b\d{1,3}\b", conditions(column))]
    return dice.choice([*range(10), *named]) if not column.primary_key else dice.randint(0, 10**6)


def words(column: Column[Any], dice: Random) -> str:
    """Return a text, often one that the table's conditions name."""
    longest = getattr(column.type, "length", None) or 200
    if longest == 64:
        return f"{dice.getrandbits(256):064x}"
    named = re.findall(r"'(\w+)'", conditions(column))
    return dice.choice(named) if named else "".join(dice.choices(SIGNS, k=dice.randint(1, longest)))


def conditions(column: Column[Any]) -> str:
    """Return what the table's conditions say about a column."""
    assert isinstance(column.table, Table)
    rules = (str(rule.sqltext) for rule in column.table.constraints if isinstance(rule, CheckConstraint))
    return " ".join(rule for rule in rules if re.search(rf"\b{column.name}\b", rule))


def anything(dice: Random, depth: int = 2) -> Any:
    plain = [4, -1, 3.5, "joint", "dk", "", True, "\U0001f600\u0000", 10**15, 0.1]
    if depth == 0 or dice.random() < 0.5:
        return dice.choice(plain)
    if dice.random() < 0.5:
        return [anything(dice, depth - 1) for _ in range(dice.randint(0, 3))]
    return {dice.choice("abcdef") * 3: anything(dice, depth - 1) for _ in range(dice.randint(0, 3))}


MAKERS: dict[type, Callable[[Random], Any]] = {
    Moment: lambda dice: BEGINNING + timedelta(microseconds=dice.randint(0, 10**15)),
    Date: lambda dice: date(2000, 1, 1) + timedelta(days=dice.randint(0, 20_000)),
    JSON: anything,
    LargeBinary: lambda dice: dice.randbytes(dice.randint(0, 50)),
    Boolean: lambda dice: dice.random() < 0.5,
    Float: lambda dice: dice.choice([0.1 + 0.2, 1e-300, 52.0, dice.random() * 100]),
}
