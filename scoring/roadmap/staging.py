"""From stage to stage: the cheapest set for each, with what every plan must contain."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from scoring.method import Bools
from scoring.roadmap.ground import rows_up_to
from scoring.roadmap.growth import Limits, as_set, grow
from scoring.roadmap.problem import Insisted, Problem, cheapest_of, early_wins, insist, unmet_warning, with_all
from scoring.roadmap.selection import Choosing, UnreachableError, cheapest_set

Choose = Callable[[Bools], Bools]  # from what has to be in (A,) to what is chosen (A,)


@dataclass(frozen=True, slots=True)
class Staged:
    """The sets chosen, each containing the one before; ``hops`` are the stages they lead to.

    Without a hop not even the next stage can be reached, and ``chosen`` is what helps most meanwhile.
    """

    hops: tuple[tuple[int, Bools], ...]
    chosen: Bools
    insisted: tuple[Insisted, ...]
    reached: int


def choose_stages(problem: Problem) -> Staged:
    """Return the cheapest sets from the next stage to the target; stops before a stage that cannot be reached."""
    try:
        first, insisted = _settle(problem, lambda forced: _cheapest(problem, forced, problem.position + 1))
    except UnreachableError:
        return _fall_back(problem)
    hops = [(problem.position + 1, first)]
    with suppress(UnreachableError):
        for stage in range(problem.position + 2, problem.target + 1):
            hops.append((stage, _cheapest(problem, hops[-1][1], stage)))
    reached, chosen = hops[-1]
    return Staged(tuple(hops), chosen, insisted, reached)


def _cheapest(problem: Problem, forced: Bools, stage: int) -> Bools:
    required = rows_up_to(problem.method, problem.ground, stage)
    return cheapest_set(Choosing(problem.candidates, problem.lifts, forced), required)


def _settle(problem: Problem, choose: Choose) -> tuple[Bools, tuple[Insisted, ...]]:
    """Choose again and again until every high warning has a remedy and there is an early win, as far as on offer."""
    planning = problem.method.questionnaire.settings.planning
    insisted = [Insisted(action, "pinned") for action in problem.pinned]
    insisted += insist(problem, "standing", planning.always)
    chosen = choose(with_all(problem, insisted))
    while (unmet := unmet_warning(problem, chosen) or _missing_early_win(problem, chosen)) is not None:
        insisted.append(unmet)
        chosen = choose(with_all(problem, insisted))
    return chosen, tuple(insisted)


def _missing_early_win(problem: Problem, chosen: Bools) -> Insisted | None:
    fast = early_wins(problem)
    if (chosen & fast).any() or not fast.any():
        return None
    return Insisted(cheapest_of(problem, np.flatnonzero(fast).tolist(), chosen), "early_win")


def _fall_back(problem: Problem) -> Staged:
    """Return what brings the index of the next stage furthest in a few quarters, after what every plan contains."""
    planning = problem.method.questionnaire.settings.planning
    forced, insisted = _settle(problem, lambda forced: forced)
    budget = planning.fallback_quarters * problem.means.capacity / problem.means.factor
    order = grow(problem, np.flatnonzero(forced).tolist(), problem.position + 1, Limits(budget))
    return Staged((), as_set(problem, order), insisted, problem.position)
