"""A file that was taken away opens again, all of it or nothing; what is no such file gets a sentence."""

import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assessments import answering, answers_file, reading
from assessments.answering import Desk, NotAccepted, from_file
from assessments.answers_file.printed import FIRST_LINE
from assessments.edits import ActionEdits, PlanEdits
from tests.assessments.rows import how_many
from tests.scoring.samples import firm

EDITS = PlanEdits(
    capacity=25.0,
    start=date(2027, 1, 4),
    actions={"A01": ActionEdits(person="Ann Ek", status="doing"), "A22": ActionEdits(status="done", carried=True)},
)
LONG = "x" * 3000


def team_edition(name: str) -> bytes:
    """Return as much of a team edition as is read of it."""
    return attached(answers_file.write_attachment(firm(name), EDITS).encode())


def small(**changes: str) -> bytes:
    """Return an answers file of one person with some of its lines exchanged."""
    lines = {"assessment": "a", "firm": "A", "date": "2026-11-22", "note": "well", "id": "r1", **changes}
    return (
        (
            "assessment: {assessment}\nfirm: {firm}\ndate: {date}\nrespondents:\n- {{id: {id}, role: exec, "
            'answers: {{own_02: 3}}, notes: {{own_02: "{note}"}}}}\n'
        )
        .format(**lines)
        .encode()
    )


def attached(data: bytes) -> bytes:
    stream = zlib.compress(data)
    head = b"1 0 obj\n<</Type /EmbeddedFile/Filter /FlateDecode/Length %d>>\nstream\n" % len(stream)
    return b"%PDF-1.7\n" + head + stream + b"\nendstream"


def test_one_persons_team_edition_comes_back_with_its_plan_and_can_be_gone_on_with(desk: Desk) -> None:
    brought = answering.start_from_file(desk, "pebble-team.pdf", team_edition("pebble"))
    assert brought.alone
    planned, sample = answering.plan_of(desk, brought.started.token), firm("pebble")
    found = planned.opened.assessment
    assert (found.firm, found.date, found.context, found.heard) == (
        sample.firm,
        sample.date,
        sample.context,
        (replace(sample.heard[0], seconds=found.heard[0].seconds),),
    )
    assert planned.edits == EDITS
    answering.answer(desk, brought.started.token, "own_02", 2)


def test_the_answers_of_several_come_back_as_a_result_to_be_looked_at(desk: Desk) -> None:
    brought = answering.start_from_file(desk, "team.pdf", team_edition("riverside"))
    assert not brought.alone
    opened = answering.open_assessment(desk, brought.started.token)
    assert opened.read_only
    said = [one for one in opened.assessment.heard if one.answers]
    assert said == list(firm("riverside").heard)
    assert opened.person is not None
    assert opened.person.name not in [one.respondent for one in said]


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_what_was_exported_comes_back(desk: Desk, ending: str) -> None:
    write = {"yaml": answers_file.write_yaml, "json": answers_file.write_json}[ending]
    content = write(firm("northvale"), EDITS).encode()
    token = answering.start_from_file(desk, f"C:\\answers.{ending.upper()}", content).started.token
    assert answering.plan_of(desk, token).edits == EDITS
    assert answering.export(desk, token, ending).content.count(b"Ann Ek") == 1


REFUSED = {
    "no pdf at all": ("a.pdf", b"hello", "file_kind"),
    "a spreadsheet": ("a.xlsx", b"PK\x03\x04", "file_kind"),
    "no ending": ("answers", b"a: 1", "file_kind"),
    "somebody else's pdf": ("a.pdf", b"%PDF-1.7\n" + b"/EmbeddedFile" * 9, "file"),
    "a pdf cut short": ("a.pdf", attached(small())[:90], "file"),
    "an encrypted pdf": ("a.pdf", b"%PDF-1.7\n/Encrypt 5 0 R\n" + attached(small()).replace(b"\x9c", b"\x00"), "file"),
    "a bomb": ("a.pdf", attached(FIRST_LINE.encode() + b"\n" + bytes(20_000_000)), "file"),
    "too large": ("a.pdf", b"%PDF" + bytes(5_000_001), "file_size"),
    "too long": ("a.yaml", b"x: y\n" * 300_000, "file_long"),
    "nothing": ("a.yaml", b"", "file"),
    "another encoding": ("a.json", b"\xff\xfe{\x00}\x00", "file"),
    "references that grow": ("a.yaml", b"a: &a [1, 1]\nb: &b [*a, *a]\n", "file"),
    "unknown questions": ("a.yaml", small().replace(b"own_02", b"nonsense"), "file"),
    "no day": ("a.yaml", small(date="9999-12-31"), "file"),
    "a note that is too long": ("a.yaml", small(note=LONG), "text_long"),
    "a name that is too long": ("a.yaml", small(firm=LONG), "text_long"),
}


@pytest.mark.parametrize(("name", "content", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_such_file_gets_a_sentence_and_stores_nothing(
    desk: Desk, name: str, content: bytes, code: str
) -> None:
    before = how_many(desk.database)
    with pytest.raises(NotAccepted) as refused:
        answering.start_from_file(desk, name, content)
    assert refused.value.code == code
    assert len(refused.value.sentence) < 2000
    assert how_many(desk.database) == before


def test_an_executive_edition_says_that_it_holds_no_answers(desk: Desk) -> None:
    document = reading.executive_report(reading.open_sample("pebble"), date=date(2026, 11, 22))
    with pytest.raises(NotAccepted, match="the executive edition leaves the answers out"):
        answering.start_from_file(desk, "report.pdf", document)


def test_problems_are_told_with_their_line_the_first_few_of_many(desk: Desk) -> None:
    many = small() + b"".join(b"nonsense_%d: 1\n" % number for number in range(9))
    with pytest.raises(NotAccepted, match=r"Line 6: .* And 4 more\."):
        answering.start_from_file(desk, "a.yaml", many)


def test_names_that_are_the_same_once_tidied_are_refused(desk: Desk) -> None:
    twice = small(id="r 1") + b'- {id: "r  1", role: sales, answers: {own_02: 3}}\n'
    with pytest.raises(NotAccepted, match="the same id"):
        answering.start_from_file(desk, "a.yaml", twice)


def test_more_answers_than_can_be_stored_at_once_are_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(from_file, "MOST_ANSWERS", 0)
    with pytest.raises(NotAccepted, match="more answers"):
        answering.start_from_file(desk, "a.yaml", small())


def test_the_file_is_read_nowhere_near_its_own_name(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    answering.start_from_file(desk, f"../../../../../..{target}", small())
    assert not target.exists()
