"""Changing how a workshop is set up, as long as it can be: nothing people were told is taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.answering.desk import Desk
from assessments.answering.refusals import refusal
from assessments.facilitating.leading import led
from assessments.facilitating.noting import note
from assessments.facilitating.setting_up import Settings, changed, check_settings, settings_of
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.assessments import change_assessment
from assessments.storage.releases import releases_of
from assessments.storage.seats import seats_of
from assessments.storage.workshop_records import WorkshopRecord
from assessments.storage.workshops import change_workshop, changed_by_control, replace_items
from assessments.workshop import asked_in_room, begin, variant_of
from scoring.model import Questionnaire, Role


@dataclass(frozen=True, slots=True)
class SetUp:
    """How a workshop is set up; ``changeable`` until somebody has joined, ``weighable`` until answers were shown.

    As long as it is weighable, roles can be weighed anew and the minimum can be raised. ``choices`` are the roles of
    its questionnaire.
    """

    settings: Settings
    changeable: bool
    weighable: bool
    choices: tuple[Role, ...]


def settings(desk: Desk, token: str) -> SetUp:
    """Return how a workshop is set up; raises NotAccepted."""
    with desk.database.reading() as connection:
        _, workshop = led(desk, connection, token, Deed.SEE_BOARD)
        questionnaire = desk.method(connection, workshop.assessment.questionnaire_sha256).questionnaire
        return _set_up(connection, workshop, questionnaire)


@retried
def change_settings(
    desk: Desk,
    token: str,
    *,
    minutes: int | None = None,
    invited: bool | None = None,
    roles: Sequence[str] | None = None,
    role_weights: Mapping[str, float] | None = None,
    minimum: int | None = None,
    notice: str | None = None,
) -> None:
    """Change what is named about a workshop; raises NotAccepted for what can no longer be changed."""
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.SET_UP, lock="alone")
        questionnaire = desk.method(connection, workshop.assessment.questionnaire_sha256).questionnaire
        now = _set_up(connection, workshop, questionnaire)
        wanted = changed(
            now.settings,
            minutes=minutes,
            invited=invited,
            roles=None if roles is None else tuple(roles),
            role_weights=role_weights,
            minimum=minimum,
            notice=notice,
        )
        wanted = check_settings(questionnaire, wanted)
        _refuse_too_late(now, wanted)
        _store(desk, connection, questionnaire, workshop, wanted)
        note(desk, connection, me, workshop, "set_up")
        changed_by_control(connection, workshop.id)


def _set_up(connection: Connection, workshop: WorkshopRecord, questionnaire: Questionnaire) -> SetUp:
    seats, releases = seats_of(connection, workshop.id), releases_of(connection, workshop.id)
    return SetUp(settings_of(workshop), changeable=not seats, weighable=not releases, choices=questionnaire.roles)


def _refuse_too_late(now: SetUp, wanted: Settings) -> None:
    if now.changeable or wanted == now.settings:
        return
    told = ("minutes", "invited", "roles", "notice")
    if any(getattr(wanted, name) != getattr(now.settings, name) for name in told):
        raise refusal("people_came")
    if not now.weighable:
        raise refusal("answers_shown")
    if wanted.minimum < now.settings.minimum:
        raise refusal("minimum_lower", minimum=now.settings.minimum)


def _store(
    desk: Desk, connection: Connection, questionnaire: Questionnaire, workshop: WorkshopRecord, wanted: Settings
) -> None:
    standing, variant = workshop.standing, variant_of(wanted.minutes)
    if (wanted.minutes, wanted.invited, wanted.roles) != (standing.minutes, standing.invited, workshop.roles):
        asked = [item.id for item in asked_in_room(questionnaire, variant, wanted.roles)]
        replace_items(connection, workshop.id, begin(wanted.minutes, wanted.invited, asked, desk.clock()))
    change_assessment(connection, workshop.id, variant=variant, role_weights=dict(wanted.role_weights))
    change_workshop(connection, workshop.id, roles=list(wanted.roles), minimum=wanted.minimum, notice=wanted.notice)
