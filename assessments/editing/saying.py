"""The words for differences: what an entry is called, and what happened to one of its keys."""

from typing import Any

from assessments.languages import marked, number, say
from assessments.positions import Keys
from assessments.problems import clip

LONGEST = 60  # of a value quoted in a sentence
DIGITS = 10  # behind the point of a number

_NOUNS = {
    "stages": marked("Stage {id}"),
    "gates": marked("Gate {id}"),
    "roles": marked("Role {id}"),
    "factors": marked("Factor {id}"),
    "items": marked("Question {id}"),
    "findings": marked("Question {id}"),
    "customers": marked("Question {id}"),
    "options": marked("option {id}"),
    "channels": marked("Channel group {id}"),
    "facts": marked("Fact {id}"),
    "derived": marked("Derived fact {id}"),
    "pulse": marked("Pulse question {id}"),
    "warnings": marked("Warning {id}"),
    "actions": marked("Action {id}"),
    "sources": marked("Source {id}"),
    "respondents": marked("Respondent {id}"),
    "segments": marked("Segment {id}"),
}
_SUBJECTS = {
    "path.yaml": marked("Path"),
    "weights.yaml": marked("Weights"),
    "settings.yaml": marked("Thresholds"),
    "customers.yaml": marked("Customers"),
    "firm.yaml": marked("Facts"),
    "pulse.yaml": marked("Pulse"),
    "warnings.yaml": marked("Warnings"),
    "actions.yaml": marked("Actions"),
    "sources.yaml": marked("Sources"),
}
_UNITS = {"effort": marked("{number} person-weeks"), "lead": marked("{number} weeks")}
_PROSE = {
    "text", "name", "title", "label", "definition", "why", "source", "evidence", "says", "do", "kpi", "risk", "effect",
    "customers", "question", "about", "reminder", "by", "note",
}  # fmt: skip


def subject_of(*path: str | int) -> str:
    """Return the subject a difference belongs to."""
    name = str(path[0])
    if name.startswith("examples/"):
        return say("Worked examples")
    if name.startswith("languages/"):
        return say("Language {code}", code=name.split("/")[1])
    if name.endswith(".md"):
        return say("Notes")
    if "gates" in path:
        return say("Gates")
    return say(_SUBJECTS.get(name, marked("Questions")))


def entry_name(path: Keys) -> str:
    """Return what an entry is called: Gate M2; Question own_01, option joint."""
    known = [index for index in range(1, len(path) - 1) if str(path[index]) in _NOUNS]
    if not known:
        return str(path[0]) if len(path) < 2 else say("Entry {id}", id=path[-1])
    told = known[-2:] if path[known[-1]] == "options" else known[-1:]
    return ", ".join(say(_NOUNS[str(path[index])], id=path[index + 1]) for index in told)


def key_change(path: Keys, before: Any, after: Any) -> str:
    """Say what happened to the key at the end of ``path``, in a sentence that begins with the name of its entry."""
    keys = _inner(path)
    owner, key = _owner(path), _key_name(keys)
    if keys == ("quick",) and isinstance(before or False, bool):
        return (
            say("{owner} joins the quick scan.", owner=owner)
            if after
            else say("{owner} leaves the quick scan.", owner=owner)
        )
    if isinstance(before, str) and isinstance(after, str) and keys and (keys[-1] in _PROSE or keys[0] == "levels"):
        told = say("{owner} reworded.", owner=owner)
        return told if key == "text" else say("{owner}, {key} reworded.", owner=owner, key=key)
    if _is_number(before) and _is_number(after):
        about = owner if key in ("", "minimum") else f"{owner}: {key}"
        return _number_change(about, before, after, _UNITS.get(key, "{number}"))
    return _value_change(f"{owner}: {key}" if key else owner, before, after)


def _number_change(about: str, before: float, after: float, unit: str) -> str:
    words = {"about": about, "before": _written(before), "after": say(unit, number=_written(after))}
    if after > before:
        return say("{about} raised from {before} to {after}.", **words)
    return say("{about} lowered from {before} to {after}.", **words)


def _value_change(about: str, before: Any, after: Any) -> str:
    words = {"about": about, "before": _shown(before), "after": _shown(after)}
    if before is None:
        return say("{about} is now {after}.", **words)
    if after is None:
        return say("{about} removed, was {before}.", **words)
    return say("{about} changed from {before} to {after}.", **words)


def _owner(path: Keys) -> str:
    """Name what a value belongs to: its entry, the weight of a factor, a threshold, or the file."""
    file, inner = str(path[0]), _inner(path)
    if file == "weights.yaml" and len(path) > 3:
        if path[3] == "points" and len(path) > 4:
            return say("Weight of {factor} at {stage}", factor=path[2], stage=path[4])
        return say("Weight of {factor}", factor=path[2])
    if file == "settings.yaml" and not inner:
        return say("Threshold {name}", name=_dotted(path[2:]))
    if len(inner) < len(path) - 1:
        return entry_name(path)
    return say("Questionnaire") if file == "path.yaml" else file


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
        return say("line {number}", number=keys[1])
    if keys and keys[0] == "lift" and len(keys) > 1:
        return say("lift of {factor}", factor=keys[1])
    return _dotted(keys)


def _dotted(keys: Keys) -> str:
    return ".".join(map(str, keys))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _written(value: float) -> str:
    return number(round(value, DIGITS), grouped=False)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or say("nothing")
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{clip(value, LONGEST)}"' if isinstance(value, str) and " " in value else clip(value, LONGEST)
