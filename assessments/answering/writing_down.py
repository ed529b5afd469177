"""The log of deeds: what somebody does is written down as it is done, by their account where they have signed in."""

from assessments.answering.desk import Desk
from assessments.storage import Connection
from assessments.storage.deed_log import Doer, write_deed


def write_down(
    desk: Desk, connection: Connection, who: Doer, done: str, about: str, *, detail: str = "", called: str = ""
) -> None:
    """Write down what whoever is here does, in the same transaction.

    Who has signed in stands there by their account, anybody else as they are ``called``.
    """
    visitor = desk.visitor
    write_deed(
        connection,
        desk.clock(),
        who=who,
        name=visitor.name or called,
        done=done,
        about=about,
        detail=detail,
        person=visitor.person,
    )
