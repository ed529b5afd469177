"""What facilitators and editors did, in words: one sentence a deed."""

from datetime import datetime
from typing import Protocol

from assessments.languages import date, marked, say, time


class Done(Protocol):
    """Something that was done."""

    @property
    def who(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def done(self) -> str: ...
    @property
    def detail(self) -> str: ...


SOMEBODY = {
    "facilitator": marked("A facilitator"),
    "editor": marked("An editor"),
    "keeper": marked("Whoever keeps the studio"),
    "owner": marked("An owner"),
    "operator": marked("Whoever runs the server"),
}
SENTENCES = {
    "prepared": marked("{name} prepared the workshop."),
    "prepared_next": marked("{name} prepared the next workshop."),
    "invited": marked("{name} made a link for somebody else."),
    "opened": marked("{name} opened it as a member."),
    "opened_screen": marked("{name} opened a screen of the room."),
    "opened_pulse": marked("{name} opened the questions for customers."),
    "closed_pulse": marked("{name} closed the questions for customers."),
    "set_up": marked("{name} changed the settings."),
    "set_fact": marked("{name} answered a fact about the firm: {detail}."),
    "edited_plan": marked("{name} edited the plan. {detail}"),
    "concluded": marked("{name} wrote down what was concluded: {detail}."),
    "took_answers": marked("{name} took answers away: {detail}."),
    "took_exact_roles": marked("{name} took answers away with exact roles: {detail}."),
    "shared": marked("{name} made a link to the result."),
    "revoked": marked("{name} revoked a link to the result."),
    "handed_over": marked("{name} handed it over to {detail}."),
    "anonymised": marked("{name} made the workshop anonymous."),
    "deleted": marked("{name} deleted it."),
    "began": marked("{name} began the draft."),
    "renamed": marked("{name} renamed the draft."),
    "published": marked("{name} published a version: {detail}."),
    "archived": marked("{name} archived a version."),
    "brought_back": marked("{name} brought a version back."),
    "chosen": marked("{name} chose a version for new assessments."),
    "installed_chosen": marked("{name} chose what came with the program for new assessments."),
}


def done_line(one: Done) -> str:
    """Say who did what."""
    return say(SENTENCES[one.done], name=one.name or say(SOMEBODY[one.who]), detail=one.detail).strip()


def done_at(at: datetime) -> str:
    """Say when, on the reader's clock."""
    return say("{day}, {time}", day=date(at.date()), time=time(at))
