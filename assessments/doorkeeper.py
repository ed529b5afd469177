"""Slows down whoever guesses codes, without locking out the room that shares an address with them.

Nobody waits as long as few tries from a network were wrong. After that, tries from it are looked at one after the
other, right ones as well as wrong ones, or a guesser would see from the speed of the answer which is which. Whoever
would have to wait too long is told to try again; their try was not looked at, and did not count.

All processes count together, in the database: each network in one of so many slots, by a secret, so that the rows are
few however many guess, no address is stored, and nobody can choose whom they share a slot with.
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from assessments.storage import Database, retried
from assessments.storage.wrong_tries import SLOTS, Tries, hold_tries, keep_tries, tries_in

NETWORK = 64  # bits of an IPv6 address that belong to one household or company


@dataclass(frozen=True, slots=True)
class Patience:
    """How much a network is forgiven, and how fast it may go on after that."""

    free: int  # wrong tries that slow nobody down
    forgiven: float  # seconds until one of them is forgotten
    pace: float  # seconds from one look to the next, once there were more
    longest: float  # seconds somebody may be kept waiting

    @property
    def memory(self) -> timedelta:
        """How long anything is remembered: no more is ever counted than is forgiven in this time."""
        return timedelta(seconds=2 * self.free * self.forgiven)

    def left(self, tries: Tries, now: datetime) -> float:
        """Return how many wrong tries are not forgiven ``now``."""
        return max(0.0, tries.wrong - max(0.0, (now - tries.at).total_seconds()) / self.forgiven)

    def wait(self, tries: Tries, now: datetime) -> float | None:
        """Return the seconds until the next try may be looked at, None when that is too long."""
        if self.left(tries, now) < self.free:
            return 0.0
        wait = max(0.0, (tries.turn - now).total_seconds())
        if wait > self.longest + self.pace:  # nobody is given a turn so late: a clock was set back
            return 0.0
        return None if wait > self.longest else wait

    def one_more(self, tries: Tries, now: datetime) -> Tries:
        """Return what is known once a try was wrong ``now``."""
        return replace(tries, wrong=min(self.left(tries, now) + 1, 2 * self.free), at=now)

    def after(self, tries: Tries, now: datetime, wait: float) -> Tries:
        """Return what is known once somebody was told to ``wait`` for their turn."""
        turn = now + timedelta(seconds=wait + self.pace)
        return Tries(self.left(tries, now), now, turn)


CODES = Patience(free=40, forgiven=2.0, pace=0.25, longest=8.0)


class Doorkeeper:
    """Counts wrong tries of one kind by network, for every process that has the same database and secret."""

    def __init__(
        self,
        database: Database,
        kind: str,
        *,
        secret: bytes,
        clock: Callable[[], datetime],
        patience: Patience = CODES,
    ) -> None:
        self._database, self._kind, self._secret = database, kind, secret
        self._clock, self._patience = clock, patience

    def turn(self, address: str) -> float | None:
        """Return the seconds until a try may be looked at; None when that is too long, and it should not be.

        Writes nothing unless somebody has to wait. Raises Unavailable.
        """
        with self._database.reading() as connection:
            tries = tries_in(connection, self._kind, self._slot(address))
        now = self._clock()
        if tries is None or self._patience.left(tries, now) < self._patience.free:
            return 0.0
        return None if self._patience.wait(tries, now) is None else self._take_turn(address)

    @retried
    def wrong(self, address: str) -> None:
        """Remember that a try was wrong; raises Unavailable."""
        slot = self._slot(address)
        with self._database.writing() as connection:
            now = self._clock()
            tries = hold_tries(connection, self._kind, slot, now, since=now - self._patience.memory)
            keep_tries(connection, self._kind, slot, self._patience.one_more(tries, now))

    @retried
    def _take_turn(self, address: str) -> float | None:
        slot = self._slot(address)
        with self._database.writing() as connection:
            now = self._clock()
            tries = hold_tries(connection, self._kind, slot, now, since=now - self._patience.memory)
            wait = self._patience.wait(tries, now)
            if wait is not None and self._patience.left(tries, now) >= self._patience.free:
                keep_tries(connection, self._kind, slot, self._patience.after(tries, now, wait))
        return wait

    def _slot(self, address: str) -> int:
        drawn = hmac.digest(self._secret, f"{self._kind} {_network(address)}".encode(), "sha256")
        return int.from_bytes(drawn[:8]) % SLOTS


def _network(address: str) -> str:
    try:
        where = ip_address(address)
    except ValueError:
        return address
    return address if where.version == 4 else str(ip_network((where, NETWORK), strict=False))
