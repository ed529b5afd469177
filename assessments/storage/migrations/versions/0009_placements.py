"""Jobs that place stored assessments anew: what they try, and what they found of each."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
json = sa.JSON(none_as_null=True)


def upgrade() -> None:
    """Let a job hold questionnaires and a part what it found."""
    with op.batch_alter_table("job", copy_from=_before()) as table:
        table.add_column(sa.Column("files", json))
        table.drop_constraint(op.f("ck_job_kind"), type_="check")
        table.create_check_constraint("kind", "kind IN ('reports', 'effects', 'rescoring')")
        table.create_check_constraint("files", "(kind = 'reports') = (files IS NULL)")
    op.add_column("job_part", sa.Column("found", json))


def _before() -> sa.Table:
    """Return the table as step 0006 made it; SQLite copies it, and would lose conditions it is not told of."""
    named = {"ck": "ck_%(table_name)s_%(constraint_name)s", "pk": "pk_%(table_name)s"}
    return sa.Table(
        "job",
        sa.MetaData(naming_convention=named),
        sa.Column("id", counter, primary_key=True),
        sa.Column("public_id", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("wish", json, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cancelled_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("public_id", name="uq_job_public_id"),
        sa.CheckConstraint("kind IN ('reports')", name="kind"),
    )
