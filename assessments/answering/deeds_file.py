"""What was done, as a file that every spreadsheet program opens and none runs anything from."""

import csv
from collections.abc import Iterable
from io import StringIO

from assessments.answering.leaving import Export
from assessments.answers_file.cells import safe
from assessments.storage.deed_log import Done

COLUMNS = ("at", "who", "name", "done", "about", "detail", "person")


def deeds_file(stem: str, deeds: Iterable[Done]) -> Export:
    """Return one row per deed in the order given, times in UTC."""
    text = StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    rows.writerows(
        [
            f"{one.at:%Y-%m-%d %H:%M:%S}",
            one.who,
            safe(one.name),
            one.done,
            one.about,
            safe(one.detail),
            one.person or "",
        ]
        for one in deeds
    )
    return Export(f"{stem}-log.csv", "text/csv", text.getvalue().encode("utf-8"))
