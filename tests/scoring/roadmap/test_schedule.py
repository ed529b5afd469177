"""When actions start and finish."""

from datetime import date, timedelta
from functools import partial
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.roadmap.schedule import Job, Slot, first_day, first_monday_after, horizon, schedule

WEEKLY = 2.0


def job(id_: str, weeks: int, effort: float = 1.0, needs: tuple[str, ...] = (), **more: int) -> Job:
    early_win = bool(more.pop("early_win", 0))
    return Job(id_, effort, weeks, frozenset(needs), more.pop("hop", 1), more.pop("phase", 1), early_win, **more)


@st.composite
def jobs(draw: st.DrawFn) -> list[Job]:
    """Up to nine jobs, each waiting for some of those before it, none too heavy for a week."""
    made: list[Job] = []
    for number in range(draw(st.integers(0, 9))):
        weeks = draw(st.integers(1, 30))
        needs = draw(st.sets(st.sampled_from(made), max_size=2)) if made else set()
        made.append(
            Job(
                id=f"A{number}",
                effort=draw(st.floats(0, WEEKLY * weeks)),
                weeks=weeks,
                needs=frozenset(one.id for one in needs),
                hop=draw(st.integers(1, 3)),
                phase=draw(st.integers(1, 4)),
                early_win=draw(st.booleans()),
                not_before=draw(st.sampled_from([1, 1, 1, 5])),
            )
        )
    return made


def loads(planned: list[Job], slots: dict[str, Slot]) -> list[float]:
    last = max((slot.finish for slot in slots.values()), default=0)
    return [
        sum(one.load for one in planned if slots[one.id].start <= week <= slots[one.id].finish)
        for week in range(1, last + 1)
    ]


@given(jobs())
def test_every_action_takes_its_weeks_after_what_it_needs(planned: list[Job]) -> None:
    slots = schedule(planned, WEEKLY)
    assert slots.keys() == {one.id for one in planned}
    for one in planned:
        slot = slots[one.id]
        assert slot.finish - slot.start + 1 == one.weeks
        assert slot.start >= one.not_before
        assert all(slot.start > slots[need].finish for need in one.needs)


@given(jobs())
def test_no_week_carries_more_than_the_capacity(planned: list[Job]) -> None:
    assert all(load <= WEEKLY * (1 + 1e-6) for load in loads(planned, schedule(planned, WEEKLY)))


@given(jobs())
def test_an_early_win_that_waits_for_nothing_starts_in_week_one(planned: list[Job]) -> None:
    slots = schedule(planned, WEEKLY)
    free = [one for one in planned if one.early_win and not one.needs and one.not_before == 1]
    assert not free or any(slots[one.id].start == 1 for one in planned if one.early_win)


@given(jobs(), st.randoms())
def test_the_order_actions_are_listed_in_changes_nothing(planned: list[Job], random: Random) -> None:
    shuffled = list(planned)
    random.shuffle(shuffled)
    assert schedule(shuffled, WEEKLY) == schedule(planned, WEEKLY)


@given(jobs())
def test_nothing_starts_in_the_future_without_a_reason(planned: list[Job]) -> None:
    """An action starts in its first allowed week, or a week of its span one week earlier is too full."""
    slots = schedule(planned, WEEKLY)
    weeks = loads(planned, slots)
    for one in planned:
        slot = slots[one.id]
        if slot.start > max([one.not_before, *(slots[need].finish + 1 for need in one.needs)]):
            earlier = weeks[slot.start - 2] + one.load
            assert earlier > WEEKLY or max(weeks[slot.start - 2 : slot.finish]) + one.load > WEEKLY


def test_the_order_is_win_then_stage_then_phase_then_longest_chain_then_effort_then_id() -> None:
    heavy = partial(job, weeks=2, effort=WEEKLY * 2)  # one at a time
    planned = [
        heavy("A1", hop=2, phase=4, early_win=1),
        heavy("A2", hop=2, early_win=1),
        heavy("A3", phase=2),
        heavy("A4"),
        heavy("A5"),
        heavy("A6", needs=("A5",)),
        job("A7", weeks=2, effort=WEEKLY * 1.5),
    ]
    slots = schedule(planned, WEEKLY)
    assert sorted(slots, key=lambda id_: slots[id_].start) == ["A2", "A5", "A7", "A4", "A6", "A3", "A1"]


def test_loads_that_just_fit_together_run_together() -> None:
    planned = [job(f"A{number}", weeks=10, effort=WEEKLY) for number in range(10)]
    assert {slot.start for slot in schedule(planned, WEEKLY).values()} == {1}


def test_one_action_may_need_all_of_a_large_capacity() -> None:
    weekly = 10_000 / 13
    assert schedule([job("A1", weeks=7, effort=weekly * (7 + 1e-9))], weekly) == {"A1": Slot(1, 7)}


@pytest.mark.parametrize(("finish", "expected"), [(13, "now"), (14, "next"), (52, "next"), (53, "later")])
def test_horizons(finish: int, expected: str) -> None:
    assert horizon(finish) == expected


def test_weeks_are_counted_from_the_first_day() -> None:
    assert first_day(date(2026, 11, 23), 1) == date(2026, 11, 23)
    assert first_day(date(2026, 11, 23), 8) == date(2027, 1, 11)


@pytest.mark.parametrize("day", [date(2026, 11, 22) + timedelta(days=days) for days in range(8)])
def test_a_plan_begins_on_a_monday_within_a_week_and_never_on_the_day_of_the_assessment(day: date) -> None:
    monday = first_monday_after(day)
    assert monday.weekday() == 0
    assert 1 <= (monday - day).days <= 7
