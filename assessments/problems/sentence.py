"""What a problem code says, in three sentences."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["problem", "advice"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A code's words; {gaps} are filled in with what was found."""

    says: str
    remedy: str
    why: str
    severity: Severity = "problem"
