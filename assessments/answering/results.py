"""What comes out: the result of an assessment, what it would be if, and what moved since the one before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date

from assessments.answering.applying import facts_of_firm, may_be_na
from assessments.answering.checking import check_answer
from assessments.answering.desk import Desk
from assessments.answering.opening import Opened, asked, find, load, open_assessment
from assessments.answering.refusals import refusal
from assessments.answering.sections import AskedItem
from assessments.rights import Deed
from assessments.storage.assessments import assessment_numbered
from scoring import assess
from scoring.answers import Assessment, Unanswered, Value
from scoring.result import Result
from scoring.supposing import suppose
from scoring.trend import Trend, compare


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved since the assessment before, and when that was."""

    since: Date
    trend: Trend


def result(desk: Desk, link: str) -> Result:
    """Return the result of the assessment a link opens, from what is answered so far; raises NotAccepted."""
    opened = open_assessment(desk, link, Deed.SEE_RESULT)
    return assess(opened.method, opened.assessment)


def what_if(desk: Desk, link: str, answers: Mapping[str, object], factors: Mapping[str, float]) -> Result:
    """Return the result with some answers replaced, then some factors (0..100) moved; stores nothing.

    An answer of None stands for silence. Where several people answered, all of them are given the answer. Raises
    NotAccepted for an answer or a factor that cannot be.
    """
    opened = open_assessment(desk, link)
    checked = {item: _checked(opened, item, value) for item, value in answers.items()}
    for factor, score in factors.items():
        _check_factor(opened, factor, score)
    moved = _with_answers(opened.assessment, checked)
    _refuse_impossible_na(opened, moved, checked)
    return suppose(opened.method, moved, factors)


def what_if_items(desk: Desk, link: str, answers: Mapping[str, object]) -> tuple[AskedItem, ...]:
    """Return every question with what a trial starts from: the answer that is tried, else the only one there is.

    Raises NotAccepted for an answer that cannot be.
    """
    opened = open_assessment(desk, link)
    moved = _with_answers(opened.assessment, {item: _checked(opened, item, value) for item, value in answers.items()})
    facts = facts_of_firm(opened.method, moved)
    said = [submission.answers for submission in moved.heard]
    return tuple(
        AskedItem(item, _shared(said, item.id), None, may_be_na(opened.method, facts, item.id))
        for item in asked(opened.questionnaire, opened.record)
    )


def _shared(said: Sequence[Mapping[str, Value]], item: str) -> Value | None:
    """Return the answer everybody gave, None where they gave several or none."""
    first = said[0].get(item) if said else None
    return first if all(answers.get(item) == first for answers in said) else None


def movement(desk: Desk, link: str) -> Movement | None:
    """Return what moved since the assessment before, None when there was none; raises NotAccepted."""
    with desk.database.reading() as connection:
        record, person = find(connection, link, Deed.SEE_RESULT)
        earlier = None if record.previous_id is None else assessment_numbered(connection, record.previous_id)
        if earlier is None:
            return None
        then, now = load(desk, connection, earlier), load(desk, connection, record, person)
    trend = compare(then.questionnaire, then.assessment, now.method, now.assessment)
    return Movement(earlier.date, trend)


def _checked(opened: Opened, item: str, value: object) -> Value | None:
    for question in asked(opened.questionnaire, opened.record):
        if question.id == item:
            return None if value is None else check_answer(question, value)
    raise refusal("question", item)


def _check_factor(opened: Opened, factor: str, score: object) -> None:
    if factor not in opened.questionnaire.factor_by_id:
        raise refusal("factor", factor)
    if not isinstance(score, int | float) or isinstance(score, bool) or not 0 <= score <= 100:
        raise refusal("factor_score", factor)


def _with_answers(assessment: Assessment, answers: Mapping[str, Value | None]) -> Assessment:
    def replaced(said: Mapping[str, Value]) -> dict[str, Value]:
        return {item: value for item, value in {**said, **answers}.items() if value is not None}

    people = (replace(submission, answers=replaced(submission.answers)) for submission in assessment.heard)
    return replace(assessment, submissions=tuple(people))


def _refuse_impossible_na(opened: Opened, moved: Assessment, answers: Mapping[str, Value | None]) -> None:
    facts = facts_of_firm(opened.method, moved)
    for item, value in answers.items():
        if value is Unanswered.NOT_APPLICABLE and not may_be_na(opened.method, facts, item):
            raise refusal("not_applicable", item)
