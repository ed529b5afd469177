"""What could be done next, what to leave alone, and what the result page says about its own limits."""

from datetime import date as Date

from markupsafe import Markup

from assessments import wording
from assessments.pages.parts.pieces import entries, heading, joined, paragraph
from assessments.reading import Reading


def candidate_actions(reading: Reading) -> Markup:
    """Return the actions worth considering, phase by phase."""
    phases = wording.phases(reading.questionnaire, reading.assessment, reading.result)
    if not phases:
        return joined([heading("Candidate actions"), paragraph("Nothing in the answers calls for an action now.")])
    return joined([heading("Candidate actions"), *(_phase(phase) for phase in phases)])


def _phase(phase: wording.Phase) -> Markup:
    title = heading(f"{phase.number}. {phase.name}", level=3)
    moves = joined(_move(move) for move in phase.moves)
    more = paragraph(f"And {wording.counted(phase.more, 'more')}." if phase.more else None, "muted")
    return Markup('<section class="phase">{}<ul class="moves">{}</ul>{}</section>').format(title, moves, more)


def _move(move: wording.Move) -> Markup:
    takes = f"{move.owner} · {move.effort} person-weeks over {move.weeks} weeks"
    reasons = entries([("Why", f"{move.why}." if move.why else ""), ("Shows in", move.kpi), ("First", move.note)], "reasons")
    return Markup("<li><h4>{}</h4>{}{}</li>").format(move.title, paragraph(takes, "muted"), reasons)


def not_now(reading: Reading) -> Markup:
    """Return what to leave alone for now, or nothing."""
    refusals = wording.not_now(reading.questionnaire, reading.result)
    if not refusals:
        return Markup("")
    return joined([heading("Not now"), entries([(refusal.what, refusal.why) for refusal in refusals], "refusals")])


def limits(reading: Reading, printed: Date) -> Markup:
    """Return what the result cannot say, where its numbers come from, and the closing line."""
    each = joined(Markup("<li>{}</li>").format(limit) for limit in wording.LIMITS)
    provenance = reading.provenance(printed)
    return joined(
        [
            heading("Limits"),
            Markup('<ul class="plain">{}</ul>').format(each),
            paragraph(wording.CLOSING, "closing"),
            paragraph(provenance, "muted"),
        ]
    )
