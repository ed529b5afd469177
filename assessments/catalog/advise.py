"""Where a questionnaire can be used, but departs from the claims of its sources or could serve people better."""

from collections.abc import Iterator

from assessments.catalog.draft import Draft, Spot
from assessments.catalog.files import WeightsFile
from assessments.catalog.wording import advise_on_wording
from assessments.problems import Problem
from scoring import model
from scoring.model import Questionnaire

# What the sources say about weights, for factors of these names; other factors are free.
NEVER_REPLACED_BUT = ("ch_social", "ch_collab")  # S44 S45: every other factor keeps some weight at the last stage
GROWING = ("ch_mobile", "dm_record", "dm_analytics", "ch_collab")  # S46: more at the last stage than at the first
NOT_AT_FIRST = ("ch_social",)  # S38

MOST_WORDS = 40  # of a question


def advise(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Yield advice on a questionnaire without problems."""
    first, last = questionnaire.stages[0].id, questionnaire.stages[-1].id
    for file in draft.of(WeightsFile):
        for factor, weights in file.entry.weights.items():
            for code in _departures(factor, weights.points[first], weights.points[last]):
                yield file.problem(code, "weights", factor, "points", factor=factor)
    yield from _easier_gates(draft)
    yield from _long_questions(draft)
    yield from advise_on_wording(draft)


def _departures(factor: str, first: float, last: float) -> Iterator[str]:
    if last == 0 and factor not in NEVER_REPLACED_BUT:
        yield "C801"
    if last <= first and factor in GROWING:
        yield "C802"
    if first > 0 and factor in NOT_AT_FIRST:
        yield "C803"


def _easier_gates(draft: Draft) -> Iterator[Problem]:
    """Yield gates that ask for less than a gate of an earlier stage on the same metric."""
    hardest: dict[str, Spot[model.Gate]] = {}
    for gate in draft.of(model.Gate):
        metric, minimum = gate.entry.metric, gate.entry.minimum
        before = hardest.setdefault(metric, gate)
        if minimum >= before.entry.minimum:
            hardest[metric] = gate
        elif metric != "index" and metric != "min_pillar" and not metric.startswith("pillar."):
            earlier, most = before.entry.id, before.entry.minimum
            yield gate.problem("C804", "minimum", gate=gate.entry.id, minimum=minimum, earlier=earlier, before=most)


def _long_questions(draft: Draft) -> Iterator[Problem]:
    for item in draft.of(model.Item):
        words = len(item.entry.text.split())
        if words > MOST_WORDS:
            yield item.problem("C805", "text", words=words, most=MOST_WORDS)
