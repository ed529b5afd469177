"""Answers into the database and out of it again, from the command line."""

import re
from pathlib import Path

import pytest

from assessments import answering, answers_file, cli, facilitating
from assessments.answering import Desk
from scoring.answers import Assessment

EXAMPLE = Path("questionnaires/social_crm/examples/northvale.yaml")
CONTEXT = "assessment: b\nfirm: Northvale\ndate: 2026-11-22\ncontext: {ctx_size: m}\n"


@pytest.fixture
def database(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name an empty database for every command."""
    monkeypatch.chdir(root)
    address = f"sqlite:///{tmp_path / 'pathway.db'}"
    monkeypatch.setenv("DATABASE_URL", address)
    return address


def imported(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """Import a file and return what it is called in the database."""
    assert cli.main(["import", *map(str, arguments)]) == 0
    said = re.fullmatch(r"Imported as (a[0-9a-f]+)\. Its link: /\?resume=\S+\n", capsys.readouterr().out)
    assert said
    return said[1]


def said_in(path: Path, desk: Desk, context: Path | None = None) -> dict[str, object]:
    read: Assessment = answers_file.read(path, desk.edition().method.questionnaire, context=context)
    return {person.respondent: (person.role, person.answers, person.notes) for person in read.heard}


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_what_goes_in_comes_out(ending: str, database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = imported(capsys, EXAMPLE)
    out = tmp_path / f"out.{ending}"
    assert cli.main(["export", name, "-o", str(out)]) == 0
    assert capsys.readouterr().out.startswith(f"{out}, ")
    desk = answering.open_desk(database, EXAMPLE.parent.parent)
    assert said_in(out, desk) == said_in(EXAMPLE, desk)


@pytest.mark.parametrize("form", [[], ["--wide"]])
def test_a_table_goes_round_as_well(
    form: list[str], database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, context = (tmp_path / name for name in ("first.csv", "second.csv", "context.yaml"))
    context.write_text(CONTEXT, encoding="utf-8")
    assert cli.main(["export", imported(capsys, EXAMPLE), "-o", str(first), *form]) == 0
    capsys.readouterr()
    name = imported(capsys, first, "--context", context)
    assert cli.main(["export", name, "-o", str(second), *form]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_workshop_comes_out_with_its_rounds(database: str, tmp_path: Path) -> None:
    desk = answering.open_desk(database, EXAMPLE.parent.parent)
    prepared = facilitating.prepare(desk, "Acme", 60, roles=["exec"])
    facilitating.press(desk, prepared.token, "next")
    seat = answering.join(desk, prepared.code, "exec", key="the key of somebody").token
    answering.answer(desk, seat, "cul_03", 4)
    out = tmp_path / "out.csv"
    assert cli.main(["export", prepared.workshop_id, "-o", str(out)]) == 0
    rows = out.read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "respondent,role,item,value,note,seconds,round"
    assert re.fullmatch(r"r\d+,exec,cul_03,4,,,1", rows[1])


def test_a_file_with_problems_is_named_by_place_and_nothing_is_stored(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("firm: A\ndate: 2026-11-22\nrespondents: [{id: r1, role: exec, answers: {own_02: 7}}]\n", "utf-8")
    assert cli.main(["import", str(bad)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert f"{bad}:3:" in told.err
    assert "nothing was done" in told.err


def test_what_is_not_there_is_said(database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "w123", "-o", str(tmp_path / "out.csv")]) == 1
    assert "Nothing was done." in capsys.readouterr().err
    assert not list(tmp_path.glob("out.*"))


def test_an_ending_that_is_none_of_the_three_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["export", "w123", "-o", str(tmp_path / "out.txt")])
    assert stopped.value.code == 2
    assert "has to end in .csv, .json, .yaml" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_something_outside(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = imported(capsys, EXAMPLE)
    assert cli.main(["export", name, "-o", str(tmp_path / "missing" / "out.csv")]) == 3
    assert "cannot be written" in capsys.readouterr().err
