"""Sample firms: there from the first start, open to everybody, changed by nobody."""

import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assessments import answering, answers_file, catalog
from assessments.answering import Desk, NotAccepted, Sample, open_desk
from assessments.storage import Database
from scoring import Method, assess
from tests.assessments.conftest import Clock


@pytest.fixture
def folder(questionnaire_folder: Path, tmp_path: Path) -> Path:
    """Return a copy of the questionnaire with two of its examples."""
    copy = tmp_path / "questionnaire"
    shutil.copytree(questionnaire_folder, copy, ignore=shutil.ignore_patterns("examples", "schema"))
    (copy / "examples").mkdir()
    for name in ("pebble", "hartwell"):
        shutil.copy(questionnaire_folder / "examples" / f"{name}.yaml", copy / "examples")
    return copy


def test_the_first_start_stores_every_example(new_url: Callable[[], str], questionnaire_folder: Path) -> None:
    desk = open_desk(new_url(), questionnaire_folder)
    assert len(answering.samples(desk)) == len(list((questionnaire_folder / "examples").glob("*.yaml")))
    assert Sample("hartwell-2026", "Hartwell Mutual", "full") in answering.samples(desk)
    desk.database.close()


def test_a_sample_has_the_result_of_its_file(database: Database, folder: Path) -> None:
    desk = Desk(database, folder, Clock())
    answering.load_samples(desk)
    questionnaire = catalog.load(folder)
    for name in ("pebble", "hartwell"):
        assessment = answers_file.read(folder / "examples" / f"{name}.yaml", questionnaire)
        assert answering.result(desk, f"{name}-2026") == assess(Method(questionnaire), assessment)


def test_samples_are_stored_once(database: Database, folder: Path) -> None:
    desk = Desk(database, folder, Clock())
    for _ in range(2):
        answering.load_samples(desk)
        assert [sample.link for sample in answering.samples(desk)] == ["hartwell-2026", "pebble-2026"]


def test_a_changed_example_replaces_its_sample(database: Database, folder: Path) -> None:
    desk = Desk(database, folder, Clock())
    answering.load_samples(desk)
    example = folder / "examples" / "pebble.yaml"
    example.write_text(example.read_text(encoding="utf-8").replace('"Pebble"', '"Pebble Two"'), encoding="utf-8")
    answering.load_samples(desk)
    assert [sample.firm for sample in answering.samples(desk)] == ["Hartwell Mutual", "Pebble Two"]


def test_an_example_that_cannot_be_used_is_left_out(
    database: Database, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "examples" / "broken.yaml").write_text("firm: [", encoding="utf-8")
    pebble = (folder / "examples" / "pebble.yaml").read_text(encoding="utf-8")
    (folder / "examples" / "endless.yaml").write_text(
        pebble.replace('"Pebble"', '"' + "Pebble " * 100 + '"').replace("pebble-2026", "endless"), encoding="utf-8"
    )
    desk = Desk(database, folder, Clock())
    with caplog.at_level(logging.ERROR):
        answering.load_samples(desk)
    assert [sample.link for sample in answering.samples(desk)] == ["hartwell-2026", "pebble-2026"]
    assert "broken.yaml cannot be used" in caplog.text
    assert "endless.yaml cannot be used" in caplog.text


def test_an_example_never_replaces_what_somebody_answered(database: Database, folder: Path) -> None:
    desk = Desk(database, folder, Clock())
    started = answering.start(desk, "Acme", "quick")
    example = folder / "examples" / "pebble.yaml"
    example.write_text(
        example.read_text(encoding="utf-8").replace("pebble-2026", started.assessment_id), encoding="utf-8"
    )
    answering.load_samples(desk)
    assert answering.resume(desk, started.token).firm == "Acme"
    assert [sample.link for sample in answering.samples(desk)] == ["hartwell-2026"]


def test_without_a_usable_questionnaire_there_are_no_samples(database: Database, tmp_path: Path) -> None:
    desk = Desk(database, tmp_path / "nowhere", Clock())
    answering.load_samples(desk)
    assert answering.samples(desk) == ()


def test_a_sample_is_read_only(database: Database, folder: Path) -> None:
    desk = Desk(database, folder, Clock())
    answering.load_samples(desk)
    resumed = answering.resume(desk, "pebble-2026")
    assert (resumed.sample, resumed.finished, resumed.firm) == (True, True, "Pebble")
    assert answering.open_assessment(desk, "pebble-2026").read_only
    for change in (
        lambda: answering.answer(desk, "pebble-2026", "dem_03", 1),
        lambda: answering.clear(desk, "pebble-2026", "dem_03"),
        lambda: answering.write_note(desk, "pebble-2026", "dem_03", "Note."),
        lambda: answering.answer_fact(desk, "pebble-2026", "ctx_size", "m"),
        lambda: answering.clear_fact(desk, "pebble-2026", "ctx_size"),
        lambda: answering.remember(desk, "pebble-2026", "dem_03"),
        lambda: answering.finish(desk, "pebble-2026"),
        lambda: answering.reopen(desk, "pebble-2026"),
        lambda: answering.start_again(desk, "pebble-2026"),
        lambda: answering.delete_everything(desk, "pebble-2026"),
    ):
        with pytest.raises(NotAccepted, match="sample"):
            change()
    assert answering.result(desk, "pebble-2026").position == 3
