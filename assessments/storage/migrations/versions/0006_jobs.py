"""Work that takes long: jobs and their parts."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "job",
        sa.Column("id", counter, primary_key=True),
        sa.Column("public_id", sa.String(80), nullable=False, unique=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("wish", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("cancelled_at", moment),
        sa.CheckConstraint("kind IN ('reports')", name="kind"),
    )
    op.create_table(
        "job_part",
        sa.Column("job_id", counter, sa.ForeignKey("job.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("taken_at", moment),
        sa.Column("reason", sa.Text()),
        sa.CheckConstraint("state IN ('waiting', 'taken', 'done', 'failed')", name="state"),
        sa.CheckConstraint("(state = 'waiting') = (taken_at IS NULL)", name="taken_at"),
        sa.CheckConstraint("(state = 'failed') = (reason IS NOT NULL)", name="reason"),
        sa.CheckConstraint("length(reason) BETWEEN 1 AND 500", name="reason_length"),
    )
    op.create_index(op.f("ix_job_part_state_job_id"), "job_part", ["state", "job_id"])
