"""How entries, places and values of a questionnaire are called in problems."""

from typing import Any

from assessments.languages import Unspoken, marked, say_later
from assessments.positions import Document, Keys
from scoring import model

_NAMED: dict[type[model.Entry], str] = {
    model.Stage: marked("The stage {name}"),
    model.Gate: marked("The gate {name}"),
    model.Role: marked("The role {name}"),
    model.Pillar: marked("The pillar {name}"),
    model.Factor: marked("The factor {name}"),
    model.Item: marked("The question {name}"),
    model.Option: marked("The option {name}"),
    model.ChannelGroup: marked("The channel group {name}"),
    model.PulseItem: marked("The pulse question {name}"),
    model.Fact: marked("The fact {name}"),
    model.FactOption: marked("The option {name}"),
    model.DerivedFact: marked("The derived fact {name}"),
    model.WarningRule: marked("The warning {name}"),
    model.Action: marked("The action {name}"),
    model.Source: marked("The source {name}"),
    model.Entry: marked("The entry {name}"),
}


def owner_of(document: Document, path: Keys, kind: type) -> Unspoken:
    """Name the entry at ``path``: the question "own_12", the entry "gaps", the file."""
    if not path:
        return say_later("The file")
    data = value_at(document.data, path)
    known = data.get("id") if isinstance(data, dict) else None
    named = next(sentence for known_kind, sentence in _NAMED.items() if issubclass(kind, known_kind))
    return Unspoken(named, (("name", _quoted(known) if isinstance(known, str) else name_of(path)),))


def name_of(path: Keys) -> Unspoken:
    """Name a place by its key, or as an entry of a list: "text", number 3 of "levels"."""
    if not path:
        return say_later("The file")
    last = path[-1]
    if isinstance(last, str):
        return _quoted(last)
    return say_later("number {number} of {name}", number=last + 1, name=name_of(path[:-1]))


def _quoted(word: str) -> Unspoken:
    return say_later('"{word}"', word=word)


def value_at(data: Any, path: Keys) -> Any:
    """Return what stands at ``path``, or None."""
    for step in path:
        known = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
        data = data[step] if step in known else None
    return data


def found(value: Any) -> Unspoken | str:
    """Say what a value is: the text "x", the number 5, a list, nothing."""
    if value is None:
        return say_later("nothing")
    if isinstance(value, dict):
        return say_later("a group of keys")
    if isinstance(value, list):
        return say_later("a list")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return say_later('the text "{text}"', text=value)
    return say_later("the number {number:g}", number=value)
