"""Comparing results: alike means equal, numbers but for what is lost in computing them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, is_dataclass

from scoring.result import Result

NEARLY = 1e-9

# How many people spoke, and marks on what single people sent; everything else is about the firm.
HEADS = ("respondents", "by_role", "flags", "answers", "counts", "executives_vs_near_firm", "agenda")

PLACEMENT = ("factors", "pillars", "index", "gates", "position", "path_coordinate")


def assert_alike(one: Result, other: Result, *, only: Collection[str] = (), but: Collection[str] = ()) -> None:
    """Compare two results, or ``only`` these parts, leaving out the fields named in ``but`` wherever they are."""
    left, right = ({part: parts[part] for part in only or parts} for parts in (asdict(one), asdict(other)))
    found = tuple(_differences("", left, right, but))
    assert not found, "\n".join(found)


def _differences(where: str, one: object, other: object, but: Collection[str]) -> Iterator[str]:
    if isinstance(one, Mapping) and isinstance(other, Mapping) and one.keys() == other.keys():
        for key in one.keys() - set(but):
            yield from _differences(f"{where}.{key}", one[key], other[key], but)
    elif isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        for number, pair in enumerate(zip(one, other, strict=True)):
            yield from _differences(f"{where}.{number}", *pair, but)
    elif not _same(one, other):
        yield f"{where}: {one!r} and {other!r}"


def _same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= NEARLY
    return one == other


def values(result: object) -> Iterator[object]:
    """Return every single value of a result, and every key."""
    if is_dataclass(result) and not isinstance(result, type):
        yield from values(asdict(result))
    elif isinstance(result, Mapping):
        for key, value in result.items():
            yield key
            yield from values(value)
    elif isinstance(result, tuple):
        for value in result:
            yield from values(value)
    else:
        yield result
