"""The plan of an assessment with what people want of it: solved again with every edit, and kept with its history.

The edits of a sample are tried, not stored: the caller keeps them and hands them back in.
"""

from dataclasses import dataclass
from datetime import date as Date

from assessments.answering.desk import Desk
from assessments.answering.leaving import Export
from assessments.answering.opening import Opened, find, hold_person, load, owner
from assessments.answering.refusals import refusal
from assessments.answering.taking import Saved, counting_once
from assessments.answering.wishing import check_edit
from assessments.edited_plan import plan_as_edited
from assessments.edits import NO_EDITS, PlanEdits, days_open
from assessments.file_names import file_stem
from assessments.plan_files import KINDS, PlanToWrite, write
from assessments.rights import Deed
from assessments.storage import retried
from assessments.storage.plans import change_plan, read_plan
from scoring import assess
from scoring.bootstrap import replicate
from scoring.engine import read, stand
from scoring.result import Result
from scoring.roadmap import Frontier, Plan, Wishes, draw_frontier, share_of_replicates

SOLVED_AGAIN = 80  # stages of plans; a plan over two stages is solved for half as many results


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, the edits in it, and the plan without any of them."""

    opened: Opened
    result: Result
    edits: PlanEdits
    wishes: Wishes
    plan: Plan
    unedited: Plan

    @property
    def days_open(self) -> tuple[Date, Date]:
        """The first and the last day that the plan may name."""
        return days_open(self.opened.record.date)


@dataclass(frozen=True, slots=True)
class Steadiness:
    """In which share (0..1) of ``results``, as slightly other answers would give them, each action is chosen again."""

    results: int
    share: dict[str, float]


def plan_of(desk: Desk, link: str, tried: PlanEdits = NO_EDITS) -> Planned:
    """Return the plan of the assessment a link opens; raises NotAccepted.

    Of one's own assessment the stored edits count, of a sample those that are ``tried``.
    """
    with desk.database.reading() as connection:
        record, person = find(connection, link, Deed.SEE_RESULT)
        opened = load(desk, connection, record, person)
        edits = tried if person is None else read_plan(connection, record.id)
    result = assess(opened.method, opened.assessment)
    return solve(opened, result, edits)


def solve(opened: Opened, result: Result, edits: PlanEdits) -> Planned:
    """Return the plan that follows from ``result`` and ``edits``; what is under way stays in, wished for or not."""
    found = plan_as_edited(opened.method, opened.assessment, result, edits)
    return Planned(opened, result, edits, found.wishes, found.plan, found.unedited)


@retried
def edit_plan(desk: Desk, token: str, name: str, value: object, *, action: str = "", key: str | None = None) -> Saved:
    """Store one edit of one's own plan, finished or not; None takes it back. Raises NotAccepted and stores nothing.

    About the plan: ``capacity`` (person-weeks a quarter), ``start`` (a day). About an ``action``: ``wanted``
    ("pinned", "banned"), ``effort`` (person-weeks), ``role``, ``not_before`` and ``due`` (days), ``person``, and
    ``status`` ("planned", "doing", "done", "dropped").
    """
    with desk.database.reading() as connection:
        record = owner(connection, token, Deed.EDIT_PLAN).assessment
        method = desk.method(connection, record.questionnaire_sha256)
    checked = check_edit(method, record.date, name, value, action)
    with counting_once(key), desk.database.writing() as connection:
        id_ = hold_person(connection, token, Deed.EDIT_PLAN).assessment.id
        return Saved(change_plan(connection, id_, name, checked, at=desk.clock(), action=action, key=key))


def try_edit(planned: Planned, name: str, value: object, *, action: str = "") -> PlanEdits:
    """Return the edits of ``planned`` with one more, checked like one that is stored; raises NotAccepted."""
    opened = planned.opened
    return planned.edits.changed(name, check_edit(opened.method, opened.record.date, name, value, action), action)


def plan_frontier(planned: Planned) -> Frontier:
    """Return what the plan would cost at other capacities, and how far smaller budgets lead."""
    opened = planned.opened
    return draw_frontier(opened.method, opened.assessment, planned.result, wishes=planned.wishes)


def plan_steadiness(planned: Planned) -> Steadiness:
    """Return how often each action would be chosen again; takes seconds, the same plan always gives the same."""
    method, assessment = planned.opened.method, planned.opened.assessment
    reading = read(method, assessment)
    drawn = replicate(method, assessment, reading, stand(method, assessment, reading))
    factors = drawn.factors[: SOLVED_AGAIN // max(1, len(planned.plan.to_stage))]
    share = share_of_replicates(method, assessment, planned.result, factors, wishes=planned.wishes)
    return Steadiness(len(factors), share)


def plan_file(planned: Planned, kind: str) -> Export:
    """Return the plan as ``csv``, ``xlsx`` or ``ics``; raises NotAccepted. The same plan gives the same bytes."""
    if kind not in KINDS:
        raise refusal("plan_file", kind)
    opened = planned.opened
    about = PlanToWrite(opened.questionnaire, opened.assessment, planned.plan, planned.edits)
    return Export(f"{file_stem(opened.record.firm, opened.record.date)}-plan.{kind}", KINDS[kind], write(about, kind))
