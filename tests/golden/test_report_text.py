"""Every page of every sample firm's reports says what it said when it was last looked at.

After a change that is meant: ``python -m tests.golden.executive_text`` and ``python -m tests.golden.team_text``; read
the difference, look at the pages.
"""

import re

import pytest

from tests.golden import executive_text, team_text
from tests.golden.executive_text import GERMAN, IN_GERMAN, SAMPLES, golden_pages

WRITERS = {"executive": executive_text.pages, "team": team_text.pages}


def unbroken(page: str) -> str:
    """Return a page as one line: where lines break is up to the machine's text layout."""
    return re.sub(r"-\s+", "-", " ".join(page.split()).replace("\N{HYPHEN} ", ""))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("edition", WRITERS)
def test_every_page_is_as_approved(edition: str, name: str) -> None:
    assert_alike(WRITERS[edition](name), golden_pages(edition, name))


@pytest.mark.parametrize("name", IN_GERMAN)
def test_every_page_in_german_is_as_approved(name: str) -> None:
    assert_alike(executive_text.german_pages(name), golden_pages(GERMAN, name))


def assert_alike(found: list[str], approved: list[str]) -> None:
    assert len(found) == len(approved)
    for number, (here, there) in enumerate(zip(found, approved, strict=True), start=1):
        assert unbroken(here) == unbroken(there), f"page {number}"
