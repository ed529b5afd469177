"""How far respondents agree, whether roles explain it, and which question to discuss next."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from scoring.levels import Items
from scoring.method import Floats, Method
from scoring.model import TOLERANCE
from scoring.result import AgendaItem, Finding, GateResult, ItemResult

DIGITS = 9  # beyond these, two scores are equal


@dataclass(frozen=True, slots=True)
class Spread:
    """Disagreement per firm and item (n, I); NaN where an item has no score.

    ``ad`` is the role-balanced average deviation from the score in points (Burke & Dunlap 2002), ``di`` is
    min(100, 2 ad), ``eta2`` the share of the variance that lies between roles (0 when nobody differs), ``range``
    the widest difference between two role means in points.
    """

    ad: Floats
    di: Floats
    eta2: Floats
    range: Floats


def measure_spread(method: Method, items: Items) -> Spread:
    """Return how far respondents disagree on every item, each role weighing the same whatever its head count."""
    deviation = np.abs(method.line_points - items.score[..., None])
    ad = np.einsum("nik,nik->ni", items.distribution, deviation)
    total = np.einsum("nik,nik->ni", items.distribution, deviation**2)
    from_mean = np.where(np.isnan(items.role_means), 0.0, items.role_means - items.score[:, None, :])
    between = np.einsum("nri,nri->ni", items.role_shares, from_mean**2)
    eta2 = np.divide(between, total, out=np.zeros_like(total), where=total > TOLERANCE)
    unknown = np.isnan(items.score)
    return Spread(
        ad=ad,
        di=np.minimum(100.0, 2.0 * ad),
        eta2=np.where(unknown, np.nan, np.clip(eta2, 0.0, 1.0)),
        range=np.where(unknown, np.nan, _widest(items.role_means)),
    )


def _widest(role_means: Floats) -> Floats:
    highest = np.where(np.isnan(role_means), -np.inf, role_means).max(axis=1)
    lowest = np.where(np.isnan(role_means), np.inf, role_means).min(axis=1)
    return np.where(np.isfinite(highest), highest, 0.0) - np.where(np.isfinite(lowest), lowest, 0.0)


def name_finding(method: Method, ad: float | None, eta2: float | None) -> Finding | None:
    """Return what a disagreement is, or None where people agree well enough; comparisons are inclusive."""
    rule = method.questionnaire.settings.agreement
    if ad is None or eta2 is None or ad < rule.discuss - TOLERANCE:
        return None
    return "role_divide" if eta2 >= rule.role_divide - TOLERANCE else "mixed_picture"


def order_agenda(
    method: Method,
    items: Mapping[str, ItemResult],
    *,
    asked: Collection[str],
    stage: int | None,
    next_gates: tuple[GateResult, ...],
    borderline: bool,
) -> tuple[AgendaItem, ...]:
    """Return what to discuss, most worthwhile first: disagreement x weight x closeness to a gate of the next stage.

    A factor's weight is shared by its ``asked`` items. ``stage`` is the index of the destination stage whose weights
    count; without one no readiness item has weight. Items with fewer than two valid answers, or without
    disagreement, are left out; equal ones keep the order of the questionnaire.
    """
    weights = _discussion_weights(method, asked, stage, next_gates, borderline)
    found = (
        AgendaItem(id_, item.di / 100.0 * weights.get(id_, 0.0), item.finding)
        for id_, item in items.items()
        if item.di is not None and item.answers >= 2
    )
    worthwhile = (entry for entry in found if entry.score > TOLERANCE)
    return tuple(sorted(worthwhile, key=lambda entry: -round(entry.score, DIGITS)))


def _discussion_weights(
    method: Method,
    asked: Collection[str],
    stage: int | None,
    next_gates: tuple[GateResult, ...],
    borderline: bool,
) -> dict[str, float]:
    """Weight per item: its share of the factor's points, doubled near a gate; customer items have one fixed weight."""
    questionnaire = method.questionnaire
    rule = questionnaire.settings.agreement
    band = rule.near_gate + TOLERANCE
    near = {gate.metric for gate in next_gates if gate.margin is not None and abs(gate.margin) <= band}
    weights = dict.fromkeys(demand_items(method), rule.demand_weight * (2 if borderline else 1))
    if stage is None:
        return weights
    for factor, points in zip(questionnaire.factors, method.weights[stage].tolist(), strict=True):
        close = factor.id in near or f"pillar.{questionnaire.pillar_of[factor.id].id}" in near
        items = [item.id for item in factor.items if item.id in asked]
        weights.update((item, points / len(items) * (2 if close else 1)) for item in items)
    return weights


def demand_items(method: Method) -> tuple[str, ...]:
    """Return the customer items that carry the destination; the evidence item is not one of them."""
    evidence = method.questionnaire.demand.evidence
    return tuple(item.id for item in method.questionnaire.customers if item.scored and item.id != evidence)
