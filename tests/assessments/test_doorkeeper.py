"""A guesser is slowed down by all processes together, and a room behind the same address still gets in."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from assessments.doorkeeper import CODES, Doorkeeper, Patience
from assessments.storage import Database
from assessments.storage.door_tables import wrong_try
from assessments.storage.wrong_tries import Tries
from tests.assessments.conftest import NOON, only

ROOM, ELSEWHERE = "192.0.2.7", "198.51.100.9"
SECRET = b"what all processes of these tests know"


class Time:
    """A clock that goes on when told to."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def goes_on(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def opened(database: Database, time: Time) -> Callable[..., Doorkeeper]:
    """Return a way to open one more door, such as another process has."""

    def opened(patience: Patience = CODES, *, secret: bytes = SECRET, kind: str = "code") -> Doorkeeper:
        return Doorkeeper(database, kind, secret=secret, clock=time, patience=patience)

    return opened


def looked_at(door: Doorkeeper, time: Time, seconds: int, each: int) -> int:
    """Return how many wrong codes a guesser gets answered who sends ``each`` a second."""
    answered = 0
    for _ in range(seconds):
        for _ in range(each):
            if door.turn(ROOM) is not None:
                answered += 1
                door.wrong(ROOM)
        time.goes_on(1)
    return answered


def rows(database: Database) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(wrong_try)) or 0


def test_a_room_that_mistypes_now_and_then_never_waits(opened: Callable[..., Doorkeeper], time: Time) -> None:
    door = opened()
    for person in range(300):
        assert door.turn(ROOM) == 0
        if person % 8 == 0:
            door.wrong(ROOM)
        time.goes_on(0.3)


def test_a_guesser_gets_a_few_looks_a_second_however_many_they_ask_for_and_the_room_gets_in_soon_after(
    opened: Callable[..., Doorkeeper], time: Time
) -> None:
    door = opened()
    assert looked_at(door, time, 10, 60) <= CODES.free + (10 + CODES.longest) / CODES.pace + 1
    assert door.turn(ELSEWHERE) == 0
    waits = []
    for _ in range(int(CODES.longest) + 2):
        time.goes_on(1)
        waits.append(door.turn(ROOM))
    assert waits[-1] == 0  # nobody stands in the room's way any more
    time.goes_on(CODES.free * CODES.forgiven)
    assert [door.turn(ROOM) for _ in range(50)] == [0.0] * 50


def test_a_guesser_who_is_sent_to_another_process_is_known_there(opened: Callable[..., Doorkeeper]) -> None:
    patience = Patience(free=4, forgiven=60, pace=1, longest=2)
    doors = [opened(patience), opened(patience)]
    for number in range(4):
        doors[number % 2].wrong(ROOM)
    assert [doors[number % 2].turn(ROOM) for number in range(4)] == [0, 1, 2, None]
    assert opened(patience, secret=b"of another installation").turn(ROOM) == 0
    assert opened(patience, kind="link").turn(ROOM) == 0


def test_tries_at_once_all_count(opened: Callable[..., Doorkeeper]) -> None:
    door = opened(Patience(free=24, forgiven=60, pace=1, longest=9))
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(door.wrong, [ROOM] * 23))
    assert [door.turn(ROOM), door.turn(ROOM)] == [0, 0]
    door.wrong(ROOM)
    assert [door.turn(ROOM), door.turn(ROOM)] == [0, 1]


def test_one_household_is_one_address(opened: Callable[..., Doorkeeper]) -> None:
    door = opened(Patience(free=2, forgiven=60, pace=1, longest=10))
    for host in range(4):
        door.wrong(f"2001:db8:1:2::{host}")
    assert [door.turn("2001:db8:1:2::99"), door.turn("2001:db8:1:2:3::")] == [0, 1]
    assert door.turn("2001:db8:1:3::1") == 0


def test_what_is_forgiven_is_stored_no_longer(
    opened: Callable[..., Doorkeeper], time: Time, database: Database
) -> None:
    door = opened()
    for number in range(20):
        door.wrong(f"192.0.2.{number}")
    assert rows(database) == 20
    time.goes_on(CODES.memory.total_seconds() + 1)
    door.wrong(ELSEWHERE)
    assert rows(database) == 1


@only("sqlite")
def test_a_try_that_is_right_or_not_looked_at_writes_nothing(database: Database, time: Time) -> None:
    door = Doorkeeper(database, "code", secret=SECRET, clock=time, patience=Patience(1, 60, 1, 0.5))
    assert door.turn(ROOM) == 0
    assert rows(database) == 0
    for _ in range(2):
        door.wrong(ROOM)
    assert door.turn(ROOM) == 0
    with database.writing():  # SQLite has one writer, and this one does not end
        assert [door.turn(ROOM) for _ in range(20)] == [None] * 20


moments = st.floats(-1e6, 1e6).map(lambda seconds: datetime(2026, 11, 22, tzinfo=UTC) + timedelta(seconds=seconds))


@given(st.builds(Tries, st.floats(0, 6), moments, moments), moments)
def test_nobody_is_kept_waiting_longer_than_promised_whatever_clocks_say(known: Tries, now: datetime) -> None:
    patience = Patience(free=3, forgiven=2.0, pace=0.5, longest=4.0)
    wait = patience.wait(known, now)
    assert wait is None or 0 <= wait <= 4
    assert 0 <= patience.one_more(known, now).wrong <= 2 * patience.free
    if wait is None:  # who is told to try again gets in within seconds, if nobody else is there
        assert patience.wait(known, now + timedelta(seconds=patience.pace)) is not None
    else:
        later = patience.after(known, now, wait)
        assert later.wrong <= known.wrong
        assert later.turn - now <= timedelta(seconds=patience.longest + patience.pace)


def turns(patience: Patience, time: Time) -> Iterator[float]:
    """Yield the waits of people who come at once, until one is told to try again."""
    known = Tries(patience.free, time(), time())
    while (wait := patience.wait(known, time())) is not None:
        yield wait
        known = patience.after(known, time(), wait)


def test_those_who_wait_do_so_one_after_the_other(time: Time) -> None:
    assert list(turns(Patience(free=3, forgiven=60, pace=0.5, longest=2.0), time)) == [0, 0.5, 1, 1.5, 2]
