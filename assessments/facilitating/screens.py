"""Screens of the room: as many as are needed, each opened by a token of its own."""

from secrets import token_urlsafe

from assessments.answering.beginning import TOKEN_BYTES
from assessments.answering.desk import Desk
from assessments.answering.refusals import refusal
from assessments.facilitating.leading import led
from assessments.facilitating.noting import note
from assessments.rights import Deed, Who, may
from assessments.storage import Connection, retried
from assessments.storage.facilitators import add_screen, find_screen
from assessments.storage.workshop_records import WorkshopRecord
from assessments.storage.workshops import read_workshop


@retried
def open_screen(desk: Desk, token: str) -> str:
    """Return the token of one more screen, which is kept nowhere; raises NotAccepted."""
    screen = token_urlsafe(TOKEN_BYTES)
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.OPEN_LINKS)
        note(desk, connection, me, workshop, "opened_screen")
        add_screen(connection, workshop.id, screen, desk.clock())
    return screen


def screened(connection: Connection, token: object) -> WorkshopRecord:
    """Return the workshop a screen of the room shows; raises NotAccepted."""
    id_ = find_screen(connection, token) if isinstance(token, str) else None
    workshop = None if id_ is None else read_workshop(connection, id_)
    if workshop is None or not may(Who.SCREEN, Deed.SEE_ROOM):
        raise refusal("screen")
    return workshop
