"""What is stored of workshops beside their answers: who leads, who sits where, what is open, said and shown."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from assessments.storage.columns import Counter, Json, Moment
from assessments.storage.tables import ID, LONGEST_NAME, LONGEST_NOTE, SHA, below, metadata

ITEM = String(40)

# Version goes up with every control; what people answer moves workshop_activity instead, so that nobody waits for them.
workshop = Table(
    "workshop",
    metadata,
    Column("assessment_id", Counter, below("assessment.id"), primary_key=True),
    Column("code", String(12), nullable=False, unique=True),
    Column("pulse_code", String(24), nullable=False, unique=True),
    Column("pulse_open", Boolean, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("invited", Boolean, nullable=False),
    Column("roles", Json, nullable=False),  # who may be in the room
    Column("minimum", Integer, nullable=False),  # fewest people whose answers are shown
    Column("notice", Text, nullable=False),
    Column("phase", String(10), nullable=False),
    Column("current", ITEM),
    Column("curtain", Boolean, nullable=False),
    Column("since", Moment, nullable=False),  # when the topic of now, or the phase, began
    Column("step_since", Moment, nullable=False),  # when the phase began
    Column("by_hand", Boolean, nullable=False),  # the agenda was put together by the facilitator
    Column("in_charge", Counter),  # the facilitator whose controls count
    Column("version", Integer, nullable=False),
    Column("anonymised_at", Moment),
    CheckConstraint("minutes IN (60, 90, 180)", name="minutes"),
    CheckConstraint("minimum >= 2", name="minimum"),
    CheckConstraint(f"length(notice) <= {LONGEST_NOTE}", name="notice"),
    CheckConstraint(
        "phase IN ('lobby', 'alone', 'pause', 'shown', 'talk', 'again', 'placed', 'plan', 'close', 'ended')",
        name="phase",
    ),
)

workshop_activity = Table(
    "workshop_activity",
    metadata,
    Column("assessment_id", Counter, below("workshop.assessment_id"), primary_key=True),
    Column("version", Integer, nullable=False),
)

workshop_item = Table(
    "workshop_item",
    metadata,
    Column("assessment_id", Counter, below("workshop.assessment_id"), primary_key=True),
    Column("item", ITEM, primary_key=True),
    Column("state", String(10), nullable=False),
    Column("round", Integer, nullable=False),
    Column("closed_at", Moment),
    Column("shown", Boolean, nullable=False),
    CheckConstraint("state IN ('closed', 'open', 'revealed')", name="state"),
    CheckConstraint("round IN (1, 2)", name="round"),
    CheckConstraint("state = 'closed' OR closed_at IS NULL", name="closed_at"),
    CheckConstraint("state <> 'revealed' OR shown", name="shown"),
)

topic = Table(
    "topic",
    metadata,
    Column("assessment_id", Counter, below("workshop.assessment_id"), primary_key=True),
    Column("item", ITEM, primary_key=True),
    Column("origin", String(10), nullable=False),
    Column("position", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("skipped", Boolean, nullable=False),
    Column("conclusion", Text, nullable=False),
    Column("open_question", Boolean, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", Date),
    CheckConstraint("origin IN ('agenda', 'asked', 'blind_spot')", name="origin"),
    CheckConstraint("minutes BETWEEN 1 AND 240", name="minutes"),
    CheckConstraint(f"length(conclusion) <= {LONGEST_NOTE}", name="conclusion"),
    CheckConstraint(f"length(owner) <= {LONGEST_NAME}", name="owner"),
)

facilitator = Table(
    "facilitator",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("assessment_id", Counter, below("workshop.assessment_id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("token_sha256", SHA, nullable=False, unique=True),
    Column("made_at", Moment, nullable=False),
    Column("seen_at", Moment),
    CheckConstraint("length(token_sha256) = 64", name="token"),
    CheckConstraint(f"length(name) <= {LONGEST_NAME}", name="name"),
)

facilitator_note = Table(
    "facilitator_note",
    metadata,
    Column("facilitator_id", Counter, below("facilitator.id"), primary_key=True),
    Column("item", ITEM, primary_key=True),  # empty: about the workshop
    Column("note", Text, nullable=False),
    CheckConstraint(f"length(note) <= {LONGEST_NOTE}", name="note"),
)

screen = Table(
    "screen",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("assessment_id", Counter, below("workshop.assessment_id"), nullable=False, index=True),
    Column("token_sha256", SHA, nullable=False, unique=True),
    Column("made_at", Moment, nullable=False),
    CheckConstraint("length(token_sha256) = 64", name="token"),
)

# A seat without a respondent is a spectator's.
seat = Table(
    "seat",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("assessment_id", Counter, below("workshop.assessment_id"), nullable=False),
    Column("respondent_id", Counter, below("respondent.id"), unique=True),
    Column("token_sha256", SHA, unique=True),  # none after the workshop was anonymised
    Column("join_key", SHA),  # so that joining twice by mistake gives one seat
    Column("state", String(10), nullable=False),
    Column("late", Boolean, nullable=False),
    Column("excluded", Text),  # why their answers do not count
    Column("joined_at", Moment, nullable=False),
    Column("seen_at", Moment),
    UniqueConstraint("assessment_id", "join_key"),
    CheckConstraint("state IN ('here', 'idle', 'removed')", name="state"),
    CheckConstraint(f"length(excluded) BETWEEN 1 AND {LONGEST_NOTE}", name="excluded"),
    CheckConstraint("length(token_sha256) = 64", name="token"),
)

# A customer who answered the pulse; the key says which message it was, nothing says who.
pulse_visit = Table(
    "pulse_visit",
    metadata,
    Column("assessment_id", Counter, below("workshop.assessment_id"), primary_key=True),
    Column("customer", Integer, primary_key=True),
    Column("key_sha256", SHA, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("assessment_id", "key_sha256"),
)

# What the facilitators did, one press after the other; only grows.
control_log = Table(
    "control_log",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("assessment_id", Counter, below("workshop.assessment_id"), nullable=False),
    Column("facilitator_id", Counter, ForeignKey("facilitator.id", ondelete="SET NULL"), index=True),
    Column("at", Moment, nullable=False),
    Column("control", String(20), nullable=False),
    Column("about", ID, nullable=False),
    Column("reason", Text, nullable=False),
    Column("version", Integer, nullable=False),  # of the workshop, afterwards
    Column("key", ID),
    Column("account", Text),  # what the account of whoever pressed is called, where they had signed in
    Column("person", SHA),  # and its fingerprint
    UniqueConstraint("assessment_id", "key"),
    CheckConstraint(f"length(reason) <= {LONGEST_NOTE}", name="reason"),
)

# What was shown to the room, and whose answers are in it; never changed. Item is a question or, for a result,
# *customers, *place or *report.
release = Table(
    "release",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("assessment_id", Counter, below("workshop.assessment_id"), nullable=False),
    Column("item", ITEM, nullable=False),
    Column("round", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("upto", Counter, nullable=False),  # the last change of an answer that counts in it
    Column("voices", Json, nullable=False),  # item -> respondent -> the change that holds their answer
    Column("groups", Json, nullable=False),  # lists of respondents that were shown together
    Column("shown", Json, nullable=False),
    Index(None, "assessment_id", "item"),
)
