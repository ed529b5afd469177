"""Any number back to its answers, rule and source.

Names are those rules use (``F.cul_shift``, ``I.own_04``, ``d_now``, ``DM_5y``), plus ``position``, ``gate.M2``,
``index.M``, ``pillar.M.culture``, ``lowest.M``, ``warning.AP_TOOLS`` and ``action.A15``. An explanation is a tree:
what was computed, from which parts, with which weights, because of which rule. Words for it are made elsewhere.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from scoring.engine import destination_stage
from scoring.method import Method
from scoring.model import ContactTerm, ShareTerm
from scoring.result import Clause, GateResult, Result

Kind = Literal[
    "position",
    "gate",
    "index",
    "lowest",
    "pillar",
    "factor",
    "item",
    "destination",
    "habit",
    "contacts",
    "rule",
    "value",
]
Found = float | str | bool | None

When = Literal["now", "5y"]
LEADING_ON = ("F.", "I.", "P.", "d_", "DM_", "DS_")  # names in rules that have a way back of their own

_NAMES = re.compile(r"[A-Za-z]+\.\w+|\w+")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One step of the way back from a number to its answers."""

    name: str
    kind: Kind
    value: Found
    weight: float | None = None  # points or share of the whole it is part of
    minimum: float | None = None  # gates and thresholds
    test: str | None = None  # rules: the comparison that held
    why: str | None = None
    source: str | None = None
    parts: tuple["Explanation", ...] = ()


def explain(method: Method, result: Result, name: str) -> Explanation:
    """Return the way from ``name`` back to items; raises KeyError for a name that nothing is known about."""
    return _Explainer(method, result).explain(name)


