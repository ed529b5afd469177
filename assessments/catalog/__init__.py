"""Questionnaire folders: from YAML files to a checked method, or to every reason why not."""

from assessments.catalog.draft import Draft, Spot
from assessments.catalog.load import Checked, check, check_texts, draft_of, load
from assessments.catalog.schema import schema_of, schemas, write_schemas

__all__ = [
    "Checked",
    "Draft",
    "Spot",
    "check",
    "check_texts",
    "draft_of",
    "load",
    "schema_of",
    "schemas",
    "write_schemas",
]
