"""A provider of OpenID Connect as a process, the product that people sign in to with it, and their cookies."""

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from itsdangerous import URLSafeTimedSerializer
from playwright.sync_api import BrowserContext, Route

from tests.browser.serving import Server

SECRET = "a secret that signs cookies, drawn for this test"
ADA = {"sub": "ada", "name": "Ada Lovelace", "roles": ["pathway:Acme:facilitator"]}
VIC = {"sub": "vic", "name": "Victor", "roles": ["pathway:Acme:viewer"]}
BOB = {"sub": "bob", "name": "Bob", "roles": ["pathway:Beta:owner"]}


@contextmanager
def provider(folder: Path, *people: Mapping[str, Any]) -> Iterator[str]:
    """Start a provider that knows some people, and give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    known = [part for one in people for part in ("--user-claims", json.dumps(one))]
    program = [str(Path(sys.executable).with_name("oidc-provider-mock")), "--port", str(port), *known]
    with (folder / "provider.log").open("wb") as log:
        process = subprocess.Popen(program, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        yield _answering(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait()


def _answering(address: str) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}/.well-known/openid-configuration", timeout=2):
                return address
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer")


@contextmanager
def signing_in(folder: Path, at: str) -> Iterator[Server]:
    """Start the product with a provider at an address."""
    server = Server(folder)
    settings = {
        "ADDRESS": server.address,
        "SIGNIN_PROVIDER": f"{at}/.well-known/openid-configuration",
        "SIGNIN_CLIENT": "pathway",
        "SIGNIN_SECRET": "of this client",
        "SIGNIN_COOKIE_SECRET": SECRET,
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings.items():
            patch.setenv(f"PATHWAY_{name}", value)
        server.start()
    yield server
    server.stop()


class Account:
    """What somebody does on the provider's pages, which fetch styles from elsewhere and so are not shown here."""

    def __init__(self, visitor: BrowserContext, at: str) -> None:
        self.wish: Mapping[str, str] = {}
        self._visitor, self._at = visitor, at
        visitor.route("**/auth/login?*", self._answer)
        visitor.route("**/auth/logout", self._leave)

    def allows(self, person: Mapping[str, Any]) -> None:
        """Sign in as a person from now on."""
        self.wish = {"sub": str(person["sub"])}

    def refuses(self) -> None:
        """Press Deny from now on."""
        self.wish = {"action": "deny"}

    def _answer(self, route: Route) -> None:
        asked = route.fetch(max_redirects=0)
        answer = self._visitor.request.post(asked.headers["location"], form=dict(self.wish), max_redirects=0)
        route.fulfill(status=302, headers={**asked.headers, "location": answer.headers["location"]})

    def _leave(self, route: Route) -> None:
        asked = route.fetch(max_redirects=0)
        place = urlsplit(asked.headers["location"])
        assert asked.headers["location"].startswith(f"{self._at}/oauth2/end_session")
        back = parse_qs(place.query)["post_logout_redirect_uri"][0]
        route.fulfill(response=asked, headers={**asked.headers, "location": back})


def cookie(server: str, person: Mapping[str, Any], *, secret: str = SECRET, age: float = 0) -> dict[str, Any]:
    """Return what a browser keeps of somebody who signed in so many seconds ago."""
    said = {**person, "iss": "a provider", "iat": time.time() - age, "is_logged_in": True}
    content = json.dumps({**said, "origin": server, "provider": "default"})
    signed = URLSafeTimedSerializer(secret, salt="_streamlit_user").dumps(content)
    return {"name": "_streamlit_user", "value": signed, "url": server}
