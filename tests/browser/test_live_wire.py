"""The live wire of a real process: what it says to whom, and that open streams do not keep the process from ending."""

import http.client
from pathlib import Path
from urllib.parse import urlsplit

from assessments import answering
from tests.browser.room import Room
from tests.browser.serving import Server
from tests.browser.somebody import SOCIAL_CRM


class Stream:
    """One end of the wire, which nothing but its server ends."""

    def __init__(self, server: Server, link: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=60)
        self._connection.request("GET", f"/live?link={link}")
        self.answer = self._connection.getresponse()

    def word(self) -> str:
        """Wait for the next word."""
        while True:
            line = self.answer.readline().decode().strip()
            if line.startswith("data: "):
                return line.removeprefix("data: ")

    def close(self) -> None:
        """Read what is left, which takes until the stream has ended, and leave."""
        self.answer.read()
        self._connection.close()


def test_streams_say_a_word_and_end_when_the_process_is_asked_to_end(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    desk = answering.open_desk(server.database_url, SOCIAL_CRM)
    room = Room(desk)
    room.fill(("service",))
    nobody, *phones = (Stream(server, link) for link in ("nobody", *3 * room.people))
    assert nobody.answer.status == 404
    assert {phone.answer.getheader("content-type") for phone in phones} == {"text/event-stream; charset=utf-8"}
    first = {phone.word() for phone in phones}
    room.press("next")
    assert len(first) == 1
    assert all(phone.word() not in first for phone in phones)
    server.stop()  # fails when the process does not end
    for stream in (nobody, *phones):
        stream.close()
    desk.database.close()
