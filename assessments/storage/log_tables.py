"""The table of what facilitators and editors did: who, when, what, about which; never what anybody answered or wrote.

Rows are not below what they are about, so that a deletion leaves the row that tells of it.
"""

from sqlalchemy import CheckConstraint, Column, String, Table, Text

from assessments.storage.columns import Counter, Moment
from assessments.storage.tables import ID, LONGEST_NAME, SHA, metadata

deed_log = Table(
    "deed_log",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("at", Moment, nullable=False, index=True),
    Column("who", String(20), nullable=False),
    Column("name", Text, nullable=False),  # as they gave it; empty where nobody said
    Column("done", String(20), nullable=False),
    Column("about", ID, nullable=False, index=True),  # the public id of a workshop, draft or version
    Column("detail", ID, nullable=False),  # a kind of file, a question, an action
    Column("person", SHA),  # of whom had signed in, a fingerprint of their account
    CheckConstraint("who IN ('facilitator', 'editor', 'keeper', 'owner', 'operator')", name="who"),
    CheckConstraint(f"length(name) <= {LONGEST_NAME}", name="name"),
)
