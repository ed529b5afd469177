"""Adding actions one by one, the best for its effort first: where no set can be proven to be the right one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scoring.method import Bools, Floats
from scoring.roadmap.ground import stand_at
from scoring.roadmap.means import ROUNDING
from scoring.roadmap.problem import Problem


@dataclass(frozen=True, slots=True)
class Limits:
    """Where growing stops."""

    budget: float  # person-weeks before the size factor
    actions: float = math.inf
    highest: float = math.inf  # position the firm is not to be carried beyond


def add(problem: Problem, order: Sequence[int], action: int) -> list[int]:
    """Return ``order`` with ``action`` after those of its prerequisites that are not in yet."""
    before = [other for other in np.flatnonzero(problem.candidates.closure[action]).tolist() if other not in order]
    depth = problem.candidates.closure.sum(axis=1)
    return [*order, *sorted(before, key=lambda other: (depth[other], other))]


def as_set(problem: Problem, order: Sequence[int]) -> Bools:
    """Return ``order`` as a set of candidates (A,)."""
    chosen = problem.candidates.none
    chosen[list(order)] = True
    return chosen


def grow(problem: Problem, order: Sequence[int], stage: int, limits: Limits) -> list[int]:
    """Return ``order`` with the actions that raise the index of ``stage`` most per person-week, within ``limits``."""
    grown = list(order)
    while (best := _best_step(problem, as_set(problem, grown), stage, limits)) is not None:
        grown = add(problem, grown, best)
    return grown


def _best_step(problem: Problem, chosen: Bools, stage: int, limits: Limits) -> int | None:
    candidates = problem.candidates
    steps = np.vstack([chosen, chosen | candidates.closure])
    index, position = _outcome(problem, steps, stage)
    gain = index[1:] - index[0]
    effort = candidates.added_effort(chosen)
    fits = ~chosen & (gain > ROUNDING) & (steps[1:].sum(axis=1) <= limits.actions)
    fits &= candidates.spent(chosen) + effort <= limits.budget + ROUNDING
    fits &= position[1:] <= max(limits.highest, position[0])
    if not fits.any():
        return None
    rate = np.where(fits, gain / np.maximum(effort, ROUNDING), -math.inf)
    return int(np.argmax(np.round(rate, 9)))


def _outcome(problem: Problem, steps: Bools, stage: int) -> tuple[Floats, Floats]:
    """Return index of ``stage`` and position after each of ``steps`` (n, A)."""
    profile, placement = stand_at(problem.method, problem.ground, problem.lifts.after(steps))
    return profile.index[:, stage - 1], placement.position.astype(float)
