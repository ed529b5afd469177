"""A workshop as plain data: its programme, its state, and what each control makes of it; no database, no clock.

``decide`` takes a standing, a control and the time, and returns the next standing or raises ``NotNow`` with a sentence.
"""

from assessments.workshop.agenda import Proposal, propose
from assessments.workshop.asking import asked_in_room, asked_of
from assessments.workshop.codes import pause_after, spaced_code, tidy_code
from assessments.workshop.controls import CONTROLS, Control, decide
from assessments.workshop.groups import share_out
from assessments.workshop.obvious import Obvious, obvious
from assessments.workshop.programme import (
    EDITIONS,
    INVITED,
    LARGEST_TALK,
    Phase,
    Step,
    has_groups,
    programme,
    slot_minutes,
    slots,
    variant_of,
)
from assessments.workshop.sentences import OF_THE_ROOM, NotNow
from assessments.workshop.shown import Group, Release, ShownTopic
from assessments.workshop.standing import GRACE, ItemStanding, ItemState, SeatState, Standing, begin
from assessments.workshop.stepping import OF_TOPICS, STAYS_OPEN

__all__ = [
    "CONTROLS",
    "EDITIONS",
    "GRACE",
    "INVITED",
    "LARGEST_TALK",
    "OF_THE_ROOM",
    "OF_TOPICS",
    "STAYS_OPEN",
    "Control",
    "Group",
    "ItemStanding",
    "ItemState",
    "NotNow",
    "Obvious",
    "Phase",
    "Proposal",
    "Release",
    "SeatState",
    "ShownTopic",
    "Standing",
    "Step",
    "asked_in_room",
    "asked_of",
    "begin",
    "decide",
    "has_groups",
    "obvious",
    "pause_after",
    "programme",
    "propose",
    "share_out",
    "slot_minutes",
    "slots",
    "spaced_code",
    "tidy_code",
    "variant_of",
]
