"""What a plan could cost otherwise: at other capacities, and how far smaller budgets would lead."""

from dataclasses import dataclass, replace

import numpy as np

from scoring.answers import Assessment
from scoring.method import Bools, Method
from scoring.result import Result
from scoring.roadmap.choice import Choice, choose
from scoring.roadmap.ground import Rows, rows_of, rows_up_to, stand_at
from scoring.roadmap.plan import Plan
from scoring.roadmap.planner import make_plan
from scoring.roadmap.problem import Problem, pose, with_all
from scoring.roadmap.selection import Choosing, UnreachableError, furthest_set
from scoring.roadmap.wishes import NO_WISHES, Wishes

SHARES_OF_CAPACITY = (0.5, 1.0, 2.0)
STEPS = 8


@dataclass(frozen=True, slots=True)
class AtCapacity:
    """The plan at a share of the firm's capacity; weeks are those in which the last action finishes."""

    share: float
    capacity: float  # person-weeks a quarter
    effort_person_weeks: float
    next_stage_weeks: int | None  # None where the plan leads to no stage
    weeks: int


@dataclass(frozen=True, slots=True)
class AtBudget:
    """The set that leads furthest on a budget, the cheapest of equal ones; efforts in person-weeks of this firm."""

    budget: float
    effort_person_weeks: float
    actions: tuple[str, ...]
    position: int
    path_coordinate: float


@dataclass(frozen=True, slots=True)
class Frontier:
    """Both views; no capacities where nothing limits it, no budgets where the plan leads to no stage."""

    capacities: tuple[AtCapacity, ...]
    budgets: tuple[AtBudget, ...]

    @property
    def distinct_budgets(self) -> tuple[AtBudget, ...]:
        """The budgets at which something changes: of those that buy the same actions, the smallest."""
        smallest = {one.actions: one for one in reversed(self.budgets)}
        return tuple(reversed(smallest.values()))


def draw_frontier(
    method: Method, assessment: Assessment, result: Result, *, wishes: Wishes = NO_WISHES, steps: int = STEPS
) -> Frontier:
    """Return the plan at half, normal and double capacity, and how far each of ``steps`` + 1 budgets would lead.

    Budgets run from what the plan contains in any case to the cost of the whole plan.
    """
    problem = pose(method, assessment, result, wishes)
    capacity = problem.means.capacity
    shares = SHARES_OF_CAPACITY if np.isfinite(capacity) else ()
    plans = {
        share: make_plan(method, assessment, result, wishes=replace(wishes, capacity=share * capacity))
        for share in shares
    }
    return Frontier(
        capacities=tuple(_at_capacity(share, share * capacity, plan) for share, plan in plans.items()),
        budgets=_at_budgets(problem, choose(problem, result), steps),
    )


def _at_capacity(share: float, capacity: float, plan: Plan) -> AtCapacity:
    next_stage = next(iter(plan.to_stage.values()), ())
    finishes = [action.finish_week for action in plan.actions if action.id in next_stage]
    return AtCapacity(share, capacity, plan.effort_person_weeks, max(finishes, default=None), plan.weeks)


def _at_budgets(problem: Problem, choice: Choice, steps: int) -> tuple[AtBudget, ...]:
    if not choice.hops:
        return ()
    forced = with_all(problem, choice.insisted)
    least, most = problem.candidates.spent(forced), problem.candidates.spent(choice.hops[-1][1])
    budgets = np.linspace(least, most, steps + 1).tolist()
    return tuple(_at_budget(problem, forced, budget, choice.reached) for budget in budgets)


def _at_budget(problem: Problem, forced: Bools, budget: float, highest: int) -> AtBudget:
    chosen = _furthest(problem, forced, budget, highest, highest)
    _, placement = stand_at(problem.method, problem.ground, problem.lifts.after(chosen[None]))
    return AtBudget(
        budget=budget * problem.means.factor,
        effort_person_weeks=problem.candidates.spent(chosen) * problem.means.factor,
        actions=problem.candidates.named(chosen),
        position=int(placement.position[0]),
        path_coordinate=float(placement.coordinate[0]),
    )


def _furthest(problem: Problem, forced: Bools, budget: float, stage: int, highest: int) -> Bools:
    """Return the set that reaches ``stage`` and leads on furthest; where that costs too much, the stage below it."""
    choosing = Choosing(problem.candidates, problem.lifts, forced)
    try:
        return furthest_set(
            choosing, rows_up_to(problem.method, problem.ground, stage), _ahead(problem, stage, highest), budget
        )
    except UnreachableError:
        return _furthest(problem, forced, budget, stage - 1, highest)


def _ahead(problem: Problem, stage: int, highest: int) -> Rows:
    """Return the gates after ``stage`` that the plan aims at; none after the highest."""
    rows = rows_of(problem.method, problem.ground, stage + 1)
    return rows if stage < highest else rows.only(np.zeros(len(rows.gate), dtype=bool))
