"""Role-balanced voices: each role counts the same whatever its head count, unless its weight says otherwise."""

import math

import numpy as np

from scoring.method import Bools, Floats, Ints
from scoring.sheet import Sheet


def role_shares(present: Bools, role_weights: Floats) -> Floats:
    """Return the weight of each role (n, R, I) among the roles present; 0 everywhere when no role carries weight."""
    weights = present * role_weights[..., None]
    total = weights.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(weights, total, out=np.zeros_like(weights), where=total > 0))


def balanced_share(part: Ints, whole: Ints, role_weights: Floats) -> Floats:
    """Return the role-balanced share (n, I) of ``part`` in ``whole``, both (n, R, I); NaN where nobody answered."""
    shares = role_shares(whole > 0, role_weights)
    fraction = np.divide(part, whole, out=np.zeros(part.shape), where=whole > 0)
    balanced = np.asarray((shares * fraction).sum(axis=1))
    return np.where(shares.sum(axis=1) > 0, balanced, np.nan)


def balanced_mean(sheet: Sheet, values: Floats, role_count: int) -> Floats:
    """Return the role-balanced mean (n, columns) of ``values`` (N, columns); NaN rows are people without an answer."""
    answered = ~np.isnan(values).any(axis=1)
    group = (sheet.firm * role_count + sheet.role)[answered]
    shape = (sheet.firms, role_count, values.shape[1])
    cell = group[:, None] * shape[2] + np.arange(shape[2])
    sums = np.bincount(cell.ravel(), weights=values[answered].ravel(), minlength=math.prod(shape)).reshape(shape)
    people = np.bincount(group, minlength=shape[0] * shape[1]).reshape(shape[:2])
    weights = sheet.role_weights * (people > 0)
    total = weights.sum(axis=1, keepdims=True)
    per_person = np.divide(weights, people, out=np.zeros(weights.shape), where=people > 0)
    balanced = (per_person[:, :, None] * sums).sum(axis=1)
    return np.asarray(np.divide(balanced, total, out=np.full(balanced.shape, np.nan), where=total > 0))
