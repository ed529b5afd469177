"""What a workshop adds to the team edition; what it never adds to a file."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

from assessments import reports
from assessments.printing.job import job_of
from assessments.reading import Reading
from assessments.reports import work_out
from assessments.wording.session import Session
from tests.assessments.wording.sessions import held
from tests.scoring.samples import firm, method, result_of

DAY = date(2026, 11, 22)
NORTHVALE = firm("northvale")


def page_of(session: Session | None) -> str:
    case = work_out(method(), NORTHVALE, result_of(NORTHVALE), session=session)
    return reports.team_html(case, date=DAY)


def test_discussions_both_rounds_and_what_is_left_to_find_out() -> None:
    page = page_of(held())
    assert "Four discussions: people came closer in two, one question stayed open" in page
    assert "We look at &lt;b&gt;last month&#39;s&lt;/b&gt; letters" in page
    assert "An open question; Maria Sand by 15 January 2027" in page
    assert "To be found out" in page
    assert "Disagreement was 60 of 100 and is now 20." in page
    assert "<title>First answers: 1, 3, 0, 3, 3</title>" in page
    assert "<title>Second answers: 1, 3, 0, 3, 3</title>" in page
    assert "What was left out" not in page
    assert 'href="#workshop"' in page


def test_who_is_left_out_is_a_reason_and_both_results() -> None:
    page = page_of(held(left_out=True))
    assert "One submission left out by the facilitator." in page
    assert "Reason: Answered for another firm" in page
    assert "With everybody" in page


def test_without_a_workshop_nothing_of_it_is_there() -> None:
    page = page_of(None)
    assert 'id="workshop"' not in page
    assert 'href="#workshop"' not in page


def test_a_workshop_in_which_nothing_was_talked_about() -> None:
    quiet = replace(held(), discussed=(), blind_spots=())
    page = page_of(quiet)
    assert "Nothing was talked about" in page
    assert "To be found out" not in page


def test_a_printed_workshop_embeds_neither_answers_nor_exact_numbers(tmp_path: Path) -> None:
    opened = Reading(method(), NORTHVALE, result_of(NORTHVALE), session=held())
    printed = tmp_path / "team.pdf"
    printed.write_bytes(job_of(opened, "team", DAY).do())
    inside = subprocess.run(["pdfdetach", "-list", str(printed)], capture_output=True, text=True, check=True).stdout
    assert inside.startswith("0 embedded files")
    told = subprocess.run(["pdftotext", str(printed), "-"], capture_output=True, text=True, check=True).stdout
    assert "What was talked about" in told
