"""What facilitators and editors did."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "deed_log",
        sa.Column("id", counter, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("who", sa.String(20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("done", sa.String(20), nullable=False),
        sa.Column("about", sa.String(80), nullable=False, index=True),
        sa.Column("detail", sa.String(80), nullable=False),
        sa.CheckConstraint("who IN ('facilitator', 'editor', 'keeper', 'operator')", name="who"),
        sa.CheckConstraint("length(name) <= 200", name="name"),
    )
