"""Everything a plan is chosen from, put together once for one firm and its wishes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from scoring.answers import Assessment
from scoring.method import Bools, Floats, Method
from scoring.result import Result
from scoring.roadmap.effects import Candidates, Lifts, list_candidates, plan_lifts
from scoring.roadmap.ground import Ground, move, survey
from scoring.roadmap.means import Means, find_means
from scoring.roadmap.wishes import Wishes, check_wishes

Reason = Literal["pinned", "standing", "remedy", "early_win", "gates", "growth", "needed"]


@dataclass(frozen=True, slots=True)
class Insisted:
    """A candidate that has to be in the plan, and why; ``about`` names the warning it remedies."""

    action: int
    reason: Reason
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One firm, what it may do and where it should go."""

    method: Method
    ground: Ground
    means: Means
    candidates: Candidates
    lifts: Lifts
    pinned: tuple[int, ...]  # candidates that people want in
    warnings: tuple[tuple[str, tuple[int, ...]], ...]  # active high warnings in file order, and their remedies
    position: int
    target: int
    now: int  # the stage customers call for today
    highest: int  # the furthest stage customers call for, now or in five years


def pose(method: Method, assessment: Assessment, result: Result, wishes: Wishes) -> Problem:
    """Return the problem of one firm; raises ValueError for a wish about something the questionnaire does not have."""
    check_wishes(method, wishes)
    ground = survey(method, result)
    means = find_means(method, assessment, wishes)
    candidates = list_candidates(method, result, means, wishes)
    remedies = {warning.id: warning.remedies for warning in method.questionnaire.warnings}
    return Problem(
        method=method,
        ground=ground,
        means=means,
        candidates=candidates,
        lifts=plan_lifts(method, candidates, ground.factors),
        pinned=_find(candidates, wishes.pinned),
        warnings=tuple(
            (warning.id, _find(candidates, remedies[warning.id]))
            for warning in result.warnings
            if warning.severity == "high"
        ),
        position=result.position,
        target=result.fit.target or 0,
        now=result.demand.now.stage or 0,
        highest=max(result.demand.now.stage or 0, result.demand.five_years.stage or 0),
    )


def at_factors(problem: Problem, factors: Floats) -> Problem:
    """Return the same problem for other factor scores (F,)."""
    ground = move(problem.method, problem.ground, factors)
    return replace(problem, ground=ground, lifts=plan_lifts(problem.method, problem.candidates, factors))


def insist(problem: Problem, reason: Reason, actions: Iterable[str]) -> tuple[Insisted, ...]:
    """Return those of ``actions`` that are candidates, as insisted on for ``reason``."""
    return tuple(Insisted(action, reason) for action in _find(problem.candidates, actions))


def unmet_warning(problem: Problem, chosen: Bools) -> Insisted | None:
    """Return the cheapest remedy of the first high warning that has remedies on offer and none in ``chosen``."""
    for warning, remedies in problem.warnings:
        if remedies and not chosen[list(remedies)].any():
            return Insisted(cheapest_of(problem, remedies, chosen), "remedy", warning)
    return None


def cheapest_of(problem: Problem, actions: Iterable[int], chosen: Bools) -> int:
    """Return the action that adds least effort to ``chosen``, prerequisites included; the first id of equal ones."""
    added = problem.candidates.added_effort(chosen)
    return min(actions, key=lambda action: (round(float(added[action]), 9), action))


def with_all(problem: Problem, insisted: Iterable[Insisted]) -> Bools:
    """Return the set (A,) of everything insisted on, prerequisites included."""
    chosen = problem.candidates.none
    for one in insisted:
        chosen = problem.candidates.including(chosen, one.action)
    return chosen


def _find(candidates: Candidates, ids: Iterable[str]) -> tuple[int, ...]:
    index = {id_: position for position, id_ in enumerate(candidates.ids)}
    return tuple(index[id_] for id_ in ids if id_ in index)


def early_wins(problem: Problem) -> Bools:
    """Return which candidates (A,) show a result fast."""
    return np.array([action.early_win for action in problem.candidates.actions], dtype=bool)
