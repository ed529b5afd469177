"""From one firm's answers to everything the method says about it."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from scoring.advice import advice_values, find_candidates, find_warnings
from scoring.agreement import Spread, measure_spread, order_agenda
from scoring.answers import Assessment
from scoring.channels import contact_mix, describe_mix, measure_channel_fit
from scoring.demand import Calls, Customers, When, call, describe, merge_segments
from scoring.describe import (
    blind_spots,
    count_heads,
    describe_factors,
    describe_index,
    describe_items,
    describe_pillars,
    gates_of_next_stage,
    is_issued,
    settling_items,
)
from scoring.facts import conclusions, establish_facts, existing_gates, not_applicable_items
from scoring.levels import Items, Profile, Tally, profile, score_items, tally
from scoring.method import Bools, Method
from scoring.ownership import describe_ownership
from scoring.perception import measure_gaps
from scoring.placement import Placement, answer_three, judge_fit, list_gates, place
from scoring.quality import flag_submissions
from scoring.result import DemandResult, Fit, GateResult, Result, SegmentResult
from scoring.segments import Segments, blend_contacts, blend_items, blend_spread, blend_tally, read_segments
from scoring.sheet import Sheet, read_sheet
from scoring.sturdiness import judge_sturdiness, suppose


@dataclass(frozen=True, slots=True)
class Reading:
    """What people said, counted: one firm's items, customers and facts."""

    sheet: Sheet
    counted: Tally
    items: Items
    spread: Spread
    customers: Customers
    segments: Segments | None
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the firm stands and where customers call it.

    ``known`` and ``placement`` begin with the firm as it is; what is supposed about it follows, see ``sturdiness``.
    """

    known: Profile
    exists: Bools
    placement: Placement
    gates: tuple[GateResult, ...]
    demand: DemandResult
    fit: Fit

    @property
    def position(self) -> int:
        return int(self.placement.position[0])


def assess(method: Method, assessment: Assessment) -> Result:
    """Return the result of one firm; raises ValueError for roles, items or values the questionnaire does not have."""
    reading = read(method, assessment)
    return conclude(method, assessment, reading, stand(method, assessment, reading))


def read(method: Method, assessment: Assessment) -> Reading:
    """Count the answers of ``assessment`` and establish the facts they are read under."""
    sheet = read_sheet(method, assessment)
    segments = read_segments(method, assessment)
    contacts = contact_mix(method, sheet)
    if segments:
        contacts = blend_contacts(contacts, segments)
    facts = establish_facts(method, assessment, contacts)
    counted = tally(method, sheet)
    items = score_items(method, counted, sheet.role_weights, not_applicable_items(method, facts))
    spread = measure_spread(method, items)
    if segments:
        counted = blend_tally(counted, segments)
        items, spread = blend_items(items, segments), blend_spread(spread, segments)
    customers = Customers(items.score, sheet.asked, contacts)
    return Reading(sheet, counted, items, spread, customers, segments, facts)


def stand(method: Method, assessment: Assessment, reading: Reading) -> Standing:
    """Place the firm on the path and find out where its customers call it."""
    score, shift = suppose(reading.items.score)
    known = profile(method, score, reading.items.na, reading.sheet.asked)
    exists = existing_gates(method, reading.facts)
    placement = place(method, known, exists, shift=shift)
    demand = _demand(method, assessment, reading)
    fit = judge_fit(int(placement.position[0]), demand.now.stage, demand.five_years.stage)
    return Standing(known, exists, placement, list_gates(method, placement), demand, fit)


def conclude(method: Method, assessment: Assessment, reading: Reading, standing: Standing) -> Result:
    """Draw the conclusions: findings, warnings, candidate actions and what to talk about."""
    items = describe_items(method, reading.items, reading.counted, reading.spread)
    factors = describe_factors(method, standing.known)
    pillars = describe_pillars(method, standing.known)
    ownership = describe_ownership(method, reading.sheet, reading.counted, reading.items)
    gaps = measure_gaps(method, assessment, reading.sheet, reading.items, standing.demand.now.stage)
    stage = destination_stage(method, standing.demand, standing.fit)
    values = advice_values(
        reading.facts,
        factors=factors,
        pillars=pillars[stage] if stage else {},
        items=items,
        position=standing.position,
        demand=standing.demand,
        fit=standing.fit,
        ownership=ownership,
        gaps=gaps,
    )
    warnings = find_warnings(method, values)
    asked = {id_ for id_, column in method.item_index.items() if reading.sheet.asked[column]}
    return Result(
        variant=assessment.variant,
        respondents=len(assessment.heard),
        by_role=count_heads(method, assessment),
        facts=conclusions(method, reading.facts),
        provisional=not is_issued(standing.known, standing.demand),
        settle=settling_items(method, items, factors, asked),
        blind_spots=blind_spots(method, items),
        items=items,
        factors=factors,
        pillars=pillars,
        index=describe_index(method, standing.known),
        gates=standing.gates,
        position=standing.position,
        path_coordinate=float(standing.placement.coordinate[0]),
        demand=standing.demand,
        fit=standing.fit,
        three_answers=answer_three(method, standing.gates, standing.demand),
        ownership=ownership,
        warnings=warnings,
        candidates=find_candidates(method, values, warnings),
        agenda=order_agenda(
            method,
            items,
            asked=asked,
            stage=method.stage_index[stage] if stage else None,
            next_gates=gates_of_next_stage(method, standing.gates, standing.position),
            borderline=standing.demand.now.borderline or standing.demand.five_years.borderline,
        ),
        gaps=gaps,
        sturdiness=judge_sturdiness(standing.placement.position),
        contact_mix=describe_mix(method, reading.customers),
        channel_fit=measure_channel_fit(method, reading.customers, factors),
        flags=flag_submissions(method, assessment, reading.sheet.said),
    )


def destination_stage(method: Method, demand: DemandResult, fit: Fit) -> str | None:
    """Return the stage whose weights count for talk and warnings: today's destination, or the one prepared for."""
    number = fit.target if fit.posture == "prepare" else demand.now.stage
    return None if number is None else method.stages[number - 1]


def _demand(method: Method, assessment: Assessment, reading: Reading) -> DemandResult:
    demand = method.questionnaire.demand
    column = method.item_index[demand.evidence]
    evidence = float(reading.items.score[0, column])
    if not reading.sheet.asked[column]:
        evidence = demand.evidence_when_not_asked
    parts = {when: _calls(method, reading, when) for when in ("today", "five_years")}
    now, later = (calls for calls, _ in parts.values())
    by_segment = [segment for _, segment in parts.values()]
    return DemandResult(
        now=describe(now),
        five_years=describe(later),
        evidence=None if np.isnan(evidence) else evidence,
        segments=_segments(assessment, *by_segment),
    )


def _calls(method: Method, reading: Reading, when: When) -> tuple[Calls, Calls | None]:
    """Return the firm's calls and, where customers were answered for by segment, each segment's."""
    if reading.segments is None:
        return call(method, reading.customers, when), None
    each = call(method, reading.segments.customers, when)
    return merge_segments(method, each, reading.segments.values), each


def _segments(assessment: Assessment, now: Calls | None, later: Calls | None) -> tuple[SegmentResult, ...]:
    if now is None or later is None:
        return ()
    return tuple(
        SegmentResult(segment.id, segment.name, segment.value, describe(now, row), describe(later, row))
        for row, segment in enumerate(assessment.segments)
    )
