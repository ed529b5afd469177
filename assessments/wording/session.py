"""What happened in a workshop, in words: what was talked about and concluded, what stays open, who was left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from typing import Protocol

from assessments.languages import say, say_counted
from assessments.wording.agenda import before_and_after
from assessments.wording.names import role_names, stage_name
from assessments.wording.notes import spoken_date
from assessments.wording.numbers import begun, listed, plain, spelt
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
    return "; ".join(filter(None, (say("An open question"), follow_up(topic))))


def follow_up(topic: Concluded) -> str | None:
    """Say who follows something up, by when; None where nobody was named."""
    if topic.due is None:
        return topic.owner or None
    day = spoken_date(topic.due)
    return say("{owner} by {day}", owner=topic.owner, day=day) if topic.owner else say("by {day}", day=day)


def fact_finding(questionnaire: Questionnaire, topics: Iterable[Concluded]) -> tuple[Talk, ...]:
    """Return what has to be found out because too many did not know it."""
    return tuple(
        Talk(
            question_alone(questionnaire, questionnaire.item_by_id[topic.item]),
            None,
            topic.conclusion or None,
            follow_up(topic) or say("Nobody has been named to find out"),
        )
        for topic in topics
    )


def talk_title(discussed: Sequence[Discussed]) -> str:
    """Say how many discussions there were and in how many people came closer."""
    if not discussed:
        return say("Nothing was talked about")
    rounds = [_deviations(one) for one in discussed]
    closer = sum(first is not None and second is not None and second < first for first, second in rounds)
    apart = sum(map(_stays_open, discussed))
    held = len(discussed)
    talked = begun(say_counted("{number} discussion", "{number} discussions", held, number=spelt(held)))
    ends = [say("people came closer in {number}", number=spelt(closer))] if closer else []
    if apart:
        ends.append(
            say_counted("{number} question stayed open", "{number} questions stayed open", apart, number=spelt(apart))
        )
    return f"{talked}: {', '.join(ends)}" if ends else talked


def stands_rows(questionnaire: Questionnaire, some: Sequence[Stands]) -> tuple[tuple[str, ...], ...]:
    """Return a row per aspect of where the firm stands: its name, then what it is in each view."""

    def called(stage: int | None) -> str:
        return say("not known") if stage is None else stage_name(questionnaire, stage)

    return (
        (say("People"), *(str(one.people) for one in some)),
        (say("Position"), *(stage_name(questionnaire, one.position) for one in some)),
        (say("Customers call for, today"), *(called(one.now) for one in some)),
        (say("In five years"), *(called(one.five_years) for one in some)),
        (say("Conditions met"), *(say("{number} of {of}", number=_met(one), of=len(one.gates)) for one in some)),
    )


def _met(one: Stands) -> int:
    return sum(outcome == "pass" for outcome in one.gates.values())


def left_out_lines(reasons: Sequence[str]) -> Iterator[str]:
    """Yield how many submissions do not count, and why; never whose they were."""
    if reasons:
        count = len(reasons)
        yield say_counted(
            "{number} submission left out by the facilitator.",
            "{number} submissions left out by the facilitator.",
            count,
            number=begun(spelt(count)),
        )
        yield from (say("Reason: {reason}", reason=reason) for reason in reasons)


def weights_line(questionnaire: Questionnaire, weights: Mapping[str, float]) -> str:
    """Say how much each role counted."""
    unequal = {role: weight for role, weight in weights.items() if weight != 1}
    if not unequal:
        return say("Every role counted the same, however many people had it.")
    each = [f"{''.join(role_names(questionnaire, {role}))} {plain(weight)}" for role, weight in weights.items()]
    return say("Roles counted with weights chosen by the facilitator: {weights}.", weights=listed(each))


def pulse_line(customers: int, needed: int) -> str:
    """Say how many customers have answered, and from how many on it is shown."""
    if customers:
        answered = say_counted(
            "{number} customer has answered", "{number} customers have answered", customers, number=spelt(customers)
        )
    else:
        answered = say("No customer has answered")
    if customers >= needed:
        compared = say("{answered}; what they say is compared with your own view on the result.", answered=answered)
        return begun(compared)
    hidden = say("Nothing is shown before {needed} have, so that nobody can be recognised.", needed=needed)
    return f"{begun(answered)}. {hidden}"
