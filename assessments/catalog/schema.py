"""JSON schemas of the files of a questionnaire, so that an editor completes and checks while people type."""

import json
from pathlib import Path
from typing import Any

from assessments.catalog.example_schema import example_schema
from assessments.catalog.files import PILLAR_SHAPE, SHAPES
from scoring.model import Entry, Questionnaire

_EXAMPLE = "example.yaml"
_DRAFT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def write_schemas(folder: Path, questionnaire: Questionnaire) -> None:
    """Write the schema of every file of the questionnaire at ``folder`` into its folder ``schema``."""
    (folder / "schema").mkdir(exist_ok=True)
    for name, text in schemas(questionnaire).items():
        (folder / "schema" / name).write_text(text, encoding="utf-8")


def schemas(questionnaire: Questionnaire) -> dict[str, str]:
    """Return the text of every schema file by name; answers are described with this questionnaire's own ids."""
    described = {
        f"{name.removesuffix('.yaml')}.schema.json": schema_of(name, questionnaire)
        for name in (*SHAPES, "pillar.yaml", _EXAMPLE)
    }
    return {name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in described.items()}


def schema_of(name: str, questionnaire: Questionnaire | None) -> dict[str, Any]:
    """Return the schema of the file ``name``; that of a worked example says little without a questionnaire."""
    if name == _EXAMPLE or name.startswith("examples/"):
        return {**_DRAFT, **(example_schema(questionnaire) if questionnaire else {"type": "object"})}
    shape: type[Entry] = SHAPES.get(name, PILLAR_SHAPE)
    return {**_DRAFT, **shape.model_json_schema()}
