"""What missing answers and slightly different minima could change."""

import pytest

from scoring.answers import Unanswered
from tests.scoring.samples import changed, firm, result_of


def test_missing_answers_bound_the_placement() -> None:
    unknown = {"own_03": Unanswered.DONT_KNOW, "own_05": Unanswered.DONT_KNOW}
    found = result_of(changed(firm("pebble"), unknown))
    assert (found.position, found.sturdiness.bounds) == (1, (1, 3))


@pytest.mark.parametrize(("name", "moved"), [("hartwell", (1, 1)), ("northvale", (1, 0)), ("pebble", (3, 3))])
def test_every_minimum_moved_by_five_points(name: str, moved: tuple[int, int]) -> None:
    sturdiness = result_of(firm(name)).sturdiness
    assert (sturdiness.minima_minus_5, sturdiness.minima_plus_5) == moved
    assert sturdiness.sturdy is (moved[0] == moved[1])
