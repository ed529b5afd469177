"""Controls: what happens when a facilitator presses a button, in one transaction, or why it does not."""

from collections.abc import Callable
from dataclasses import dataclass

from assessments.answering.checking import check_note
from assessments.answering.desk import Desk
from assessments.answering.refusals import not_now, refusal
from assessments.answering.showing import RESULT_OF_PHASE, read_release
from assessments.answering.taking import counting_once
from assessments.facilitating.agenda import write_by_itself
from assessments.facilitating.ground import Ground
from assessments.facilitating.leading import allow, leader_is_there, led
from assessments.facilitating.noting import note_press
from assessments.facilitating.releasing import release_result
from assessments.facilitating.revealing import reveal
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.answers import take_back
from assessments.storage.assessments import set_state
from assessments.storage.control_log import pressed_before
from assessments.storage.facilitators import facilitators_of
from assessments.storage.releases import last_release
from assessments.storage.seats import change_seat, seats_of
from assessments.storage.topics import change_topic, write_topics
from assessments.storage.workshop_records import FacilitatorRecord, SeatRecord, WorkshopRecord
from assessments.storage.workshops import change_workshop, changed_by_control, move, read_workshop
from assessments.workshop import STAYS_OPEN, Control, NotNow, Phase, Standing, decide


@dataclass(frozen=True, slots=True)
class Press:
    """A press of a button as it came in; see ``press``."""

    control: str
    item: str = ""
    person: str = ""
    reason: str = ""
    confirmed: bool = False


LONGEST_ABOUT = 80
BEFORE_THE_AGENDA: tuple[Phase, ...] = (*STAYS_OPEN, "pause")


@retried
def press(
    desk: Desk,
    token: str,
    control: str,
    *,
    item: str = "",
    person: str = "",
    reason: str = "",
    confirmed: bool = False,
    key: str | None = None,
) -> int:
    """Do what a control says and return the version of the workshop it makes; raises NotAccepted.

    ``item`` is a question, a phase to go to or, to hand over, a facilitator's number; ``person`` a participant's name.
    Some controls want to be ``confirmed``: without, the refusal says what would be lost. The same ``key`` again
    changes nothing.
    """
    with counting_once(key), desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.SEE_BOARD, lock="alone")
        before = pressed_before(connection, workshop.id, str(control), key)
        if before is not None:
            return before
        checked = check_note(reason, "reason") or ""
        _do(desk, connection, me, workshop, Press(control, item, person, checked, confirmed))
        version = changed_by_control(connection, workshop.id)
        about = str(person or item)[:LONGEST_ABOUT]
        note_press(desk, connection, me, workshop, control, version=version, about=about, reason=checked, key=key)
        return version


def _do(desk: Desk, connection: Connection, me: FacilitatorRecord, workshop: WorkshopRecord, pressed: Press) -> None:
    allow(me, workshop, Deed.TAKE_OVER if pressed.control == "take_over" else Deed.CONTROL)
    if pressed.control == "take_over":
        _take_over(desk, connection, me, workshop, pressed)
    elif pressed.control == "hand_over":
        _hand_over(connection, workshop, pressed)
    elif pressed.control in _OF_PEOPLE:
        _change_person(connection, workshop, pressed)
    else:
        _move(desk, connection, workshop, Control(pressed.control, pressed.item, pressed.confirmed))


def _take_over(
    desk: Desk, connection: Connection, me: FacilitatorRecord, workshop: WorkshopRecord, pressed: Press
) -> None:
    if leader_is_there(connection, workshop, desk.clock()):
        raise refusal("in_charge_here", workshop.assessment.public_id)
    if not pressed.confirmed:
        raise refusal("confirm_take_over", workshop.assessment.public_id)
    change_workshop(connection, workshop.id, in_charge=me.id)


def _hand_over(connection: Connection, workshop: WorkshopRecord, pressed: Press) -> None:
    others = {str(one.id): one.id for one in facilitators_of(connection, workshop.id) if one.id != workshop.in_charge}
    if pressed.item not in others:
        raise refusal("facilitator", pressed.item)
    change_workshop(connection, workshop.id, in_charge=others[pressed.item])


