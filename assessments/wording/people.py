"""The people of a workshop in words: by seat and role, never by name, never with what they answered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from assessments.wording.numbers import begun, listed, spelt

_FLAGS = {  # of one seat, of several
    "straight_lining": ("chose the same line nearly everywhere",) * 2,
    "contradiction": (
        "agrees with two statements that contradict each other",
        "agree with two statements that contradict each other",
    ),
    "speed": ("answered faster than one can read",) * 2,
    "mostly_unknown": ("answered “don't know” to more than half",) * 2,
}

_MOST_NAMED = 8


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


def seat_name(name: str, role: str) -> str:
    """Return what a seat is called: "Seat 7, Service"."""
    return f"Seat {_number(name)}, {role}"


def _number(name: str) -> str:
    return name.removeprefix("r")


def seat_state(seat: Seat) -> str:
    """Say how far somebody is and whether their phone is there."""
    if seat.state == "removed":
        return "removed"
    parts = [_progress(seat), "connected" if seat.connected else "not connected"]
    parts += [word for word, holds in (("late", seat.late), ("idle", seat.state == "idle")) if holds]
    if seat.excluded is not None:
        parts.append("not counted")
    return ", ".join(parts)


def _progress(seat: Seat) -> str:
    if seat.again is not None:
        return "answered again" if seat.again else "keeps the first answer so far"
    return f"{seat.answered} of {seat.wanted} answered" if seat.wanted else "nothing to answer now"


def waiting_line(roles: Mapping[str, str], seats: Sequence[Seat], *, still_open: bool) -> str:
    """Say who has not finished or, once all is closed, did not; by role and seat, without those who are set idle.

    Empty while nothing is asked.
    """
    here = [seat for seat in seats if seat.state == "here" and seat.wanted]
    waited = [seat for seat in here if seat.answered < seat.wanted]
    if not waited:
        return "Everybody is done." if here else ""
    by_role: dict[str, list[str]] = {}
    for seat in waited:
        by_role.setdefault(roles[seat.role], []).append(_number(seat.name))
    few = len(waited) <= _MOST_NAMED
    each = [f"{role} {listed(numbers) if few else len(numbers)}" for role, numbers in by_role.items()]
    verb = "not finished" if still_open else "did not answer everything"
    return f"{begun(spelt(len(waited)))} {verb}, by role{' and seat' if few else ''}: {'; '.join(each)}."


def flag_lines(flags: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield, per kind of flag, whose answers are noteworthy; nobody is left out because of it by itself."""
    seats: dict[str, list[str]] = {}
    for name, flag in flags:
        seats.setdefault(flag, []).append(_number(name))
    for flag, numbers in seats.items():
        one, several = _FLAGS[flag]
        who, verb = ("Seat", one) if len(numbers) == 1 else ("Seats", several)
        yield f"{who} {listed(numbers)} {verb}."
