"""The laws about where a firm stands, each tried on firms by chance or on one made for it."""

from collections.abc import Iterator

import numpy as np

from assessments.editing.laws import Law, LawBroken, Trial
from assessments.languages import Unspoken, say_later
from scoring.method import DONT_KNOW, Codes
from scoring.model import TOLERANCE, Gate
from scoring.rolling import better_by_one

MOST_POINTS = 100


def _best_is_last(trial: Trial) -> Iterator[LawBroken]:
    stages = trial.method.stages
    worst, best = trial.place(trial.sheet_of(np.stack([trial.worst, trial.best]))).position.tolist()
    if best != len(stages):
        yield LawBroken(say_later("The best answers to everything reach the last stage."), _reached(stages, best))
    if worst != 0:
        yield LawBroken(say_later("The worst answers to everything reach no stage."), _reached(stages, worst))


def _reached(stages: tuple[str, ...], position: int) -> Unspoken:
    if position == 0:
        return say_later("They reach no stage.")
    return say_later("They reach stage {stage}.", stage=stages[position - 1])


def _better_never_lowers(trial: Trial) -> Iterator[LawBroken]:
    before, after = trial.firms, trial.place(better_by_one(trial.method, trial.sheet, trial.seed), trial.exists)
    lower = (after.index < before.index - TOLERANCE).any(axis=1) | (after.position < before.position)
    if lower.any():
        seen = say_later("It does for {count} of {firms} firms.", count=int(lower.sum()), firms=trial.count)
        yield LawBroken(say_later("A better answer never lowers where a firm stands."), seen)


def _nothing_makes_up_for_a_gate(trial: Trial) -> Iterator[LawBroken]:
    """Everything at its best but what one gate of the last stage measures, which is at its worst."""
    yield from _not_held_back(
        trial,
        trial.worst,
        [gate for gate in trial.method.questionnaire.stages[-1].gates if _measured(trial, gate)],
        say_later("No strength elsewhere makes up for a missed gate of the last stage."),
    )


def _unknown_passes_no_gate(trial: Trial) -> Iterator[LawBroken]:
    """Everything at its best but what one gate measures, which nobody knows."""
    yield from _not_held_back(
        trial,
        np.full_like(trial.worst, DONT_KNOW),
        [gate for _, gate in trial.method.questionnaire.gates if _measured(trial, gate)],
        say_later("What nobody knows passes no gate."),
    )


def _not_held_back(trial: Trial, otherwise: Codes, gates: list[Gate], law: Unspoken) -> Iterator[LawBroken]:
    stage_of = {
        gate.id: number for number, stage in enumerate(trial.method.questionnaire.stages) for gate in stage.gates
    }
    codes = np.repeat(trial.best[np.newaxis], len(gates), axis=0)
    for row, gate in enumerate(gates):
        columns = trial.columns(_measured(trial, gate))
        codes[row, columns] = otherwise[columns]
    positions = trial.place(trial.sheet_of(codes)).position.tolist()
    passed = [gate.id for gate, reached in zip(gates, positions, strict=True) if reached > stage_of[gate.id]]
    if passed:
        yield LawBroken(law, say_later("It does for {gates}.", gates=", ".join(passed)))


def _measured(trial: Trial, gate: Gate) -> frozenset[str]:
    """Return the questions behind what a gate measures; none for the index and the weakest pillar."""
    questionnaire = trial.method.questionnaire
    pillars = {f"pillar.{pillar.id}": pillar.factors for pillar in questionnaire.pillars}
    single = questionnaire.factor_by_id.get(gate.metric)
    factors = pillars.get(gate.metric, () if single is None else (single,))
    return frozenset(item.id for factor in factors for item in factor.items)


def _conditions_only_hold_back(trial: Trial) -> Iterator[LawBroken]:
    always = np.array([gate.only_if is None for _, gate in trial.method.questionnaire.gates])
    fewest = np.repeat(always[np.newaxis], trial.count, axis=0)
    higher = trial.place(trial.sheet).position > trial.place(trial.sheet, fewest).position
    if higher.any():
        seen = say_later("It lifts {count} of {firms} firms.", count=int(higher.sum()), firms=trial.count)
        yield LawBroken(say_later("A gate with a condition never lifts a firm."), seen)


def _within_bounds(trial: Trial) -> Iterator[LawBroken]:
    firms, stages = trial.firms, len(trial.method.stages)
    points = np.concatenate([firms.index.ravel(), firms.factors.ravel(), firms.pillars.ravel()])
    points = points[~np.isnan(points)]
    beyond = (points < -TOLERANCE).any() or (points > MOST_POINTS + TOLERANCE).any()
    if beyond or (firms.coordinate < 0).any() or (firms.coordinate >= stages + 1).any():
        law = say_later("Scores lie between 0 and 100, and firms on the path.")
        yield LawBroken(law, say_later("Some lie beyond."))


PATH_LAWS: tuple[Law, ...] = (
    _best_is_last,
    _better_never_lowers,
    _nothing_makes_up_for_a_gate,
    _unknown_passes_no_gate,
    _conditions_only_hold_back,
    _within_bounds,
)
