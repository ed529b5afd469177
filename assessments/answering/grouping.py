"""Who talks in which group while a room that is too large for one conversation discusses its questions."""

from collections.abc import Iterable

from assessments.storage.workshop_records import SeatRecord
from assessments.workshop import LARGEST_TALK, Standing, has_groups, share_out


def may_talk_in_groups(standing: Standing) -> bool:
    """Return whether a room talks in groups now, if it is large enough."""
    return standing.phase == "talk" and has_groups(standing.minutes)


def groups_of(standing: Standing, seats: Iterable[SeatRecord]) -> dict[int, int]:
    """Return the group of every seat, by the seat's number; empty where everybody talks together.

    Whoever was removed keeps their group, so that nobody else is moved by it.
    """
    people = sorted((seat for seat in seats if seat.role), key=lambda seat: seat.id)
    here = sum(seat.state == "here" for seat in people)
    if not may_talk_in_groups(standing) or here <= LARGEST_TALK:
        return {}
    return dict(zip((seat.id for seat in people), share_out(seat.role or "" for seat in people), strict=True))
