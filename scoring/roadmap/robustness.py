"""Does the plan survive doubt: how often each of its actions would be chosen had people answered a little otherwise."""

from scoring.answers import Assessment
from scoring.method import Floats, Method
from scoring.result import Result
from scoring.roadmap.choice import choose
from scoring.roadmap.problem import at_factors, pose
from scoring.roadmap.wishes import NO_WISHES, Wishes


def share_of_replicates(
    method: Method, assessment: Assessment, result: Result, factors: Floats, *, wishes: Wishes = NO_WISHES
) -> dict[str, float]:
    """Return, for each action of the plan, the share (0..1) of replicates in which it is chosen again.

    ``factors`` (n, F) are the replicates' factor scores in the method's order, NaN where unknown; at least one row.
    What is on offer, the warnings and the target stay those of ``result``.
    """
    problem = pose(method, assessment, result, wishes)
    order = choose(problem, result).order
    chosen = problem.candidates.none.astype(float)
    for row in factors:
        chosen[list(choose(at_factors(problem, row), result).order)] += 1.0
    return {problem.candidates.ids[action]: float(chosen[action] / len(factors)) for action in sorted(order)}
