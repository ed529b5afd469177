"""Use cases of whoever runs the server: how long things are kept, what is overdue, and tidying that up."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from assessments.answering import Desk
from assessments.facilitating.ending import forget_everybody
from assessments.operating import NotDone
from assessments.settings import Settings
from assessments.storage import Connection, retried
from assessments.storage.ageing import (
    count_old_deeds,
    count_old_jobs,
    count_old_links,
    delete_old_deeds,
    delete_old_jobs,
    delete_old_links,
    ended,
    untouched,
)
from assessments.storage.assessments import assessment_numbered, delete_assessment
from assessments.storage.deed_log import write_deed
from assessments.storage.workshops import changed_by_control, read_workshop

MOST_DAYS = 36_500


Terms = Mapping[str, int | None]  # kind -> days for which it is kept; None is for ever
Overdue = Mapping[str, int]  # kind -> how many there are that have been kept long enough

SETTINGS = {
    "unfinished": "PATHWAY_KEEP_UNFINISHED",
    "finished": "PATHWAY_KEEP_FINISHED",
    "people": "PATHWAY_KEEP_PEOPLE",
    "links": "PATHWAY_KEEP_LINKS",
    "jobs": "PATHWAY_KEEP_JOBS",
    "log": "PATHWAY_KEEP_LOG",
}


def terms_of(chosen: Settings) -> Terms:
    """Return how long an installation keeps each kind; raises NotDone where that is no number of days."""
    return {kind: _days(name, getattr(chosen, f"keep_{kind}")) for kind, name in SETTINGS.items()}


def overdue(desk: Desk, terms: Terms) -> Overdue:
    """Return what tidying up would take away now; changes nothing."""
    with desk.database.reading() as connection:
        return {kind: COUNT[kind](connection, since) for kind, since in _ends(desk, terms).items()}


@retried
def tidy(desk: Desk, terms: Terms) -> Overdue:
    """Delete what has been kept long enough, make workshops anonymous, and return what went; all or nothing.

    What was deleted is overwritten on the disk, not only forgotten.
    """
    with desk.database.writing() as connection:
        ends = _ends(desk, terms)
        found = {kind: COUNT[kind](connection, since) for kind, since in ends.items()}
        for kind, since in ends.items():
            TAKE[kind](desk, connection, since)
    desk.database.wipe_leftovers()
    return found


def _ends(desk: Desk, terms: Terms) -> dict[str, datetime]:
    """Return since when each kind must have been left alone to go; nothing for what is kept for ever."""
    at = desk.clock()
    return {kind: at - timedelta(days=days) for kind, days in terms.items() if days is not None}


COUNT: Mapping[str, Callable[[Connection, datetime], int]] = {
    "unfinished": lambda connection, since: len(untouched(connection, "open", since)),
    "finished": lambda connection, since: len(untouched(connection, "finished", since)),
    "people": lambda connection, since: len(ended(connection, since)),
    "links": count_old_links,
    "jobs": count_old_jobs,
    "log": count_old_deeds,
}
TAKE: Mapping[str, Callable[[Desk, Connection, datetime], None]] = {
    "unfinished": lambda desk, connection, since: _delete(desk, connection, untouched(connection, "open", since)),
    "finished": lambda desk, connection, since: _delete(desk, connection, untouched(connection, "finished", since)),
    "people": lambda desk, connection, since: _forget(desk, connection, ended(connection, since)),
    "links": lambda _, connection, since: delete_old_links(connection, since),
    "jobs": lambda _, connection, since: delete_old_jobs(connection, since),
    "log": lambda _, connection, since: delete_old_deeds(connection, since),
}


def _delete(desk: Desk, connection: Connection, numbers: tuple[int, ...]) -> None:
    for number in numbers:
        record = assessment_numbered(connection, number)
        if record is not None:
            delete_assessment(connection, number)
            write_deed(connection, desk.clock(), who="operator", done="deleted", about=record.public_id)


def _forget(desk: Desk, connection: Connection, numbers: tuple[int, ...]) -> None:
    for number in numbers:
        workshop = read_workshop(connection, number, lock="alone")
        if workshop is not None and workshop.anonymised_at is None:
            about = workshop.assessment.public_id
            write_deed(connection, desk.clock(), who="operator", done="anonymised", about=about)
            forget_everybody(desk, connection, workshop)
            changed_by_control(connection, number)


def _days(name: str, said: str) -> int | None:
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and 1 <= int(said) <= MOST_DAYS):
        raise NotDone(f'{name} is "{said}". Let it be a whole number of days from 1 to {MOST_DAYS}, or nothing.')
    return int(said)
