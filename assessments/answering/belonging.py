"""Whose something is: an organisation's, which its members alone may open, or nobody's, which its links open."""

from collections.abc import Callable
from secrets import token_urlsafe

from assessments.answering.beginning import TOKEN_BYTES
from assessments.answering.desk import Desk
from assessments.answering.refusals import NotAccepted, refusal
from assessments.rights import Deed
from assessments.storage import Connection
from assessments.storage.assessments import find_assessment
from assessments.storage.records import AssessmentRecord

LONGEST_ID = 80


def begun_for(desk: Desk, deed: Deed) -> str | None:
    """Return the organisation for which whoever is here does ``deed``, None where nobody signs in for it.

    Raises NotAccepted.
    """
    organisation = desk.visitor.organisation
    if not desk.visitor.may(deed, organisation):
        raise closed(desk, "not_yours")
    return organisation


def new_token(desk: Desk, id_: str) -> str:
    """Return the token of whoever makes something of this name: for a member the one with which they find it again."""
    return desk.visitor.token_for(id_) if desk.visitor.signed_in else token_urlsafe(TOKEN_BYTES)


def opens(desk: Desk, organisation: str | None, deed: Deed) -> bool:
    """Return whether something of an organisation, or of nobody, opens to a visitor who holds its link."""
    return organisation is None or desk.visitor.may(deed, organisation)


def closed(desk: Desk, code: str, refuse: Callable[[str], NotAccepted] = refusal) -> NotAccepted:
    """Return the refusal called ``code``; whoever could still sign in is asked to do that first.

    They are asked whether what they want exists or not.
    """
    return refusal("sign_in") if desk.visitor.could_sign_in else refuse(code)


def ours(desk: Desk, connection: Connection, id_: object, deed: Deed) -> AssessmentRecord | None:
    """Return the assessment of this name, where it is an organisation's in which the visitor may do ``deed``."""
    short = isinstance(id_, str) and len(id_) <= LONGEST_ID and id_.isascii() and id_.isprintable()
    record = find_assessment(connection, str(id_)) if desk.visitor.signed_in and short else None
    if record is None or record.organisation is None or not desk.visitor.may(deed, record.organisation):
        return None
    return record
