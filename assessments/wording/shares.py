"""Links that share a result, in words: what they show, how long they work, who used them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from assessments.languages import date, marked, say, say_counted, time

WHAT_IT_SHOWS = marked(
    "A link shows the result, the plan and the report to whoever holds it, and nothing else: no answers, no notes, "
    "no names of people. It stops working by itself, or when you revoke it."
)
_TERMS = {7: marked("A week"), 30: marked("30 days"), 90: marked("90 days"), 366: marked("A year")}
TERMS = tuple(_TERMS)


class Shared(Protocol):
    """A link that was made."""

    @property
    def label(self) -> str: ...
    @property
    def state(self) -> str: ...


def term(days: int) -> str:
    """Return how long a link works."""
    return say(_TERMS[days])


def made_title(made: Sequence[Shared]) -> str:
    """Say how many links there are that work."""
    working = sum(one.state == "open" for one in made)
    return say_counted("{count} link works", "{count} links work", working) if working else say("No link works")


def name_of(one: Shared) -> str:
    """Return for whom a link was made."""
    return one.label or say("A link without a name")


def state_lines(one: Shared, made: datetime, expires: datetime, used: datetime | None) -> tuple[str, str]:
    """Say until when a link works, and when it was used last; times are those of the reader's clock."""
    until = {
        "open": say("Made on {made}, works until {expires}.", made=date(made), expires=date(expires)),
        "expired": say("Made on {made}, expired on {expires}.", made=date(made), expires=date(expires)),
        "revoked": say("Made on {made}, revoked.", made=date(made)),
    }[one.state]
    if used is None:
        return until, say("Nobody has used it yet.")
    return until, say("Last used on {day} at {time}.", day=date(used), time=time(used))


def expires_line(expires: datetime) -> str:
    """Tell the holder of a link until when it works."""
    return say("This result was shared with you. The link works until {day}.", day=date(expires))
