"""The studio in a facilitator's words: what each file holds, and how it stands with a draft."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import PurePosixPath

from assessments.languages.spoken import LANGUAGES
from assessments.wording.notes import spoken_date
from assessments.wording.numbers import begun, counted, listed, plain
from scoring.model import Action, Gate

_LONGEST_LABEL = 60  # letters of a text in a list of texts

SUBJECTS = {
    "path.yaml": "Stages, conditions, roles",
    "weights.yaml": "Weights",
    "settings.yaml": "Thresholds",
    "customers.yaml": "Customers",
    "firm.yaml": "The firm",
    "pulse.yaml": "Customers' pulse",
    "warnings.yaml": "Warnings",
    "actions.yaml": "Actions",
    "sources.yaml": "Sources",
    "README.md": "Notes",
}
GROUPS = (
    ("Questions", ("customers.yaml", "firm.yaml", "pulse.yaml")),
    ("The path", ("path.yaml", "weights.yaml", "settings.yaml")),
    ("Advice", ("warnings.yaml", "actions.yaml")),
    ("Grounds", ("sources.yaml", "README.md")),
)
QUESTIONS, EXAMPLES, TRANSLATIONS, BASE, OTHER = (
    "Questions",
    "Worked examples",
    "In other languages",
    "Built on",
    "Other files",
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
    return SUBJECTS.get(name) or pillars.get(PurePosixPath(name).stem) or name


def by_subject(names: Iterable[str], pillars: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the files of a questionnaire under headings, in the order people look for them."""
    found: dict[str, list[str]] = {group: [] for group in ORDER}
    for name in sorted(names, key=_place(pillars)):
        found[_group(name, pillars)].append(name)
    return {group: tuple(files) for group, files in found.items() if files}


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


def found_line(problems: int, advice: int) -> str:
    """Say how many problems and pieces of advice there are; empty for none."""
    parts = [counted(problems, "problem")] if problems else []
    if advice:
        parts.append(counted(advice, "piece of advice", "pieces of advice"))
    return listed(parts)


def standing_line(problems: int, failing: int, advice: int) -> str:
    """Say whether a draft could be published as it is saved, and what stands in the way."""
    if problems:
        verb = "stands" if problems == 1 else "stand"
        return f"Not ready to publish: {counted(problems, 'problem')} {verb} in the way."
    if failing:
        return f"Not ready to publish: {counted(failing, 'worked example')} no longer {_come(failing)} out as written."
    said = f"; {found_line(0, advice)} to consider" if advice else ""
    return f"Ready to publish: no problems, and every worked example comes out as written{said}."


def _come(number: int) -> str:
    return "comes" if number == 1 else "come"


def gate_line(gate: Gate, names: Mapping[str, str]) -> str:
    """Say what a condition asks; ``names`` are those of factors and pillars by id."""
    return f"{metric_in_words(gate.metric, names)} must reach {plain(gate.minimum)}."


def action_facts(action: Action) -> list[tuple[str, str]]:
    """Return what a facilitator checks about an action: who, how much, how long, what it lifts."""
    lifts = listed([f"{factor} by {plain(points)}" for factor, points in action.lift.items()])
    return [
        ("Led by", action.owner),
        ("Effort", f"{plain(action.effort)} person-weeks in {action.lead} weeks"),
        ("Lifts", lifts),
        ("When", action.when),
        ("How one sees that it worked", action.kpi),
    ]


def version_name(title: str, version: str, organisation: str | None = None) -> str:
    """Name a published version, with the organisation that keeps it for itself."""
    return f"{title}, version {version}" + (f" ({organisation})" if organisation else "")


def published_line(author: str, at: datetime, firms: int) -> str:
    """Say who published a version and when, and how many assessments are on it."""
    used = "not used yet" if not firms else f"used by {counted(firms, 'assessment')}"
    return f"Published by {author} on {spoken_date(at.date())}, {used}."


def offered_line(current: bool, archived: bool) -> str:
    """Say whether new assessments begin with a version."""
    if archived:
        return "Archived: not offered for new assessments; those that have begun keep it."
    return "New assessments use this version." if current else ""


def clashes_line(clashes: int) -> str:
    """Say how far two people's changes of one file fit together."""
    if not clashes:
        return "You changed different places, so both changes fit together."
    return (
        "What you changed in different places fits together. "
        f"In {counted(clashes, 'place')} you both changed the same lines."
    )


