"""The questionnaire answers are read against, and a way to read a text as if it were a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessments import answers_file, catalog
from assessments.answers_file import Checked
from scoring.model import Questionnaire

ReadText = Callable[..., Checked]


@pytest.fixture(scope="session")
def questionnaire(root: Path) -> Questionnaire:
    """Return the Social CRM questionnaire."""
    return catalog.load(root / "questionnaires" / "social_crm")


@pytest.fixture
def read_text(tmp_path: Path, questionnaire: Questionnaire) -> ReadText:
    """Return a function that checks a text (or bytes) under a file name, with the text of a context where given."""

    def check(text: str | bytes, name: str = "answers.yaml", context: str | None = None) -> Checked:
        path, beside = tmp_path / name, tmp_path / "context.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        if context is not None:
            beside.write_text(context, encoding="utf-8")
        return answers_file.check(path, questionnaire, context=beside if context is not None else None)

    return check
