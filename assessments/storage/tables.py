"""What is stored: the tables, and every rule about them that a database can keep by itself.

The history tables (``answer_change``, ``fact_change``, ``plan_change``) only ever grow; the tables beside them hold the
latest state of each, written in the same transaction. Deleting a firm deletes everything below it.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.schema import SchemaItem

from assessments.storage.columns import Counter, Json, Moment

LONGEST_NOTE = 10_000  # files may hold longer notes than people are invited to write
LONGEST_NAME = 200
SHA = String(64)
ID = String(80)

# Every constraint has a name, because a migration can only change what it can name.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def below(column: str) -> ForeignKey:
    """Return a reference to a row that this one goes with when it is deleted."""
    return ForeignKey(column, ondelete="CASCADE")


def owner() -> Column[str]:
    """Return the column that says whose something is: an organisation's, or nobody's."""
    return Column("organisation", Text, ForeignKey("organisation.name", onupdate="CASCADE"), index=True)


# Those who belong to it are nowhere: that is told by the claims of their sign-in.
organisation = Table(
    "organisation",
    metadata,
    Column("name", Text, primary_key=True),  # as the claims spell it
    Column("made_at", Moment, nullable=False),
    CheckConstraint(f"length(name) BETWEEN 1 AND {LONGEST_NAME}", name="name"),
)

questionnaire_version = Table(
    "questionnaire_version",
    metadata,
    Column("sha256", SHA, primary_key=True),
    Column("questionnaire", String(40), nullable=False),
    Column("version", Text, nullable=False),
    Column("stored_at", Moment, nullable=False),
    CheckConstraint("length(sha256) = 64", name="sha256"),
)

questionnaire_file = Table(
    "questionnaire_file",
    metadata,
    Column("sha256", SHA, below("questionnaire_version.sha256"), primary_key=True),
    Column("name", ID, primary_key=True),
    Column("text", Text, nullable=False),
)

firm = Table(
    "firm",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("name", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    owner(),
    CheckConstraint(f"length(name) BETWEEN 1 AND {LONGEST_NAME}", name="name"),
)

assessment = Table(
    "assessment",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("public_id", ID, nullable=False, unique=True),
    Column("firm_id", Counter, below("firm.id"), nullable=False, index=True),
    Column("questionnaire_sha256", SHA, ForeignKey("questionnaire_version.sha256"), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("variant", String(10), nullable=False),
    Column("date", Date, nullable=False),
    Column("state", String(10), nullable=False),
    Column("previous_id", Counter, ForeignKey("assessment.id", ondelete="SET NULL"), index=True),
    Column("made_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("role_weights", Json, nullable=False),
    Column("segments", Json, nullable=False),
    Column("origin_sha256", SHA),  # samples: the text they were read from
    CheckConstraint("kind IN ('self', 'sample', 'workshop')", name="kind"),
    CheckConstraint("variant IN ('full', 'quick')", name="variant"),
    CheckConstraint("state IN ('open', 'finished')", name="state"),
    CheckConstraint("(state = 'finished') = (finished_at IS NOT NULL)", name="finished_at"),
    CheckConstraint("(kind = 'sample') = (origin_sha256 IS NOT NULL)", name="origin"),
    CheckConstraint("previous_id <> id", name="previous"),
)

respondent = Table(
    "respondent",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("assessment_id", Counter, below("assessment.id"), nullable=False),
    Column("name", ID, nullable=False),  # what files call them: r1, exec2
    Column("role", String(40), nullable=False),
    Column("token_sha256", SHA, unique=True),  # never the token itself
    Column("place", ID),  # where they were last
    Column("seconds", Integer),  # time taken, where a file told it
    Column("made_at", Moment, nullable=False),
    UniqueConstraint("assessment_id", "name"),
    CheckConstraint("length(token_sha256) = 64", name="token"),
    CheckConstraint("seconds >= 0", name="seconds"),
)


def _answered() -> list[SchemaItem]:
    """Return the columns that say who answered what with what; ``segment`` is empty for the firm as a whole."""
    return [
        Column("respondent_id", Counter, below("respondent.id"), nullable=False),
        Column("item", String(40), nullable=False),
        Column("segment", String(40), nullable=False),
        Column("round", Integer, nullable=False),
        Column("value", Json),
        Column("note", Text),
        Column("at", Moment, nullable=False),
        CheckConstraint("round >= 1", name="round"),
        CheckConstraint(f"length(note) <= {LONGEST_NOTE}", name="note"),
    ]


answer = Table(
    "answer",
    metadata,
    *_answered(),
    PrimaryKeyConstraint("respondent_id", "item", "segment", "round"),
    CheckConstraint("value IS NOT NULL OR note IS NOT NULL", name="says_something"),
)

# Value and note as they were after the change; both empty when the answer was taken back.
answer_change = Table(
    "answer_change",
    metadata,
    Column("id", Counter, primary_key=True),
    *_answered(),
    Column("key", ID),  # the client's name for this change, so that a repeated message counts once
    UniqueConstraint("respondent_id", "key"),
    Index(None, "respondent_id", "item"),
)

# A fact that was left blank on purpose has a row without a value.
fact_answer = Table(
    "fact_answer",
    metadata,
    Column("assessment_id", Counter, below("assessment.id"), primary_key=True),
    Column("fact", String(40), primary_key=True),
    Column("value", Json),
    Column("at", Moment, nullable=False),
)

fact_change = Table(
    "fact_change",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("assessment_id", Counter, below("assessment.id"), nullable=False),
    Column("fact", String(40), nullable=False),
    Column("given", Boolean, nullable=False),  # false: the answer was taken back
    Column("value", Json),
    Column("at", Moment, nullable=False),
    Column("key", ID),
    UniqueConstraint("assessment_id", "key"),
)

pulse_answer = Table(
    "pulse_answer",
    metadata,
    Column("assessment_id", Counter, below("assessment.id"), primary_key=True),
    Column("customer", Integer, primary_key=True),
    Column("item", String(40), primary_key=True),
    Column("value", Json, nullable=False),
)

# What people changed about the plan as a whole, and about single actions; nothing where the plan decides.
plan_wish = Table(
    "plan_wish",
    metadata,
    Column("assessment_id", Counter, below("assessment.id"), primary_key=True),
    Column("capacity", Float),  # person-weeks a quarter
    Column("start", Date),
    Column("at", Moment, nullable=False),
    CheckConstraint("capacity > 0", name="capacity"),
)

plan_action = Table(
    "plan_action",
    metadata,
    Column("assessment_id", Counter, below("assessment.id"), primary_key=True),
    Column("action", String(40), primary_key=True),
    Column("wanted", String(10)),
    Column("effort", Float),  # person-weeks
    Column("role", String(40)),
    Column("not_before", Date),
    Column("person", Text),  # a name, as it was typed
    Column("due", Date),
    Column("status", String(10), nullable=False, server_default="planned"),
    Column("carried", Boolean, nullable=False, server_default=false()),  # the status is of the assessment before
    Column("at", Moment, nullable=False),
    CheckConstraint("wanted IN ('pinned', 'banned')", name="wanted"),
    CheckConstraint("effort >= 0", name="effort"),
    CheckConstraint(f"length(person) BETWEEN 1 AND {LONGEST_NAME}", name="person"),
    CheckConstraint("status IN ('planned', 'doing', 'done', 'dropped')", name="status"),
)

# One edit after the other; ``action`` is empty where it is about the plan as a whole, no value takes the edit back.
plan_change = Table(
    "plan_change",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("assessment_id", Counter, below("assessment.id"), nullable=False),
    Column("action", String(40), nullable=False),
    Column("name", String(20), nullable=False),
    Column("value", Json),
    Column("at", Moment, nullable=False),
    Column("key", ID),
    UniqueConstraint("assessment_id", "key"),
)
