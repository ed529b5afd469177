"""The texts of a questionnaire that people read, each at its address, and entries with other texts in their place."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from scoring.model.entry import Entry, Text

Address = tuple[str, ...]  # keys, with the id of an entry where it stands in a list
Words = str | tuple[str, ...]  # a sentence, or the lines of an answer in their order
E = TypeVar("E", bound=Entry)

NOT_IN_WORDS = ("version",)  # a text by its type, and the same in every language


@cache
def text_keys(kind: type[Entry]) -> Mapping[str, bool]:
    """Return the keys of a class that hold texts, in order; True for those that hold a list of them."""
    hints = get_type_hints(kind, include_extras=True)
    found = {name: _lists(hint) for name, hint in hints.items() if name not in NOT_IN_WORDS and _is_text(hint)}
    return {name: found[name] for name in kind.model_fields if name in found}


def texts(entry: Entry, address: Address = ()) -> Iterator[tuple[Address, Words]]:
    """Yield every text in ``entry`` that people read, in order, with its address."""
    for name in text_keys(type(entry)):
        if (words := getattr(entry, name)) is not None:
            yield (*address, name), words
    for step, inner in _inner(entry):
        yield from texts(inner, (*address, *step))


def reworded(entry: E, words: Mapping[Address, Words]) -> E:
    """Return ``entry`` with the texts that ``words`` has; what it has not, and everything that is no text, stays."""
    return _with(entry, words, ())


def _with(entry: E, words: Mapping[Address, Words], address: Address) -> E:
    fields: dict[str, Any] = {name: getattr(entry, name) for name in type(entry).model_fields}
    for name in text_keys(type(entry)):
        fields[name] = words.get((*address, name), fields[name])
    for name, value in fields.items():
        fields[name] = _inside(value, words, (*address, name))
    return cast(E, type(entry).model_construct(entry.model_fields_set, **fields))


def _inside(value: Any, words: Mapping[Address, Words], address: Address) -> Any:
    if isinstance(value, Entry):
        return _with(value, words, address)
    if isinstance(value, tuple):
        return tuple(_inside(one, words, (*address, _id(one))) for one in value)
    if isinstance(value, dict):
        return {key: _inside(one, words, (*address, str(key))) for key, one in value.items()}
    return value


def _inner(entry: Entry) -> Iterator[tuple[Address, Entry]]:
    """Yield the entries inside an entry, with the rest of their address."""
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, Entry):
            yield (name,), value
        elif isinstance(value, tuple):
            yield from (((name, _id(one)), one) for one in value if isinstance(one, Entry))
        elif isinstance(value, dict):
            yield from (((name, key), one) for key, one in value.items() if isinstance(one, Entry))


def _id(entry: Any) -> str:
    """Return an entry's id; entries without one, such as the terms of a habit, hold no text."""
    return str(getattr(entry, "id", ""))


def _is_text(hint: Any) -> bool:
    if hint == Text:
        return True
    return not hasattr(hint, "__metadata__") and any(map(_is_text, get_args(hint)))  # other limits: another kind


def _lists(hint: Any) -> bool:
    return get_origin(hint) is tuple
