"""Sentences about members of organisations: what they may there, and what they find."""

from collections.abc import Collection
from datetime import datetime

from assessments.languages import date, marked, say
from assessments.rights import Who
from assessments.wording.programme import step_name

ROLES = {
    Who.OWNER: marked("Owner: everything here that is your organisation’s"),
    Who.LEADER: marked("Facilitator: prepare and lead workshops, see results"),
    Who.AUTHOR: marked("Editor: make and publish questionnaires"),
    Who.VIEWER: marked("Viewer: see results"),
}


def roles_line(roles: Collection[Who]) -> str:
    """Return what somebody may in an organisation, by their roles there."""
    return "; ".join(say(sentence) for who, sentence in ROLES.items() if who in roles)


def entry_line(phase: str, made: datetime, *, workshop: bool) -> str:
    """Say what something of an organisation is, since when, and how far it has come."""
    day = date(made.date())
    if workshop:
        return say("Workshop, prepared on {day}. Now: {step}.", day=day, step=step_name(phase))
    if phase == "finished":
        return say("Answered alone, begun on {day}, finished.", day=day)
    return say("Answered alone, begun on {day}, not finished yet.", day=day)


def draft_line(made: datetime) -> str:
    """Say since when there is a draft."""
    return say("Begun on {day}.", day=date(made.date()))
