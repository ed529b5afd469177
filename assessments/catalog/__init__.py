"""Questionnaire folders: from YAML files to a checked method, or to every reason why not."""

from assessments.catalog.draft import Draft, Spot
from assessments.catalog.folder import editions_beside, questionnaire_files
from assessments.catalog.languages import MADE_FROM, is_made_from
from assessments.catalog.languages import name_of as language_file
from assessments.catalog.load import (
    Checked,
    check,
    check_texts,
    documents_of,
    draft_of,
    layers_of,
    load,
    records_of,
    update_records,
)
from assessments.catalog.made_from import Old, fingerprint
from assessments.catalog.origins import Line, lines_in, lines_of
from assessments.catalog.schema import schema_of, schemas, write_schemas
from assessments.catalog.translations import Missing

__all__ = [
    "MADE_FROM",
    "Checked",
    "Draft",
    "Line",
    "Missing",
    "Old",
    "Spot",
    "check",
    "check_texts",
    "documents_of",
    "draft_of",
    "editions_beside",
    "fingerprint",
    "is_made_from",
    "language_file",
    "layers_of",
    "lines_in",
    "lines_of",
    "load",
    "questionnaire_files",
    "records_of",
    "schema_of",
    "schemas",
    "update_records",
    "write_schemas",
]
