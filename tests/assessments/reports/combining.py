"""Few combinations of choices among which every two choices meet."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

Combination = Mapping[str, str]


def covering(choices: Mapping[str, Sequence[str]], strength: int) -> Iterator[Combination]:
    """Yield combinations until every ``strength`` choices of different kinds have stood together at least once."""
    rows = [tuple(zip(choices, row, strict=True)) for row in product(*choices.values())]
    groups = {row: set(combinations(row, strength)) for row in rows}
    apart = set().union(*groups.values())
    while apart:
        best = max(rows, key=lambda row: len(apart & groups[row]))
        apart -= groups[best]
        yield dict(best)
