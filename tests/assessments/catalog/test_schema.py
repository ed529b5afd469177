"""The schemas editors use are current and describe the files as they are."""

import json
import runpy
import shutil
from pathlib import Path

import jsonschema
import pytest

from assessments.catalog import load, schemas
from assessments.positions import Limits, read

FOLDER = Path(__file__).parents[3] / "questionnaires" / "social_crm"
FILES = sorted([*FOLDER.glob("*.yaml"), *FOLDER.glob("examples/*.yaml"), *FOLDER.glob("languages/*/*.yaml")])


def test_the_committed_schemas_are_current() -> None:
    """If this fails, run ``make generated`` and commit what it changes."""
    written = {file.name: file.read_text(encoding="utf-8") for file in (FOLDER / "schema").iterdir()}
    assert written == schemas(load(FOLDER))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(FOLDER)))
def test_every_file_names_its_schema_and_fits_it(file: Path) -> None:
    first = file.read_text(encoding="utf-8").splitlines()[0]
    begin = "# yaml-language-server: $schema="
    assert first.startswith(begin)
    schema = json.loads((file.parent / first.removeprefix(begin)).read_text(encoding="utf-8"))
    data = read(file, Limits(kilobytes=1000, values=20_000)).data
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)] == []


def test_schemas_are_written_and_know_the_questions_of_their_questionnaire(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FOLDER, tmp_path / "own")
    shutil.rmtree(tmp_path / "own" / "schema")
    for _ in range(2):  # the second time over what is there
        monkeypatch.setattr("sys.argv", ["python", str(tmp_path / "own")])
        runpy.run_module("assessments.catalog", run_name="__main__")
    schema = json.loads((tmp_path / "own" / "schema" / "example.schema.json").read_text(encoding="utf-8"))
    answers = schema["properties"]["respondents"]["items"]["properties"]["answers"]["properties"]
    assert answers["own_01"]["enum"][-2:] == ["dk", "na"]
    assert answers["cul_12"]["anyOf"][0] == {"type": "integer", "minimum": 0, "maximum": 100}
