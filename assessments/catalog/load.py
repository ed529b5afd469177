"""From a questionnaire folder to a method: everything is checked, and everything wrong is said at once."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessments.catalog.advise import advise
from assessments.catalog.draft import Draft
from assessments.catalog.folder import Folder, open_folder, open_texts
from assessments.catalog.made_from import Old, made_from_files, old_translations
from assessments.catalog.method_checks import check_entries
from assessments.catalog.references import check_ids, check_references
from assessments.catalog.rule_checks import check_rules
from assessments.catalog.shape import Shaped, shape
from assessments.catalog.translations import Missing, Translated, language_problems
from assessments.catalog.whole_checks import check_whole
from assessments.positions import Document
from assessments.problems import Problem, Refused, TextFile
from scoring.model import Address, Pillar, Questionnaire

MOST = 200  # problems told at once
REFER_ONLY = ("weights.yaml", "settings.yaml", "pulse.yaml", "warnings.yaml")  # nothing in other files refers to these


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found; without problems there is a questionnaire."""

    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...] = ()
    questionnaire: Questionnaire | None = None
    missing: tuple[Missing, ...] = ()  # in one of its languages
    old: tuple[Old, ...] = ()  # translations of originals that were reworded


def load(path: Path) -> Questionnaire:
    """Read the questionnaire in the folder at ``path``; raise ``Refused`` with every problem when it has any."""
    checked = check(path)
    if checked.questionnaire is None:
        raise Refused(checked.problems)
    return checked.questionnaire


def check(path: Path) -> Checked:
    """Read the questionnaire in the folder at ``path`` and say everything that is wrong or noteworthy."""
    return _check(open_folder(path))


def check_texts(texts: Mapping[str, str], path: Path = Path()) -> Checked:
    """Check the questionnaire with these files, as if they stood in a folder at ``path``; others are left alone."""
    return _check(open_texts(texts, path))


def documents_of(texts: Mapping[str, str]) -> dict[str, Document]:
    """Return every file that can be read by name, in an edition laid over what it builds on."""
    return open_texts(texts, Path()).documents


def layers_of(texts: Mapping[str, str]) -> tuple[dict[str, Document], dict[str, Document]]:
    """Return every file that can be read by name, as ``documents_of`` does, and those of what it builds on alone."""
    folder = open_texts(texts, Path())
    return folder.documents, folder.base.documents if folder.base is not None else {}


def draft_of(texts: Mapping[str, str]) -> Draft:
    """Return every entry of these files that has the right shape, whatever is wrong with the others."""
    folder = open_texts(texts, Path())
    return Draft(shape(document, folder.shape_of(name)) for name, document in folder.documents.items())


def records_of(texts: Mapping[str, str], right: Collection[Address] = ()) -> dict[str, str]:
    """Return what the records of these files' languages should say, by name; nothing while there are problems.

    Translations at ``right`` have been looked at and are right as they stand.
    """
    folder = open_texts(texts, Path())
    questionnaire = _check(folder).questionnaire
    return {} if questionnaire is None else made_from_files(folder, questionnaire.texts, right)


def update_records(path: Path) -> tuple[Old, ...]:
    """Bring the records of a folder's languages up to date and return the translations that are old.

    Raises ``Refused`` and OSError.
    """
    folder = open_folder(path)
    checked = _check(folder)
    if checked.questionnaire is None:
        raise Refused(checked.problems)
    for name, text in made_from_files(folder, checked.questionnaire.texts).items():
        file = path / name
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
    return checked.old


def _check(folder: Folder) -> Checked:
    shaped = {name: shape(document, folder.shape_of(name)) for name, document in folder.documents.items()}
    problems = [*folder.problems, *(problem for one in shaped.values() for problem in one.problems)]
    draft, parts = Draft(shaped.values()), _parts(shaped.values())
    problems += [*check_ids(draft), *check_entries(draft), *language_problems(folder)]
    if folder.complete and all(one.entry for name, one in shaped.items() if name not in REFER_ONLY):
        sketch = Questionnaire.model_construct(**{"warnings": (), **parts})
        problems += [*check_references(draft), *check_rules(draft, sketch)]
    if not folder.complete or any(one.problems for one in shaped.values()):
        return Checked(_in_order(problems, folder))
    questionnaire = Questionnaire(**parts, sha256=_sha256(folder))
    problems += check_whole(draft, questionnaire)
    if problems:
        return Checked(_in_order(problems, folder))
    translated = Translated(folder, questionnaire)
    old = tuple(old_translations(folder, questionnaire.texts))
    told = [*advise(draft, questionnaire), *translated.advice(), *(one.problem for one in old)]
    advice = _in_order(told, folder)
    whole = questionnaire.model_copy(update={"translations": translated.words})
    return Checked((), advice, whole, tuple(translated.missing()), old)


def _parts(shaped: Iterable[Shaped]) -> dict[str, Any]:
    """Return what a questionnaire is made of, from the files that have something usable."""
    entries = [one.entry for one in shaped if one.entry is not None]
    parts: dict[str, Any] = {}
    for entry in entries:
        if not isinstance(entry, Pillar):
            parts |= {name: getattr(entry, name) for name in type(entry).model_fields if hasattr(entry, name)}
    parts.pop("extends", None)
    return {**parts, "pillars": tuple(entry for entry in entries if isinstance(entry, Pillar))}


def _in_order(problems: Iterable[Problem], folder: Folder) -> tuple[Problem, ...]:
    """Sort by file and place, and end a list nobody would read."""
    order = {file.path: number for number, file in enumerate(folder.sources.values())}
    told = sorted(problems, key=lambda problem: (order.get(problem.path, -1), problem.path, problem.place))
    if len(told) > MOST:
        told[MOST:] = [TextFile(str(folder.path)).problem("Q219", more=len(told) - MOST)]
    return tuple(told)


def _sha256(folder: Folder) -> str:
    """Return a fingerprint of all files, the same whatever the line endings they were saved with."""
    fingerprint = hashlib.sha256()
    for name, file in folder.sources.items():
        text = "\n".join(file.lines)
        fingerprint.update(f"{name}\0{len(text)}\0{text}\0".encode())
    return fingerprint.hexdigest()
