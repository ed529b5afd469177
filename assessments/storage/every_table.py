"""All tables together, for whoever has to know every one of them: migrations and their tests."""

from assessments.storage import draft_tables, workshop_tables
from assessments.storage.tables import metadata

__all__ = ["draft_tables", "metadata", "workshop_tables"]
