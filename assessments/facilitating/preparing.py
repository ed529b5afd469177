"""Preparing a workshop: whose, how long, who is in the room, and what people are told before they answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from secrets import choice, token_hex, token_urlsafe

from assessments.answering.beginning import ID_BYTES, TOKEN_BYTES, still_valid
from assessments.answering.checking import check_line, check_note
from assessments.answering.desk import Desk, Edition
from assessments.answering.refusals import refusal
from assessments.answering.wishing import edits_to_carry
from assessments.edits import NO_EDITS, PlanEdits
from assessments.facilitating.leading import led
from assessments.storage import Connection, retried
from assessments.storage.assessments import add_assessment, add_firm
from assessments.storage.facilitators import add_facilitator
from assessments.storage.facts import change_fact, facts_of
from assessments.storage.plans import change_plan, read_plan
from assessments.storage.workshops import add_workshop, change_workshop, find_by_code, find_by_pulse_code
from assessments.workshop import EDITIONS, INVITED, asked_in_room, begin, variant_of
from assessments.workshop.codes import LENGTH, LETTERS, PULSE_LENGTH
from scoring.answers import FactValue
from scoring.model import Questionnaire, Role

NOTICE = (
    "You choose a role and nothing else; nobody asks for your name. Before the answers are shown, nobody sees them. "
    "What is shown is shown for groups of at least {minimum} people. The facilitator can take the answers away under "
    "drawn numbers, to work on the report."
)
LEAST_MINIMUM, USUAL_MINIMUM, MOST_MINIMUM = 2, 3, 20
MOST_WEIGHT = 100


@dataclass(frozen=True, slots=True)
class Prepared:
    """A new workshop: the only copy of the facilitator's token, and the code people join with."""

    token: str
    workshop_id: str
    code: str


@dataclass(frozen=True, slots=True)
class Settings:
    """How a workshop is set up, checked."""

    minutes: int
    invited: bool
    roles: tuple[str, ...]
    role_weights: Mapping[str, float]
    minimum: int
    notice: str


def role_choices(desk: Desk) -> tuple[Role, ...]:
    """Return the roles a workshop prepared now can have in the room; raises NotAccepted."""
    return desk.edition().method.questionnaire.roles


@retried
def prepare(
    desk: Desk,
    firm: str,
    minutes: int,
    *,
    name: str = "",
    invited: bool | None = None,
    roles: Sequence[str] = (),
    role_weights: Mapping[str, float] | None = None,
    minimum: int = USUAL_MINIMUM,
    notice: str | None = None,
) -> Prepared:
    """Prepare the first workshop of a firm; raises NotAccepted.

    ``minutes`` is 60, 90 or 180; who is ``invited`` can answer from now on, before everybody meets. No ``roles``
    means all of the questionnaire's. A role weighs 1 unless ``role_weights`` says otherwise. ``minimum`` is the fewest
    people whose answers are shown together, ``notice`` what everybody reads before they answer, ``name`` the
    facilitator's, which only other facilitators see.
    """
    checked_name, edition = check_line(firm, "firm"), desk.edition()
    if not checked_name:
        raise refusal("firm")
    settings = check_settings(
        edition.method.questionnaire, minutes, invited, tuple(roles), role_weights or {}, minimum, notice
    )
    leader = check_line(name, "name")
    with desk.database.writing() as connection:
        firm_id = add_firm(connection, checked_name, desk.clock())
        return _begin(desk, connection, edition, firm_id, settings, leader)


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

    It asks the present questionnaire, begins with the facts of the firm, and its plan takes over who does what and
    how far they are.
    """
    edition, leader = desk.edition(), check_line(name, "name")
    known = [role.id for role in edition.method.questionnaire.roles]
    with desk.database.writing() as connection:
        _, last = led(connection, token, lock="shared")
        weights = last.assessment.role_weights if role_weights is None else role_weights
        settings = check_settings(
            edition.method.questionnaire,
            last.standing.minutes if minutes is None else minutes,
            last.standing.invited if invited is None and minutes is None else invited,
            tuple(role for role in last.roles if role in known) if roles is None else tuple(roles),
            {role: weight for role, weight in weights.items() if role in known} if role_weights is None else weights,
            last.minimum if minimum is None else minimum,
            last.notice if notice is None else notice,
        )
        facts, edits = facts_of(connection, last.id), read_plan(connection, last.id)
        firm_id, previous = last.assessment.firm_id, last.id
        return _begin(desk, connection, edition, firm_id, settings, leader, previous, facts, edits)


@retried
def invite_facilitator(desk: Desk, token: str, name: str) -> str:
    """Return the token of one more facilitator, which is kept nowhere; raises NotAccepted."""
    checked, theirs = check_line(name, "name"), token_urlsafe(TOKEN_BYTES)
    with desk.database.writing() as connection:
        _, workshop = led(connection, token)
        add_facilitator(connection, workshop.id, checked, theirs, desk.clock())
    return theirs


def check_settings(
    questionnaire: Questionnaire,
    minutes: int,
    invited: bool | None,
    roles: tuple[str, ...],
    role_weights: Mapping[str, float],
    minimum: int,
    notice: str | None,
) -> Settings:
    """Return settings as they will be stored; raises NotAccepted."""
    if minutes not in EDITIONS:
        raise refusal("minutes", minutes)
    if not isinstance(minimum, int) or not LEAST_MINIMUM <= minimum <= MOST_MINIMUM:
        raise refusal("minimum", minimum, least=LEAST_MINIMUM, most=MOST_MINIMUM)
    known = tuple(role.id for role in questionnaire.roles)
    if not set(roles).issubset(known) or not set(role_weights).issubset(known):
        raise refusal("role")
    in_room = tuple(role for role in known if role in roles) or known
    return Settings(
        minutes=minutes,
        invited=minutes == INVITED if invited is None else invited,
        roles=in_room,
        role_weights=_weights(in_room, role_weights),
        minimum=minimum,
        notice=check_note(NOTICE.format(minimum=minimum) if notice is None else notice, "notice") or "",
    )


def _weights(in_room: Sequence[str], role_weights: Mapping[str, float]) -> dict[str, float]:
    """Return the weights that are not the usual one; somebody in the room has to count."""
    for role, weight in role_weights.items():
        if not isinstance(weight, int | float) or isinstance(weight, bool) or not 0 <= weight <= MOST_WEIGHT:
            raise refusal("weight", role, most=MOST_WEIGHT)
    if not any(role_weights.get(role, 1) for role in in_room):
        raise refusal("no_weight")
    return {role: float(weight) for role, weight in role_weights.items() if weight != 1}


def _begin(
    desk: Desk,
    connection: Connection,
    edition: Edition,
    firm_id: int,
    settings: Settings,
    leader: str,
    previous: int | None = None,
    facts: Mapping[str, FactValue] | None = None,
    edits: PlanEdits = NO_EDITS,
) -> Prepared:
    questionnaire, at = edition.method.questionnaire, desk.clock()
    prepared = Prepared(token_urlsafe(TOKEN_BYTES), f"w{token_hex(ID_BYTES)}", _free_code(connection))
    id_ = add_assessment(
        connection,
        public_id=prepared.workshop_id,
        firm_id=firm_id,
        questionnaire_sha256=desk.pin(connection, edition),
        variant=variant_of(settings.minutes),
        date=at.date(),
        at=at,
        kind="workshop",
        previous_id=previous,
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
    for fact, value in still_valid(questionnaire, facts or {}).items():
        change_fact(connection, id_, fact, value, at=at)
    for action, edit, wanted in edits_to_carry(edition.method, at.date(), edits):
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
