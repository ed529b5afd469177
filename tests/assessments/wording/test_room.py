"""What the room's screen and the phones say besides the answers."""

from typing import get_args

import pytest

from assessments.wording import room, seat
from assessments.workshop import Phase
from tests.assessments.wording.results import result
from tests.scoring.samples import social_crm


@pytest.mark.parametrize("phase", get_args(Phase))
def test_every_step_has_its_words(phase: Phase) -> None:
    assert room.HEADINGS[phase]
    assert seat.LINES[phase]
    assert seat.title(phase, "Hartwell")


@pytest.mark.parametrize(
    ("joined", "spectators", "line"),
    [
        (0, 0, "Nobody has joined yet"),
        (1, 0, "One person has joined"),
        (13, 1, "13 people have joined, one more watches"),
        (2, 3, "Two people have joined, three more watch"),
    ],
)
def test_who_has_joined_is_counted(joined: int, spectators: int, line: str) -> None:
    assert room.joined_line(joined, spectators) == line


def test_progress_is_told_in_people_and_in_answers() -> None:
    assert room.done_line(1) == "of 1 is done"
    assert room.done_line(11) == "of 11 are done"
    assert room.given_line(1_030, 1_760) == "1,030 of 1,760 answers are in."
    assert room.given_line(16, 16) == "All answers are in."
    assert room.given_line(0, 0) == ""
    assert room.once_more_line(3, 10).endswith("3 of 10 are done.")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_a_screen_that_phones_cannot_reach_says_so(host: str) -> None:
    assert host in room.cannot_reach_line(host)
    assert room.cannot_reach_line("workshop.example.org") == ""


def test_where_customers_call_the_firm_is_a_sentence() -> None:
    questionnaire = social_crm()
    assert room.destination_title(questionnaire, "Hartwell", result("hartwell")) == (
        "Customers of Hartwell call for Traditional CRM, today and in five years"
    )
    different = room.destination_title(questionnaire, "Castellan", result("castellan"))
    assert different.startswith("Customers of Castellan call for ")


def test_topics_are_counted() -> None:
    assert room.topic_count(2, 3) == "Question 2 of 3"
    assert room.topic_count(None, 3) == "A question"
    assert room.length_line(16) == "16 questions, which you answer alone on this phone. Then we talk."


def test_whoever_is_done_is_told_what_happens_now() -> None:
    assert seat.done_title(0) == "That was all. Thank you"
    assert seat.done_title(2) == "Two questions left"
    assert "stored" in seat.done_line(0)
    assert "leave" in seat.done_line(1)
    assert seat.title("ended", "Hartwell") == "Thank you for taking part"
