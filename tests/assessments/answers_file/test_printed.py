"""Answers inside a PDF: found where they stand, bounded, and nothing else is followed."""

import zlib
from pathlib import Path

import pytest

from assessments import answers_file
from assessments.answers_file import printed
from assessments.answers_file.printed import FIRST_LINE, read_printed
from assessments.positions import Limits
from assessments.problems import Refused
from scoring.answers import Assessment
from scoring.model import Questionnaire
from tests.scoring.samples import firm, social_crm

LIMITS = Limits(kilobytes=100, values=1000)
TEXT = f"{FIRST_LINE}\nfirm: Anna\n".encode()


def packed(data: bytes) -> bytes:
    """Return an embedded file as PDFs have it."""
    stream = zlib.compress(data)
    return b"1 0 obj\n<</Type /EmbeddedFile/Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream" % (
        len(stream),
        stream,
    )


def plain(data: bytes) -> bytes:
    return b"2 0 obj\n<</Type /EmbeddedFile/Length 9 0 R>>\nstream\r\n" + data + b"\nendstream"


def read(folder: Path, content: bytes) -> str:
    (folder / "report.pdf").write_bytes(b"%PDF-1.7\n" + content)
    return read_printed(folder / "report.pdf", LIMITS)


@pytest.mark.parametrize("content", [packed(TEXT), plain(TEXT), packed(b"other data") + packed(TEXT)])
def test_answers_are_found_packed_or_not_after_other_files(tmp_path: Path, content: bytes) -> None:
    assert "firm: Anna" in read(tmp_path, content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"/EmbeddedFiles 3 0 R",
        b"/EmbeddedFile without any data",
        packed(b"somebody else's attachment"),
        packed(TEXT + bytes(200_000)),
        plain(TEXT + b"x" * 200_000),
        packed(TEXT).replace(zlib.compress(TEXT), b"not packed at all"),
        packed(b"a") * 20 + packed(TEXT),
        b"/EmbeddedFile" * 100_000,
    ],
    ids=["empty", "a list", "no data", "other", "a bomb", "too long", "damaged", "too many", "words"],
)
def test_a_pdf_without_our_answers_is_refused_kindly(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, content)
    assert [problem.code for problem in refused.value.problems] == ["A617"]


def test_a_pdf_that_is_too_large_or_missing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="Y101"):
        read_printed(tmp_path / "missing.pdf", LIMITS)
    monkeypatch.setattr(printed, "_MEGABYTES", 0)
    with pytest.raises(Refused, match="Y103"):
        read(tmp_path, b"")


@pytest.mark.parametrize("name", ["riverside", "pebble"])
def test_what_was_attached_is_what_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + packed(answers_file.write_attachment(firm(name)).encode()))
    found: Assessment = answers_file.read(tmp_path / "a.pdf", social_crm())
    assert found == firm(name)


def test_mistakes_inside_are_told_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + packed(TEXT + b"nonsense: 1\n"))
    questionnaire: Questionnaire = social_crm()
    codes = [(problem.code, problem.line) for problem in answers_file.check(tmp_path / "a.pdf", questionnaire).problems]
    assert ("A605", 3) in codes


def test_a_context_does_not_go_with_a_report(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + packed(TEXT))
    checked = answers_file.check(tmp_path / "a.pdf", social_crm(), context=tmp_path / "context.yaml")
    assert [problem.code for problem in checked.problems] == ["A658"]
