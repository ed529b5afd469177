"""Every problem and advice code is documented with an example that is what the program says."""

from pathlib import Path

from tests.broken.page import examples_page


def test_the_page_of_examples_is_current(root: Path) -> None:
    """A code without an example cannot be printed; one whose example has changed differs here."""
    assert (root / "docs" / "problem-examples.md").read_text(encoding="utf-8") == examples_page()
