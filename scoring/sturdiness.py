"""What missing answers and the thresholds themselves could change about a placement."""

import numpy as np

from scoring.method import Floats, Ints
from scoring.result import Sturdiness

SHIFT = 5.0  # points by which every gate's minimum is moved


def suppose(score: Floats) -> tuple[Floats, Floats]:
    """Return five versions of one firm: item scores (5, I) and by how much all minima are moved (5, 1).

    As it is; missing answers at their worst; at their best; with lower minima; with higher minima.
    """
    scores = np.repeat(score, 5, axis=0)
    missing = np.isnan(score[0])
    scores[1, missing], scores[2, missing] = 0.0, 100.0
    return scores, np.array([[0.0], [0.0], [0.0], [-SHIFT], [SHIFT]])


def judge_sturdiness(position: Ints) -> Sturdiness:
    """Return what the positions (5,) of the supposed versions say.

    The bounds always include the placement: an unknown gate is not passed, yet worst answers might pass it.
    """
    here, low, high, easier, harder = position.tolist()
    return Sturdiness(bounds=(min(here, low), max(here, high)), minima_minus_5=easier, minima_plus_5=harder)
