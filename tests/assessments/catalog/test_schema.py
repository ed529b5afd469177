"""The schemas editors use are current and describe the files as they are."""

import json
import runpy
import shutil
from pathlib import Path

import jsonschema
import pytest

from assessments.catalog import MADE_FROM, load, schemas
from assessments.positions import Limits, read

ALL = Path(__file__).parents[3] / "questionnaires"
FOLDER, BANK = ALL / "social_crm", ALL / "bank"
WRITTEN = [*ALL.glob("*/*.yaml"), *ALL.glob("*/examples/*.yaml"), *ALL.glob("*/languages/*/*.yaml")]
FILES = sorted(file for file in WRITTEN if file.name != MADE_FROM)


@pytest.mark.parametrize("folder", sorted(ALL.iterdir()), ids=lambda folder: folder.name)
def test_the_committed_schemas_are_current(folder: Path) -> None:
    """If this fails, run ``make generated`` and commit what it changes."""
    written = {file.name: file.read_text(encoding="utf-8") for file in (folder / "schema").iterdir()}
    assert written == schemas(load(folder), is_edition=folder != FOLDER)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ALL)))
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


@pytest.mark.parametrize(
    ("name", "data", "fits"),
    [
        ("settings", {"settings": {"privacy": {"min_group": 5}}}, True),
        ("settings", {"settings": {"privacy": {"min_groop": 5}}}, False),
        ("path", {"id": "x", "version": "1", "title": "X"}, False),  # it does not say what it builds on
        ("path", {"id": "x", "version": "1", "title": "X", "extends": "y"}, True),
        (
            "pillar",
            {"factors": [{"id": "a", "items": [{"id": "b", "remove": True}, {"id": "c"}]}]},
            True,
        ),
        ("pillar", {"factors": [{"id": "a", "items": [{"text": "Which one?"}]}]}, False),
        ("pillar", {"factors": [{"id": "a", "items": [{"id": "b", "remove": "yes"}]}]}, False),
        ("pillar", {"factors": [{"id": "a", "items": [{"id": "b", "levels": ["too", "few"]}]}]}, False),
        ("weights", {"weights": {"a": {"points": {"T": 3}}}}, True),
    ],
)
def test_the_schema_of_an_edition_takes_any_part_and_nothing_else(name: str, data: object, fits: bool) -> None:
    schema = json.loads((BANK / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert jsonschema.Draft202012Validator(schema).is_valid(data) == fits
