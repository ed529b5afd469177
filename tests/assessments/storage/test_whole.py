"""Whole assessments go in and come out the same, and leave nothing behind when they are deleted."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select

from assessments import answers_file, catalog
from assessments.storage import Connection, Database
from assessments.storage.answers import Keep, change_answer
from assessments.storage.assessments import (
    add_assessment,
    add_firm,
    assessment_numbered,
    delete_firm,
    find_assessment,
    list_samples,
)
from assessments.storage.every_table import metadata
from assessments.storage.people import add_respondent, find_person
from assessments.storage.tables import questionnaire_file, questionnaire_version
from assessments.storage.versions import keep_version, version_texts
from assessments.storage.whole import read_assessment, write_answers
from scoring.answers import Assessment, Submission, Unanswered
from tests.assessments.conftest import NOON, only
from tests.assessments.rows import history_of
from tests.laws.worlds import World, worlds

SHA = "5" * 64
EXAMPLES = ("brightthread", "castellan", "hartwell", "northvale", "pebble", "riverside")


def store(connection: Connection, assessment: Assessment, public_id: str = "stored") -> int:
    """Store an assessment as a sample and return the number of its firm."""
    keep_version(connection, SHA, "q", "1", {"path.yaml": "id: q"}, NOON)
    firm_id = add_firm(connection, assessment.firm, NOON)
    number = add_assessment(
        connection,
        public_id=public_id,
        firm_id=firm_id,
        questionnaire_sha256=SHA,
        variant=assessment.variant,
        date=assessment.date,
        at=NOON,
        kind="sample",
        origin_sha256=SHA,
        role_weights=assessment.role_weights,
        segments=assessment.segments,
    )
    write_answers(connection, number, assessment, NOON)
    return firm_id


def restored(connection: Connection, public_id: str = "stored") -> Assessment:
    record = find_assessment(connection, public_id)
    assert record is not None
    return read_assessment(connection, record)


def without_empty(answers: Mapping[str, Mapping[str, object]]) -> dict[str, Mapping[str, object]]:
    return {segment: dict(said) for segment, said in answers.items() if said}


def comparable(assessment: Assessment) -> Assessment:
    """A segment that somebody said nothing about, and a customer who said nothing, leave no row."""
    people = tuple(replace(one, segments=without_empty(one.segments)) for one in assessment.heard)
    return replace(assessment, id="stored", submissions=people, pulse=tuple(one for one in assessment.pulse if one))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_comes_out_as_it_went_in(name: str, database: Database, questionnaire_folder: Path) -> None:
    questionnaire = catalog.load(questionnaire_folder)
    assessment = answers_file.read(questionnaire_folder / "examples" / f"{name}.yaml", questionnaire)
    with database.writing() as connection:
        store(connection, assessment)
    with database.reading() as connection:
        assert restored(connection) == comparable(assessment)


@given(worlds())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
def test_whatever_people_answer_comes_out_as_it_went_in(database: Database, world: World) -> None:
    with database.writing() as connection:
        firm_id = store(connection, world.assessment)
        assert restored(connection) == comparable(world.assessment)
        delete_firm(connection, firm_id)


@only("sqlite")
def test_deleting_a_firm_leaves_no_row_and_no_text_behind(database: Database, database_url: str) -> None:
    secret = "The board does not know this yet."
    said = Submission("r1", "exec", {"own_02": 3}, notes={"own_02": secret}, segments={"s1": {"dem_03": 2}})
    assessment = Assessment(
        "x", secret, NOON.date(), (said,), context={"ctx_industry": secret}, pulse=({"pul_1": Unanswered.DONT_KNOW},)
    )
    with database.writing() as connection:
        firm_id = store(connection, assessment)
    files = [Path(database_url.removeprefix("sqlite:///") + ending) for ending in ("", "-wal")]
    assert any(secret.encode() in file.read_bytes() for file in files)
    with database.writing() as connection:
        delete_firm(connection, firm_id)
    assert database.wipe_leftovers()
    with database.reading() as connection:
        tables = set(metadata.sorted_tables) - {questionnaire_version, questionnaire_file}
        counts = {table.name: connection.scalar(select(func.count()).select_from(table)) for table in tables}
    assert set(counts.values()) == {0}, counts
    assert not any(secret.encode() in file.read_bytes() for file in files)


def test_the_last_round_counts_and_a_note_does_not_hide_an_answer(database: Database) -> None:
    assessment = Assessment("x", "Acme", NOON.date(), (Submission("r1", "exec", {"own_02": 3}),))
    with database.writing() as connection:
        store(connection, assessment)
        person = add_respondent(connection, 1, "r2", "sales", NOON)
        change_answer(connection, person, "own_02", at=NOON, value=2, note="First.")
        change_answer(connection, person, "own_02", at=NOON, value=4, round_=2)
        change_answer(connection, person, "own_03", at=NOON, value=1)
        change_answer(connection, person, "own_03", at=NOON, note="Only a note.", round_=2)
        read = restored(connection).submissions[1]
    assert read.answers == {"own_02": 4, "own_03": 1}
    assert read.notes == {"own_02": "First.", "own_03": "Only a note."}


def test_history_tells_every_state_an_answer_was_in(database: Database) -> None:
    with database.writing() as connection:
        store(connection, Assessment("x", "Acme", NOON.date(), ()))
        person = add_respondent(connection, 1, "r1", "exec", NOON, token="t" * 43)
        change_answer(connection, person, "own_02", at=NOON, value=2, note="Why.")
        change_answer(connection, person, "own_02", at=NOON, value=None)
        change_answer(connection, person, "own_02", at=NOON, value=Keep.AS_IT_IS, note=None)
        history = [state for _, state in history_of(connection, person)]
        assert restored(connection).submissions == (Submission("r1", "exec", {}),)
    assert history == [(2, "Why."), (None, "Why."), (None, None)]


@only("sqlite")
def test_tokens_are_stored_as_hashes_only(database: Database, database_url: str) -> None:
    token = "a-token-that-nobody-can-guess-000000000000"
    with database.writing() as connection:
        store(connection, Assessment("x", "Acme", NOON.date(), ()))
        add_respondent(connection, 1, "r1", "exec", NOON, token=token)
    with database.reading() as connection:
        assert find_person(connection, token) is not None
        assert find_person(connection, token + "0") is None
    files = (Path(database_url.removeprefix("sqlite:///") + ending) for ending in ("", "-wal"))
    assert not any(token.encode() in file.read_bytes() for file in files)


def test_a_version_is_kept_once_to_the_letter(database: Database) -> None:
    texts = {"path.yaml": "\ufeffid: q\r\n# Grüße \U0001f44b\n", "weights.yaml": "weights: {}\n"}
    with database.writing() as connection:
        keep_version(connection, SHA, "q", "1", texts, NOON)
        keep_version(connection, SHA, "q", "1", {"path.yaml": "other"}, NOON)
        assert version_texts(connection, SHA) == texts
        assert version_texts(connection, "6" * 64) == {}


def test_what_is_not_there_is_none(database: Database) -> None:
    with database.reading() as connection:
        assert find_assessment(connection, "nothing") is None
        assert assessment_numbered(connection, 1) is None
        assert list_samples(connection) == ()
