"""What every use case needs at hand: the database, the questionnaires, the time, and who stands before it."""

import logging
from collections.abc import Callable, Hashable
from contextlib import suppress
from copy import copy
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from assessments.answering.pinned import load_texts, texts_of
from assessments.answering.refusals import NotAccepted, refusal
from assessments.catalog import editions_beside
from assessments.languages import language
from assessments.problems import Refused
from assessments.rights import NOBODY_SIGNS_IN, Visitor
from assessments.storage import Connection, Database
from assessments.storage.versions import keep_version, version_texts
from scoring import Method

MOST_METHODS = 16  # kept in memory; one is loaded again in some tens of milliseconds
MOST_REMEMBERED = 24  # results that cannot change any more, kept because many screens ask for them at once
MOST_STANDING = 64  # things that may change, likewise

_log = logging.getLogger(__name__)


class Edition(NamedTuple):
    """A questionnaire as it stands in its folder now: the exact text of its files, and what they say."""

    texts: dict[str, str]
    method: Method

    @property
    def sha256(self) -> str:
        return self.method.questionnaire.sha256


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class Desk:
    """One per process, for all its threads; ``serving`` is the same desk for one visitor."""

    def __init__(self, database: Database, folder: Path, clock: Callable[[], datetime] = utc_now) -> None:
        """Work with ``database``, and start assessments from the questionnaire in ``folder``."""
        self.database = database
        self.folder = folder
        self.clock = clock
        self.visitor: Visitor = NOBODY_SIGNS_IN
        self._methods: dict[str, Method] = {}
        self._editions: dict[Path, Edition] = {}
        self._lock = Lock()
        self._remembered: dict[Hashable, Any] = {}
        self._standing: dict[Hashable, tuple[Hashable, Any]] = {}

    def serving(self, visitor: Visitor) -> "Desk":
        """Return this desk as it serves somebody: everything is shared but who they are."""
        theirs = copy(self)
        theirs.visitor = visitor
        return theirs

    def edition(self) -> Edition:
        """Return the questionnaire that an assessment started now is answered to, in the language that is spoken.

        Raises NotAccepted.
        """
        return self._edition_in(self.folder)

    def installed(self) -> tuple[Edition, ...]:
        """Return that questionnaire and the editions beside it that build on it; raises NotAccepted.

        An edition that cannot be used is logged and left out, and so is one whose id another one has.
        """
        return tuple(self.folders().values())

    def folders(self) -> dict[Path, Edition]:
        """Return what is installed by the folder it stands in; raises NotAccepted."""
        found = {self.folder: self.edition()}
        taken = {found[self.folder].method.questionnaire.id}
        for folder in editions_beside(self.folder):
            with suppress(NotAccepted):  # logged
                edition = self._edition_in(folder)
                if edition.method.questionnaire.id not in taken:
                    found[folder] = edition
                    taken.add(edition.method.questionnaire.id)
        return found

    def _edition_in(self, folder: Path) -> Edition:
        with self._lock:
            try:
                texts, known = texts_of(folder), self._editions.get(folder)
                if known is None or known.texts != texts:
                    known = self._editions[folder] = Edition(texts, Method(load_texts(texts)))
            except (OSError, UnicodeDecodeError, Refused) as error:
                _log.error("The questionnaire in %s cannot be used: %s", folder, error)
                raise refusal("questionnaire", folder) from error
            self._remember(known.sha256, known.method)
            return known._replace(method=known.method.in_language(language()))

    def method(self, connection: Connection, sha256: str) -> Method:
        """Return the method of a stored version, with its texts in the language spoken.

        Raises LookupError when its text is not what it was.
        """
        with self._lock:
            if sha256 not in self._methods:
                method = Method(load_texts(version_texts(connection, sha256)))
                if method.questionnaire.sha256 != sha256:
                    raise LookupError(f"The stored questionnaire {sha256} has been altered.")
                self._remember(sha256, method)
            return self._methods[sha256].in_language(language())

    def pin(self, connection: Connection, edition: Edition) -> str:
        """Store an edition to the letter and return its fingerprint."""
        questionnaire = edition.method.questionnaire
        keep_version(connection, edition.sha256, questionnaire.id, questionnaire.version, edition.texts, self.clock())
        return edition.sha256

    def remembered(self, what: Hashable, work_out: Callable[[], Any]) -> Any:
        """Return what ``work_out`` returned when ``what`` was asked for last in the language that is spoken.

        In one language it must always return the same.
        """
        key = (language(), what)
        with self._lock:
            if key in self._remembered:
                return self._remembered[key]
        made = work_out()
        with self._lock:
            self._remembered[key] = made
            while len(self._remembered) > MOST_REMEMBERED:
                del self._remembered[next(iter(self._remembered))]
        return made

    def standing_still(self, what: Hashable, mark: Hashable, work_out: Callable[[], Any]) -> Any:
        """Return what ``work_out`` returned for ``what`` in the language that is spoken, as long as its ``mark`` stays.

        Another mark takes the place of the last one, so that nothing from before a change comes back.
        """
        key = (language(), what)
        with self._lock:
            marked, made = self._standing.get(key, (None, None))
        if marked != mark:
            made = work_out()
            with self._lock:
                self._standing.pop(key, None)
                self._standing[key] = (mark, made)
                while len(self._standing) > MOST_STANDING:
                    del self._standing[next(iter(self._standing))]
        return made

    def _remember(self, sha256: str, method: Method) -> None:
        self._methods[sha256] = method
        while len(self._methods) > MOST_METHODS:
            del self._methods[next(iter(self._methods))]
