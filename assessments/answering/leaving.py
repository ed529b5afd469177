"""Taking answers away, and deleting them for good."""

from dataclasses import dataclass

from assessments.answering.desk import Desk
from assessments.answering.opening import Opened, find, hold_firm, load
from assessments.answering.refusals import refusal
from assessments.answers_file import write_context, write_csv_long, write_csv_wide, write_json, write_yaml
from assessments.edits import PlanEdits
from assessments.file_names import file_stem
from assessments.languages import marked, say
from assessments.rights import Deed
from assessments.storage import retried
from assessments.storage.assessments import delete_firm
from assessments.storage.plans import read_plan

# Kind of export: how the file name ends, and what a browser is told it is.
KINDS = {
    "csv": (".csv", "text/csv"),
    "csv_wide": ("-wide.csv", "text/csv"),
    "facts": ("-facts.yaml", "application/yaml"),
    "json": (".json", "application/json"),
    "yaml": (".yaml", "application/yaml"),
}

DELETED = marked(
    "Everything about this firm has been deleted here: its assessments, answers, notes and their history. "
    "Copies of the database made before now keep it until they are deleted in their turn; "
    "ask whoever runs this server how long copies are kept."
)


@dataclass(frozen=True, slots=True)
class Export:
    """A file to take away."""

    name: str
    media_type: str
    content: bytes


def export(desk: Desk, link: str, kind: str) -> Export:
    """Return the answers as ``csv`` (one per row), ``csv_wide``, ``json`` or ``yaml``; raises NotAccepted.

    A csv holds no facts about the firm; ``facts`` is the file that goes with it.
    """
    with desk.database.reading() as connection:
        record, person = find(connection, link, Deed.TAKE_ANSWERS)
        opened, edits = load(desk, connection, record, person), read_plan(connection, record.id)
    return answers_as(opened, edits, kind)


def answers_as(opened: Opened, edits: PlanEdits, kind: str) -> Export:
    """Return answers as one of the ``KINDS`` of file; raises NotAccepted."""
    if kind not in KINDS:
        raise refusal("export", kind)
    ending, media_type = KINDS[kind]
    name = f"{file_stem(opened.record.firm, opened.record.date)}{ending}"
    return Export(name, media_type, answers_text(opened, edits, kind).encode("utf-8"))


@retried
def delete_everything(desk: Desk, token: str) -> str:
    """Delete the firm with all its assessments, and return what to tell the person; raises NotAccepted.

    What was deleted is overwritten on the disk, not only forgotten.
    """
    with desk.database.writing() as connection:
        delete_firm(connection, hold_firm(connection, token, Deed.DELETE_FIRM))
    desk.database.wipe_leftovers()
    return say(DELETED)


def answers_text(opened: Opened, edits: PlanEdits, kind: str) -> str:
    """Return the text of one of the ``KINDS`` of export."""
    if kind == "csv":
        return write_csv_long(opened.assessment)
    if kind == "csv_wide":
        return write_csv_wide(opened.assessment, opened.questionnaire)
    writers = {"facts": write_context, "json": write_json, "yaml": write_yaml}
    return writers[kind](opened.assessment, edits)
