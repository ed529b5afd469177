"""Choices read off a string of bytes: one draw for Hypothesis, quick to make, and zeros mean the plainest choice."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A finite row of dice; once they are used up, every further roll is 0."""

    def __init__(self, rolls: bytes) -> None:
        self._rolls = iter(rolls)

    def roll(self, sides: int) -> int:
        """Return 0 .. sides - 1, for up to 256 sides."""
        return next(self._rolls, 0) % sides

    def between(self, lowest: int, highest: int) -> int:
        """Return a whole number within both ends."""
        return lowest + self.roll(highest - lowest + 1)

    def happens(self, percent: int) -> bool:
        """Return True that often; False for a roll of 0."""
        return self.roll(100) >= 100 - percent

    def pick(self, options: Sequence[T]) -> T:
        """Return one of ``options``; the first for a roll of 0."""
        return options[self.roll(len(options))]

    def some(self, options: Sequence[T], *, fewest: int = 0) -> tuple[T, ...]:
        """Return some of ``options`` in their order, at least ``fewest`` of them."""
        chosen = [option for option in options if self.happens(50)]
        return tuple(chosen if len(chosen) >= fewest else options[:fewest])
