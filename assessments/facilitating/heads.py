"""What stands above every screen of a workshop: whose it is, where it is, and how long that was meant to take."""

from dataclasses import dataclass
from datetime import datetime

from assessments.answering.joining import roles_in_room
from assessments.storage import Connection
from assessments.storage.topics import topics_of
from assessments.storage.workshop_records import WorkshopRecord
from assessments.workshop import OF_TOPICS, Phase, Step
from scoring.answers import Variant
from scoring.model import Questionnaire, Role


@dataclass(frozen=True, slots=True)
class Head:
    """A workshop without its people and answers.

    ``since`` is when the topic of now, or the phase, began, and ``planned_minutes`` how long that was meant to take;
    ``step_since`` and ``step_minutes`` say the same of the phase. Minutes are 0 where no time is set. ``version``
    and ``activity`` are those of the snapshot this was read from.
    """

    workshop_id: str
    firm: str
    code: str
    pulse_code: str
    minutes: int
    invited: bool
    variant: Variant
    minimum: int
    notice: str
    roles: tuple[Role, ...]
    phase: Phase
    steps: tuple[Step, ...]
    version: int
    activity: int
    curtain: bool
    since: datetime
    planned_minutes: int
    step_since: datetime
    step_minutes: int
    previous: bool
    anonymous: bool
    organisation: str | None


def head_of(connection: Connection, questionnaire: Questionnaire, workshop: WorkshopRecord) -> Head:
    """Return what stands above every screen of a workshop."""
    record, standing = workshop.assessment, workshop.standing
    step_minutes = next(step.minutes for step in standing.steps if step.phase == standing.phase)
    slot = {topic.item: topic.minutes for topic in topics_of(connection, workshop.id)}
    of_topic = standing.phase in OF_TOPICS and standing.current in slot
    return Head(
        workshop_id=record.public_id,
        firm=record.firm,
        code=workshop.code,
        pulse_code=workshop.pulse_code,
        minutes=standing.minutes,
        invited=standing.invited,
        variant=record.variant,
        minimum=workshop.minimum,
        notice=workshop.notice,
        roles=roles_in_room(questionnaire, workshop),
        phase=standing.phase,
        steps=standing.steps,
        version=workshop.version,
        activity=workshop.activity,
        curtain=standing.curtain,
        since=standing.since,
        planned_minutes=slot[standing.current or ""] if of_topic else step_minutes,
        step_since=standing.step_since,
        step_minutes=step_minutes,
        previous=record.previous_id is not None,
        anonymous=workshop.anonymised_at is not None,
        organisation=record.organisation,
    )
