"""What is stored of workshops, as plain data."""

from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from typing import Any, Literal

from assessments.storage.records import AssessmentRecord
from assessments.workshop import SeatState, Standing

Origin = Literal["agenda", "asked", "blind_spot"]


@dataclass(frozen=True, slots=True)
class WorkshopRecord:
    """One workshop with where it stands; ``version`` counts controls, ``activity`` what people do."""

    assessment: AssessmentRecord
    code: str
    pulse_code: str
    pulse_open: bool
    roles: tuple[str, ...]
    minimum: int
    notice: str
    by_hand: bool
    in_charge: int | None
    version: int
    activity: int
    anonymised_at: datetime | None
    standing: Standing

    @property
    def id(self) -> int:
        return self.assessment.id


@dataclass(frozen=True, slots=True)
class SeatRecord:
    """One person in the room; a spectator has no respondent, name or role."""

    id: int
    assessment_id: int
    respondent_id: int | None
    name: str | None
    role: str | None
    place: str | None
    state: SeatState
    late: bool
    excluded: str | None
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class FacilitatorRecord:
    """Somebody who leads a workshop, or could."""

    id: int
    assessment_id: int
    name: str
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class Topic:
    """A question on the agenda or, from a blind spot, a fact to be found; with what was concluded."""

    item: str
    position: int
    minutes: int
    origin: Origin
    skipped: bool = False
    conclusion: str = ""
    open_question: bool = False
    owner: str = ""
    due: Date | None = None


@dataclass(frozen=True, slots=True)
class Logged:
    """A control that was pressed, by whom and, where a reason was asked for, why.

    ``person`` is the fingerprint of the account of whoever had signed in.
    """

    at: datetime
    by: str
    control: str
    about: str
    reason: str
    person: str | None = None


@dataclass(frozen=True, slots=True)
class ReleaseRecord:
    """What was shown at one moment; ``item`` is empty for a result as a whole.

    ``voices`` says, per item and respondent, which change holds the answer that counts in it; ``groups`` are the
    respondents that were shown together.
    """

    id: int
    item: str
    round: int
    at: datetime
    upto: int
    voices: dict[str, dict[str, int]]
    groups: tuple[tuple[str, ...], ...]
    shown: Any
