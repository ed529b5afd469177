"""Visitors as a sign-in makes them, for tests."""

from hashlib import sha256

from assessments.rights import Visitor, Who

ACME, BETA = "Acme", "Beta & Sons"


def member(who: Who, organisation: str = ACME, name: str = "Ada") -> Visitor:
    """Return somebody who has signed in, and is something in one organisation."""
    person = sha256(f"{name} {who.name} {organisation}".encode()).hexdigest()
    roles = {organisation: frozenset({who})}
    return Visitor(Who.NEWCOMER, name, person, roles, organisation, person.encode())


NEWCOMER = Visitor(Who.NEWCOMER, "Nina", "0" * 64, key=b"0")
