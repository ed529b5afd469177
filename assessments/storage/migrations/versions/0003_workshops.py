"""Workshops: who leads, who sits where, what is open, said and shown; an assessment may be one."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
moment = sa.DateTime(timezone=True)
json = sa.JSON(none_as_null=True)
item = sa.String(40)
sha = sa.String(64)


def upgrade() -> None:
    """Let an assessment be a workshop, and make the tables of workshops, each after those it refers to."""
    _kinds()
    _workshops()
    _questions()
    _people()
    _histories()


def _below(column: str) -> sa.ForeignKey:
    return sa.ForeignKey(column, ondelete="CASCADE")


def _of_workshop(*, key: bool = False, index: bool = False) -> sa.Column[int]:
    below = _below("workshop.assessment_id")
    return sa.Column("assessment_id", counter, below, primary_key=key, nullable=False, index=index)


def _kinds() -> None:
    with op.batch_alter_table("assessment", copy_from=_assessment_before()) as table:
        table.drop_constraint(op.f("ck_assessment_kind"), type_="check")
        table.create_check_constraint("kind", "kind IN ('self', 'sample', 'workshop')")


def _assessment_before() -> sa.Table:
    """Return the table as step 0001 made it; SQLite copies it, and would lose conditions it is not told of."""
    named = {
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
    return sa.Table(
        "assessment",
        sa.MetaData(naming_convention=named),
        sa.Column("id", counter, primary_key=True),
        sa.Column("public_id", sa.String(80), nullable=False, unique=True),
        sa.Column("firm_id", counter, _below("firm.id"), nullable=False),
        sa.Column("questionnaire_sha256", sha, sa.ForeignKey("questionnaire_version.sha256"), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("variant", sa.String(10), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("previous_id", counter, sa.ForeignKey("assessment.id", ondelete="SET NULL")),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("finished_at", moment),
        sa.Column("role_weights", json, nullable=False),
        sa.Column("segments", json, nullable=False),
        sa.Column("origin_sha256", sha),
        sa.CheckConstraint("kind IN ('self', 'sample')", name="kind"),
        sa.CheckConstraint("variant IN ('full', 'quick')", name="variant"),
        sa.CheckConstraint("state IN ('open', 'finished')", name="state"),
        sa.CheckConstraint("(state = 'finished') = (finished_at IS NOT NULL)", name="finished_at"),
        sa.CheckConstraint("(kind = 'sample') = (origin_sha256 IS NOT NULL)", name="origin"),
        sa.CheckConstraint("previous_id <> id", name="previous"),
        sa.Index("ix_assessment_firm_id", "firm_id"),  # alembic copies only indexes that were given a name
        sa.Index("ix_assessment_previous_id", "previous_id"),
    )


def _workshops() -> None:
    op.create_table(
        "workshop",
        sa.Column("assessment_id", counter, _below("assessment.id"), primary_key=True),
        sa.Column("code", sa.String(12), nullable=False, unique=True),
        sa.Column("pulse_code", sa.String(24), nullable=False, unique=True),
        sa.Column("pulse_open", sa.Boolean(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("invited", sa.Boolean(), nullable=False),
        sa.Column("roles", json, nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=False),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.Column("phase", sa.String(10), nullable=False),
        sa.Column("current", item),
        sa.Column("curtain", sa.Boolean(), nullable=False),
        sa.Column("since", moment, nullable=False),
        sa.Column("step_since", moment, nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("in_charge", counter),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("anonymised_at", moment),
        sa.CheckConstraint("minutes IN (60, 90, 180)", name="minutes"),
        sa.CheckConstraint("minimum >= 2", name="minimum"),
        sa.CheckConstraint("length(notice) <= 10000", name="notice"),
        sa.CheckConstraint(
            "phase IN ('lobby', 'alone', 'pause', 'shown', 'talk', 'again', 'placed', 'plan', 'close', 'ended')",
            name="phase",
        ),
    )
    op.create_table(
        "workshop_activity",
        _of_workshop(key=True),
        sa.Column("version", sa.Integer(), nullable=False),
    )


def _questions() -> None:
    op.create_table(
        "workshop_item",
        _of_workshop(key=True),
        sa.Column("item", item, primary_key=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("closed_at", moment),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.CheckConstraint("state IN ('closed', 'open', 'revealed')", name="state"),
        sa.CheckConstraint("round IN (1, 2)", name="round"),
        sa.CheckConstraint("state = 'closed' OR closed_at IS NULL", name="closed_at"),
        sa.CheckConstraint("state <> 'revealed' OR shown", name="shown"),
    )
    op.create_table(
        "topic",
        _of_workshop(key=True),
        sa.Column("item", item, primary_key=True),
        sa.Column("origin", sa.String(10), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.Boolean(), nullable=False),
        sa.Column("conclusion", sa.Text(), nullable=False),
        sa.Column("open_question", sa.Boolean(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Date()),
        sa.CheckConstraint("origin IN ('agenda', 'asked', 'blind_spot')", name="origin"),
        sa.CheckConstraint("minutes BETWEEN 1 AND 240", name="minutes"),
        sa.CheckConstraint("length(conclusion) <= 10000", name="conclusion"),
        sa.CheckConstraint("length(owner) <= 200", name="owner"),
    )


def _people() -> None:
    op.create_table(
        "facilitator",
        sa.Column("id", counter, primary_key=True),
        _of_workshop(index=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("token_sha256", sha, nullable=False, unique=True),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("seen_at", moment),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
        sa.CheckConstraint("length(name) <= 200", name="name"),
    )
    op.create_table(
        "facilitator_note",
        sa.Column("facilitator_id", counter, _below("facilitator.id"), primary_key=True),
        sa.Column("item", item, primary_key=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("length(note) <= 10000", name="note"),
    )
    op.create_table(
        "screen",
        sa.Column("id", counter, primary_key=True),
        _of_workshop(index=True),
        sa.Column("token_sha256", sha, nullable=False, unique=True),
        sa.Column("made_at", moment, nullable=False),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
    )
    op.create_table(
        "seat",
        sa.Column("id", counter, primary_key=True),
        _of_workshop(),
        sa.Column("respondent_id", counter, _below("respondent.id"), unique=True),
        sa.Column("token_sha256", sha, unique=True),
        sa.Column("join_key", sha),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("excluded", sa.Text()),
        sa.Column("joined_at", moment, nullable=False),
        sa.Column("seen_at", moment),
        sa.UniqueConstraint("assessment_id", "join_key"),
        sa.CheckConstraint("state IN ('here', 'idle', 'removed')", name="state"),
        sa.CheckConstraint("length(excluded) BETWEEN 1 AND 10000", name="excluded"),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
    )
    op.create_table(
        "pulse_visit",
        _of_workshop(key=True),
        sa.Column("customer", sa.Integer(), primary_key=True),
        sa.Column("key_sha256", sha, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.UniqueConstraint("assessment_id", "key_sha256"),
    )


def _histories() -> None:
    op.create_table(
        "control_log",
        sa.Column("id", counter, primary_key=True),
        _of_workshop(),
        sa.Column("facilitator_id", counter, sa.ForeignKey("facilitator.id", ondelete="SET NULL"), index=True),
        sa.Column("at", moment, nullable=False),
        sa.Column("control", sa.String(20), nullable=False),
        sa.Column("about", sa.String(80), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(80)),
        sa.UniqueConstraint("assessment_id", "key"),
        sa.CheckConstraint("length(reason) <= 10000", name="reason"),
    )
    op.create_table(
        "release",
        sa.Column("id", counter, primary_key=True),
        _of_workshop(),
        sa.Column("item", item, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("upto", counter, nullable=False),
        sa.Column("voices", json, nullable=False),
        sa.Column("groups", json, nullable=False),
        sa.Column("shown", json, nullable=False),
    )
    op.create_index(op.f("ix_release_assessment_id_item"), "release", ["assessment_id", "item"])
