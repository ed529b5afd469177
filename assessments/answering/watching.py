"""What keeps screens up to date: which workshop a screen belongs to, whether it changed, and who is there."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from assessments.answering.desk import Desk
from assessments.storage import retried
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


def watcher(desk: Desk, token: object) -> Watcher | None:
    """Return what a token opens in a workshop, None when that is nothing."""
    if not isinstance(token, str):
        return None
    with desk.database.reading() as connection:
        seat, leader = find_seat(connection, token), find_facilitator(connection, token)
        found: tuple[int | None, Screen, int] = (find_screen(connection, token), "screen", 0)
        if seat is not None:
            found = (seat.assessment_id, "phone", seat.id)
        elif leader is not None:
            found = (leader.assessment_id, "desk", leader.id)
        room, kind, number = found
        workshop = None if room is None else read_workshop(connection, room)
    return None if workshop is None else Watcher(workshop.assessment.public_id, workshop.id, kind, number)


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
