"""Questionnaire folders: from YAML files to a checked method, or to every reason why not."""

from assessments.catalog.load import Checked, check, check_texts, load
from assessments.catalog.schema import schemas, write_schemas

__all__ = ["Checked", "check", "check_texts", "load", "schemas", "write_schemas"]
