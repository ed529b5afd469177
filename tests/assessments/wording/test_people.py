"""The people of a workshop in words: by seat and role, never by what they answered."""

from dataclasses import dataclass

import pytest

from assessments.wording.people import flag_lines, present_line, seat_name, seat_state, waiting_line

ROLES = {"exec": "Executives", "service": "Service"}


@dataclass(frozen=True)
class Seat:
    name: str = "r7"
    role: str = "service"
    state: str = "here"
    late: bool = False
    connected: bool = True
    answered: int = 3
    wanted: int = 16
    excluded: str | None = None
    again: bool | None = None


def test_a_seat_is_called_by_its_number_and_role() -> None:
    assert seat_name("r7", "Service") == "Seat 7, Service"


@pytest.mark.parametrize(
    ("seat", "said"),
    [
        (Seat(), "3 of 16 answered, connected"),
        (Seat(wanted=0, answered=0), "nothing to answer now, connected"),
        (Seat(connected=False, late=True), "3 of 16 answered, not connected, late"),
        (Seat(state="idle", excluded="A test"), "3 of 16 answered, connected, idle, not counted"),
        (Seat(state="removed"), "removed"),
        (Seat(again=True), "answered again, connected"),
        (Seat(again=False), "keeps the first answer so far, connected"),
    ],
)
def test_the_state_of_a_seat(seat: Seat, said: str) -> None:
    assert seat_state(seat) == said


def test_who_has_not_finished_is_named_by_role_and_seat() -> None:
    seats = [Seat("r1"), Seat("r2", "exec"), Seat("r3"), Seat("r4", answered=16), Seat("r5", state="idle")]
    assert waiting_line(ROLES, seats, still_open=True) == (
        "Three not finished, by role and seat: Service 1 and 3; Executives 2."
    )
    assert waiting_line(ROLES, seats[:1], still_open=False) == (
        "One did not answer everything, by role and seat: Service 1."
    )


def test_many_who_have_not_finished_are_counted_by_role() -> None:
    seats = [Seat(f"r{number}") for number in range(9)]
    assert waiting_line(ROLES, seats, still_open=True) == "Nine not finished, by role: Service 9."


def test_nobody_is_waited_for() -> None:
    assert waiting_line(ROLES, [Seat(answered=16), Seat(state="removed")], still_open=True) == "Everybody is done."
    assert waiting_line(ROLES, [Seat(wanted=0, answered=0)], still_open=True) == ""


def test_who_has_come_is_counted_by_role() -> None:
    seats = [Seat("r1"), Seat("r2", "exec"), Seat("r3"), Seat("r4", state="removed"), Seat("r5", role="")]
    assert present_line(ROLES, seats) == "Here by role: Executives 1; Service 2."
    assert present_line(ROLES, seats[-1:]) == ""


def test_flags_say_what_is_noteworthy_about_whose_answers() -> None:
    flags = [("r7", "contradiction"), ("r8", "speed"), ("r9", "contradiction")]
    assert list(flag_lines(flags)) == [
        "Seats 7 and 9 agree with two statements that contradict each other.",
        "Seat 8 answered faster than one can read.",
    ]
