"""How an installation lets its people sign in, read from its settings; everything wrong with these is said at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from assessments.rights import Who
from assessments.settings import Settings

CALLBACK = "/oauth2callback"  # where Streamlit waits for those who come back from the provider
SHORTEST_SECRET = 32
MOST_HOURS = 720
LONGEST_NAME = 200  # of an organisation
ROLES = {"owner": Who.OWNER, "facilitator": Who.LEADER, "editor": Who.AUTHOR, "viewer": Who.VIEWER}

Membership = tuple[str, Who]  # the name of an organisation, and what somebody is there


class NotSetUp(Exception):  # noqa: N818  (it is what the settings are)
    """The settings for signing in cannot be used; ``str()`` says all that is wrong with them, and the remedy."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """How people sign in; ``meanings`` says what values of the claim stand for that do not say so themselves."""

    provider: str
    client: str
    secret: str = field(repr=False)
    cookie_secret: str = field(repr=False)
    address: str
    scope: str
    claim: tuple[str, ...]
    meanings: Mapping[str, Membership]
    hours: int

    @property
    def secure(self) -> bool:
        """Whether browsers reach the server by https alone."""
        return self.address.startswith("https://")

    @property
    def provider_name(self) -> str:
        """Where people go to sign in, as they read it."""
        return urlsplit(self.provider).hostname or ""


def auth_section(sign_in: SignIn) -> dict[str, Any]:
    """Return what Streamlit wants to know under ``[auth]`` of its secrets."""
    return {
        "redirect_uri": f"{sign_in.address}{CALLBACK}",
        "cookie_secret": sign_in.cookie_secret,
        "client_id": sign_in.client,
        "client_secret": sign_in.secret,
        "server_metadata_url": sign_in.provider,
        "client_kwargs": {"scope": sign_in.scope, "prompt": "select_account"},
    }


@lru_cache(maxsize=8)
def sign_in_of(chosen: Settings) -> SignIn | None:
    """Return how people sign in, None where nobody does; raises NotSetUp."""
    if not chosen.signin_provider:
        return None
    if problems := list(_problems(chosen)):
        raise NotSetUp("\n".join(["Signing in is not set up:", *(f"- {problem}" for problem in problems)]))
    return SignIn(
        provider=chosen.signin_provider,
        client=chosen.signin_client,
        secret=chosen.signin_secret,
        cookie_secret=chosen.signin_cookie_secret,
        address=chosen.address.rstrip("/"),
        scope=chosen.signin_scope,
        claim=tuple(chosen.signin_claim.split(".")),
        meanings=dict(filter(None, map(_meaning, _pieces(chosen.signin_roles)))),
        hours=int(chosen.signin_hours),
    )


def membership(organisation: str, role: str) -> Membership | None:
    """Return what somebody is where; None for a role that is not known or a name nothing can have."""
    name, who = organisation.strip(), ROLES.get(role.strip().lower())
    fits = 0 < len(name) <= LONGEST_NAME and name.isprintable()
    return (name, who) if who is not None and fits else None


def _problems(chosen: Settings) -> Iterator[str]:
    yield from _about_provider(chosen)
    yield from _about_server(chosen)
    yield from _about_rights(chosen)


def _about_provider(chosen: Settings) -> Iterator[str]:
    if not _is_safe(chosen.signin_provider):
        yield "PATHWAY_SIGNIN_PROVIDER has to be an https address that ends with /.well-known/openid-configuration."
    for name, given in (("CLIENT", chosen.signin_client), ("SECRET", chosen.signin_secret)):
        if not given:
            yield f"PATHWAY_SIGNIN_{name} is missing. The provider gives it to whoever registers this program there."
    if "openid" not in chosen.signin_scope.split():
        yield "PATHWAY_SIGNIN_SCOPE has to hold the word openid."


def _about_server(chosen: Settings) -> Iterator[str]:
    if not _is_safe(chosen.address) or urlsplit(chosen.address).path.rstrip("/"):
        yield "PATHWAY_ADDRESS has to be where people open the pages, such as https://pathway.example.org."
    if len(chosen.signin_cookie_secret) < SHORTEST_SECRET:
        yield (
            f"PATHWAY_SIGNIN_COOKIE_SECRET has to be at least {SHORTEST_SECRET} signs that nobody can guess. "
            "Draw it once: openssl rand -hex 32"
        )


def _about_rights(chosen: Settings) -> Iterator[str]:
    hours = chosen.signin_hours
    if not (hours.isascii() and hours.isdigit() and 1 <= int(hours) <= MOST_HOURS):
        yield f'PATHWAY_SIGNIN_HOURS is "{hours}". Let it be a whole number from 1 to {MOST_HOURS}.'
    for piece in _pieces(chosen.signin_roles):
        if _meaning(piece) is None:
            known = ", ".join(ROLES)
            yield f'PATHWAY_SIGNIN_ROLES: "{piece}" is not of the form  value = Organisation: role  ({known}).'


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in text.replace("\n", ";").split(";") if piece.strip()]


def _meaning(piece: str) -> tuple[str, Membership] | None:
    value, equals, meaning = (part.strip() for part in piece.rpartition("="))
    organisation, _, role = meaning.rpartition(":")
    found = membership(organisation, role)
    return (value, found) if value and equals and found is not None else None


def _is_safe(address: str) -> bool:
    """Return whether what is sent to an address can be read by its server alone; this machine needs no https."""
    try:
        place = urlsplit(address)
        host, _ = place.hostname or "", place.port
    except ValueError:
        return False
    return bool(host) and not place.query and (place.scheme == "https" or (place.scheme == "http" and _is_here(host)))


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
