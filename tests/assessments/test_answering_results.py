"""Results, what if, and what moved since the last time."""

import shutil
from pathlib import Path

import pytest

from assessments import answering, answers_file
from assessments.answering import Desk, NotAccepted, Started
from assessments.storage import Database
from scoring import assess
from scoring.answers import Assessment, Unanswered
from scoring.supposing import suppose
from scoring.trend import Pair
from tests.assessments.conftest import Clock


def play(desk: Desk, token: str, assessment: Assessment) -> None:
    """Answer everything that the first respondent of ``assessment`` answered."""
    for fact, value in assessment.context.items():
        answering.answer_fact(desk, token, fact, value)
    for item, value in assessment.submissions[0].answers.items():
        answering.answer(desk, token, item, value)


@pytest.fixture
def hartwell(desk: Desk, questionnaire_folder: Path) -> Assessment:
    return answers_file.read(questionnaire_folder / "examples" / "hartwell.yaml", desk.edition().method.questionnaire)


@pytest.fixture
def played(desk: Desk, full: Started, hartwell: Assessment) -> Started:
    play(desk, full.token, hartwell)
    return full


def test_the_result_is_that_of_the_same_answers_in_a_file(desk: Desk, played: Started, hartwell: Assessment) -> None:
    ours, theirs = answering.result(desk, played.token), assess(desk.edition().method, hartwell)
    assert ours.gates == theirs.gates
    assert ours.demand == theirs.demand
    assert ours.factors == theirs.factors
    assert ours.warnings == theirs.warnings
    assert ours.position == theirs.position


def test_nothing_answered_is_a_provisional_result(desk: Desk, quick: Started) -> None:
    assert answering.result(desk, quick.token).provisional


def test_what_if_moves_answers_and_factors_and_stores_nothing(desk: Desk, played: Started) -> None:
    before = answering.open_assessment(desk, played.token)
    moved = answering.what_if(desk, played.token, {"cul_03": 5, "cul_04": "dk"}, {"ch_mobile": 100})
    assert moved.items["cul_03"].score == 100
    assert moved.items["cul_04"].score is None
    assert moved.factors["ch_mobile"].score == 100
    assert answering.open_assessment(desk, played.token) == before


def test_what_if_with_nothing_moved_is_the_result(desk: Desk, played: Started) -> None:
    assert answering.what_if(desk, played.token, {}, {}) == answering.result(desk, played.token)


def test_what_if_an_answer_is_taken_away(desk: Desk, played: Started) -> None:
    assert answering.what_if(desk, played.token, {"cul_03": None}, {}).items["cul_03"].answers == 0


def test_what_if_works_when_finished(desk: Desk, played: Started) -> None:
    answering.finish(desk, played.token)
    assert answering.what_if(desk, played.token, {"cul_03": 5}, {}).items["cul_03"].score == 100


def test_what_if_follows_the_facts(desk: Desk, played: Started) -> None:
    with pytest.raises(NotAccepted, match="Not applicable"):
        answering.what_if(desk, played.token, {"chn_01": "na"}, {})
    online = {"web": 60, "mobile": 30, "social": 10}
    assert answering.what_if(desk, played.token, {"chn_01": "na", "dem_01": online}, {}).items["chn_01"].na


@pytest.mark.parametrize(
    ("answers", "factors"),
    [
        ({"cul_03": 9}, {}),
        ({"HACKED": 3}, {}),
        ({}, {"HACKED": 50}),
        *(({}, {"ch_mobile": score}) for score in (-1, 101, "50", None, True, float("nan"))),
    ],
)
def test_what_if_accepts_only_what_could_be(
    desk: Desk, played: Started, answers: dict[str, object], factors: dict[str, float]
) -> None:
    with pytest.raises(NotAccepted):
        answering.what_if(desk, played.token, answers, factors)


def test_what_if_everybody_in_a_sample_had_answered_otherwise(desk: Desk) -> None:
    answering.load_samples(desk)
    opened = answering.open_assessment(desk, "riverside-2026")
    result = answering.what_if(desk, "riverside-2026", {"cul_03": 5}, {"own_driver": 0})
    assert result.items["cul_03"].score == 100
    assert suppose(opened.method, opened.assessment, {"own_driver": 0}).index["T"] != result.index["T"]


def test_what_moved_is_told_against_the_assessment_before(desk: Desk, played: Started, hartwell: Assessment) -> None:
    assert answering.movement(desk, played.token) is None
    again = answering.start_again(desk, played.token)
    play(desk, again.token, hartwell)
    answering.answer(desk, again.token, "cul_03", 5)
    moved = answering.movement(desk, again.token)
    assert moved is not None
    assert moved.since == Clock().now.date()
    assert [factor for factor, pair in moved.trend.factors.items() if pair.moved] == ["cul_shift"]
    assert moved.trend.position == Pair(1, 1)


