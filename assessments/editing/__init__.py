"""What a facilitator can do with a questionnaire; a page calls these functions and decides nothing itself.

Functions that take a ``Desk`` work on drafts and versions in the database: what cannot be accepted raises
``NotAccepted`` with a sentence for the person and stores nothing, and whatever returns has been stored for good. The
others take the texts of a questionnaire's files by name and touch no database.
"""

from assessments.answering.refusals import NotAccepted
from assessments.catalog import Missing, Old, is_made_from, language_file
from assessments.editing.accepting import accept, accept_seen, blank_example, expect_now
from assessments.editing.answered import advice_from_answers
from assessments.editing.appearing import Unseen
from assessments.editing.beginnings import Beginning, beginnings, files_of, installed
from assessments.editing.changes import Said, changes
from assessments.editing.comparing import Part, compare_three, put_together
from assessments.editing.drafts import (
    Begun,
    Draft,
    DraftFile,
    begin_draft,
    delete_draft,
    editors,
    invite,
    open_draft,
    open_to_try,
    rename,
)
from assessments.editing.editions import begin_edition, is_edition
from assessments.editing.entries import Found, entry_at, find, known_ids, listing, questionnaire_of, schema_of
from assessments.editing.files import Files
from assessments.editing.forms import add_entry, remove_entry, remove_key, set_key, set_value, value_at
from assessments.editing.laws import LawBroken
from assessments.editing.lines import DiffLine, line_diff
from assessments.editing.looking import (
    ExampleOutcome,
    Finding,
    Looked,
    check_files,
    check_texts_only,
    explain_code,
)
from assessments.editing.mending import Mend
from assessments.editing.noting import export_log, log
from assessments.editing.overriding import Slot, add, own_name, put, slot_of
from assessments.editing.packing import read_zip, write_zip
from assessments.editing.publishing import (
    Publication,
    archive,
    make_current,
    next_version,
    publication,
    publication_files,
    publications,
    publish,
    still_current,
    unarchive,
    use_installed,
    with_next_version,
)
from assessments.editing.rights import can_keep, needs_key
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
from assessments.editing.seen import refuse_unseen
from assessments.editing.splices import Splice, apply
from assessments.editing.together import Together, Where, names_together, only_different, together
from assessments.editing.translating import Spoken, said_before, spoken, still_right, translate, translate_anew
from assessments.editing.trying import Failing, Progress, Sensitivity, Shift, sensitivity
from assessments.editing.ways import said_at
from assessments.editing.weights import points_below, points_of, set_weights, share_out
from scoring.hanging import GateHang, WeightHang

__all__ = [
    "Beginning",
    "Begun",
    "Change",
    "Conflict",
    "DiffLine",
    "Draft",
    "DraftFile",
    "ExampleOutcome",
    "Failing",
    "Files",
    "Finding",
    "Found",
    "GateHang",
    "LawBroken",
    "Looked",
    "Mend",
    "Missing",
    "NotAccepted",
    "Old",
    "Part",
    "Progress",
    "Publication",
    "Said",
    "SavedFile",
    "Sensitivity",
    "Shift",
    "Slot",
    "Splice",
    "Spoken",
    "Together",
    "Unseen",
    "WeightHang",
    "Where",
    "accept",
    "accept_seen",
    "add",
    "add_entry",
    "advice_from_answers",
    "apply",
    "archive",
    "begin_draft",
    "begin_edition",
    "beginnings",
    "blank_example",
    "can_keep",
    "changes",
    "check_files",
    "check_texts_only",
    "compare_three",
    "delete_draft",
    "editors",
    "entry_at",
    "expect_now",
    "explain_code",
    "export_log",
    "files_of",
    "find",
    "history",
    "installed",
    "invite",
    "is_edition",
    "is_made_from",
    "known_ids",
    "language_file",
    "line_diff",
    "listing",
    "log",
    "make_current",
    "names_together",
    "needs_key",
    "next_version",
    "only_different",
    "open_draft",
    "open_to_try",
    "own_name",
    "points_below",
    "points_of",
    "publication",
    "publication_files",
    "publications",
    "publish",
    "put",
    "put_together",
    "questionnaire_of",
    "read_zip",
    "refuse_unseen",
    "remove_entry",
    "remove_file",
    "remove_key",
    "rename",
    "said_at",
    "said_before",
    "save_file",
    "save_files",
    "schema_of",
    "sensitivity",
    "set_key",
    "set_value",
    "set_weights",
    "share_out",
    "slot_of",
    "spoken",
    "still_current",
    "still_right",
    "text_at",
    "together",
    "translate",
    "translate_anew",
    "unarchive",
    "use_installed",
    "value_at",
    "with_next_version",
    "write_zip",
]
