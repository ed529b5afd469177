"""The words of every page of every sample firm's executive report; run as a program it writes them down anew."""

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from assessments import reports
from assessments.languages import language, speaking
from scoring import Method
from tests.scoring.samples import firm, result_of, social_crm

FOLDER = Path(__file__).resolve().parent
EDITION, GERMAN = "executive", "executive_de"
IN_GERMAN = ("riverside",)
SAMPLES = ("hartwell", "northvale", "brightthread", "pebble", "castellan", "riverside")


def pages(name: str) -> list[str]:
    """Return the words of each page, line by line as they were set."""
    return words_of(reports.executive_pdf(nameless_case(name), date=date(2026, 11, 22)))


def german_pages(name: str) -> list[str]:
    """Return the words of each page of the same report in German."""
    with speaking("de"):
        return words_of(reports.executive_pdf(nameless_case(name), date=date(2026, 11, 22)))


def nameless_case(name: str) -> reports.Case:
    """Return a sample firm's case in the language that is spoken, without the questionnaire's fingerprint.

    It changes with every comma in a note to facilitators.
    """
    spoken = social_crm().in_language(language())
    nameless = Method(spoken.model_copy(update={"sha256": ""}))
    return reports.work_out(nameless, firm(name), result_of(firm(name)))


def words_of(document: bytes) -> list[str]:
    """Return the words of each page of a document."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=document, capture_output=True, check=True)
    return [page.strip() for page in done.stdout.decode().split("\f")[:-1]]


def golden_pages(edition: str, name: str) -> list[str]:
    """Return the pages as last looked at and approved."""
    return (FOLDER / edition / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\f\n")


def write_pages(edition: str, pages: Mapping[str, list[str]]) -> None:
    """Write the pages of an edition; look at them before committing."""
    (FOLDER / edition).mkdir(exist_ok=True)
    for name, words in pages.items():
        (FOLDER / edition / f"{name}.txt").write_text("\n\f\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_pages(EDITION, {name: pages(name) for name in SAMPLES})
    write_pages(GERMAN, {name: german_pages(name) for name in IN_GERMAN})
