"""Whoever only ever presses the one obvious button gets through any workshop, from wherever it stands."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assessments.workshop import CONTROLS, Control, NotNow, Standing, begin, decide
from assessments.workshop.obvious import obvious

ITEMS = ("a", "b", "c", "d")
NOW = datetime(2026, 11, 26, tzinfo=UTC)
MOST_PRESSES = 60  # more than the longest programme has stops and reveals

PRESSES = st.lists(
    st.builds(Control, st.sampled_from(sorted(CONTROLS)), st.sampled_from(["", *ITEMS, "talk", "again", "shown"])),
    max_size=12,
)
STANDINGS = st.builds(
    lambda minutes, invited, topics: replace(begin(minutes, invited, ITEMS, NOW), topics=tuple(topics)),
    st.sampled_from([60, 90, 180]),
    st.booleans(),
    st.lists(st.sampled_from(ITEMS), unique=True, max_size=3),
)


def after(standing: Standing, presses: list[Control]) -> Standing:
    """Return where a workshop stands after some presses; those that are refused change nothing."""
    for number, control in enumerate(presses):
        try:
            standing = decide(standing, control, NOW + timedelta(seconds=number))
        except NotNow:
            continue
    return standing


@given(STANDINGS, PRESSES)
def test_the_obvious_button_always_works_and_ends_every_workshop(standing: Standing, presses: list[Control]) -> None:
    here = after(standing, presses)
    for _ in range(MOST_PRESSES):
        found = obvious(here, NOW)
        if found is None:
            break
        here = decide(here, replace(found.control, confirmed=True), NOW)
        assert (here.phase, here.current) == (found.phase, found.current)
    assert here.phase == "ended"
    assert obvious(here, NOW) is None
