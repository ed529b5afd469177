"""The agenda in words: why a question is on it, how far people differed before and after talking."""

from typing import Protocol

from assessments.wording.numbers import spelt, whole


class Proposed(Protocol):
    """A question that could be talked about."""

    @property
    def why(self) -> str: ...


class Placed(Protocol):
    """A question on the agenda."""

    @property
    def origin(self) -> str: ...


def why_line(proposed: Proposed | None, placed: Placed | None) -> str:
    """Say why a question is on the agenda, or would be."""
    if placed is not None and placed.origin == "asked":
        return "somebody asked for it"
    return proposed.why if proposed is not None else "people agree"


def before_and_after(discuss: float, before: float | None, after: float | None) -> str | None:
    """Say how disagreement moved from first to second answers, on its scale of 0 to 100; None while nothing is known.

    ``before`` and ``after`` are average deviations in points; from ``discuss`` on a question stays open.
    """
    if before is None:
        return None
    if after is None:
        return f"Disagreement {_of_hundred(before)} of 100"
    still = "; still an open question" if after >= discuss else ""
    return f"Disagreement was {_of_hundred(before)} of 100 and is now {_of_hundred(after)}{still}"


def _of_hundred(deviation: float) -> str:
    return whole(min(100.0, 2 * deviation))


def agenda_line(slots: int) -> str:
    """Say when the agenda appears."""
    return (
        f"It writes itself when the questions are closed: the {spelt(slots)} questions on which talking helps most, "
        "by how far people differ, how much the question weighs, and how near it is to a condition of the next stage."
    )
