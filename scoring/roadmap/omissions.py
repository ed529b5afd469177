"""What is not in the plan, and why: for every action of the questionnaire that is left out."""

from collections.abc import Iterable, Mapping
from typing import Any

from scoring.advice import advice_values
from scoring.answers import Assessment
from scoring.method import Method
from scoring.result import Result
from scoring.roadmap.effects import Candidates
from scoring.roadmap.plan import Kind, LeftOut, WhyNot
from scoring.roadmap.wishes import Wishes

CHOSEN_AWAY: Mapping[Kind, WhyNot] = {
    "stages": "not_needed",
    "fallback": "no_room",
    "renewal": "no_room",
    "quick": "not_scheduled",
    "none": "not_scheduled",
}
MOST = 100.0


def explain_omissions(
    method: Method, assessment: Assessment, result: Result, candidates: Candidates, kind: Kind, planned: set[str]
) -> tuple[LeftOut, ...]:
    """Return every action that is not ``planned``, in file order, with a code for the reason."""
    barred, offered = candidates.barred, set(candidates.ids)
    values = recall_values(method, assessment, result)
    left_out: list[LeftOut] = []
    for id_ in method.actions:
        if id_ in barred:
            left_out.append(_barred(id_, barred[id_]))
        elif id_ in offered and id_ not in planned:
            left_out.append(LeftOut(id_, CHOSEN_AWAY[kind]))
        elif id_ not in offered:
            left_out.append(LeftOut(id_, _why_not_offered(method, id_, values)))
    return tuple(left_out)


def refuse_pins(candidates: Candidates, wishes: Wishes) -> tuple[LeftOut, ...]:
    """Return the pinned actions that cannot be in the plan: banned, waiting for a banned one, or not on offer."""
    refused = [id_ for id_ in dict.fromkeys(wishes.pinned) if id_ not in candidates.ids]
    barred = candidates.barred
    return tuple(_barred(id_, barred[id_]) if id_ in barred else LeftOut(id_, "not_for_this_firm") for id_ in refused)


def recall_values(method: Method, assessment: Assessment, result: Result) -> dict[str, Any]:
    """Return the values that the rules of actions were asked with, from the result."""
    questionnaire = method.questionnaire
    facts = {
        **{fact.id: assessment.context.get(fact.id) for fact in questionnaire.facts},
        **result.facts,
        "quick": result.variant == "quick",
        "last_stage_needs_component": questionnaire.last_stage_needs_component,
    }
    number = result.fit.target if result.fit.posture == "prepare" else result.demand.now.stage
    values = advice_values(
        facts,
        factors=result.factors,
        pillars={} if number is None else result.pillars[method.stages[number - 1]],
        items=result.items,
        position=result.position,
        demand=result.demand,
        fit=result.fit,
        ownership=result.ownership,
        gaps=result.gaps,
    )
    return {**values, "ap": {warning.id for warning in result.warnings}}


def _barred(id_: str, banned: str) -> LeftOut:
    return LeftOut(id_, "banned") if banned == id_ else LeftOut(id_, "needs_banned", banned)


def _why_not_offered(method: Method, id_: str, values: Mapping[str, Any]) -> WhyNot:
    """Ask the rule again as if customers called for everything, then as if the firm had nothing, then both."""
    rule = method.actions[id_]
    called = {name: float(len(method.stages)) if _is_stage(name) else MOST for name in values if _is_demand(name)}
    unready = {name: 0.0 for name in values if _is_readiness(name)}
    if rule.holds({**values, **unready}):
        return "not_known" if _any_missing(values, rule.names & unready.keys()) else "good_enough"
    if rule.holds({**values, **called}) or rule.holds({**values, **unready, **called}):
        return "not_known" if _any_missing(values, rule.names & called.keys()) else "not_called_for"
    return "not_for_this_firm"


def _is_stage(name: str) -> bool:
    return name in ("target", "d_now", "d_5y")


def _is_demand(name: str) -> bool:
    return _is_stage(name) or name.startswith(("DM_", "DS_"))


def _is_readiness(name: str) -> bool:
    return name == "E" or name.startswith(("F.", "I.", "P."))


def _any_missing(values: Mapping[str, Any], names: Iterable[str]) -> bool:
    return any(values[name] is None for name in names)
