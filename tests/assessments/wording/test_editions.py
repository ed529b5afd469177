"""What an edition has of its own is said beside what its base says."""

from typing import Any

import pytest

from assessments.wording import editions


@pytest.mark.parametrize(
    ("base", "said"),
    [
        ("", "its base has nothing here."),
        (None, "its base has nothing here."),
        (True, "its base says yes."),
        (False, "its base says no."),
        ("We look.", "its base says: “We look.”"),
        (37.5, "its base says 37.5."),
    ],
)
def test_what_the_base_says(base: Any, said: str) -> None:
    assert editions.said_by_base(base) == f"This edition’s own; {said}"


def test_what_is_chosen_is_called_by_its_name() -> None:
    assert (
        editions.said_by_base(1, {1: "Know and own"}.__getitem__) == "This edition’s own; its base says Know and own."
    )


def test_own_weights_are_counted() -> None:
    assert "every weight is as" in editions.own_weights(0, 19)
    assert editions.own_weights(1, 19).startswith("At this stage 1 of 19 weights is")
    assert editions.own_weights(2, 19).startswith("At this stage 2 of 19 weights are")
