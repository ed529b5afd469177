"""How often each action would be chosen again."""

import numpy as np
import pytest

from scoring.roadmap import Wishes, share_of_replicates
from tests.scoring import samples
from tests.scoring.roadmap.firms import firm


def factors(name: str, count: int, spread: float) -> np.ndarray:
    start = firm(name).problem().ground.factors
    noise = np.random.default_rng(20261122).normal(0.0, spread, (count, len(start)))
    return np.clip(start + noise, 0.0, 100.0)


@pytest.mark.parametrize("name", ["northvale", "hartwell", "pebble"])
def test_without_doubt_every_action_stays(name: str) -> None:
    one = firm(name)
    shares = share_of_replicates(samples.method(), one.assessment, one.result, factors(name, 2, 0.0))
    assert shares == {action.id: 1.0 for action in sorted(one.plan().actions, key=lambda action: action.id)}


def test_with_doubt_some_actions_would_be_chosen_less_often() -> None:
    one = firm("northvale")
    shares = share_of_replicates(samples.method(), one.assessment, one.result, factors("northvale", 20, 6.0))
    assert shares["A22"] == shares["A04"] == 1.0
    assert 0.0 < min(shares.values()) < 1.0
    assert shares == share_of_replicates(samples.method(), one.assessment, one.result, factors("northvale", 20, 6.0))


def test_pins_stay_whatever_the_doubt() -> None:
    one = firm("northvale")
    wishes = Wishes(pinned=("A34",))
    shares = share_of_replicates(
        samples.method(), one.assessment, one.result, factors("northvale", 3, 6.0), wishes=wishes
    )
    assert shares["A34"] == 1.0
