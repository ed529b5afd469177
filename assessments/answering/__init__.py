"""What a person who answers can do; a page calls these functions and decides nothing itself.

Every function takes the ``Desk`` and the link the person came with: their token or, to look only, the name of a
sample. What cannot be accepted raises ``NotAccepted`` with a sentence for the person, and stores nothing; a database
that cannot be used raises ``Unavailable``. Whatever returns has been stored for good.
"""

from pathlib import Path

from assessments.answering.beginning import Started, start, start_again
from assessments.answering.belonging import begun_for
from assessments.answering.desk import Desk
from assessments.answering.from_file import Brought, import_answers, start_from_file
from assessments.answering.grouping import groups_of
from assessments.answering.joining import Invitation, Joined, come_back, find_workshop, join, leave
from assessments.answering.leaving import Export, delete_everything, export
from assessments.answering.offering import Offer, offered
from assessments.answering.opening import Opened, Resumed, open_assessment, question_counts, remember, resume
from assessments.answering.phones import Mine, Phone, PhoneHead, phone
from assessments.answering.planning import (
    Planned,
    Steadiness,
    edit_plan,
    plan_file,
    plan_frontier,
    plan_of,
    plan_steadiness,
    solve,
    try_edit,
)
from assessments.answering.pulse import PulseInvitation, answer_pulse, find_pulse
from assessments.answering.refusals import NotAccepted
from assessments.answering.results import Movement, movement, result, what_if, what_if_items
from assessments.answering.samples import Sample, load_samples, samples
from assessments.answering.sections import AskedFact, AskedItem, Journey, Section, sections
from assessments.answering.showing import Showing, ShownPlace
from assessments.answering.sign_ins import end_sign_in, ended_sign_ins
from assessments.answering.taking import Saved, answer, answer_fact, clear, clear_fact, finish, reopen, write_note
from assessments.answering.watching import Version, Watcher, seen, versions, watcher
from assessments.storage import Unavailable, open_database, wait_for_writes, writes_under_way
from assessments.workshop import pause_after, spaced_code

__all__ = [
    "AskedFact",
    "AskedItem",
    "Brought",
    "Desk",
    "Export",
    "Invitation",
    "Joined",
    "Journey",
    "Mine",
    "Movement",
    "NotAccepted",
    "Offer",
    "Opened",
    "Phone",
    "PhoneHead",
    "Planned",
    "PulseInvitation",
    "Resumed",
    "Sample",
    "Saved",
    "Section",
    "Showing",
    "ShownPlace",
    "Started",
    "Steadiness",
    "Unavailable",
    "Version",
    "Watcher",
    "answer",
    "answer_fact",
    "answer_pulse",
    "begun_for",
    "clear",
    "clear_fact",
    "come_back",
    "delete_everything",
    "edit_plan",
    "end_sign_in",
    "ended_sign_ins",
    "export",
    "find_pulse",
    "find_workshop",
    "finish",
    "groups_of",
    "import_answers",
    "join",
    "leave",
    "movement",
    "offered",
    "open_assessment",
    "open_desk",
    "pause_after",
    "phone",
    "plan_file",
    "plan_frontier",
    "plan_of",
    "plan_steadiness",
    "question_counts",
    "remember",
    "reopen",
    "result",
    "resume",
    "samples",
    "sections",
    "seen",
    "solve",
    "spaced_code",
    "start",
    "start_again",
    "start_from_file",
    "try_edit",
    "versions",
    "wait_for_writes",
    "watcher",
    "what_if",
    "what_if_items",
    "write_note",
    "writes_under_way",
]


def open_desk(database_url: str, questionnaire: Path) -> Desk:
    """Return the desk of this process, with the database up to date and the sample firms in it; raises Unavailable."""
    desk = Desk(open_database(database_url), questionnaire)
    load_samples(desk)
    return desk
