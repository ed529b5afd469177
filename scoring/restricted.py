"""What people said, as if only some of the items had been asked.

The facts stay as they were established from everything that was said: whether an item may be "not applicable" does
not depend on which items are looked at.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from scoring.demand import Customers
from scoring.engine import Reading
from scoring.levels import Items
from scoring.method import SILENT, Bools, Floats, Method
from scoring.sheet import Sheet


def restrict(method: Method, reading: Reading, only: set[str]) -> Reading:
    """Forget every answer but those to the items ``only``, and that anything else was asked."""
    keep = np.array([item in only for item in method.items])
    sheet = _sheet(method, reading.sheet, keep)
    items = _items(reading.items, keep)
    segments = reading.segments
    return replace(
        reading,
        sheet=sheet,
        counted=replace(reading.counted, lines=np.where(keep[:, None], reading.counted.lines, 0)),
        items=items,
        customers=_customers(method, reading.customers, keep),
        segments=segments and replace(segments, customers=_customers(method, segments.customers, keep)),
    )


def _sheet(method: Method, sheet: Sheet, keep: Bools) -> Sheet:
    return replace(
        sheet,
        asked=sheet.asked & keep,
        codes=np.where(keep, sheet.codes, SILENT).astype(np.int8),
        picks=_columns(method, sheet.picks, keep),
        splits=_columns(method, sheet.splits, keep),
        numbers=_columns(method, sheet.numbers, keep),
    )


def _columns(method: Method, columns: Mapping[str, Floats], keep: Bools) -> dict[str, Floats]:
    return {
        item: column if keep[method.item_index[item]] else np.full_like(column, np.nan)
        for item, column in columns.items()
    }


def _items(items: Items, keep: Bools) -> Items:
    return replace(
        items,
        score=np.where(keep, items.score, np.nan),
        answers=np.where(keep, items.answers, 0),
        dk_share=np.where(keep, items.dk_share, np.nan),
        na=items.na & keep,
    )


def _customers(method: Method, customers: Customers, keep: Bools) -> Customers:
    return Customers(
        score=np.where(keep, customers.score, np.nan),
        asked=customers.asked & keep,
        contacts=_columns(method, customers.contacts, keep),
    )
