"""What the room is shown, and every phone with it: what was released, as it was then, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from assessments.answering.desk import Desk
from assessments.answering.opening import Opened
from assessments.languages import say
from assessments.storage import Connection
from assessments.storage.facts import facts_of
from assessments.storage.releases import changes_of, last_release
from assessments.storage.seats import seats_of
from assessments.storage.whole import read_assessment
from assessments.storage.workshop_records import ReleaseRecord, WorkshopRecord
from assessments.workshop import OF_TOPICS, Group, Phase, Release, ShownTopic
from assessments.workshop.withholding import WITHHELD, withheld_in_words
from scoring import assess
from scoring.answers import Assessment, Submission
from scoring.result import Result
from scoring.withholding import withhold

Kind = Literal["nothing", "customers", "topic", "place", "plan"]
Points = frozenset[str]

OF_PHASE: Mapping[Phase, Kind] = {"shown": "customers", "placed": "place", "plan": "plan", "close": "place"}
# What stands in place of a question where a result was released: for the room, and for reports.
CUSTOMERS, PLACE, REPORT = "*customers", "*place", "*report"
RESULT_OF_PHASE: Mapping[Phase, str] = {"shown": CUSTOMERS, "placed": PLACE, "plan": PLACE, "close": PLACE}


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A result as it was released, without the numbers that would tell what a role with few people said.

    ``without_points`` names what has none for that reason: questions, factors, pillars, and "customers" for their
    habits. The answers in ``opened`` are for working on, such as solving a plan, and on no screen.
    """

    opened: Opened
    result: Result
    without_points: Points
    release_id: int


@dataclass(frozen=True, slots=True)
class Showing:
    """What is on the room's screen; ``curtain`` says that the facilitator has hidden it."""

    kind: Kind = "nothing"
    curtain: bool = False
    topic: ShownTopic | None = None
    place: ShownPlace | None = None
    withheld: str | None = None

    @property
    def seen(self) -> Kind:
        """What people see of it: a question whose answers are not shown is nothing yet."""
        return "nothing" if self.kind == "topic" and self.topic is None else self.kind


def showing(desk: Desk, connection: Connection, workshop: WorkshopRecord) -> Showing:
    """Return what is on the room's screen now."""
    standing = workshop.standing
    if standing.phase in OF_TOPICS and standing.current is not None:
        topic = None if standing.curtain else shown_topic(connection, workshop, standing.current)
        return Showing("topic", standing.curtain, topic=topic)
    kind = OF_PHASE.get(standing.phase, "nothing")
    if kind == "nothing" or standing.curtain:
        return Showing(kind, standing.curtain)
    released = last_release(connection, workshop.id, RESULT_OF_PHASE[standing.phase])
    place = None if released is None else place_of(desk, connection, workshop, released)
    withheld = say(WITHHELD, minimum=workshop.minimum) if place is None else None
    return Showing(kind, place=place, withheld=withheld)


def shown_topic(connection: Connection, workshop: WorkshopRecord, item: str) -> ShownTopic | None:
    """Return what everybody may see of a question now, None when that is nothing."""
    one = workshop.standing.items.get(item)
    if one is None or (one.round == 1 and one.state != "revealed"):
        return None
    if one.round == 2 and one.shown and one.state != "revealed":  # hidden again
        return None
    return released_topic(connection, workshop, item)


def released_topic(connection: Connection, workshop: WorkshopRecord, item: str) -> ShownTopic | None:
    """Return what was released of a question since it was asked or reset, hidden or not; None when nothing was."""
    one = workshop.standing.items.get(item)
    if one is None or (one.round == 1 and not one.shown):
        return None
    before = _released(connection, workshop, item, 1)
    after = _released(connection, workshop, item, 2) if one.shown and one.round == 2 else None
    return ShownTopic(item, before, after)


def _released(connection: Connection, workshop: WorkshopRecord, item: str, round_: int) -> Release | None:
    record = last_release(connection, workshop.id, item, round_)
    return None if record is None else read_release(record)


def read_release(record: ReleaseRecord) -> Release:
    """Return the answers to one question as they were released."""
    shown: dict[str, Any] = record.shown
    return Release(
        item=record.item,
        round=record.round,
        groups=tuple(
            Group(tuple(group["roles"]), group["people"], tuple(group["counts"]), group["median"])
            for group in shown["groups"]
        ),
        dont_know=shown["dont_know"],
        most=tuple(shown["most"]),
        ad=shown["ad"],
        finding=shown["finding"],
        kept=shown["kept"],
        late=shown["late"],
        withheld=withheld_in_words(shown["withheld"]),
    )


def place_of(
    desk: Desk, connection: Connection, workshop: WorkshopRecord, released: ReleaseRecord
) -> ShownPlace | None:
    """Return the result of the answers that were released, None where too few people had answered.

    They do not change any more, so it is worked out once.
    """
    if released.shown["withheld"]:
        return None
    facts = facts_of(connection, workshop.id)
    made: ShownPlace = desk.remembered(
        ("place", workshop.assessment.public_id, released.id, str(facts)),
        lambda: _work_out(desk, connection, workshop, released),
    )
    return made


def _work_out(desk: Desk, connection: Connection, workshop: WorkshopRecord, released: ReleaseRecord) -> ShownPlace:
    method = desk.method(connection, workshop.assessment.questionnaire_sha256)
    assessment = _released_assessment(connection, workshop, released)
    opened = Opened(workshop.assessment, None, method, assessment)
    without = frozenset(released.shown["without_points"])
    result = withhold(assess(method, assessment), released.shown["uneven"], without)
    return ShownPlace(opened, result, without, released.id)


def _released_assessment(connection: Connection, workshop: WorkshopRecord, released: ReleaseRecord) -> Assessment:
    """Return an assessment with the answers of a release and no others."""
    roles = {seat.name: seat.role for seat in seats_of(connection, workshop.id)}
    said = changes_of(connection, workshop.id, upto=released.upto)
    people = sorted({name for voices in released.voices.values() for name in voices})
    submissions = tuple(
        Submission(
            name,
            roles[name] or "",
            {item: said[voices[name]] for item, voices in released.voices.items() if name in voices},
        )
        for name in people
    )
    whole = read_assessment(connection, workshop.assessment, only=0)
    return replace(whole, submissions=submissions, pulse=whole.pulse[: released.shown["customers"]])
