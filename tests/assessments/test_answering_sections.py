"""The way through an assessment: order, pairs, progress, and where "not applicable" is open."""

import re
import shutil
from pathlib import Path

import pytest

from assessments import answering
from assessments.answering import AskedItem, Desk, Journey, NotAccepted, Section, Started, load_samples
from assessments.storage import Database
from scoring.answers import Unanswered
from tests.assessments.conftest import Clock

ONLINE_ONLY = {"web": 60, "mobile": 30, "social": 10}
BY_PHONE = {"phone": 100}


def section(journey: Journey, id_: str) -> Section:
    return next(section for section in journey.sections if section.id == id_)


def asked(desk: Desk, started: Started, item: str) -> AskedItem:
    journey = answering.sections(desk, started.token)
    found = next(one for section in journey.sections for one in section.asked if one.question.id == item)
    assert isinstance(found, AskedItem)
    return found


def test_the_sections_come_in_the_order_of_the_model(desk: Desk, full: Started) -> None:
    journey = answering.sections(desk, full.token)
    assert [(section.id, section.name) for section in journey.sections] == [
        ("firm", "Your firm"),
        ("customers", "Your customers"),
        ("culture", "Culture"),
        ("ownership", "Ownership"),
        ("channel_mix", "Channel mix"),
        ("data_management", "Data management"),
    ]
    items = [one.question.id for section in journey.sections[1:] for one in section.asked]
    assert items == [item.id for item in desk.edition().method.questionnaire.items]


def test_somebody_who_answers_alone_is_asked_everything(desk: Desk, full: Started) -> None:
    """Even what other roles are asked, such as the front line."""
    assert asked(desk, full, "dat_09").question.audience != "all"


def test_questions_that_belong_together_share_a_step(desk: Desk, full: Started, quick: Started) -> None:
    journey = answering.sections(desk, full.token)
    steps = [[one.question.id for one in step] for step in section(journey, "customers").steps]
    assert steps == [
        ["dem_01", "dem_02"],
        ["dem_03", "dem_04"],
        ["dem_05", "dem_06"],
        ["dem_07", "dem_08"],
        *(["dem_09"], ["dem_10"], ["dem_11"]),
    ]
    journey = answering.sections(desk, quick.token)
    steps = [[one.question.id for one in step] for step in section(journey, "customers").steps]
    assert steps == [["dem_03"], ["dem_05", "dem_06"]]


def test_progress_counts_what_is_needed(desk: Desk, quick: Started) -> None:
    journey = answering.sections(desk, quick.token)
    assert (journey.answered, journey.needed) == (0, 16 + 8)
    firm = section(journey, "firm")
    assert (len(firm.asked), firm.needed, firm.answered, firm.open) == (11, 8, 0, 8)
    answering.answer_fact(desk, quick.token, "ctx_industry", "Banking")  # may be passed over
    answering.answer_fact(desk, quick.token, "ctx_size", "m")
    answering.answer(desk, quick.token, "dem_03", "dk")  # a good answer
    answering.write_note(desk, quick.token, "dem_05", "Only a note.")
    journey = answering.sections(desk, quick.token)
    assert (journey.answered, journey.needed) == (2, 24)
    assert (section(journey, "firm").answered, section(journey, "customers").answered) == (1, 1)
    assert asked(desk, quick, "dem_05").note == "Only a note."


def test_the_next_open_question_lies_ahead_before_it_lies_behind(desk: Desk, quick: Started) -> None:
    assert answering.sections(desk, quick.token).next_open == "ctx_age"
    answering.answer(desk, quick.token, "dem_03", 3)
    assert answering.sections(desk, quick.token).next_open == "dem_05"
    answering.answer(desk, quick.token, "dat_08", 3)
    assert answering.sections(desk, quick.token).next_open == "ctx_age"


def test_with_everything_answered_nothing_is_open(desk: Desk, quick: Started) -> None:
    for section_ in answering.sections(desk, quick.token).sections:
        for one in section_.asked:
            if isinstance(one, AskedItem):
                answering.answer(desk, quick.token, one.question.id, "dk")
            else:
                answering.answer_fact(desk, quick.token, one.question.id, None)
    journey = answering.sections(desk, quick.token)
    assert journey.answered == journey.needed
    assert journey.next_open is None


def test_not_applicable_opens_with_the_facts_and_closes_with_them(desk: Desk, quick: Started) -> None:
    with pytest.raises(NotAccepted, match="Not applicable"):
        answering.answer(desk, quick.token, "chn_01", "na")
    assert not asked(desk, quick, "chn_01").may_be_na
    answering.answer_fact(desk, quick.token, "ctx_calls", "hardly_ever")
    assert asked(desk, quick, "chn_01").may_be_na
    answering.answer(desk, quick.token, "chn_01", "na")
    assert not asked(desk, quick, "chn_01").open
    answering.answer_fact(desk, quick.token, "ctx_calls", "they_do")
    reopened = asked(desk, quick, "chn_01")
    assert reopened.open
    assert not reopened.may_be_na
    assert reopened.value is Unanswered.NOT_APPLICABLE  # kept, and counted again when the facts come back
    answering.answer_fact(desk, quick.token, "ctx_calls", "hardly_ever")
    assert not asked(desk, quick, "chn_01").open


def test_not_applicable_follows_the_mix_of_contacts(desk: Desk, full: Started) -> None:
    answering.answer(desk, full.token, "dem_01", ONLINE_ONLY)
    answering.answer(desk, full.token, "chn_01", "na")
    assert not asked(desk, full, "chn_01").open
    answering.answer(desk, full.token, "dem_01", BY_PHONE)
    assert asked(desk, full, "chn_01").open
    with pytest.raises(NotAccepted):
        answering.answer(desk, full.token, "chn_01", "na")


def test_a_clean_slate_has_nothing_to_join(desk: Desk, full: Started) -> None:
    for fact, value in (("ctx_age", "under_3"), ("ctx_legacy", "none")):
        answering.answer_fact(desk, full.token, fact, value)
    for item in ("dat_08", "dat_09"):
        answering.answer(desk, full.token, item, Unanswered.NOT_APPLICABLE)
    assert answering.result(desk, full.token).factors["dm_integration"].status == "na"


def test_a_journey_tells_whose_it_is_and_whether_it_is_over(desk: Desk, quick: Started) -> None:
    answering.answer(desk, quick.token, "dem_03", 3)
    answering.finish(desk, quick.token)
    journey = answering.sections(desk, quick.token)
    assert (journey.firm, journey.finished, journey.place) == ("Acme", True, "dem_03")


def test_a_sample_has_no_journey(desk: Desk, questionnaire_folder: Path) -> None:
    load_samples(desk)
    with pytest.raises(NotAccepted, match="sample"):
        answering.sections(desk, "hartwell-2026")


def test_a_subject_without_questions_in_the_quick_scan_is_left_out(
    database: Database, questionnaire_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "questionnaire"
    shutil.copytree(questionnaire_folder, folder)
    path = folder / "path.yaml"
    path.write_text(re.sub(r"metric: dm_\w+", "metric: cul_shift", path.read_text(encoding="utf-8")), encoding="utf-8")
    data = folder / "data_management.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("quick: true", "quick: false"), encoding="utf-8")
    desk = Desk(database, folder, Clock())
    started = answering.start(desk, "Acme", "quick")
    sections = [section.id for section in answering.sections(desk, started.token).sections]
    assert sections == ["firm", "customers", "culture", "ownership", "channel_mix"]
