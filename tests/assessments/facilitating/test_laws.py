"""Whatever facilitators press and people answer, in whatever order: nothing is lost, nothing slips in, nobody is found.

Random sequences of controls, answers, retries, duplicates, late comers, exclusions and restarts are played against a
plain dictionary of what was acknowledged.
"""

import csv
import io
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from assessments import answering, facilitating
from assessments.answering import Desk, NotAccepted
from assessments.storage import Database
from assessments.storage.releases import releases_of
from assessments.storage.workshop_records import ReleaseRecord
from assessments.storage.workshops import find_by_public_id
from assessments.workshop import GRACE, ItemStanding
from scoring.answers import Unanswered, Value
from scoring.tallies import count
from tests.assessments.conftest import Clock
from tests.assessments.facilitating.playing import Play, code_of
from tests.laws.test_privacy import can_be_worked_out

ITEMS = ("dem_03", "dem_05", "cul_03")
SEATS = ("exec", "exec", "exec", "service", "service", "service", "frontline")
MINIMUM = 3
EXAMPLES = {"sqlite": 10, "postgresql": 3}
MOST_PEOPLE = 9
OF_ALL = ("next", "back", "skip", "open", "close", "reveal", "hide", "second_round", "reset")
PLACES = ("alone", "shown", "talk", "again", "placed")
OF_ONE = ("open", "close", "reveal", "hide", "second_round", "reopen", "reset", "go")
OF_PEOPLE = ("idle", "wake", "remove", "exclude", "include")
LINES = (1, 2, 3, 4, 5, "dk")
STATES = {state.value: state for state in Unanswered}


