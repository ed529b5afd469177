"""Who may do what: one table, and one function that reads it. It knows nothing of links, pages or the database.

Whoever opens a link finds out who holds it and asks ``may``; ``docs/security.md`` shows the same table to readers.
"""

from assessments.rights.deeds import Deed, Subject, may
from assessments.rights.visitors import NOBODY_SIGNS_IN, NOT_SIGNED_IN, Visitor
from assessments.rights.who import Who

__all__ = ["NOBODY_SIGNS_IN", "NOT_SIGNED_IN", "Deed", "Subject", "Visitor", "Who", "may"]
