"""Where a workshop stands: its phase, and for every question whether it is open, in which round, and shown or not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

from assessments.workshop.programme import Phase, Step, programme
from assessments.workshop.sentences import NotNow

ItemState = Literal["closed", "open", "revealed"]
SeatState = Literal["here", "idle", "removed"]

GRACE = timedelta(seconds=3)  # for taps that were on the way when a question was closed


@dataclass(frozen=True, slots=True)
class ItemStanding:
    """One question; ``closed_at`` is None when it never was open, ``shown`` says that this round was revealed once."""

    state: ItemState = "closed"
    round: int = 1
    closed_at: datetime | None = None
    shown: bool = False

    @property
    def can_open(self) -> bool:
        """Whether its present round may be answered still: nobody has seen the answers."""
        return self.state == "closed" and not self.shown

    @property
    def can_be_asked_again(self) -> bool:
        return self.round == 1 and self.shown

    def opened(self) -> "ItemStanding":
        """Return it open in its present round."""
        return replace(self, state="open", closed_at=None)

    def closed(self, at: datetime) -> "ItemStanding":
        """Return it closed; taps on the way are still taken for a moment."""
        return replace(self, state="closed", closed_at=at)

    def revealed(self) -> "ItemStanding":
        """Return it on the screen, and closed to taps on the way."""
        return replace(self, state="revealed", closed_at=None, shown=True)

    def hidden(self) -> "ItemStanding":
        """Return it taken off the screen; it stays closed."""
        return replace(self, state="closed")

    def asked_again(self) -> "ItemStanding":
        """Return it open in the second round."""
        return ItemStanding("open", 2)

    def round_taking(self, at: datetime) -> int:
        """Return the round that an answer arriving ``at`` counts for; raises NotNow."""
        if self.state == "open":
            return self.round
        if self.state == "revealed":
            raise NotNow("revealed")
        if self.closed_at is not None and not self.shown and at <= self.closed_at + GRACE:
            return self.round
        raise NotNow("not_open" if self.closed_at is None and not self.shown else "closed")


@dataclass(frozen=True, slots=True)
class Standing:
    """A workshop at one moment; ``topics`` are the questions to talk about, in order, ``current`` the one of now."""

    minutes: int
    invited: bool
    phase: Phase
    since: datetime  # when the topic of now, or the phase, began
    step_since: datetime  # when the phase began
    items: Mapping[str, ItemStanding]
    topics: tuple[str, ...] = ()
    skipped: frozenset[str] = field(default_factory=frozenset)
    current: str | None = None
    curtain: bool = False

    @property
    def steps(self) -> tuple[Step, ...]:
        return programme(self.minutes, self.invited)

    @property
    def phases(self) -> tuple[Phase, ...]:
        return tuple(step.phase for step in self.steps)

    @property
    def open_items(self) -> tuple[str, ...]:
        """The questions that people can answer now."""
        return tuple(item for item, standing in self.items.items() if standing.state == "open")

    @property
    def to_talk_about(self) -> tuple[str, ...]:
        return tuple(item for item in self.topics if item not in self.skipped)

    def item(self, id_: str) -> ItemStanding:
        """Return how a question stands; raises NotNow for one that is not asked."""
        if id_ not in self.items:
            raise NotNow("no_question")
        return self.items[id_]

    def round_taking(self, item: str, at: datetime) -> int:
        """Return the round that an answer to ``item`` arriving ``at`` counts for; raises NotNow."""
        if self.phase == "ended":
            raise NotNow("ended")
        return self.item(item).round_taking(at)

    def with_items(self, ids: Iterable[str], change: Callable[[ItemStanding], ItemStanding]) -> "Standing":
        """Return this standing with some of its questions changed."""
        chosen = set(ids)
        return replace(self, items={id_: change(one) if id_ in chosen else one for id_, one in self.items.items()})

    def stops(self, phase: Phase) -> tuple[str | None, ...]:
        """Return what a phase stops at, one after the other: topics where there is talk about them."""
        if phase == "talk":
            return self.to_talk_about or (None,)
        if phase == "again":
            return (None, *(item for item in self.to_talk_about if self.items[item].round > 1))
        return (None,)


def begin(minutes: int, invited: bool, items: Iterable[str], at: datetime) -> Standing:
    """Return a workshop that has just been prepared; who is invited can answer at once."""
    asked = dict.fromkeys(items, ItemStanding("open" if invited else "closed"))
    return Standing(minutes, invited, programme(minutes, invited)[0].phase, at, at, asked)
