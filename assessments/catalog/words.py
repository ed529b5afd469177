"""How entries, places and values of a questionnaire are called in problems."""

from typing import Any

from assessments.positions import Document, Keys
from scoring import model

_NOUNS: dict[type[model.Entry], str] = {
    model.Stage: "stage",
    model.Gate: "gate",
    model.Role: "role",
    model.Pillar: "pillar",
    model.Factor: "factor",
    model.Item: "question",
    model.Option: "option",
    model.ChannelGroup: "channel group",
    model.PulseItem: "pulse question",
    model.Fact: "fact",
    model.FactOption: "option",
    model.DerivedFact: "derived fact",
    model.WarningRule: "warning",
    model.Action: "action",
    model.Source: "source",
}


def noun(kind: type) -> str:
    """Return what people call an entry of this class."""
    return next((word for known, word in _NOUNS.items() if issubclass(kind, known)), "entry")


def owner_of(document: Document, path: Keys, kind: type) -> str:
    """Name the entry at ``path``: the question "own_12", the entry "gaps", the file."""
    if not path:
        return "The file"
    data = value_at(document.data, path)
    known = data.get("id") if isinstance(data, dict) else None
    return f'The {noun(kind)} "{known}"' if isinstance(known, str) else f"The {noun(kind)} {name_of(path)}"


def name_of(path: Keys) -> str:
    """Name a place by its key, or as an entry of a list: "text", number 3 of "levels"."""
    if not path:
        return "The file"
    last = path[-1]
    return f'"{last}"' if isinstance(last, str) else f"number {last + 1} of {name_of(path[:-1])}"


def value_at(data: Any, path: Keys) -> Any:
    """Return what stands at ``path``, or None."""
    for step in path:
        known = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
        data = data[step] if step in known else None
    return data


def found(value: Any) -> str:
    """Say what a value is: the text "x", the number 5, a list, nothing."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'the text "{value}"' if isinstance(value, str) else f"the number {value:g}"
