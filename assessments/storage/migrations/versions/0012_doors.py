"""Who stands at the door: wrong tries, counted for all processes, and sign-ins that were ended."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "wrong_try",
        sa.Column("kind", sa.String(10), primary_key=True),
        sa.Column("slot", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("wrong", sa.Float(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("turn", moment, nullable=False),
        sa.CheckConstraint("kind IN ('code', 'link', 'key')", name="kind"),
        sa.CheckConstraint("slot BETWEEN 0 AND 9999", name="slot"),
        sa.CheckConstraint("wrong >= 0", name="wrong"),
    )
    op.create_table(
        "ended_sign_in",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("until", moment, nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name="sha256"),
    )
