"""What members of an organisation do with what is its own, found in a list rather than by links they kept.

Every function takes the ``Desk`` as it serves somebody who has signed in. What cannot be accepted raises
``NotAccepted`` with a sentence and stores nothing.
"""

from assessments.organisations.ending import delete
from assessments.organisations.listing import MOST, Entry, Ours, ours
from assessments.organisations.opening import open_draft, open_workshop

__all__ = ["MOST", "Entry", "Ours", "delete", "open_draft", "open_workshop", "ours"]
