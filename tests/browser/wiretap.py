"""Records everything a phone is sent, from its very first message on."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response, WebSocket

from tests.browser.conftest import Bring
from tests.browser.phones import Phone
from tests.browser.room import Room

# Notes every word of the live wire before the page hears it.
LISTENING = """
window.heard = [];
window.EventSource = class extends window.EventSource {
  constructor(address) {
    super(address);
    for (const kind of ["message", "beat"]) this.addEventListener(kind, (event) => window.heard.push(event.data));
  }
};
"""


@dataclass
class Wiretap:
    """Everything a page was sent: the frames of its websockets, the bodies of its requests, the words of the wire."""

    page: Page
    frames: list[bytes] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(LISTENING)
        self.page.on("websocket", self._listen)
        self.page.on("response", self._read)

    def _listen(self, socket: WebSocket) -> None:
        socket.on(
            "framereceived", lambda frame: self.frames.append(frame if isinstance(frame, bytes) else frame.encode())
        )

    def _read(self, response: Response) -> None:
        if response.ok and not {"live", "static"} & set(urlsplit(response.url).path.split("/")):
            self.responses.append(response)

    @property
    def words(self) -> list[str]:
        """What the live wire has said."""
        return [word for word in self.page.evaluate("window.heard") if word]

    @property
    def sent(self) -> bytes:
        """Everything else."""
        return b"".join((*self.frames, *(response.body() for response in self.responses)))


def listening(somebody: Bring, room: Room, role: str) -> tuple[Phone, Wiretap]:
    """Bring in somebody all of whose messages are recorded from the very first."""
    phone = Phone(somebody().page)
    tap = Wiretap(phone.page)
    phone.page.goto(f"{phone.page.url}?join={room.code}")
    phone.page.locator(".st-key-joining h1").wait_for()
    phone.sit(role)
    return phone, tap
