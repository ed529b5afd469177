"""Compares two people's changes of one text, so that what both did can be kept and what clashes can be chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

MOST_PAIRS = 4_000_000  # of lines compared with one another; beyond, a text is treated as changed all over

Kind = Literal["same", "mine", "theirs", "conflict"]
Choice = Literal["mine", "theirs", "both"]
Lines = tuple[str, ...]
Block = tuple[int, int, int]  # where it begins in one text, where in the other, how many lines


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines of a text that two people edited: as they were, as I have them, as they have them.

    Only in a ``conflict`` both changed them, and differently.
    """

    kind: Kind
    base: Lines
    mine: Lines
    theirs: Lines


def compare_three(base: str, mine: str, theirs: str) -> tuple[Part, ...]:
    """Return the parts of three states of a text, in order; joined they are each of the texts again."""
    texts = tuple(tuple(text.splitlines(keepends=True)) for text in (base, mine, theirs))
    return tuple(part for part in _parts(*texts) if part.base or part.mine or part.theirs)


def put_together(parts: Sequence[Part], choices: Sequence[Choice] = ()) -> str:
    """Return the text with everybody's changes; each conflict takes one of ``choices``, in order.

    Raises ValueError unless there is a choice for every conflict.
    """
    chosen = iter(choices)
    if sum(part.kind == "conflict" for part in parts) != len(choices):
        raise ValueError("There is one choice for each conflict.")
    return "".join(line for part in parts for line in _kept(part, chosen))


def _kept(part: Part, chosen: Iterator[Choice]) -> Lines:
    if part.kind != "conflict":
        return part.theirs if part.kind == "theirs" else part.mine
    choice = next(chosen)
    return part.mine if choice == "mine" else part.theirs if choice == "theirs" else (*part.mine, *part.theirs)


def _parts(base: Lines, mine: Lines, theirs: Lines) -> Iterator[Part]:
    """Walk from one stretch that nobody changed to the next."""
    at, in_mine, in_theirs = 0, 0, 0
    for start, my_start, their_start, length in (
        *_unchanged(base, mine, theirs),
        (len(base), len(mine), len(theirs), 0),
    ):
        yield _part(base[at:start], mine[in_mine:my_start], theirs[in_theirs:their_start])
        at, in_mine, in_theirs = start + length, my_start + length, their_start + length
        same = base[start:at]
        yield Part("same", same, same, same)


def _part(base: Lines, mine: Lines, theirs: Lines) -> Part:
    kind: Kind = "conflict"
    if mine == theirs:
        kind = "same"
    elif mine == base:
        kind = "theirs"
    elif theirs == base:
        kind = "mine"
    return Part(kind, base, mine, theirs)


def _unchanged(base: Lines, mine: Lines, theirs: Lines) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches of ``base`` that stand in both other texts: where in each, and how many lines."""
    ours, others = blocks(base, mine), blocks(base, theirs)
    one, two = 0, 0
    while one < len(ours) and two < len(others):
        (at, there, length), (other_at, other_there, other_length) = ours[one], others[two]
        start, end = max(at, other_at), min(at + length, other_at + other_length)
        if start < end:
            yield start, there + start - at, other_there + start - other_at, end - start
        if at + length <= other_at + other_length:
            one += 1
        else:
            two += 1


def blocks(old: Lines, new: Lines) -> list[Block]:
    """Return the stretches that two texts share, in order; of texts that differ very much only the ends."""
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    found = [(0, 0, head)] if head else []
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(old_middle) * len(new_middle) <= MOST_PAIRS:
        matches = SequenceMatcher(None, old_middle, new_middle, autojunk=False).get_matching_blocks()
        found += [(match.a + head, match.b + head, match.size) for match in matches if match.size]
    return found + ([(len(old) - tail, len(new) - tail, tail)] if tail else [])


def _alike(one: Lines, other: Lines) -> int:
    """Return how many lines two texts share at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))
