"""What a change of the questionnaire would do, in sentences: to firms that are known, and to firms drawn at random."""

from collections.abc import Sequence

from assessments.wording.numbers import begun, counted, listed, percent, spelt

LAWS_HOLD = "Every law of the method that was tried still holds."


def unreachable_line(stages: Sequence[str]) -> str:
    """Say which stages no firm could reach."""
    return f"No firm drawn at random reaches {listed(stages, 'or')} any more, and none with the best answers would."


def unseen_lines(
    firms: int, *, not_passed: Sequence[str], not_asked: Sequence[str], warnings: Sequence[str], actions: Sequence[str]
) -> list[str]:
    """Say of each condition, warning or action that it came up for none of ``firms`` drawn at random."""
    none = f"none of {firms:,} firms drawn at random"
    return [
        *(f"Condition {one} was passed by {none}." for one in not_passed),
        *(f"Condition {one} applied to {none}." for one in not_asked),
        *(f"The warning “{one}” was shown to {none}." for one in warnings),
        *(f"The action “{one}” was worth considering for {none}." for one in actions),
    ]


def all_seen_line(firms: int) -> str:
    """Say that everything came up for some firm."""
    return (
        f"Of {firms:,} firms drawn at random, with facts and several people each, every condition was "
        "passed by some, every warning shown to some, and every action worth considering for some."
    )


def moving_line(moving: int, firms: int) -> str:
    """Say how many of the stored assessments would stand elsewhere."""
    if not firms:
        return "There are no assessments of this questionnaire yet"
    if not moving:
        return f"None of {counted(firms, 'assessment')} would stand elsewhere"
    return f"{begun(spelt(moving))} of {counted(firms, 'assessment')} would stand elsewhere"


def shift_title(up: float, down: float) -> str:
    """Say how far firms drawn at random shift; ``up`` and ``down`` are shares, 0..1."""
    if not up and not down:
        return "Of firms drawn at random, none would stand elsewhere"
    parts = [f"{percent(share)} would move {where}" for share, where in ((up, "up"), (down, "down")) if share]
    return f"Of firms drawn at random, {' and '.join(parts)}"


def hanging_title(names: Sequence[str], most: int, firms: int, kind: str) -> str:
    """Say which conditions or weights (the ``kind``) most placements hang on; ``most`` firms would move with each."""
    if not most:
        return f"No placement hangs on one of the {kind}" if firms else "There are no assessments to look at yet"
    if len(names) == 1:
        return f"Most placements hang on {names[0]}: {counted(most, 'firm')} of {firms}"
    return f"Most placements hang on {names[0]} and {counted(len(names) - 1, 'other')}: {counted(most, 'firm')} each"


def hanging_alt(name: str, fewer: int, more: int) -> str:
    """Say of one condition or weight how many firms move when it goes down or up."""
    return f"{name}: {counted(fewer, 'firm')} when it is lower, {counted(more, 'firm')} when it is higher."
