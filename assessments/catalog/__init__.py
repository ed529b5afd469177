"""Questionnaire folders: from YAML files to a checked method, or to every reason why not."""

from assessments.catalog.load import Checked, check, load

__all__ = ["Checked", "check", "load"]
