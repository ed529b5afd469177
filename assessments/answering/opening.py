"""Opens an assessment by its link: a person's token, or the name of a sample, which everybody may look at."""

from dataclasses import dataclass, replace

from assessments.answering.desk import Desk
from assessments.answering.offering import edition_for
from assessments.answering.refusals import refusal
from assessments.rights import Deed, Who, may
from assessments.storage import Connection, retried
from assessments.storage.answers import time_taken
from assessments.storage.assessments import find_assessment
from assessments.storage.locks import lock_firm, lock_people
from assessments.storage.people import find_person, remember_place
from assessments.storage.records import AssessmentRecord, Person
from assessments.storage.whole import read_assessment
from scoring import Method
from scoring.answers import Assessment, Submission, Variant
from scoring.model import Fact, Item, Questionnaire

LONGEST_LINK = 200
RESULT = "result"
FIRM = "firm"
CUSTOMERS = "customers"


@dataclass(frozen=True, slots=True)
class Opened:
    """An assessment with its answers and the method it is scored by; ``person`` is None for a sample."""

    record: AssessmentRecord
    person: Person | None
    method: Method
    assessment: Assessment

    @property
    def questionnaire(self) -> Questionnaire:
        return self.method.questionnaire

    @property
    def read_only(self) -> bool:
        """Whether answers cannot be changed now."""
        return self.person is None or self.record.state == "finished"


@dataclass(frozen=True, slots=True)
class Resumed:
    """Whose assessment a link opens, and where they were last."""

    assessment_id: str
    firm: str
    variant: str
    finished: bool
    sample: bool
    place: str | None


def resume(desk: Desk, link: str) -> Resumed:
    """Return what a link opens; raises NotAccepted when it opens nothing."""
    with desk.database.reading() as connection:
        record, person = find(connection, link, Deed.SEE_ANSWERS)
    return Resumed(
        assessment_id=record.public_id,
        firm=record.firm,
        variant=record.variant,
        finished=record.state == "finished",
        sample=record.kind == "sample",
        place=person.place if person else None,
    )


@retried
def remember(desk: Desk, token: str, place: str) -> None:
    """Remember that a person is at a question, a fact, a section or the result; raises NotAccepted."""
    with desk.database.reading() as connection:
        person = owner(connection, token, Deed.GO_THROUGH)
        method = desk.method(connection, person.assessment.questionnaire_sha256)
    if place not in places(method.questionnaire):
        raise refusal("place", place)
    with desk.database.writing() as connection:
        remember_place(connection, person.id, place)


def places(questionnaire: Questionnaire) -> set[str]:
    """Return everything a person can be at."""
    sections = {FIRM, CUSTOMERS, RESULT, *(pillar.id for pillar in questionnaire.pillars)}
    return sections | set(questionnaire.item_by_id) | {fact.id for fact in questionnaire.facts}


def open_assessment(desk: Desk, link: str, deed: Deed = Deed.SEE_ANSWERS) -> Opened:
    """Return the assessment a link opens, as it is now, to whoever may do ``deed``; raises NotAccepted."""
    with desk.database.reading() as connection:
        record, person = find(connection, link, deed)
        return load(desk, connection, record, person)


def load(desk: Desk, connection: Connection, record: AssessmentRecord, person: Person | None = None) -> Opened:
    """Return an assessment with its answers, scored by the version it was answered to."""
    method = desk.method(connection, record.questionnaire_sha256)
    assessment = read_assessment(connection, record)
    if person is not None:
        assessment = _timed(connection, method, person, assessment)
    return Opened(record, person, method, assessment)


def find(
    connection: Connection, link: object, deed: Deed, *, lock: bool = False
) -> tuple[AssessmentRecord, Person | None]:
    """Return what a link opens to whoever may do ``deed``; raises NotAccepted."""
    record, person = _found(connection, link, lock=lock)
    if not may(Who.GUEST if person is None else Who.RESPONDENT, deed):
        raise refusal("sample", record.public_id)
    return record, person


def _found(connection: Connection, link: object, *, lock: bool) -> tuple[AssessmentRecord, Person | None]:
    if not isinstance(link, str) or not 0 < len(link) <= LONGEST_LINK:
        raise refusal("link")
    person = find_person(connection, link, lock=lock)
    if person is not None:
        return person.assessment, person
    record = find_assessment(connection, link) if link.isascii() and link.isprintable() else None
    if record is None or record.kind != "sample":
        raise refusal("link")
    return record, None


def owner(connection: Connection, token: object, deed: Deed, *, lock: bool = False) -> Person:
    """Return whom a token belongs to, when they may do ``deed``; raises NotAccepted, for samples always."""
    record, person = find(connection, token, deed, lock=lock)
    if person is None:
        raise refusal("sample", record.public_id)
    return person


def hold_person(connection: Connection, token: object, deed: Deed) -> Person:
    """Return whom a token belongs to, and let nobody change their answers until the transaction has ended."""
    return owner(connection, token, deed, lock=True)


def hold_assessment(connection: Connection, token: object, deed: Deed) -> AssessmentRecord:
    """Return a token's assessment, and let nobody change anything in it until the transaction has ended."""
    lock_people(connection, owner(connection, token, deed).assessment.id)
    return owner(connection, token, deed).assessment  # read again: it may have changed before the lock was given


def hold_firm(connection: Connection, token: object, deed: Deed) -> int:
    """Return the number of a token's firm, and let nobody change anything of it until the transaction has ended."""
    lock_firm(connection, owner(connection, token, deed).assessment.firm_id)
    return owner(connection, token, deed).assessment.firm_id


def asked(questionnaire: Questionnaire, record: AssessmentRecord) -> tuple[Item, ...]:
    """Return the items of an assessment in the order people see them; who answers alone sees all of them."""
    return tuple(item for item in questionnaire.items if record.variant == "full" or item.quick)


def question_counts(desk: Desk, questionnaire: str | None = None) -> dict[Variant, int]:
    """Return how many questions an assessment started now asks, facts about the firm aside; raises NotAccepted."""
    items = edition_for(desk, questionnaire).method.questionnaire.items
    return {"quick": sum(item.quick for item in items), "full": len(items)}


def asked_facts(questionnaire: Questionnaire, record: AssessmentRecord) -> tuple[Fact, ...]:
    """Return the facts an assessment asks for."""
    return tuple(fact for fact in questionnaire.facts if (fact.full if record.variant == "full" else fact.quick))


def _timed(connection: Connection, method: Method, person: Person, assessment: Assessment) -> Assessment:
    """Add how long the person took, once they have answered everything they were asked."""

    def timed(submission: Submission) -> Submission:
        complete = set(submission.answers).issuperset(
            item.id for item in asked(method.questionnaire, person.assessment)
        )
        if submission.respondent != person.name or not complete:
            return submission
        return replace(submission, seconds=time_taken(connection, person.id))

    return replace(assessment, submissions=tuple(map(timed, assessment.submissions)))
