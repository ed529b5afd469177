"""What can come out of doing a part: something found or printed, or a reason why it cannot be done."""

from collections.abc import Mapping
from typing import Any, NamedTuple

GONE = "This assessment was deleted meanwhile."


class Done(NamedTuple):
    """What a part found, and the report it printed, where that is kept with the job."""

    found: Mapping[str, Any] | None = None
    report: bytes | None = None


class CannotBeDone(Exception):  # noqa: N818  (it says what the part is)
    """A part that would not go well another time either; ``str()`` says why."""
