"""What each role gains from a plan: a line from the moves it leads, or from those that change its days."""

from dataclasses import dataclass

from assessments.languages import say
from assessments.wording.names import quoted
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
    signs = [within(questionnaire.action_by_id[id_].kpi) for id_ in ids[:_MOST]]
    return Gain(role.name, _leads(questionnaire, led), say("Will see: {signs}.", signs="; ".join(signs)))


def _leads(questionnaire: Questionnaire, led: list[str]) -> str:
    if not led:
        return say("Leads none of the moves.")
    moves = listed([quoted(questionnaire.action_by_id[id_].title) for id_ in led[:_MOST]])
    more = len(led) - _MOST
    if more <= 0:
        return say("Leads {moves}.", moves=moves)
    return say("Leads {moves}, and {more} more.", moves=moves, more=more)


def _touches(questionnaire: Questionnaire, action: str, role: str) -> bool:
    """Return whether an action lifts something that this role is asked about in particular."""
    return any(
        item.audience != "all" and role in item.audience
        for factor in questionnaire.action_by_id[action].lift
        for item in questionnaire.factor_by_id[factor].items
    )
