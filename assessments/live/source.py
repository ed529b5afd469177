"""What the live wire asks of the product: whose link this is, what has moved, and who is here."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Topic:
    """What a screen listens to: what concerns everybody in a workshop or, for its staff, every tap as well.

    A member's screen hears of it by a ``sign_in`` that lasts ``until`` a time, and no longer.
    """

    workshop: str
    staff: bool
    sign_in: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Listening:
    """Whose screen it is; ``who`` means something to the source alone."""

    topic: Topic
    who: Hashable


class Source(Protocol):
    """Where the wire gets its knowledge; every method may take a moment and is called from a thread of its own."""

    def listening(self, link: str) -> Listening | None:
        """Return what a link listens to, None when it opens nothing; raises Unavailable."""

    def words(self, topics: Collection[Topic]) -> Mapping[Topic, str]:
        """Return for every topic a word that is another one whenever the topic has moved; none for what is gone."""

    def seen(self, whom: Collection[Hashable]) -> None:
        """Store that these are connected now."""

    def check(self) -> None:
        """Do nothing but find out whether the source can be used; raises Unavailable."""
