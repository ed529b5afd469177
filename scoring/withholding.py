"""A result without the numbers that would tell what a few people said.

Points weigh roles alike, counts of answers weigh people alike. Whoever has both, of everything a number is made of, can
work out what each role said, and so what one person did where they alone of their role answered. So questions that a
role answered with few people are shown either by their counts, when they were talked about, or by their points.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from scoring.method import Method
from scoring.result import (
    ActiveWarning,
    CandidateAction,
    ChannelFits,
    Clause,
    DemandResult,
    DestinationResult,
    FactorResult,
    Gaps,
    GateResult,
    ItemResult,
    Ownership,
    Result,
)

CUSTOMERS = "customers"  # stands for the habits of customers among what is hidden


def hidden_by(method: Method, asked: Collection[str], told: Collection[str]) -> frozenset[str]:
    """Return what must have no points where the answers to the questions ``told`` are, or will be, counted out.

    These are questions, with those beside them in their factor; factors of which every one of the ``asked`` questions
    is told; pillars with such a factor; and "customers", whose habits rest on few questions.
    """
    questionnaire = method.questionnaire
    hidden: set[str] = set()
    for pillar in questionnaire.pillars:
        for factor in pillar.factors:
            items = {item.id for item in factor.items if item.id in asked}
            if items & set(told):
                hidden |= items
            if items and items <= set(told):
                hidden |= {factor.id, pillar.id}
    habits = {item.id for item in questionnaire.customers if item.scored and item.id in asked}
    return frozenset(hidden | habits | {CUSTOMERS} if habits & set(told) else hidden)


def withhold(result: Result, uneven: Collection[str], hidden: Collection[str]) -> Result:
    """Return ``result`` as it may be shown.

    Of the questions in ``uneven`` some role gave few answers: they have no counts. What is ``hidden`` has no points.
    Nothing is said of single submissions.
    """
    if not uneven:
        return replace(result, flags=())
    return replace(
        result,
        items={id_: _item(id_, item, uneven, hidden) for id_, item in result.items.items()},
        factors={id_: _factor(id_, factor, hidden) for id_, factor in result.factors.items()},
        pillars={stage: _pillars(scores, hidden) for stage, scores in result.pillars.items()},
        gates=tuple(_gate(gate, hidden) for gate in result.gates),
        demand=_demand(result.demand) if CUSTOMERS in hidden else result.demand,
        ownership=_ownership(result.ownership),
        warnings=tuple(ActiveWarning(one.id, one.severity, _because(one.because, hidden)) for one in result.warnings),
        candidates=tuple(CandidateAction(one.id, _because(one.because, hidden)) for one in result.candidates),
        agenda=(),
        gaps=_gaps(result.gaps, hidden),
        channel_fit=_channels(result.channel_fit, hidden),
        flags=(),
    )


def _item(id_: str, item: ItemResult, uneven: Collection[str], hidden: Collection[str]) -> ItemResult:
    if id_ in hidden:
        item = replace(item, score=None, ad=None, di=None)
    return replace(item, by_role={}, counts={}, range=None, eta2=None, finding=None) if id_ in uneven else item


def _factor(id_: str, factor: FactorResult, hidden: Collection[str]) -> FactorResult:
    return replace(factor, score=None) if id_ in hidden else factor


def _pillars(scores: Mapping[str, float | None], hidden: Collection[str]) -> dict[str, float | None]:
    return {pillar: None if pillar in hidden else score for pillar, score in scores.items()}


def _gate(gate: GateResult, hidden: Collection[str]) -> GateResult:
    """Leave out what was measured on something hidden; the weakest pillar may be one of that."""
    measured = gate.metric.removeprefix("pillar.")
    return replace(gate, value=None) if measured in hidden or (measured == "min_pillar" and hidden) else gate


def _demand(demand: DemandResult) -> DemandResult:
    """Leave out habits; a workshop answers for the firm as a whole, so there are no segments with more of them."""
    return replace(demand, now=_destination(demand.now), five_years=_destination(demand.five_years), segments=())


def _destination(destination: DestinationResult) -> DestinationResult:
    return replace(destination, mobile=None, social=None, social_share=None)


def _ownership(ownership: Ownership) -> Ownership:
    """Leave out the shares, and what leaders alone said: it may be what one of them did."""
    return replace(ownership, shares={}, driver_share=None, purposes={}, purpose_share=None, ambition=None)


def _because(clauses: tuple[Clause, ...], hidden: Collection[str]) -> tuple[Clause, ...]:
    """Keep the comparisons whose subject may have points."""
    return tuple(clause for clause in clauses if clause.name.partition(".")[2] not in hidden)


def _gaps(gaps: Gaps, hidden: Collection[str]) -> Gaps:
    """Leave out what compares roles and, where questions are hidden, what compares their points with customers'."""
    return replace(
        gaps,
        pulse=None if hidden else gaps.pulse,
        pulse_items={} if hidden else gaps.pulse_items,
        executives_vs_near=None,
        executives_vs_near_firm=False,
        by_factor={},
        estimate=None,
        estimate_vs_measured=None,
    )


def _channels(fits: ChannelFits, hidden: Collection[str]) -> ChannelFits:
    if not hidden:
        return fits
    bare = (replace(one, capability=None, gap_now=None, gap_five_years=None) for one in fits.channels)
    return ChannelFits(None, None, tuple(bare))
