"""The facilitator's screen and the room's: where the workshop stands, who is there, and what everybody sees."""

from dataclasses import dataclass
from datetime import datetime

from assessments.answering.desk import Desk
from assessments.answering.planning import Planned
from assessments.answering.showing import Showing, released_topic, showing
from assessments.facilitating.counting import Counts, Participant, count_people, people_in
from assessments.facilitating.heads import Head, head_of
from assessments.facilitating.leading import is_there, led
from assessments.facilitating.planning import plan_shown
from assessments.facilitating.results import counted
from assessments.facilitating.screens import screened
from assessments.languages import marked, say
from assessments.rights import Deed
from assessments.storage.control_log import presses_of
from assessments.storage.facilitators import facilitators_of, notes_of
from assessments.storage.topics import topics_of
from assessments.storage.workshop_records import FacilitatorRecord, Logged, Topic, WorkshopRecord
from assessments.workshop import (
    CONTROLS,
    Control,
    ItemStanding,
    NotNow,
    Obvious,
    ShownTopic,
    Standing,
    decide,
    obvious,
)
from scoring import Method
from scoring.model import Item
from scoring.result import Flagged

NOT_IN_CHARGE = marked("Another facilitator is in charge.")


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Somebody who leads, or could."""

    number: int
    name: str
    in_charge: bool
    connected: bool
    me: bool


@dataclass(frozen=True, slots=True)
class Board:
    """Everything a facilitator's screen shows.

    ``topics`` are to be talked about, in order; ``blind_spots`` are facts to be found out. ``flags`` name submissions
    worth a second look, ``notes`` are this facilitator's own, the one about the workshop under "". ``log`` is newest
    first.
    """

    head: Head
    me: Facilitator
    facilitators: tuple[Facilitator, ...]
    counts: Counts
    people: tuple[Participant, ...]
    topics: tuple[Topic, ...]
    blind_spots: tuple[Topic, ...]
    standing: Standing
    questions: dict[str, Item]
    flags: tuple[Flagged, ...]
    notes: dict[str, str]
    showing: Showing
    log: tuple[Logged, ...]
    obvious: Obvious | None
    at: datetime

    @property
    def current(self) -> str | None:
        return self.standing.current

    @property
    def was_asked(self) -> bool:
        """Whether people have been asked anything: while they arrive nobody is behind."""
        return self.head.phase != "lobby" or bool(self.standing.open_items)

    @property
    def standings(self) -> dict[str, ItemStanding]:
        return dict(self.standing.items)

    def refusal(self, control: str, item: str = "") -> str | None:
        """Return why a control would be refused now, None when it would work, once confirmed."""
        if not self.me.in_charge and control != "take_over":
            return say(NOT_IN_CHARGE)
        if control not in CONTROLS:
            return None
        try:
            decide(self.standing, Control(control, item, confirmed=True), self.at)
        except NotNow as reason:
            return reason.sentence
        return None


@dataclass(frozen=True, slots=True)
class Room:
    """Everything the room's screen shows: counts, never who; ``position`` of ``topics`` counts from 1."""

    head: Head
    counts: Counts
    question: Item | None
    standing: ItemStanding | None
    position: int | None
    topics: int
    showing: Showing
    planned: Planned | None
    at: datetime


def board(desk: Desk, token: str) -> Board:
    """Return what a facilitator's screen shows; raises NotAccepted."""
    with desk.database.reading() as connection:
        me, workshop = led(desk, connection, token, Deed.SEE_BOARD)
        method = desk.method(connection, workshop.assessment.questionnaire_sha256)
        at = desk.clock()
        people, spectators = people_in(connection, method.questionnaire, workshop, at)
        leaders = tuple(_facilitator(one, me, workshop, at) for one in facilitators_of(connection, workshop.id))
        topics = topics_of(connection, workshop.id)
        return Board(
            head=head_of(connection, method.questionnaire, workshop),
            me=next(one for one in leaders if one.me),
            facilitators=leaders,
            counts=count_people(people, spectators),
            people=people,
            topics=tuple(topic for topic in topics if topic.origin != "blind_spot"),
            blind_spots=tuple(topic for topic in topics if topic.origin == "blind_spot"),
            standing=workshop.standing,
            questions=_questions(method, workshop),
            flags=counted(desk, connection, workshop, everybody=True).result.flags,
            notes=notes_of(connection, me.id),
            showing=showing(desk, connection, workshop),
            log=presses_of(connection, workshop.id),
            obvious=obvious(workshop.standing, at),
            at=at,
        )


def room(desk: Desk, screen: str) -> Room:
    """Return what the room's screen shows; raises NotAccepted."""
    with desk.database.reading() as connection:
        workshop = screened(connection, screen)
        questionnaire = desk.method(connection, workshop.assessment.questionnaire_sha256).questionnaire
        standing = workshop.standing
        people, spectators = people_in(connection, questionnaire, workshop, desk.clock())
        current, talk = standing.current, standing.to_talk_about
        shown = showing(desk, connection, workshop)
        return Room(
            head=head_of(connection, questionnaire, workshop),
            counts=count_people(people, spectators),
            question=None if current is None else questionnaire.item_by_id[current],
            standing=None if current is None else standing.items[current],
            position=talk.index(current) + 1 if current in talk else None,
            topics=len(talk),
            showing=shown,
            planned=plan_shown(desk, connection, workshop, shown),
            at=desk.clock(),
        )


def topic_details(desk: Desk, token: str, item: str) -> ShownTopic | None:
    """Return everything that was released of a question, hidden again or not; None when it never was."""
    with desk.database.reading() as connection:
        _, workshop = led(desk, connection, token, Deed.SEE_BOARD)
        return released_topic(connection, workshop, item)


def _questions(method: Method, workshop: WorkshopRecord) -> dict[str, Item]:
    return {item.id: item for item in method.questionnaire.items if item.id in workshop.standing.items}


def _facilitator(one: FacilitatorRecord, me: FacilitatorRecord, workshop: WorkshopRecord, at: datetime) -> Facilitator:
    return Facilitator(one.id, one.name, one.id == workshop.in_charge, is_there(one.seen_at, at), one.id == me.id)
