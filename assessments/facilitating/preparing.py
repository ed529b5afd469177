"""Preparing a workshop: whose, how long, who is in the room, and what people are told before they answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from secrets import choice, token_hex, token_urlsafe

from assessments.answering.beginning import ID_BYTES, TOKEN_BYTES, still_valid
from assessments.answering.belonging import begun_for, new_token
from assessments.answering.checking import check_line
from assessments.answering.desk import Desk, Edition
from assessments.answering.offering import edition_again, edition_for
from assessments.answering.refusals import refusal
from assessments.answering.wishing import edits_to_carry
from assessments.answering.writing_down import write_down
from assessments.edits import NO_EDITS, PlanEdits
from assessments.facilitating.leading import led
from assessments.facilitating.noting import note
from assessments.facilitating.setting_up import USUAL_MINIMUM, Settings, changed, check_settings, settings_of
from assessments.languages import say
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.assessments import add_assessment, add_firm
from assessments.storage.facilitators import add_facilitator
from assessments.storage.facts import change_fact, facts_of
from assessments.storage.plans import change_plan, read_plan
from assessments.storage.workshops import add_workshop, change_workshop, find_by_code, find_by_pulse_code
from assessments.workshop import INVITED, asked_in_room, begin, variant_of
from assessments.workshop.codes import LENGTH, LETTERS, PULSE_LENGTH
from assessments.workshop.notice import NOTICE
from scoring.answers import FactValue
from scoring.model import Questionnaire, Role


@dataclass(frozen=True, slots=True)
class Prepared:
    """A new workshop: the only copy of the facilitator's token, and the code people join with."""

    token: str
    workshop_id: str
    code: str


@dataclass(frozen=True, slots=True)
class Before:
    """What a workshop takes over of the one before it."""

    previous_id: int | None = None
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    edits: PlanEdits = NO_EDITS


def role_choices(desk: Desk, questionnaire: str | None = None) -> tuple[Role, ...]:
    """Return the roles a workshop that asks a questionnaire (None: the usual one) can have; raises NotAccepted."""
    return edition_for(desk, questionnaire).method.questionnaire.roles


@retried
def prepare(
    desk: Desk,
    firm: str,
    minutes: int,
    *,
    questionnaire: str | None = None,
    name: str = "",
    invited: bool | None = None,
    roles: Sequence[str] = (),
    role_weights: Mapping[str, float] | None = None,
    minimum: int = USUAL_MINIMUM,
    notice: str | None = None,
) -> Prepared:
    """Prepare the first workshop of a firm with one of the offered questionnaires; raises NotAccepted.

    ``minutes`` is 60, 90 or 180; who is ``invited`` can answer from now on, before everybody meets. No ``roles``
    means all of the questionnaire's. A role weighs 1 unless ``role_weights`` says otherwise. ``minimum`` is the fewest
    people whose answers are shown together, ``notice`` what everybody reads before they answer, ``name`` the
    facilitator's, which only other facilitators see. A member prepares it for their organisation.
    """
    organisation = begun_for(desk, Deed.PREPARE)
    checked_name, edition = check_line(firm, "firm"), edition_for(desk, questionnaire)
    if not checked_name:
        raise refusal("firm")
    wanted = Settings(
        minutes=minutes,
        invited=minutes == INVITED if invited is None else invited,
        roles=tuple(roles),
        role_weights=role_weights or {},
        minimum=minimum,
        notice=say(NOTICE, minimum=minimum) if notice is None else notice,
    )
    settings = check_settings(edition.method.questionnaire, wanted)
    leader = check_line(name, "name")
    with desk.database.writing() as connection:
        firm_id = add_firm(connection, checked_name, desk.clock(), organisation)
        return _begin(desk, connection, edition, settings, firm_id, leader, Before())


