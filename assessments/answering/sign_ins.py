"""Signing out, for every tab and on every process: a sign-in that was ended opens nothing any more."""

from collections.abc import Collection

from assessments.answering.desk import Desk
from assessments.storage import retried
from assessments.storage.ended_sign_ins import end_stored, ended_among


@retried
def end_sign_in(desk: Desk) -> None:
    """End the sign-in of whoever is here, wherever it is used; raises Unavailable."""
    visitor = desk.visitor
    if visitor.until is not None:
        with desk.database.writing() as connection:
            end_stored(connection, visitor.sign_in, until=visitor.until, now=desk.clock())


def ended_sign_ins(desk: Desk, sign_ins: Collection[str]) -> set[str]:
    """Return which of these sign-ins were ended; raises Unavailable."""
    if not sign_ins:
        return set()
    with desk.database.reading() as connection:
        return ended_among(connection, sign_ins)
