"""A workshop that was held, for tests of what is said about it afterwards."""

from dataclasses import dataclass, field
from datetime import date

from assessments.wording.session import Session
from assessments.workshop import Group, Release, ShownTopic
from scoring.result import Finding


@dataclass(frozen=True)
class Topic:
    item: str
    conclusion: str = ""
    open_question: bool = False
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True)
class Talked:
    topic: Topic
    shown: ShownTopic | None


@dataclass(frozen=True)
class Standpoint:
    people: int
    position: int = 1
    now: int | None = 2
    five_years: int | None = None
    gates: dict[str, str] = field(default_factory=lambda: {"T1": "pass", "M1": "fail"})


def release(item: str, round_: int, ad: float, finding: Finding | None) -> Release:
    everybody = Group((), 10, (1, 3, 0, 3, 3), 4.0)
    return Release(item, round_, (everybody,), 0, (2, 4), ad, finding, 2, 0, None)


def shown(item: str, first: float, second: float | None, *, stays_open: bool = False) -> ShownTopic:
    after = None if second is None else release(item, 2, second, "mixed_picture" if stays_open else None)
    return ShownTopic(item, release(item, 1, first, "role_divide"), after)


CLOSER = Talked(Topic("cul_03", "We look at <b>last month's</b> letters"), shown("cul_03", 30.0, 10.0))
OPEN = Talked(
    Topic("chn_01", open_question=True, owner="Maria Sand", due=date(2027, 1, 15)),
    shown("chn_01", 35.0, 25.0, stays_open=True),
)
KEPT = Talked(Topic("own_02"), shown("own_02", 25.0, None))
NEVER_SHOWN = Talked(Topic("own_03"), None)


def held(*, left_out: bool = False) -> Session:
    """Return a workshop with discussions, a blind spot and, with ``left_out``, somebody whose answers do not count."""
    return Session(
        discussed=(CLOSER, OPEN, KEPT, NEVER_SHOWN),
        blind_spots=(Topic("dat_02", owner="Jo"),),
        counted=Standpoint(10),
        everybody=Standpoint(11, position=0, now=None) if left_out else None,
        reasons=("Answered for another firm",) if left_out else (),
        role_weights={},
    )
