"""The words for differences: what an entry is called, and what happened to one of its keys."""

from typing import Any

from assessments.positions import Keys
from assessments.problems import clip

LONGEST = 60  # of a value quoted in a sentence

_NOUNS = {
    "stages": "Stage",
    "gates": "Gate",
    "roles": "Role",
    "factors": "Factor",
    "items": "Question",
    "findings": "Question",
    "customers": "Question",
    "options": "option",
    "channels": "Channel group",
    "facts": "Fact",
    "derived": "Derived fact",
    "pulse": "Pulse question",
    "warnings": "Warning",
    "actions": "Action",
    "sources": "Source",
    "respondents": "Respondent",
    "segments": "Segment",
}
_SUBJECTS = {
    "path.yaml": "Path",
    "weights.yaml": "Weights",
    "settings.yaml": "Thresholds",
    "customers.yaml": "Customers",
    "firm.yaml": "Facts",
    "pulse.yaml": "Pulse",
    "warnings.yaml": "Warnings",
    "actions.yaml": "Actions",
    "sources.yaml": "Sources",
}
_UNITS = {"effort": " person-weeks", "lead": " weeks"}
_PROSE = {
    "text", "name", "title", "label", "definition", "why", "source", "evidence", "says", "do", "kpi", "risk", "effect",
    "customers", "question", "about", "reminder", "by", "note",
}  # fmt: skip


def subject_of(*path: str | int) -> str:
    """Return the subject a difference belongs to."""
    name = str(path[0])
    if name.startswith("examples/"):
        return "Worked examples"
    if name.startswith("languages/"):
        return f"Language {name.split('/')[1]}"
    if name.endswith(".md"):
        return "Notes"
    if "gates" in path:
        return "Gates"
    return _SUBJECTS.get(name, "Questions")


def entry_name(path: Keys) -> str:
    """Return what an entry is called: Gate M2; Question own_01, option joint."""
    names = []
    for index in range(1, len(path) - 1):
        noun = _NOUNS.get(str(path[index]))
        if noun is not None:
            names.append(f"{noun} {path[index + 1]}")
    if not names:
        return str(path[0]) if len(path) < 2 else f"Entry {path[-1]}"
    return ", ".join(names[-2:]) if names[-1].startswith("option") else names[-1]


def said_of(path: Keys, change: str) -> str:
    """Return the sentence for a change of one key."""
    return f"{_owner(path)}{change}."


def key_change(path: Keys, before: Any, after: Any) -> str:
    """Return what happened to the key at the end of ``path``, as it follows the name of its entry."""
    keys = _inner(path)
    name = _key_name(keys)
    about = f": {name}" if name else ""
    if keys == ("quick",) and isinstance(before or False, bool):
        return " joins the quick scan" if after else " leaves the quick scan"
    if _is_number(before) and _is_number(after):
        verb = "raised" if after > before else "lowered"
        about = "" if name == "minimum" else about
        return f"{about} {verb} from {before:.10g} to {after:.10g}{_UNITS.get(name, '')}"
    if isinstance(before, str) and isinstance(after, str) and keys and (keys[-1] in _PROSE or keys[0] == "levels"):
        return " reworded" if name == "text" else f", {name} reworded"
    if before is None:
        return f"{about} is now {_shown(after)}"
    if after is None:
        return f"{about} removed, was {_shown(before)}"
    return f"{about} changed from {_shown(before)} to {_shown(after)}"


def _owner(path: Keys) -> str:
    """Name what a value belongs to: its entry, the weight of a factor, a threshold, or the file."""
    file, inner = str(path[0]), _inner(path)
    if file == "weights.yaml" and len(path) > 3:
        return f"Weight of {path[2]}" + (f" at {path[4]}" if path[3] == "points" and len(path) > 4 else "")
    if file == "settings.yaml" and not inner:
        return "Threshold " + _dotted(path[2:])
    if len(inner) < len(path) - 1:
        return entry_name(path)
    return "Questionnaire" if file == "path.yaml" else file


def _inner(path: Keys) -> Keys:
    """Return the keys inside the innermost entry."""
    if path[0] == "weights.yaml" and len(path) > 3:
        return path[5:] if path[3] == "points" else path[3:]
    if path[0] == "settings.yaml":
        return ()
    for index in range(len(path) - 3, 0, -1):
        if str(path[index]) in _NOUNS:
            return path[index + 2 :]
    return path[1:]


def _key_name(keys: Keys) -> str:
    if keys and keys[0] == "levels" and len(keys) > 1:
        return f"line {keys[1]}"
    if keys and keys[0] == "lift" and len(keys) > 1:
        return f"lift of {keys[1]}"
    return _dotted(keys)


def _dotted(keys: Keys) -> str:
    return ".".join(map(str, keys))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{clip(value, LONGEST)}"' if isinstance(value, str) and " " in value else clip(value, LONGEST)
