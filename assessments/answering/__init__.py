"""What a person who answers can do; a page calls these functions and decides nothing itself.

Every function takes the ``Desk`` and the link the person came with: their token or, to look only, the name of a
sample. What cannot be accepted raises ``NotAccepted`` with a sentence for the person, and stores nothing; a database
that cannot be used raises ``Unavailable``. Whatever returns has been stored for good.
"""

from pathlib import Path

from assessments.answering.beginning import Started, start, start_again
from assessments.answering.desk import Desk
from assessments.answering.from_file import Brought, start_from_file
from assessments.answering.leaving import Export, delete_everything, export
from assessments.answering.opening import Opened, Resumed, open_assessment, question_counts, remember, resume
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
from assessments.answering.refusals import NotAccepted
from assessments.answering.results import Movement, movement, result, what_if, what_if_items
from assessments.answering.samples import Sample, load_samples, samples
from assessments.answering.sections import AskedFact, AskedItem, Journey, Section, sections
from assessments.answering.taking import Saved, answer, answer_fact, clear, clear_fact, finish, reopen, write_note
from assessments.storage import Unavailable, open_database

__all__ = [
    "AskedFact",
    "AskedItem",
    "Brought",
    "Desk",
    "Export",
    "Journey",
    "Movement",
    "NotAccepted",
    "Opened",
    "Planned",
    "Resumed",
    "Sample",
    "Saved",
    "Section",
    "Started",
    "Steadiness",
    "Unavailable",
    "answer",
    "answer_fact",
    "clear",
    "clear_fact",
    "delete_everything",
    "edit_plan",
    "export",
    "finish",
    "movement",
    "open_assessment",
    "open_desk",
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
    "solve",
    "start",
    "start_again",
    "start_from_file",
    "try_edit",
    "what_if",
    "what_if_items",
    "write_note",
]


def open_desk(database_url: str, questionnaire: Path) -> Desk:
    """Return the desk of this process, with the database up to date and the sample firms in it; raises Unavailable."""
    desk = Desk(open_database(database_url), questionnaire)
    load_samples(desk)
    return desk