class Workshop(RuleBasedStateMachine):
    """Plays a workshop, and remembers in dictionaries what was acknowledged."""

    emptied: Callable[[], str]
    loaded: Desk

    @initialize()
    def begin(self) -> None:
        self.url = Workshop.emptied()
        self.desk = self.loaded
        self.desk.database, self.desk.clock = Database(self.url), Clock()
        self.play = Play(self.desk, SEATS)
        self.names = [self.play.name(phone) for phone in range(len(SEATS))]
        self.said: dict[tuple[str, str, int], Value] = {}  # name, item, round -> what counts
        self.ever: set[tuple[str, str, str]] = set()  # name, item, answer
        self.sent: dict[str, tuple[int, str, int | str]] = {}  # key -> message that was acknowledged
        self.gone: set[int] = set()
        self.excluded: set[str] = set()
        self.released = 0
        self.play.press("next")
        facilitating.write_agenda(self.desk, self.play.token, ITEMS)
        for item in ITEMS:
            self.answer_together(item, set(range(len(SEATS))), 1)

    @rule(item=st.sampled_from(ITEMS), phones=st.sets(st.integers(0, MOST_PEOPLE - 1)), line=st.integers(1, 5))
    def answer_together(self, item: str, phones: set[int], line: int) -> None:
        for phone in sorted(phones):
            self.answer(phone, item, (line + phone) % 5 + 1)

    @rule(item=st.sampled_from(ITEMS), phones=st.sets(st.integers(0, MOST_PEOPLE - 1)), line=st.integers(1, 5))
    def talk(self, item: str, phones: set[int], line: int) -> None:
        """Go through a topic as it is meant: show it, ask some again, show that."""
        self.pressed("go:talk")
        for control in ("go", "reveal", "second_round"):
            self.pressed(f"{control}:{item}")
        self.answer_together(item, phones, line)
        self.pressed(f"reveal:{item}")

    @rule(phone=st.integers(0, MOST_PEOPLE - 1), item=st.sampled_from(ITEMS), line=st.sampled_from(LINES))
    def answer(self, phone: int, item: str, line: int | str) -> None:
        phone %= len(self.names)
        key = f"k{len(self.sent)}"
        before = self.standing(item)
        accepted = self.tells(lambda: self.play.answer(phone, item, line, key), phone, before)
        if accepted:
            self.sent[key] = (phone, item, line)
            self.said[self.names[phone], item, before.round] = STATES.get(str(line), line)
            self.ever.add((self.names[phone], item, str(STATES.get(str(line), line))))

    @precondition(lambda self: self.sent)
    @rule(pick=st.integers(0, 99))
    def send_again(self, pick: int) -> None:
        key = sorted(self.sent)[pick % len(self.sent)]
        phone, item, line = self.sent[key]
        if phone not in self.gone:
            self.play.answer(phone, item, line, key)

    @rule(phone=st.integers(0, MOST_PEOPLE - 1), item=st.sampled_from(ITEMS))
    def take_back(self, phone: int, item: str) -> None:
        phone %= len(self.names)
        before = self.standing(item)
        if self.tells(lambda: answering.clear(self.desk, self.play.phones[phone], item), phone, before):
            self.said.pop((self.names[phone], item, before.round), None)

    @rule(control=st.sampled_from(OF_ALL))
    def press(self, control: str) -> None:
        if self.pressed(f"{control}!") and control == "reset":
            self.said.clear()
            facilitating.write_agenda(self.desk, self.play.token, ITEMS)

    @rule(control=st.sampled_from(OF_ONE), item=st.sampled_from(ITEMS))
    def press_for_one(self, control: str, item: str) -> None:
        if self.pressed(f"{control}:{item}!") and control == "reset":
            self.said = {slot: value for slot, value in self.said.items() if slot[1] != item}

    @rule(place=st.sampled_from(PLACES))
    def go(self, place: str) -> None:
        self.pressed(f"go:{place}")

    @rule(control=st.sampled_from(OF_PEOPLE), phone=st.integers(0, MOST_PEOPLE - 1))
    def press_for_somebody(self, control: str, phone: int) -> None:
        phone %= len(self.names)
        name = self.names[phone]
        press = {"person": name, "reason": "Not of this firm"}
        if code_of(facilitating.press, self.desk, self.play.token, control, **press) == "accepted":
            self.gone |= {phone} if control == "remove" else set()
            self.excluded |= {name} if control == "exclude" else set()
            self.excluded -= {name} if control == "include" else set()

    @precondition(lambda self: len(self.names) < MOST_PEOPLE)
    @rule(role=st.sampled_from(["exec", "sales"]))
    def join_late(self, role: str) -> None:
        self.names.append(self.play.name(self.play.join(role)))

    @rule(seconds=st.sampled_from([0, 2, 5]))
    def wait(self, seconds: float) -> None:
        self.play.wait(seconds)

    @rule()
    def report(self) -> None:
        assert code_of(facilitating.outcome, self.desk, self.play.token) in ("accepted", "no_result")
        self.check_what_was_shown()

    @rule()
    def restart(self) -> None:
        self.desk.database.close()
        self.desk.database = Database(self.url)

    # ------------------------------------------------------------------ what must hold after every step

    @invariant()
    def every_acknowledged_answer_is_in_the_export_exactly_once(self) -> None:
        text = facilitating.export(self.desk, self.play.token, "csv", exact_roles=True).content.decode()
        rows = [(row["respondent"], row["item"], int(row["round"])) for row in csv.DictReader(io.StringIO(text))]
        values = [row["value"] for row in csv.DictReader(io.StringIO(text))]
        assert len(rows) == len(set(rows))
        told = {slot: str(value.value if isinstance(value, Unanswered) else value) for slot, value in self.said.items()}
        assert dict(zip(rows, values, strict=True)) == told

    @invariant()
    def phones_hold_their_own_answers_and_see_what_the_room_sees(self) -> None:
        room = self.play.room()
        for phone in sorted(set(range(len(self.names))) - self.gone)[:3]:
            view = self.play.phone(phone)
            own = {item: value for (name, item, _), value in sorted(self.said.items(), key=lambda one: one[0][2])
                   if name == self.names[phone]}  # fmt: skip
            assert {one.question.id: one.value for one in view.mine} == own
            assert view.showing.topic == room.showing.topic
        if room.standing is not None and room.standing.round == 1 and not room.standing.shown:
            assert room.showing.topic is None

    @invariant()
    def counts_are_those_of_the_rows(self) -> None:
        counts = self.play.room().counts
        assert counts.joined == len(self.names) - len(self.gone)
        assert counts.given <= counts.wanted

    @invariant()
    def a_result_holds_only_what_people_said(self) -> None:
        place = self.play.room().showing.place
        for submission in () if place is None else place.opened.assessment.submissions:
            for item, value in submission.answers.items():
                assert (submission.respondent, item, str(value)) in self.ever

    # ------------------------------------------------------------------ how that is checked

    def check_what_was_shown(self) -> None:
        """Nobody can be found in everything that was shown so far, and the newest of it is what was said."""
        shown = self.releases()
        for one in shown[self.released :]:
            if one.item in ITEMS:
                self.check_counts(one)
        if len(shown) > self.released:
            self.released = len(shown)
            for item in ITEMS:
                self.attack([voices for one in shown for voices in sets_of(one, item)])

    def check_counts(self, one: ReleaseRecord) -> None:
        """What has just been shown are the counts of what was said, of people whose answers count."""
        question = self.desk.edition().method.questionnaire.item_by_id[one.item]
        latest = {name: value for (name, item, _), value in sorted(self.said.items(), key=lambda said: said[0][2])
                  if item == one.item}  # fmt: skip
        assert len(one.shown["groups"]) == len(one.groups)
        for told, names in zip(one.shown["groups"], one.groups, strict=True):
            assert not set(names) & self.excluded
            assert told["counts"] == list(count(question, (latest[name] for name in names)))
            assert len(names) >= MINIMUM
        if not one.groups:
            assert one.shown["withheld"]

    def attack(self, shown: list[dict[str, int]]) -> None:
        people = sorted({person for voices in shown for person in voices})
        for size in range(1, MINIMUM):
            for few in combinations(people, size):
                assert not can_be_worked_out(shown, set(few))

    def releases(self) -> tuple[ReleaseRecord, ...]:
        with self.desk.database.reading() as connection:
            id_ = find_by_public_id(connection, self.play.prepared.workshop_id)
            assert id_ is not None
            return releases_of(connection, id_)

    def standing(self, item: str) -> ItemStanding:
        return self.play.board().standings[item]

    def tells(self, call: object, phone: int, before: ItemStanding) -> bool:
        """Make a call that answers a question; it is accepted exactly when the question takes answers."""
        start = self.desk.clock.now  # type: ignore[attr-defined]
        try:
            call()  # type: ignore[operator]
        except NotAccepted:
            assert phone in self.gone or before.state != "open"
            return False
        assert phone not in self.gone
        on_the_way = before.closed_at is not None and not before.shown and start <= before.closed_at + GRACE
        assert before.state == "open" or (before.state == "closed" and on_the_way)
        return True

    def pressed(self, control: str) -> bool:
        try:
            self.play.press(control)
        except NotAccepted:
            return False
        self.check_what_was_shown()
        return True

    def teardown(self) -> None:
        if hasattr(self, "url"):
            self.desk.database.close()


def sets_of(one: ReleaseRecord, item: str) -> list[dict[str, int]]:
    """Return the answers to a question that a release added up; a few mixed into a result are not added up."""
    said = one.voices.get(item, {})
    if one.item == item:
        return [{name: said[name] for name in group} for group in one.groups]
    return [said] if len(said) >= MINIMUM else []


@pytest.mark.slow
def test_whatever_happens_nothing_is_lost_nothing_slips_in_and_nobody_is_found(
    emptied: Callable[[], str], loaded_desk: Desk, database_kind: str
) -> None:
    Workshop.emptied, Workshop.loaded = staticmethod(emptied), loaded_desk
    times = settings(max_examples=EXAMPLES[database_kind], stateful_step_count=25, deadline=None)
    run_state_machine_as_test(Workshop, settings=times)
