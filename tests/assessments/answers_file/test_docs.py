"""What docs/answers-file.md shows can be read as it stands."""

import re
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "answers-file.md"
BLOCKS = re.findall(r"^```\w*\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS)
def test_an_example_of_the_page_is_read(read_text: Any, block: str) -> None:
    name = "answers.csv" if block.startswith("respondent,role") else "answers.yaml"
    checked = read_text(block, name)
    assert checked.problems == ()
    assert checked.assessment.submissions[0].answers["own_02"] == 3
    assert checked.assessment.submissions[0].notes["own_02"].startswith("The list of March")


def test_there_are_examples_of_every_form() -> None:
    assert len(BLOCKS) == 3
