"""Taking answers away in every format, and deleting them for good."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from assessments import answering, answers_file
from assessments.answering import Desk, NotAccepted, Started
from assessments.storage.every_table import metadata
from assessments.storage.tables import questionnaire_file, questionnaire_version
from tests.assessments.conftest import only

SECRET = "Nobody outside the board knows this."


def fill(desk: Desk, token: str) -> None:
    answering.answer_fact(desk, token, "ctx_industry", SECRET)
    answering.answer_fact(desk, token, "ctx_pressure", ["board", "trend"])
    answering.answer_fact(desk, token, "ctx_measured", None)
    answering.answer(desk, token, "dem_03", 5)
    answering.answer(desk, token, "cul_03", "dk")
    answering.answer(desk, token, "own_01", "joint")
    answering.write_note(desk, token, "own_01", f'{SECRET}\n=1+1; "quoted", and \U0001f600')


@pytest.mark.parametrize("kind", ["yaml", "json", "csv", "csv_wide"])
def test_what_is_taken_away_can_be_read_back(desk: Desk, quick: Started, tmp_path: Path, kind: str) -> None:
    fill(desk, quick.token)
    opened = answering.open_assessment(desk, quick.token)
    exported = answering.export(desk, quick.token, kind)
    file = tmp_path / exported.name
    file.write_bytes(exported.content)
    context = None
    if kind.startswith("csv"):
        context = tmp_path / "facts.yaml"
        context.write_bytes(answering.export(desk, quick.token, "facts").content)
    assert answers_file.read(file, opened.questionnaire, context=context) == opened.assessment


def test_a_file_is_named_after_firm_and_day(desk: Desk) -> None:
    for firm, stem in (("Müller & Söhne / AG", "muller-sohne-ag"), ("株式会社", "assessment"), ("x" * 99, "x" * 40)):
        started = answering.start(desk, firm, "quick")
        exported = answering.export(desk, started.token, "json")
        assert exported.name == f"{stem}-{date(2026, 11, 22)}.json"
        assert exported.media_type == "application/json"


@only("sqlite")
def test_deleting_removes_every_assessment_of_the_firm_from_the_disk(
    desk: Desk, quick: Started, database_url: str
) -> None:
    other = answering.start(desk, "Other", "quick")
    answering.answer(desk, other.token, "dem_03", 2)
    fill(desk, quick.token)
    answering.write_note(desk, quick.token, "own_01", "")  # the history still has it
    again = answering.start_again(desk, quick.token)
    files = [Path(database_url.removeprefix("sqlite:///") + ending) for ending in ("", "-wal")]
    assert any(SECRET.encode() in file.read_bytes() for file in files)
    told = answering.delete_everything(desk, again.token)
    assert "Copies of the database" in told
    assert not any(SECRET.encode() in file.read_bytes() for file in files)
    for token in (quick.token, again.token):
        with pytest.raises(NotAccepted, match="deleted"):
            answering.resume(desk, token)
    assert answering.open_assessment(desk, other.token).assessment.submissions[0].answers == {"dem_03": 2}


def test_nothing_of_a_deleted_firm_stays_in_any_table(desk: Desk, quick: Started) -> None:
    fill(desk, quick.token)
    answering.delete_everything(desk, quick.token)
    tables = set(metadata.sorted_tables) - {questionnaire_version, questionnaire_file}
    with desk.database.reading() as connection:
        counts = {table.name: connection.scalar(select(func.count()).select_from(table)) for table in tables}
    assert set(counts.values()) == {0}, counts
