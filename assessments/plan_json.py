"""A plan as plain entries for other programs: ids, weeks from 1, person-weeks of this firm, shares 0..1."""

from dataclasses import asdict
from typing import Any

from scoring.roadmap import Plan
from scoring.roadmap.plan import Outlook

Entries = dict[str, Any]


def plan_entries(plan: Plan) -> Entries:
    """Return a plan under the keys that docs/cli.md explains."""
    return {
        "kind": plan.kind,
        "feasible": plan.feasible,
        "posture": plan.posture,
        "target": plan.target,
        "reached": plan.reached,
        "start": plan.start.isoformat(),
        "capacity": plan.capacity,
        "actions": [{**asdict(action), "helps": list(action.helps)} for action in plan.actions],
        "effort_person_weeks": plan.effort_person_weeks,
        "weeks": plan.weeks,
        "to_stage": {stage: list(actions) for stage, actions in plan.to_stage.items()},
        "forecast": [_outlook(outlook) for outlook in plan.forecast],
        "cautious": [_outlook(outlook) for outlook in plan.cautious],
        "cannot_reach": [asdict(gate) for gate in plan.cannot_reach],
        "answer_first": list(plan.answer_first),
        "second_horizon": [asdict(gate) for gate in plan.second_horizon],
        "owner_share": dict(plan.owner_share),
        "carried_by": plan.carried_by,
        "serves": dict(plan.serves),
        "not_in_plan": [asdict(left_out) for left_out in plan.not_in_plan],
        "latest_start_week": plan.latest_start_week,
        "early_wins": list(plan.early_wins),
        "leverage": [asdict(gate) for gate in plan.leverage],
    }


def _outlook(outlook: Outlook) -> Entries:
    return {**asdict(outlook), "index": dict(outlook.index)}
