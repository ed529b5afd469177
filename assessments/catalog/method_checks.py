"""The rules of the method that entries keep one by one: lines, options, scores, numbers, what tells what."""

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from assessments.catalog.draft import Draft, Spot, option_lists
from assessments.languages import Unspoken, marked
from assessments.positions import Keys
from assessments.problems import Problem
from scoring import model
from scoring.model import Agree, Bars, Choice, Item, Lined, Multi, NumberItem

MOST_WORDS = 20  # in one of five lines

_TELLS: dict[str, tuple[str, tuple[type[Item], ...]]] = {
    "driver": (marked("a question of type choice"), (Choice,)),
    "purpose": (marked("a question of type multi or choice"), (Multi, Choice)),
    "ambition": (marked("a question of type choice whose options name stages"), (Choice,)),
    "tools": (marked("a question of type multi"), (Multi,)),
    "estimate": (marked("a question of type number"), (NumberItem,)),
}


def check_entries(draft: Draft) -> Iterator[Problem]:
    """Yield what is wrong inside single entries."""
    for lined in draft.of(Lined):
        yield from _falling(lined)
    anchored: list[Spot[Any]] = [*draft.of(Bars), *draft.of(Agree), *draft.of(model.PulseItem)]
    for item in anchored:
        yield from _alike([(line, item, ("levels", index)) for index, line in enumerate(item.entry.levels)])
        yield from _wordy(item)
    for options in option_lists(draft):
        yield from _alike([(option.entry.label, option, ("label",)) for option in options])
    for multi in draft.of(Multi):
        if multi.entry.most > len(multi.entry.options):
            yield multi.problem("Q412", "most", most=multi.entry.most, options=len(multi.entry.options))
    numbers: list[Spot[Any]] = [*draft.of(NumberItem), *draft.of(model.Fact)]
    for ranged in numbers:
        yield from _range(ranged)
    for fact in draft.of(model.Fact):
        yield from _fact(fact)
    yield from _unscored(draft)
    yield from _tellers(draft)


def _falling(spot: Spot[Lined]) -> Iterator[Problem]:
    scores = spot.entry.level_scores
    for index, (before, after) in enumerate(pairwise(scores)):
        if after < before:
            yield spot.problem("Q404", "level_scores", index + 1, before=before, after=after)


def _alike(texts: Iterable[tuple[str, Spot[Any], Keys]]) -> Iterator[Problem]:
    """Yield texts that differ from an earlier one in case and spaces only."""
    first: dict[str, int] = {}
    for number, (text, spot, inside) in enumerate(texts, 1):
        before = first.setdefault(" ".join(text.casefold().split()), number)
        if before != number:
            yield spot.problem("Q405", *inside, first=before)


def _wordy(spot: Spot[Any]) -> Iterator[Problem]:
    for index, line in enumerate(spot.entry.levels):
        words = len(line.split())
        if words > MOST_WORDS:
            yield spot.problem("Q406", "levels", index, words=words, most=MOST_WORDS)


def _range(spot: Spot[Any]) -> Iterator[Problem]:
    lowest, highest = spot.entry.lowest, spot.entry.highest
    if lowest is not None and highest is not None and lowest > highest:
        yield spot.problem("Q411", lowest=lowest, highest=highest)


def _fact(spot: Spot[model.Fact]) -> Iterator[Problem]:
    fewest, most = (2, math.inf) if spot.entry.type in ("choice", "multi") else (0, 0)
    if not fewest <= len(spot.entry.options) <= most:
        yield spot.problem("Q413", fact=spot.entry.id, type=spot.entry.type, options=len(spot.entry.options))


def _unscored(draft: Draft) -> Iterator[Problem]:
    factors = {(spot.document.file.path, spot.path): spot.entry.id for spot in draft.of(model.Factor)}
    for item in draft.of(Item):
        factor = factors.get((item.document.file.path, item.path[:-2]))
        if factor is not None and not item.entry.scored:
            yield item.problem("Q409", owner=item.owner, factor=factor)


def _tellers(draft: Draft) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for item in draft.of(Item):
        tells = item.entry.tells
        if tells is None:
            continue
        wanted, kinds = _TELLS[tells]
        if not isinstance(item.entry, kinds) or (tells == "ambition" and not _names_stages(item.entry)):
            yield item.problem("Q410", "tells", tells=tells, wanted=Unspoken(wanted))
        if first.setdefault(tells, item.entry.id) != item.entry.id:
            yield item.problem("Q415", "tells", tells=tells, first=first[tells])


def _names_stages(item: Item) -> bool:
    return isinstance(item, Choice) and any(option.stage for option in item.options)
