"""Says what is an edition's own, and what the questionnaire it builds on says there."""

from collections.abc import Callable
from typing import Any

from assessments.languages import say, say_counted
from assessments.wording.numbers import plain


def said_by_base(value: Any, name_of: Callable[[Any], str] | None = None) -> str:
    """Say what the base has where an edition has something of its own; ``name_of`` names what is chosen from a list."""
    if value in ("", None):
        return say("This edition’s own; its base has nothing here.")
    if isinstance(value, bool):
        return say("This edition’s own; its base says yes.") if value else say("This edition’s own; its base says no.")
    if name_of is None and isinstance(value, str):
        return say("This edition’s own; its base says: “{words}”", words=value)
    return say("This edition’s own; its base says {what}.", what=name_of(value) if name_of else plain(value))


def own_weights(own: int, of: int) -> str:
    """Say how many of the weights of a stage an edition has of its own."""
    if own == 0:
        return say("At this stage every weight is as the base of this edition has it.")
    return say_counted(
        "At this stage {count} of {of} weights is this edition’s own; the others are as its base has them.",
        "At this stage {count} of {of} weights are this edition’s own; the others are as its base has them.",
        own,
        of=of,
    )
