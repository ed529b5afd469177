"""What a plan starts from: today's factor scores, and every gate as a sum over factors."""

from dataclasses import dataclass

import numpy as np

from scoring.levels import Profile, weigh
from scoring.method import Bools, Floats, Ints, Method
from scoring.model import TOLERANCE
from scoring.placement import FAIL, PASS, UNKNOWN, Placement, place
from scoring.result import Result


@dataclass(frozen=True, slots=True)
class Rows:
    """Conditions on factor scores: ``weights`` (W, F) times scores must reach ``minimum`` (W,).

    A gate on the weakest pillar is one row per pillar; ``gate`` (W,) is the column of the gate a row belongs to.
    """

    gate: Ints
    weights: Floats
    minimum: Floats

    def values(self, factors: Floats) -> Floats:
        """Return what the rows come to (..., W) at factor scores (..., F); unknown factors carry no weight."""
        return np.asarray(np.nan_to_num(factors) @ self.weights.T)

    def missed(self, factors: Floats) -> Bools:
        """Return which rows (..., W) are not reached at factor scores (..., F)."""
        return np.asarray(self.values(factors) < self.minimum - TOLERANCE)

    def only(self, wanted: Bools) -> "Rows":
        """Return the rows that are ``wanted`` (W,)."""
        return Rows(self.gate[wanted], self.weights[wanted], self.minimum[wanted])


@dataclass(frozen=True, slots=True)
class Ground:
    """One firm's factors and gates, as far as a plan can move them."""

    factors: Floats  # (F,) NaN where not known
    applicable: Bools  # (F,)
    asked: Bools  # (F,)
    exists: Bools  # (G,)
    unknown: Bools  # (G,) gates that only answers can settle
    rows: Rows  # every gate that exists and can be compared


def survey(method: Method, result: Result) -> Ground:
    """Return the ground of the firm that ``result`` is about."""
    found = [result.factors[id_] for id_ in method.factors]
    tested = {gate.id for gate in result.gates}
    return _survey(
        method,
        factors=np.array([np.nan if factor.score is None else factor.score for factor in found]),
        applicable=np.array([factor.status in ("ok", "unknown") for factor in found]),
        asked=np.array([factor.status != "not_asked" for factor in found]),
        exists=np.array([gate in tested for gate in method.gates.ids]),
    )


def move(method: Method, ground: Ground, factors: Floats) -> Ground:
    """Return the ground of the same firm with other factor scores (F,)."""
    return _survey(method, factors, ground.applicable, ground.asked, ground.exists)


def stand_at(method: Method, ground: Ground, factors: Floats) -> tuple[Profile, Placement]:
    """Weigh and place the firm at factor scores (n, F), as the engine does with answers."""
    return _stand(method, factors, ground.applicable, ground.asked, ground.exists)


def rows_up_to(method: Method, ground: Ground, stage: int) -> Rows:
    """Return the rows of the first ``stage`` stages, which are cumulative."""
    return ground.rows.only(method.gates.stage[ground.rows.gate] < stage)


def rows_of(method: Method, ground: Ground, stage: int) -> Rows:
    """Return the rows of one stage, counted from 1."""
    return ground.rows.only(method.gates.stage[ground.rows.gate] == stage - 1)


def _survey(method: Method, factors: Floats, applicable: Bools, asked: Bools, exists: Bools) -> Ground:
    known = ~np.isnan(factors)
    _, placement = _stand(method, factors[None], applicable, asked, exists)
    outcome = placement.outcome[0]
    comparable = exists & ((outcome == PASS) | (outcome == FAIL))
    return Ground(
        factors=factors,
        applicable=applicable,
        asked=asked,
        exists=exists,
        unknown=exists & (outcome == UNKNOWN),
        rows=_gate_rows(method, known, comparable),
    )


def _stand(
    method: Method, factors: Floats, applicable: Bools, asked: Bools, exists: Bools
) -> tuple[Profile, Placement]:
    count = len(factors)
    profile = weigh(method, factors, ~np.isnan(factors), np.tile(applicable, (count, 1)), asked)
    return profile, place(method, profile, np.tile(exists, (count, 1)))


def _gate_rows(method: Method, known: Bools, comparable: Bools) -> Rows:
    gates = np.flatnonzero(comparable)
    blocks = [_weights(method, known, int(gate)) for gate in gates]
    gate = np.repeat(gates, np.array([len(block) for block in blocks], dtype=np.int64))
    weights = np.concatenate([np.zeros((0, len(known))), *blocks])
    return Rows(gate, weights, method.gates.minimum[gate])


def _weights(method: Method, known: Bools, gate: int) -> Floats:
    """Return the shares of the factors in a gate's metric: one row, or one per pillar for the weakest pillar."""
    kind, target = method.gates.kind[gate], int(method.gates.target[gate])
    if kind == "factor":
        return np.eye(len(known))[[target]]
    points = method.weights[method.gates.stage[gate]] * known
    by_pillar = points * method.pillar_members.T
    if kind == "index":
        members = points[None]
    else:
        members = by_pillar[[target]] if kind == "pillar" else by_pillar[by_pillar.any(axis=1)]
    return np.asarray(members / members.sum(axis=1, keepdims=True))
