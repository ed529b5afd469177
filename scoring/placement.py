"""From gates to a position on the path, and from position and destination to fit, posture and target."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from scoring.levels import Profile, over_pillars
from scoring.method import Bools, Codes, Floats, Ints, Method
from scoring.model import TOLERANCE
from scoring.result import (
    DemandResult,
    Fit,
    ForCustomers,
    GateOutcome,
    GateResult,
    Posture,
    SocialCrm,
    ThreeAnswers,
    Verdict,
)

FOR_CUSTOMERS: dict[str, ForCustomers] = {"today": "yes_today", "later": "within_five_years", "never": "no"}
TO_SUCCEED: dict[str, SocialCrm] = {"today": "yes_today", "later": "by_year_five"}

PASS, FAIL, UNKNOWN, WAIVED, NOT_TESTED = np.arange(5, dtype=np.int8)
OUTCOMES: tuple[GateOutcome, ...] = ("pass", "fail", "unknown", "waived", "not_tested")
NEAREST_TO_NEXT = 0.99  # the coordinate stays below the next whole number until its gates are passed


@dataclass(frozen=True, slots=True)
class Placement:
    """Gates and positions of n firms; ``value`` is NaN where a gate has none."""

    value: Floats  # (n, G)
    minimum: Floats  # (n or 1, G)
    outcome: Codes  # (n, G) index into OUTCOMES
    exists: Bools  # (n or 1, G)
    position: Ints  # (n,) 0..3
    coordinate: Floats  # (n,) 0..4


def place(method: Method, profile: Profile, exists: Bools, *, shift: float | Floats = 0.0) -> Placement:
    """Return the placement of n firms.

    ``exists`` (n or 1, G) says which gates apply; ``shift``, one for all or (n, 1), moves every minimum.
    """
    minimum = np.atleast_2d(method.gates.minimum + shift)
    value, otherwise = _measure(method, profile)
    failed = value < minimum - TOLERANCE
    outcome = np.where(np.isnan(value), otherwise, failed.view(np.int8))  # PASS is 0 and FAIL is 1
    position = _positions(method, outcome, exists)
    coordinate = _coordinates(method, profile, value, minimum, exists, position)
    return Placement(value, minimum, outcome, exists, position, coordinate)


def _measure(method: Method, profile: Profile) -> tuple[Floats, Codes]:
    """Return each gate's value (n, G), NaN where unknown, and what the gate (n or 1, G) is where it has none."""
    used = profile.pillars_present
    any_used = over_pillars(np.logical_or, used)
    complete = over_pillars(np.logical_and, profile.pillars_known | ~used) & any_used
    pillars = np.where(profile.pillars_known, profile.pillars, np.nan)
    lowest = over_pillars(np.minimum, np.where(used, profile.pillars, np.inf))
    overall = (np.where(complete, known, np.nan) for known in (lowest, profile.index))
    value = _by_gate(method, profile.factors, pillars, *overall)
    present = _by_gate(method, profile.applicable, used, any_used, any_used)
    return value, np.where(present, UNKNOWN, _absent(method, profile))


