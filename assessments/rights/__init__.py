"""Who may do what: one table, and one function that reads it. It knows nothing of links, pages or the database.

Whoever opens a link finds out who holds it and asks ``may``; ``docs/security.md`` shows the same table to readers.
"""

from assessments.rights.deeds import Deed, Subject
from assessments.rights.who import Who

__all__ = ["Deed", "Subject", "Who", "may"]


def may(who: Who, deed: Deed) -> bool:
    """Return whether somebody may do something; what the table does not say nobody may."""
    return who in deed.by
