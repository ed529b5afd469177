"""Every page of every sample firm's report says what it said when it was last looked at.

After a change that is meant: ``python -m tests.golden.executive_text``, read the difference, look at the pages.
"""

import re

import pytest

from tests.golden.executive_text import SAMPLES, golden_pages, pages


def unbroken(page: str) -> str:
    """Return a page as one line: where lines break is up to the machine's text layout."""
    return re.sub(r"-\s+", "-", " ".join(page.split()))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_page_is_as_approved(name: str) -> None:
    found, approved = pages(name), golden_pages(name)
    assert len(found) == len(approved)
    for number, (here, there) in enumerate(zip(found, approved, strict=True), start=1):
        assert unbroken(here) == unbroken(there), f"page {number}"
