"""What a facilitator writes down: conclusions, open questions with their owners, and private notes."""

from datetime import date as Date
from typing import Any

from assessments.answering.checking import check_line, check_note
from assessments.answering.desk import Desk
from assessments.answering.refusals import refusal
from assessments.answering.taking import Saved
from assessments.facilitating.leading import led
from assessments.facilitating.noting import note as note_done
from assessments.rights import Deed
from assessments.storage import retried
from assessments.storage.facilitators import put_note
from assessments.storage.topics import change_topic
from assessments.storage.workshops import changed_by_control


@retried
def conclude(
    desk: Desk,
    token: str,
    item: str,
    *,
    conclusion: str | None = None,
    open_question: bool | None = None,
    owner: str | None = None,
    due: Date | str | None = None,
) -> Saved:
    """Store what was concluded about a topic, whether it stays open, and who follows it up by when; raises NotAccepted.

    What is None stays as it was; an empty text, or an empty day, is taken away.
    """
    says: dict[str, Any] = {}
    if conclusion is not None:
        says["conclusion"] = check_note(conclusion, "conclusion") or ""
    if open_question is not None:
        says["open_question"] = bool(open_question)
    if owner is not None:
        says["owner"] = check_line(owner, "owner")
    if due is not None:
        says["due"] = _day(due)
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.WRITE_DOWN, lock="alone")
        if workshop.anonymised_at is not None:
            raise refusal("anonymised", workshop.assessment.public_id)
        if says and not change_topic(connection, workshop.id, item, **says):
            raise refusal("topic", item)
        note_done(desk, connection, me, workshop, "concluded", item)
        changed_by_control(connection, workshop.id)
    return Saved(desk.clock())


@retried
def write_note(desk: Desk, token: str, item: str, note: str) -> Saved:
    """Store a note that only this facilitator sees, about a question or, for "", the workshop; raises NotAccepted."""
    checked = check_note(note, "note")
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.WRITE_DOWN, lock="shared")
        if item and item not in workshop.standing.items:
            raise refusal("question", item)
        put_note(connection, me.id, item, checked)
    return Saved(desk.clock())


def _day(due: Date | str) -> Date | None:
    if due == "":
        return None
    if type(due) is not Date:
        raise refusal("date", "due")
    return due
