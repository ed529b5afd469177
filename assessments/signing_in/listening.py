"""A word for the live wire, which knows no sign-ins: that a page was shown to somebody who holds a link.

The wire tells that something has moved and never what, so it may go on when a sign-in has ended meanwhile.
"""

import hmac
from hashlib import sha256

from assessments.signing_in.set_up import SignIn

BETWEEN = "."  # no sign of a token


def listening_link(sign_in: SignIn | None, token: str) -> str:
    """Return what a page listens with whose visitor may see what ``token`` opens."""
    return token if sign_in is None else f"{token}{BETWEEN}{_word(sign_in, token)}"


def listening_token(sign_in: SignIn | None, link: str) -> tuple[str, bool]:
    """Return the token in a link to listen with, and whether a page of ours vouched for whoever has it."""
    token, _, word = link.partition(BETWEEN)
    if sign_in is None or not word:
        return link, False
    expected = _word(sign_in, token)
    return token, hmac.compare_digest(word.encode("utf-8", "surrogatepass"), expected.encode())


def _word(sign_in: SignIn, token: str) -> str:
    return hmac.new(sign_in.cookie_secret.encode(), token.encode("utf-8", "surrogatepass"), sha256).hexdigest()
