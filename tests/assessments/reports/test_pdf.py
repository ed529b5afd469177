"""The printed report: accessible, repeatable, and deaf to whatever a name asks for."""

import hashlib
import logging
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import page
import pytest
from weasyprint.urls import FatalURLFetchingError

from assessments import reports
from assessments.edits import ActionEdits, PlanEdits
from assessments.languages import speaking
from assessments.reports import pdf
from assessments.reports.folder import TEMPLATES
from scoring import Method
from scoring.answers import Assessment, Unanswered
from tests.assessments.reports.cases import case_of, quick_scan
from tests.assessments.reports.documents import asked, facts_of, text_of
from tests.assessments.wording.results import SAMPLES
from tests.scoring.samples import changed, firm, method, result_of

DAY = date(2026, 11, 22)
STANDARDS = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)

NAMES = {
    "long word": "W" * 50_000,
    "many words": "a name of many words " * 2_000,
    "right to left": "شركة الأمل للتأمين المحدودة",
    "turned round": "safe\u202egpj.exe",
    "emoji": "👩\u200d👩\u200d👧 Blüte & Söhne 🌸",
    "markup": "<script>alert(1)</script><img src=file:///etc/passwd><style>*{display:none}</style>",
    "template": "{{ 7*7 }}{% include '/etc/passwd' %}",
    "controls": "A\n\nB\tC\x00\x07 D",
    "nothing": "   ",
}


def printed(assessment: Assessment) -> bytes:
    return reports.executive_pdf(case_of(assessment), date=DAY)


def faults(document: bytes) -> list[object]:
    """Return what an independent checker says against a document as PDF/UA-1 and as PDF/A-3a."""
    return [fault for standard in STANDARDS for fault in page.validate_pdf_bytes(document, profile=standard).failures]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_report_is_accessible_and_at_most_four_pages(name: str) -> None:
    document = printed(firm(name))
    assert faults(document) == []
    assert 2 <= int(facts_of(document)["Pages"]) <= 4


@pytest.mark.parametrize("name", SAMPLES)
def test_a_team_edition_is_accessible_and_eight_to_fourteen_pages(name: str) -> None:
    document = reports.team_pdf(case_of(firm(name)), date=DAY)
    assert faults(document) == []
    assert 8 <= int(facts_of(document)["Pages"]) <= 14


@pytest.mark.parametrize("name", ["brightthread", "pebble"])
def test_both_editions_are_accessible_in_german_and_say_so(name: str) -> None:
    spoken = Method(method().questionnaire.in_language("de"))
    case = reports.work_out(spoken, firm(name), result_of(firm(name)))
    with speaking("de"):
        pages = {reports.executive_pdf(case, date=DAY): (2, 4), reports.team_pdf(case, date=DAY): (8, 14)}
        assert '<html lang="de">' in reports.executive_html(case, date=DAY)
    for document, (fewest, most) in pages.items():
        assert faults(document) == []
        assert fewest <= int(facts_of(document)["Pages"]) <= most


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_whatever_people_write_the_team_edition_prints_it_as_text(name: str) -> None:
    hostile = replace(firm("pebble").submissions[0], notes=dict.fromkeys(("own_03", "cul_01", "dem_03"), name))
    document = reports.team_pdf(case_of(replace(firm("pebble"), firm=name, submissions=(hostile,))), date=DAY)
    assert faults(document) == []
    assert "root:" not in text_of(document)
    assert int(facts_of(document)["Pages"]) <= 14


def test_a_quick_scan_and_an_empty_assessment_have_a_team_edition_too() -> None:
    for assessment in (quick_scan("northvale"), replace(firm("pebble"), submissions=())):
        assert faults(reports.team_pdf(case_of(assessment), date=DAY)) == []


EVERY_EDIT = {
    action.id: ActionEdits(person="Ann-Kathrin von Ek", due=date(2027, 3, 1), status="doing", role="sales", effort=3.0)
    for action in method().questionnaire.actions
}


def test_what_would_run_over_is_set_smaller() -> None:
    crowded = replace(firm("brightthread"), firm="W" * 400)
    edits = PlanEdits(capacity=25.0, actions=EVERY_EDIT)
    document = reports.executive_pdf(reports.work_out(method(), crowded, result_of(crowded), edits=edits), date=DAY)
    assert faults(document) == []
    assert int(facts_of(document)["Pages"]) == 4


def test_a_team_edition_full_of_evidence_and_edits_stays_in_its_pages() -> None:
    said = dict.fromkeys([item.id for item in method().questionnaire.items], "The list of March, signed by four. " * 9)
    firm_with_much = firm("brightthread")
    crowded = replace(firm_with_much, submissions=(replace(firm_with_much.submissions[0], notes=said),))
    edits = PlanEdits(actions=dict(list(EVERY_EDIT.items())[:12]))
    document = reports.team_pdf(reports.work_out(method(), crowded, result_of(crowded), edits=edits), date=DAY)
    assert faults(document) == []
    assert int(facts_of(document)["Pages"]) <= 14