def test_an_assessment_stays_what_it_was_when_the_files_have_changed(
    database: Database, questionnaire_folder: Path, tmp_path: Path
) -> None:
    """Years later: a question is reworded, an item is dropped from the quick scan, a gate is raised."""
    folder = tmp_path / "questionnaire"
    shutil.copytree(questionnaire_folder, folder)
    desk = Desk(database, folder, Clock())
    then = answering.start(desk, "Acme", "quick")
    for item in ("cul_01", "cul_03", "cul_09"):
        answering.answer(desk, then.token, item, 4)
    before = answering.result(desk, then.token)
    culture = folder / "culture.yaml"
    culture.write_text(
        culture.read_text(encoding="utf-8").replace("A quick sale or a closed case", "A fast sale or a closed case"),
        encoding="utf-8",
    )
    path = folder / "path.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('version: "1.0"', 'version: "1.1"'), encoding="utf-8")
    again = answering.start_again(desk, then.token)
    later = Desk(database, folder, Clock())  # a server that has never seen the old files
    assert answering.result(later, then.token) == before
    opened = answering.open_assessment(later, then.token)
    assert opened.questionnaire.version == "1.0"
    assert opened.questionnaire.item_by_id["cul_01"].text.startswith("A quick sale")
    assert answering.open_assessment(later, again.token).questionnaire.version == "1.1"
    moved = answering.movement(later, again.token)
    assert moved is not None
    assert "cul_01" not in moved.trend.common
    assert moved.trend.factors["cul_customer"] == Pair(None, None)
    assert moved.trend.factors["cul_shift"] == Pair(75.0, None)


def test_facts_that_are_no_longer_allowed_are_asked_anew(
    database: Database, questionnaire_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "questionnaire"
    shutil.copytree(questionnaire_folder, folder)
    desk = Desk(database, folder, Clock())
    then = answering.start(desk, "Acme", "quick")
    answering.answer_fact(desk, then.token, "ctx_customers", "public")
    answering.answer_fact(desk, then.token, "ctx_size", "m")
    firm = folder / "firm.yaml"
    firm.write_text(firm.read_text(encoding="utf-8").replace("id: public", "id: members"), encoding="utf-8")
    again = answering.start_again(desk, then.token)
    assert answering.open_assessment(desk, again.token).assessment.context == {"ctx_size": "m"}


def test_a_questionnaire_that_is_broken_stops_new_assessments_only(
    database: Database, questionnaire_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "questionnaire"
    shutil.copytree(questionnaire_folder, folder)
    desk = Desk(database, folder, Clock())
    then = answering.start(desk, "Acme", "quick")
    for text in (b"id: [", b"\xff\xfe"):
        (folder / "path.yaml").write_bytes(text)
        with pytest.raises(NotAccepted, match="being edited"):
            answering.start(desk, "Other", "quick")
    answering.answer(desk, then.token, "dem_03", "dk")
    answers = answering.open_assessment(desk, then.token).assessment.submissions[0].answers
    assert answers == {"dem_03": Unanswered.DONT_KNOW}
    shutil.rmtree(folder)
    with pytest.raises(NotAccepted, match="being edited"):
        answering.start_again(desk, then.token)


def test_a_stored_text_that_was_altered_is_noticed(desk: Desk, quick: Started, database_url: str) -> None:
    with desk.database.writing() as connection:
        connection.exec_driver_sql("UPDATE questionnaire_file SET text = replace(text, 'minimum: 40', 'minimum: 41')")
    fresh = Desk(desk.database, desk.folder)
    with pytest.raises(LookupError, match="altered"):
        answering.result(fresh, quick.token)


def test_only_so_many_versions_stay_in_memory(
    database: Database, questionnaire_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assessments.answering.desk.MOST_METHODS", 1)
    folder = tmp_path / "questionnaire"
    shutil.copytree(questionnaire_folder, folder)
    desk = Desk(database, folder, Clock())
    tokens = []
    for _ in range(2):
        tokens.append(answering.start(desk, "Acme", "quick").token)
        path = folder / "path.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace('version: "1.0"', 'version: "1.1"'), encoding="utf-8")
    found = [answering.open_assessment(desk, token).questionnaire.version for token in (*tokens, tokens[0])]
    assert found == ["1.0", "1.1", "1.0"]
