"""The customers' pulse, as a facilitator sees it: open or closed, and whether enough have answered to be used."""

from dataclasses import dataclass

from assessments.answering.desk import Desk
from assessments.facilitating.leading import led
from assessments.facilitating.noting import note
from assessments.rights import Deed
from assessments.storage import retried
from assessments.storage.pulse import customers_of
from assessments.storage.workshops import change_workshop, changed_by_control


@dataclass(frozen=True, slots=True)
class Pulse:
    """How the pulse stands; below ``needed`` customers nothing of their answers is shown or used."""

    code: str
    open: bool
    customers: int
    needed: int

    @property
    def usable(self) -> bool:
        return self.customers >= self.needed


def pulse(desk: Desk, token: str) -> Pulse:
    """Return how the pulse of a workshop stands; raises NotAccepted."""
    with desk.database.reading() as connection:
        _, workshop = led(desk, connection, token, Deed.SEE_BOARD)
        questionnaire = desk.method(connection, workshop.assessment.questionnaire_sha256).questionnaire
        customers = customers_of(connection, workshop.id)
    return Pulse(workshop.pulse_code, workshop.pulse_open, customers, questionnaire.settings.gaps.pulse_answers)


@retried
def set_pulse(desk: Desk, token: str, *, open_: bool) -> None:
    """Let customers answer at their link, or close it; raises NotAccepted."""
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.OPEN_LINKS, lock="alone")
        note(desk, connection, me, workshop, "opened_pulse" if open_ else "closed_pulse")
        change_workshop(connection, workshop.id, pulse_open=open_)
        changed_by_control(connection, workshop.id)
