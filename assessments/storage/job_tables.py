"""The tables of work that takes long: a job, and the parts it consists of, each done by whoever takes it first."""

from sqlalchemy import CheckConstraint, Column, Index, LargeBinary, String, Table, Text

from assessments.storage.columns import Counter, Json, Moment
from assessments.storage.tables import ID, LONGEST_NAME, below, metadata, owner

LONGEST_REASON = 500

job = Table(
    "job",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("public_id", ID, nullable=False, unique=True),
    Column("kind", String(20), nullable=False),
    Column("wish", Json, nullable=False),  # what it was asked for, apart from its parts
    Column("made_at", Moment, nullable=False),
    Column("cancelled_at", Moment),
    Column("files", Json),  # the texts of the questionnaires it tries, as they stood when it was asked for
    Column("asked_by", Text),  # the name of an account; nobody is named who asked without one
    Column("draft", ID, index=True),  # the public id of the draft whose editors asked; it may be gone
    owner(),  # whose assessments it is about and who sees it; nobody's also where the operator asked
    CheckConstraint("kind IN ('reports', 'effects', 'rescoring')", name="kind"),
    CheckConstraint("(kind = 'reports') = (files IS NULL)", name="files"),
    CheckConstraint(f"length(asked_by) BETWEEN 1 AND {LONGEST_NAME}", name="asked_by"),
)

# A part that was taken long ago and never finished is taken again: whoever took it is gone.
job_part = Table(
    "job_part",
    metadata,
    Column("job_id", Counter, below("job.id"), primary_key=True),
    Column("name", ID, primary_key=True),
    Column("state", String(10), nullable=False),
    Column("taken_at", Moment),
    Column("reason", Text),  # why it could not be done
    Column("found", Json),  # what it found, where that is no file
    Column("report", LargeBinary),  # what it printed, where no folder was named
    Index(None, "state", "job_id"),
    CheckConstraint("state IN ('waiting', 'taken', 'done', 'failed')", name="state"),
    CheckConstraint("(state = 'waiting') = (taken_at IS NULL)", name="taken_at"),
    CheckConstraint("(state = 'failed') = (reason IS NOT NULL)", name="reason"),
    CheckConstraint(f"length(reason) BETWEEN 1 AND {LONGEST_REASON}", name="reason_length"),
)
