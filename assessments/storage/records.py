"""Rows as plain data: what the rest of the product sees of the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from typing import Literal

from scoring.answers import Segment, Variant

Kind = Literal["self", "sample", "workshop"]
State = Literal["open", "finished"]


@dataclass(frozen=True, slots=True)
class AssessmentRecord:
    """One assessment without its answers."""

    id: int
    public_id: str
    firm_id: int
    firm: str
    questionnaire_sha256: str
    kind: Kind
    variant: Variant
    date: Date
    state: State
    previous_id: int | None
    finished_at: datetime | None
    origin_sha256: str | None
    organisation: str | None
    role_weights: Mapping[str, float] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A respondent, with the assessment they answer for."""

    id: int
    name: str
    role: str
    place: str | None
    assessment: AssessmentRecord
