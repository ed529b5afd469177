"""What people might answer to any questionnaire: lines, options, silence, don't know, not applicable, and mistakes."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.answers import Assessment, FactValue, Segment, Submission, Unanswered, Value, Variant
from scoring.model import Allocation, Choice, Fact, Item, Lined, Multi, NumberItem, Questionnaire
from tests.laws.dice import Dice

DATE = datetime.date(2026, 11, 22)
VARIANTS: tuple[Variant, ...] = ("full", "full", "quick")
PULSE: tuple[int | Unanswered, ...] = (1, 2, 4, 5, Unanswered.DONT_KNOW)
SEGMENT_VALUES: tuple[tuple[float, ...], ...] = ((), (), (), (1.0,), (0.7, 0.3), (0.25, 0.75), (0.2, 0.0, 0.8))


@dataclass(frozen=True)
class Mood:
    """How the people of one firm answer."""

    silent: int  # percent of items without a value
    customers: int  # the line they keep close to when speaking of customers; 0 for none
    readiness: int  # and when speaking of the firm


def roll_assessment(dice: Dice, questionnaire: Questionnaire, *, most: int = 7) -> Assessment:
    """Return what up to ``most`` people answered to ``questionnaire``; some of them may have answered twice."""
    mood = Mood(dice.pick((30, 5, 30)), dice.pick((0, 1, 2, 3)), dice.pick((0, 3, 4, 5)))
    roles = [role.id for role in questionnaire.roles]
    segments = tuple(
        Segment(f"s{number}", f"Segment {number}", value) for number, value in enumerate(dice.pick(SEGMENT_VALUES))
    )
    return Assessment(
        id="rolled-2026",
        firm="Rolled",
        date=DATE,
        submissions=tuple(
            _submission(dice, questionnaire, mood, roles, segments, number) for number in range(dice.between(0, most))
        ),
        variant=dice.pick(VARIANTS),
        context={fact.id: value for fact in questionnaire.facts if (value := _fact(dice, fact)) is not None},
        role_weights={role: dice.pick((1.0, 0.0, 0.5, 2.0)) for role in roles if dice.happens(25)},
        segments=segments,
        pulse=tuple({item.id: dice.pick(PULSE) for item in questionnaire.pulse} for _ in range(dice.roll(4))),
    )


def _fact(dice: Dice, fact: Fact) -> FactValue:
    if dice.happens(20):
        return None
    options = [option.id for option in fact.options]
    match fact.type:
        case "choice":
            return dice.pick(options)
        case "multi":
            return dice.some(options)
        case "number":
            return float(dice.between(1, 100))
        case _:
            return "words"


def _submission(
    dice: Dice,
    questionnaire: Questionnaire,
    mood: Mood,
    roles: Sequence[str],
    segments: tuple[Segment, ...],
    number: int,
) -> Submission:
    def about_customers() -> dict[str, Value]:
        return roll_answers(dice, questionnaire.customers, mood.silent, mood.customers)

    readiness = questionnaire.items[len(questionnaire.customers) :]
    return Submission(
        respondent=f"r{0 if dice.happens(10) else number}",
        role=dice.pick(roles),
        answers=about_customers() | roll_answers(dice, readiness, mood.silent, mood.readiness),
        segments={segment.id: about_customers() for segment in segments},
    )


def roll_answers(dice: Dice, items: Sequence[Item], silent: int, leaning: int) -> dict[str, Value]:
    """Return a value for most of ``items``; for the others "don't know", "not applicable" or nothing."""
    answers: dict[str, Value] = {}
    for item in items:
        if not dice.happens(silent):
            answers[item.id] = roll_value(dice, item, leaning)
        elif not dice.happens(33):
            answers[item.id] = dice.pick((Unanswered.DONT_KNOW, Unanswered.NOT_APPLICABLE))
    return answers


def roll_value(dice: Dice, item: Item, leaning: int = 0) -> Value:
    """Return a value that can be answered to ``item``; an allocation may fail to add up."""
    match item:
        case Lined():
            return dice.between(max(1, leaning - 1), min(5, leaning + 1)) if leaning else dice.between(1, 5)
        case Choice(options=options):
            return dice.pick(options).id
        case Multi(options=options):
            return tuple(option.id for option in dice.some(options))
        case NumberItem(lowest=lowest, highest=highest):
            return dice.between(lowest, highest)
        case Allocation(options=options):
            return _split(dice, [option.id for option in options])
        case _:
            raise AssertionError(item)


def _split(dice: Dice, options: Sequence[str]) -> dict[str, float]:
    """Return shares that add up to 100, now and then to a little or much more."""
    cuts = sorted(dice.roll(101) for _ in options[1:])
    shares = [float(high - low) for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    shares[0] += dice.pick((0, 0, 0, 0, 2, 7))
    return dict(zip(options, shares, strict=True))
