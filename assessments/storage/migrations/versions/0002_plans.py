"""Plans as people edited them: wishes, persons, due dates and statuses, with their history."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
moment = sa.DateTime(timezone=True)
json = sa.JSON(none_as_null=True)


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "plan_wish",
        sa.Column("assessment_id", counter, _of_assessment(), primary_key=True),
        sa.Column("capacity", sa.Float()),
        sa.Column("start", sa.Date()),
        sa.Column("at", moment, nullable=False),
        sa.CheckConstraint("capacity > 0", name="capacity"),
    )
    op.create_table(
        "plan_action",
        sa.Column("assessment_id", counter, _of_assessment(), primary_key=True),
        sa.Column("action", sa.String(40), primary_key=True),
        sa.Column("wanted", sa.String(10)),
        sa.Column("effort", sa.Float()),
        sa.Column("role", sa.String(40)),
        sa.Column("not_before", sa.Date()),
        sa.Column("person", sa.Text()),
        sa.Column("due", sa.Date()),
        sa.Column("status", sa.String(10), nullable=False, server_default="planned"),
        sa.Column("carried", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("at", moment, nullable=False),
        sa.CheckConstraint("wanted IN ('pinned', 'banned')", name="wanted"),
        sa.CheckConstraint("effort >= 0", name="effort"),
        sa.CheckConstraint("length(person) BETWEEN 1 AND 200", name="person"),
        sa.CheckConstraint("status IN ('planned', 'doing', 'done', 'dropped')", name="status"),
    )
    op.create_table(
        "plan_change",
        sa.Column("id", counter, primary_key=True),
        sa.Column("assessment_id", counter, _of_assessment(), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("value", json),
        sa.Column("at", moment, nullable=False),
        sa.Column("key", sa.String(80)),
        sa.UniqueConstraint("assessment_id", "key"),
    )


def _of_assessment() -> sa.ForeignKey:
    return sa.ForeignKey("assessment.id", ondelete="CASCADE")
