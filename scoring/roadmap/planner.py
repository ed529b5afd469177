"""From a result to a plan: choose, schedule, forecast, and say what was left out."""

import math

from scoring.answers import Assessment
from scoring.method import Method
from scoring.result import Result
from scoring.roadmap.balance import carries_too_much, shares
from scoring.roadmap.choice import Choice, choose, helped_gates, reason_for
from scoring.roadmap.effects import plan_lifts
from scoring.roadmap.forecast import forecast
from scoring.roadmap.gates import answer_first, cannot_reach, second_horizon
from scoring.roadmap.omissions import explain_omissions, refuse_pins
from scoring.roadmap.plan import Plan, PlannedAction
from scoring.roadmap.problem import Problem, pose
from scoring.roadmap.quick import begin_with, find_leverage
from scoring.roadmap.schedule import Job, Slot, first_monday_after, horizon, schedule
from scoring.roadmap.wishes import NO_WISHES, Wishes

SERVES = ("needs", "delight", "innovation")


def make_plan(method: Method, assessment: Assessment, result: Result, *, wishes: Wishes = NO_WISHES) -> Plan:
    """Return the roadmap for ``result``; raises ValueError for a wish about something the questionnaire does not have.

    The same result and wishes always give the same plan.
    """
    problem = pose(method, assessment, result, wishes)
    choice = choose(problem, result)
    slots = schedule(_jobs(problem, choice, wishes), problem.means.weekly)
    actions = _actions(problem, choice, slots, wishes)
    weeks = max((slot.finish for slot in slots.values()), default=0)
    cautious = plan_lifts(method, problem.candidates, problem.ground.factors, cautious=True)
    owner_share = shares(actions, lambda action: action.owner, method.roles)
    planned = {action.id for action in actions}
    return Plan(
        kind=choice.kind,
        feasible=_feasible(problem, choice),
        posture=result.fit.posture,
        target=result.fit.target,
        reached=choice.reached,
        start=wishes.start or first_monday_after(assessment.date),
        size=problem.means.size,
        size_stated=problem.means.size_stated,
        capacity=problem.means.capacity if math.isfinite(problem.means.capacity) else None,
        actions=actions,
        effort_person_weeks=math.fsum(action.effort for action in actions),
        weeks=weeks,
        to_stage={str(stage): problem.candidates.named(chosen) for stage, chosen in choice.hops},
        forecast=forecast(problem, problem.lifts, slots),
        cautious=forecast(problem, cautious, slots),
        cannot_reach=cannot_reach(problem, choice),
        answer_first=answer_first(problem),
        second_horizon=second_horizon(problem, choice),
        owner_share=owner_share,
        carried_by=carries_too_much(owner_share),
        serves=shares(actions, lambda action: method.questionnaire.action_by_id[action.id].serves, SERVES),
        not_in_plan=explain_omissions(method, assessment, result, problem.candidates, choice.kind, planned),
        not_granted=refuse_pins(problem.candidates, wishes),
        latest_start_week=_latest_start(problem, result, weeks),
        early_wins=begin_with(problem) if choice.kind == "quick" else (),
        leverage=find_leverage(problem) if choice.kind == "quick" else (),
    )


def _feasible(problem: Problem, choice: Choice) -> bool | None:
    if choice.kind in ("stages", "fallback"):
        return choice.reached == problem.target
    return True if choice.kind == "renewal" else None


def _jobs(problem: Problem, choice: Choice, wishes: Wishes) -> list[Job]:
    return [_job(problem, choice, action, wishes) for action in choice.order]


def _job(problem: Problem, choice: Choice, action: int, wishes: Wishes) -> Job:
    candidates = problem.candidates
    written = candidates.actions[action]
    effort = float(candidates.effort[action]) * problem.means.factor
    before = (other for other in choice.order if other != action and candidates.closure[action, other])
    return Job(
        id=written.id,
        effort=effort,
        weeks=problem.means.weeks(written, effort),
        needs=frozenset(candidates.ids[other] for other in before),
        hop=choice.leads_to(action),
        phase=written.phase,
        early_win=written.early_win,
        not_before=wishes.not_before.get(written.id, 1),
    )


def _actions(problem: Problem, choice: Choice, slots: dict[str, Slot], wishes: Wishes) -> tuple[PlannedAction, ...]:
    """Return the planned actions in the order they start; of those that start together, in the order of ids."""
    planned = [_action(problem, choice, action, slots, wishes) for action in choice.order]
    return tuple(sorted(planned, key=lambda action: (action.start_week, action.id)))


def _action(problem: Problem, choice: Choice, action: int, slots: dict[str, Slot], wishes: Wishes) -> PlannedAction:
    written = problem.candidates.actions[action]
    slot = slots[written.id]
    reason, about = reason_for(problem, choice, action)
    return PlannedAction(
        id=written.id,
        start_week=slot.start,
        finish_week=slot.finish,
        effort=float(problem.candidates.effort[action]) * problem.means.factor,
        owner=wishes.owner.get(written.id, written.owner),
        horizon=horizon(slot.finish),
        stage=choice.leads_to(action),
        reason=reason,
        about=about,
        helps=helped_gates(problem, choice, action),
    )


def _latest_start(problem: Problem, result: Result, weeks: int) -> int | None:
    """Return the weeks a firm preparing for year five may still wait; 0 when it should have begun."""
    if result.fit.posture != "prepare" or not weeks:
        return None
    return max(0, problem.method.questionnaire.settings.planning.ready_by_week - weeks)
