"""A word for the live wire, which knows no sign-ins: that a page was shown to a member, by which sign-in, until when.

The wire tells that something has moved and never what; once a sign-in is over, it tells nothing more.
"""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from assessments.rights import Visitor
from assessments.signing_in.set_up import SignIn

BETWEEN = "."  # no sign of a token


@dataclass(frozen=True, slots=True)
class Listener:
    """Whoever listens with a token; ``sign_in`` and ``until`` say by what, if a page of ours vouched for a member."""

    token: str
    sign_in: str = ""
    until: datetime | None = None

    @property
    def vouched(self) -> bool:
        """Whether a page of ours was shown to a member who holds the token."""
        return bool(self.sign_in)


def listening_link(sign_in: SignIn | None, token: str, visitor: Visitor) -> str:
    """Return what a page listens with whose visitor may see what ``token`` opens."""
    if sign_in is None or visitor.until is None:
        return token
    said = BETWEEN.join((token, visitor.sign_in, str(int(visitor.until.timestamp()))))
    return f"{said}{BETWEEN}{_word(sign_in, said)}"


def listener_of(sign_in: SignIn | None, link: str) -> Listener:
    """Return who listens with a link."""
    said, _, word = link.rpartition(BETWEEN)
    token, *vouched = said.split(BETWEEN)
    if sign_in is None or len(vouched) != 2 or not _is(word, _word(sign_in, said)):
        return Listener(link.partition(BETWEEN)[0] if sign_in else link)
    fingerprint, until = vouched
    return Listener(token, fingerprint, datetime.fromtimestamp(int(until), UTC))


def _word(sign_in: SignIn, said: str) -> str:
    return hmac.new(sign_in.cookie_secret.encode(), said.encode("utf-8", "surrogatepass"), sha256).hexdigest()


def _is(word: str, expected: str) -> bool:
    return hmac.compare_digest(word.encode("utf-8", "surrogatepass"), expected.encode())
