"""Releasing answers to the room: frozen, for groups that are large enough, and never so that a few can be found out.

What is released is weighed against everything that was released before. Where the present answers would give
somebody away, newcomers wait; where that is not enough, the picture stays as it was.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessments.answering.desk import Desk
from assessments.answering.showing import CUSTOMERS, PLACE, REPORT, WITHHELD, WITHHELD_SINCE
from assessments.storage import Connection
from assessments.storage.releases import Voice, Voices, add_release, last_change, releases_of, voices_of
from assessments.storage.seats import seats_of
from assessments.storage.workshop_records import SeatRecord, WorkshopRecord
from scoring import Method
from scoring.agreement import name_finding
from scoring.model import Item
from scoring.privacy import may_be_shown, showable_groups
from scoring.tallies import chosen, count, difference, median, most_chosen

Changes = dict[str, int]  # respondent -> the change that holds the answer of theirs that was shown


@dataclass(frozen=True, slots=True)
class Picture:
    """People in groups whose answers may be shown together; the first group is everybody in it."""

    groups: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]  # roles, people

    @property
    def people(self) -> tuple[str, ...]:
        return self.groups[0][1]


class Releasing:
    """Everything that has a say in what may be shown of a workshop at one moment."""

    def __init__(self, desk: Desk, connection: Connection, workshop: WorkshopRecord) -> None:
        self.desk, self.connection, self.workshop = desk, connection, workshop
        self.method: Method = desk.method(connection, workshop.assessment.questionnaire_sha256)
        self.seats: Mapping[str, SeatRecord] = {
            seat.name: seat for seat in seats_of(connection, workshop.id) if seat.name and not seat.excluded
        }
        self.voices: Voices = {
            item: {name: voice for name, voice in said.items() if name in self.seats}
            for item, said in voices_of(connection, workshop.id).items()
        }
        self.before = releases_of(connection, workshop.id)

    def question(self, item_id: str, round_: int) -> None:
        """Release the answers to one question."""
        item = self.method.questionnaire.item_by_id[item_id]
        said = self.voices.get(item_id, {})
        shown_before = list(self._sets_of(item_id))
        picture = self._first_that_may(self._pictures(item, said, shown_before), said, shown_before)
        if picture is None:
            self._store(item_id, round_, {}, [], self._withheld(bool(shown_before)))
            return
        changes = {item_id: {name: said[name].change for name in picture.people}}
        groups = [list(people) for _, people in picture.groups]
        self._store(item_id, round_, changes, groups, self._shown(item, said, picture))

    def result(self, kind: str) -> None:
        """Release the result that follows from what was answered about customers or, of any other kind, to all."""
        questionnaire = self.method.questionnaire
        items = questionnaire.customers if kind == CUSTOMERS else questionnaire.items
        kept = {item.id: self._kept(item.id) for item in items if self.voices.get(item.id)}
        changes = self._people_that_may(kind, kept)
        people = sorted({name for said in changes.values() for name in said})
        if len(people) < self.workshop.minimum:
            self._store(kind, 1, {}, [], {"withheld": True, "without_points": []})
            return
        self._store(kind, 1, changes, [people], {"withheld": False, "without_points": self._without_points()})

    def _pictures(self, item: Item, said: Mapping[str, Voice], before: Sequence[Changes]) -> Iterator[Picture]:
        """Yield what could be shown, the most telling first."""
        known = {name for shown in before for name in shown}
        for names in (sorted(said), [name for name in sorted(said) if name in known]):
            everybody = ((), tuple(names))
            by_role = Counter(self.seats[name].role or "" for name in names)
            groups = [
                (roles, tuple(name for name in names if self.seats[name].role in roles))
                for roles in showable_groups(by_role, self.workshop.minimum)
            ]
            large = all(self._enough(item, said, people) for _, people in groups)
            if len(groups) > 1 and large:
                yield Picture((everybody, *groups))
            if self._enough(item, said, names):
                yield Picture((everybody,))

    def _first_that_may(
        self, pictures: Iterable[Picture], said: Mapping[str, Voice], before: Sequence[Changes]
    ) -> Picture | None:
        for picture in pictures:
            sets = [{name: said[name].change for name in people} for _, people in picture.groups]
            if may_be_shown(before, sets, self.workshop.minimum):
                return picture
        return None

    def _sets_of(self, item: str) -> Iterator[Changes]:
        """Yield every set of answers to a question that was added up and shown.

        A few answers that are mixed with everything else in a result have not been shown by that.
        """
        for one in self.before:
            said = one.voices.get(item, {})
            if one.item == item:
                yield from ({name: said[name] for name in group} for group in one.groups)
            elif len(said) >= self.workshop.minimum:
                yield said

    def _enough(self, item: Item, said: Mapping[str, Voice], names: Iterable[str]) -> bool:
        return self._valid(item, said, names) >= self.workshop.minimum

    def _valid(self, item: Item, said: Mapping[str, Voice], names: Iterable[str]) -> int:
        return sum(bool(chosen(item, said[name].value)) for name in names)

    def _shown(self, item: Item, said: Mapping[str, Voice], picture: Picture) -> dict[str, Any]:
        counts = [count(item, (said[name].value for name in people)) for _, people in picture.groups]
        apart, overall = difference(item, counts[1:] or counts), difference(item, counts[:1])
        return {
            "groups": [
                {"roles": list(roles), "people": len(people), "counts": list(told), "median": median(item, told)}
                for (roles, people), told in zip(picture.groups, counts, strict=True)
            ],
            "dont_know": len(picture.people) - self._valid(item, said, picture.people),
            "most": list(most_chosen(counts[0])),
            "ad": overall and overall.ad,
            "finding": apart and overall and name_finding(self.method, max(apart.ad, overall.ad), apart.eta2),
            "kept": sum(said[name].round == 1 for name in picture.people),
            "late": sum(self.seats[name].late for name in picture.people),
            "withheld": None,
        }

    def _withheld(self, shown_before: bool) -> dict[str, Any]:
        sentence = (WITHHELD_SINCE if shown_before else WITHHELD).format(minimum=self.workshop.minimum)
        nothing = {"groups": [], "dont_know": 0, "most": [], "ad": None, "finding": None, "kept": 0, "late": 0}
        return {**nothing, "withheld": sentence}

    def _kept(self, item: str) -> Changes:
        """Return the answers to a question that may count in what is shown now: as new as possible."""
        now = {name: voice.change for name, voice in self.voices[item].items()}
        before = list(self._sets_of(item))
        known = {name for shown in before for name in shown}
        old = {name: change for name, change in now.items() if name in known}
        for possible in (now, old):
            if not before or may_be_shown(before, [possible], self.workshop.minimum):
                return possible
        return next(one.voices[item] for one in reversed(self.before) if item in one.voices)

    def _people_that_may(self, kind: str, kept: dict[str, Changes]) -> dict[str, Changes]:
        """Return the answers, without newcomers where these are too few, or as they were shown the last time."""
        alike = (kind,) if kind == CUSTOMERS else (PLACE, REPORT)
        earlier = [one for one in self.before if one.item in alike and one.voices]
        if not earlier:
            return kept
        known = set(earlier[-1].groups[0])
        old = {item: {name: change for name, change in said.items() if name in known} for item, said in kept.items()}
        if any(name not in self.seats for said in kept.values() for name in said):
            return earlier[-1].voices  # one question had to stay as it was, with somebody who is left out now
        told = [_as_told(one.voices) for one in earlier]
        for possible in (kept, old):
            if may_be_shown(told, [_as_told(possible)], self.workshop.minimum):
                return possible
        return earlier[-1].voices

    def _without_points(self) -> list[str]:
        """Return the questions, factors, and "customers", whose points would tell what a role of few people said.

        Points weigh roles alike, distributions weigh people alike; whoever has both of everything a number is made of
        can work out the roles.
        """
        by_role = Counter(seat.role for seat in self.seats.values())
        if all(people >= self.workshop.minimum for people in by_role.values()):
            return []
        asked = self.workshop.standing.items
        counted = {one.item for one in self.before if one.item in asked and one.groups}
        questionnaire = self.method.questionnaire
        parts = {factor.id: [item.id for item in factor.items if item.id in asked] for factor in questionnaire.factors}
        parts["customers"] = [item.id for item in questionnaire.customers if item.scored and item.id in asked]
        known = [name for name, items in parts.items() if items and counted.issuperset(items)]
        return [*known, *sorted(counted)]

    def _store(
        self, item: str, round_: int, voices: dict[str, Changes], groups: list[list[str]], shown: dict[str, Any]
    ) -> None:
        if item == REPORT and self.before and (self.before[-1].item, self.before[-1].voices) == (item, voices):
            return  # looked at again
        add_release(
            self.connection,
            self.workshop.id,
            item=item,
            round_=round_,
            at=self.desk.clock(),
            upto=last_change(self.connection, self.workshop.id),
            voices=voices,
            groups=groups,
            shown=shown,
        )
        self.before = releases_of(self.connection, self.workshop.id)


def _as_told(voices: Mapping[str, Changes]) -> dict[str, str]:
    """Return, per person, everything of theirs that counts in a result, as one answer."""
    people = sorted({name for said in voices.values() for name in said})
    return {name: str([(item, said.get(name)) for item, said in sorted(voices.items())]) for name in people}
