"""The tables of who stands at the door: wrong tries of codes and links, and sign-ins that were ended.

Neither grows: tries are counted in so many slots, and what is over is deleted whenever something is added.
"""

from sqlalchemy import CheckConstraint, Column, Float, Integer, String, Table

from assessments.storage.columns import Moment
from assessments.storage.tables import SHA, metadata

SLOTS = 10_000  # of each kind of try

wrong_try = Table(
    "wrong_try",
    metadata,
    Column("kind", String(10), primary_key=True),
    Column("slot", Integer, primary_key=True, autoincrement=False),  # of a network; its address cannot be told from it
    Column("wrong", Float, nullable=False),  # tries, less what had been forgiven
    Column("at", Moment, nullable=False),  # when they were counted last
    Column("turn", Moment, nullable=False),  # when the next try may be looked at
    CheckConstraint("kind IN ('code', 'link', 'key')", name="kind"),
    CheckConstraint(f"slot BETWEEN 0 AND {SLOTS - 1}", name="slot"),
    CheckConstraint("wrong >= 0", name="wrong"),
)

ended_sign_in = Table(
    "ended_sign_in",
    metadata,
    Column("sha256", SHA, primary_key=True),  # of the claims; never the claims themselves
    Column("until", Moment, nullable=False),  # when it would have been over anyway
    CheckConstraint("length(sha256) = 64", name="sha256"),
)
