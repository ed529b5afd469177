"""A use case of whoever runs the server: giving to an organisation what belongs to nobody, or to another one."""

from collections import Counter
from dataclasses import dataclass

from assessments.answering import Desk
from assessments.operating import NotDone
from assessments.storage import Connection, retried
from assessments.storage.deed_log import write_deed
from assessments.storage.handing_over import (
    Belonging,
    begun_from,
    belongings_of,
    give,
    has_number,
    versions_among,
)
from assessments.storage.organisations import know_organisation, known_organisations

LONGEST_NAME = 200

__all__ = ["Belonging", "Found", "Wish", "find", "hand_over"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What an organisation is to be given of ``owner``, or of nobody: what goes by these ``names``, else everything."""

    organisation: str
    names: frozenset[str] = frozenset()
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What is handed over, and whether the organisation is known here already."""

    belongings: tuple[Belonging, ...]
    known: bool

    @property
    def counts(self) -> Counter[str]:
        """How many there are of each kind, assessments and workshops of the firms among them."""
        counted = Counter[str](one.kind for one in self.belongings)
        counted["assessment"] = sum(len(one.names) for one in self.belongings if one.kind == "firm")
        return counted


def find(desk: Desk, wish: Wish) -> Found:
    """Return what would be handed over; changes nothing. Raises NotDone where it cannot be."""
    with desk.database.reading() as connection:
        return _found(connection, wish)


@retried
def hand_over(desk: Desk, wish: Wish) -> Found:
    """Give it all to the organisation, or nothing, and write down each deed; raises NotDone."""
    with desk.database.writing() as connection:
        found, at = _found(connection, wish), desk.clock()
        know_organisation(connection, wish.organisation, at)
        for one in found.belongings:
            give(connection, one, wish.owner, wish.organisation)
            for name in one.names:
                write_deed(connection, at, who="operator", done="handed_over", about=name, detail=wish.organisation)
    return found


def _found(connection: Connection, wish: Wish) -> Found:
    _check(wish)
    everything = belongings_of(connection, wish.owner)
    chosen = tuple(one for one in everything if not wish.names or wish.names.intersection(one.names))
    missing = sorted(wish.names.difference(*(one.names for one in chosen)))
    if missing:
        whose = "nobody" if wish.owner is None else wish.owner
        raise NotDone(f"Nothing called {', '.join(missing)} belongs to {whose}. Type --everything to see what does.")
    _refuse_what_clashes(connection, wish, chosen)
    return Found(chosen, wish.organisation in known_organisations(connection))


def _check(wish: Wish) -> None:
    name = wish.organisation
    if not (0 < len(name) <= LONGEST_NAME and name.isprintable() and name == name.strip()):
        raise NotDone(f"An organisation has a name of 1 to {LONGEST_NAME} characters, as the claims spell it.")
    if name == wish.owner:
        raise NotDone(f"It is {name}'s already.")


def _refuse_what_clashes(connection: Connection, wish: Wish, chosen: tuple[Belonging, ...]) -> None:
    """Refuse what would leave two versions of one number, or a draft without what it began from."""
    drafts = {one.id for one in chosen if one.kind == "draft"}
    for one in versions_among(connection, {one.id for one in chosen if one.kind == "version"}):
        if has_number(connection, wish.organisation, one):
            raise NotDone(
                f"{wish.organisation} has a version {one.version} of {one.questionnaire} of its own, so "
                f"{one.public_id} cannot be handed over to it. Name what to hand over without this version."
            )
        if others := begun_from(connection, one.public_id, but=drafts, organisation=wish.organisation):
            raise NotDone(
                f"{', '.join(others)} began from {one.public_id}, and would not see it any more. Hand these over too, "
                "or name what to hand over without this version."
            )
