"""Two texts line by line: what went out, what came in, and a little of what stayed around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assessments.editing.comparing import blocks

AROUND = 3  # lines shown before and after a change


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line of a comparison with its numbers in the old and the new text; ``skip`` stands for many that are alike."""

    kind: Literal["same", "out", "in", "skip"]
    old: int | None
    new: int | None
    text: str


def line_diff(before: str, after: str) -> tuple[DiffLine, ...]:
    """Return the lines in which two texts differ, with some lines around; empty when they do not differ."""
    if before == after:
        return ()
    return tuple(_shortened(list(_lines(tuple(before.splitlines()), tuple(after.splitlines())))))


def _lines(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[DiffLine]:
    at, at_new = 0, 0
    for start, start_new, length in (*blocks(old, new), (len(old), len(new), 0)):
        yield from (DiffLine("out", number + 1, None, old[number]) for number in range(at, start))
        yield from (DiffLine("in", None, number + 1, new[number]) for number in range(at_new, start_new))
        yield from (
            DiffLine("same", start + number + 1, start_new + number + 1, old[start + number])
            for number in range(length)
        )
        at, at_new = start + length, start_new + length


def _shortened(lines: list[DiffLine]) -> Iterator[DiffLine]:
    changed = [number for number, line in enumerate(lines) if line.kind != "same"]
    shown = {near for number in changed for near in range(number - AROUND, number + AROUND + 1)}
    skipping = False
    for number, line in enumerate(lines):
        if number in shown:
            yield line
        elif not skipping:
            yield DiffLine("skip", line.old, line.new, "")
        skipping = number not in shown
