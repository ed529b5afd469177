"""The words of every page of every sample firm's team edition; run as a program it writes them down anew."""

from datetime import date

from assessments import reports
from tests.golden.executive_text import SAMPLES, nameless_case, words_of, write_pages

EDITION = "team"


def pages(name: str) -> list[str]:
    """Return the words of each page, line by line as they were set."""
    return words_of(reports.team_pdf(nameless_case(name), date=date(2026, 11, 22)))


if __name__ == "__main__":
    write_pages(EDITION, {name: pages(name) for name in SAMPLES})
