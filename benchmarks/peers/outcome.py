"""What every contestant has to find out, and whether two of them found the same."""

from dataclasses import dataclass, fields

import numpy as np

from scoring.method import Floats, Ints


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where N respondents and n firms stand, and how far people agree in each firm."""

    people_index: Floats  # (N, S)
    people_position: Ints  # (N,)
    score: Floats  # (n, I)
    ad: Floats  # (n, I)
    eta2: Floats  # (n, I)
    factors: Floats  # (n, F)
    index: Floats  # (n, S)
    position: Ints  # (n,)

    def differences(self, other: "Outcome") -> list[str]:
        """Return the names of what ``other`` found differently."""
        return [
            field.name
            for field in fields(self)
            if not np.allclose(getattr(self, field.name), getattr(other, field.name), rtol=0, atol=1e-8, equal_nan=True)
        ]
