"""What came out of a workshop: the result that may be printed, and what was said about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.answering.desk import Desk
from assessments.answering.refusals import refusal
from assessments.answering.results import Movement
from assessments.answering.showing import PLACE, REPORT, ShownPlace, place_of, released_topic
from assessments.facilitating.ground import Ground
from assessments.facilitating.heads import Head, head_of
from assessments.facilitating.leading import led
from assessments.facilitating.releasing import release_result
from assessments.facilitating.results import counted
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.assessments import assessment_numbered
from assessments.storage.releases import last_release
from assessments.storage.seats import seats_of
from assessments.storage.topics import topics_of
from assessments.storage.whole import read_assessment
from assessments.storage.workshop_records import Topic, WorkshopRecord
from assessments.storage.workshops import read_workshop
from assessments.workshop import Phase, ShownTopic
from scoring.answers import Assessment
from scoring.result import GateOutcome, Result
from scoring.trend import compare

HAS_RESULT: tuple[Phase, ...] = ("placed", "plan", "close", "ended")


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A result in words that tell nothing about one person: stages and conditions, no points."""

    people: int
    position: int
    now: int | None
    five_years: int | None
    gates: Mapping[str, GateOutcome]


@dataclass(frozen=True, slots=True)
class Talked:
    """A topic with what was shown of it and concluded."""

    topic: Topic
    shown: ShownTopic | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a report of a workshop says.

    ``shown`` is the result that may be printed with points. Where the answers that count have changed since by those
    of a few people, it stays as it was, and ``counted`` says where the firm stands without the excluded, ``everybody``
    where it stands with them, None where nobody is. ``left_out`` are the reasons.
    """

    head: Head
    shown: ShownPlace | None
    counted: Standpoint
    everybody: Standpoint | None
    left_out: tuple[str, ...]
    late: int
    topics: tuple[Talked, ...]
    blind_spots: tuple[Topic, ...]
    role_weights: Mapping[str, float]
    movement: Movement | None


@retried
def outcome(desk: Desk, token: str) -> Outcome:
    """Return what came out of a workshop, from the placement on; raises NotAccepted before.

    Looking at it counts as showing it: what is shown is weighed against everything that was shown before.
    """
    with desk.database.writing() as connection:
        _, workshop = led(desk, connection, token, Deed.SEE_OUTCOME, lock="alone")
        if workshop.standing.phase not in HAS_RESULT:
            raise refusal("no_result", workshop.assessment.public_id)
        if workshop.anonymised_at is None:
            release_result(Ground(desk, connection, workshop), REPORT)
        return read_outcome(desk, connection, workshop)


def released_result(desk: Desk, connection: Connection, workshop: WorkshopRecord) -> ShownPlace | None:
    """Return the result as it was released last, None when it never was or too few people answered."""
    if workshop.anonymised_at is not None:
        return _of_everything(desk, connection, workshop)
    released = last_release(connection, workshop.id, REPORT) or last_release(connection, workshop.id, PLACE)
    return None if released is None else place_of(desk, connection, workshop, released)


def read_outcome(desk: Desk, connection: Connection, workshop: WorkshopRecord) -> Outcome:
    """Return what came out of a workshop, with the result as it was released last."""
    questionnaire = desk.method(connection, workshop.assessment.questionnaire_sha256).questionnaire
    seats = seats_of(connection, workshop.id)
    left_out = tuple(sorted(seat.excluded for seat in seats if seat.excluded))
    shown = released_result(desk, connection, workshop)
    topics = topics_of(connection, workshop.id)
    talk = [topic for topic in topics if topic.origin != "blind_spot"]
    return Outcome(
        head=head_of(connection, questionnaire, workshop),
        shown=shown,
        counted=_standpoint(counted(desk, connection, workshop).result),
        everybody=_standpoint(counted(desk, connection, workshop, everybody=True).result) if left_out else None,
        left_out=left_out,
        late=sum(seat.late for seat in seats),
        topics=tuple(Talked(topic, released_topic(connection, workshop, topic.item)) for topic in talk),
        blind_spots=tuple(topic for topic in topics if topic.origin == "blind_spot"),
        role_weights=workshop.assessment.role_weights,
        movement=None if shown is None else _movement(desk, connection, workshop, shown),
    )


def _standpoint(result: Result) -> Standpoint:
    return Standpoint(
        people=result.respondents,
        position=result.position,
        now=result.demand.now.stage,
        five_years=result.demand.five_years.stage,
        gates={gate.id: gate.result for gate in result.gates},
    )


def _of_everything(desk: Desk, connection: Connection, workshop: WorkshopRecord) -> ShownPlace:
    """Return the result of a workshop whose people cannot be told apart any more."""
    here = counted(desk, connection, workshop)
    return ShownPlace(here.opened, here.result, frozenset(), 0)


def _movement(desk: Desk, connection: Connection, workshop: WorkshopRecord, shown: ShownPlace) -> Movement | None:
    """Return what moved since the assessment before, between results that may be shown."""
    id_ = workshop.assessment.previous_id
    earlier = None if id_ is None else assessment_numbered(connection, id_)
    if earlier is None:
        return None
    questionnaire = desk.method(connection, earlier.questionnaire_sha256).questionnaire
    before = read_workshop(connection, earlier.id)
    then = read_assessment(connection, earlier)
    if before is not None:
        then = _shown_of(desk, connection, before, then)
    return Movement(earlier.date, compare(questionnaire, then, shown.opened.method, shown.opened.assessment))


def _shown_of(desk: Desk, connection: Connection, before: WorkshopRecord, otherwise: Assessment) -> Assessment:
    released = released_result(desk, connection, before)
    return otherwise if released is None else released.opened.assessment
