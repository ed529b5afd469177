"""Who is in the room, who is connected, who has answered: three counts, made from the rows each time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assessments.answering import groups_of
from assessments.facilitating.leading import is_there
from assessments.storage import Connection
from assessments.storage.answers import given_in
from assessments.storage.seats import seats_of
from assessments.storage.workshop_records import SeatRecord, WorkshopRecord
from assessments.workshop import SeatState, Standing, asked_of
from scoring.model import Questionnaire

Given = Mapping[int, Collection[tuple[str, int]]]  # respondent -> the items and rounds they answered


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody with a role in the room; ``name`` is drawn and tells nothing.

    ``answered`` and ``wanted`` count the questions that are open, or were last. ``again`` says whether they gave a
    second answer to the question of now, None where nobody was asked for one. ``excluded`` is the reason why their
    answers do not count. ``group`` is the one they talk in, None while everybody talks together.
    """

    name: str
    role: str
    state: SeatState
    late: bool
    connected: bool
    answered: int
    wanted: int
    again: bool | None
    excluded: str | None
    group: int | None

    @property
    def done(self) -> bool:
        return self.answered >= self.wanted


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people joined, are connected, and have answered what is open or was last.

    Whoever is idle or was removed is not waited for. ``given`` of ``wanted`` answers have come in.
    """

    joined: int
    connected: int
    answered: int
    idle: int
    late: int
    spectators: int
    given: int
    wanted: int


def people_in(
    connection: Connection, questionnaire: Questionnaire, workshop: WorkshopRecord, now: datetime
) -> tuple[tuple[Participant, ...], int]:
    """Return who has a role in the room, and how many spectators there are."""
    seats = seats_of(connection, workshop.id)
    given = given_in(connection, workshop.id)
    audience = {role: _asked(questionnaire, workshop, role) for role in workshop.roles}
    groups = groups_of(workshop.standing, seats)
    people = [
        _participant(seat, workshop.standing, audience, given, now, groups.get(seat.id)) for seat in seats if seat.role
    ]
    return tuple(people), sum(seat.role is None and seat.state == "here" for seat in seats)


def count_people(people: Sequence[Participant], spectators: int) -> Counts:
    """Return the counts of a room."""
    there = [one for one in people if one.state != "removed"]
    awaited = [one for one in there if one.state == "here"]
    return Counts(
        joined=len(there),
        connected=sum(one.connected for one in awaited),
        answered=sum(one.done for one in awaited),
        idle=sum(one.state == "idle" for one in there),
        late=sum(one.late for one in there),
        spectators=spectators,
        given=sum(one.answered for one in awaited),
        wanted=sum(one.wanted for one in awaited),
    )


def _asked(questionnaire: Questionnaire, workshop: WorkshopRecord, role: str) -> frozenset[tuple[str, int]]:
    """Return what a role is asked now, or was last: items with the round they are in."""
    standing = workshop.standing
    asked = (item.id for item in questionnaire.items if asked_of(item, role, workshop.roles))
    watched = _watched(standing)
    return frozenset((item, standing.items[item].round) for item in asked if item in watched)


def _watched(standing: Standing) -> Collection[str]:
    if standing.open_items:
        return standing.open_items
    return standing.items if standing.current is None else (standing.current,)


def _participant(
    seat: SeatRecord,
    standing: Standing,
    audience: Mapping[str, frozenset[tuple[str, int]]],
    given: Given,
    now: datetime,
    group: int | None,
) -> Participant:
    asked, said = audience.get(seat.role or "", frozenset()), given.get(seat.respondent_id or 0, ())
    again = None
    if standing.current is not None and standing.items[standing.current].round > 1:
        again = (standing.current, 2) in said
    return Participant(
        name=seat.name or "",
        role=seat.role or "",
        state=seat.state,
        late=seat.late,
        connected=seat.state == "here" and is_there(seat.seen_at, now),
        answered=sum(one in said for one in asked),
        wanted=len(asked),
        again=again,
        excluded=seat.excluded,
        group=group,
    )
