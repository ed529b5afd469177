"""Workshops as what the live wire asks about."""

from collections.abc import Callable, Collection, Hashable, Mapping
from contextlib import suppress
from threading import Lock

from assessments import answering, settings
from assessments.answering import Desk, Version, Watcher
from assessments.live.source import Listening, Topic
from assessments.signing_in import listener_of, sign_in_of


class Workshops:
    """The workshops in a database: phones listen to what everybody sees, the staff's screens to every tap as well."""

    def __init__(self, open_desk: Callable[[], Desk]) -> None:
        """Open the desk now or, while its database cannot be used, when it is needed next."""
        self._open_desk = open_desk
        self._opened: Desk | None = None
        self._lock = Lock()
        with suppress(answering.Unavailable):  # the server starts all the same, and its pages say why they are empty
            self._desk()

    def _desk(self) -> Desk:
        with self._lock:
            if self._opened is None:
                self._opened = self._open_desk()
            return self._opened

    def listening(self, link: str) -> Listening | None:
        listener = listener_of(sign_in_of(settings.read()), link)
        watcher = answering.watcher(self._desk(), listener.token, vouched=listener.vouched)
        if watcher is None:
            return None
        topic = Topic(watcher.workshop_id, watcher.kind != "phone", listener.sign_in, listener.until)
        return Listening(topic, watcher)

    def words(self, topics: Collection[Topic]) -> Mapping[Topic, str]:
        going_on = self._going_on(topics)
        versions = answering.versions(self._desk(), {topic.workshop for topic in going_on})
        return {
            topic: _word(versions[topic.workshop], staff=topic.staff)
            for topic in going_on
            if topic.workshop in versions
        }

    def _going_on(self, topics: Collection[Topic]) -> list[Topic]:
        """Leave out what somebody listens to whose sign-in is over."""
        now = self._desk().clock()
        ended = answering.ended_sign_ins(self._desk(), {topic.sign_in for topic in topics if topic.sign_in})
        return [topic for topic in topics if topic.sign_in not in ended and (topic.until is None or now < topic.until)]

    def seen(self, whom: Collection[Hashable]) -> None:
        answering.seen(self._desk(), [one for one in whom if isinstance(one, Watcher)])

    def check(self) -> None:
        self._desk().database.check()


def _word(version: Version, *, staff: bool) -> str:
    return f"{version.state}.{version.activity}" if staff else str(version.state)


def open_workshops() -> Workshops:
    """Return the workshops in this installation's database."""
    chosen = settings.read()
    return Workshops(lambda: answering.open_desk(chosen.database, chosen.questionnaire))
