"""Organisations: whose firms, drafts and versions are; what each starts from; who had signed in to do something."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table of organisations, and let everything there is belong to nobody."""
    op.create_table(
        "organisation",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("made_at", moment, nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
    )
    for table in ("firm", "draft", "publication"):
        _let_belong(table)
    _choices()
    _log()


def _let_belong(table: str) -> None:
    with op.batch_alter_table(table) as changed:
        changed.add_column(sa.Column("organisation", sa.Text()))
        name = op.f(f"fk_{table}_organisation_organisation")
        changed.create_foreign_key(name, "organisation", ["organisation"], ["name"], onupdate="CASCADE")
        changed.create_index(op.f(f"ix_{table}_organisation"), ["organisation"])


def _log() -> None:
    with op.batch_alter_table("deed_log", copy_from=_log_before()) as table:
        table.add_column(sa.Column("person", sa.String(64)))
        table.drop_constraint(op.f("ck_deed_log_who"), type_="check")
        table.create_check_constraint("who", "who IN ('facilitator', 'editor', 'keeper', 'owner', 'operator')")


def _log_before() -> sa.Table:
    """Return the table as step 0007 made it; SQLite copies it, and would lose conditions it is not told of."""
    named = {"ck": "ck_%(table_name)s_%(constraint_name)s", "pk": "pk_%(table_name)s"}
    return sa.Table(
        "deed_log",
        sa.MetaData(naming_convention=named),
        sa.Column("id", counter, primary_key=True),
        sa.Column("at", moment, nullable=False),
        sa.Column("who", sa.String(20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("done", sa.String(20), nullable=False),
        sa.Column("about", sa.String(80), nullable=False),
        sa.Column("detail", sa.String(80), nullable=False),
        sa.CheckConstraint("who IN ('facilitator', 'editor', 'keeper', 'operator')", name="who"),
        sa.CheckConstraint("length(name) <= 200", name="name"),
        sa.Index("ix_deed_log_at", "at"),  # alembic copies only indexes that were given a name
        sa.Index("ix_deed_log_about", "about"),
    )


def _choices() -> None:
    names = ("questionnaire", "publication_id")
    before = sa.table("current_publication", *map(sa.column, names), sa.column("at", moment))
    rows = op.get_bind().execute(sa.select(before)).mappings().all()
    op.drop_table("current_publication")
    made = op.create_table(
        "current_publication",
        sa.Column("organisation", sa.Text(), primary_key=True),
        sa.Column("questionnaire", sa.String(40), primary_key=True),
        sa.Column(
            "publication_id",
            counter,
            sa.ForeignKey("publication.id", ondelete="CASCADE"),
            nullable=False,
            unique=True,
        ),
        sa.Column("at", moment, nullable=False),
    )
    for row in rows:
        op.execute(sa.insert(made).values(**row, organisation=""))