def _by_gate(method: Method, *metrics: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return what each gate measures (n, G), given everything that can be, in the order of ``GateTable.metric``."""
    table = np.concatenate([metric.reshape(len(metric), -1) for metric in metrics], axis=1)
    return table[:, method.gates.metric]


def _absent(method: Method, profile: Profile) -> Codes:
    """Return what a gate (G,) is when nothing it measures applies: waived, or not tested when it was not asked."""
    pillars = np.tile(profile.asked @ method.pillar_members, len(method.stages))
    overall = np.full(2 * len(method.stages), profile.asked.any())
    asked = np.concatenate([profile.asked, pillars, overall])
    return np.where(asked[method.gates.metric], WAIVED, NOT_TESTED)


def _positions(method: Method, outcome: Codes, exists: Bools) -> Ints:
    """Count the stages before the first gate, in path order, that is neither passed nor waived nor not tested."""
    blocked = ((outcome == FAIL) | (outcome == UNKNOWN)) & exists
    first = method.gates.stage[blocked.argmax(axis=1)]
    return np.where(blocked.any(axis=1), first, len(method.stages))


def _coordinates(
    method: Method, profile: Profile, value: Floats, minimum: Floats, exists: Bools, position: Ints
) -> Floats:
    """Return position plus progress towards the next stage's gates."""
    counted = (method.gates.stage == position[:, None]) & exists & ~np.isnan(value)
    made = np.where(counted, progress(value, minimum), 0.0).sum(axis=1)
    gates = counted.sum(axis=1)
    mean = np.divide(made, gates, out=np.zeros_like(made), where=gates > 0)
    ahead = np.where(position == len(method.stages), _open_end(method, profile), mean)
    return np.asarray(position + NEAREST_TO_NEXT * ahead)


def progress(value: Floats, minimum: Floats) -> Floats:
    """Return how far gates have come, 0..1: from half the minimum, which counts nothing, up to the minimum."""
    half = minimum / 2.0
    at_once = half <= 0  # a minimum of nothing is reached from the start
    beyond = (value - half) / np.where(at_once, 1.0, half) + at_once
    return np.asarray(np.minimum(np.fmax(beyond, 0.0), 1.0))  # fmax reads an unknown value as nothing


def _open_end(method: Method, profile: Profile) -> Floats:
    """Return what carries a firm on beyond the last stage, 0..1: how well it renews itself."""
    factor = method.questionnaire.settings.open_end
    renewal = profile.factors[:, method.factor_index[factor]] if factor else np.full(len(profile.index), np.nan)
    return np.asarray(np.fmax(np.where(np.isnan(renewal), profile.index[:, -1], renewal), 0.0) / 100.0)


def list_gates(method: Method, placement: Placement) -> tuple[GateResult, ...]:
    """Return the gates that exist for the first firm of ``placement`` as plain data, in path order."""
    columns = (placement.value[0], placement.minimum[0], placement.outcome[0], placement.exists[0])
    rows = zip(method.questionnaire.gates, *(column.tolist() for column in columns), strict=True)
    return tuple(
        GateResult(gate.id, stage.id, gate.metric, None if math.isnan(value) else value, minimum, OUTCOMES[outcome])
        for (stage, gate), value, minimum, outcome, exists in rows
        if exists
    )


def judge_fit(position: int, now: int | None, five_years: int | None) -> Fit:
    """Return verdict, posture and target from position 0..3 and destinations 1..3; depends on nothing else.

    Being behind today can be said without knowing the five-year destination; anything else needs both.
    """
    delta_now = None if now is None else position - now
    delta_later = None if five_years is None else position - five_years
    if now is None or delta_now is None:
        return Fit(None, None, delta_now, delta_later, None)
    if delta_now < 0:
        return Fit("behind", "catch_up", delta_now, delta_later, now)
    if five_years is None or delta_later is None:
        return Fit(None, None, delta_now, None, None)
    verdict, posture = _when_not_behind(delta_now, delta_later)
    target = five_years if posture == "prepare" else max(now, five_years)
    return Fit(verdict, posture, delta_now, delta_later, target)


def _when_not_behind(delta_now: int, delta_later: int) -> tuple[Verdict, Posture]:
    if delta_later < 0:
        return ("in_step_behind_later" if delta_now == 0 else "ahead_behind_later"), "prepare"
    if delta_now == 0:
        return "in_step", "stay_and_renew"
    return ("ahead_in_step_later", "stay_and_renew") if delta_later == 0 else ("ahead", "hold_back")


def answer_three(method: Method, gates: tuple[GateResult, ...], demand: DemandResult) -> ThreeAnswers:
    """Answer the three questions every report answers; None where the destination is unknown."""
    when = _when_called(method, demand)
    stays: SocialCrm = "no_traditional" if demand.now.stage == 1 else "no_shift"
    return ThreeAnswers(
        social_media_for_customers=FOR_CUSTOMERS[when] if when else None,
        social_media_for_social_crm="component" if method.questionnaire.last_stage_needs_component else "not_strictly",
        component_in_place=_in_place(method, gates, "component"),
        driver_in_place=_in_place(method, gates, "driver"),
        social_crm_to_succeed=TO_SUCCEED.get(when, stays) if when else None,
    )


def _when_called(method: Method, demand: DemandResult) -> str | None:
    """Return when customers call for the last stage: today, later, never, or None while that is unknown."""
    last, now, later = len(method.stages), demand.now.stage, demand.five_years.stage
    if now == last:
        return "today"
    if now is None or later is None:
        return None
    return "later" if later == last else "never"


def _in_place(method: Method, gates: tuple[GateResult, ...], part: str) -> bool | None:
    parts = {gate.id: gate.part for _, gate in method.questionnaire.gates}
    results = [gate.result for gate in gates if parts[gate.id] == part]
    return all(result == "pass" for result in results) if results else None
