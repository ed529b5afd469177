"""What a quick scan can say without a schedule: the gates that give most for their effort, and where to begin."""

import numpy as np

from scoring.placement import progress
from scoring.roadmap.ground import Rows, rows_of
from scoring.roadmap.plan import Leverage
from scoring.roadmap.problem import Problem, early_wins
from scoring.roadmap.selection import Choosing, UnreachableError, cheapest_set

GATES_SHOWN = 3


def begin_with(problem: Problem) -> tuple[str, ...]:
    """Return the ids of the candidates that show a result fast."""
    return problem.candidates.named(early_wins(problem))


def find_leverage(problem: Problem) -> tuple[Leverage, ...]:
    """Return the gates of the next stage that bring most of the way per person-week, most first; three at most.

    There are none where the next stage lies beyond what customers call for.
    """
    if problem.target <= problem.position:
        return ()
    rows = rows_of(problem.method, problem.ground, problem.position + 1)
    missed = rows.only(rows.missed(problem.ground.factors))
    gates = [_leverage(problem, rows.only(rows.gate == gate)) for gate in dict.fromkeys(missed.gate.tolist())]
    return tuple(sorted(gates, key=_order)[:GATES_SHOWN])


def _leverage(problem: Problem, gate: Rows) -> Leverage:
    missing = 1.0 - float(progress(gate.values(problem.ground.factors), gate.minimum).min())
    return Leverage(problem.method.gates.ids[int(gate.gate[0])], missing, _least_effort(problem, gate))


def _least_effort(problem: Problem, gate: Rows) -> float | None:
    try:
        chosen = cheapest_set(Choosing(problem.candidates, problem.lifts, problem.candidates.none), gate)
    except UnreachableError:
        return None
    return problem.candidates.spent(chosen) * problem.means.factor


def _order(leverage: Leverage) -> tuple[bool, float]:
    """Order by progress per person-week; gates that nothing on offer passes come last, the nearest first."""
    if leverage.effort is None:
        return True, leverage.missing
    return False, -leverage.missing / max(leverage.effort, np.finfo(float).tiny)
