"""Editions: begun on top of a questionnaire, of which they change nothing yet."""

from assessments.answering.checking import check_line
from assessments.answering.desk import Desk
from assessments.editing.beginnings import files_of
from assessments.editing.drafts import Begun, begin_draft
from assessments.editing.files import BASE, Files
from assessments.editing.refusals import refusal
from assessments.editing.tree import tree_of
from assessments.editing.writing import entry_lines

PATH = "path.yaml"


def begin_edition(desk: Desk, title: str, editor: str, id_: str, *, origin: str | None = None) -> Begun:
    """Start a draft that builds on ``origin``, which is one of ``beginnings``, and changes nothing yet.

    Its base comes along and stays as it is, whatever becomes of the original. Raises NotAccepted.
    """
    base = files_of(desk, origin)
    parent = str(tree_of({PATH: base.get(PATH, "")}).leaves[(PATH, "id")].value)
    if not id_.isidentifier() or not id_.isascii() or id_ != id_.lower() or id_ == parent or len(id_) > 40:
        raise refusal("edition_id", id_)
    said = check_line(title, "edition")
    own = "\n".join(entry_lines({"id": id_, "version": "1.0", "title": said, "extends": parent}, 0)) + "\n"
    below = {name if name.startswith(BASE) else f"{BASE}{parent}/{name}": text for name, text in base.items()}
    kept = {name: text for name, text in below.items() if name.endswith(".yaml") and "/examples/" not in name}
    return begin_draft(desk, title, editor, files={PATH: own, **kept}, origin=origin)


def is_edition(files: Files) -> bool:
    """Return whether the questionnaire in these files builds on another one."""
    return (PATH, "extends") in tree_of({PATH: files.get(PATH, "")}).leaves
