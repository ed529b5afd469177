"""Screens of the room: as many as are needed, each opened by a token of its own."""

from secrets import token_urlsafe

from assessments.answering.beginning import TOKEN_BYTES
from assessments.answering.desk import Desk
from assessments.facilitating.leading import led
from assessments.storage import retried
from assessments.storage.facilitators import add_screen


@retried
def open_screen(desk: Desk, token: str) -> str:
    """Return the token of one more screen, which is kept nowhere; raises NotAccepted."""
    screen = token_urlsafe(TOKEN_BYTES)
    with desk.database.writing() as connection:
        _, workshop = led(connection, token)
        add_screen(connection, workshop.id, screen, desk.clock())
    return screen
