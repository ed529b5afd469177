"""The people of a workshop in words: by seat and role, never by name, never with what they answered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from assessments.languages import marked, say
from assessments.wording.numbers import begun, listed, spelt

_FLAGS = {  # of one seat, of several
    "straight_lining": (
        marked("Seat {seats} chose the same line nearly everywhere."),
        marked("Seats {seats} chose the same line nearly everywhere."),
    ),
    "contradiction": (
        marked("Seat {seats} agrees with two statements that contradict each other."),
        marked("Seats {seats} agree with two statements that contradict each other."),
    ),
    "speed": (
        marked("Seat {seats} answered faster than one can read."),
        marked("Seats {seats} answered faster than one can read."),
    ),
    "mostly_unknown": (
        marked("Seat {seats} answered “don't know” to more than half."),
        marked("Seats {seats} answered “don't know” to more than half."),
    ),
}

GROUPS_TALK = marked("Two groups of mixed roles talk at the same time; every phone says which is its own.")
_MOST_NAMED = 8
_WAITED = {  # whether questions are open, and whether few enough are waited for to name their seats
    (True, True): marked("{number} not finished, by role and seat: {who}."),
    (True, False): marked("{number} not finished, by role: {who}."),
    (False, True): marked("{number} did not answer everything, by role and seat: {who}."),
    (False, False): marked("{number} did not answer everything, by role: {who}."),
}


class Seat(Protocol):
    """Somebody in the room, as far as the facilitator sees them."""

    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def late(self) -> bool: ...
    @property
    def connected(self) -> bool: ...
    @property
    def answered(self) -> int: ...
    @property
    def wanted(self) -> int: ...
    @property
    def excluded(self) -> str | None: ...
    @property
    def again(self) -> bool | None: ...
    @property
    def group(self) -> int | None: ...


def seat_name(name: str, role: str) -> str:
    """Return what a seat is called: "Seat 7, Service"."""
    return say("Seat {number}, {role}", number=_number(name), role=role)


def _number(name: str) -> str:
    return name.removeprefix("r")


def seat_state(seat: Seat) -> str:
    """Say how far somebody is and whether their phone is there."""
    if seat.state == "removed":
        return say("removed")
    parts = [_progress(seat), say("connected") if seat.connected else say("not connected")]
    parts += [word for word, holds in ((say("late"), seat.late), (say("idle"), seat.state == "idle")) if holds]
    if seat.excluded is not None:
        parts.append(say("not counted"))
    return ", ".join(parts)


def _progress(seat: Seat) -> str:
    if seat.again is not None:
        return say("answered again") if seat.again else say("keeps the first answer so far")
    if not seat.wanted:
        return say("nothing to answer now")
    return say("{answered} of {of} answered", answered=seat.answered, of=seat.wanted)


def waiting_line(roles: Mapping[str, str], seats: Sequence[Seat], *, still_open: bool) -> str:
    """Say who has not finished or, once all is closed, did not; by role and seat, without those who are set idle.

    Empty while nothing is asked.
    """
    here = [seat for seat in seats if seat.state == "here" and seat.wanted]
    waited = [seat for seat in here if seat.answered < seat.wanted]
    if not waited:
        return say("Everybody is done.") if here else ""
    by_role = _by_role(roles, waited)
    few = len(waited) <= _MOST_NAMED
    each = [f"{role} {listed(numbers) if few else len(numbers)}" for role, numbers in by_role.items()]
    return say(_WAITED[still_open, few], number=begun(spelt(len(waited))), who="; ".join(each))


def present_line(roles: Mapping[str, str], seats: Sequence[Seat]) -> str:
    """Say how many of each role have come, without spectators."""
    by_role = _by_role(roles, [seat for seat in seats if seat.state != "removed" and seat.role in roles])
    each = [f"{role} {len(by_role[role])}" for role in roles.values() if role in by_role]
    return say("Here by role: {who}.", who="; ".join(each)) if each else ""


def _by_role(roles: Mapping[str, str], seats: Sequence[Seat]) -> dict[str, list[str]]:
    by_role: dict[str, list[str]] = {}
    for seat in seats:
        by_role.setdefault(roles[seat.role], []).append(_number(seat.name))
    return by_role


def group_lines(seats: Iterable[Seat]) -> Iterator[str]:
    """Yield, for each of the groups that talk at the same time, who is in it."""
    groups: dict[int, list[str]] = {}
    for seat in seats:
        if seat.group is not None and seat.state == "here":
            groups.setdefault(seat.group, []).append(_number(seat.name))
    for group, numbers in sorted(groups.items()):
        yield say("Group {number}: seats {seats}.", number=group, seats=listed(numbers))


def flag_lines(flags: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield, per kind of flag, whose answers are noteworthy; nobody is left out because of it by itself."""
    seats: dict[str, list[str]] = {}
    for name, flag in flags:
        seats.setdefault(flag, []).append(_number(name))
    for flag, numbers in seats.items():
        yield say(_FLAGS[flag][len(numbers) > 1], seats=listed(numbers))
