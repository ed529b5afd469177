"""Compares a file with the shape it should have, and says in plain words where it differs."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Annotated, Any, get_origin

from pydantic import TypeAdapter, ValidationError

from assessments.catalog.expected import Expected, follow
from assessments.catalog.words import found, name_of, owner_of, value_at
from assessments.languages import Unspoken, marked, say_later
from assessments.positions import Document, Keys
from assessments.problems import Problem, did_you_mean
from scoring.model import LEVELS, Entry, Item

MOST = 1000  # differences looked at; a file with more is no questionnaire

Kept = Mapping[Keys, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Shaped:
    """A file compared with its shape; ``entry`` leaves out what did not fit, and is None when nothing is left."""

    document: Document
    entry: Entry | None
    problems: tuple[Problem, ...] = ()
    kept: Kept = field(default_factory=dict)  # for shortened lists: which of the entries in the file are left


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference, as the checker found it."""

    document: Document
    expected: Expected
    type: str
    limits: Mapping[str, Any]

    @property
    def path(self) -> Keys:
        return self.expected.path

    @property
    def value(self) -> Any:
        return value_at(self.document.data, self.path)

    def problem(self, code: str, path: Keys | None = None, hint: Unspoken | None = None, **words: object) -> Problem:
        """Describe the difference under ``code``."""
        where, key = self.path if path is None else path, self.expected.is_key
        words = {"name": name_of(where), "found": found(self.value), "about": say_later(self.expected.about), **words}
        return self.document.problem(code, where, hint, key, **words)


def shape(document: Document, model: type[Entry]) -> Shaped:
    """Compare ``document`` with ``model``: report what does not fit, and leave it out so that the rest can be used."""
    try:
        return Shaped(document, model.model_validate(document.data), document.problems)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)[:MOST]
    faults = [Fault(document, follow(model, one["loc"]), one["type"], one.get("ctx", {})) for one in details]
    likely = _likely(faults)
    told = filter(None, (_TELL[fault.type](fault) for fault in likely))
    mute = {problem.place for problem in document.problems}  # what the text's own problem has said
    problems = (*document.problems, *dict.fromkeys(problem for problem in told if problem.place not in mute))
    return _rest(document, model, problems, {_innermost_entry(fault) for fault in likely})


def _likely(faults: list[Fault]) -> list[Fault]:
    """Where several types were tried, keep the differences to the type that was most likely meant."""
    tried = Counter(fault.expected.guess for fault in faults)
    deepest: dict[Any, int] = {}
    for fault in faults:
        deepest[fault.expected.guess] = max(deepest.get(fault.expected.guess, 0), len(fault.path))
    meant: dict[Keys, Any] = {}
    for guess in filter(None, tried):
        best = meant.setdefault(guess[0], guess)
        if (deepest[guess], -tried[guess]) >= (deepest[best], -tried[best]):
            meant[guess[0]] = guess
    return [fault for fault in faults if fault.expected.guess is None or fault.expected.guess in meant.values()]


# ------------------------------------------------------------------ what is left


def _innermost_entry(fault: Fault) -> Keys:
    """Return the path of the smallest list entry around a difference that can be left out; empty when there is none.

    A question without one of its options would be another question, so it is left out as a whole.
    """
    paths = (fault.path[:end] for end in range(len(fault.path), 0, -1))
    entries = (path for path in paths if isinstance(path[-1], int) and "options" not in path[-2:])
    return next((path for path in entries if isinstance(value_at(fault.document.data, path), dict)), ())


def _rest(document: Document, model: type[Entry], problems: tuple[Problem, ...], dropped: set[Keys]) -> Shaped:
    """Return what can still be used: the keys that fit, as long as none is lost that others refer to."""
    if not isinstance(document.data, dict):
        return Shaped(document, None, problems)
    kept: dict[Keys, tuple[int, ...]] = {}
    fitting = dict(_fitting(_without(document.data, dropped, (), kept), model))
    vital = {name for name, one in model.model_fields.items() if name == "id" or get_origin(one.annotation) is tuple}
    lost = {name for name in vital - set(fitting) if name in document.data or model.model_fields[name].is_required()}
    return Shaped(document, None if lost else model.model_construct(**fitting), problems, kept)


def _fitting(data: Mapping[str, Any], model: type[Entry]) -> Iterator[tuple[str, Any]]:
    for name, one in model.model_fields.items():
        if name in data:
            with suppress(ValidationError):
                adapter: TypeAdapter[Any] = TypeAdapter(Annotated[one.annotation, one])  # type: ignore[arg-type]
                yield name, adapter.validate_python(data[name])


