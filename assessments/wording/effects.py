"""What a change of the questionnaire would do, in sentences: to firms that are known, and to firms drawn at random."""

from collections.abc import Sequence

from assessments.languages import marked, number, say, say_counted
from assessments.wording.numbers import begun, listed, percent, spelt

LAWS_HOLD = marked("Every law of the method that was tried still holds.")
_HANG_ON_NONE = {
    "conditions": marked("No placement hangs on one of the conditions"),
    "weights": marked("No placement hangs on one of the weights"),
}


def unreachable_line(stages: Sequence[str]) -> str:
    """Say which stages no firm could reach."""
    return say(
        "No firm drawn at random reaches {stages} any more, and none with the best answers would.",
        stages=listed(stages, "or"),
    )


def unseen_lines(
    firms: int, *, not_passed: Sequence[str], not_asked: Sequence[str], warnings: Sequence[str], actions: Sequence[str]
) -> list[str]:
    """Say of each condition, warning or action that it came up for none of ``firms`` drawn at random."""
    never = (
        (marked("Condition {name} was passed by none of {firms} firms drawn at random."), not_passed),
        (marked("Condition {name} applied to none of {firms} firms drawn at random."), not_asked),
        (marked("The warning “{name}” was shown to none of {firms} firms drawn at random."), warnings),
        (marked("The action “{name}” was worth considering for none of {firms} firms drawn at random."), actions),
    )
    return [say(sentence, name=name, firms=number(firms)) for sentence, names in never for name in names]


def all_seen_line(firms: int) -> str:
    """Say that everything came up for some firm."""
    return say(
        "Of {firms} firms drawn at random, with facts and several people each, every condition was passed by some, "
        "every warning shown to some, and every action worth considering for some.",
        firms=number(firms),
    )


def moving_line(moving: int, firms: int) -> str:
    """Say how many of the stored assessments would stand elsewhere."""
    if not firms:
        return say("There are no assessments of this questionnaire yet")
    if not moving:
        return say_counted(
            "None of {number} assessment would stand elsewhere",
            "None of {number} assessments would stand elsewhere",
            firms,
            number=spelt(firms),
        )
    return begun(
        say_counted(
            "{moving} of {number} assessment would stand elsewhere",
            "{moving} of {number} assessments would stand elsewhere",
            firms,
            moving=spelt(moving),
            number=spelt(firms),
        )
    )


def shift_title(up: float, down: float) -> str:
    """Say how far firms drawn at random shift; ``up`` and ``down`` are shares, 0..1."""
    if up and down:
        return say(
            "Of firms drawn at random, {up} would move up and {down} would move down",
            up=percent(up),
            down=percent(down),
        )
    if up:
        return say("Of firms drawn at random, {share} would move up", share=percent(up))
    if down:
        return say("Of firms drawn at random, {share} would move down", share=percent(down))
    return say("Of firms drawn at random, none would stand elsewhere")


def shift_alt(place: str, was: float, now: float) -> str:
    """Say of one place which shares of the firms stand there, 0..1."""
    return say("{place}: {before} before, {after} after.", place=place, before=percent(was), after=percent(now))


def hanging_title(names: Sequence[str], most: int, firms: int, kind: str) -> str:
    """Say which conditions or weights (the ``kind``) most placements hang on; ``most`` firms would move with each."""
    if not most:
        return say(_HANG_ON_NONE[kind]) if firms else say("There are no assessments to look at yet")
    if len(names) == 1:
        return say_counted(
            "Most placements hang on {name}: {number} firm of {firms}",
            "Most placements hang on {name}: {number} firms of {firms}",
            most,
            name=names[0],
            number=spelt(most),
            firms=number(firms),
        )
    others = len(names) - 1
    return say_counted(
        "Most placements hang on {names}: {number} firm each",
        "Most placements hang on {names}: {number} firms each",
        most,
        names=say_counted(
            "{name} and {number} other", "{name} and {number} others", others, name=names[0], number=spelt(others)
        ),
        number=spelt(most),
    )


def hanging_alt(name: str, fewer: int, more: int) -> str:
    """Say of one condition or weight how many firms move when it goes down or up."""
    return say(
        "{name}: {fewer} when it is lower, {more} when it is higher.", name=name, fewer=_firms(fewer), more=_firms(more)
    )


def _firms(count: int) -> str:
    return say_counted("{number} firm", "{number} firms", count, number=spelt(count))
