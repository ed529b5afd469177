"""Questionnaires in the making, with their history, and those that were published."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
moment = sa.DateTime(timezone=True)
identifier = sa.String(80)


def upgrade() -> None:
    """Make the seven tables."""
    _publications()
    _drafts()


def _publications() -> None:
    op.create_table(
        "publication",
        sa.Column("id", counter, primary_key=True),
        sa.Column("public_id", identifier, nullable=False, unique=True),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("questionnaire_version.sha256"), nullable=False, index=True),
        sa.Column("questionnaire", sa.String(40), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("version", "title", "author", "note")),
        sa.Column("at", moment, nullable=False),
        sa.Column("draft", identifier),
        sa.Column("origin", identifier),
        sa.Column("archived_at", moment),
        sa.UniqueConstraint("questionnaire", "version"),
        sa.CheckConstraint("length(author) BETWEEN 1 AND 200", name="author"),
        sa.CheckConstraint("length(note) BETWEEN 1 AND 2000", name="note"),
    )
    op.create_table(
        "publication_file",
        sa.Column("publication_id", counter, _below("publication.id"), primary_key=True),
        sa.Column("name", identifier, primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
    )
    op.create_table(
        "current_publication",
        sa.Column("questionnaire", sa.String(40), primary_key=True),
        sa.Column("publication_id", counter, _below("publication.id"), nullable=False, unique=True),
        sa.Column("at", moment, nullable=False),
    )


def _drafts() -> None:
    op.create_table(
        "draft",
        sa.Column("id", counter, primary_key=True),
        sa.Column("public_id", identifier, nullable=False, unique=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("origin", identifier),
        sa.Column("made_at", moment, nullable=False),
        sa.CheckConstraint("length(title) BETWEEN 1 AND 200", name="title"),
    )
    op.create_table(
        "draft_editor",
        sa.Column("id", counter, primary_key=True),
        sa.Column("draft_id", counter, _below("draft.id"), nullable=False, index=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("token_sha256", sa.String(64), nullable=False, unique=True),
        sa.Column("made_at", moment, nullable=False),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
    )
    op.create_table(
        "draft_file",
        sa.Column("draft_id", counter, _below("draft.id"), primary_key=True),
        sa.Column("name", identifier, primary_key=True),
        *_saved(),
        sa.CheckConstraint("revision >= 1", name="revision"),
    )
    op.create_table(
        "draft_change",
        sa.Column("id", counter, primary_key=True),
        sa.Column("draft_id", counter, _below("draft.id"), nullable=False),
        sa.Column("name", identifier, nullable=False),
        *_saved(),
        sa.Column("key", identifier),
        sa.UniqueConstraint("draft_id", "name", "revision"),
        sa.UniqueConstraint("draft_id", "name", "key"),
        sa.CheckConstraint("revision >= 1", name="revision"),
    )


def _saved() -> list[sa.Column[object]]:
    return [
        sa.Column("text", sa.Text()),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("editor", sa.Text(), nullable=False),
        sa.Column("at", moment, nullable=False),
    ]


def _below(column: str) -> sa.ForeignKey:
    return sa.ForeignKey(column, ondelete="CASCADE")
