"""What each file of a questionnaire holds, in a facilitator's words, and the headings it is found under."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from assessments.languages import LANGUAGES, marked, say

SUBJECTS = {
    "path.yaml": marked("Stages, conditions, roles"),
    "weights.yaml": marked("Weights"),
    "settings.yaml": marked("Thresholds"),
    "customers.yaml": marked("Customers"),
    "firm.yaml": marked("The firm"),
    "pulse.yaml": marked("Customers' pulse"),
    "warnings.yaml": marked("Warnings"),
    "actions.yaml": marked("Actions"),
    "sources.yaml": marked("Sources"),
    "README.md": marked("Notes"),
}
GROUPS = (
    (marked("Questions"), ("customers.yaml", "firm.yaml", "pulse.yaml")),
    (marked("The path"), ("path.yaml", "weights.yaml", "settings.yaml")),
    (marked("Advice"), ("warnings.yaml", "actions.yaml")),
    (marked("Grounds"), ("sources.yaml", "README.md")),
)
QUESTIONS, EXAMPLES, TRANSLATIONS, BASE, OTHER = (
    marked("Questions"),
    marked("Worked examples"),
    marked("In other languages"),
    marked("Built on"),
    marked("Other files"),
)
ORDER = (QUESTIONS, *(name for name, _ in GROUPS if name != QUESTIONS), EXAMPLES, TRANSLATIONS, OTHER, BASE)


def file_subject(name: str, pillars: Mapping[str, str]) -> str:
    """Return what a file holds, another word for each file; ``pillars`` are the names of the pillars by id."""
    if name.startswith("base/"):
        _, folder, inside = name.split("/", 2)
        return f"{file_subject(inside, pillars)} ({folder})"
    if name.startswith("languages/"):
        _, language, translates = name.split("/", 2)
        return f"{file_subject(translates, pillars)}, {LANGUAGES.get(language, language)}"
    if name.startswith("examples/"):
        return PurePosixPath(name).stem.replace("_", " ").capitalize()
    return say(SUBJECTS.get(name, "")) or pillars.get(PurePosixPath(name).stem) or name


def by_subject(names: Iterable[str], pillars: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the files of a questionnaire under headings, in the order people look for them."""
    found: dict[str, list[str]] = {group: [] for group in ORDER}
    for name in sorted(names, key=_place(pillars)):
        found[_group(name, pillars)].append(name)
    return {say(group): tuple(files) for group, files in found.items() if files}


def _place(pillars: Iterable[str]) -> Callable[[str], tuple[int, str]]:
    known = ["customers.yaml", *(f"{pillar}.yaml" for pillar in pillars), *SUBJECTS]
    return lambda name: (known.index(name) if name in known else len(known), name)


def _group(name: str, pillars: Mapping[str, str]) -> str:
    if name.startswith("base/"):
        return BASE
    if name.startswith("examples/"):
        return EXAMPLES
    if name.startswith("languages/"):
        return TRANSLATIONS
    if PurePosixPath(name).stem in pillars:
        return QUESTIONS
    return next((group for group, files in GROUPS if name in files), OTHER)
