"""Slows down whoever guesses codes, without locking out the room that shares an address with them.

Nobody waits as long as few tries from an address were wrong. After that, tries from it are looked at one after the
other, right ones as well as wrong ones, or a guesser would see from the speed of the answer which is which. Whoever
would have to wait too long is told to try again; their try was not looked at, and did not count.
"""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from threading import Lock

NETWORK = 64  # bits of an IPv6 address that belong to one household or company
MOST_ADDRESSES = 10_000


@dataclass(frozen=True, slots=True)
class Patience:
    """How much an address is forgiven, and how fast it may go on after that."""

    free: int  # wrong tries that slow nobody down
    forgiven: float  # seconds until one of them is forgotten
    pace: float  # seconds from one look to the next, once there were more
    longest: float  # seconds somebody may be kept waiting


CODES = Patience(free=40, forgiven=2.0, pace=0.25, longest=8.0)


@dataclass(slots=True)
class _Address:
    wrong: float = 0.0
    at: float = 0.0  # when `wrong` was counted last
    turn: float = 0.0  # when the next try may be looked at


class Doorkeeper:
    """Remembers wrong tries of one kind by address, in this process; safe to be asked by many threads."""

    def __init__(self, clock: Callable[[], float], patience: Patience = CODES) -> None:
        """Tell the time by ``clock``, in seconds from any beginning."""
        self._clock, self._patience = clock, patience
        self._known: dict[str, _Address] = {}
        self._lock = Lock()

    def turn(self, address: str) -> float | None:
        """Return the seconds until a try may be looked at; None when that is too long, and it should not be."""
        with self._lock:
            now, known = self._clock(), self._of(address)
            if known is None or known.wrong < self._patience.free:
                return 0.0
            turn = max(now, known.turn)
            if turn - now > self._patience.longest:
                return None
            known.turn = turn + self._patience.pace
            return turn - now

    def wrong(self, address: str) -> None:
        """Remember that a try was wrong."""
        with self._lock:
            known = self._of(address) or _Address()
            known.wrong, known.at = min(known.wrong + 1, 2 * self._patience.free), self._clock()
            self._known.pop(_place(address), None)  # to the end: who was wrong last is remembered longest
            self._known[_place(address)] = known
            if len(self._known) > MOST_ADDRESSES:
                del self._known[next(iter(self._known))]

    def _of(self, address: str) -> _Address | None:
        """Return what is known of an address, less what is forgiven by now."""
        known = self._known.get(_place(address))
        if known is not None:
            now = self._clock()
            known.wrong, known.at = max(0.0, known.wrong - (now - known.at) / self._patience.forgiven), now
        return known


def _place(address: str) -> str:
    try:
        where = ip_address(address)
    except ValueError:
        return address
    return address if where.version == 4 else str(ip_network((where, NETWORK), strict=False))
