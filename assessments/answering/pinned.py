"""Questionnaires by their exact text: what an assessment was answered against stays what it was."""

from collections.abc import Mapping
from pathlib import Path

from assessments import catalog
from assessments.problems import Refused
from scoring.model import Questionnaire


def texts_of(folder: Path) -> dict[str, str]:
    """Return the files of a questionnaire folder to the letter, and those it builds on.

    Raises OSError and UnicodeDecodeError.
    """
    files = catalog.questionnaire_files(folder)
    return {name: file.read_bytes().decode("utf-8") for name, file in files.items()}


def load_texts(texts: Mapping[str, str]) -> Questionnaire:
    """Return the questionnaire with these files; raises ``Refused``."""
    checked = catalog.check_texts(texts)
    if checked.questionnaire is None:
        raise Refused(checked.problems)
    return checked.questionnaire
