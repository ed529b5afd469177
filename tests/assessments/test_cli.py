"""The command line as people and scripts meet it: what is printed where, and the exit codes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assessments import cli, reading
from assessments.summary import WIDTH, summary

EXAMPLES = Path("questionnaires/social_crm/examples")
FIRMS = ["brightthread", "castellan", "hartwell", "northvale", "pebble", "riverside"]
SMALL = "assessment: a\nfirm: A\ndate: 2026-11-22\nrespondents: [{id: r1, role: exec, answers: {own_02: 3}}]\n"


@pytest.fixture(autouse=True)
def _in_the_checkout(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Return a small answers file."""
    path = tmp_path / "answers.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def run(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "assessments", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


# ------------------------------------------------------------------ check


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the questionnaire that may be changed."""
    return Path(shutil.copytree(root / "questionnaires" / "social_crm", tmp_path / "own"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_tries_the_worked_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "Social CRM readiness and path 1.0: 19 factors, 56 questions, 24 warnings, 47 actions.",
        "6 worked examples come out as expected.",
    ]
    assert told.err == ""


def test_check_says_where_an_example_differs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "examples" / "hartwell.yaml"
    change(path, "position: 1", "position: 2")
    assert cli.main(["check", str(folder)]) == 1
    told = capsys.readouterr()
    assert told.err.startswith(f"{path}:")
    assert '  E701  "position" should be 2, and comes out as 1.' in told.err
    assert told.err.endswith("1 problem in 6 worked examples.\n")


def test_check_prints_advice_and_is_fine(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / "data_management.yaml", "Which of these do we have in use?", f"Which {'of these ' * 40}do we use?")
    assert cli.main(["check", str(folder)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith(f"{folder}/data_management.yaml:")
    assert "  C805  This question has 84 words." in told.out
    assert told.err == ""


def test_check_prints_the_problems_of_a_questionnaire(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / "culture.yaml", "factors:", "faktors:")
    assert cli.main(["check", str(folder)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{folder}/culture.yaml:")
    assert told.err.endswith("2 problems; the worked examples were not tried.\n")


def test_check_of_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "no/such/folder"]) == 1
    assert capsys.readouterr().err.startswith("no/such/folder:1:1  ")


def test_it_works_from_anywhere(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check"]) == 0
    assert cli.main(["score", str(root / EXAMPLES / "pebble.yaml")]) == 0
    assert capsys.readouterr().err == ""


# ------------------------------------------------------------------ score


@pytest.mark.parametrize("firm", FIRMS)
def test_score_prints_a_page_of_text(firm: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", str(EXAMPLES / f"{firm}.yaml")]) == 0
    told = capsys.readouterr()
    opened = reading.open_sample(firm)
    assert told.out == summary(opened.questionnaire, opened.assessment, opened.result, reading.plan(opened))
    assert told.err == ""
    assert max(len(line) for line in told.out.splitlines()) <= WIDTH


def test_the_page_says_where_the_firm_is_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["score", str(EXAMPLES / "riverside.yaml")])
    page = capsys.readouterr().out
    assert page.startswith(f"{'Riverside Bank':<64}22 November 2026\n====")
    for part in (
        "Where the firm is   Traditional CRM\n",
        "Customers today     Traditional CRM + mental-model shift\n",
        "Posture             Catch up\n",
        "Three answers\n  Is social media necessary to engage our customers?\n    No.",
        "Mental-model shift                       38   needs 55\n",
        "  ! Captured by one department (high): One department's agenda",
        "Ten moves lead to Traditional CRM with the mental-model shift: 58 person-weeks\nover ten months\n  A01  ",
        "  A18  Front-line freedom (Service, 4 person-weeks, from 23 November 2026)\n",
        "       Then: Write the page",
        "Nine people answered, from five roles.",
    ):
        assert part in page


def test_the_page_says_what_is_not_known(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", str(answers)]) == 0
    page = capsys.readouterr().out
    assert "Customers today     not known\n" in page
    assert "Posture             open\n" in page
    assert "Warnings" not in page


def test_score_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", "--json", str(EXAMPLES / "hartwell.yaml")]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["firm"], result["position"], result["destination"]) == (
        "Hartwell Mutual",
        1,
        {"now": 1, "five_years": 1},
    )


def test_advice_goes_to_standard_error(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers.write_text(SMALL.replace("firm: A\n", ""), encoding="utf-8")
    assert cli.main(["score", "--json", str(answers)]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["firm"] == "answers"
    assert told.err.startswith(f"{answers}:1:1  A690  ")


def test_every_problem_is_printed_with_place_code_remedy_and_lines(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.write_text(SMALL.replace("own_02: 3", "own_02: 7, own_01: jiont"), encoding="utf-8")
    assert cli.main(["score", str(answers)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    first, second, last = told.err.split("\n\n")
    assert first.splitlines() == [
        f'{answers}:4:54  A621  7 is not a line of "own_02".',
        "  Write the number of the line chosen, 1 to 5, or dk for don't know.",
        "       3 | date: 2026-11-22",
        "       4 | respondents: [{id: r1, role: exec, answers: {own_02: 7, own_01: jiont}}]",
        " " * 64 + "^",
    ]
    assert second.startswith(f'{answers}:4:65  A622  "own_01" has no option "jiont".')
    assert last == "2 problems; nothing was done.\n"


@pytest.mark.parametrize("file", ["missing.yaml", "missing.csv", "tests", "README.md"])
def test_what_cannot_be_read_is_the_inputs_problem(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", file]) == 1
    assert capsys.readouterr().err.startswith(f"{file}:1:1  ")


def test_another_questionnaire_may_be_named(answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", str(answers), "--questionnaire", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_a_table_is_scored_with_its_context(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, context = tmp_path / "answers.csv", tmp_path / "firm.yaml"
    table.write_text("respondent;role;own_02\nr1;exec;3\n", encoding="utf-8")
    context.write_text("assessment: z\nfirm: Zürich Süd\ndate: 2026-11-22\n", encoding="utf-8")
    assert cli.main(["score", str(table), "--context", str(context)]) == 0
    assert capsys.readouterr().out.startswith("Zürich Süd ")


# ------------------------------------------------------------------ report


def test_report_writes_a_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "report.pdf"
    output.write_text("an older one", encoding="utf-8")
    assert cli.main(["report", str(EXAMPLES / "hartwell.yaml"), "-o", str(output)]) == 0
    opened = reading.open_sample("hartwell")
    assert output.read_bytes() == reading.executive_report(opened, date=opened.assessment.date)
    assert capsys.readouterr().out.startswith(f"{output}, ")
    assert list(tmp_path.iterdir()) == [output]


def test_a_report_is_written_in_german(tmp_path: Path) -> None:
    output = tmp_path / "bericht.pdf"
    command = ["report", str(EXAMPLES / "hartwell.yaml"), "-o", str(output)]
    assert cli.main([*command, "--language", "de"]) == 0
    facts = subprocess.run(["pdfinfo", output], capture_output=True, text=True, check=True).stdout
    assert "Hartwell Mutual: Bericht für die Leitung" in facts


def test_a_report_may_have_another_date(tmp_path: Path) -> None:
    command = ["report", str(EXAMPLES / "hartwell.yaml"), "-o"]
    assert cli.main([*command, str(tmp_path / "a.pdf"), "--date", "2027-01-31"]) == 0
    assert cli.main([*command, str(tmp_path / "b.pdf"), "--edition", "executive"]) == 0
    assert (tmp_path / "a.pdf").read_bytes() != (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize("place", ["", "no/such/folder/report.pdf"])
def test_a_report_that_cannot_be_written_fails_and_leaves_nothing(
    tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["report", str(EXAMPLES / "hartwell.yaml"), "-o", str(tmp_path / place)]) == 3
    assert "cannot be written" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_device_is_written_to_and_not_replaced() -> None:
    assert cli.main(["report", str(EXAMPLES / "hartwell.yaml"), "-o", os.devnull]) == 0
    assert not Path(os.devnull).is_file()


def test_unusable_answers_give_no_report(answers: Path, tmp_path: Path) -> None:
    answers.write_text("respondents: []\n", encoding="utf-8")
    assert cli.main(["report", str(answers), "-o", str(tmp_path / "report.pdf")]) == 1
    assert list(tmp_path.iterdir()) == [answers]


def test_the_team_edition_is_written_as_the_reports_make_it(tmp_path: Path) -> None:
    output = tmp_path / "team.pdf"
    assert cli.main(["report", str(EXAMPLES / "pebble.yaml"), "-o", str(output), "--edition", "team"]) == 0
    opened = reading.open_answers(EXAMPLES / "pebble.yaml")
    assert output.read_bytes() == reading.team_report(opened, date=opened.assessment.date)


def test_a_machine_without_the_pdf_library_says_so_in_one_sentence(tmp_path: Path) -> None:
    program = "import sys; sys.modules['weasyprint'] = None; from assessments.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", program, "report", str(EXAMPLES / "hartwell.yaml"), "-o", str(tmp_path / "a.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.startswith("This machine cannot make PDFs")
    assert len(done.stderr.splitlines()) == 1


# ------------------------------------------------------------------ usage


@pytest.mark.parametrize(
    "arguments",
    [[], ["prophesy"], ["score"], ["score", "a.yaml", "--yaml"], ["report", "a.yaml"]]
    + [["report", "a.yaml", "-o", "b.pdf", "--date", date] for date in ("tomorrow", "22.11.2026")],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m assessments")


@pytest.mark.parametrize("verb", ["check", "score", "report", "reliability"])
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([verb, "--help"])
    assert stopped.value.code == 0
    assert f"python -m assessments {verb}" in capsys.readouterr().out


def test_a_real_process_exits_with_the_code() -> None:
    assert run("score", "missing.yaml").returncode == 1
    done = run("score", EXAMPLES / "hartwell.yaml", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_disk_is_something_outside() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "assessments", "score", str(EXAMPLES / "hartwell.yaml")]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (3, "Something outside failed: No space left on device.\n")


def test_a_reader_that_stops_early_is_not_an_error() -> None:
    command = f"{sys.executable} -m assessments score --json {EXAMPLES}/riverside.yaml | head -c 1"
    script = ["bash", "-c", f"set -o pipefail; {command}"]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "{", "")


def test_an_edition_is_printed_with_where_each_line_comes_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["origins", "questionnaires/bank"]) == 0
    said = capsys.readouterr().out.splitlines()
    at = "factors.cul_shift.items.cul_03"
    assert (
        f'questionnaires/bank/culture.yaml:9  culture.{at}.text: "People talk about our bank in places we do not run. '
        'How do we treat those conversations?"'
    ) in said
    assert f"\nquestionnaires/social_crm/culture.yaml:67  culture.{at}.quick: true" in "\n".join(said)
    assert cli.main(["origins", "questionnaires/nowhere"]) == 1
    assert "There is no such folder." in capsys.readouterr().err
