"""The firms that plans are tested with: the samples, variants of them, and other factor scores."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from scoring.answers import Assessment, FactValue, Unanswered
from scoring.result import FactorResult, Result
from scoring.roadmap import Plan, Wishes, make_plan
from scoring.roadmap.problem import Problem, pose
from scoring.roadmap.wishes import NO_WISHES
from tests.scoring import samples


@dataclass(frozen=True)
class Firm:
    assessment: Assessment
    result: Result

    def plan(self, wishes: Wishes = NO_WISHES) -> Plan:
        return make_plan(samples.method(), self.assessment, self.result, wishes=wishes)

    def problem(self, wishes: Wishes = NO_WISHES) -> Problem:
        return pose(samples.method(), self.assessment, self.result, wishes)

    def with_factors(self, **scores: float | None) -> "Firm":
        """Return the firm with other factor scores; its warnings, candidates and position stay as they are."""
        changed = {id_: FactorResult(score, "unknown" if score is None else "ok") for id_, score in scores.items()}
        return replace(self, result=replace(self.result, factors={**self.result.factors, **changed}))

    def with_facts(self, **facts: FactValue) -> "Firm":
        return of(replace(self.assessment, context={**self.assessment.context, **facts}))


def of(assessment: Assessment) -> Firm:
    return Firm(assessment, samples.result_of(assessment))


@cache
def firm(name: str) -> Firm:
    """Return a sample firm, or a variant of one."""
    return of(VARIANTS[name]() if name in VARIANTS else samples.firm(name))


def _customers_of(name: str) -> dict[str, object]:
    answers = samples.firm(name).submissions[0].answers
    return {item: value for item, value in answers.items() if item.startswith("dem_")}


VARIANTS: Mapping[str, Callable[[], Assessment]] = {
    # the first lessons are still waiting
    "pebble_unlearned": lambda: samples.changed(samples.firm("pebble"), {"own_08": 2, "own_09": 2}),
    # in step today, behind in five years
    "hartwell_more_mobile": lambda: samples.changed(samples.firm("hartwell"), {"dem_04": 4}),
    # two stages ahead of its customers
    "pebble_ahead": lambda: samples.changed(samples.firm("pebble"), _customers_of("hartwell")),  # type: ignore[arg-type]
    # the last stage is called for in five years, not today
    "northvale_later": lambda: samples.changed(samples.firm("northvale"), {"dem_06": 5, "dem_08": 5, "dem_10": 5}),
    # nobody can say whether customers use phones: the destination is unknown
    "northvale_unseen": lambda: samples.changed(samples.firm("northvale"), {"dem_03": Unanswered.DONT_KNOW}),
    "brightthread_quick": lambda: replace(samples.firm("brightthread"), variant="quick"),
    "hartwell_quick": lambda: replace(samples.firm("hartwell"), variant="quick"),
}
