"""The programmes of 60, 90 and 180 minutes: which phases a workshop goes through and how long each is meant to take."""

from dataclasses import dataclass
from typing import Literal

from scoring.answers import Variant

Phase = Literal["lobby", "alone", "pause", "shown", "talk", "again", "placed", "plan", "close", "ended"]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a programme; ``minutes`` is 0 where no time is set."""

    phase: Phase
    minutes: int


@dataclass(frozen=True, slots=True)
class _Edition:
    variant: Variant
    slots: int
    slot_minutes: int
    steps: tuple[tuple[Phase, int], ...]
    side_by_side: bool = False  # with more people than fit one conversation, two groups talk at the same time


# Minutes per phase: arrive, answer alone, break, customers first, talk, answer again, placement, plan, last words.
_EDITIONS = {
    60: _Edition("quick", 3, 8, (("lobby", 5), ("alone", 10), ("shown", 5), ("talk", 25), ("again", 7), ("placed", 8))),
    90: _Edition(
        "full",
        5,
        8,
        (("lobby", 0), ("alone", 0), ("shown", 20), ("talk", 40), ("again", 10), ("placed", 10), ("plan", 10)),
    ),
    180: _Edition(
        "full",
        8,
        6,
        (
            ("lobby", 15),
            ("alone", 30),
            ("pause", 10),
            ("shown", 20),
            ("talk", 50),
            ("again", 10),
            ("placed", 15),
            ("plan", 25),
            ("close", 5),
        ),
        side_by_side=True,
    ),
}
EDITIONS = tuple(_EDITIONS)
LARGEST_TALK = 16  # people in one conversation
INVITED = 90  # the programme whose questions are sent ahead unless told otherwise


def programme(minutes: int, invited: bool) -> tuple[Step, ...]:
    """Return the steps of an edition; whoever is ``invited`` answers alone before everybody meets."""
    steps = [Step(phase, planned) for phase, planned in _EDITIONS[minutes].steps]
    if invited:
        steps = [Step("alone", 0), *(step for step in steps if step.phase != "alone")]
    return (*steps, Step("ended", 0))


def slots(minutes: int) -> int:
    """Return how many questions an edition has time to discuss."""
    return _EDITIONS[minutes].slots


def slot_minutes(minutes: int) -> int:
    """Return how long one discussion of an edition takes."""
    return _EDITIONS[minutes].slot_minutes


def has_groups(minutes: int) -> bool:
    """Return whether people talk in two groups at the same time where they are more than ``LARGEST_TALK``."""
    return _EDITIONS[minutes].side_by_side


def variant_of(minutes: int) -> Variant:
    """Return which questions an edition asks."""
    return _EDITIONS[minutes].variant
