"""What a browser may do with our pages: run our scripts, show our pictures, talk to this server, and nothing else.

Scripts that stand in a page rather than in a file are named by their fingerprint, so that a script which came in with
somebody's text would not run even if it got there. Style sheets may stand in the page: Streamlit writes its own as it
goes, and what a style can do is small.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
OTHERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",  # for browsers that do not know frame-ancestors
    "referrer-policy": "no-referrer",  # addresses hold personal links
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def content_policy(html: Iterable[str]) -> str:
    """Return the content security policy for pages in which only the scripts of ``html`` stand in the page itself."""
    scripts = sorted({fingerprint(script) for part in html for script in INLINE.findall(part)})
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'", *scripts],  # Streamlit's long numbers; it lets no text run
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],  # Streamlit's style sheet brings one along
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())


def fingerprint(script: str) -> str:
    """Return the name by which a policy lets the text of a script run."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


class SafeHeaders:
    """Sends the policy, and what else keeps a browser careful, with every answer."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self._app = app
        self._headers = {"content-security-policy": policy, **OTHERS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to whatever the product answers; a websocket has none."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
