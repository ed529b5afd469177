"""Everything that has a say in what may be shown of a workshop at one moment."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from assessments.answering.desk import Desk
from assessments.storage import Connection
from assessments.storage.pulse import customers_of
from assessments.storage.releases import Voice, Voices, add_release, last_change, releases_of, voices_of
from assessments.storage.seats import seats_of
from assessments.storage.workshop_records import ReleaseRecord, SeatRecord, WorkshopRecord
from scoring import Method
from scoring.answers import Unanswered

Changes = dict[str, int]  # respondent -> the change that holds the answer of theirs that is shown


class Ground:
    """The answers that count, who gave them, and what was shown before."""

    def __init__(self, desk: Desk, connection: Connection, workshop: WorkshopRecord) -> None:
        self.workshop = workshop
        self.method: Method = desk.method(connection, workshop.assessment.questionnaire_sha256)
        self.at = desk.clock()
        self._connection = connection

    @cached_property
    def seats(self) -> Mapping[str, SeatRecord]:
        """Who has a role and is not left out, by name."""
        seats = seats_of(self._connection, self.workshop.id)
        return {seat.name: seat for seat in seats if seat.name and not seat.excluded}

    @cached_property
    def voices(self) -> Voices:
        """Their answers that count."""
        return {
            item: {name: voice for name, voice in said.items() if name in self.seats}
            for item, said in voices_of(self._connection, self.workshop.id).items()
        }

    @cached_property
    def before(self) -> tuple[ReleaseRecord, ...]:
        """What was shown before, first to last."""
        return releases_of(self._connection, self.workshop.id)

    @property
    def customers(self) -> int:
        """How many customers have answered."""
        return customers_of(self._connection, self.workshop.id)

    def sets_of(self, item: str) -> list[Changes]:
        """Return every set of answers to a question that was added up and shown."""
        return list(_sets(self.before, item))

    def given(self, item: str, names: Iterable[str]) -> Counter[str]:
        """Count, per role, which of some people gave a question an answer that is a value."""
        said: Mapping[str, Voice] = self.voices.get(item, {})
        return Counter(
            self.seats[name].role or ""
            for name in names
            if name in said and not isinstance(said[name].value, Unanswered)
        )

    def is_uneven(self, item: str, names: Iterable[str]) -> bool:
        """Return whether some role answered a question with few people."""
        return any(people < self.workshop.minimum for people in self.given(item, names).values())

    def show(
        self, item: str, round_: int, voices: dict[str, Changes], groups: list[list[str]], shown: dict[str, Any]
    ) -> None:
        """Store what is being shown."""
        add_release(
            self._connection,
            self.workshop.id,
            item=item,
            round_=round_,
            at=self.at,
            upto=last_change(self._connection, self.workshop.id),
            voices=voices,
            groups=groups,
            shown=shown,
        )
        del self.before  # read anew when it is asked for


def _sets(releases: Iterable[ReleaseRecord], item: str) -> Iterator[Changes]:
    for one in releases:
        said = one.voices.get(item, {})
        if one.item == item:
            yield from ({name: said[name] for name in group} for group in one.groups)
        elif said:
            yield said
