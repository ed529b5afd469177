"""The rules of the method that concern the questionnaire as a whole: weights, gates, the quick scan, prerequisites."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import PurePath
from typing import Any

from assessments.catalog.draft import Draft, Spot
from assessments.catalog.files import WeightsFile
from assessments.problems import Problem, did_you_mean
from scoring import model
from scoring.model import Questionnaire
from scoring.names import advice_names


def check_whole(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Yield what is wrong between entries; every file has the right shape, references may still be broken."""
    yield from _pillar_names(draft)
    yield from _reserved(draft, questionnaire)
    yield from _forming(draft)
    yield from _metrics(draft, questionnaire)
    yield from _quick(draft, questionnaire)
    yield from _weights(draft, questionnaire)
    yield from _cycles(draft)


def _pillar_names(draft: Draft) -> Iterator[Problem]:
    for pillar in draft.of(model.Pillar):
        file = PurePath(pillar.document.file.path)
        if pillar.entry.id != file.stem:
            yield pillar.problem("Q218", "id", id=pillar.entry.id, file=file.name)


def _reserved(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Yield facts whose names already mean something in rules, and factors named like other things gates measure."""
    taken = advice_names(questionnaire.model_copy(update={"facts": (), "derived": ()})).plain
    facts: list[Spot[Any]] = [*draft.of(model.Fact), *draft.of(model.DerivedFact)]
    for spot in facts:
        if spot.entry.id in taken:
            yield spot.problem("Q308", "id", id=spot.entry.id)
    for factor in draft.of(model.Factor):
        if factor.entry.id in ("index", "min_pillar"):
            yield factor.problem("Q308", "id", id=factor.entry.id)


def _forming(draft: Draft) -> Iterator[Problem]:
    for number, stage in enumerate(draft.of(model.Stage)):
        if (stage.entry.forming is not None) != (number == 0):
            yield stage.problem("Q414", "forming")


def _metrics(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    pillars = (f"pillar.{pillar.id}" for pillar in questionnaire.pillars)
    known = {"index", "min_pillar", *pillars, *questionnaire.factor_by_id}
    for gate in draft.of(model.Gate):
        metric = gate.entry.metric
        if metric not in known:
            yield gate.problem("Q403", "metric", hint=did_you_mean(metric, known), gate=gate.entry.id, metric=metric)


def _quick(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Yield factors that gates of all stages but the last test, and the quick scan does not ask about."""
    gates = {gate.metric: gate.id for stage in questionnaire.stages[:-1] for gate in stage.gates}
    for factor in draft.of(model.Factor):
        name = factor.entry.id
        if name in gates and not any(item.quick for item in factor.entry.items):
            yield factor.problem("Q408", "items", factor=name, gate=gates[name])


def _weights(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    weights = questionnaire.weights
    for factor in draft.of(model.Factor):
        if factor.entry.id not in weights:
            yield factor.problem("Q304", "id", factor=factor.entry.id)
    for file in draft.of(WeightsFile):
        for name, entry in file.entry.weights.items():
            for stage in questionnaire.stages:
                if stage.id not in entry.points:
                    yield file.problem("Q305", "weights", name, "points", factor=name, stage=stage.id)
        for stage in questionnaire.stages:
            yield from _weightless(file, stage.id, questionnaire)


def _weightless(file: Spot[WeightsFile], stage: str, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Yield a stage, or the pillars at a stage, whose factors all weigh nothing; one unknown weight may be enough."""
    points = {name: entry.points.get(stage, 1.0) for name, entry in file.entry.weights.items()}
    if not any(points.values()):
        yield file.problem("Q401", "weights", stage=stage)
        return
    for pillar in questionnaire.pillars:
        if not any(points.get(factor.id, 1.0) for factor in pillar.factors):
            yield file.problem("Q402", "weights", stage=stage, pillar=pillar.id)


def _cycles(draft: Draft) -> Iterator[Problem]:
    """Yield each circle of actions that wait for one another, from the first of them in the file."""
    spots = {spot.entry.id: spot for spot in draft.of(model.Action)}
    needs = {id_: [need for need in spot.entry.needs if need in spots] for id_, spot in spots.items()}
    order = list(spots)
    while circle := _circle(needs):
        start = min(range(len(circle)), key=lambda index: order.index(circle[index]))
        turned = [*circle[start:], *circle[:start], circle[start]]
        yield spots[turned[0]].problem("Q407", "needs", cycle=" → ".join(turned))
        needs[turned[0]].remove(turned[1])


def _circle(needs: dict[str, list[str]]) -> list[str]:
    """Return actions each of which needs the next, and the last the first; empty when there are none."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found[:0:-1]
    return []
