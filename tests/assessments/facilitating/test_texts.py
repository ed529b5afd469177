"""What is written on screens, in files and on paper, read as text and put together: it never tells on a few.

Somebody who knows who was there and who had answered reads every number that leaves a workshop, and tries what adding
and subtracting gives. Only the texts are read; which people stand behind a number is known to the test alone.
"""

import csv
import io
import re
import zlib
from collections import Counter, defaultdict
from datetime import date as Date
from itertools import combinations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments import facilitating
from assessments.answering import Desk
from assessments.charts import spread_chart
from assessments.pages.parts import showing
from assessments.pages.parts.charts import numbers
from assessments.printing.job import job_of
from assessments.reading import Reading
from assessments.storage.releases import releases_of
from assessments.storage.workshops import find_by_public_id
from assessments.wording.numbers import spelt
from assessments.wording.session import Session
from tests.assessments.conftest import only
from tests.assessments.facilitating.playing import MIXED, ROLES, Play
from tests.laws.test_privacy import can_be_worked_out

ITEMS = ("dem_03", "cul_03")
KINDS = ("exec", "service", "frontline", "sales")
MINIMUM = 3
LINES = 5
DAY = Date(2026, 11, 22)
WORDS = {spelt(count): count for count in range(1, len(MIXED) + 1)}
Told = tuple[str, int, str, tuple[int, ...]]  # question, round, whose answers, how many chose each line

ROOMS = st.lists(st.sampled_from(KINDS), min_size=4, max_size=9)
ONCE_MORE = st.lists(st.sets(st.integers(0, 8)), min_size=len(ITEMS), max_size=len(ITEMS))


class Onlooker:
    """Plays a workshop and keeps, for every number that was read, the people who stand behind it."""

    def __init__(self, desk: Desk, people: list[str], dice: Random) -> None:
        self.play, self.roles, self.dice = Play(desk, people), list(people), dice
        self.lines: dict[str, dict[int, int]] = defaultdict(dict)  # question -> phone -> line
        self.read: list[Told] = []
        self.behind: dict[str, list[dict[str, int]]] = defaultdict(list)

    def answer(self, item: str, phones: set[int]) -> None:
        for phone in sorted(phones & set(range(len(self.roles)))):
            self.lines[item][phone] = self.dice.randint(1, LINES)
            self.play.answer(phone, item, self.lines[item][phone])

    def look(self) -> None:
        """Read the file of counts and the screens, and see whether anybody can be found in all of it."""
        text = facilitating.export(self.play.desk, self.play.token, "tallies").content.decode()
        told = counts_in(text)
        assert told[: len(self.read)] == self.read  # what was told once stays as it was
        for one, names in zip(told[len(self.read) :], self.people_behind()[len(self.read) :], strict=True):
            self.check_people(one, names)
        self.read = told
        self.look_at_screens()
        for item in ITEMS:
            self.attack(self.behind[item])

    def people_behind(self) -> list[tuple[str, ...]]:
        """Return who stands behind each group of numbers in the file, which no text says."""
        with self.play.desk.database.reading() as connection:
            id_ = find_by_public_id(connection, self.play.prepared.workshop_id)
            assert id_ is not None
            return [names for one in releases_of(connection, id_) if one.item in ITEMS for names in one.groups]

    def check_people(self, told: Told, names: tuple[str, ...]) -> None:
        item, _, group, counts = told
        numbered = {self.play.name(phone): phone for phone in range(len(self.roles))}
        said = {name: self.lines[item][numbered[name]] for name in names}
        assert counts == tuple(Counter(said.values())[line] for line in range(1, LINES + 1))
        assert group == "everybody" or {self.roles[numbered[name]] for name in names} <= set(group.split("|"))
        assert len(said) >= MINIMUM
        self.behind[item].append(said)

    def look_at_screens(self) -> None:
        """Whatever stands on the room's screen and on phones is in the file of counts as well."""
        room = self.play.room()
        topic, question = room.showing.topic, room.question
        if topic is None or question is None:
            return
        told = {counts for item, _, _, counts in self.read if item == question.id}
        table = numbers(spread_chart(question, topic, room.head.roles))
        assert set(columns_in(table)) <= told
        assert columns_in(table) == [] or bars_in(showing.bars(question, topic)) <= told

    def attack(self, shown: list[dict[str, int]]) -> None:
        people = sorted({person for voices in shown for person in voices})
        for size in range(1, MINIMUM):
            for few in combinations(people, size):
                assert not can_be_worked_out(shown, set(few))


