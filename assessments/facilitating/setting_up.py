"""How a workshop can be set up: how long it takes, who is in the room, and what people are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assessments.answering.checking import check_note
from assessments.answering.refusals import refusal
from assessments.storage.workshop_records import WorkshopRecord
from assessments.workshop import EDITIONS
from scoring.model import Questionnaire

LEAST_MINIMUM, USUAL_MINIMUM, MOST_MINIMUM = 2, 3, 20
MOST_WEIGHT = 100


@dataclass(frozen=True, slots=True)
class Settings:
    """How a workshop is set up.

    Who is ``invited`` can answer from the beginning, before everybody meets. No ``roles`` means all of them; a role
    weighs 1 unless ``role_weights`` says otherwise. ``minimum`` is the fewest people whose answers are shown together,
    ``notice`` what everybody reads before they answer.
    """

    minutes: int
    invited: bool
    roles: tuple[str, ...]
    role_weights: Mapping[str, float]
    minimum: int
    notice: str


def settings_of(workshop: WorkshopRecord) -> Settings:
    """Return how a workshop is set up."""
    return Settings(
        minutes=workshop.standing.minutes,
        invited=workshop.standing.invited,
        roles=workshop.roles,
        role_weights=workshop.assessment.role_weights,
        minimum=workshop.minimum,
        notice=workshop.notice,
    )


def changed(settings: Settings, **named: Any) -> Settings:
    """Return settings with what is named in place; None leaves a setting as it is."""
    return replace(settings, **{name: value for name, value in named.items() if value is not None})


def check_settings(questionnaire: Questionnaire, wanted: Settings) -> Settings:
    """Return settings as they will be stored; raises NotAccepted."""
    if wanted.minutes not in EDITIONS:
        raise refusal("minutes", wanted.minutes)
    if not isinstance(wanted.minimum, int) or not LEAST_MINIMUM <= wanted.minimum <= MOST_MINIMUM:
        raise refusal("minimum", wanted.minimum, least=LEAST_MINIMUM, most=MOST_MINIMUM)
    known = tuple(role.id for role in questionnaire.roles)
    if not {*wanted.roles, *wanted.role_weights}.issubset(known):
        raise refusal("role")
    in_room = tuple(role for role in known if role in wanted.roles) or known
    return replace(
        wanted,
        roles=in_room,
        role_weights=_weights(in_room, wanted.role_weights),
        notice=check_note(wanted.notice, "notice") or "",
    )


def _weights(in_room: Sequence[str], role_weights: Mapping[str, float]) -> dict[str, float]:
    """Return the weights that are not the usual one; somebody in the room has to count."""
    for role, weight in role_weights.items():
        if not isinstance(weight, int | float) or isinstance(weight, bool) or not 0 <= weight <= MOST_WEIGHT:
            raise refusal("weight", role, most=MOST_WEIGHT)
    if not any(role_weights.get(role, 1) for role in in_room):
        raise refusal("no_weight")
    return {role: float(weight) for role, weight in role_weights.items() if weight != 1}
