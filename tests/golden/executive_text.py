"""The words of every page of every sample firm's executive report; run as a program it writes them down anew."""

import subprocess
from datetime import date
from pathlib import Path

from assessments import reports
from scoring import Method
from tests.scoring.samples import firm, result_of, social_crm

FOLDER = Path(__file__).resolve().parent / "executive"
SAMPLES = ("hartwell", "northvale", "brightthread", "pebble", "castellan", "riverside")


def pages(name: str) -> list[str]:
    """Return the words of each page, line by line as they were set.

    The questionnaire's fingerprint is left out: it changes with every comma in a note to facilitators.
    """
    nameless = Method(social_crm().model_copy(update={"sha256": ""}))
    case = reports.work_out(nameless, firm(name), result_of(firm(name)))
    document = reports.executive_pdf(case, date=date(2026, 11, 22))
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=document, capture_output=True, check=True)
    return [page.strip() for page in done.stdout.decode().split("\f")[:-1]]


def golden_pages(name: str) -> list[str]:
    """Return the pages as last looked at and approved."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\f\n")


def write_all() -> None:
    """Write the pages of all sample firms; look at them before committing."""
    FOLDER.mkdir(exist_ok=True)
    for name in SAMPLES:
        (FOLDER / f"{name}.txt").write_text("\n\f\n".join(pages(name)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_all()
