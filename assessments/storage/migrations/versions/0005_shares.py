"""Links that share a result."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "share",
        sa.Column("id", counter, primary_key=True),
        sa.Column(
            "assessment_id", counter, sa.ForeignKey("assessment.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("token_sha256", sa.String(64), nullable=False, unique=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("expires_at", moment, nullable=False),
        sa.Column("revoked_at", moment),
        sa.Column("used_at", moment),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
        sa.CheckConstraint("length(label) <= 200", name="label"),
        sa.CheckConstraint("expires_at > made_at", name="expires"),
    )
