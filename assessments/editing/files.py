"""The files of a questionnaire as texts by name: what may be one, and which come with the program."""

import re
from collections.abc import Mapping
from pathlib import Path

from assessments import catalog
from assessments.editing.refusals import refusal

Files = Mapping[str, str]

MOST_FILES = 200
KILOBYTES = 1000  # of one file
KILOBYTES_ALL = 5000
LONGEST_NAME = 80
BASE = "base/"  # where an edition keeps the questionnaire it builds on

_FOLDER = "[a-z][a-z0-9_]{0,39}"
_NAME = re.compile(rf"({BASE}{_FOLDER}/)*(examples/|languages/[a-z]{{2}}/)?[A-Za-z0-9][A-Za-z0-9_-]*\.(yaml|yml|md)")


def is_name(name: str) -> bool:
    """Return whether a questionnaire may have a file of this name."""
    return len(name) <= LONGEST_NAME and _NAME.fullmatch(name) is not None


def check_name(name: object) -> str:
    """Return ``name`` if a questionnaire may have a file of this name; raises NotAccepted."""
    if not isinstance(name, str) or not is_name(name):
        raise refusal("file_name", name)
    return name


def check_text(text: object, name: str) -> str:
    """Return ``text`` if it can be stored as a file, however wrong its contents are; raises NotAccepted."""
    if not isinstance(text, str):
        raise refusal("file_sign", name, sign="no text")
    for sign in ("\0", "\ufeff"):
        if sign in text:
            raise refusal("file_sign", name, sign=f"U+{ord(sign):04X}")
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise refusal("file_sign", name, sign=f"U+{ord(text[error.start]):04X}") from None
    if size > KILOBYTES * 1000:
        raise refusal("file_size", name, most=KILOBYTES)
    return text


def check_all(files: Files) -> dict[str, str]:
    """Return ``files`` if they can be stored together; raises NotAccepted."""
    checked = {check_name(name): check_text(text, name) for name, text in files.items()}
    if len(checked) > MOST_FILES or sum(map(len, checked.values())) > KILOBYTES_ALL * 1000:
        raise refusal("draft_size", files=MOST_FILES, most=KILOBYTES_ALL)
    return checked


def files_in(folder: Path) -> dict[str, str]:
    """Return the files of a questionnaire folder to the letter, with its examples and what it builds on.

    Raises OSError and UnicodeError.
    """
    found = [file for pattern in ("*", "examples/*") for file in sorted(folder.glob(pattern)) if file.is_file()]
    named = {file.relative_to(folder).as_posix(): file for file in found} | catalog.questionnaire_files(folder)
    return {name: file.read_bytes().decode("utf-8") for name, file in named.items() if is_name(name)}
