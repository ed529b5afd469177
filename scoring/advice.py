"""Warnings that are active and actions worth considering, each with the comparisons that made it so."""

from collections.abc import Mapping
from typing import Any

from scoring.method import Method
from scoring.result import (
    ActiveWarning,
    CandidateAction,
    DemandResult,
    FactorResult,
    Fit,
    Gaps,
    ItemResult,
    Ownership,
)


def advice_values(
    facts: Mapping[str, Any],
    *,
    factors: Mapping[str, FactorResult],
    pillars: Mapping[str, float | None],
    items: Mapping[str, ItemResult],
    position: int,
    demand: DemandResult,
    fit: Fit,
    ownership: Ownership,
    gaps: Gaps,
) -> dict[str, Any]:
    """Return every value a warning or an action may ask about, by the name rules use."""
    return {
        **facts,
        **{f"F.{id_}": factor.score for id_, factor in factors.items()},
        **{f"P.{id_}": score for id_, score in pillars.items()},
        **{f"I.{id_}": item.score for id_, item in items.items()},
        "p": position,
        "d_now": demand.now.stage,
        "d_5y": demand.five_years.stage,
        "target": fit.target,
        "DM_now": demand.now.mobile,
        "DM_5y": demand.five_years.mobile,
        "DS_now": demand.now.social,
        "DS_5y": demand.five_years.social,
        "E": demand.evidence,
        "driver": ownership.driver,
        "driver_share": ownership.driver_share,
        "purpose_top": ownership.purpose_top,
        "purpose_top_share": ownership.purpose_share,
        "ambition": ownership.ambition,
        "social_tools": ownership.social_tools,
        "gap_ef": gaps.executives_vs_near,
        "gap_est": gaps.estimate_vs_measured,
        "gap_pulse": gaps.pulse,
        "dk": {id_: item.dk_share for id_, item in items.items()},
    }


def find_warnings(method: Method, values: Mapping[str, Any]) -> tuple[ActiveWarning, ...]:
    """Return the active warnings in file order; a rule may ask about warnings before it."""
    active: list[ActiveWarning] = []
    seen: set[str] = set()
    now = {**values, "ap": seen}
    for warning in method.questionnaire.warnings:
        rule = method.warnings[warning.id]
        if rule.holds(now):
            seen.add(warning.id)
            active.append(ActiveWarning(warning.id, warning.severity, rule.because(now)))
    return tuple(active)


def find_candidates(
    method: Method, values: Mapping[str, Any], warnings: tuple[ActiveWarning, ...]
) -> tuple[CandidateAction, ...]:
    """Return the actions whose rule is true, in file order."""
    now = {**values, "ap": {warning.id for warning in warnings}}
    return tuple(CandidateAction(id_, rule.because(now)) for id_, rule in method.actions.items() if rule.holds(now))
