"""The programme in words: when what happens, what the next button does, what the room sees."""

from datetime import UTC, datetime
from typing import get_args

import pytest

from assessments.wording.programme import (
    log_line,
    obvious_label,
    on_screen_line,
    plan_of_time,
    slots_line,
    step_name,
    step_words,
)
from assessments.workshop import CONTROLS, Control, Phase, Standing, begin, decide, programme
from assessments.workshop.obvious import obvious

NOW = datetime(2026, 11, 26, tzinfo=UTC)


@pytest.mark.parametrize("phase", get_args(Phase))
def test_every_step_has_a_name_and_says_what_happens(phase: Phase) -> None:
    assert step_name(phase)
    assert step_words(phase).happens.endswith(".")


def test_the_plan_of_an_hour() -> None:
    stretches = plan_of_time([(step.phase, step.minutes) for step in programme(60, False)])
    assert [(one.when, one.name) for one in stretches][:3] == [
        ("0–5", "Welcome"),
        ("5–15", "Answer alone"),
        ("15–20", "Customers first"),
    ]
    assert sum(one.minutes for one in stretches) == 60


def test_an_invitation_comes_before_the_first_minute() -> None:
    stretches = plan_of_time([(step.phase, step.minutes) for step in programme(90, True)])
    assert (stretches[0].when, stretches[0].name) == ("days before", "Answer alone")
    assert stretches[1].when == "0–20"


def labels(standing: Standing) -> list[str]:
    """Return what the one obvious button says from here to the end."""
    said = []
    while (next_thing := obvious(standing, NOW)) is not None:
        said.append(obvious_label(standing.phase, standing.current, next_thing))
        control = next_thing.control
        standing = decide(standing, Control(control.name, control.item, confirmed=True), NOW)
    return said


def test_the_obvious_button_leads_through_an_hour() -> None:
    standing = begin(60, False, ["a", "b", "c"], NOW)
    standing = Standing(**{**{name: getattr(standing, name) for name in standing.__slots__}, "topics": ("a", "b")})
    assert labels(standing) == [
        "Open the questions",
        "Close the questions and show what customers do",
        "Start the discussion",
        "Show the answers",
        "Next question",
        "Show the answers",
        "Open the second answers",
        "Close the second answers and show what changed",
        "Show the second answers",
        "Next question",
        "Show the second answers",
        "Show where the firm stands",
        "End the workshop",
    ]


def test_what_was_hidden_is_shown_again_first() -> None:
    standing = decide(begin(60, False, ["a"], NOW), Control("hide"), NOW)
    assert labels(standing)[:2] == ["Show it on the screen again", "Open the questions"]


def test_what_the_room_sees() -> None:
    assert on_screen_line("lobby", "nothing", curtain=False) == (
        "The room sees the code to join with, and how many have joined."
    )
    assert on_screen_line("talk", "topic", curtain=False) == "The room sees the answers to this question."
    assert on_screen_line("talk", "topic", curtain=True) == "The room sees nothing: the screen is hidden."
    assert "nobody’s answers" in on_screen_line("talk", "nothing", curtain=False)


@pytest.mark.parametrize(
    "control", [*CONTROLS, "idle", "wake", "remove", "exclude", "include", "hand_over", "take_over"]
)
def test_every_control_can_be_logged(control: str) -> None:
    assert log_line("Mara", control, "seat 7", "").startswith("Mara ")


def test_a_reason_is_logged() -> None:
    assert log_line("", "exclude", "seat 7", "A test") == "A facilitator left out seat 7, because: A test."


def test_slots() -> None:
    assert slots_line(3, 8) == "Time for three questions of eight minutes each"
