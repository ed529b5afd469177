"""Which actions, why each of them, and where they lead."""

from dataclasses import dataclass

import numpy as np

from scoring.method import Bools
from scoring.result import Result
from scoring.roadmap.ground import rows_up_to
from scoring.roadmap.growth import as_set
from scoring.roadmap.plan import Kind
from scoring.roadmap.problem import Insisted, Problem, Reason
from scoring.roadmap.renewal import choose_renewal
from scoring.roadmap.staging import choose_stages


@dataclass(frozen=True, slots=True)
class Choice:
    """The actions chosen, in the order they were, and the stages they lead to."""

    kind: Kind
    order: tuple[int, ...]
    reached: int
    insisted: tuple[Insisted, ...] = ()
    hops: tuple[tuple[int, Bools], ...] = ()  # stage, and the set (A,) that leads there

    def leads_to(self, action: int) -> int:
        """Return the first stage whose set contains ``action``; 0 where the plan leads to none."""
        return next((stage for stage, chosen in self.hops if chosen[action]), 0)


def choose(problem: Problem, result: Result) -> Choice:
    """Return what to do: stages to climb, a short renewal, or nothing yet where too little was asked."""
    if result.variant == "quick" or result.fit.posture is None:
        return Choice("quick" if result.variant == "quick" else "none", (), problem.position)
    if problem.target <= problem.position:
        order, insisted = choose_renewal(problem)
        return Choice("renewal", order, problem.position, insisted)
    staged = choose_stages(problem)
    kind: Kind = "stages" if staged.hops else "fallback"
    order = tuple(np.flatnonzero(staged.chosen).tolist())
    return Choice(kind, order, staged.reached, staged.insisted, staged.hops)


def helped_gates(problem: Problem, choice: Choice, action: int) -> tuple[str, ...]:
    """Return the gates not passed today, of the stages the plan leads to, that ``action`` moves."""
    aim = {"stages": choice.reached, "fallback": problem.position + 1}.get(choice.kind, 0)
    rows = rows_up_to(problem.method, problem.ground, aim)
    moved = rows.missed(problem.ground.factors) & (rows.weights @ problem.lifts.points[action] > 0)
    return tuple(problem.method.gates.ids[gate] for gate in dict.fromkeys(rows.gate[moved].tolist()))


def reason_for(problem: Problem, choice: Choice, action: int) -> tuple[Reason, str | None]:
    """Return why ``action`` is in the plan, and the warning, action or stage that is about."""
    for one in choice.insisted:
        if one.action == action:
            return one.reason, one.about
    if choice.kind == "stages" and helped_gates(problem, choice, action):
        return "gates", None
    waiting = choice.order if choice.kind == "stages" else tuple(one.action for one in choice.insisted)
    for other in waiting:
        if other != action and problem.candidates.closure[other, action]:
            return "needed", problem.candidates.ids[other]
    return "growth", problem.method.stages[(problem.now if choice.kind == "renewal" else problem.position + 1) - 1]


def chosen_set(problem: Problem, choice: Choice) -> Bools:
    """Return what is chosen as a set (A,)."""
    return as_set(problem, choice.order)