def _without(data: Any, dropped: set[Keys], path: Keys, kept: dict[Keys, tuple[int, ...]]) -> Any:
    if isinstance(data, dict):
        return {key: _without(value, dropped, (*path, key), kept) for key, value in data.items()}
    if not isinstance(data, list):
        return data
    kept[path] = tuple(index for index in range(len(data)) if (*path, index) not in dropped)
    return [_without(data[index], dropped, (*path, index), kept) for index in kept[path]]


# ------------------------------------------------------------------ in plain words


def _kind(code: str) -> Callable[[Fault], Problem]:
    return lambda fault: fault.problem(code)


def _limit(says: str, limit: str) -> Callable[[Fault], Problem]:
    return lambda fault: fault.problem("Q211", limit=Unspoken(says, (("number", fault.limits[limit]),)))


def _missing(fault: Fault) -> Problem | None:
    key, expected = fault.path[-1], fault.expected
    if isinstance(key, int):  # one of the five lines is not there
        return _length(fault, fault.path[:-1], LEVELS, LEVELS)
    owner = owner_of(fault.document, expected.owner_path, expected.owner)
    return fault.problem("Q203", expected.owner_path, owner=owner, word=key)


def _no_type(fault: Fault) -> Problem:
    owner = owner_of(fault.document, fault.path, Item)
    about = say_later("one of {words}", words=_listed(fault.expected.choices))
    return fault.problem("Q203", owner=owner, word="type", about=about)


def _unknown_key(fault: Fault) -> Problem:
    expected, known = fault.expected, list(fault.expected.owner.model_fields)
    owner = owner_of(fault.document, expected.owner_path, expected.owner)
    hint = did_you_mean(fault.path[-1], known)
    words = {"owner": owner, "word": fault.path[-1], "known": _listed(known)}
    return fault.document.problem("Q204", fault.path, hint, True, **words)


def _too_few_or_many(fault: Fault) -> Problem | None:
    limits = fault.limits
    return _length(fault, fault.path, limits.get("min_length", 0), limits.get("max_length", math.inf))


def _length(fault: Fault, path: Keys, fewest: float, most: float) -> Problem | None:
    """Report a list of the wrong length, unless it is only short of entries that were reported themselves."""
    length = len(value_at(fault.document.data, path))
    if fewest <= length <= most:
        return None
    return fault.problem("Q214", path, length=length, wanted=_length_wanted(length, fewest, most))


def _length_wanted(length: int, fewest: float, most: float) -> Unspoken:
    if fewest == most:
        return say_later("exactly {number}", number=most)
    if length < fewest:
        return say_later("at least {number}", number=fewest)
    return say_later("at most {number}", number=most)


def _choice(fault: Fault) -> Problem:
    path = (*fault.path, "type") if fault.type == "union_tag_invalid" else fault.path
    value, choices = value_at(fault.document.data, path), fault.expected.choices
    return fault.problem("Q215", path, did_you_mean(value, choices), found=found(value), choices=_listed(choices))


def _pattern(fault: Fault) -> Problem:
    capital = "[A-Z]" in fault.limits["pattern"]
    return fault.problem("Q216", letters=say_later("capital letters") if capital else say_later("small letters"))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


_TELL: Mapping[str, Callable[[Fault], Problem | None]] = {
    "missing": _missing,
    "union_tag_not_found": _no_type,
    "extra_forbidden": _unknown_key,
    "string_type": _kind("Q205"),
    "float_type": _kind("Q206"),
    "int_type": _kind("Q207"),
    "bool_type": _kind("Q208"),
    "tuple_type": _kind("Q209"),
    "dict_type": _kind("Q210"),
    "model_type": _kind("Q210"),
    "model_attributes_type": _kind("Q210"),
    "greater_than": _limit(marked("more than {number:g}"), "gt"),
    "greater_than_equal": _limit(marked("at least {number:g}"), "ge"),
    "less_than_equal": _limit(marked("at most {number:g}"), "le"),
    "string_too_short": _kind("Q212"),
    "string_too_long": _kind("Q213"),
    "too_short": _too_few_or_many,
    "too_long": _too_few_or_many,
    "literal_error": _choice,
    "union_tag_invalid": _choice,
    "string_pattern_mismatch": _pattern,
}
