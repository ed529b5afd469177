"""What every contestant has to find out, and whether two of them found the same."""

from dataclasses import dataclass, fields

import numpy as np

from scoring.method import Floats, Ints


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where N respondents and n firms stand, and how far people agree in each firm."""

    people: "Places"
    score: Floats  # (n, I)
    ad: Floats  # (n, I)
    eta2: Floats  # (n, I)
    factors: Floats  # (n, F)
    firms: "Places"

    def differences(self, other: "Outcome") -> list[str]:
        """Return the names of what ``other`` found differently."""
        mine, theirs = _arrays(self), _arrays(other)
        return [name for name in mine if not np.allclose(mine[name], theirs[name], rtol=0, atol=1e-8, equal_nan=True)]


@dataclass(frozen=True, slots=True)
class Places:
    """Where n respondents or firms stand on the path."""

    index: Floats  # (n, S)
    position: Ints  # (n,)
    coordinate: Floats  # (n,)


def _arrays(found: Outcome | Places, before: str = "") -> dict[str, Floats | Ints]:
    arrays: dict[str, Floats | Ints] = {}
    for field in fields(found):
        value = getattr(found, field.name)
        arrays |= _arrays(value, f"{field.name}.") if isinstance(value, Places) else {before + field.name: value}
    return arrays
