"""The texts a questionnaire lacks in a language, and one translation at a time written into its language files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessments import catalog
from assessments.catalog import MADE_FROM, Missing, Old
from assessments.editing.entries import questionnaire_of
from assessments.editing.files import Files, is_name
from assessments.editing.forms import add_entry, set_key, set_value, value_at
from assessments.editing.refusals import refusal
from assessments.editing.writing import entry_lines
from assessments.positions import Keys
from scoring.model import Address, Words

_BEGUN = "{}\n"  # a language of which nothing has been written


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language of a questionnaire: how many texts there are, and which of them it lacks."""

    language: str
    texts: int
    missing: tuple[Missing, ...]
    old: tuple[Old, ...] = ()  # their originals were reworded since


def spoken(files: Files, language: str) -> Spoken | None:
    """Return what is missing in a language, which may be a new one; None while the files have problems.

    Raises NotAccepted for what is no language.
    """
    name = catalog.language_file(language, "path.yaml")
    checked = catalog.check_texts({name: _BEGUN, **files})
    is_original = any(problem.code == "Q501" and problem.path == name for problem in checked.problems)
    if is_original or not is_name(name):
        raise refusal("language_code", language, what=language)
    if checked.questionnaire is None:
        return None
    missing = tuple(one for one in checked.missing if one.language == language)
    old = tuple(one for one in checked.old if one.file.language == language)
    return Spoken(language, len(checked.questionnaire.texts), missing, old)


def translate(text: str, missing: Missing, words: Words) -> str:
    """Return a language file's text with one translation more, everything else to the letter; raises NotAccepted."""
    address, lists = missing.within_file, _lists(missing.path)
    if not text.strip():
        return "\n".join(entry_lines(_nested(address, lists, words), 0)) + "\n"
    path, known = _reached(value_at(text, ()), address)
    rest = _nested(address[known:], {place - known for place in lists}, words)
    if known and known < len(address) and known in lists:
        (entry,) = _nested(address[known - 1 :], {place - known + 1 for place in lists}, words)[address[known - 1]]
        return add_entry(text, path, entry)
    ((key, value),) = rest.items()
    return set_key(text, path, key, value)


def translate_anew(text: str, old: Old, words: Words) -> str:
    """Return a language file's text with an old translation reworded; raises NotAccepted."""
    return set_value(text, old.path, words if isinstance(words, str) else list(words))


def still_right(files: Files, old: Old) -> tuple[str, str]:
    """Return the record of a language, by name and text, in which an old translation is right as it stands."""
    name = catalog.language_file(old.file.language, MADE_FROM)
    return name, catalog.records_of(files, right=(old.address,))[name]


def said_before(files: Files, old: Old) -> Words | None:
    """Return what the original said when the translation was made, if that is what ``files`` say; else None."""
    questionnaire = questionnaire_of(files)
    words = questionnaire.texts.get(old.address) if questionnaire is not None else None
    return words if words is not None and catalog.fingerprint(words) == old.made_from else None


def _lists(path: Keys) -> set[int]:
    """Return the places of a path at which an entry of a list is named."""
    return {place for place, step in enumerate(path) if isinstance(step, int)}


def _nested(address: Address, lists: set[int], words: Words) -> dict[str, Any]:
    """Return the groups and entries that lead to a text, with the text in them."""
    key, *inner = address
    if not inner:
        return {key: words if isinstance(words, str) else list(words)}
    if 1 in lists:
        rest = _nested(tuple(inner[1:]), {place - 2 for place in lists}, words)
        return {key: [{"id": inner[0], **rest}]}
    return {key: _nested(tuple(inner), {place - 1 for place in lists}, words)}


def _reached(data: Any, address: Address) -> tuple[Keys, int]:
    """Return the path in a language file to the innermost group of an address it has, and how many steps that is."""
    path: Keys = ()
    for known, step in enumerate(address[:-1]):
        if isinstance(data, Mapping) and step in data:
            path, data = (*path, step), data[step]
        elif isinstance(data, list) and step in (ids := [one.get("id") for one in data if isinstance(one, Mapping)]):
            path, data = (*path, ids.index(step)), data[ids.index(step)]
        else:
            return path, known
    return path, len(address) - 1
