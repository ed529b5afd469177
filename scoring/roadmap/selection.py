"""The cheapest set of actions, and the one that gets furthest on a budget, as 0/1 programs solved to optimality.

Columns: z, which actions are chosen (binary); y, points gained per factor, at most what the chosen actions lift and
what the ceiling leaves; and, only on a budget, r, how far each gate ahead has come, 0..1, with b, whether it counts
(binary). Gates are linear in y. Solved by HiGHS (``scipy.optimize.milp``) with no gap allowed.

A solver rounds, so every set it returns is checked with the arithmetic of the engine. Were a gate missed by a hair,
no part of that set could pass it either; at least one action from outside the set is then asked for.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from scoring.method import Bools, Floats
from scoring.roadmap.effects import Candidates, Lifts
from scoring.roadmap.ground import Rows
from scoring.roadmap.means import ROUNDING

LEAD_COST = 0.01  # person-weeks a week of lead is worth: of two equal actions, the faster one
RANK_COST = 0.0001  # and then the one whose id comes first
GATES_A_WEEK = 1e-4  # gates a person-week must bring before a budget is spent on it


class UnreachableError(ValueError):
    """No set of candidates passes the gates asked for."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """What may be chosen, what it lifts and what has to be in."""

    candidates: Candidates
    lifts: Lifts
    forced: Bools  # (A,)

    @property
    def cost(self) -> Floats:
        """What each candidate costs (A,) in person-weeks: effort, then lead, then the order of ids."""
        lead = np.array([action.lead for action in self.candidates.actions], dtype=float)
        return np.asarray(self.candidates.effort + LEAD_COST * lead + RANK_COST * np.arange(1, len(lead) + 1))

    @property
    def size(self) -> tuple[int, int]:
        """How many candidates and factors there are."""
        return len(self.forced), len(self.lifts.start)

    @property
    def room(self) -> Floats:
        """Points each factor (F,) can gain at most; none where it is not known."""
        return np.nan_to_num(self.lifts.top - self.lifts.start)


@dataclass(frozen=True, slots=True)
class Conditions:
    """Rows of a program: columns times ``matrix`` (m, N) is at least ``lowest`` (m,)."""

    matrix: Floats
    lowest: Floats


@dataclass(frozen=True, slots=True)
class Columns:
    """How many columns of each kind a program has, in this order."""

    z: int
    y: int
    r: int = 0
    b: int = 0

    def conditions(self, lowest: Floats, **parts: Floats) -> Conditions:
        """Return rows made of the ``parts`` named z, y, r and b; parts left out are 0."""
        names = ("z", "y", "r", "b")
        empty = [np.zeros((len(lowest), getattr(self, name))) for name in names]
        return Conditions(np.hstack([parts.get(name, none) for name, none in zip(names, empty, strict=True)]), lowest)


@dataclass(frozen=True, slots=True)
class Program:
    """A 0/1 program: the least ``objective`` (N,) under ``conditions``."""

    choosing: Choosing
    columns: Columns
    objective: Floats
    conditions: tuple[Conditions, ...]


def cheapest_set(choosing: Choosing, required: Rows) -> Bools:
    """Return the cheapest candidates (A,) that reach ``required``; raises UnreachableError when none do."""
    columns = Columns(*choosing.size)
    objective = np.concatenate([choosing.cost, np.zeros(columns.y)])
    return _solve(Program(choosing, columns, objective, _rules(choosing, columns, required)), required)


def furthest_set(choosing: Choosing, required: Rows, ahead: Rows, budget: float) -> Bools:
    """Return the candidates (A,) that reach ``required`` and come furthest towards ``ahead`` within ``budget``.

    How far is counted as the path coordinate does, each gate from half its minimum up to its minimum; ``budget`` is
    in person-weeks before the size factor. Raises UnreachableError when it is too small.
    """
    gates = len(np.unique(ahead.gate))
    columns = Columns(*choosing.size, gates, gates)
    objective = np.concatenate([GATES_A_WEEK * choosing.cost, np.zeros(columns.y), -np.ones(gates), np.zeros(gates)])
    effort = columns.conditions(np.array([-budget - ROUNDING]), z=-choosing.candidates.effort[None])
    conditions = (*_rules(choosing, columns, required), effort, *_progress(choosing, columns, ahead))
    return _solve(Program(choosing, columns, objective, conditions), required)


def _rules(choosing: Choosing, columns: Columns, required: Rows) -> tuple[Conditions, ...]:
    """Prerequisites come along, points come from chosen actions, and the gates are reached."""
    after, before = np.nonzero(choosing.candidates.closure & ~np.eye(columns.z, dtype=bool))
    actions = np.eye(columns.z)
    return (
        columns.conditions(np.zeros(len(after)), z=actions[before] - actions[after]),
        columns.conditions(np.zeros(columns.y), z=choosing.lifts.points.T, y=-np.eye(columns.y)),
        columns.conditions(required.minimum - required.values(choosing.lifts.start), y=required.weights),
    )


def _progress(choosing: Choosing, columns: Columns, ahead: Rows) -> tuple[Conditions, ...]:
    """Tie r to the gates ahead: r <= (value - half) / half where the gate counts, 0 where it is below half."""
    gate = np.eye(columns.r)[np.unique(ahead.gate, return_inverse=True)[1]]
    half = ahead.minimum / 2.0
    kept = half > 0  # a minimum of 0 is passed by any score
    scale = half[kept, None]
    today = ahead.values(choosing.lifts.start)[kept] / half[kept] - 1.0
    return (
        columns.conditions(-today - 1.0, y=ahead.weights[kept] / scale, r=-gate[kept], b=-gate[kept]),
        columns.conditions(np.zeros(columns.r), r=-np.eye(columns.r), b=np.eye(columns.r)),
    )


def _solve(program: Program, required: Rows) -> Bools:
    chosen = _optimum(program)
    if not required.missed(program.choosing.lifts.after(chosen)).any():
        return chosen
    more = program.columns.conditions(np.ones(1), z=(~chosen)[None].astype(float))
    return _solve(replace(program, conditions=(*program.conditions, more)), required)


def _optimum(program: Program) -> Bools:
    choosing, columns = program.choosing, program.columns
    gates = columns.r + columns.b
    solution = milp(
        program.objective,
        integrality=np.repeat([1, 0, 0, 1], [columns.z, columns.y, columns.r, columns.b]),
        bounds=Bounds(
            np.concatenate([choosing.forced, np.zeros(columns.y + gates)]),
            np.concatenate([np.ones(columns.z), choosing.room, np.ones(gates)]),
        ),
        constraints=LinearConstraint(
            np.vstack([block.matrix for block in program.conditions]),
            np.concatenate([block.lowest for block in program.conditions]),
        ),
        options={"mip_rel_gap": 0.0},
    )
    if solution.x is None:
        raise UnreachableError("No set of the actions on offer passes these gates.")
    return np.asarray(solution.x[: columns.z] > 0.5)
