"""The agenda in words: why a question is on it, how far people differed before and after talking."""

from typing import Protocol

from assessments.languages import marked, say
from assessments.wording.numbers import plain, spelt, whole

_NOT_CHOSEN = {
    "agreed": marked("people agree well enough"),
    "pillar": marked("two of its subject are on the agenda already"),
    "factor": marked("another question of the same factor is on the agenda already"),
    "full": marked("there is no time left for it"),
}


class Proposed(Protocol):
    """A question that could be talked about: its agenda score, how far people lie apart, whether it was chosen."""

    @property
    def score(self) -> float: ...
    @property
    def ad(self) -> float: ...
    @property
    def reason(self) -> str: ...


ORDER = marked(
    "In order of disagreement times weight; what is close to a condition of the next stage counts double. At most two "
    "questions of one subject are among the first five."
)


def why_line(proposed: Proposed | None, *, asked_for: bool = False) -> str:
    """Say why a question is on the agenda, or why it is not."""
    if proposed is None:
        return say("somebody asked for it") if asked_for else say("people agree")
    disagreement = min(100.0, 2 * proposed.ad)
    weight = 100 * proposed.score / disagreement
    why = say(
        "disagreement {disagreement} of 100, weight {weight}",
        disagreement=whole(disagreement),
        weight=plain(round(weight, 1)),
    )
    return f"{why}; {say(_NOT_CHOSEN[proposed.reason])}" if proposed.reason in _NOT_CHOSEN else why


def before_and_after(before: float | None, after: float | None, *, stays_open: bool) -> str | None:
    """Say how disagreement moved from first to second answers, on its scale of 0 to 100; None while nothing is known.

    ``before`` and ``after`` are average deviations in points.
    """
    if before is None:
        return None
    if after is None:
        return say("Disagreement {before} of 100", before=_of_hundred(before))
    moved = say(
        "Disagreement was {before} of 100 and is now {after}", before=_of_hundred(before), after=_of_hundred(after)
    )
    return say("{moved}; still an open question", moved=moved) if stays_open else moved


def _of_hundred(deviation: float) -> str:
    return whole(min(100.0, 2 * deviation))


def agenda_line(slots: int) -> str:
    """Say when the agenda appears."""
    return say(
        "It writes itself when the questions are closed: the {slots} questions on which talking helps most, "
        "by how far people differ, how much the question weighs, and how near it is to a condition of the next stage.",
        slots=spelt(slots),
    )
