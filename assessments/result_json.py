"""A result as plain entries for other programs: unrounded, ids as in the questionnaire, None where nothing is known.

What people of one role think is left out, since a role may be a single person.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from assessments.plan_json import plan_entries
from assessments.wording import three_answers
from scoring import __version__
from scoring.answers import Assessment
from scoring.model import Choice, Questionnaire
from scoring.result import Clause, Confidence, DemandResult, Gaps, ItemResult, Ownership, Result, Sturdiness
from scoring.roadmap import Plan

Entries = dict[str, Any]
LABELS = {"clear": "clear", "likely": "likely", "between": "between two stages"}
OF_AN_ITEM = ("score", "answers", "dk_share", "na", "ad", "di", "eta2", "range", "finding")


def as_entries(
    questionnaire: Questionnaire,
    assessment: Assessment,
    result: Result,
    confidence: Confidence | None = None,
    plan: Plan | None = None,
) -> Entries:
    """Return the result of an assessment under the keys that docs/cli.md explains; without a plan, no such key."""
    return {
        **_heading(questionnaire, assessment, result),
        **_scores(result),
        **_placement(questionnaire, result),
        "confidence": {**_sturdiness(result.sturdiness), **(_confidence(confidence) if confidence else {})},
        **_advice(questionnaire, result),
        **_people(questionnaire, result),
        **({"plan": plan_entries(plan)} if plan else {}),
    }


def _heading(questionnaire: Questionnaire, assessment: Assessment, result: Result) -> Entries:
    return {
        "questionnaire": {
            "id": questionnaire.id,
            "version": questionnaire.version,
            "sha256": questionnaire.sha256,
        },
        "engine": {"version": __version__},
        "assessment": assessment.id,
        "firm": assessment.firm,
        "variant": result.variant,
        "date": assessment.date.isoformat(),
        "respondents": {"total": result.respondents, "by_role": dict(result.by_role)},
        "facts": dict(result.facts),
        "provisional": result.provisional,
        "settle": list(result.settle),
        "blind_spots": list(result.blind_spots),
    }


def _scores(result: Result) -> Entries:
    return {
        "items": {item: _item(found) for item, found in result.items.items()},
        "factors": {factor: asdict(found) for factor, found in result.factors.items()},
        "pillars": {stage: dict(scores) for stage, scores in result.pillars.items()},
        "index": dict(result.index),
        "gates": [asdict(gate) for gate in result.gates],
    }


def _item(found: ItemResult) -> Entries:
    return {name: getattr(found, name) for name in OF_AN_ITEM}


def _placement(questionnaire: Questionnaire, result: Result) -> Entries:
    return {
        "position": result.position,
        "path_coordinate": result.path_coordinate,
        "demand": _demand(result.demand),
        "destination": {"now": result.demand.now.stage, "five_years": result.demand.five_years.stage},
        "verdict": result.fit.verdict,
        "posture": result.fit.posture,
        "target": result.fit.target,
        "three_answers": _three_answers(questionnaire, result),
    }


def _demand(demand: DemandResult) -> Entries:
    return {
        "DM_now": demand.now.mobile,
        "DS_now": demand.now.social,
        "DM_5y": demand.five_years.mobile,
        "DS_5y": demand.five_years.social,
        "evidence": demand.evidence,
        "borderline_now": demand.now.borderline,
        "borderline_5y": demand.five_years.borderline,
        "segments": [asdict(segment) for segment in demand.segments],
    }


def _three_answers(questionnaire: Questionnaire, result: Result) -> Entries:
    said = three_answers(questionnaire, result)
    answers = {letter: one.answer for letter, one in zip("abc", said, strict=True)}
    return {**answers, "codes": asdict(result.three_answers)}


def _confidence(found: Confidence) -> Entries:
    """Return how sure the placement is; shares by position 0..3 and destination 1..3, as texts."""
    return {
        "position": {str(position): share for position, share in found.position.items()},
        "destination_now": {str(stage): share for stage, share in found.now.items() if stage},
        "destination_5y": {str(stage): share for stage, share in found.five_years.items() if stage},
        "index_80": {stage: None if interval is None else list(interval) for stage, interval in found.index_80.items()},
        "path_coordinate_80": list(found.coordinate_80),
        "label": LABELS[found.label],
        "second": found.runner_up,
        "capped_by": list(found.capped_by),
        "would_tip": [{**asdict(tip), "items": list(tip.items)} for tip in found.tips],
        "would_settle": found.would_settle,
    }


def _sturdiness(sturdiness: Sturdiness) -> Entries:
    return {
        "bounds": list(sturdiness.bounds),
        "sturdy": sturdiness.sturdy,
        "minima_minus_5": sturdiness.minima_minus_5,
        "minima_plus_5": sturdiness.minima_plus_5,
    }


def _advice(questionnaire: Questionnaire, result: Result) -> Entries:
    names = {channel.id: channel.name for channel in questionnaire.contacts.channels}
    return {
        "warnings": [
            {"id": warning.id, "severity": warning.severity, "because": _because(warning.because)}
            for warning in result.warnings
        ],
        "candidates": [{"id": action.id, "because": _because(action.because)} for action in result.candidates],
        "agenda": [asdict(entry) for entry in result.agenda],
        "contact_mix": {item: dict(mix) for item, mix in result.contact_mix.items()},
        "channel_fit": {
            "now": result.channel_fit.now,
            "five_years": result.channel_fit.five_years,
            "channels": [{"id": fit.id, "name": names[fit.id], **asdict(fit)} for fit in result.channel_fit.channels],
        },
    }


def _because(clauses: Iterable[Clause]) -> list[Entries]:
    return [asdict(clause) for clause in clauses]


def _people(questionnaire: Questionnaire, result: Result) -> Entries:
    return {
        "ambition": result.ownership.ambition,
        "ambition_known": result.ownership.ambition_known,
        "ownership": _ownership(questionnaire, result.ownership),
        "gaps": _gaps(result.gaps),
        "quality_flags": [asdict(flagged) for flagged in result.flags],
    }


def _ownership(questionnaire: Questionnaire, found: Ownership) -> Entries:
    return {
        "driver": found.driver,
        "driver_share": found.driver_share,
        "contested": found.contested,
        "generation": None if found.contested else _generation(questionnaire, found.driver),
        "shares": dict(found.shares),
        "purpose_top": found.purpose_top,
        "purpose_share": found.purpose_share,
        "purposes": dict(found.purposes),
        "tools": list(found.tools),
        "social_tools": found.social_tools,
    }


def _generation(questionnaire: Questionnaire, driver: str | None) -> str | None:
    """Return the CRM generation the driver stands for."""
    item = questionnaire.telling("driver")
    options = item.options if isinstance(item, Choice) else ()
    return next((option.flavour.generation for option in options if option.id == driver and option.flavour), None)


def _gaps(gaps: Gaps) -> Entries:
    """Return the perception gaps; what each side said stays out."""
    return {
        "executives_vs_near": gaps.executives_vs_near,
        "executives_vs_near_firm": gaps.executives_vs_near_firm,
        "estimate": gaps.estimate,
        "measured": gaps.measured,
        "estimate_vs_measured": gaps.estimate_vs_measured,
        "pulse": gaps.pulse,
        "pulse_items": dict(gaps.pulse_items),
    }
