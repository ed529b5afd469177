"""What missing answers and the thresholds themselves could change about a placement."""

import numpy as np

from scoring.levels import Items, Profile, profile
from scoring.method import Bools, Method
from scoring.placement import place
from scoring.result import Sturdiness

SHIFT = 5.0  # points by which every gate's minimum is moved


def measure_sturdiness(
    method: Method, items: Items, asked: Bools, known: Profile, exists: Bools, position: int
) -> Sturdiness:
    """Return the positions reached with missing answers at their worst and best, and with every gate moved by 5 points.

    The bounds always include the placement: an unknown gate is not passed, yet worst answers might pass it.
    """
    low, high = _bounds(method, items, asked, exists)
    return Sturdiness(
        bounds=(min(position, low), max(position, high)),
        minima_minus_5=int(place(method, known, exists, shift=-SHIFT).position[0]),
        minima_plus_5=int(place(method, known, exists, shift=SHIFT).position[0]),
    )


def _bounds(method: Method, items: Items, asked: Bools, exists: Bools) -> tuple[int, int]:
    filled = np.concatenate([np.where(np.isnan(items.score), value, items.score) for value in (0.0, 100.0)])
    both = profile(method, filled, np.repeat(items.na, 2, axis=0), asked)
    low, high = place(method, both, np.repeat(exists, 2, axis=0)).position
    return int(low), int(high)
