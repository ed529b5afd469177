"""What each role gains from a plan: a line from the moves it leads, or from those that change its days."""

from dataclasses import dataclass

from assessments.wording.numbers import listed, within
from scoring.model import Questionnaire, Role
from scoring.roadmap import Plan

_MOST = 3


@dataclass(frozen=True, slots=True)
class Gain:
    """One role, what it leads and what it will see."""

    role: str
    leads: str
    sees: str


def gains(questionnaire: Questionnaire, plan: Plan) -> tuple[Gain, ...]:
    """Return a line for every role that a plan reaches."""
    found = [_gain(questionnaire, plan, role) for role in questionnaire.roles]
    return tuple(gain for gain in found if gain is not None)


def _gain(questionnaire: Questionnaire, plan: Plan, role: Role) -> Gain | None:
    led = [action.id for action in plan.actions if action.owner == role.id]
    touched = [action.id for action in plan.actions if _touches(questionnaire, action.id, role.id)]
    ids = [*led, *(id_ for id_ in touched if id_ not in led)]
    if not ids:
        return None
    titles = listed([f"“{questionnaire.action_by_id[id_].title}”" for id_ in led[:_MOST]])
    more = f", and {len(led) - _MOST} more" if len(led) > _MOST else ""
    signs = [within(questionnaire.action_by_id[id_].kpi) for id_ in ids[:_MOST]]
    return Gain(
        role.name, f"Leads {titles}{more}." if led else "Leads none of the moves.", f"Will see: {'; '.join(signs)}."
    )


def _touches(questionnaire: Questionnaire, action: str, role: str) -> bool:
    """Return whether an action lifts something that this role is asked about in particular."""
    return any(
        item.audience != "all" and role in item.audience
        for factor in questionnaire.action_by_id[action].lift
        for item in questionnaire.factor_by_id[factor].items
    )
