"""Keeps the record of what each translation of a draft was made from in step with its texts, whoever saved them."""

from collections.abc import Collection

from assessments import catalog
from assessments.answering.desk import Desk
from assessments.editing.files import Files
from assessments.editing.rights import editor_of
from assessments.rights import Deed
from assessments.storage import retried
from assessments.storage.drafts import Revision, read_files, write_file
from scoring.model import Address


def records(files: Files, right: Collection[Address] = ()) -> dict[str, str]:
    """Return the records of languages that should say something else, by name; none while there are problems.

    Translations at ``right`` were looked at and are right as they stand.
    """
    return {name: text for name, text in catalog.records_of(files, right).items() if files.get(name) != text}


@retried
def keep_records(desk: Desk, token: str) -> None:
    """Bring the records of a draft up to date with what is saved; left to the next save where somebody is quicker.

    Raises NotAccepted.
    """
    with desk.database.reading() as connection:
        seen = read_files(connection, editor_of(desk, connection, token, Deed.READ_DRAFT).draft.id)
    texts = {name: state.text for name, state in seen.items() if state.text is not None}
    wanted = records(texts) if any(map(_is_translation, texts)) else {}
    if not wanted:
        return
    with desk.database.writing() as connection:
        editor = editor_of(desk, connection, token, Deed.CHANGE_DRAFT, lock=True)
        if read_files(connection, editor.draft.id) == seen:
            for name, text in wanted.items():
                number = seen[name].revision + 1 if name in seen else 1
                write_file(connection, editor.draft.id, name, Revision(text, number, editor.name, desk.clock()))


def _is_translation(name: str) -> bool:
    return name.startswith("languages/")
