"""The plan in the room: capacity, owners and moves are changed, and the plan is solved again at once."""

from dataclasses import replace

from assessments.answering.desk import Desk
from assessments.answering.leaving import Export
from assessments.answering.planning import Planned, plan_file, solve
from assessments.answering.refusals import refusal
from assessments.answering.showing import Showing, ShownPlace
from assessments.answering.taking import Saved, counting_once
from assessments.answering.wishing import check_edit
from assessments.facilitating.leading import led
from assessments.facilitating.noting import note
from assessments.facilitating.outcomes import released_result
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.plans import change_plan, read_plan
from assessments.storage.workshop_records import WorkshopRecord
from assessments.storage.workshops import changed_by_control
from scoring import assess


def plan(desk: Desk, token: str) -> Planned:
    """Return the plan of a workshop with everything that was wished; raises NotAccepted before there is a result."""
    with desk.database.reading() as connection:
        _, workshop = led(desk, connection, token, Deed.SEE_OUTCOME)
        return solved(desk, connection, workshop, released_result(desk, connection, workshop))


def plan_shown(desk: Desk, connection: Connection, workshop: WorkshopRecord, shown: Showing) -> Planned | None:
    """Return the plan that the room's screen shows, None while it shows none."""
    if shown.kind != "plan" or shown.place is None:
        return None
    return solved(desk, connection, workshop, shown.place)


@retried
def edit_plan(desk: Desk, token: str, name: str, value: object, *, action: str = "", key: str | None = None) -> Saved:
    """Store one edit of the plan; None takes it back. Names and values are those of ``answering.edit_plan``.

    Raises NotAccepted and stores nothing.
    """
    with desk.database.reading() as connection:
        record = led(desk, connection, token, Deed.EDIT_PLAN)[1].assessment
        method = desk.method(connection, record.questionnaire_sha256)
    checked = check_edit(method, record.date, name, value, action)
    with counting_once(key), desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.EDIT_PLAN, lock="alone")
        at = desk.clock()
        stored = change_plan(connection, workshop.id, name, checked, at=at, action=action, key=key)
        if stored == at:  # not a message that was sent again
            note(desk, connection, me, workshop, "edited_plan", action)
        changed_by_control(connection, workshop.id)
        return Saved(stored)


def export_plan(desk: Desk, token: str, kind: str) -> Export:
    """Return the plan as ``csv``, ``xlsx`` or ``ics``; raises NotAccepted."""
    return plan_file(plan(desk, token), kind)


def solved(desk: Desk, connection: Connection, workshop: WorkshopRecord, place: ShownPlace | None) -> Planned:
    """Solve the plan of a released result, once for every set of edits."""
    if place is None:
        raise refusal("no_result", workshop.assessment.public_id)
    edits = read_plan(connection, workshop.id)
    opened = place.opened
    solved: Planned = desk.remembered(
        ("plan", workshop.assessment.public_id, place.release_id, str(opened.assessment.context), str(edits)),
        lambda: solve(opened, assess(opened.method, opened.assessment), edits),
    )
    return replace(solved, result=place.result)
