"""Who talks in which group while a room that is too large for one conversation discusses its questions."""

from collections.abc import Iterable

from assessments.storage.workshop_records import SeatRecord
from assessments.workshop import Standing, share_out, talks_side_by_side


def groups_of(standing: Standing, seats: Iterable[SeatRecord]) -> dict[int, int]:
    """Return the group of every seat, by the seat's number; empty where everybody talks together.

    Whoever was removed keeps their group, so that nobody else is moved by it.
    """
    people = sorted((seat for seat in seats if seat.role), key=lambda seat: seat.id)
    here = sum(seat.state == "here" for seat in people)
    if standing.phase != "talk" or not talks_side_by_side(standing.minutes, here):
        return {}
    return dict(zip((seat.id for seat in people), share_out(seat.role or "" for seat in people), strict=True))
