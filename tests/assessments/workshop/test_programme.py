"""The three programmes, whom they ask what, and codes that people read from a wall."""

from collections.abc import Sequence

import pytest

from assessments.workshop import (
    EDITIONS,
    asked_in_room,
    asked_of,
    pause_after,
    programme,
    slot_minutes,
    slots,
    spaced_code,
    tidy_code,
    variant_of,
)
from assessments.workshop.codes import LETTERS
from scoring.model import Questionnaire


def phases(minutes: int, invited: bool = False) -> list[str]:
    return [step.phase for step in programme(minutes, invited)]


def test_the_programmes_are_those_of_the_method() -> None:
    assert phases(60) == ["lobby", "alone", "shown", "talk", "again", "placed", "ended"]
    assert phases(90, invited=True) == ["alone", "lobby", "shown", "talk", "again", "placed", "plan", "ended"]
    assert phases(180) == [
        "lobby", "alone", "pause", "shown", "talk", "again", "placed", "plan", "close", "ended",
    ]  # fmt: skip


@pytest.mark.parametrize("minutes", EDITIONS)
def test_the_steps_fill_the_time_and_the_discussions_fit_into_theirs(minutes: int) -> None:
    steps = programme(minutes, minutes == 90)
    assert sum(step.minutes for step in steps) == minutes
    talk = next(step.minutes for step in steps if step.phase == "talk")
    assert slots(minutes) * slot_minutes(minutes) <= talk


def test_only_the_shortest_asks_the_quick_scan() -> None:
    assert [variant_of(minutes) for minutes in EDITIONS] == ["quick", "full", "full"]


def room(questionnaire: Questionnaire, roles: Sequence[str]) -> set[str]:
    return {item.id for item in asked_in_room(questionnaire, "full", roles)}


def test_the_room_is_asked_what_at_least_one_role_in_it_is_asked(questionnaire: Questionnaire) -> None:
    everybody = [role.id for role in questionnaire.roles]
    assert room(questionnaire, everybody) == set(questionnaire.item_by_id)
    two = room(questionnaire, ["exec", "marketing"])
    restricted = {item.id for item in questionnaire.items if item.audience != "all"}
    assert two < set(questionnaire.item_by_id)
    assert set(questionnaire.item_by_id) - two <= restricted


def test_a_role_that_is_alone_speaks_for_the_whole_firm(questionnaire: Questionnaire) -> None:
    assert room(questionnaire, ["marketing"]) == set(questionnaire.item_by_id)
    assert all(asked_of(item, "marketing", ("marketing",)) for item in questionnaire.items)


def test_codes_are_read_however_they_were_typed() -> None:
    assert tidy_code(" k7f-3qm ") == "K7F3QM"
    assert spaced_code("K7F3QM") == "K7F 3QM"
    assert not set("01OILU8BSZ") & set(LETTERS)


def test_wrong_codes_slow_down_and_never_lock_out() -> None:
    pauses = [pause_after(wrong) for wrong in range(100)]
    assert pauses[:4] == [0.0, 0.0, 0.0, 0.5]
    assert pauses == sorted(pauses)
    assert pauses[-1] == 3.0
