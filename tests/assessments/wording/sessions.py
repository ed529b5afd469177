"""A workshop that was held, for tests of what is said about it afterwards."""

from dataclasses import dataclass
from datetime import date

from assessments.wording.session import Session
from scoring.result import Result


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
    ad_before: float | None
    ad_after: float | None


CLOSER = Talked(Topic("cul_03", "We look at <b>last month's</b> letters"), 30.0, 10.0)
OPEN = Talked(Topic("chn_01", open_question=True, owner="Maria Sand", due=date(2027, 1, 15)), 35.0, 25.0)
KEPT = Talked(Topic("own_02"), 25.0, None)


def held(result: Result, *, everybody: Result | None = None) -> Session:
    """Return a workshop with three discussions, a blind spot and, with ``everybody``, somebody left out."""
    return Session(
        discussed=(CLOSER, OPEN, KEPT),
        blind_spots=(Topic("dat_02", owner="Jo"),),
        before=result,
        everybody=everybody,
        reasons=() if everybody is None else ("Answered for another firm",),
        role_weights={},
    )
