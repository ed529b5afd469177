"""The method written by hand in plain numpy: whole arrays, no blocks, nothing but what the contest asks for."""

import numpy as np

from benchmarks.peers.outcome import Outcome, Places
from scoring.method import STATES, Bools, Floats, Ints, Method
from scoring.sheet import Sheet


def run(method: Method, sheet: Sheet) -> Outcome:
    """Place respondents and firms, and measure agreement."""
    people = _place(method, _factors(method, _look_up(method, sheet)))
    score, ad, eta2 = _agree(method, _count(method, sheet))
    factors = _factors(method, score)
    return Outcome(people, score, ad, eta2, factors, _place(method, factors))


def _look_up(method: Method, sheet: Sheet) -> Floats:
    table = np.full((len(method.items), STATES + method.width), np.nan)
    table[:, STATES:] = method.line_scores
    offset = np.arange(len(method.items)) * table.shape[1] + STATES
    return table.ravel()[sheet.codes + offset]


def _factors(method: Method, scores: Floats) -> Floats:
    """Mean of each factor's items, where at least half of them are answered."""
    valid = ~np.isnan(scores)
    answered = valid @ method.membership
    sums = np.where(valid, scores, 0.0) @ method.membership
    enough = answered >= 0.5 * method.membership.sum(axis=0)
    return np.where(enough, sums / np.maximum(answered, 1.0), np.nan)


def _place(method: Method, factors: Floats) -> Places:
    """Return the index of every stage, and the position and path coordinate that the gates allow."""
    known = ~np.isnan(factors)
    filled = np.where(known, factors, 0.0)
    index = np.empty((len(factors), len(method.stages)))
    pillars, complete = [], []
    for stage, weights in enumerate(method.weights):
        points = weights[:, None] * method.pillar_members  # (F, P)
        known_points, sums = known @ points, filled @ points
        with np.errstate(invalid="ignore"):
            pillars.append(sums / known_points)
            index[:, stage] = sums.sum(axis=1) / known_points.sum(axis=1)
        complete.append(known_points >= 0.6 * points.sum(axis=0) - 1e-9)
    values = _measure(method, factors, pillars, complete, index)
    reached = np.ones(index.shape, dtype=bool)
    for value, stage, minimum in zip(values, method.gates.stage, method.gates.minimum, strict=True):
        reached[:, stage] &= value >= minimum - 1e-9  # a missing value passes nothing
    position = np.cumprod(reached, axis=1).sum(axis=1)
    return Places(index, position, position + 0.99 * _ahead(method, values, position, factors, index))


def _measure(
    method: Method, factors: Floats, pillars: list[Floats], complete: list[Bools], index: Floats
) -> list[Floats]:
    """Return what every gate measures."""
    values = []
    for kind, target, stage in zip(method.gates.kind, method.gates.target, method.gates.stage, strict=True):
        if kind == "factor":
            value = factors[:, target]
        elif kind == "pillar":
            value = np.where(complete[stage][:, target], pillars[stage][:, target], np.nan)
        else:
            value = index[:, stage] if kind == "index" else pillars[stage].min(axis=1)
            value = np.where(complete[stage].all(axis=1), value, np.nan)
        values.append(value)
    return values


def _ahead(method: Method, values: list[Floats], position: Ints, factors: Floats, index: Floats) -> Floats:
    """Return the progress towards the next stage's gates, beyond the last stage how well the firm renews itself."""
    made, gates = np.zeros(len(position)), np.zeros(len(position))
    for value, stage, minimum in zip(values, method.gates.stage, method.gates.minimum, strict=True):
        counted = (position == stage) & ~np.isnan(value)
        gates += counted
        made += np.where(counted, np.clip(value / (minimum / 2.0) - 1.0, 0.0, 1.0), 0.0)
    renewal = factors[:, method.factor_index[str(method.questionnaire.settings.open_end)]]
    beyond = np.where(np.isnan(renewal), index[:, -1], renewal) / 100.0
    return np.where(position == len(method.stages), beyond, made / np.maximum(gates, 1.0))


def _count(method: Method, sheet: Sheet) -> Ints:
    """Count every answer of every role in every firm (n, R, I, K)."""
    items, width = len(method.items), STATES + method.width
    group = (sheet.firm * len(method.roles) + sheet.role) * items
    cell = (group[:, None] + np.arange(items)) * width + sheet.codes + STATES
    shape = (len(sheet.role_weights), len(method.roles), items, width)
    return np.bincount(cell.ravel(), minlength=np.prod(shape)).reshape(shape)[..., STATES:]


def _agree(method: Method, counts: Ints) -> tuple[Floats, Floats, Floats]:
    """Return role-balanced score, average deviation, and the share of the variance between roles (n, I)."""
    lines = np.nan_to_num(method.line_scores)
    people = counts.sum(axis=3)
    heard = people > 0
    share = heard / np.maximum(heard.sum(axis=1, keepdims=True), 1)
    per_person = share / np.maximum(people, 1)
    distribution = np.einsum("nri,nrik->nik", per_person, counts)
    score = np.einsum("nik,ik->ni", distribution, lines)
    score[~heard.any(axis=1) | np.isnan(method.line_scores).all(axis=1)] = np.nan
    deviation = np.abs(lines - score[:, :, None])
    ad = np.einsum("nik,nik->ni", distribution, deviation)
    total = np.einsum("nik,nik->ni", distribution, deviation**2)
    role_mean = np.einsum("nrik,ik->nri", counts, lines) / np.maximum(people, 1)
    between = (share * (role_mean - score[:, None]) ** 2).sum(axis=1)
    eta2 = np.where(total > 1e-9, between / np.maximum(total, 1e-9), 0.0)
    return score, ad, np.where(np.isnan(score), np.nan, np.clip(eta2, 0.0, 1.0))
