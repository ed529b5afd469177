"""What can come out of doing a part: something found, or a reason why it cannot be done."""

GONE = "This assessment was deleted meanwhile."


class CannotBeDone(Exception):  # noqa: N818  (it says what the part is)
    """A part that would not go well another time either; ``str()`` says why."""
