"""The method word by word: effects of actions, the cheapest set found by trying all, the short plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from scoring.model import Action, Questionnaire
from scoring.result import Result
from tests.laws.reference.path import Path, climb

Chosen = frozenset[str]
NEARLY = 1e-9


@dataclass
class Plans:
    """What a plan for one firm may be chosen from; ``banned`` actions, and those that need them, are not."""

    questionnaire: Questionnaire
    result: Result
    banned: Chosen = frozenset()
    _after: dict[Chosen, Path] = field(default_factory=dict)

    @cached_property
    def offered(self) -> dict[str, Action]:
        candidates = sorted(candidate.id for candidate in self.result.candidates)
        found = {id_: self.questionnaire.action_by_id[id_] for id_ in candidates}
        barred = set(self.banned)
        while more := {id_ for id_, one in found.items() if id_ not in barred and barred & set(one.needs) & set(found)}:
            barred |= more
        return {id_: action for id_, action in found.items() if id_ not in barred}

    def with_needs(self, actions: Iterable[str]) -> Chosen:
        """Return ``actions`` with every candidate that has to come before them."""
        chosen = set(actions)
        while more := {need for id_ in chosen for need in self.offered[id_].needs} & set(self.offered) - chosen:
            chosen |= more
        return frozenset(chosen)

    # -------------------------------------------------------------- effects

    def score(self, factor: str, chosen: Chosen) -> float | None:
        """F' = max(F0, min(90, F0 + 0.8 h(F0) sum of lifts)), h(F0) = clip(1.5 - F0/100, 0.6, 1.5)."""
        start = self.result.factors[factor].score
        if start is None:
            return None
        headroom = max(0.6, min(1.5, 1.5 - start / 100))
        lifts = sum(self.offered[id_].lift.get(factor, 0.0) for id_ in sorted(chosen))
        planning = self.questionnaire.settings.planning
        return max(start, min(planning.ceiling, start + planning.factor * headroom * lifts))

    def after(self, chosen: Chosen) -> Path:
        """Return where the firm stands once ``chosen`` are finished."""
        if chosen not in self._after:
            exists = {gate.id: False for _, gate in self.questionnaire.gates}
            path = Path(
                factors={id_: self.score(id_, chosen) for id_ in self.result.factors},
                status={id_: factor.status for id_, factor in self.result.factors.items()},
            )
            self._after[chosen] = climb(
                self.questionnaire, path, exists | {gate.id: True for gate in self.result.gates}
            )
        return self._after[chosen]

    def open_gates(self, chosen: Chosen, stage: int) -> list[str]:
        """Return the gates of the first ``stage`` stages that fail; unknown ones are no business of a plan."""
        ids = [stage.id for stage in self.questionnaire.stages][:stage]
        gates = self.after(chosen).gates
        return [gate.id for gate in self.result.gates if gate.stage in ids and gates[gate.id][1] == "fail"]

    # -------------------------------------------------------------- the cheapest set

    def cost(self, chosen: Iterable[str]) -> float:
        rank = {id_: number for number, id_ in enumerate(self.offered, start=1)}
        return sum(
            self.offered[id_].effort + 0.01 * self.offered[id_].lead + 0.0001 * rank[id_] for id_ in sorted(chosen)
        )

    def effort(self, chosen: Iterable[str]) -> float:
        return sum(self.offered[id_].effort for id_ in chosen)

    def cheapest(self, stage: int, forced: Chosen) -> Chosen | None:
        """Try every set that contains ``forced`` with all prerequisites; return the cheapest that passes the gates."""
        free = [id_ for id_ in self.offered if id_ not in forced]
        sets = (forced | frozenset(more) for size in range(len(free) + 1) for more in combinations(free, size))
        fitting = [
            chosen for chosen in sets if self.with_needs(chosen) == chosen and not self.open_gates(chosen, stage)
        ]
        return min(fitting, key=lambda chosen: (round(self.cost(chosen), 9), sorted(chosen)), default=None)

    def stages(self) -> dict[int, Chosen]:
        """Return the cheapest set of every stage up to the target, as far as there is one."""
        forced = self.with_needs(id_ for id_ in self.questionnaire.settings.planning.always if id_ in self.offered)
        first = self.result.position + 1
        chosen = self.cheapest(first, forced)
        while chosen is not None and (missing := self._missing(chosen)):
            forced = self.with_needs([*forced, missing])
            chosen = self.cheapest(first, forced)
        found: dict[int, Chosen] = {}
        for stage in range(first, (self.result.fit.target or 0) + 1):
            chosen = self.cheapest(stage, found[stage - 1]) if found else chosen
            if chosen is None:
                break
            found[stage] = chosen
        return found

    def _missing(self, chosen: Chosen) -> str | None:
        """Return the remedy, or else the early win, that still has to be forced into ``chosen``."""
        for remedies in self.remedies.values():
            if remedies and not chosen & set(remedies):
                return self._cheapest_of(remedies, chosen)
        wins = [id_ for id_, action in self.offered.items() if action.early_win]
        return self._cheapest_of(wins, chosen) if wins and not chosen & set(wins) else None

    @cached_property
    def remedies(self) -> Mapping[str, list[str]]:
        """Candidate remedies of every active high warning, in file order."""
        return {
            warning.id: [id_ for id_ in self.questionnaire.warning_by_id[warning.id].remedies if id_ in self.offered]
            for warning in self.result.warnings
            if warning.severity == "high"
        }

    def _cheapest_of(self, actions: list[str], chosen: Chosen) -> str:
        return min(actions, key=lambda id_: (round(self.effort(self.with_needs([id_]) - chosen), 9), id_))

    def greedy(self, stage: int, forced: Chosen) -> Chosen:
        """Return a set put together without a solver: most shortfall closed for its effort first, then pruned."""
        chosen = forced
        while self.open_gates(chosen, stage) and (rates := self._rates(chosen, stage)):
            chosen = self.with_needs([*chosen, max(sorted(rates), key=lambda id_: rates[id_])])
        for id_ in sorted(chosen - forced, key=lambda id_: -self.offered[id_].effort):
            fewer = chosen - {id_}
            if self.with_needs(fewer) == fewer and not self.open_gates(fewer, stage):
                chosen = fewer
        return chosen

    def _rates(self, chosen: Chosen, stage: int) -> dict[str, float]:
        missing = self._shortfall(chosen, stage)
        longer = {id_: self.with_needs([*chosen, id_]) for id_ in self.offered if id_ not in chosen}
        return {
            id_: (missing - self._shortfall(more, stage)) / max(self.effort(more - chosen), NEARLY)
            for id_, more in longer.items()
        }

    def _shortfall(self, chosen: Chosen, stage: int) -> float:
        minima = {gate.id: gate.minimum for gate in self.result.gates}
        gates = self.after(chosen).gates
        return sum(minima[id_] - (gates[id_][0] or 0.0) for id_ in self.open_gates(chosen, stage))

    # -------------------------------------------------------------- the short plan

    def renewal(self, budget: float, highest: int) -> Chosen:
        """Return the short plan; ``budget`` in person-weeks before the size factor."""
        planning = self.questionnaire.settings.planning
        chosen: Chosen = frozenset()
        for id_ in planning.renewal_start:
            chosen = self._if_short(chosen, [id_] if id_ in self.offered else [])
        for remedies in self.remedies.values():
            chosen = self._if_short(chosen, [self._cheapest_of(remedies, chosen)] if remedies else [])
        while best := self._best_growth(chosen, budget, highest):
            chosen = self.with_needs([*chosen, best])
        return chosen

    def _if_short(self, chosen: Chosen, more: list[str]) -> Chosen:
        longer = self.with_needs([*chosen, *more])
        return longer if len(longer) <= self.questionnaire.settings.planning.max_renewal_actions else chosen

    def _best_growth(self, chosen: Chosen, budget: float, highest: int) -> str | None:
        """Return the action that raises today's index most for its effort, within all limits."""
        stage = self.questionnaire.stages[(self.result.demand.now.stage or 0) - 1].id
        today = self.after(chosen)
        best: dict[str, float] = {}
        for id_ in (id_ for id_ in self.offered if id_ not in chosen):
            longer = self.with_needs([*chosen, id_])
            path = self.after(longer)
            gain = (path.index[stage] or 0.0) - (today.index[stage] or 0.0)
            short = len(longer) <= self.questionnaire.settings.planning.max_renewal_actions
            cheap = self.effort(longer) <= budget + NEARLY
            if gain > NEARLY and short and cheap and path.position <= max(highest, today.position):
                best[id_] = round(gain / max(self.effort(longer - chosen), NEARLY), 9)
        return max(sorted(best), key=lambda id_: best[id_], default=None)
