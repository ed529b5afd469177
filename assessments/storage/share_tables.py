"""The table of links that share a result: by whom they can be used, until when, and when one was used last."""

from sqlalchemy import CheckConstraint, Column, Table, Text

from assessments.storage.columns import Counter, Moment
from assessments.storage.tables import LONGEST_NAME, SHA, below, metadata

share = Table(
    "share",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("assessment_id", Counter, below("assessment.id"), nullable=False, index=True),
    Column("token_sha256", SHA, nullable=False, unique=True),  # never the token itself
    Column("label", Text, nullable=False),  # for whom it was made, as it was typed
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Column("used_at", Moment),
    CheckConstraint("length(token_sha256) = 64", name="token"),
    CheckConstraint(f"length(label) <= {LONGEST_NAME}", name="label"),
    CheckConstraint("expires_at > made_at", name="expires"),
)
