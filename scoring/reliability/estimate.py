"""A statistic that could be computed, or the plain reason why not."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]

NEGLIGIBLE = 1e-12  # a sum this small beside its parts is a zero that was rounded

ONE_ITEM = "There is only one item; this needs two or more."
FEW_ROWS = "Fewer than two rows have an answer to every item."
NO_VARIANCE = "The answers do not vary."


@dataclass(frozen=True, slots=True)
class Estimate:
    """The value of a statistic, or None and the reason; never both, never neither."""

    value: float | None
    reason: str | None = None


def known(value: float) -> Estimate:
    """Return a statistic that could be computed."""
    return Estimate(float(value))


def unknown(reason: str) -> Estimate:
    """Return a statistic that cannot be computed, and why."""
    return Estimate(None, reason)
