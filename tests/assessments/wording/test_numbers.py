"""Numbers and lists are written as people read them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments import wording
from assessments.wording import numbers


@pytest.mark.parametrize(
    ("value", "shown"), [(0.5, "1"), (1.5, "2"), (2.5, "3"), (41.67, "42"), (-0.5, "-1"), (37.49, "37"), (-0.2, "0")]
)
def test_points_are_rounded_half_away_from_zero(value: float, shown: str) -> None:
    assert wording.whole(value) == shown


def test_noise_of_arithmetic_does_not_change_a_rounding() -> None:
    assert wording.whole(0.1 * 3 * 10 / 6) == "1"
    assert wording.percent(0.285) == "29%"


@pytest.mark.parametrize(
    ("value", "test", "limit", "shown"),
    [
        (41.67, ">=", 55, "42"),
        (54.6, ">=", 55, "54.6"),
        (39.732, ">=", 40, "39.7"),
        (54.996, ">=", 55, "54.996"),
        (37.5, "<=", 37.5, "37.5"),
        (37.5, ">=", 37.5, "38"),
        (20.2, ">", 20, "20.2"),
        (19.6, "<", 20, "19.6"),
    ],
)
def test_a_value_never_contradicts_the_limit_beside_it(value: float, test: str, limit: float, shown: str) -> None:
    assert numbers.beside(value, test, limit) == shown


@given(st.floats(0, 100), st.sampled_from(("<", "<=", ">", ">=")), st.integers(0, 200))
def test_no_value_ever_contradicts_its_limit(value: float, test: str, half_points: int) -> None:
    limit = half_points / 2
    value = round(value, 6)
    holds = {"<": value < limit, "<=": value <= limit, ">": value > limit, ">=": value >= limit}[test]
    shown = Decimal(numbers.beside(value, test, limit))
    assert {"<": shown < limit, "<=": shown <= limit, ">": shown > limit, ">=": shown >= limit}[test] == holds


def test_counts_and_lists_read_as_speech() -> None:
    assert numbers.counted(1, "gate") == "one gate"
    assert numbers.counted(12, "person", "people") == "twelve people"
    assert numbers.counted(1300, "person", "people") == "1,300 people"
    assert numbers.listed([]) == ""
    assert numbers.listed(["a"]) == "a"
    assert numbers.listed(["a", "b", "c"]) == "a, b and c"


def test_labels_lose_their_capital_inside_a_sentence_unless_they_are_short_forms() -> None:
    assert numbers.within("Sales") == "sales"
    assert numbers.within("IT or a systems project") == "IT or a systems project"
    assert numbers.within("A group") == "a group"