@retried
def prepare_again(
    desk: Desk,
    token: str,
    *,
    minutes: int | None = None,
    name: str = "",
    invited: bool | None = None,
    roles: Sequence[str] | None = None,
    role_weights: Mapping[str, float] | None = None,
    minimum: int | None = None,
    notice: str | None = None,
) -> Prepared:
    """Prepare the next workshop of the same firm, set up like the last one unless told otherwise; raises NotAccepted.

    It asks the same questionnaire as it is offered now, begins with the facts of the firm, and its plan takes over who
    does what and how far they are.
    """
    with desk.database.reading() as connection:
        _, last = led(desk, connection, token, Deed.PREPARE_NEXT)
    edition, leader = edition_again(desk, last.assessment.questionnaire_sha256), check_line(name, "name")
    questionnaire = edition.method.questionnaire
    with desk.database.writing() as connection:
        me, last = led(desk, connection, token, Deed.PREPARE_NEXT, lock="shared")
        note(desk, connection, me, last, "prepared_next")
        wanted = changed(
            _still_known(questionnaire, settings_of(last)),
            minutes=minutes,
            invited=minutes == INVITED if invited is None and minutes is not None else invited,
            roles=None if roles is None else tuple(roles),
            role_weights=role_weights,
            minimum=minimum,
            notice=notice,
        )
        before = Before(last.id, facts_of(connection, last.id), read_plan(connection, last.id))
        settings = check_settings(questionnaire, wanted)
        return _begin(desk, connection, edition, settings, last.assessment.firm_id, leader, before)


def _still_known(questionnaire: Questionnaire, settings: Settings) -> Settings:
    """Leave out the roles that a questionnaire no longer has."""
    known = [role.id for role in questionnaire.roles]
    return replace(
        settings,
        roles=tuple(role for role in settings.roles if role in known),
        role_weights={role: weight for role, weight in settings.role_weights.items() if role in known},
    )


@retried
def invite_facilitator(desk: Desk, token: str, name: str) -> str:
    """Return the token of one more facilitator, which is kept nowhere; raises NotAccepted."""
    checked, theirs = check_line(name, "name"), token_urlsafe(TOKEN_BYTES)
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.OPEN_LINKS)
        note(desk, connection, me, workshop, "invited")
        add_facilitator(connection, workshop.id, checked, theirs, desk.clock())
    return theirs


def _begin(
    desk: Desk,
    connection: Connection,
    edition: Edition,
    settings: Settings,
    firm_id: int,
    leader: str,
    before: Before,
) -> Prepared:
    questionnaire, at = edition.method.questionnaire, desk.clock()
    workshop_id = f"w{token_hex(ID_BYTES)}"
    prepared = Prepared(new_token(desk, workshop_id), workshop_id, _free_code(connection))
    id_ = add_assessment(
        connection,
        public_id=prepared.workshop_id,
        firm_id=firm_id,
        questionnaire_sha256=desk.pin(connection, edition),
        variant=variant_of(settings.minutes),
        date=at.date(),
        at=at,
        kind="workshop",
        previous_id=before.previous_id,
        role_weights=settings.role_weights,
    )
    asked = asked_in_room(questionnaire, variant_of(settings.minutes), settings.roles)
    add_workshop(
        connection,
        id_,
        begin(settings.minutes, settings.invited, [item.id for item in asked], at),
        code=prepared.code,
        pulse_code=_free_pulse_code(connection),
        roles=settings.roles,
        minimum=settings.minimum,
        notice=settings.notice,
    )
    change_workshop(connection, id_, in_charge=add_facilitator(connection, id_, leader, prepared.token, at))
    write_down(desk, connection, "facilitator", "prepared", prepared.workshop_id, called=leader)
    for fact, value in still_valid(questionnaire, before.facts).items():
        change_fact(connection, id_, fact, value, at=at)
    for action, edit, wanted in edits_to_carry(edition.method, at.date(), before.edits):
        change_plan(connection, id_, edit, wanted, at=at, action=action, carried=True)
    return prepared


def _free_code(connection: Connection) -> str:
    code = _drawn(LENGTH)
    return code if find_by_code(connection, code) is None else _free_code(connection)


def _free_pulse_code(connection: Connection) -> str:
    code = _drawn(PULSE_LENGTH)
    return code if find_by_pulse_code(connection, code) is None else _free_pulse_code(connection)


def _drawn(length: int) -> str:
    return "".join(choice(LETTERS) for _ in range(length))
