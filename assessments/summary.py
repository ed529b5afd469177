"""One result as a page of plain text for a terminal."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from assessments import wording
from assessments.wording import roadmap
from scoring.answers import Assessment
from scoring.model import Questionnaire
from scoring.result import Result
from scoring.roadmap import Plan

WIDTH = 80
MOST_MOVES = 5

Lines = Iterator[str]


def summary(questionnaire: Questionnaire, assessment: Assessment, result: Result, plan: Plan) -> str:
    """Return the result in at most 80 columns: verdict, places, three answers, what holds back, warnings, moves."""
    parts = (
        _heading(questionnaire, assessment, result),
        _places(questionnaire, result),
        _answers(questionnaire, result),
        _holding(questionnaire, result),
        _warnings(questionnaire, result),
        _moves(questionnaire, plan) if plan.actions else _to_consider(questionnaire, assessment, result),
        _footing(questionnaire, result),
    )
    return "\n\n".join("\n".join(part) for part in (list(part) for part in parts) if part) + "\n"


def overview(questionnaire: Questionnaire) -> str:
    """Return in one line what a questionnaire holds."""
    held = {
        "factors": questionnaire.factors,
        "questions": questionnaire.items,
        "warnings": questionnaire.warnings,
        "actions": questionnaire.actions,
    }
    counts = ", ".join(f"{len(entries)} {things}" for things, entries in held.items())
    return f"{questionnaire.title} {questionnaire.version}: {counts}."


def _heading(questionnaire: Questionnaire, assessment: Assessment, result: Result) -> Lines:
    firm, date = wording.firm_name(assessment.firm), wording.spoken_date(assessment.date)
    yield f"{firm}{date:>{max(WIDTH - len(firm), len(date) + 2)}}"
    yield "=" * WIDTH
    yield from wrap(wording.verdict(questionnaire, firm, result), WIDTH)


def _places(questionnaire: Questionnaire, result: Result) -> Lines:
    now, later, wanted = result.demand.now.stage, result.demand.five_years.stage, result.ownership.ambition
    yield from _pairs(
        [
            ("Where the firm is", _stage(questionnaire, result.position)),
            ("Customers today", _stage(questionnaire, now)),
            ("In five years", _stage(questionnaire, later)),
            ("Leaders want", _stage(questionnaire, wanted)),
            ("Posture", wording.posture_name(result) or "open"),
        ]
    )


def _stage(questionnaire: Questionnaire, position: int | None) -> str:
    return "not known" if position is None else wording.stage_name(questionnaire, position)


def _answers(questionnaire: Questionnaire, result: Result) -> Lines:
    yield "Three answers"
    for answer in wording.three_answers(questionnaire, result):
        yield from _hung("  ", answer.question)
        yield from _hung("    ", f"{answer.answer}. {answer.reason}")


def _holding(questionnaire: Questionnaire, result: Result) -> Lines:
    yield from wrap(wording.holding_title(questionnaire, result), WIDTH)
    rows = wording.holds_back(questionnaire, result)
    widest = max((len(row.name) for row in rows), default=0)
    for row in rows:
        needs = "" if row.needs is None else f"   needs {wording.plain(row.needs)}"
        yield f"  {row.name:<{widest}}   {row.shown or 'not known':>9}{needs}"


def _warnings(questionnaire: Questionnaire, result: Result) -> Lines:
    warnings = wording.leading_warnings(questionnaire, result)
    if warnings:
        yield "Warnings"
    for warning in warnings:
        yield from _hung("  ! ", f"{warning.name} ({warning.severity}): {warning.says}")
    further = wording.further_warnings(questionnaire, result)
    if further:
        yield from _hung("    ", further)


def _moves(questionnaire: Questionnaire, plan: Plan) -> Lines:
    yield from wrap(roadmap.plan_title(questionnaire, plan), WIDTH)
    moves = roadmap.steps(questionnaire, plan)
    for move in moves[:MOST_MOVES]:
        about = f"{move.owner}, {wording.person_weeks(move.effort)}, from {move.start}"
        yield from _hung(f"  {move.id}  ", f"{move.title} ({about})")
    if further := [move.title for move in moves[MOST_MOVES:]]:
        yield from _hung("       ", f"Then: {'; '.join(further)}.")


def _to_consider(questionnaire: Questionnaire, assessment: Assessment, result: Result) -> Lines:
    moves = [move for phase in wording.phases(questionnaire, assessment, result) for move in phase.moves][:MOST_MOVES]
    if moves:
        yield "Moves to consider"
    for move in moves:
        yield from _hung(f"  {move.id}  ", f"{move.title} ({move.owner}, {wording.person_weeks(move.effort)})")


def _footing(questionnaire: Questionnaire, result: Result) -> Lines:
    said = (
        wording.heard_line(questionnaire, result),
        wording.evidence_line(questionnaire, result),
        wording.sturdiness_line(questionnaire, result),
        wording.indicative_line(result),
        wording.provisional_line(questionnaire, result),
    )
    for sentence in filter(None, said):
        yield from wrap(sentence, WIDTH)


def _pairs(pairs: Sequence[tuple[str, str]]) -> Lines:
    widest = max(len(name) for name, _ in pairs)
    for name, value in pairs:
        yield f"{name:<{widest}}   {value}"


def _hung(first: str, text: str) -> Lines:
    """Yield a paragraph behind ``first``, its further lines indented by as much."""
    yield from wrap(text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False)
