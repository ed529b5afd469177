"""Looks over the shoulder of every browser of the tests: no request goes elsewhere, no rule of the pages is broken."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request

OWN = "127.0.0.1"
INLINE = {"data", "blob"}


class Watch:
    """What browsers did that they should not; from the first page of every visitor on."""

    def __init__(self, browser: Browser) -> None:
        self.strange: list[str] = []
        browser.on("context", self._join)

    def _join(self, visitor: BrowserContext) -> None:
        visitor.on("request", self._see)
        visitor.on("console", self._hear)

    def _see(self, request: Request) -> None:
        place = urlsplit(request.url)
        if place.scheme not in INLINE and place.hostname != OWN:
            self.strange.append(f"asked for {request.url}")

    def _hear(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.strange.append(message.text)

    def taken(self) -> list[str]:
        """Return what was strange since this was asked last."""
        strange, self.strange = self.strange, []
        return strange
