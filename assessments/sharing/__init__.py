"""Sharing a result: a link that shows it to whoever holds it, until it expires or is revoked; nobody needs an account.

What cannot be accepted raises ``NotAccepted`` with a sentence and stores nothing.
"""

from assessments.sharing.links import MOST_DAYS, USUAL_DAYS, Share, revoke, share, shares
from assessments.sharing.results import Shared, shared

__all__ = ["MOST_DAYS", "USUAL_DAYS", "Share", "Shared", "revoke", "share", "shared", "shares"]
