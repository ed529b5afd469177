"""Questionnaires by their exact text: what an assessment was answered against stays what it was."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from assessments import catalog
from scoring.model import Questionnaire

ENDINGS = (".yaml", ".yml")


def texts_of(folder: Path) -> dict[str, str]:
    """Return the files of a questionnaire folder to the letter; raises OSError and UnicodeDecodeError."""
    files = (file for file in folder.iterdir() if file.suffix in ENDINGS and not file.name.startswith("."))
    return {file.name: file.read_bytes().decode("utf-8") for file in sorted(files)}


def load_texts(texts: Mapping[str, str]) -> Questionnaire:
    """Return the questionnaire with these files; raises ``Refused``."""
    with TemporaryDirectory(prefix="questionnaire-") as folder:
        for name, text in texts.items():
            (Path(folder) / name).write_bytes(text.encode("utf-8"))
        return catalog.load(Path(folder))
