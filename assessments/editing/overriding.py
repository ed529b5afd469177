"""Makes room in an edition's own file for what it says differently about an entry of the questionnaire it builds on."""

from pathlib import PurePosixPath

from assessments.editing.entries import Found
from assessments.editing.files import BASE, Files
from assessments.editing.forms import add_entry, value_at
from assessments.positions import Keys

HEADING = "# What this edition says differently.\n"


def stands_in_base(found: Found) -> bool:
    """Return whether an entry is the base's alone, so that the edition has nothing of its own to change."""
    return found.file.startswith(BASE)


def own_name(base_file: str) -> str:
    """Return the file in which an edition says otherwise what a file of its base says."""
    return PurePosixPath(base_file).name


def override(files: Files, found: Found) -> tuple[str, str]:
    """Return the edition's own file and its text with an entry of the same id, which changes nothing yet.

    Raises NotAccepted where the own file cannot be read.
    """
    name = own_name(found.file)
    text, here = files.get(name, ""), value_at(files[found.file], ())
    path: Keys = ()
    for key, number in zip(found.path[::2], found.path[1::2], strict=True):
        here = here[key][number]
        text, path = _entered(text, (*path, key), str(here["id"]))
    return name, text


def _entered(text: str, group: Keys, id_: str) -> tuple[str, Keys]:
    """Return the text with an entry of this id in a list, and the path of that entry."""
    if not text.strip():
        return f"{HEADING}{group[0]}:\n\n  - id: {id_}\n", (*group, 0)
    above = value_at(text, group[:-1])
    members = above.get(group[-1]) or []
    known = [member.get("id") for member in members if isinstance(member, dict)]
    if id_ in known:
        return text, (*group, known.index(id_))
    return add_entry(text, group, {"id": id_}), (*group, len(members))
