"""Versions of questionnaires, kept to the letter so that an assessment can be scored when the files have changed."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from assessments.storage.tables import questionnaire_file, questionnaire_version


def keep_version(
    connection: Connection, sha256: str, questionnaire: str, version: str, texts: Mapping[str, str], at: datetime
) -> None:
    """Store the exact text of every file of a version, unless it is stored already."""
    row = {"sha256": sha256, "questionnaire": questionnaire, "version": version, "stored_at": at}
    try:
        with connection.begin_nested():
            connection.execute(insert(questionnaire_version), row)
    except IntegrityError:  # it is there, perhaps since a moment ago
        return
    files = [{"sha256": sha256, "name": name, "text": text} for name, text in texts.items()]
    connection.execute(insert(questionnaire_file), files)


def version_texts(connection: Connection, sha256: str) -> dict[str, str]:
    """Return the files of a version by name; empty when it is not stored."""
    file = questionnaire_file.c
    rows = connection.execute(select(file.name, file.text).where(file.sha256 == sha256))
    return {row.name: row.text for row in rows}
