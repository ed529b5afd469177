"""Ids are unique, and every reference refers to something of the right kind."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from assessments.catalog.draft import Draft, Spot, option_lists
from assessments.catalog.files import WeightsFile
from assessments.languages import Unspoken, marked, say_later
from assessments.positions import Keys
from assessments.problems import Problem, did_you_mean
from scoring import model
from scoring.model import Allocation, Entry, Item, Lined

_SOURCE = re.compile(r"\b[SL][0-9]{1,3}\b")

# What has an id of its own, and what must not share one. Questions and facts meet in answers files and in rules.
_UNIQUE: tuple[tuple[type[Entry], ...], ...] = (
    (model.Item, model.PulseItem, model.Fact, model.DerivedFact),
    (model.Pillar, model.Factor),
    (model.Stage,),
    (model.Gate,),
    (model.Role,),
    (model.ChannelGroup,),
    (model.WarningRule, model.Action),
    (model.Source,),
)

# Who refers to what: class, key, kind of thing, and what a question or fact must be for it.
# A key that holds a list or a group refers with each of its entries.
REFERENCES: tuple[tuple[type[Entry], str, str, str | None], ...] = (
    (model.Item, "audience", "role", None),
    (model.Item, "pair_of", "question", None),
    (model.Option, "stage", "stage", None),
    (model.ShareTerm, "item", "customer question", "scored"),
    (model.ShareTerm, "otherwise", "customer question", "scored"),
    (model.ContactTerm, "contacts", "customer question", "allocation"),
    (model.ContactTerm, "groups", "group of options", None),
    (model.Newest, "item", "customer question", "scored"),
    (model.Floor, "today", "customer question", "scored"),
    (model.Floor, "five_years", "customer question", "scored"),
    (model.Demand, "evidence", "customer question", "scored"),
    (model.Contacts, "today", "customer question", "allocation"),
    (model.Contacts, "five_years", "customer question", "allocation"),
    (model.ChannelGroup, "groups", "group of options", None),
    (model.ChannelGroup, "capability", "factor", None),
    (model.PulseItem, "mirrors", "question", "lines"),
    (model.Gaps, "top", "role", None),
    (model.Gaps, "near", "role", None),
    (model.Gaps, "factors", "factor", None),
    (model.Gaps, "factors_when_last_stage", "factor", None),
    (model.Gaps, "measured", "fact", "number"),
    (model.Planning, "always", "action", None),
    (model.Planning, "renewal_start", "action", None),
    (model.Planning, "size_fact", "fact", "choice"),
    (model.Planning, "capacity_fact", "fact", "number"),
    (model.Planning, "rules_fact", "fact", "choice"),
    (model.Quality, "agrees_with", "question", "lines"),
    (model.Quality, "while_at_top", "question", "lines"),
    (model.Settings, "open_end", "factor", None),
    (WeightsFile, "weights", "factor", None),
    (model.FactorWeights, "points", "stage", None),
    (model.WarningRule, "remedies", "action", None),
    (model.Action, "owner", "role", None),
    (model.Action, "lift", "factor", None),
    (model.Action, "needs", "action", None),
)
_MEANING: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "scored": (marked("one with a score"), lambda item: item.scored),
    "allocation": (marked("an allocation"), lambda item: isinstance(item, Allocation)),
    "lines": (marked("one with five lines"), lambda item: isinstance(item, Lined)),
    "number": (marked("one of type number"), lambda fact: fact.type == "number"),
    "choice": (marked("one of type choice"), lambda fact: fact.type == "choice"),
}

# Planning numbers are given per answer to a fact.
PER_ANSWER = (("size_fact", "size_factor"), ("size_fact", "capacity"), ("rules_fact", "rules_lead"))


def check_ids(draft: Draft) -> Iterator[Problem]:
    """Yield every id that is used twice."""
    for kinds in _UNIQUE:
        yield from _repeated(spot for kind in kinds for spot in draft.of(kind))
    for options in option_lists(draft):
        yield from _repeated(options)


def check_references(draft: Draft) -> Iterator[Problem]:
    """Yield every reference to nothing, or to something of the wrong kind."""
    known = _known(draft)
    asked: list[Spot[Any]] = [*draft.of(Item), *draft.of(model.Fact)]
    entries = {spot.entry.id: spot.entry for spot in asked}
    for kind, key, thing, needed in REFERENCES:
        for spot in draft.of(kind):
            for word, inside in _words(getattr(spot.entry, key, None), (key,)):
                if word in known[thing]:
                    yield from _unsuitable(spot, inside, entries.get(word), needed)
                elif word not in draft.lost:
                    yield _nothing(spot, inside, thing, word, known)
    yield from _answers(draft)
    yield from _sources(draft, known["source"] | draft.lost)


def _repeated(spots: Iterable[Spot[Any]]) -> Iterator[Problem]:
    first: dict[str, Spot[Any]] = {}
    for spot in spots:
        before = first.setdefault(spot.entry.id, spot)
        if before is not spot:
            place = (*before.path, "id")
            file, line = PurePath(before.document.file_of(place).path).name, before.document.place(place).line
            where = say_later("{file}, line {line}", file=file, line=line)
            yield spot.problem("Q301", "id", id=spot.entry.id, first=where)


def _known(draft: Draft) -> dict[str, frozenset[str]]:
    """Return the ids of every kind of thing."""
    kinds: dict[str, type[Any]] = {
        marked("role"): model.Role,
        marked("stage"): model.Stage,
        marked("question"): model.Item,
        marked("factor"): model.Factor,
        marked("fact"): model.Fact,
        marked("action"): model.Action,
        marked("source"): model.Source,
    }
    known = {thing: frozenset(spot.entry.id for spot in draft.of(kind)) for thing, kind in kinds.items()}
    customers = (spot.entry.id for spot in draft.of(Item) if spot.path[0] == "customers")
    groups = (spot.entry.group for spot in draft.of(model.Option) if spot.entry.group is not None)
    return {**known, marked("customer question"): frozenset(customers), marked("group of options"): frozenset(groups)}


def _words(value: Any, path: Keys) -> Iterator[tuple[str, Keys]]:
    """Yield every id in a value, and where it stands."""
    if isinstance(value, str) and value != "all":
        yield value, path
    elif isinstance(value, tuple):
        yield from ((word, (*path, index)) for index, word in enumerate(value))
    elif isinstance(value, dict):
        yield from ((word, (*path, word)) for word in value)


def _unsuitable(spot: Spot[Entry], inside: Keys, entry: Any, needed: str | None) -> Iterator[Problem]:
    if needed is None:
        return
    wanted, suits = _MEANING[needed]
    if not suits(entry):
        thing = Unspoken("question" if isinstance(entry, Item) else "fact")
        yield spot.problem("Q307", *inside, thing=thing, id=entry.id, type=entry.type, wanted=Unspoken(wanted))


def _nothing(spot: Spot[Entry], inside: Keys, thing: str, word: str, known: Mapping[str, frozenset[str]]) -> Problem:
    in_keys = isinstance(getattr(spot.entry, str(inside[0])), dict)
    if thing == "customer question" and word in known["question"]:
        return spot.problem("Q306", *inside, id=word)
    hint = did_you_mean(word, known[thing])
    return spot.problem("Q302", *inside, hint=hint, key=in_keys, kind=Unspoken(thing), id=word)


def _answers(draft: Draft) -> Iterator[Problem]:
    """Yield planning numbers for answers that the fact they depend on does not have."""
    options = {spot.entry.id: [option.id for option in spot.entry.options] for spot in draft.of(model.Fact)}
    for planning in draft.of(model.Planning):
        for fact, key in PER_ANSWER:
            name = getattr(planning.entry, fact)
            for answer in getattr(planning.entry, key):
                if name in options and answer not in options[name]:
                    hint = did_you_mean(answer, options[name])
                    yield planning.problem("Q309", key, answer, hint=hint, key=True, id=answer, fact=name)


def _sources(draft: Draft, known: frozenset[str]) -> Iterator[Problem]:
    for spot in draft.of(Entry):
        for word in dict.fromkeys(_SOURCE.findall(getattr(spot.entry, "source", ""))):
            if word not in known:
                yield spot.problem("Q303", "source", hint=did_you_mean(word, known), id=word)
