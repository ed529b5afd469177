"""What the placements of many firms hang on: which gates and weights would move how many of them."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np

from scoring.levels import Profile, weigh
from scoring.method import Bools, Floats, Ints, Method
from scoring.placement import PASS, Placement, place

SHIFT = 5.0  # points by which one gate's minimum is moved
LESS, MORE = 0.8, 1.2  # what one weight is multiplied by


@dataclass(frozen=True, slots=True)
class Crowd:
    """The factors of n firms that were asked the same, and which gates exist for each (n, G)."""

    profile: Profile
    exists: Bools

    def __len__(self) -> int:
        return len(self.exists)


@dataclass(frozen=True, slots=True)
class GateHang:
    """How many firms hang on a gate.

    ``nearest`` is how many points its minimum has to move, either way, before the first firm moves; None where no move
    of this gate alone moves any. ``deciding`` firms are held back by this gate and by no other.
    """

    gate: str
    stage: str
    metric: str
    minimum: float
    nearest: float | None
    flips_minus_5: int
    flips_plus_5: int
    deciding: int


@dataclass(frozen=True, slots=True)
class WeightHang:
    """How many firms move when one weight is a fifth smaller or larger, all others staying as they are."""

    stage: str
    factor: str
    points: float
    flips_less: int
    flips_more: int


def crowd_of(method: Method, firms: Sequence[tuple[Profile, Bools]]) -> Crowd:
    """Return firms that were asked the same as one crowd; of each only the first version in its profile counts."""

    def rows(name: str) -> Bools:
        width = len(method.factors)
        return np.concatenate([np.broadcast_to(getattr(one, name)[:1], (1, width)) for one, _ in firms])

    factors = np.concatenate([one.factors[:1] for one, _ in firms])
    profile = weigh(method, factors, rows("known"), rows("applicable"), firms[0][0].asked)
    return Crowd(profile, np.concatenate([exists for _, exists in firms]))


def hang_on_gates(method: Method, crowds: Sequence[Crowd]) -> Iterator[GateHang]:
    """Yield, gate by gate, how many firms would move with its minimum."""
    placements = [place(method, crowd.profile, crowd.exists) for crowd in crowds]
    for number, (stage, gate) in enumerate(method.questionnaire.gates):
        yield GateHang(
            gate.id,
            stage.id,
            gate.metric,
            gate.minimum,
            min((near for one in placements if (near := _nearest(method, one, number)) is not None), default=None),
            sum(_flips(method, crowd, one, number, -SHIFT) for crowd, one in zip(crowds, placements, strict=True)),
            sum(_flips(method, crowd, one, number, SHIFT) for crowd, one in zip(crowds, placements, strict=True)),
            sum(int(_deciding(method, one, number).sum()) for one in placements),
        )


def hang_on_weights(method: Method, crowds: Sequence[Crowd]) -> Iterator[WeightHang]:
    """Yield, weight by weight, how many firms would move with it; weights of nothing are left out."""
    positions = [place(method, crowd.profile, crowd.exists).position for crowd in crowds]
    weights = method.questionnaire.weights
    for stage_number, stage in enumerate(method.stages):
        for factor_number, factor in enumerate(method.factors):
            points = weights[factor].points.get(stage, 0.0)
            if points:
                less, more = (
                    _moved(with_weight(method, stage_number, factor_number, times), crowds, positions)
                    for times in (LESS, MORE)
                )
                yield WeightHang(stage, factor, points, less, more)


def with_weight(method: Method, stage: int, factor: int, times: float) -> Method:
    """Return the method with one weight multiplied; the stage adds up to 100 again."""
    changed = copy(method)
    weights = method.weights.copy()
    weights[stage, factor] *= times
    changed.weights = np.asarray(100.0 * weights / weights.sum(axis=1, keepdims=True))
    members = method.pillar_members[:, None, :]
    changed.points = (changed.weights.T[:, :, None] * members).reshape(len(method.factors), -1)
    return changed


def _moved(changed: Method, crowds: Sequence[Crowd], positions: Sequence[Ints]) -> int:
    return sum(
        int((place(changed, reweighed(changed, crowd.profile), crowd.exists).position != position).sum())
        for crowd, position in zip(crowds, positions, strict=True)
    )


def reweighed(method: Method, known: Profile) -> Profile:
    """Return the same factors under the weights of ``method``."""
    return weigh(method, known.factors, known.known, known.applicable, known.asked)


def _flips(method: Method, crowd: Crowd, placed: Placement, gate: int, points: float) -> int:
    shift = np.zeros((1, len(method.gates.ids)))
    shift[0, gate] = points
    return int((place(method, crowd.profile, crowd.exists, shift=shift).position != placed.position).sum())


def _deciding(method: Method, placed: Placement, gate: int) -> Bools:
    """Return the firms (n,) that this gate alone keeps from their next stage."""
    stage = method.gates.stage[gate]
    blocked = _holding(placed) & (method.gates.stage == stage)
    return np.asarray((placed.position == stage) & blocked[:, gate] & (blocked.sum(axis=1) == 1))


def _holding(placed: Placement) -> Bools:
    failing = np.isin(placed.outcome, (1, 2))  # fail, unknown
    return np.asarray(failing & placed.exists)


def _nearest(method: Method, placed: Placement, gate: int) -> float | None:
    """Return how far the minimum of a gate has to move before the first firm moves."""
    margin: Floats = placed.value[:, gate] - placed.minimum[0, gate]
    passed = (placed.outcome[:, gate] == PASS) & placed.exists[:, gate]
    counts = (passed & (placed.position > method.gates.stage[gate])) | _deciding(method, placed, gate)
    moves = np.abs(margin[counts & ~np.isnan(margin)])
    return float(moves.min()) if len(moves) else None
