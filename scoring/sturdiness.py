"""What missing answers and the thresholds themselves could change about a placement."""

import numpy as np

from scoring.levels import Items, profile
from scoring.method import Bools, Method
from scoring.placement import place
from scoring.result import Sturdiness

SHIFT = 5.0  # points by which every gate's minimum is moved


def measure_sturdiness(method: Method, items: Items, asked: Bools, exists: Bools, position: int) -> Sturdiness:
    """Return the positions reached with missing answers at their worst and best, and with every gate moved by 5 points.

    The bounds always include the placement: an unknown gate is not passed, yet worst answers might pass it.
    """
    score = np.repeat(items.score, 4, axis=0)  # worst answers, best answers, lower minima, higher minima
    missing = np.isnan(items.score[0])
    score[0, missing], score[1, missing] = 0.0, 100.0
    shift = np.array([[0.0], [0.0], [-SHIFT], [SHIFT]])
    placement = place(method, profile(method, score, items.na, asked), exists, shift=shift)
    low, high, easier, harder = placement.position.tolist()
    return Sturdiness(bounds=(min(position, low), max(position, high)), minima_minus_5=easier, minima_plus_5=harder)
