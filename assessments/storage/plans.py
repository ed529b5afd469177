"""Plans as people edited them: the latest of each edit, and a history that only grows."""

from collections.abc import Mapping
from datetime import date as Date
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from assessments.edits import ActionEdits, PlanEdits
from assessments.storage.locks import lock_assessment
from assessments.storage.retries import first_time
from assessments.storage.tables import plan_action, plan_change, plan_wish


def change_plan(
    connection: Connection,
    assessment_id: int,
    name: str,
    value: Any,
    *,
    at: datetime,
    action: str = "",
    carried: bool = False,
    key: str | None = None,
) -> datetime:
    """Store one edit with its history and return when; None takes it back.

    Without ``action`` it is about the plan as a whole. A status is ``carried`` when it comes from the assessment
    before. The same ``key`` again changes nothing and returns the first time; it raises ReusedKey when it was used
    for another edit. Changes to one assessment's plan wait for each other.
    """
    lock_assessment(connection, assessment_id)
    change = plan_change.c
    mine = change.assessment_id == assessment_id
    repeated = first_time(connection, plan_change, mine, change.action + "." + change.name, f"{action}.{name}", key)
    if repeated is not None:
        return repeated
    about = {"assessment_id": assessment_id, "action": action, "name": name}
    stored = value.isoformat() if isinstance(value, Date) else value
    connection.execute(insert(plan_change).values(**about, value=stored, at=at, key=key))
    says = {name: value, "at": at} | ({"carried": carried} if name == "status" else {})
    _put(connection, assessment_id, action, says)
    return at


def _put(connection: Connection, assessment_id: int, action: str, says: Mapping[str, Any]) -> None:
    table = plan_action if action else plan_wish
    slot = {"assessment_id": assessment_id} | ({"action": action} if action else {})
    here = (table.c[column] == value for column, value in slot.items())
    if connection.execute(update(table).where(*here).values(**says)).rowcount == 0:
        connection.execute(insert(table).values(**slot, **says))


def read_plan(connection: Connection, assessment_id: int) -> PlanEdits:
    """Return everything people changed about the plan of an assessment."""
    whole = connection.execute(select(plan_wish).where(plan_wish.c.assessment_id == assessment_id)).one_or_none()
    rows = connection.execute(select(plan_action).where(plan_action.c.assessment_id == assessment_id))
    actions = {
        row.action: ActionEdits(**{name: row._mapping[name] for name in ActionEdits.__slots__})
        for row in sorted(rows, key=lambda row: row.action)
    }
    return PlanEdits(actions=actions) if whole is None else PlanEdits(whole.capacity, whole.start, actions)
