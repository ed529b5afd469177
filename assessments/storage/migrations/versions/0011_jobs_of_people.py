"""Jobs that people ask for in their browser: whose they are, who asked, which draft is tried, the reports they made."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
json = sa.JSON(none_as_null=True)
moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Let a job belong to somebody and a part hold a report; what there is was asked for on the command line."""
    with op.batch_alter_table("job", copy_from=_before()) as table:
        table.add_column(sa.Column("asked_by", sa.Text()))
        table.add_column(sa.Column("draft", sa.String(80)))
        table.add_column(sa.Column("organisation", sa.Text()))
        table.create_check_constraint("asked_by", "length(asked_by) BETWEEN 1 AND 200")
        name = op.f("fk_job_organisation_organisation")
        table.create_foreign_key(name, "organisation", ["organisation"], ["name"], onupdate="CASCADE")
        table.create_index(op.f("ix_job_draft"), ["draft"])
        table.create_index(op.f("ix_job_organisation"), ["organisation"])
    op.add_column("job_part", sa.Column("report", sa.LargeBinary()))


def _before() -> sa.Table:
    """Return the table as steps 0006 and 0009 made it; SQLite copies it, and would lose rules it is not told of."""
    named = {"ck": "ck_%(table_name)s_%(constraint_name)s", "pk": "pk_%(table_name)s"}
    return sa.Table(
        "job",
        sa.MetaData(naming_convention=named),
        sa.Column("id", counter, primary_key=True),
        sa.Column("public_id", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("wish", json, nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("cancelled_at", moment),
        sa.Column("files", json),
        sa.UniqueConstraint("public_id", name="uq_job_public_id"),
        sa.CheckConstraint("kind IN ('reports', 'effects', 'rescoring')", name="kind"),
        sa.CheckConstraint("(kind = 'reports') = (files IS NULL)", name="files"),
    )
