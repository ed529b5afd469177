"""From arrays to plain data: the results of one firm by id, with None where nothing is known."""

import numpy as np

from scoring.agreement import Spread, name_finding
from scoring.answers import Assessment
from scoring.levels import Items, Profile, Tally
from scoring.method import Method
from scoring.model import TOLERANCE, ShareTerm
from scoring.result import DemandResult, FactorResult, FactorStatus, GateResult, ItemResult


def plain(value: float) -> float | None:
    """Return ``value`` as a plain number, None for NaN."""
    return float(value) if value == value else None  # only NaN differs from itself


def describe_items(method: Method, items: Items, counted: Tally, spread: Spread) -> dict[str, ItemResult]:
    """Return every item's result by id."""
    numbers = (items.score, items.dk_share, spread.ad, spread.di, spread.eta2, spread.range)
    table = np.stack([column[0] for column in numbers], axis=1).tolist()
    voices = zip(items.role_means[0].T.tolist(), counted.lines[0].swapaxes(0, 1).tolist(), strict=True)
    rows = zip(method.items, table, items.answers[0].tolist(), items.na[0].tolist(), voices, strict=True)
    return {id_: _item(method, id_, row, answers, na, *voice) for id_, row, answers, na, voice in rows}


def _item(
    method: Method, id_: str, row: list[float], answers: int, na: bool, means: list[float], lines: list[list[int]]
) -> ItemResult:
    score, dk_share, ad, di, eta2, widest = map(plain, row)
    width = len(method.codes[id_])
    by_role, counts = {}, {}
    for role, mean, line in zip(method.roles, means, lines, strict=True):
        if any(line) and not na:
            counts[role] = tuple(line[:width])
            if mean == mean:  # only NaN, the mean of an unscored item, differs from itself
                by_role[role] = mean
    return ItemResult(
        score=score,
        answers=answers,
        dk_share=dk_share,
        na=na,
        ad=ad,
        di=di,
        eta2=eta2,
        range=widest,
        finding=name_finding(method, ad, eta2),
        by_role=by_role,
        counts=counts,
    )


def describe_factors(method: Method, known: Profile) -> dict[str, FactorResult]:
    """Return score and status of every factor."""
    return {
        id_: FactorResult(plain(known.factors[0, column]), _status(known, column))
        for id_, column in method.factor_index.items()
    }


def _status(known: Profile, column: int) -> FactorStatus:
    if not known.asked[column]:
        return "not_asked"
    if not known.applicable[0, column]:
        return "na"
    return "ok" if known.known[0, column] else "unknown"


def describe_pillars(method: Method, known: Profile) -> dict[str, dict[str, float | None]]:
    """Return the pillar scores under each stage's weights; None where too little of a pillar is known."""
    return {
        stage: {
            pillar: plain(known.pillars[0, row, column]) if known.pillars_known[0, row, column] else None
            for pillar, column in method.pillar_index.items()
        }
        for stage, row in method.stage_index.items()
    }


def describe_index(method: Method, known: Profile) -> dict[str, float | None]:
    """Return the index of every stage."""
    return {stage: plain(known.index[0, row]) for stage, row in method.stage_index.items()}


def count_heads(method: Method, assessment: Assessment) -> dict[str, int]:
    """Return how many people of each role were heard, in the questionnaire's order; silent roles are left out."""
    roles = [submission.role for submission in assessment.heard]
    return {role: roles.count(role) for role in method.roles if role in roles}


def is_issued(known: Profile, demand: DemandResult) -> bool:
    """Return whether a placement can be issued: every pillar known at every stage, and both habits of today."""
    used = known.pillars_present[0]
    pillars = (known.pillars_known[0] | ~used).all() and used.any()
    return bool(pillars) and demand.now.mobile is not None and demand.now.social is not None


def blind_spots(method: Method, items: dict[str, ItemResult]) -> tuple[str, ...]:
    """Return the items so many people could not answer that the firm cannot see there."""
    limit = method.questionnaire.settings.coverage.blind_spot
    return tuple(id_ for id_, item in items.items() if item.dk_share is not None and item.dk_share >= limit - TOLERANCE)


def settling_items(
    method: Method, items: dict[str, ItemResult], factors: dict[str, FactorResult], asked: set[str]
) -> tuple[str, ...]:
    """Return the unanswered items that keep a factor or a destination unknown, in the order people see them."""
    demand = method.questionnaire.demand
    habits = (*demand.mobile.today, *demand.mobile.five_years, *demand.social.today, *demand.social.five_years)
    required = {term.item for term in habits if isinstance(term, ShareTerm) and term.required}
    unknown = {id_ for id_, factor in factors.items() if factor.status == "unknown"}
    factor_of = method.questionnaire.factor_of
    return tuple(
        id_
        for id_, item in items.items()
        if id_ in asked
        and item.score is None
        and not item.na
        and (id_ in required or (id_ in factor_of and factor_of[id_].id in unknown))
    )


def gates_of_next_stage(method: Method, gates: tuple[GateResult, ...], position: int) -> tuple[GateResult, ...]:
    """Return the gates of the stage after ``position``; none beyond the last stage."""
    if position >= len(method.stages):
        return ()
    return tuple(gate for gate in gates if gate.stage == method.stages[position])
