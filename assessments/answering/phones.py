"""What one phone in the room may see: what is open for this person, their own answers, and what everybody is shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assessments.answering.all_phones import AllPhones
from assessments.answering.answerers import seated
from assessments.answering.applying import facts_of_firm, may_be_na
from assessments.answering.desk import Desk
from assessments.answering.grouping import groups_of, may_talk_in_groups
from assessments.answering.joining import roles_in_room
from assessments.answering.sections import AskedItem
from assessments.answering.showing import Showing, showing
from assessments.rights import Deed
from assessments.storage import Connection
from assessments.storage.answers import PersonsAnswer, answers_of
from assessments.storage.seats import seats_of
from assessments.storage.whole import read_assessment
from assessments.storage.workshop_records import SeatRecord, WorkshopRecord
from assessments.workshop import ItemStanding, Phase, SeatState, Standing, asked_of
from assessments.workshop.notice import notice_in_words
from scoring import Method
from scoring.answers import Submission, Value, Variant
from scoring.model import Item, Role

NOBODY = 0  # the number of no respondent


@dataclass(frozen=True, slots=True)
class PhoneHead:
    """Where a phone is, and as whom; without a ``role`` it is a spectator's."""

    workshop_id: str
    firm: str
    code: str
    notice: str
    minimum: int
    variant: Variant
    minutes: int
    phase: Phase
    version: int
    roles: tuple[Role, ...]
    name: str | None
    role: Role | None
    state: SeatState
    late: bool


@dataclass(frozen=True, slots=True)
class Mine:
    """An own answer: the one that counts, from the last round it was given in."""

    question: Item
    value: Value
    note: str | None
    round: int


@dataclass(frozen=True, slots=True)
class Phone:
    """Everything a phone may show.

    ``open`` are the questions that this person can answer now, each with the value given in the round it is in
    (``rounds``); ``first`` are their first answers to what is in its second round. ``current`` is what the room talks
    about, if anything, in two groups where there is a ``group``. ``all_phones`` is what it shows like all others.
    """

    head: PhoneHead
    open: tuple[AskedItem, ...]
    rounds: dict[str, int]
    first: dict[str, Value]
    mine: tuple[Mine, ...]
    current: Item | None
    standing: ItemStanding | None
    showing: Showing
    place: str | None
    group: int | None
    all_phones: AllPhones

    @property
    def answered(self) -> int:
        """How many of the open questions are answered."""
        return sum(not asked.open for asked in self.open)

    @property
    def wanted(self) -> int:
        return len(self.open)


def phone(desk: Desk, token: str) -> Phone:
    """Return what a phone may show now; raises NotAccepted. Nobody else's answers are read."""
    with desk.database.reading() as connection:
        seat, phones = seated(desk, connection, token, Deed.SEE_PHONE)
        workshop = phones.workshop
        method = desk.method(connection, workshop.assessment.questionnaire_sha256)
        standing, said = workshop.standing, _said(connection, seat)
        return Phone(
            head=_head(method, seat, workshop),
            open=tuple(_open(connection, method, seat, phones, said)),
            rounds={item: standing.items[item].round for item in standing.open_items},
            first=dict(_first(standing, said)),
            mine=tuple(_mine(method, said)),
            current=_current(method, standing),
            standing=None if standing.current is None else standing.items[standing.current],
            showing=phones.once("showing", lambda: _without_plan(showing(desk, connection, workshop))),
            place=seat.place,
            group=_group(connection, seat, workshop),
            all_phones=phones,
        )


def _head(method: Method, seat: SeatRecord, workshop: WorkshopRecord) -> PhoneHead:
    record = workshop.assessment
    return PhoneHead(
        workshop_id=record.public_id,
        firm=record.firm,
        code=workshop.code,
        notice=notice_in_words(workshop.notice),
        minimum=workshop.minimum,
        variant=record.variant,
        minutes=workshop.standing.minutes,
        phase=workshop.standing.phase,
        version=workshop.version,
        roles=roles_in_room(method.questionnaire, workshop),
        name=seat.name,
        role=next((role for role in method.questionnaire.roles if role.id == seat.role), None),
        state=seat.state,
        late=seat.late,
    )


def _said(connection: Connection, seat: SeatRecord) -> tuple[PersonsAnswer, ...]:
    return () if seat.respondent_id is None else tuple(answers_of(connection, seat.respondent_id))


def _open(
    connection: Connection, method: Method, seat: SeatRecord, phones: AllPhones, said: tuple[PersonsAnswer, ...]
) -> Iterator[AskedItem]:
    """Yield what this person can answer now, in the questionnaire's order; a spectator nothing."""
    workshop = phones.workshop
    open_items = workshop.standing.open_items
    if seat.name is None or seat.role is None or not open_items:
        return
    firm = phones.once("firm", lambda: read_assessment(connection, workshop.assessment, only=NOBODY))
    mine = {one.item: one.value for one in said if one.value is not None}  # of several rounds, the last one's
    facts = facts_of_firm(method, replace(firm, submissions=(Submission(seat.name, seat.role, mine),)))
    given = {(one.item, one.round): one for one in said}
    for item in method.questionnaire.items:
        if item.id in open_items and asked_of(item, seat.role, workshop.roles):
            one = given.get((item.id, workshop.standing.items[item.id].round))
            yield AskedItem(item, one and one.value, one and one.note, may_be_na(method, facts, item.id))


def _mine(method: Method, said: tuple[PersonsAnswer, ...]) -> Iterator[Mine]:
    last = {one.item: (one.value, one.note, one.round) for one in said if one.value is not None}
    for item in method.questionnaire.items:
        if item.id in last:
            value, note, round_ = last[item.id]
            yield Mine(item, value, note, round_)


def _first(standing: Standing, said: tuple[PersonsAnswer, ...]) -> Iterator[tuple[str, Value]]:
    for one in said:
        if one.round == 1 and one.value is not None and standing.items[one.item].round > 1:
            yield one.item, one.value


def _current(method: Method, standing: Standing) -> Item | None:
    return None if standing.current is None else method.questionnaire.item_by_id[standing.current]


def _group(connection: Connection, seat: SeatRecord, workshop: WorkshopRecord) -> int | None:
    if not may_talk_in_groups(workshop.standing):
        return None
    return groups_of(workshop.standing, seats_of(connection, workshop.id)).get(seat.id)


def _without_plan(shown: Showing) -> Showing:
    """Leave out the plan: it is worked on at the facilitator's screen and read from the room's."""
    return replace(shown, place=None) if shown.kind == "plan" else shown
