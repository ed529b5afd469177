"""Numbers of published versions by organisation, and presses in a room by account."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

nobodys = sa.text("organisation IS NULL")


def upgrade() -> None:
    """Let each organisation count its versions by itself, and a press name the account of whoever had signed in."""
    with op.batch_alter_table("publication") as table:
        table.drop_constraint(op.f("uq_publication_questionnaire_version"), type_="unique")
        name = op.f("uq_publication_organisation_questionnaire_version")
        table.create_unique_constraint(name, ["organisation", "questionnaire", "version"])
    op.create_index(
        "uq_publication_of_everybody",
        "publication",
        ["questionnaire", "version"],
        unique=True,
        sqlite_where=nobodys,
        postgresql_where=nobodys,
    )
    op.add_column("control_log", sa.Column("account", sa.Text()))
    op.add_column("control_log", sa.Column("person", sa.String(64)))
