"""The one obvious next thing: what most facilitators press next, and where it leads."""

from dataclasses import dataclass
from datetime import datetime

from assessments.workshop.controls import Control, decide
from assessments.workshop.programme import Phase
from assessments.workshop.standing import Standing


@dataclass(frozen=True, slots=True)
class Obvious:
    """A control, and the phase and question at which the workshop stands after it."""

    control: Control
    phase: Phase
    current: str | None


def obvious(standing: Standing, at: datetime) -> Obvious | None:
    """Return the next thing to do, None once the workshop has ended.

    Answers that nobody has seen are shown before anything else; what was hidden on purpose is never shown again
    by itself.
    """
    if standing.phase == "ended":
        return None
    control = _control(standing)
    if control.name == "end":
        return Obvious(control, "ended", None)
    there = decide(standing, control, at)
    return Obvious(control, there.phase, there.current)


def _control(standing: Standing) -> Control:
    if standing.current is not None and not standing.items[standing.current].shown:
        return Control("reveal", standing.current)
    if standing.current is None and standing.curtain:
        return Control("reveal")
    following = standing.phases[standing.phases.index(standing.phase) + 1]
    last_stop = standing.stops(standing.phase)[-1] == standing.current
    return Control("end") if following == "ended" and last_stop else Control("next")
