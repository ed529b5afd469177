"""What is shown of one question: counts of groups that are large enough, before the talk and after it."""

from dataclasses import dataclass

from scoring.result import Finding


@dataclass(frozen=True, slots=True)
class Group:
    """People whose answers are shown together; no ``roles`` means everybody, several are pooled."""

    roles: tuple[str, ...]
    people: int
    counts: tuple[int, ...]  # per line or option, in the question's order
    median: float | None  # a line from 1, halves between two; None for options


@dataclass(frozen=True, slots=True)
class Release:
    """The answers to one question in one round, as they were when they were revealed.

    ``groups`` begins with everybody and is empty where the answers are ``withheld``, which says why. ``most`` are the
    two lines or options chosen most, from 1. ``ad`` (points) and ``finding`` say how far the groups shown lie apart.
    """

    item: str
    round: int
    groups: tuple[Group, ...]
    dont_know: int
    most: tuple[int, ...]
    ad: float | None
    finding: Finding | None
    kept: int  # people in the second round who kept their first answer
    late: int  # people who came after the first round
    withheld: str | None

    @property
    def people(self) -> int:
        """How many people's answers are shown, don't know among them."""
        return self.groups[0].people if self.groups else 0


@dataclass(frozen=True, slots=True)
class ShownTopic:
    """A question that is talked about: its answers before the talk and after it."""

    item: str
    before: Release | None
    after: Release | None
