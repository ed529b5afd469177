"""A guesser is slowed down, and a room behind the same address still gets in."""

from hypothesis import given
from hypothesis import strategies as st

from assessments import doorkeeper
from assessments.doorkeeper import CODES, Doorkeeper, Patience

ROOM, ELSEWHERE = "192.0.2.7", "198.51.100.9"


class Time:
    """A clock that goes on when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def looked_at(door: Doorkeeper, time: Time, seconds: int, each: int) -> int:
    """Return how many wrong codes a guesser gets answered who sends ``each`` a second."""
    answered = 0
    for _ in range(seconds):
        for _ in range(each):
            if door.turn(ROOM) is not None:
                answered += 1
                door.wrong(ROOM)
        time.now += 1
    return answered


def test_a_room_that_mistypes_now_and_then_never_waits() -> None:
    time = Time()
    door = Doorkeeper(time)
    for person in range(300):
        assert door.turn(ROOM) == 0
        if person % 8 == 0:
            door.wrong(ROOM)
        time.now += 0.3


def test_a_guesser_gets_a_few_looks_a_second_however_many_they_ask_for() -> None:
    for each in (5, 50, 500):
        time = Time()
        most = CODES.free + (60 + CODES.longest) / CODES.pace + 1
        assert looked_at(Doorkeeper(time), time, 60, each) <= most


def test_once_the_guesser_stops_the_room_gets_in_within_seconds_and_soon_without_waiting() -> None:
    time = Time()
    door = Doorkeeper(time)
    looked_at(door, time, 60, 500)
    waits = []
    for _ in range(int(CODES.longest) + 2):
        time.now += 1
        waits.append(door.turn(ROOM))
    assert waits[-1] == 0  # the room gets in, and nobody stands in its way any more
    time.now += CODES.free * CODES.forgiven
    assert [door.turn(ROOM) for _ in range(200)] == [0.0] * 200


def test_a_guesser_slows_down_nobody_elsewhere() -> None:
    time = Time()
    door = Doorkeeper(time)
    looked_at(door, time, 10, 500)
    assert door.turn(ELSEWHERE) == 0


def test_one_household_is_one_address() -> None:
    time = Time()
    door = Doorkeeper(time, Patience(free=2, forgiven=60, pace=1, longest=10))
    for host in range(4):
        door.wrong(f"2001:db8:1:2::{host}")
    assert [door.turn("2001:db8:1:2::99"), door.turn("2001:db8:1:2:3::")] == [0, 1]
    assert door.turn("2001:db8:1:3::1") == 0


def test_only_so_many_addresses_are_remembered() -> None:
    door = Doorkeeper(Time(), Patience(free=1, forgiven=60, pace=1, longest=10))
    for number in range(doorkeeper.MOST_ADDRESSES + 1):
        door.wrong(str(number))
    assert [door.turn(name) for name in ("0", "0", "1", "1")] == [0, 0, 0, 1]


@given(st.lists(st.tuples(st.floats(0, 20), st.booleans()), max_size=200))
def test_nobody_is_kept_waiting_longer_than_promised(tries: list[tuple[float, bool]]) -> None:
    time = Time()
    door = Doorkeeper(time, Patience(free=3, forgiven=2.0, pace=0.5, longest=4.0))
    for pause, wrong in tries:
        time.now += pause
        wait = door.turn(ROOM)
        assert wait is None or 0 <= wait <= 4.0
        if wrong and wait is not None:
            door.wrong(ROOM)
