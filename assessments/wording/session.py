"""What happened in a workshop, in words: what was talked about and concluded, what stays open, who was left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from typing import Protocol

from assessments.wording.agenda import before_and_after
from assessments.wording.names import role_names, stage_name
from assessments.wording.notes import spoken_date
from assessments.wording.numbers import begun, counted, listed, plain, spelt
from assessments.wording.saying import question_alone
from assessments.workshop import ShownTopic
from scoring.model import Questionnaire


class Concluded(Protocol):
    """A topic with what came of it."""

    @property
    def item(self) -> str: ...
    @property
    def conclusion(self) -> str: ...
    @property
    def open_question(self) -> bool: ...
    @property
    def owner(self) -> str: ...
    @property
    def due(self) -> Date | None: ...


class Discussed(Protocol):
    """A topic and what was shown of it."""

    @property
    def topic(self) -> Concluded: ...
    @property
    def shown(self) -> ShownTopic | None: ...


class Stands(Protocol):
    """Where a firm stands, in stages and conditions alone, and how many people say so."""

    @property
    def people(self) -> int: ...
    @property
    def position(self) -> int: ...
    @property
    def now(self) -> int | None: ...
    @property
    def five_years(self) -> int | None: ...
    @property
    def gates(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Session:
    """What a workshop adds to a result: discussions, what has to be found out, and who was left out."""

    discussed: tuple[Discussed, ...]
    blind_spots: tuple[Concluded, ...]
    counted: Stands
    everybody: Stands | None  # with those who were left out; None where nobody was
    reasons: tuple[str, ...]  # why somebody was left out, one each
    role_weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Talk:
    """One discussion: the question, how answers moved, what came of it and who follows it up."""

    question: str
    moved: str | None
    conclusion: str | None
    follow_up: str | None


def talks(questionnaire: Questionnaire, discussed: Iterable[Discussed]) -> tuple[Talk, ...]:
    """Return every discussion in the order in which it was held."""
    return tuple(_talk(questionnaire, one) for one in discussed)


def _talk(questionnaire: Questionnaire, one: Discussed) -> Talk:
    topic = one.topic
    return Talk(
        question_alone(questionnaire, questionnaire.item_by_id[topic.item]),
        before_and_after(*_deviations(one), stays_open=_stays_open(one)),
        topic.conclusion or None,
        _open_question(topic) if topic.open_question else follow_up(topic),
    )


def _deviations(one: Discussed) -> tuple[float | None, float | None]:
    """Return how far the first and the second answers that were shown lie from their mean, in points."""
    rounds = (None, None) if one.shown is None else (one.shown.before, one.shown.after)
    first, second = (None if release is None else release.ad for release in rounds)
    return first, second


def _stays_open(one: Discussed) -> bool:
    """Return whether people still differ by enough to talk about it after they answered again."""
    return one.shown is not None and one.shown.after is not None and one.shown.after.finding is not None


def _open_question(topic: Concluded) -> str:
    return "; ".join(filter(None, ("An open question", follow_up(topic))))


def follow_up(topic: Concluded) -> str | None:
    """Say who follows something up, by when; None where nobody was named."""
    due = f"by {spoken_date(topic.due)}" if topic.due else ""
    return " ".join(filter(None, (topic.owner, due))) or None


def fact_finding(questionnaire: Questionnaire, topics: Iterable[Concluded]) -> tuple[Talk, ...]:
    """Return what has to be found out because too many did not know it."""
    return tuple(
        Talk(
            question_alone(questionnaire, questionnaire.item_by_id[topic.item]),
            None,
            topic.conclusion or None,
            follow_up(topic) or "Nobody has been named to find out",
        )
        for topic in topics
    )


def talk_title(discussed: Sequence[Discussed]) -> str:
    """Say how many discussions there were and in how many people came closer."""
    if not discussed:
        return "Nothing was talked about"
    rounds = [_deviations(one) for one in discussed]
    closer = sum(first is not None and second is not None and second < first for first, second in rounds)
    apart = sum(map(_stays_open, discussed))
    talked = begun(counted(len(discussed), "discussion"))
    ends = [f"people came closer in {spelt(closer)}"] if closer else []
    ends += [f"{counted(apart, 'question')} stayed open"] if apart else []
    return f"{talked}: {', '.join(ends)}" if ends else talked


def stands_rows(questionnaire: Questionnaire, some: Sequence[Stands]) -> tuple[tuple[str, ...], ...]:
    """Return a row per aspect of where the firm stands: its name, then what it is in each view."""

    def called(stage: int | None) -> str:
        return "not known" if stage is None else stage_name(questionnaire, stage)

    return (
        ("People", *(str(one.people) for one in some)),
        ("Position", *(stage_name(questionnaire, one.position) for one in some)),
        ("Customers call for, today", *(called(one.now) for one in some)),
        ("In five years", *(called(one.five_years) for one in some)),
        ("Conditions met", *(f"{_met(one)} of {len(one.gates)}" for one in some)),
    )


def _met(one: Stands) -> int:
    return sum(outcome == "pass" for outcome in one.gates.values())


def left_out_lines(reasons: Sequence[str]) -> Iterator[str]:
    """Yield how many submissions do not count, and why; never whose they were."""
    if reasons:
        yield f"{begun(counted(len(reasons), 'submission'))} left out by the facilitator."
        yield from (f"Reason: {reason}" for reason in reasons)


def weights_line(questionnaire: Questionnaire, weights: Mapping[str, float]) -> str:
    """Say how much each role counted."""
    unequal = {role: weight for role, weight in weights.items() if weight != 1}
    if not unequal:
        return "Every role counted the same, however many people had it."
    each = [f"{''.join(role_names(questionnaire, {role}))} {plain(weight)}" for role, weight in weights.items()]
    return f"Roles counted with weights chosen by the facilitator: {listed(each)}."


def pulse_line(customers: int, needed: int) -> str:
    """Say how many customers have answered, and from how many on it is shown."""
    said = begun(counted(customers, "customer")) if customers else "No customer"
    verb = "has" if customers <= 1 else "have"
    if customers >= needed:
        return f"{said} {verb} answered; what they say is compared with your own view on the result."
    return f"{said} {verb} answered. Nothing is shown before {needed} have, so that nobody can be recognised."
