"""What keeps screens up to date: which workshop a screen belongs to, whether it changed, and who is there."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from assessments.answering.answerers import who_sits
from assessments.answering.belonging import opens
from assessments.answering.desk import Desk
from assessments.rights import Deed, Who, may
from assessments.storage import Connection, retried
from assessments.storage.facilitators import find_facilitator, find_screen
from assessments.storage.presence import seen_in, versions_of
from assessments.storage.seats import find_seat
from assessments.storage.workshops import changed_by_people, read_workshop

AWAY = timedelta(seconds=15)  # who was not seen for so long is not connected

Screen = Literal["phone", "desk", "screen"]


@dataclass(frozen=True, slots=True)
class Version:
    """``state`` moves with everything that all screens show, ``activity`` with what people do."""

    state: int
    activity: int


@dataclass(frozen=True, slots=True)
class Watcher:
    """A screen of a workshop; ``number`` is its seat or facilitator, 0 for a screen of the room."""

    workshop_id: str
    room: int
    kind: Screen
    number: int


def watcher(desk: Desk, token: object, *, vouched: bool = False) -> Watcher | None:
    """Return what a token opens in a workshop, None when that is nothing.

    A facilitator's token to a workshop of an organisation opens nothing by itself: it has to be ``vouched`` for that a
    page showed the workshop to them, or the visitor has to be a member.
    """
    if not isinstance(token, str):
        return None
    with desk.database.reading() as connection:
        room, who, kind, number = _found(connection, token)
        workshop = read_workshop(connection, room) if room is not None and may(who, Deed.LISTEN) else None
    if workshop is not None and kind == "desk" and not vouched:
        workshop = workshop if opens(desk, workshop.assessment.organisation, Deed.OPEN_WORKSHOP) else None
    return None if workshop is None else Watcher(workshop.assessment.public_id, workshop.id, kind, number)


def _found(connection: Connection, token: str) -> tuple[int | None, Who, Screen, int]:
    """Return the workshop a token belongs to, if any, who holds it, and what kind of screen theirs is."""
    seat, leader = find_seat(connection, token), find_facilitator(connection, token)
    if seat is not None:
        return seat.assessment_id, who_sits(seat), "phone", seat.id
    if leader is not None:
        return leader.assessment_id, Who.FACILITATOR, "desk", leader.id  # in charge or not, they listen
    return find_screen(connection, token), Who.SCREEN, "screen", 0


def versions(desk: Desk, workshops: Collection[str]) -> dict[str, Version]:
    """Return the versions of those of the workshops that still exist."""
    with desk.database.reading() as connection:
        return {id_: Version(*pair) for id_, pair in versions_of(connection, workshops).items()}


@retried
def seen(desk: Desk, watchers: Collection[Watcher]) -> None:
    """Store who is there now; counts as activity of a workshop only where somebody came or went."""
    at = desk.clock()
    rooms: dict[int, list[Watcher]] = defaultdict(list)
    for one in watchers:
        rooms[one.room].append(one)
    with desk.database.writing() as connection:
        for room, there in sorted(rooms.items()):
            seats = sorted({one.number for one in there if one.kind == "phone"})
            leaders = sorted({one.number for one in there if one.kind == "desk"})
            if seen_in(connection, room, seats, leaders, at=at, away_since=at - AWAY):
                changed_by_people(connection, room)
