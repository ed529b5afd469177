"""The tables of questionnaires in the making and of those that were published.

``draft_change`` only ever grows while its draft exists; ``draft_file`` holds the latest state of each file, written in
the same transaction. A file that was removed keeps its row without a text, so that its revisions go on counting.
"""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, text

from assessments.storage.columns import Counter, Moment
from assessments.storage.tables import ID, LONGEST_NAME, SHA, metadata, owner

LONGEST_REMARK = 2000  # what publishing says about a version

publication = Table(
    "publication",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("public_id", ID, nullable=False, unique=True),
    Column("sha256", SHA, ForeignKey("questionnaire_version.sha256"), nullable=False, index=True),
    Column("questionnaire", String(40), nullable=False),
    Column("version", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("draft", ID),  # the draft's public id; the draft may be gone
    Column("origin", ID),  # what the draft began from
    Column("archived_at", Moment),
    owner(),
    # Each organisation counts by itself, and so does what is everybody's; two of nobody are not alike to a database.
    UniqueConstraint("organisation", "questionnaire", "version"),
    Index(
        "uq_publication_of_everybody",
        "questionnaire",
        "version",
        unique=True,
        sqlite_where=text("organisation IS NULL"),
        postgresql_where=text("organisation IS NULL"),
    ),
    CheckConstraint(f"length(author) BETWEEN 1 AND {LONGEST_NAME}", name="author"),
    CheckConstraint(f"length(note) BETWEEN 1 AND {LONGEST_REMARK}", name="note"),
)

# Everything in the folder as it was published: worked examples and notes to readers as well.
publication_file = Table(
    "publication_file",
    metadata,
    Column("publication_id", Counter, ForeignKey("publication.id", ondelete="CASCADE"), primary_key=True),
    Column("name", ID, primary_key=True),
    Column("text", Text, nullable=False),
)

# Which publication new assessments start from; without a row the installed folder's questionnaire. An organisation
# chooses for itself; what stands under no name, the empty one, is for everybody who has not chosen.
current_publication = Table(
    "current_publication",
    metadata,
    Column("organisation", Text, primary_key=True),
    Column("questionnaire", String(40), primary_key=True),
    Column("publication_id", Counter, ForeignKey("publication.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("at", Moment, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("public_id", ID, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("origin", ID),  # the publication or installed edition it began from; none for the usual questionnaire
    Column("made_at", Moment, nullable=False),
    owner(),
    CheckConstraint(f"length(title) BETWEEN 1 AND {LONGEST_NAME}", name="title"),
)

draft_editor = Table(
    "draft_editor",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("draft_id", Counter, ForeignKey("draft.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("token_sha256", SHA, nullable=False, unique=True),  # never the token itself
    Column("made_at", Moment, nullable=False),
    CheckConstraint("length(token_sha256) = 64", name="token"),
    CheckConstraint(f"length(name) BETWEEN 1 AND {LONGEST_NAME}", name="name"),
)

draft_file = Table(
    "draft_file",
    metadata,
    Column("draft_id", Counter, ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True),
    Column("name", ID, primary_key=True),
    Column("text", Text),
    Column("revision", Integer, nullable=False),
    Column("editor", Text, nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("revision >= 1", name="revision"),
)

draft_change = Table(
    "draft_change",
    metadata,
    Column("id", Counter, primary_key=True),
    Column("draft_id", Counter, ForeignKey("draft.id", ondelete="CASCADE"), nullable=False),
    Column("name", ID, nullable=False),
    Column("text", Text),
    Column("revision", Integer, nullable=False),
    Column("editor", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("key", ID),  # the client's name for this save, so that a repeated message counts once
    UniqueConstraint("draft_id", "name", "revision"),
    UniqueConstraint("draft_id", "name", "key"),
    CheckConstraint("revision >= 1", name="revision"),
)
