"""Links to a result: made and revoked by whoever answered alone, or leads the workshop it came from."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Literal

from assessments.answering.beginning import TOKEN_BYTES
from assessments.answering.belonging import ours
from assessments.answering.checking import check_line
from assessments.answering.desk import Desk
from assessments.answering.opening import owner
from assessments.answering.refusals import refusal
from assessments.answering.writing_down import write_down
from assessments.facilitating.leading import leads, led
from assessments.facilitating.noting import note
from assessments.facilitating.outcomes import HAS_RESULT
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.shares import ShareRecord, add_share, revoke_share, shares_of

USUAL_DAYS, MOST_DAYS = 30, 366
MOST_LINKS = 200  # to one result

State = Literal["open", "expired", "revoked"]


@dataclass(frozen=True, slots=True)
class Share:
    """A link that was made; the link itself is kept nowhere."""

    number: int
    label: str
    state: State
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None


@retried
def share(desk: Desk, token: str, label: str = "", *, days: int = USUAL_DAYS) -> str:
    """Return a new link to the result, for ``label``, that expires after ``days`` (1..366); raises NotAccepted."""
    said = check_line(label, "label")
    if not isinstance(days, int) or isinstance(days, bool) or not 1 <= days <= MOST_DAYS:
        raise refusal("share_days", days, most=MOST_DAYS)
    link, at = token_urlsafe(TOKEN_BYTES), desk.clock()
    with desk.database.writing() as connection:
        id_ = _mine(desk, connection, token)
        _note(desk, connection, token, "shared")
        if len(shares_of(connection, id_)) >= MOST_LINKS:
            raise refusal("share_many", most=MOST_LINKS)
        add_share(connection, id_, link, label=said, at=at, expires_at=at + timedelta(days=days))
    return link


def shares(desk: Desk, token: str) -> tuple[Share, ...]:
    """Return every link to the result, the newest first; raises NotAccepted."""
    with desk.database.reading() as connection:
        found = shares_of(connection, _mine(desk, connection, token))
    return tuple(
        Share(one.id, one.label, state_of(one, desk.clock()), one.made_at, one.expires_at, one.used_at) for one in found
    )


@retried
def revoke(desk: Desk, token: str, number: int) -> None:
    """Let a link show nothing any more, from now on and for good; raises NotAccepted."""
    with desk.database.writing() as connection:
        if not revoke_share(connection, _mine(desk, connection, token), number, desk.clock()):
            raise refusal("share_none", number)
        _note(desk, connection, token, "revoked")


def _note(desk: Desk, connection: Connection, token: str, done: str) -> None:
    """Write down what a facilitator does; whoever answered alone answers for themselves."""
    record = ours(desk, connection, token, Deed.SHARE)
    if record is not None:
        write_down(desk, connection, "owner", done, record.public_id)
    elif leads(connection, token):
        note(desk, connection, *led(desk, connection, token, Deed.SHARE), done)


def state_of(record: ShareRecord, now: datetime) -> State:
    """Return whether a link can be used ``now``."""
    if record.revoked_at is not None:
        return "revoked"
    return "open" if now < record.expires_at else "expired"


def _mine(desk: Desk, connection: Connection, token: str) -> int:
    """Return the number of the assessment whose result somebody may share; raises NotAccepted.

    An owner comes with its name instead of a token.
    """
    record = ours(desk, connection, token, Deed.SHARE)
    if record is not None:
        return record.id
    if not leads(connection, token):
        return owner(connection, token, Deed.SHARE).assessment.id
    _, workshop = led(desk, connection, token, Deed.SHARE)
    if workshop.standing.phase not in HAS_RESULT:
        raise refusal("no_result", workshop.assessment.public_id)
    return workshop.id
