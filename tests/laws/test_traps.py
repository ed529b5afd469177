"""Laws of editing: a word that some programs turn into something else is refused where it stands, never misread."""

import shutil
from pathlib import Path

import pytest

from assessments import catalog
from tests.scoring.samples import FOLDER

# File, what stands in it once, and the same with a trap in its place: as a key, as an option's id, as a text.
PLACES = [
    ("path.yaml", "        metric: index\n        minimum: 40\n", "        {trap}: index\n        minimum: 40\n"),
    ("ownership.yaml", "          - id: nobody\n", "          - id: {trap}\n"),
    ("culture.yaml", 'name: "Culture"\n', "name: {trap}\n"),
]


@pytest.mark.parametrize("trap", ["on", "off", "yes", "No", "OFF", "3_10", "1:30", "010", "0x1F", "true", "12", "~"])
@pytest.mark.parametrize(("file", "written", "instead"), PLACES, ids=[file for file, _, _ in PLACES])
def test_what_looks_like_text_and_is_not_is_refused_in_its_line(
    file: str, written: str, instead: str, trap: str, tmp_path: Path
) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "questionnaire", ignore=shutil.ignore_patterns("examples"))
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(written) == 1
    (folder / file).write_text(text.replace(written, instead.format(trap=trap)), encoding="utf-8")
    line = text[: text.index(written)].count("\n") + 1
    problems = catalog.check(folder).problems
    assert (file, line) in [(Path(problem.path).name, problem.line) for problem in problems]
