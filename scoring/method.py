"""A questionnaire made ready for arithmetic: ids become columns, weights matrices, rules parsed once."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from scoring.answers import Unanswered, Variant
from scoring.model import Agree, Allocation, Bars, Choice, Item, Lined, Multi, NumberItem, Questionnaire
from scoring.names import advice_names, fact_names
from scoring.rules import Expression, parse

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int8]

# Codes of answers that are not a line or an option; a line or option is coded 0, 1, 2, ...
DONT_KNOW, NOT_APPLICABLE, SILENT = -1, -2, -3
STATES = 3
STATE_CODES = {Unanswered.DONT_KNOW: DONT_KNOW, Unanswered.NOT_APPLICABLE: NOT_APPLICABLE, None: SILENT}


class Coder(Protocol):
    """What turns an answer to one item, or None, into a code."""

    def __getitem__(self, value: Any, /) -> int: ...


@dataclass(frozen=True, slots=True)
class GateTable:
    """All gates of the path, in order, as arrays of length G."""

    ids: tuple[str, ...]
    stage: Ints  # index of the gate's stage
    minimum: Floats
    kind: tuple[str, ...]  # index | min_pillar | pillar | factor
    target: Ints  # index of the pillar or factor; 0 where not used
    metric: Ints  # column of what is measured, of: factors (F), pillars (S x P), lowest pillars (S), indices (S)
    only_if: tuple[Expression | None, ...]


class Method:
    """A questionnaire compiled once and used for any number of firms.

    Axes used throughout the package: ``I`` items, ``F`` factors, ``P`` pillars, ``S`` stages, ``R`` roles,
    ``K`` lines or options (the widest item's), ``n`` firms (or replicates, or respondents).
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Compile ``questionnaire``; raises RuleError when one of its rules cannot be read."""
        self.questionnaire = questionnaire
        self._spoken: dict[str, Method] = {}
        self.roles = tuple(role.id for role in questionnaire.roles)
        self.items = tuple(questionnaire.item_by_id)
        self.factors = tuple(questionnaire.factor_by_id)
        self.pillars = tuple(pillar.id for pillar in questionnaire.pillars)
        self.stages = tuple(stage.id for stage in questionnaire.stages)
        self.role_index = _positions(self.roles)
        self.item_index = _positions(self.items)
        self.factor_index = _positions(self.factors)
        self.pillar_index = _positions(self.pillars)
        self.stage_index = _positions(self.stages)
        self.quick = np.array([item.quick for item in questionnaire.items])
        self.bars = np.array([isinstance(item, Bars) for item in questionnaire.items])
        self.open_items = tuple(
            item for item in questionnaire.items if isinstance(item, Multi | Allocation | NumberItem)
        )
        self.codes = {item.id: _codes(item) for item in questionnaire.items}
        self.coders = {item.id: _coder(item) for item in questionnaire.items}
        self.width = max(len(codes) for codes in self.codes.values())
        self.line_scores = self._line_scores()
        self.scored = ~np.isnan(self.line_scores).all(axis=1)
        self.line_points = np.nan_to_num(self.line_scores)
        self.answer_scores = np.pad(self.line_scores, ((0, 0), (STATES, 0)), constant_values=np.nan).ravel()
        self.answer_offsets = np.arange(len(self.items)) * (self.width + STATES) + STATES  # of code 0 in the above
        self.audience = self._audience()
        self.membership = self._membership()
        self.weights = self._weights()
        self.pillar_members = self._pillar_members()
        self.points = (self.weights.T[:, :, None] * self.pillar_members[:, None, :]).reshape(len(self.factors), -1)
        self.gates = self._gates()
        self._compile_rules()

    def asked(self, variant: Variant) -> Bools:
        """Return which items (I,) belong to ``variant``."""
        return self.quick if variant == "quick" else np.ones_like(self.quick)

    def in_language(self, language: str) -> "Method":
        """Return the same arithmetic over the questionnaire's texts in ``language``, as far as it has them."""
        questionnaire = self.questionnaire.in_language(language)
        if questionnaire is self.questionnaire:
            return self
        if language not in self._spoken:
            spoken = copy(self)
            spoken.questionnaire, spoken._spoken = questionnaire, {}
            self._spoken[language] = spoken
        return self._spoken[language]

    def _line_scores(self) -> Floats:
        """Score of every line (I, K); NaN, in ``line_points`` 0, for unscored items and unused lines."""
        table = np.full((len(self.items), self.width), np.nan)
        for row, item in enumerate(self.questionnaire.items):
            if isinstance(item, Lined | Choice) and item.scored:
                table[row, : len(item.scores)] = item.scores
        return table

    def _audience(self) -> Bools:
        """Who is asked what (R, I)."""
        return np.array(
            [
                [item.audience == "all" or role in item.audience for item in self.questionnaire.items]
                for role in self.roles
            ]
        )

    def _membership(self) -> Floats:
        """Which item belongs to which factor (I, F), as 0 and 1."""
        table = np.zeros((len(self.items), len(self.factors)))
        for column, factor in enumerate(self.questionnaire.factors):
            for item in factor.items:
                table[self.item_index[item.id], column] = 1.0
        return table

    def _weights(self) -> Floats:
        """Points per stage and factor (S, F), normalised so that each stage adds up to 100."""
        weights = self.questionnaire.weights
        table = np.array([[weights[factor].points.get(stage, 0.0) for factor in self.factors] for stage in self.stages])
        return np.asarray(100.0 * table / table.sum(axis=1, keepdims=True))

    def _pillar_members(self) -> Bools:
        """Which factor belongs to which pillar (F, P)."""
        pillar_of = self.questionnaire.pillar_of
        return np.array([[pillar_of[factor].id == pillar for pillar in self.pillars] for factor in self.factors])

    def _gates(self) -> GateTable:
        questionnaire = self.questionnaire
        names = fact_names(questionnaire)
        stage = np.array([self.stage_index[stage.id] for stage, _ in questionnaire.gates])
        kind, target = zip(*(self._metric(gate.metric) for _, gate in questionnaire.gates), strict=True)
        return GateTable(
            ids=tuple(gate.id for _, gate in questionnaire.gates),
            stage=stage,
            minimum=np.array([gate.minimum for _, gate in questionnaire.gates]),
            kind=kind,
            target=np.array(target),
            metric=self._metric_columns(kind, np.array(target), stage),
            only_if=tuple(parse(gate.only_if, names) if gate.only_if else None for _, gate in questionnaire.gates),
        )

    def _metric(self, metric: str) -> tuple[str, int]:
        if metric in ("index", "min_pillar"):
            return metric, 0
        if metric.startswith("pillar."):
            return "pillar", self.pillar_index[metric.removeprefix("pillar.")]
        return "factor", self.factor_index[metric]

    def _metric_columns(self, kind: Sequence[str], target: Ints, stage: Ints) -> Ints:
        factors, stages, pillars = len(self.factors), len(self.stages), len(self.pillars)
        first = {"factor": 0, "pillar": factors, "min_pillar": factors + stages * pillars}
        first["index"] = first["min_pillar"] + stages
        per_stage = {"factor": 0, "pillar": pillars, "min_pillar": 1, "index": 1}
        return np.asarray([first[k] for k in kind] + stage * [per_stage[k] for k in kind] + target)

    def _compile_rules(self) -> None:
        questionnaire = self.questionnaire
        facts, advice = fact_names(questionnaire), advice_names(questionnaire)
        self.na_when = {item.id: parse(item.na_when, facts) for item in questionnaire.items if item.na_when}
        self.derived = {fact.id: parse(fact.rule, facts) for fact in questionnaire.derived}
        self.warnings = {warning.id: parse(warning.when, advice) for warning in questionnaire.warnings}
        self.actions = {action.id: parse(action.when, advice) for action in questionnaire.actions}


def _positions(ids: Iterable[str]) -> dict[str, int]:
    return {id_: position for position, id_ in enumerate(ids)}


def _codes(item: Item) -> dict[int | str, int]:
    """Map what a person may answer to 0, 1, 2, ...; items answered in other ways share code 0."""
    if isinstance(item, Bars | Agree):
        return {level + 1: level for level in range(len(item.levels))}
    if isinstance(item, Choice):
        return {option.id: code for code, option in enumerate(item.options)}
    return {"answered": 0}


class _OpenCodes:
    """Codes of an item that is not answered by one line: 0 for whatever is said."""

    def __getitem__(self, value: Any) -> int:
        return STATE_CODES[value] if value is None or isinstance(value, Unanswered) else 0


def _coder(item: Item) -> Coder:
    """Return what codes an answer, or None; it raises KeyError or TypeError for anything else."""
    return {**_codes(item), **STATE_CODES} if isinstance(item, Lined | Choice) else _OpenCodes()
