"""Whoever comes by, as far as signing in tells: who they are, and what they are in which organisation."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from assessments.rights.deeds import Deed, may
from assessments.rights.who import Who


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with or without a sign-in.

    ``who`` says what they are anywhere, ``roles`` what else they are in each organisation, by its name; they begin
    things for ``organisation``. ``person`` is the same for the same account each time, ``sign_in`` another one after
    each sign-in; that is over at ``until``.
    """

    who: Who
    name: str = ""
    person: str = ""
    roles: Mapping[str, frozenset[Who]] = field(default_factory=dict)
    organisation: str | None = None
    key: bytes = field(default=b"", repr=False)
    sign_in: str = ""
    until: datetime | None = None

    @property
    def signed_in(self) -> bool:
        return bool(self.person)

    @property
    def could_sign_in(self) -> bool:
        """Whether they come where people sign in, and have not."""
        return self.who is Who.STRANGER

    def may(self, deed: Deed, organisation: str | None = None) -> bool:
        """Return whether they may do something in an organisation or, without one, anywhere."""
        return any(may(who, deed) for who in (self.who, *self.roles.get(organisation or "", ())))

    def where(self, deed: Deed) -> tuple[str, ...]:
        """Return the organisations in which they may do something because of what they are there."""
        return tuple(sorted(name for name, whos in self.roles.items() if any(may(who, deed) for who in whos)))

    def token_for(self, name: str) -> str:
        """Return the token with which they open something of their organisation: the same each time, theirs alone."""
        return urlsafe_b64encode(hmac.digest(self.key, name.encode(), "sha256")).rstrip(b"=").decode()


NOBODY_SIGNS_IN = Visitor(Who.VISITOR)
NOT_SIGNED_IN = Visitor(Who.STRANGER)
