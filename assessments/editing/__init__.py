"""What a facilitator can do with a questionnaire; a page calls these functions and decides nothing itself.

Functions that take a ``Desk`` work on drafts and versions in the database: what cannot be accepted raises
``NotAccepted`` with a sentence for the person and stores nothing, and whatever returns has been stored for good. The
others take the texts of a questionnaire's files by name and touch no database.
"""

from assessments.answering.refusals import NotAccepted
from assessments.editing.comparing import Part, compare_three, put_together
from assessments.editing.drafts import (
    Begun,
    Draft,
    DraftFile,
    begin_draft,
    delete_draft,
    editors,
    installed,
    invite,
    open_draft,
    rename,
)
from assessments.editing.files import Files
from assessments.editing.looking import (
    ExampleOutcome,
    Finding,
    Looked,
    check_files,
    check_texts_only,
    explain_code,
)
from assessments.editing.mending import Mend
from assessments.editing.saving import (
    Change,
    Conflict,
    SavedFile,
    history,
    remove_file,
    save_file,
    save_files,
    text_at,
)
from assessments.editing.splices import Splice, apply

__all__ = [
    "Begun",
    "Change",
    "Conflict",
    "Draft",
    "DraftFile",
    "ExampleOutcome",
    "Files",
    "Finding",
    "Looked",
    "Mend",
    "NotAccepted",
    "Part",
    "SavedFile",
    "Splice",
    "apply",
    "begin_draft",
    "check_files",
    "check_texts_only",
    "compare_three",
    "delete_draft",
    "editors",
    "explain_code",
    "history",
    "installed",
    "invite",
    "open_draft",
    "put_together",
    "remove_file",
    "rename",
    "save_file",
    "save_files",
    "text_at",
]
