"""Starting an assessment: the first one of a firm, and the next one from the last one's facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex, token_urlsafe
from typing import get_args

from assessments.answering.checking import check_fact, check_line
from assessments.answering.desk import Desk, Edition
from assessments.answering.offering import edition_again, edition_for
from assessments.answering.opening import hold_assessment, owner
from assessments.answering.refusals import NotAccepted, refusal
from assessments.answering.wishing import edits_to_carry
from assessments.edits import NO_EDITS, PlanEdits
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.assessments import add_assessment, add_firm, set_state
from assessments.storage.facts import change_fact, facts_of
from assessments.storage.people import add_respondent
from assessments.storage.plans import change_plan, read_plan
from scoring.answers import FactValue, Variant
from scoring.model import Questionnaire

TOKEN_BYTES = 32
ID_BYTES = 8
NAME = "r1"  # what files call the one who answers alone


@dataclass(frozen=True, slots=True)
class Started:
    """A new assessment and the only copy of the token that opens it."""

    token: str
    assessment_id: str


@retried
def start(desk: Desk, firm_name: str, variant: str, questionnaire: str | None = None) -> Started:
    """Start the first assessment of a firm, ``full`` or ``quick``, to one of the offered questionnaires.

    What a member starts is their organisation's. Raises NotAccepted.
    """
    name, chosen = check_line(firm_name, "firm"), _variant(variant)
    if not name:
        raise refusal("firm")
    edition = edition_for(desk, questionnaire)
    with desk.database.writing() as connection:
        firm_id = add_firm(connection, name, desk.clock(), desk.visitor.organisation)
        return _begin(desk, connection, edition, firm_id, chosen)


@retried
def start_again(desk: Desk, token: str, variant: str | None = None) -> Started:
    """Finish an assessment and start the next one of the same firm with its facts; raises NotAccepted.

    The new one is answered to the questionnaire as it is offered now, in the same variant unless another is named, and
    its plan takes over what people wanted of the last one, who does what and how far they are. The old link goes on
    opening the old assessment.
    """
    with desk.database.reading() as connection:
        before = owner(connection, token, Deed.START_AGAIN).assessment
    edition = edition_again(desk, before.questionnaire_sha256)
    with desk.database.writing() as connection:
        last = hold_assessment(connection, token, Deed.START_AGAIN)
        if last.state == "open":
            set_state(connection, last.id, "finished", desk.clock())
        chosen = last.variant if variant is None else _variant(variant)
        facts, edits = facts_of(connection, last.id), read_plan(connection, last.id)
        return _begin(desk, connection, edition, last.firm_id, chosen, previous_id=last.id, facts=facts, edits=edits)


def _begin(
    desk: Desk,
    connection: Connection,
    edition: Edition,
    firm_id: int,
    variant: Variant,
    *,
    previous_id: int | None = None,
    facts: Mapping[str, FactValue] | None = None,
    edits: PlanEdits = NO_EDITS,
) -> Started:
    questionnaire = edition.method.questionnaire
    started = Started(token_urlsafe(TOKEN_BYTES), f"a{token_hex(ID_BYTES)}")
    assessment_id = add_assessment(
        connection,
        public_id=started.assessment_id,
        firm_id=firm_id,
        questionnaire_sha256=desk.pin(connection, edition),
        variant=variant,
        date=desk.clock().date(),
        at=desk.clock(),
        previous_id=previous_id,
    )
    add_respondent(connection, assessment_id, NAME, speaker(questionnaire), desk.clock(), token=started.token)
    for fact, value in still_valid(questionnaire, facts or {}).items():
        change_fact(connection, assessment_id, fact, value, at=desk.clock())
    for action, edit, value in edits_to_carry(edition.method, desk.clock().date(), edits):
        change_plan(connection, assessment_id, edit, value, at=desk.clock(), action=action, carried=True)
    return started


def still_valid(questionnaire: Questionnaire, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """Return those of the facts that a questionnaire still asks and whose answers it still allows."""
    valid = {}
    for fact in questionnaire.facts:
        if fact.id in facts:
            try:
                valid[fact.id] = check_fact(fact, facts[fact.id])
            except NotAccepted:  # it is asked anew
                continue
    return valid


def speaker(questionnaire: Questionnaire) -> str:
    """Return the role of one who answers alone: whoever speaks for the leaders."""
    return next(iter(questionnaire.settings.gaps.top), questionnaire.roles[0].id)


def _variant(variant: object) -> Variant:
    known: tuple[Variant, ...] = get_args(Variant)
    for one in known:
        if one == variant:
            return one
    raise refusal("variant")
