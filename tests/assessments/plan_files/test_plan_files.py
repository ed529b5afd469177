"""The plan as files: the same bytes each time, nothing that runs, calendars by the book."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from assessments import reading
from assessments.edits import ActionEdits, PlanEdits, wishes_of
from assessments.languages import speaking
from assessments.plan_files import KINDS, PlanToWrite, write
from assessments.plan_files.calendar import LONGEST_LINE, escaped, folded
from assessments.plan_files.moves import COLUMNS, moves
from scoring.roadmap import make_plan
from tests.golden.plan_golden import GOLDEN, as_golden

HOSTILE = [
    '=HYPERLINK("http://example.org","x")',
    "+1+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "<b>&amp;</b> {{ 7*7 }}",
    "a;b,c\\d\nBEGIN:VEVENT",
    "אבג 🙂 عربى",
    "x" * 50_000,
]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def planned(firm: str = "northvale", edits: PlanEdits | None = None) -> PlanToWrite:
    opened = reading.open_sample(firm)
    said = edits or PlanEdits()
    wishes = wishes_of(said, opened.assessment.date)
    plan = make_plan(opened.method, opened.assessment, opened.result, wishes=wishes)
    return PlanToWrite(opened.questionnaire, opened.assessment, plan, said)


def hostile(text: str) -> PlanToWrite:
    """Return a plan in which titles, texts, names and ids say ``text``."""
    about = planned()
    shouting = tuple(
        action.model_copy(update={"title": text, "do": text, "kpi": text}) for action in about.questionnaire.actions
    )
    edits = PlanEdits(actions={"A01": ActionEdits(person=text, due=date(2027, 1, 4), status="doing")})
    return replace(
        about,
        questionnaire=about.questionnaire.model_copy(update={"actions": shouting}),
        assessment=replace(about.assessment, id=text),
        edits=edits,
    )


def sheets(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name).decode("utf-8") for name in book.namelist()}


def cells_of(content: bytes) -> list[str]:
    shared = ElementTree.fromstring(sheets(content)["xl/sharedStrings.xml"])
    return ["".join(text.text or "" for text in entry.iter(f"{MAIN}t")) for entry in shared]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("firm", ["northvale", "castellan", "brightthread"])
def test_the_same_plan_gives_the_same_bytes(firm: str, kind: str) -> None:
    assert write(planned(firm), kind) == write(planned(firm), kind)


@pytest.mark.parametrize("kind", ["csv", "ics"])
def test_a_file_is_what_it_was_the_last_time_somebody_looked(kind: str) -> None:
    assert write(as_golden(), kind) == (GOLDEN / f"plan.{kind}").read_bytes()


def test_the_table_has_a_row_per_move_and_names_the_day_as_the_page_does() -> None:
    about = planned(edits=PlanEdits(start=date(2027, 1, 4)))
    text = write(about, "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert tuple(rows[0]) == COLUMNS
    assert [row["Move"] for row in rows] == [move.title for move in moves(about)]
    assert rows[0]["Start"] == "2027-01-04"
    assert date.fromisoformat(rows[0]["Finish"]).weekday() == 4


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_cell_of_the_table_runs(text: str) -> None:
    content = write(hostile(text), "csv").decode("utf-8-sig")
    csv.field_size_limit(200_000)
    for row in csv.reader(io.StringIO(content)):
        assert len(row) == len(COLUMNS)
        assert not [cell for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert text.replace("\r", "") in content.replace('""', '"')


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_the_workbook_keeps_text_as_text(text: str) -> None:
    content = write(hostile(text), "xlsx")
    parts = sheets(content)
    assert not [
        name
        for name, part in parts.items()
        if name.startswith("xl/worksheets/") and ("<f>" in part or "<hyperlink" in part)
    ]
    assert text[:32_767].strip() in {cell.strip() for cell in cells_of(content)}


def test_the_workbook_has_the_plan_the_forecast_and_real_days() -> None:
    about = planned()
    parts = sheets(write(about, "xlsx"))
    assert re.findall(r'<sheet name="(\w+)"', parts["xl/workbook.xml"]) == ["Plan", "Forecast"]
    first = moves(about)[0]
    serial = (first.start - date(1899, 12, 30)).days
    assert f"<v>{serial}</v>" in parts["xl/worksheets/sheet1.xml"]
    assert parts["xl/worksheets/sheet2.xml"].count("<row ") == 1 + len(about.plan.forecast)
    assert f"{about.assessment.date}T00:00:00Z" in parts["docProps/core.xml"]


def unfolded(content: bytes) -> list[str]:
    return content.decode("utf-8").replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_calendar_holds_exactly_two_events_per_move_whatever_is_written(text: str) -> None:
    about = hostile(text)
    content = write(about, "ics")
    assert max(len(line) for line in content.split(b"\r\n")) <= LONGEST_LINE
    assert content.replace(b"\r\n", b"").count(b"\n") == 0
    lines = unfolded(content)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2 * len(about.plan.actions)
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == len(uids)
    assert all(re.fullmatch(r"UID:[A-Za-z0-9._-]+@pathway", uid) for uid in uids)


def test_an_event_keeps_its_name_when_the_plan_moves() -> None:
    before, after = (
        unfolded(write(planned(edits=edits), "ics")) for edits in (None, PlanEdits(start=date(2027, 3, 1)))
    )
    uids = [[line for line in lines if line.startswith("UID:")] for lines in (before, after)]
    assert set(uids[0]) == set(uids[1])
    assert "DTSTART;VALUE=DATE:20270301" in after


def test_an_event_of_one_day_ends_on_the_next() -> None:
    lines = unfolded(write(planned(edits=PlanEdits(start=date(2027, 3, 31))), "ics"))
    start = lines.index("DTSTART;VALUE=DATE:20270331")
    assert lines[start + 1] == "DTEND;VALUE=DATE:20270401"


@pytest.mark.parametrize(
    ("text", "quoted"), [("a;b,c\\", "a\\;b\\,c\\\\"), ("a\r\nb\rc", "a\\nb\\nc"), ("\x00a\x1f\ud800b", "ab")]
)
def test_calendar_text_is_escaped(text: str, quoted: str) -> None:
    assert escaped(text) == quoted


@pytest.mark.parametrize("sign", ["x", "é", "🙂"])
def test_lines_are_cut_between_signs(sign: str) -> None:
    line = f"SUMMARY:{sign * 200}"
    pieces = folded(line).split("\r\n")
    assert max(len(piece.encode()) for piece in pieces) <= LONGEST_LINE
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == line


def test_a_plan_without_moves_is_an_empty_calendar_and_a_table_of_its_columns() -> None:
    about = planned()
    empty = replace(about, plan=replace(about.plan, actions=(), forecast=(), cautious=()))
    assert write(empty, "csv").decode("utf-8-sig").splitlines() == [",".join(COLUMNS)]
    assert b"VEVENT" not in write(empty, "ics")
    assert sheets(write(empty, "xlsx"))["xl/worksheets/sheet2.xml"].count("<row ") == 1


def test_a_plan_is_taken_away_in_the_language_of_whoever_takes_it() -> None:
    with speaking("de"):
        about = planned()
        rows = list(csv.DictReader(io.StringIO(write(about, "csv").decode("utf-8-sig"))))
        calendar = write(about, "ics").decode("utf-8")
        assert {row["Stand"] for row in rows} == {"Geplant"}
        assert "Auf dem Weg, vorsichtig gerechnet" in cells_of(write(about, "xlsx"))
    assert "SUMMARY:Beginn: " in calendar
    assert "SUMMARY:Ende: " in calendar
