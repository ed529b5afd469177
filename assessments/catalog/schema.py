"""JSON schemas of the files of a questionnaire, so that an editor completes and checks while people type."""

import json
from pathlib import Path
from typing import Any

from assessments.catalog.edition_schema import edition_schema
from assessments.catalog.example_schema import example_schema
from assessments.catalog.files import PILLAR_SHAPE, SHAPES
from assessments.catalog.folder import builds_on
from assessments.catalog.language_shapes import language_shape
from assessments.catalog.languages import is_language_file, name_of
from scoring.model import Entry, Questionnaire

_EXAMPLE = "example.yaml"
_DRAFT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def write_schemas(folder: Path, questionnaire: Questionnaire) -> None:
    """Write the schema of every file of the questionnaire at ``folder`` into its folder ``schema``."""
    (folder / "schema").mkdir(exist_ok=True)
    for name, text in schemas(questionnaire, is_edition=builds_on(folder) is not None).items():
        (folder / "schema" / name).write_text(text, encoding="utf-8")


def schemas(questionnaire: Questionnaire, *, is_edition: bool = False) -> dict[str, str]:
    """Return the text of every schema file by name; answers are described with this questionnaire's own ids.

    The files of an edition say only what is different.
    """
    files = (*SHAPES, "pillar.yaml")
    described = {
        _schema_file(name): schema_of(name, questionnaire, is_edition=is_edition) for name in (*files, _EXAMPLE)
    }
    described |= {_schema_file(name, ".texts"): schema_of(name_of("xx", name), None) for name in files}
    return {name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in described.items()}


def _schema_file(name: str, mark: str = "") -> str:
    return f"{name.removesuffix('.yaml')}{mark}.schema.json"


def schema_of(name: str, questionnaire: Questionnaire | None, *, is_edition: bool = False) -> dict[str, Any]:
    """Return the schema of the file ``name``; that of a worked example says little without a questionnaire."""
    if name == _EXAMPLE or name.startswith("examples/"):
        return {**_DRAFT, **(example_schema(questionnaire) if questionnaire else {"type": "object"})}
    own, subject = SHAPES.get(name, PILLAR_SHAPE), name.rpartition("/")[2]
    shape: type[Entry] = language_shape(subject) if is_language_file(name) else own
    schema = {**_DRAFT, **shape.model_json_schema()}
    return edition_schema(schema) if is_edition and shape is own else schema
