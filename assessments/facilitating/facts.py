"""The facts of the firm, which a facilitator sets for everybody."""

from assessments.answering.checking import check_fact
from assessments.answering.desk import Desk
from assessments.answering.opening import asked_facts
from assessments.answering.refusals import refusal
from assessments.answering.sections import AskedFact
from assessments.answering.taking import Saved, counting_once
from assessments.facilitating.leading import led
from assessments.facilitating.noting import note
from assessments.rights import Deed
from assessments.storage import retried
from assessments.storage.facts import change_fact, facts_of
from assessments.storage.workshops import changed_by_control
from scoring.model import Fact


def facts(desk: Desk, token: str) -> tuple[AskedFact, ...]:
    """Return the facts a workshop asks for, as they are known; raises NotAccepted."""
    with desk.database.reading() as connection:
        _, workshop = led(desk, connection, token, Deed.SEE_BOARD)
        questionnaire = desk.method(connection, workshop.assessment.questionnaire_sha256).questionnaire
        given = facts_of(connection, workshop.id)
    asked = asked_facts(questionnaire, workshop.assessment)
    return tuple(AskedFact(fact, given.get(fact.id), fact.id in given) for fact in asked)


def answer_fact(desk: Desk, token: str, fact: str, value: object, *, key: str | None = None) -> Saved:
    """Store a fact about the firm, None when it is left blank on purpose; raises NotAccepted."""
    return _change(desk, token, fact, value, given=True, key=key)


def clear_fact(desk: Desk, token: str, fact: str, *, key: str | None = None) -> Saved:
    """Take a fact back, so that it is open again; raises NotAccepted."""
    return _change(desk, token, fact, None, given=False, key=key)


@retried
def _change(desk: Desk, token: str, fact: str, value: object, *, given: bool, key: str | None) -> Saved:
    checked = check_fact(_asked(desk, token, fact), value)
    with counting_once(key), desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.ANSWER_FACT, lock="alone")
        at = desk.clock()
        stored = change_fact(connection, workshop.id, fact, checked, at=at, given=given, key=key)
        if stored == at:  # not a message that was sent again
            note(desk, connection, me, workshop, "set_fact", fact)
        changed_by_control(connection, workshop.id)
        return Saved(stored)


def _asked(desk: Desk, token: str, id_: object) -> Fact:
    for asked in facts(desk, token):
        if asked.question.id == id_:
            return asked.question
    raise refusal("fact", id_)