def counts_in(text: str) -> list[Told]:
    """Return what a file of counts tells, in its order."""
    rows = list(csv.DictReader(io.StringIO(text)))
    told = [rows[start : start + LINES] for start in range(0, len(rows), LINES)]
    for group in told:
        assert [row["answer"] for row in group] == [str(line) for line in range(1, LINES + 1)]
        assert sum(int(row["count"]) for row in group) == int(group[0]["people"])
    return [
        (group[0]["item"], int(group[0]["round"]), group[0]["group"], tuple(int(row["count"]) for row in group))
        for group in told
    ]


def columns_in(table: str) -> list[tuple[int, ...]]:
    """Return the columns of counts in a table of answers as a page shows it."""
    rows = [re.findall(r"<td>(.*?)</td>", row) for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", table)]
    return [tuple(map(int, column)) for column in zip(*rows[:LINES], strict=True)]


def bars_in(bars: str) -> set[tuple[int, ...]]:
    """Return the counts beside the bars that a phone shows: of now and, where there are any, of before."""
    beside = re.findall(r"<p class='many'>(\d+)(?:\D+(\d+))?</p>", bars)
    assert len(beside) == LINES
    return {tuple(int(one) for one in column) for column in zip(*beside, strict=True) if all(column)}


@only("sqlite")
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=ROOMS, again=ONCE_MORE, late=st.sampled_from([None, *KINDS]), seed=st.integers(0, 99))
def test_the_numbers_on_screens_and_in_the_file_for_others_tell_on_nobody(
    desk: Desk, people: list[str], again: list[set[int]], late: str | None, seed: int
) -> None:
    onlooker = Onlooker(desk, people, Random(seed))
    play = onlooker.play
    play.press("next")
    for item in ITEMS:
        onlooker.answer(item, set(range(len(people))))
    facilitating.write_agenda(desk, play.token, ITEMS)
    play.press("go:talk")
    for item, phones in zip(ITEMS, again, strict=True):
        play.press(f"go:{item}", f"reveal:{item}")
        onlooker.look()
        if late is not None:
            play.join(late)
            onlooker.roles.append(late)
        play.press(f"second_round:{item}")
        onlooker.answer(item, phones | ({len(onlooker.roles) - 1} if late else set()))
        if seed % 2 and len(people) > MINIMUM:
            play.on(0, "exclude" if item == ITEMS[0] else "include", "Answered for another firm")
        play.press(f"reveal:{item}")
        onlooker.look()


def said_in(document: bytes) -> str:
    """Return everything that is written in a PDF, what is only spoken included."""
    packed = re.findall(rb"stream\n(.*?)\nendstream", document, re.DOTALL)
    return b"\n".join(opened for part in packed if (opened := unpacked(part))).decode("latin-1")


def unpacked(part: bytes) -> bytes:
    try:
        return zlib.decompress(part)
    except zlib.error:
        return b""


@only("sqlite")
@pytest.mark.parametrize("people", [MIXED, ROLES], ids=["small roles", "large roles"])
def test_the_numbers_in_the_team_edition_tell_on_nobody(desk: Desk, people: tuple[str, ...]) -> None:
    play = Play(desk, people)
    play.talk_about(*ITEMS)
    for item in ITEMS:
        play.press(f"go:{item}", f"reveal:{item}")
    play.press("go:placed", "end!")
    came = facilitating.outcome(desk, play.token)
    assert came.shown is not None
    session = Session(came.topics, came.blind_spots, came.counted, came.everybody, came.left_out, came.role_weights)
    method, assessment, result = came.shown.opened.method, came.shown.opened.assessment, came.shown.result
    text = said_in(job_of(Reading(method, assessment, result, session=session), "team", DAY).do())
    spreads = [
        Counter({int(line): WORDS[count] for line, count in re.findall(r"line (\d): (\w+) answers?", figure)})
        for figure in re.findall(r"(?:line \d: \w+ answers?(?:; )?)+", text)
    ]
    firsts = [tuple(map(int, counts.split(", "))) for counts in re.findall(r"First answers: ([\d, ]+)", text)]
    everybody = [Counter(one.answers[item.id] for one in assessment.submissions if item.id in one.answers)
                 for item in method.questionnaire.items]  # fmt: skip
    assert len(firsts) == len(ITEMS)
    assert bool(spreads) == (people == ROLES)  # beside points by role, counts would tell on those who are few
    assert all(sum(counts) == len(people) for counts in firsts)
    for spread in spreads:
        assert sum(spread.values()) >= MINIMUM
        assert spread in everybody
    names = [one.respondent for one in assessment.submissions]
    assert not [name for name in names if name in text]
