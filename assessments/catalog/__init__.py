"""Questionnaire folders: from YAML files to a checked method, or to every reason why not."""

from assessments.catalog.draft import Draft, Spot
from assessments.catalog.folder import editions_beside, questionnaire_files
from assessments.catalog.languages import name_of as language_file
from assessments.catalog.load import Checked, check, check_texts, documents_of, draft_of, layers_of, load
from assessments.catalog.origins import Line, lines_in, lines_of
from assessments.catalog.schema import schema_of, schemas, write_schemas
from assessments.catalog.translations import Missing

__all__ = [
    "Checked",
    "Draft",
    "Line",
    "Missing",
    "Spot",
    "check",
    "check_texts",
    "documents_of",
    "draft_of",
    "editions_beside",
    "language_file",
    "layers_of",
    "lines_in",
    "lines_of",
    "load",
    "questionnaire_files",
    "schema_of",
    "schemas",
    "write_schemas",
]
