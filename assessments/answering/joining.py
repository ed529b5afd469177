"""Coming into a workshop: a code from the screen, a role, a seat that is kept through sleep and reload."""

from dataclasses import dataclass
from secrets import choice, token_urlsafe

from assessments.answering.all_phones import find_all_phones
from assessments.answering.answerers import seated
from assessments.answering.beginning import TOKEN_BYTES
from assessments.answering.desk import Desk
from assessments.answering.refusals import refusal
from assessments.rights import Deed, Who, may
from assessments.storage import Connection, retried
from assessments.storage.people import add_respondent, token_hash
from assessments.storage.seats import add_seat, change_seat, find_joined, seats_of
from assessments.storage.workshop_records import SeatRecord, WorkshopRecord
from assessments.storage.workshops import changed_by_people, find_by_code
from assessments.workshop import STAYS_OPEN, Phase, tidy_code
from assessments.workshop.notice import notice_in_words
from scoring.answers import Variant
from scoring.model import Questionnaire, Role

LONGEST_CODE = 40
SHORTEST_KEY, LONGEST_KEY = 16, 200
MOST_SEATS = 500
NAMES = range(100, 1000)  # r417: drawn, so that a name does not tell who came first


@dataclass(frozen=True, slots=True)
class Invitation:
    """What somebody reads before they take a seat."""

    workshop_id: str
    firm: str
    code: str
    notice: str
    minimum: int
    variant: Variant
    roles: tuple[Role, ...]
    phase: Phase
    questions: int


@dataclass(frozen=True, slots=True)
class Joined:
    """A seat, and the only copy of the token that leads back to it; a spectator has no name."""

    token: str
    workshop_id: str
    name: str | None


def find_workshop(desk: Desk, code: object) -> Invitation:
    """Return what a code invites to; raises NotAccepted for a wrong code and for a workshop that has ended."""
    with desk.database.reading() as connection:
        workshop = _open_workshop(desk, connection, code)
        questionnaire = desk.method(connection, workshop.assessment.questionnaire_sha256).questionnaire
    return Invitation(
        workshop_id=workshop.assessment.public_id,
        firm=workshop.assessment.firm,
        code=workshop.code,
        notice=notice_in_words(workshop.notice),
        minimum=workshop.minimum,
        variant=workshop.assessment.variant,
        roles=roles_in_room(questionnaire, workshop),
        phase=workshop.standing.phase,
        questions=len(workshop.standing.items),
    )


@retried
def join(desk: Desk, code: object, role: str | None, *, key: str) -> Joined:
    """Take a seat in a role, or as a spectator with none; raises NotAccepted.

    ``key`` is a random word of the device: joining again with it gives the same seat, in the role it has, under a new
    token. Whoever comes after the time for answering alone is marked as late.
    """
    if not isinstance(key, str) or not SHORTEST_KEY <= len(key) <= LONGEST_KEY:
        raise refusal("join_key")
    token = token_urlsafe(TOKEN_BYTES)
    with desk.database.writing() as connection:
        workshop = _open_workshop(desk, connection, code, locked=True)
        if role is not None and role not in workshop.roles:
            raise refusal("room_role", role)
        known = find_joined(connection, workshop.id, key)
        if known is not None and known.state != "removed":
            change_seat(connection, known.id, token_sha256=token_hash(token), state="here", seen_at=desk.clock())
            return Joined(token, workshop.assessment.public_id, known.name)
        if known is not None:  # taken away: the device begins anew
            change_seat(connection, known.id, join_key=None)
        name = _take_seat(desk, connection, workshop, role, token, key)
        return Joined(token, workshop.assessment.public_id, name)


@retried
def leave(desk: Desk, token: str) -> None:
    """Say that a person has left for now; their link leads back to the seat. Raises NotAccepted."""
    with desk.database.writing() as connection:
        seat, phones = seated(desk, connection, token, Deed.COME_AND_GO, lock="shared")
        change_seat(connection, seat.id, state="idle", seen_at=None)
        changed_by_people(connection, phones.workshop.id)


@retried
def come_back(desk: Desk, token: str) -> None:
    """Say that somebody who had left, or was set idle, is there again; raises NotAccepted."""
    with desk.database.writing() as connection:
        seat, phones = seated(desk, connection, token, Deed.COME_AND_GO, lock="shared")
        change_seat(connection, seat.id, state="here", seen_at=desk.clock())
        changed_by_people(connection, phones.workshop.id)


def roles_in_room(questionnaire: Questionnaire, workshop: WorkshopRecord) -> tuple[Role, ...]:
    """Return the roles people can choose from, in the questionnaire's order."""
    return tuple(role for role in questionnaire.roles if role.id in workshop.roles)


def _open_workshop(desk: Desk, connection: Connection, code: object, *, locked: bool = False) -> WorkshopRecord:
    tidy = tidy_code(code) if isinstance(code, str) and len(code) <= LONGEST_CODE else ""
    id_ = find_by_code(connection, tidy)
    phones = None if id_ is None else find_all_phones(desk, connection, id_, lock="alone" if locked else None)
    if phones is None or not may(Who.INVITED, Deed.JOIN):
        raise refusal("code", code)
    if phones.workshop.standing.phase == "ended":
        raise refusal("over", phones.workshop.assessment.public_id)
    return phones.workshop


def _take_seat(
    desk: Desk, connection: Connection, workshop: WorkshopRecord, role: str | None, token: str, key: str
) -> str | None:
    seats, at = seats_of(connection, workshop.id), desk.clock()
    if len(seats) >= MOST_SEATS:
        raise refusal("full_room", workshop.assessment.public_id)
    name = None if role is None else _free_name(seats)
    person = None
    if role is not None and name is not None:
        person = add_respondent(connection, workshop.id, name, role, at)
    late = role is not None and workshop.standing.phase not in STAYS_OPEN
    add_seat(connection, workshop.id, person, token=token, join_key=key, late=late, at=at)
    changed_by_people(connection, workshop.id)
    return name


def _free_name(seats: tuple[SeatRecord, ...]) -> str:
    taken = {seat.name for seat in seats}
    return choice([name for number in NAMES if (name := f"r{number}") not in taken])
