"""What could be done next, what to leave alone, and what the result page says about its own limits."""

from datetime import date as Date

from markupsafe import Markup

from assessments import wording
from assessments.edits import PlanEdits
from assessments.languages import say
from assessments.pages.parts.pieces import entries, heading, joined, listed, paragraph
from assessments.pages.parts.roadmap import show_plan
from assessments.reading import Reading
from scoring.roadmap import Plan


def what_to_do(reading: Reading, plan: Plan, edits: PlanEdits) -> Markup:
    """Return the plan or, where nothing is planned, as after a quick scan, what is worth considering."""
    return show_plan(reading, plan, edits) if plan.actions else _moves(reading)


def _moves(reading: Reading) -> Markup:
    """Return the actions worth considering, phase by phase."""
    phases = wording.phases(reading.questionnaire, reading.assessment, reading.result)
    if not phases:
        return Markup("")
    title = heading(say("Moves to consider, phase by phase"))
    count = len(reading.result.candidates)
    kept = sum(len(phase.moves) for phase in phases)
    note = say("Person-weeks are estimates for a firm of this size.")
    if count > kept:
        note += " " + say("Of {count} actions open to the firm, these serve best what is said above.", count=count)
    return joined([title, *(_phase(phase) for phase in phases), paragraph(note, "muted")])


def _phase(phase: wording.Phase) -> Markup:
    title = heading(f"{phase.number}. {phase.name}", level=3)
    return Markup('<section class="phase">{}{}</section>').format(title, listed(map(_move, phase.moves), "moves"))


def _move(move: wording.Move) -> Markup:
    takes = say(
        "{owner} · {person_weeks} over {weeks} weeks",
        owner=move.owner,
        person_weeks=wording.person_weeks(move.effort),
        weeks=move.weeks,
    )
    reasons = entries([(say("Why"), move.why), (say("Shows in"), move.kpi)], "reasons")
    return joined([heading(move.title, level=4), paragraph(takes, "muted"), reasons])


def not_now(reading: Reading) -> Markup:
    """Return what to leave alone for now, or nothing."""
    refusals = wording.not_now(reading.questionnaire, reading.result)
    if not refusals:
        return Markup("")
    pairs = [(refusal.what, refusal.why) for refusal in refusals]
    return joined([heading(say("What not to do now, and why")), entries(pairs, "refusals")])


def limits(reading: Reading, today: Date) -> Markup:
    """Return what the result cannot say, where its numbers come from, and the closing line."""
    provenance = wording.provenance_line(reading.questionnaire, reading.assessment.date, today)
    return joined(
        [
            heading(say("What this result is, and is not")),
            listed((paragraph(say(limit)) for limit in wording.LIMITS), "limits"),
            paragraph(say(wording.CLOSING), "closing"),
            paragraph(provenance, "muted"),
        ]
    )
