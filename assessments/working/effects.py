"""The parts of a job of effects that are about no stored assessment: the worked examples, and firms by chance."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from assessments.editing import Files
from assessments.editing.appearing import Unseen
from assessments.editing.laws import LawBroken
from assessments.editing.trying import WHOLE, Failing, Shift, failing_examples, never_seen, shift_by_chance
from assessments.languages import Unspoken
from scoring import Method

EXAMPLES, SHIFT, UNSEEN = "*examples", "*shift", "*unseen"  # no assessment has such a name


@dataclass(frozen=True, slots=True)
class Change:
    """What is tried: a method instead of another, or of the one each assessment was answered to."""

    before: Method | None
    after: Method
    files: Files  # of what is tried


@dataclass(frozen=True, slots=True)
class Found:
    """What these parts have found; None for a part that is not done."""

    failing: tuple[Failing, ...] | None = None
    shift: Shift | None = None
    unseen: Unseen | None = None


def find(name: str, change: Change, firms: int) -> Mapping[str, Any]:
    """Return what the part of this name finds, with ``firms`` drawn at random, as ``read`` takes it."""
    return FINDERS[name](change, firms)


def _examples(change: Change, _: int) -> Mapping[str, Any]:
    return {"failing": [asdict(one) for one in failing_examples(change.files, change.after)]}


def _shift(change: Change, firms: int) -> Mapping[str, Any]:
    return asdict(shift_by_chance(change.before or change.after, change.after, firms))


def _unseen(change: Change, firms: int) -> Mapping[str, Any]:
    return asdict(never_seen(change.after, firms // WHOLE))


FINDERS: Mapping[str, Callable[[Change, int], Mapping[str, Any]]] = {
    EXAMPLES: _examples,
    SHIFT: _shift,
    UNSEEN: _unseen,
}


def read(stored: Mapping[str, Mapping[str, Any]]) -> Found:
    """Return what parts have found by their names, as far as they have."""
    examples, shift, unseen = (stored.get(name) for name in (EXAMPLES, SHIFT, UNSEEN))
    return Found(
        None if examples is None else tuple(Failing(**one) for one in examples["failing"]),
        None if shift is None else Shift(**{**_whole(shift), "laws": tuple(map(_law, shift["laws"]))}),
        None if unseen is None else Unseen(**_whole(unseen)),
    )


def _whole(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was stored with its lists as tuples again."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()}


def _law(stored: Mapping[str, Any]) -> LawBroken:
    return LawBroken(_unspoken(stored["law"]), _unspoken(stored["seen"]))


def _unspoken(stored: Mapping[str, Any]) -> Unspoken:
    """Return a sentence that is spoken in the language of whoever reads it."""
    values = ((name, _unspoken(value) if isinstance(value, Mapping) else value) for name, value in stored["values"])
    return Unspoken(stored["sentence"], tuple(values))
