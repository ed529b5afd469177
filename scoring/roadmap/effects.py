"""What actions do to factors: planned points with headroom, under a ceiling that never lowers anything."""

from dataclasses import dataclass

import numpy as np

from scoring.method import Bools, Floats, Method
from scoring.model import Action
from scoring.result import Result
from scoring.roadmap.means import Means
from scoring.roadmap.wishes import Wishes

# Weak factors move more than strong ones: one and a half times the textbook at 0 points, six tenths from 90 on.
MOST_HEADROOM, LEAST_HEADROOM = 1.5, 0.6


@dataclass(frozen=True, slots=True)
class Candidates:
    """The actions a plan may choose from, in the order of their ids; axis ``A`` throughout this package."""

    actions: tuple[Action, ...]
    effort: Floats  # (A,) person-weeks before the size factor
    lift: Floats  # (A, F) textbook points
    closure: Bools  # (A, A) row: the action with everything that has to come before it
    barred: dict[str, str]  # actions a ban rules out, and the banned action behind it

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(action.id for action in self.actions)

    @property
    def none(self) -> Bools:
        """The empty set of candidates."""
        return np.zeros(len(self.actions), dtype=bool)

    def including(self, chosen: Bools, action: int) -> Bools:
        """Return ``chosen`` (A,) with ``action`` and its prerequisites."""
        return np.asarray(chosen | self.closure[action])

    def added_effort(self, chosen: Bools) -> Floats:
        """Return what each candidate adds to ``chosen`` (A,) in person-weeks, prerequisites included."""
        return np.asarray((self.closure & ~chosen) @ self.effort)

    def spent(self, chosen: Bools) -> float:
        """Return the person-weeks, before the size factor, of ``chosen`` (A,)."""
        return float(self.effort[chosen].sum())

    def named(self, chosen: Bools) -> tuple[str, ...]:
        """Return the ids of ``chosen`` (A,)."""
        return tuple(action.id for action, is_chosen in zip(self.actions, chosen, strict=True) if is_chosen)


def list_candidates(method: Method, result: Result, means: Means, wishes: Wishes) -> Candidates:
    """Return the candidates of ``result`` without those that are banned or need a banned one."""
    offered = sorted(candidate.id for candidate in result.candidates)
    actions = [method.questionnaire.action_by_id[id_] for id_ in offered]
    closure = _close(actions)
    barred = {
        action.id: next(offered[other] for other in np.flatnonzero(row) if offered[other] in wishes.banned)
        for action, row in zip(actions, closure, strict=True)
        if not set(wishes.banned).isdisjoint(np.array(offered)[row])
    }
    free = np.array([id_ not in barred for id_ in offered], dtype=bool)
    kept = tuple(action for action in actions if action.id not in barred)
    return Candidates(
        actions=kept,
        effort=np.array([_effort(action, means, wishes) for action in kept], dtype=float),
        lift=np.array([[action.lift.get(id_, 0.0) for id_ in method.factors] for action in kept]).reshape(
            len(kept), len(method.factors)
        ),
        closure=closure[np.ix_(free, free)],
        barred=barred,
    )


def _effort(action: Action, means: Means, wishes: Wishes) -> float:
    wished = wishes.effort.get(action.id)
    return action.effort if wished is None else wished / means.factor


def _close(actions: list[Action]) -> Bools:
    """Return, per action (A, A), itself and every candidate that has to come before it, however indirectly."""
    ids = [action.id for action in actions]
    reached = np.array([[id_ == action.id or id_ in action.needs for id_ in ids] for action in actions], dtype=bool)
    reached = reached.reshape(len(ids), len(ids))
    for _ in range(len(ids).bit_length()):
        reached = reached @ reached
    return reached


@dataclass(frozen=True, slots=True)
class Lifts:
    """Planned effects on one firm's factors; unknown factors are left alone."""

    start: Floats  # (F,) NaN where not known
    points: Floats  # (A, F) planned points of each candidate
    top: Floats  # (F,) the ceiling, or today's score where that is higher

    def after(self, chosen: Bools) -> Floats:
        """Return factor scores (..., F) once ``chosen`` (..., A) are finished."""
        return np.asarray(np.minimum(self.start + chosen @ self.points, self.top))


def plan_lifts(method: Method, candidates: Candidates, factors: Floats, *, cautious: bool = False) -> Lifts:
    """Return what a plan promises of ``candidates`` for factor scores (F,): points times planning factor and headroom.

    F' = max(F, min(ceiling, F + factor * h(F) * sum of lifts)) with h(F) = 1.5 - F/100, kept within 0.6 and 1.5.
    """
    planning = method.questionnaire.settings.planning
    share = planning.cautious_factor if cautious else planning.factor
    headroom = np.clip(MOST_HEADROOM - factors / 100.0, LEAST_HEADROOM, MOST_HEADROOM)
    return Lifts(
        start=factors,
        points=candidates.lift * share * np.nan_to_num(headroom),
        top=np.maximum(planning.ceiling, factors),
    )
