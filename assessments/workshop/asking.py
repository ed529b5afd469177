"""Which questions a workshop asks, and whom."""

from collections.abc import Collection

from scoring.answers import Variant
from scoring.model import Item, Questionnaire


def asked_in_room(questionnaire: Questionnaire, variant: Variant, roles: Collection[str]) -> tuple[Item, ...]:
    """Return the questions that at least one of the ``roles`` in the room is asked, in the questionnaire's order."""
    return tuple(
        item
        for item in questionnaire.items
        if (variant == "full" or item.quick) and any(asked_of(item, role, roles) for role in roles)
    )


def asked_of(item: Item, role: str, roles: Collection[str]) -> bool:
    """Return whether a role is asked a question; a role that is alone in the room speaks for the whole firm."""
    return item.audience == "all" or role in item.audience or len(roles) == 1
