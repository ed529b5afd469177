"""The agenda: it writes itself from where people differ, and the facilitator changes it."""

from collections.abc import Sequence
from dataclasses import replace

from assessments.answering.desk import Desk
from assessments.answering.refusals import refusal
from assessments.facilitating.leading import led
from assessments.facilitating.noting import note_press
from assessments.facilitating.results import Counted, counted
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.topics import change_topic, topics_of, write_topics
from assessments.storage.workshop_records import FacilitatorRecord, Origin, Topic, WorkshopRecord
from assessments.storage.workshops import change_workshop, changed_by_control
from assessments.workshop import Proposal, propose, slot_minutes, slots
from scoring.tallies import answers_shown

LEAST_MINUTES, MOST_MINUTES = 1, 240


def suggest_agenda(desk: Desk, token: str) -> tuple[Proposal, ...]:
    """Return every question people differ on: first those that fit, in order, then the others; raises NotAccepted."""
    with desk.database.reading() as connection:
        _, workshop = led(desk, connection, token, Deed.SEE_BOARD)
        return _propose(counted(desk, connection, workshop), workshop)


@retried
def write_agenda(desk: Desk, token: str, items: Sequence[str] | None = None) -> None:
    """Let the agenda write itself anew or, with ``items``, be these questions in this order; raises NotAccepted.

    What was concluded about a question stays with it.
    """
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.SET_UP, lock="alone")
        here = counted(desk, connection, workshop)
        chosen = _chosen(here, workshop) if items is None else list(dict.fromkeys(items))
        for item in chosen:
            _check_shape(here, workshop, item)
        set_agenda(connection, workshop, here, chosen)
        _noted(desk, connection, me, workshop, "agenda", by_hand=items is not None)


@retried
def add_topic(desk: Desk, token: str, item: str, *, at: int | None = None) -> None:
    """Put a question on the agenda because somebody asks for it, at the end or at a place from 0."""
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.SET_UP, lock="alone")
        _check_shape(counted(desk, connection, workshop), workshop, item)
        talk, facts = _split(topics_of(connection, workshop.id))
        if item in [topic.item for topic in talk]:
            raise refusal("topic_there", item)
        known = next((topic for topic in facts if topic.item == item), _topic(workshop, item, "asked"))
        place = len(talk) if at is None else max(0, min(at, len(talk)))
        added = [*talk[:place], replace(known, origin="asked"), *talk[place:]]
        write_topics(connection, workshop.id, [*added, *(fact for fact in facts if fact.item != item)])
        _noted(desk, connection, me, workshop, "add_topic", item)


@retried
def remove_topic(desk: Desk, token: str, item: str) -> None:
    """Take a question off the agenda, with what was concluded about it; raises NotAccepted."""
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.SET_UP, lock="alone")
        topics = topics_of(connection, workshop.id)
        if item not in [topic.item for topic in topics]:
            raise refusal("topic", item)
        write_topics(connection, workshop.id, [topic for topic in topics if topic.item != item])
        if workshop.standing.current == item:
            change_workshop(connection, workshop.id, current=None)
        _noted(desk, connection, me, workshop, "remove_topic", item)


@retried
def move_topic(desk: Desk, token: str, item: str, to: int) -> None:
    """Move a question to a place of the agenda, counted from 0; raises NotAccepted."""
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.SET_UP, lock="alone")
        talk, facts = _split(topics_of(connection, workshop.id))
        moved = next((topic for topic in talk if topic.item == item), None)
        if moved is None:
            raise refusal("topic", item)
        others = [topic for topic in talk if topic.item != item]
        place = max(0, min(to, len(others)))
        write_topics(connection, workshop.id, [*others[:place], moved, *others[place:], *facts])
        _noted(desk, connection, me, workshop, "move_topic", item)


@retried
def set_minutes(desk: Desk, token: str, item: str, minutes: int) -> None:
    """Say how many minutes a question is talked about; raises NotAccepted."""
    if not isinstance(minutes, int) or not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise refusal("topic_minutes", item)
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.SET_UP, lock="alone")
        if not change_topic(connection, workshop.id, item, minutes=minutes):
            raise refusal("topic", item)
        _noted(desk, connection, me, workshop, "set_minutes", item, by_hand=workshop.by_hand)


def write_by_itself(desk: Desk, connection: Connection, workshop: WorkshopRecord) -> None:
    """Write the agenda when the first round is over, unless the facilitator has put one together."""
    here = counted(desk, connection, workshop)
    chosen = list(workshop.standing.topics) if workshop.by_hand else _chosen(here, workshop)
    set_agenda(connection, workshop, here, chosen)


def set_agenda(connection: Connection, workshop: WorkshopRecord, here: Counted, chosen: Sequence[str]) -> None:
    """Store which questions are talked about, and which facts are to be found out: the blind spots."""
    known = {topic.item: topic for topic in topics_of(connection, workshop.id)}
    worth = {entry.item for entry in here.result.agenda if entry.finding is not None}
    talk = [
        replace(
            known.get(item, _topic(workshop, item, "asked")),
            origin="agenda" if item in worth else "asked",
            skipped=False,
        )
        for item in chosen
    ]
    blind = [item for item in here.result.blind_spots if item not in chosen]
    facts = [replace(known.get(item, _topic(workshop, item, "blind_spot")), origin="blind_spot") for item in blind]
    write_topics(connection, workshop.id, [*talk, *facts])


def _propose(here: Counted, workshop: WorkshopRecord) -> tuple[Proposal, ...]:
    return propose(here.opened.method, here.result, slots(workshop.standing.minutes))


def _chosen(here: Counted, workshop: WorkshopRecord) -> list[str]:
    return [proposal.item for proposal in _propose(here, workshop) if proposal.reason == "chosen"]


def _topic(workshop: WorkshopRecord, item: str, origin: Origin) -> Topic:
    return Topic(item, 0, slot_minutes(workshop.standing.minutes), origin)


def _split(topics: Sequence[Topic]) -> tuple[list[Topic], list[Topic]]:
    """Return the questions to talk about, and the facts to be found out."""
    talk = [topic for topic in topics if topic.origin != "blind_spot"]
    return talk, [topic for topic in topics if topic.origin == "blind_spot"]


def _check_shape(here: Counted, workshop: WorkshopRecord, item: str) -> None:
    if item not in workshop.standing.items:
        raise refusal("question", item)
    if answers_shown(here.opened.questionnaire.item_by_id[item]) is None:
        raise refusal("topic_shape", item)


def _noted(
    desk: Desk,
    connection: Connection,
    me: FacilitatorRecord,
    workshop: WorkshopRecord,
    control: str,
    about: str = "",
    *,
    by_hand: bool = True,
) -> None:
    change_workshop(connection, workshop.id, by_hand=by_hand)
    version = changed_by_control(connection, workshop.id)
    note_press(desk, connection, me, workshop, control, version=version, about=about)