def _change_person(connection: Connection, workshop: WorkshopRecord, pressed: Press) -> None:
    seats = seats_of(connection, workshop.id)
    seat = next((seat for seat in seats if seat.name is not None and seat.name == pressed.person), None)
    if seat is None:
        raise refusal("participant", pressed.person)
    change_seat(connection, seat.id, **_OF_PEOPLE[pressed.control](seat, pressed))


def _idle(seat: SeatRecord, _pressed: Press) -> dict[str, str | None]:
    return _state(seat, "idle")


def _wake(seat: SeatRecord, _pressed: Press) -> dict[str, str | None]:
    return _state(seat, "here")


def _remove(seat: SeatRecord, _pressed: Press) -> dict[str, str | None]:
    return _state(seat, "removed")


def _state(seat: SeatRecord, state: str) -> dict[str, str | None]:
    if seat.state == "removed":
        raise refusal("removed", seat.name)
    return {"state": state}


def _exclude(seat: SeatRecord, pressed: Press) -> dict[str, str | None]:
    if seat.excluded:
        raise refusal("excluded", seat.name)
    if not pressed.reason:
        raise refusal("reason", seat.name)
    return {"excluded": pressed.reason}


def _include(seat: SeatRecord, _pressed: Press) -> dict[str, str | None]:
    if not seat.excluded:
        raise refusal("not_excluded", seat.name)
    return {"excluded": None}


_OF_PEOPLE: dict[str, Callable[[SeatRecord, Press], dict[str, str | None]]] = {
    "idle": _idle,
    "wake": _wake,
    "remove": _remove,
    "exclude": _exclude,
    "include": _include,
}


def _move(desk: Desk, connection: Connection, workshop: WorkshopRecord, control: Control) -> None:
    """Step, open, close, reveal: store where the workshop stands then, and release what comes into sight."""
    after = _decided(workshop, control, desk)
    if after.phase not in BEFORE_THE_AGENDA and workshop.standing.phase in BEFORE_THE_AGENDA:
        write_by_itself(desk, connection, workshop)
        workshop = read_workshop(connection, workshop.id) or workshop
        after = _decided(workshop, control, desk)
    move(connection, workshop, after)
    if control.name == "reset":
        _take_back(desk, connection, workshop, control)
    if after.phase == "ended":
        set_state(connection, workshop.id, "finished", desk.clock())
    _release(desk, connection, workshop, after)


def _decided(workshop: WorkshopRecord, control: Control, desk: Desk) -> Standing:
    try:
        return decide(workshop.standing, control, desk.clock())
    except NotNow as reason:
        raise not_now(reason, control.item) from reason


def _take_back(desk: Desk, connection: Connection, workshop: WorkshopRecord, control: Control) -> None:
    """Take back the answers a reset is about; topics go with a reset of everything."""
    take_back(connection, workshop.id, desk.clock(), control.item or None)
    if not control.item:
        write_topics(connection, workshop.id, [])
        change_workshop(connection, workshop.id, by_hand=False)


def _release(desk: Desk, connection: Connection, workshop: WorkshopRecord, after: Standing) -> None:
    """Freeze what comes into sight with this control."""
    before = workshop.standing
    ground = Ground(desk, connection, workshop)
    for item, one in after.items.items():
        if one.shown and one.state == "revealed" and not _shown_already(before, item, one.round):
            reveal(ground, item, one.round)
            if one.round > 1:
                _mark_if_open(connection, workshop, item)
    if after.phase != before.phase and after.phase in RESULT_OF_PHASE:
        release_result(ground, RESULT_OF_PHASE[after.phase])


def _mark_if_open(connection: Connection, workshop: WorkshopRecord, item: str) -> None:
    """Mark a question as open when people still differ on it after they answered again."""
    shown = last_release(connection, workshop.id, item, 2)
    if shown is not None and read_release(shown).finding is not None:
        change_topic(connection, workshop.id, item, open_question=True)


def _shown_already(before: Standing, item: str, round_: int) -> bool:
    return before.items[item].shown and before.items[item].round == round_
