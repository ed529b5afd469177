"""The first tables: questionnaire versions, firms, assessments, respondents, answers with their history, facts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None

counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
moment = sa.DateTime(timezone=True)
json = sa.JSON(none_as_null=True)


def upgrade() -> None:
    """Make the tables, each after those it refers to."""
    _questionnaires()
    _assessments()
    _answers()
    _facts()


def _below(column: str) -> sa.ForeignKey:
    return sa.ForeignKey(column, ondelete="CASCADE")


def _questionnaires() -> None:
    op.create_table(
        "questionnaire_version",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("questionnaire", sa.String(40), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("stored_at", moment, nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name="sha256"),
    )
    op.create_table(
        "questionnaire_file",
        sa.Column("sha256", sa.String(64), _below("questionnaire_version.sha256"), primary_key=True),
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
    )


def _assessments() -> None:
    op.create_table(
        "firm",
        sa.Column("id", counter, primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
    )
    op.create_table(
        "assessment",
        sa.Column("id", counter, primary_key=True),
        sa.Column("public_id", sa.String(80), nullable=False, unique=True),
        sa.Column("firm_id", counter, _below("firm.id"), nullable=False, index=True),
        sa.Column("questionnaire_sha256", sa.String(64), sa.ForeignKey("questionnaire_version.sha256"), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("variant", sa.String(10), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("previous_id", counter, sa.ForeignKey("assessment.id", ondelete="SET NULL"), index=True),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("finished_at", moment),
        sa.Column("role_weights", json, nullable=False),
        sa.Column("segments", json, nullable=False),
        sa.Column("origin_sha256", sa.String(64)),
        sa.CheckConstraint("kind IN ('self', 'sample')", name="kind"),
        sa.CheckConstraint("variant IN ('full', 'quick')", name="variant"),
        sa.CheckConstraint("state IN ('open', 'finished')", name="state"),
        sa.CheckConstraint("(state = 'finished') = (finished_at IS NOT NULL)", name="finished_at"),
        sa.CheckConstraint("(kind = 'sample') = (origin_sha256 IS NOT NULL)", name="origin"),
        sa.CheckConstraint("previous_id <> id", name="previous"),
    )
    op.create_table(
        "respondent",
        sa.Column("id", counter, primary_key=True),
        sa.Column("assessment_id", counter, _below("assessment.id"), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("token_sha256", sa.String(64), unique=True),
        sa.Column("place", sa.String(80)),
        sa.Column("seconds", sa.Integer()),
        sa.Column("made_at", moment, nullable=False),
        sa.UniqueConstraint("assessment_id", "name"),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
        sa.CheckConstraint("seconds >= 0", name="seconds"),
    )


def _answered() -> list[SchemaItem]:
    return [
        sa.Column("respondent_id", counter, _below("respondent.id"), nullable=False),
        sa.Column("item", sa.String(40), nullable=False),
        sa.Column("segment", sa.String(40), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("value", json),
        sa.Column("note", sa.Text()),
        sa.Column("at", moment, nullable=False),
        sa.CheckConstraint("round >= 1", name="round"),
        sa.CheckConstraint("length(note) <= 10000", name="note"),
    ]


def _answers() -> None:
    op.create_table(
        "answer",
        *_answered(),
        sa.PrimaryKeyConstraint("respondent_id", "item", "segment", "round"),
        sa.CheckConstraint("value IS NOT NULL OR note IS NOT NULL", name="says_something"),
    )
    op.create_table(
        "answer_change",
        sa.Column("id", counter, primary_key=True),
        *_answered(),
        sa.Column("key", sa.String(80)),
        sa.UniqueConstraint("respondent_id", "key"),
    )
    op.create_index(op.f("ix_answer_change_respondent_id_item"), "answer_change", ["respondent_id", "item"])


def _facts() -> None:
    op.create_table(
        "fact_answer",
        sa.Column("assessment_id", counter, _below("assessment.id"), primary_key=True),
        sa.Column("fact", sa.String(40), primary_key=True),
        sa.Column("value", json),
        sa.Column("at", moment, nullable=False),
    )
    op.create_table(
        "fact_change",
        sa.Column("id", counter, primary_key=True),
        sa.Column("assessment_id", counter, _below("assessment.id"), nullable=False),
        sa.Column("fact", sa.String(40), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("value", json),
        sa.Column("at", moment, nullable=False),
        sa.Column("key", sa.String(80)),
        sa.UniqueConstraint("assessment_id", "key"),
    )
    op.create_table(
        "pulse_answer",
        sa.Column("assessment_id", counter, _below("assessment.id"), primary_key=True),
        sa.Column("customer", sa.Integer(), primary_key=True),
        sa.Column("item", sa.String(40), primary_key=True),
        sa.Column("value", json, nullable=False),
    )