class _Explainer:
    """Walks one result; every method returns the explanation of one kind of number."""

    def __init__(self, method: Method, result: Result) -> None:
        self._questionnaire = method.questionnaire
        self._method = method
        self._result = result
        self._ways: Mapping[str, Callable[[str], Explanation]] = {
            "position": self._position,
            "p": self._position,
            "gate": self._gate,
            "index": self._index,
            "lowest": self._lowest,
            "pillar": self._pillar,
            "P": self._called_pillar,
            "F": self._factor,
            "I": self._item,
            "d_now": lambda _: self._destination("now"),
            "d_5y": lambda _: self._destination("5y"),
            "DM_now": lambda _: self._habit("DM", "now"),
            "DM_5y": lambda _: self._habit("DM", "5y"),
            "DS_now": lambda _: self._habit("DS", "now"),
            "DS_5y": lambda _: self._habit("DS", "5y"),
            "warning": self._warning,
            "action": self._action,
        }

    def explain(self, name: str) -> Explanation:
        head, _, rest = name.partition(".")
        return self._ways[head](rest) if head in self._ways else self._value(name)

    def _position(self, _rest: str) -> Explanation:
        gates = tuple(self._gate(gate.id) for gate in self._result.gates)
        return Explanation("position", "position", self._result.position, parts=gates)

    def _gate(self, id_: str) -> Explanation:
        gate = {gate.id: gate for gate in self._result.gates}[id_]
        written = {written.id: written for _, written in self._questionnaire.gates}[id_]
        return Explanation(
            name=f"gate.{id_}",
            kind="gate",
            value=gate.value,
            minimum=gate.minimum,
            why=written.why,
            source=written.source,
            parts=(self.explain(_metric_name(gate)),),
        )

    def _index(self, stage: str) -> Explanation:
        factors = self._weighted(stage, self._questionnaire.factor_by_id)
        return Explanation(f"index.{stage}", "index", self._result.index[stage], parts=factors)

    def _lowest(self, stage: str) -> Explanation:
        known = {pillar: score for pillar, score in self._result.pillars[stage].items() if score is not None}
        pillars = tuple(self._pillar(f"{stage}.{pillar}") for pillar in sorted(known, key=lambda pillar: known[pillar]))
        return Explanation(f"lowest.{stage}", "lowest", min(known.values(), default=None), parts=pillars)

    def _pillar(self, rest: str) -> Explanation:
        stage, _, id_ = rest.partition(".")
        pillar = {pillar.id: pillar for pillar in self._questionnaire.pillars}[id_]
        factors = self._weighted(stage, (factor.id for factor in pillar.factors))
        return Explanation(
            f"pillar.{rest}", "pillar", self._result.pillars[stage][id_], why=pillar.question, parts=factors
        )

    def _called_pillar(self, id_: str) -> Explanation:
        """Return a pillar as rules weigh it: under the stage customers call for, or the one prepared for."""
        stage = destination_stage(self._method, self._result.demand, self._result.fit)
        return Explanation(f"P.{id_}", "value", None) if stage is None else self._pillar(f"{stage}.{id_}")

    def _weighted(self, stage: str, factors: Iterable[str]) -> tuple[Explanation, ...]:
        row = self._method.weights[self._method.stage_index[stage]]
        return tuple(self._factor(factor, float(row[self._method.factor_index[factor]])) for factor in factors)

    def _factor(self, id_: str, weight: float | None = None) -> Explanation:
        factor = self._questionnaire.factor_by_id[id_]
        items = tuple(self._item(item.id) for item in factor.items)
        score = self._result.factors[id_].score
        return Explanation(f"F.{id_}", "factor", score, weight, why=factor.why, source=factor.source, parts=items)

    def _item(self, id_: str, weight: float | None = None) -> Explanation:
        return Explanation(f"I.{id_}", "item", self._result.items[id_].score, weight)

    def _warning(self, id_: str) -> Explanation:
        warning = self._questionnaire.warning_by_id[id_]
        active = {warning.id: warning.because for warning in self._result.warnings}
        return self._advice(f"warning.{id_}", active.get(id_), warning.says, warning.source)

    def _action(self, id_: str) -> Explanation:
        action = self._questionnaire.action_by_id[id_]
        active = {candidate.id: candidate.because for candidate in self._result.candidates}
        return self._advice(f"action.{id_}", active.get(id_), action.do, action.source)

    def _advice(self, name: str, because: tuple[Clause, ...] | None, why: str, source: str) -> Explanation:
        parts = tuple(self._clause(clause) for clause in because or ())
        return Explanation(name, "rule", because is not None, why=why, source=source, parts=parts)

    def _clause(self, clause: Clause) -> Explanation:
        """Return one comparison, with the way back from every number it speaks of."""
        names = dict.fromkeys(_NAMES.findall(clause.name))
        known = tuple(self.explain(name) for name in names if name.startswith(LEADING_ON))
        return Explanation(clause.name, "rule", clause.value, test=clause.test, parts=known)

    def _destination(self, when: When) -> Explanation:
        demand = self._questionnaire.demand
        found = self._result.demand.now if when == "now" else self._result.demand.five_years
        floor = demand.floor.today if when == "now" else demand.floor.five_years
        parts = (
            self._habit("DM", when),
            self._habit("DS", when),
            Explanation(f"I.{floor}", "item", found.social_share, minimum=demand.floor.minimum),
        )
        return Explanation(f"d_{when}", "destination", found.stage, why=demand.why, source=demand.source, parts=parts)

    def _habit(self, name: Literal["DM", "DS"], when: When) -> Explanation:
        demand = self._questionnaire.demand
        found = self._result.demand.now if when == "now" else self._result.demand.five_years
        habit, value = (demand.mobile, found.mobile) if name == "DM" else (demand.social, found.social)
        parts = [self._term(term) for term in (habit.today if when == "now" else habit.five_years)]
        if (name, when) == ("DS", "5y"):
            parts.append(self._item(demand.newest.item))
        return Explanation(f"{name}_{when}", "habit", value, minimum=habit.threshold, parts=tuple(parts))

    def _term(self, term: ShareTerm | ContactTerm) -> Explanation:
        if isinstance(term, ShareTerm):
            asked = self._method.asked(self._result.variant)[self._method.item_index[term.item]]
            return self._item(term.item if asked else term.otherwise or term.item, term.weight)
        mix = self._result.contact_mix.get(term.contacts)
        groups = {
            option.id: option.group for option in getattr(self._questionnaire.item_by_id[term.contacts], "options", ())
        }
        share = None if mix is None else sum(mix[option] for option, group in groups.items() if group in term.groups)
        return Explanation(term.contacts, "contacts", share, term.weight, minimum=term.full_at)

    def _value(self, name: str) -> Explanation:
        result = self._result
        values: dict[str, Found] = {
            **result.facts,
            "driver": result.ownership.driver,
            "driver_share": result.ownership.driver_share,
            "purpose_top": result.ownership.purpose_top,
            "purpose_top_share": result.ownership.purpose_share,
            "ambition": result.ownership.ambition,
            "social_tools": result.ownership.social_tools,
            "target": result.fit.target,
            "E": result.demand.evidence,
            "gap_ef": result.gaps.executives_vs_near,
            "gap_est": result.gaps.estimate_vs_measured,
            "gap_pulse": result.gaps.pulse,
        }
        return Explanation(name, "value", values[name])


def _metric_name(gate: GateResult) -> str:
    """Return the name of what a gate measures."""
    if gate.metric == "index":
        return f"index.{gate.stage}"
    if gate.metric == "min_pillar":
        return f"lowest.{gate.stage}"
    if gate.metric.startswith("pillar."):
        return f"pillar.{gate.stage}.{gate.metric.removeprefix('pillar.')}"
    return f"F.{gate.metric}"
