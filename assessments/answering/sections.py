"""The way through an assessment: its sections, what is answered and what is open, in the order people see it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assessments.answering.applying import facts_of_firm, may_be_na
from assessments.answering.desk import Desk
from assessments.answering.opening import CUSTOMERS, FIRM, Opened, asked, asked_facts, open_assessment
from assessments.answering.refusals import refusal
from assessments.languages import marked, say
from assessments.rights import Deed
from assessments.storage.records import Person
from scoring.answers import FactValue, Unanswered, Value
from scoring.model import Fact, Item, Questionnaire

NAMES = {FIRM: marked("Your firm"), CUSTOMERS: marked("Your customers")}
OPTIONAL = ("text", "number")  # kinds of facts that may be passed over: leaving them blank is an answer


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A fact about the firm; ``given`` with value None means left blank on purpose."""

    question: Fact
    value: FactValue
    given: bool

    @property
    def needed(self) -> bool:
        return self.question.type not in OPTIONAL

    @property
    def open(self) -> bool:
        """Whether an answer is still missing."""
        return self.needed and not self.given


@dataclass(frozen=True, slots=True)
class AskedItem:
    """A question; ``value`` is None while nothing was answered."""

    question: Item
    value: Value | None
    note: str | None
    may_be_na: bool

    @property
    def open(self) -> bool:
        """Whether an answer is missing, or was "not applicable" and no longer can be."""
        return self.value is None or (self.value is Unanswered.NOT_APPLICABLE and not self.may_be_na)


Asked = AskedFact | AskedItem


@dataclass(frozen=True)
class Section:
    """Questions of one subject; those that belong together, such as today and in five years, share a step."""

    id: str
    name: str
    steps: tuple[tuple[Asked, ...], ...]

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Every question, in order."""
        return tuple(asked for step in self.steps for asked in step)

    @cached_property
    def open(self) -> int:
        """How many questions still need an answer."""
        return sum(asked.open for asked in self.asked)

    @cached_property
    def needed(self) -> int:
        """How many questions need an answer, answered or not."""
        return sum(asked.needed if isinstance(asked, AskedFact) else 1 for asked in self.asked)

    @property
    def answered(self) -> int:
        return self.needed - self.open


@dataclass(frozen=True)
class Journey:
    """All sections of an assessment, and where the person was last."""

    firm: str
    finished: bool
    place: str | None
    sections: tuple[Section, ...]

    @property
    def reminders(self) -> tuple[str, ...]:
        """What should be kept in mind with every question, given what is known of the firm."""
        facts = (asked for section in self.sections for asked in section.asked if isinstance(asked, AskedFact))
        chosen = (option for fact in facts for option in fact.question.options if option.id == fact.value)
        return tuple(option.reminder for option in chosen if option.reminder)

    @property
    def needed(self) -> int:
        """How many questions need an answer; those that may be passed over do not count."""
        return sum(section.needed for section in self.sections)

    @property
    def answered(self) -> int:
        return sum(section.answered for section in self.sections)

    @property
    def next_open(self) -> str | None:
        """The id of the first question that still needs an answer, after the place the person was at last."""
        asked = [one for section in self.sections for one in section.asked]
        here = next((number for number, one in enumerate(asked) if one.question.id == self.place), 0)
        return next((one.question.id for one in (*asked[here:], *asked[:here]) if one.open), None)


def sections(desk: Desk, token: str) -> Journey:
    """Return the way through the assessment a token opens, as it is now; raises NotAccepted."""
    opened = open_assessment(desk, token, Deed.GO_THROUGH)
    if opened.person is None:
        raise refusal("sample", opened.record.public_id)
    return Journey(
        firm=opened.record.firm,
        finished=opened.record.state == "finished",
        place=opened.person.place,
        sections=(_firm(opened), *_subjects(opened, opened.person)),
    )


def _firm(opened: Opened) -> Section:
    given = opened.assessment.context
    facts = (
        AskedFact(fact, given.get(fact.id), fact.id in given)
        for fact in asked_facts(opened.questionnaire, opened.record)
    )
    return Section(FIRM, say(NAMES[FIRM]), tuple((fact,) for fact in facts))


def _subjects(opened: Opened, person: Person) -> Iterator[Section]:
    """Yield customers first, then pillar by pillar, leaving out what has no question in this variant."""
    asked_items = {asked.question.id: asked for asked in _items(opened, person)}
    for id_, name, items in _subject_items(opened.questionnaire):
        mine = [asked_items[item.id] for item in items if item.id in asked_items]
        if mine:
            yield Section(id_, name, in_steps(mine))


def _subject_items(questionnaire: Questionnaire) -> Iterator[tuple[str, str, tuple[Item, ...]]]:
    yield CUSTOMERS, say(NAMES[CUSTOMERS]), questionnaire.customers
    for pillar in questionnaire.pillars:
        scored = (item for factor in pillar.factors for item in factor.items)
        yield pillar.id, pillar.name, (*scored, *pillar.findings)


def _items(opened: Opened, person: Person) -> Iterator[AskedItem]:
    said = next(one for one in opened.assessment.submissions if one.respondent == person.name)
    facts = facts_of_firm(opened.method, opened.assessment)
    for item in asked(opened.questionnaire, opened.record):
        na = may_be_na(opened.method, facts, item.id)
        yield AskedItem(item, said.answers.get(item.id), said.notes.get(item.id), na)


def in_steps(items: Iterable[AskedItem]) -> tuple[tuple[AskedItem, ...], ...]:
    """Return what is shown together: a question with those that are asked as its pair."""
    steps: dict[str, tuple[AskedItem, ...]] = {}
    for item in items:
        pair = item.question.pair_of
        first = pair if pair in steps else item.question.id
        steps[first] = (*steps.get(first, ()), item)
    return tuple(steps.values())
