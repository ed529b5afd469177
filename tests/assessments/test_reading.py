"""What pages, command line and tests ask for: a method, answers with their result, samples, a report."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date as Date
from pathlib import Path

import pytest

from assessments import reading
from assessments.edits import ActionEdits, PlanEdits
from assessments.problems import Refused

SMALL = "assessment: a\nfirm: A\ndate: 2026-11-22\nrespondents: [{id: r1, role: exec, answers: {own_02: 3}}]\n"


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the questionnaire that may be changed."""
    return Path(shutil.copytree(root / "questionnaires" / "social_crm", tmp_path / "own"))


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Return a small answers file."""
    path = tmp_path / "answers.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_a_questionnaire_is_read_again_only_after_a_change(folder: Path) -> None:
    first = reading.open_method(folder)
    assert reading.open_method(folder) is first
    path = folder / "path.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("version:", "version:  "), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert reading.open_method(folder) is not first


def test_the_installed_questionnaire_is_the_default(root: Path) -> None:
    assert reading.open_method() is reading.open_method(root / "questionnaires" / "social_crm")


def test_answers_are_read_and_scored(answers: Path) -> None:
    opened = reading.open_answers(answers)
    assert (opened.assessment.firm, opened.result.respondents) == ("A", 1)
    assert opened.advice == ()


def test_a_table_comes_with_a_context(tmp_path: Path) -> None:
    table, context = tmp_path / "answers.csv", tmp_path / "context.yaml"
    table.write_text("respondent,role,own_02\nr1,exec,3\n", encoding="utf-8")
    context.write_text("firm: Northvale\n", encoding="utf-8")
    opened = reading.open_answers(table, context=context, today=Date(2026, 1, 2))
    assert (opened.assessment.firm, opened.assessment.date) == ("Northvale", Date(2026, 1, 2))
    assert [advice.code for advice in opened.advice] == ["A690"]


def test_unusable_answers_are_refused(answers: Path) -> None:
    answers.write_text(SMALL.replace("3}", "7}"), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        reading.open_answers(answers)
    assert [problem.code for problem in refused.value.problems] == ["A621"]


def test_an_unusable_questionnaire_is_refused(answers: Path, folder: Path) -> None:
    (folder / "weights.yaml").write_text("weights: 3\n", encoding="utf-8")
    with pytest.raises(Refused):
        reading.open_answers(answers, folder=folder)


def test_sample_firms_say_what_they_are_about() -> None:
    firms = reading.sample_firms()
    assert [firm.id for firm in firms] == ["brightthread", "castellan", "hartwell", "northvale", "pebble", "riverside"]
    assert all(firm.name and firm.about for firm in firms)


def test_an_example_that_is_about_nothing_is_no_sample(folder: Path) -> None:
    (folder / "examples" / "case.yaml").write_text(SMALL, encoding="utf-8")
    assert "case" not in [firm.id for firm in reading.sample_firms(folder)]


def test_a_sample_is_opened_by_its_id() -> None:
    assert reading.open_sample("hartwell").assessment.firm == "Hartwell Mutual"


@pytest.mark.parametrize("name", ["", "nobody", "../path", "hartwell.yaml", "/etc/passwd"])
def test_there_is_no_other_sample(name: str) -> None:
    with pytest.raises(LookupError):
        reading.open_sample(name)


def test_a_report_is_the_same_for_the_same_answers_and_date() -> None:
    opened = reading.open_sample("hartwell")
    first = reading.executive_report(opened, date=Date(2026, 11, 22))
    assert first.startswith(b"%PDF-")
    assert first == reading.executive_report(opened, date=Date(2026, 11, 22))


def test_without_a_pdf_library_everything_else_works(root: Path) -> None:
    program = (
        "import sys; sys.modules['weasyprint'] = None\n"
        "from datetime import date\n"
        "from assessments import reading\n"
        "opened = reading.open_sample('hartwell')\n"
        "try: reading.executive_report(opened, date=date(2026, 11, 22))\n"
        "except reading.CannotPrintError as error: print(opened.result.position, error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout[:2]) == ("", "1 ")


def test_a_team_edition_opens_again_as_the_assessment_it_was_made_from(tmp_path: Path) -> None:
    edits = PlanEdits(capacity=25.0, actions={"A01": ActionEdits(person="Ann Ek", status="doing")})
    opened = replace(reading.open_sample("riverside"), edits=edits)
    document = reading.team_report(opened, date=Date(2026, 11, 22))
    (tmp_path / "team.pdf").write_bytes(document)
    again = reading.open_answers(tmp_path / "team.pdf")
    assert (again.assessment, again.result, again.edits) == (opened.assessment, opened.result, edits)
    assert json.loads(reading.result_json(again))["plan"]["edits"]["capacity"] == 25
    assert reading.team_report(again, date=Date(2026, 11, 22)) == document


def test_an_executive_report_gives_no_answers_away(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(reading.executive_report(reading.open_sample("pebble"), date=Date(2026, 11, 22)))
    with pytest.raises(Refused, match="A617"):
        reading.open_answers(tmp_path / "a.pdf")