def metric_in_words(metric: str, names: Mapping[str, str]) -> str:
    """Return what a condition measures; ``names`` are those of factors and pillars by id."""
    if metric == "index":
        return "All factors together"
    if metric == "min_pillar":
        return "The weakest pillar"
    id_ = metric.removeprefix("pillar.")
    return f"{names.get(id_, id_)} as a whole" if metric != id_ else names.get(id_, id_)


def sums_line(sums: Mapping[str, float]) -> str:
    """Say what the weights of each stage add up to."""
    return "Adds up to " + listed([f"{plain(total)} for {stage}" for stage, total in sums.items()]) + "."


def unsaved_line(names: Sequence[str]) -> str:
    """Name the forms and files that were changed and not saved; empty for none."""
    return f"Changed and not saved yet: {listed(names)}." if names else ""


def lines_line(name: str, out: int, new: int) -> str:
    """Say how many lines of a file differ."""
    return f"{name}: {counted(out, 'line')} out, {counted(new, 'line')} in"


def editors_line(names: Sequence[str]) -> str:
    """Say who works on a draft."""
    if len(names) == 1:
        return (
            "Nobody else holds a link to this draft. Everybody has a link of their own, so that changes carry a name."
        )
    return f"{listed(names)} hold a link to this draft."


def states_line(subject: str, states: int) -> str:
    """Say how many texts a file has had."""
    return f"{subject} has had {counted(states, 'text')}."


def outcome_line(differences: int) -> str:
    """Say whether a worked example comes out as written."""
    return f"{counted(differences, 'difference')}" if differences else "as written"


def more_line(more: int) -> str:
    """Say how many differences are not told; empty for none."""
    return f"And {counted(more, 'more difference')}." if more > 0 else ""


def who_sees_draft(organisation: str | None) -> str:
    """Say to whom a draft opens."""
    if organisation is None:
        return "Nobody sees a draft but those who hold its link."
    return f"Owners and editors of {organisation} see it, and nobody else."


def draft_link_line(organisation: str | None) -> str:
    """Say what the link to a draft is good for."""
    if organisation is None:
        return "Keep it: it brings you back to this draft. Whoever has it can read and change the draft."
    return f"It brings owners and editors of {organisation} who have signed in to this draft, and nobody else."


def offer_line(title: str, version: str, publication: str | None) -> str:
    """Name a questionnaire that new assessments use, and where it comes from."""
    return beginning_name(title, version, installed=publication is None)


def beginning_name(title: str, version: str, *, installed: bool, organisation: str | None = None) -> str:
    """Name a questionnaire that came with the program or was published here, perhaps for an organisation alone."""
    return version_name(title, version, organisation) + (", which came with Pathway" if installed else "")


def together_line(lines: int, counts: Mapping[str, int]) -> str:
    """Say what an edition makes of a file of its base; ``counts`` are its lines by what they come to."""
    told = {"changed": "changed", "added": "added", "removed": "left out"}
    parts = [f"{counts[comes]} {verb}" for comes, verb in told.items() if counts.get(comes)]
    if not parts:
        return f"All {lines} lines are as the base has them."
    return f"Of {counted(lines, 'line')}, this edition has {listed(parts)}; the others are as the base has them."


def line_name(file: str, line: int) -> str:
    """Name a line of a file."""
    return f"{file}, line {line}"


def missing_line(missing: int, texts: int) -> str:
    """Say how many texts a language lacks."""
    if missing == 0:
        return f"Nothing is missing: all {texts} texts can be read in this language."
    lacks = begun(counted(missing, "text"))
    return f"{lacks} of {texts} {'is' if missing == 1 else 'are'} not translated yet. People read the original there."


def old_line(old: int) -> str:
    """Say how many translations have an original that was reworded since; empty for none."""
    if not old:
        return ""
    return f"{begun(counted(old, 'translation'))} to look at again: the original was reworded since."


def text_label(file: str, address: Sequence[str], original: str) -> str:
    """Name a text in a list by its place in a file and its first words."""
    words = original if len(original) <= _LONGEST_LABEL else f"{original[: _LONGEST_LABEL - 1].rstrip()}…"
    return f"{file.removesuffix('.yaml')}, {'.'.join(address[-2:])}: {words}"