def test_files_go_inside_and_the_report_stays_what_it_is() -> None:
    files = [reports.Attached(name, "for a test", "a: 1\n", DAY, source=name == "a") for name in ("a", "b.json")]
    document = reports.executive_pdf(case_of(firm("pebble")), date=DAY, attached=files)
    assert faults(document) == []
    assert document == reports.executive_pdf(case_of(firm("pebble")), date=DAY, attached=files)
    assert document.count(b"/EmbeddedFile/") + document.count(b"/EmbeddedFile>") == 2


def test_a_report_knows_its_title_author_and_date() -> None:
    facts = facts_of(printed(firm("hartwell")))
    assert facts["Title"] == "Hartwell Mutual: executive report"
    assert facts["Author"] == "Pathway"
    assert facts["Tagged"] == "yes"
    assert "2026" in facts["CreationDate"]
    assert "Nov 22" in facts["CreationDate"]


def test_only_our_own_fonts_are_embedded() -> None:
    rows = asked(printed(firm("brightthread")), "pdffonts", "-").splitlines()[2:]
    assert {row.split()[0].partition("+")[2] for row in rows} <= {
        "IBM-Plex-Sans",
        "IBM-Plex-Sans-Semi-Bold",
        "Newsreader-Medium",
    }
    assert all(" yes yes yes " in row for row in rows)


def test_every_page_has_its_furniture() -> None:
    pages = text_of(printed(firm("brightthread"))).split("\f")[:-1]
    for number, words in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in words
        assert "Brightthread  ·  22 November 2026" in words.replace("Brightthread ·", "Brightthread  ·").replace(
            "· 22", "·  22"
        )


ELSEWHERE = """
import hashlib, sys
from datetime import date
from assessments import reports
from tests.assessments.reports.cases import case_of
from tests.scoring.samples import firm
for name in ("pebble", sys.argv[1]):
    document = reports.executive_pdf(case_of(firm(name)), date=date(2026, 11, 22))
print(hashlib.sha256(document).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_in_every_process(root: Path) -> None:
    here = hashlib.sha256(printed(firm("riverside"))).hexdigest()
    for seed in ("1", "77"):
        done = subprocess.run(
            [sys.executable, "-c", ELSEWHERE, "riverside"],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == here


def test_several_readers_may_ask_at_once() -> None:
    with ThreadPoolExecutor(4) as desk:
        documents = list(desk.map(printed, [firm("pebble")] * 4))
    assert len(set(documents)) == 1


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_is_printed_as_text_and_breaks_nothing(name: str) -> None:
    document = printed(replace(firm("hartwell"), firm=name))
    assert faults(document) == []
    words = " ".join(text_of(document).split())
    assert int(facts_of(document)["Pages"]) <= 4
    assert "Three questions, three answers" in words
    assert "root:" not in words
    assert "49" not in words.split("practises")[0]


def test_letters_no_font_has_become_question_marks() -> None:
    words = text_of(printed(replace(firm("hartwell"), firm="Tolk \U00012000\U00012001")))
    assert "Tolk ??" in words


@pytest.mark.parametrize(
    "changes",
    [
        {"dem_03": Unanswered.DONT_KNOW, "dem_05": Unanswered.DONT_KNOW, "own_01": Unanswered.DONT_KNOW},
        {f"own_0{number}": 1 for number in range(2, 10)},
        {"dem_03": 5, "dem_05": 5, "dem_06": 1},
    ],
    ids=["much unknown", "base forming", "customers turning back"],
)
def test_unusual_results_print_too(changes: dict[str, int]) -> None:
    document = printed(changed(firm("hartwell"), changes))
    assert faults(document) == []
    assert int(facts_of(document)["Pages"]) <= 4


def test_a_quick_scan_and_an_empty_assessment_print_too() -> None:
    assert "Indicative: this is a quick scan." in " ".join(text_of(printed(quick_scan("pebble"))).split())
    assert "Nobody has answered yet." in text_of(printed(replace(firm("pebble"), submissions=()))).replace("\n", " ")


# ------------------------------------------------------------------ the renderer


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/x.png",
        "https://127.0.0.1/",
        "file:///etc/passwd",
        "ftp://example.org/",
        f"{TEMPLATES.as_uri()}/../README.md",
        f"{TEMPLATES.as_uri()}/%2e%2e/README.md",
    ],
)
def test_nothing_from_outside_is_fetched(url: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        pdf.OwnFilesOnly().fetch(url)


def test_our_own_files_and_inline_data_are_fetched() -> None:
    assert pdf.OwnFilesOnly().fetch("data:text/plain,hello").read() == b"hello"
    assert pdf.OwnFilesOnly().fetch(f"{TEMPLATES.as_uri()}/executive.css").read()


def test_a_page_that_asks_for_something_outside_is_not_printed() -> None:
    with pytest.raises(FatalURLFetchingError):
        pdf.print_pdf('<html lang="en"><title>x</title><img alt="x" src="http://127.0.0.1/x.png">')


def test_complaints_of_other_threads_are_theirs() -> None:
    other = threading.Thread(target=logging.getLogger("weasyprint").warning, args=("somebody else's trouble",))
    with pdf._warnings_are_errors():
        other.start()
        other.join()


def test_what_the_renderer_cannot_set_is_an_error() -> None:
    with pytest.raises(pdf.RenderingError, match="filter"):
        pdf.print_pdf('<html lang="en"><title>x</title><p style="filter: blur(1px)">x</p>')
