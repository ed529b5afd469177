"""What the claims of a sign-in make of somebody: who they are, what they are in which organisation, and for how long.

Streamlit keeps claims in a signed cookie for a month and does not look at their age. That is done here, by the time at
which the provider issued them.
"""

import hmac
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from assessments.rights import NOBODY_SIGNS_IN, NOT_SIGNED_IN, Visitor, Who
from assessments.signing_in.set_up import LONGEST_NAME, Membership, SignIn, membership

PREFIX = "pathway"  # of a value that says itself what it means: pathway:Acme:facilitator
SKEW = timedelta(minutes=5)  # by which the provider's clock may be ahead of ours

Claims = Mapping[str, Any]


def visitor_of(sign_in: SignIn | None, claims: Claims, now: datetime, organisation: str = "") -> Visitor:
    """Return whom claims make of somebody ``now``; whose sign-in is over is not signed in.

    They begin things for ``organisation``, if they belong there, else for the first of theirs.
    """
    if sign_in is None:
        return NOBODY_SIGNS_IN
    issuer, subject = claims.get("iss"), claims.get("sub")
    known = isinstance(issuer, str) and isinstance(subject, str) and bool(issuer) and bool(subject)
    if claims.get("is_logged_in") is not True or not known or _is_old(sign_in, claims, now):
        return NOT_SIGNED_IN
    roles = _roles(sign_in, claims)
    person = sha256(f"{issuer}\n{subject}".encode()).hexdigest()
    return Visitor(
        who=Who.NEWCOMER,
        name=_name(claims),
        person=person,
        roles=roles,
        organisation=organisation if organisation in roles else min(roles, default=None),
        key=hmac.digest(sign_in.cookie_secret.encode(), person.encode(), "sha256"),
        sign_in=_fingerprint(claims),
        until=datetime.fromtimestamp(claims["iat"], UTC) + timedelta(hours=sign_in.hours),
    )


def is_over(sign_in: SignIn, claims: Claims, now: datetime) -> bool:
    """Return whether somebody had signed in, too long ago."""
    return claims.get("is_logged_in") is True and _is_old(sign_in, claims, now)


def _fingerprint(claims: Claims) -> str:
    """Return what is the same in all tabs of a browser, and another one after each sign-in: it is issued at a time."""
    return sha256(json.dumps(dict(claims), sort_keys=True, default=str).encode()).hexdigest()


def _is_old(sign_in: SignIn, claims: Claims, now: datetime) -> bool:
    issued = claims.get("iat")
    if isinstance(issued, bool) or not isinstance(issued, int | float):
        return True
    try:
        age = now - datetime.fromtimestamp(issued, UTC)
    except (OverflowError, OSError, ValueError):
        return True
    return not -SKEW <= age < timedelta(hours=sign_in.hours)


def _roles(sign_in: SignIn, claims: Claims) -> dict[str, frozenset[Who]]:
    found: dict[str, set[Who]] = defaultdict(set)
    for value in _values(sign_in, claims):
        meant = sign_in.meanings.get(value) or _said(value)
        if meant is not None:
            organisation, who = meant
            found[organisation].add(who)
    return {organisation: frozenset(whos) for organisation, whos in found.items()}


def _values(sign_in: SignIn, claims: Claims) -> Iterator[str]:
    held: Any = claims
    for name in sign_in.claim:
        held = held.get(name) if isinstance(held, Mapping) else None
    several = held if isinstance(held, list | tuple) else [held]
    yield from (value for value in several if isinstance(value, str))


def _said(value: str) -> Membership | None:
    prefix, _, rest = value.partition(":")
    organisation, _, role = rest.rpartition(":")
    return membership(organisation, role) if prefix == PREFIX else None


def _name(claims: Claims) -> str:
    """Return what others call somebody: their name, else what their account is called."""
    given = (claims.get(name) for name in ("name", "preferred_username", "email"))
    said = next((name.strip() for name in given if isinstance(name, str) and name.strip()), "")
    return "".join(sign for sign in said if sign.isprintable())[:LONGEST_NAME]
