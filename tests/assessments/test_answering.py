"""Answering: started, resumed, answered, taken back, finished, opened again, started anew."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assessments import answering
from assessments.answering import Desk, NotAccepted, Started, Unavailable
from assessments.storage import Database
from scoring.answers import Submission, Unanswered
from tests.assessments.conftest import only

SPLIT = {"person": 20, "phone": 58, "mail": 14, "web": 7, "mobile": 1, "social": 0}


def said(desk: Desk, started: Started) -> Submission:
    return answering.open_assessment(desk, started.token).assessment.submissions[0]


def test_a_new_assessment_is_empty_and_ready(desk: Desk) -> None:
    started = answering.start(desk, "  Acme \n Widgets ", "quick")
    resumed = answering.resume(desk, started.token)
    assert resumed.firm == "Acme Widgets"
    assert resumed.variant == "quick"
    assert (resumed.finished, resumed.sample, resumed.place) == (False, False, None)
    assert said(desk, started) == Submission("r1", "exec", {})


def test_every_link_is_its_own(desk: Desk) -> None:
    """Two firms of one name have nothing to do with each other."""
    one, other = answering.start(desk, "Acme", "quick"), answering.start(desk, "Acme", "quick")
    assert one.token != other.token
    assert len(one.token) == 43
    answering.answer(desk, one.token, "dem_03", 5)
    assert said(desk, other).answers == {}


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_a_firm_needs_a_name(desk: Desk, name: str) -> None:
    with pytest.raises(NotAccepted, match="name of the firm"):
        answering.start(desk, name, "quick")


def test_an_unknown_variant_is_refused(desk: Desk) -> None:
    with pytest.raises(NotAccepted, match="quick scan or the full"):
        answering.start(desk, "Acme", "medium")


@pytest.mark.parametrize(
    ("item", "value", "stored"),
    [
        ("dem_03", 5, 5),
        ("cul_03", "dk", Unanswered.DONT_KNOW),
        ("cul_03", Unanswered.DONT_KNOW, Unanswered.DONT_KNOW),
        ("own_01", "joint", "joint"),
        ("own_11", ["solve", "happy"], None),
        ("cul_12", 66, 66),
        ("cul_12", 66.0, 66),
        ("dem_01", SPLIT, SPLIT),
        ("dem_01", {"phone": 100.0}, {**dict.fromkeys(SPLIT, 0), "phone": 100}),
    ],
)
def test_each_kind_of_answer_is_stored(desk: Desk, full: Started, item: str, value: object, stored: object) -> None:
    answering.answer(desk, full.token, item, value)
    if stored is None:
        assert set(said(desk, full).answers[item]) == set(value)  # type: ignore[call-overload]
    else:
        assert said(desk, full).answers == {item: stored}


@pytest.mark.parametrize(
    ("fact", "value", "stored"),
    [
        ("ctx_age", "under_3", "under_3"),
        ("ctx_pressure", ["trend", "board", "trend"], ("board", "trend")),
        ("ctx_measured", 58, 58),
        ("ctx_measured", None, None),
        ("ctx_industry", " Online\nservices ", "Online services"),
    ],
)
def test_each_kind_of_fact_is_stored(desk: Desk, full: Started, fact: str, value: object, stored: object) -> None:
    answering.answer_fact(desk, full.token, fact, value)
    assert answering.open_assessment(desk, full.token).assessment.context == {fact: stored}


def test_the_last_tap_counts_and_touches_nothing_else(desk: Desk, quick: Started) -> None:
    """Two tabs: the one opened earlier does not put back what it once showed."""
    answering.answer(desk, quick.token, "dem_03", 1)
    answering.answer(desk, quick.token, "dem_05", 4)
    answering.write_note(desk, quick.token, "dem_05", "Survey of June.")
    answering.answer(desk, quick.token, "dem_03", 2)
    assert said(desk, quick).answers == {"dem_03": 2, "dem_05": 4}
    assert said(desk, quick).notes == {"dem_05": "Survey of June."}


def test_an_answer_and_its_note_are_taken_back_one_by_one(desk: Desk, quick: Started) -> None:
    answering.write_note(desk, quick.token, "dem_05", "Written before tapping \U0001f600\r\nSecond line\x0bthird.")
    answering.answer(desk, quick.token, "dem_05", 4)
    answering.clear(desk, quick.token, "dem_05")
    assert said(desk, quick).answers == {}
    assert said(desk, quick).notes == {"dem_05": "Written before tapping \U0001f600\nSecond line\nthird."}
    answering.write_note(desk, quick.token, "dem_05", "  ")
    assert said(desk, quick).notes == {}


def test_a_fact_is_taken_back(desk: Desk, quick: Started) -> None:
    answering.answer_fact(desk, quick.token, "ctx_size", "m")
    answering.clear_fact(desk, quick.token, "ctx_size")
    assert answering.open_assessment(desk, quick.token).assessment.context == {}


def test_a_repeated_message_counts_once(desk: Desk, quick: Started) -> None:
    first = answering.answer_fact(desk, quick.token, "ctx_size", "m", key="a")
    answering.answer_fact(desk, quick.token, "ctx_size", "l", key="b")
    assert answering.answer_fact(desk, quick.token, "ctx_size", "m", key="a") == first
    assert answering.open_assessment(desk, quick.token).assessment.context == {"ctx_size": "l"}


def test_a_key_that_names_another_message_is_refused(desk: Desk, quick: Started) -> None:
    answering.answer(desk, quick.token, "dem_03", 1, key="a")
    with pytest.raises(NotAccepted, match="sent twice"):
        answering.answer(desk, quick.token, "dem_05", 1, key="a")
    answering.answer_fact(desk, quick.token, "ctx_size", "m", key="a")
    with pytest.raises(NotAccepted, match="sent twice"):
        answering.answer_fact(desk, quick.token, "ctx_age", "under_3", key="a")
    assert said(desk, quick).answers == {"dem_03": 1}


def test_people_come_back_to_where_they_were(desk: Desk, quick: Started) -> None:
    answering.answer(desk, quick.token, "dem_03", 1)
    assert answering.resume(desk, quick.token).place == "dem_03"
    answering.answer_fact(desk, quick.token, "ctx_size", "m")
    assert answering.resume(desk, quick.token).place == "ctx_size"
    for place in ("dem_05", "culture", "firm", "customers", "result"):
        answering.remember(desk, quick.token, place)
        assert answering.resume(desk, quick.token).place == place
    with pytest.raises(NotAccepted, match="no such page"):
        answering.remember(desk, quick.token, "elsewhere")


def test_a_server_that_starts_again_knows_everything(
    desk: Desk, quick: Started, database_url: str, questionnaire_folder: Path
) -> None:
    answering.answer(desk, quick.token, "dem_03", 4)
    desk.database.close()
    again = Desk(Database(database_url), questionnaire_folder)
    assert said(again, quick).answers == {"dem_03": 4}
    again.database.close()


def test_a_finished_assessment_is_closed_until_it_is_opened_again(desk: Desk, quick: Started) -> None:
    answering.answer(desk, quick.token, "dem_03", 4)
    finished = answering.finish(desk, quick.token)
    assert answering.finish(desk, quick.token) == finished
    assert answering.resume(desk, quick.token).finished
    for change in (
        lambda: answering.answer(desk, quick.token, "dem_03", 1),
        lambda: answering.clear(desk, quick.token, "dem_03"),
        lambda: answering.write_note(desk, quick.token, "dem_03", "Late."),
        lambda: answering.answer_fact(desk, quick.token, "ctx_size", "m"),
        lambda: answering.clear_fact(desk, quick.token, "ctx_size"),
    ):
        with pytest.raises(NotAccepted, match="finished"):
            change()
    assert said(desk, quick).answers == {"dem_03": 4}
    answering.reopen(desk, quick.token)
    answering.answer(desk, quick.token, "dem_03", 1)
    assert said(desk, quick).answers == {"dem_03": 1}


def test_the_next_assessment_starts_from_the_last_ones_facts(desk: Desk, quick: Started) -> None:
    answering.answer(desk, quick.token, "dem_03", 4)
    answering.answer_fact(desk, quick.token, "ctx_size", "m")
    answering.answer_fact(desk, quick.token, "ctx_measured", None)
    again = answering.start_again(desk, quick.token, "full")
    now = answering.open_assessment(desk, again.token)
    assert (now.assessment.firm, now.assessment.variant) == ("Acme", "full")
    assert now.assessment.context == {"ctx_size": "m", "ctx_measured": None}
    assert said(desk, again).answers == {}
    assert answering.resume(desk, quick.token).finished
    assert said(desk, quick).answers == {"dem_03": 4}
    once_more = answering.start_again(desk, quick.token)
    assert answering.resume(desk, once_more.token).variant == "quick"


def test_twenty_people_answer_at_once(desk: Desk) -> None:
    links = [answering.start(desk, f"Firm {number}", "quick") for number in range(20)]
    items = ("dem_03", "dem_05", "dem_06", "cul_01", "cul_03")

    def play(number: int) -> None:
        for round_, item in enumerate(items):
            answering.answer(desk, links[number].token, item, 1 + (number + round_) % 5, key=f"k{round_}")
            answering.sections(desk, links[number].token)

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(play, range(20)))
    for number, link in enumerate(links):
        expected = {item: 1 + (number + round_) % 5 for round_, item in enumerate(items)}
        assert said(desk, link).answers == expected


def test_how_long_somebody_took_is_told_once_everything_is_answered(desk: Desk, quick: Started) -> None:
    items = [item for item in desk.edition().method.questionnaire.items if item.quick]
    for item in items[:-1]:
        answering.answer(desk, quick.token, item.id, "dk")
    assert said(desk, quick).seconds is None
    answering.answer(desk, quick.token, items[-1].id, "dk")
    assert said(desk, quick).seconds == len(items) - 1  # the clock goes on by a second per answer


@only("sqlite")
def test_a_database_that_is_gone_is_told_in_a_sentence(
    desk: Desk, quick: Started, database_url: str, tmp_path: Path
) -> None:
    desk.database.close()
    file = Path(database_url.removeprefix("sqlite:///"))
    file.rename(tmp_path / "moved.db")
    file.mkdir()
    with pytest.raises(Unavailable, match="nothing was stored"):
        answering.answer(desk, quick.token, "dem_03", 4)
