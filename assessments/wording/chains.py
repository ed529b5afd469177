"""The way back from any number to its answers, in words: one sentence per step of an explanation."""

import re
from collections.abc import Callable, Mapping

from assessments.wording.because import Reasons
from assessments.wording.names import factor_name, pillar_name, spoken_stage
from assessments.wording.numbers import begun, beside, counted, percent, plain, whole
from scoring.explain import Explanation
from scoring.model import Agree, Bars, Choice, Questionnaire, Source
from scoring.result import Clause, GateResult, ItemResult, Result

_HABITS = {"DM": "Mobile and digital habit", "DS": "Social habit"}
_WHEN = {"now": "today", "5y": "in five years"}
_SOURCE = re.compile(r"\b[SL]\d+\b")


class Chains:
    """Puts the steps of explanations into words for one result."""

    def __init__(self, questionnaire: Questionnaire, result: Result) -> None:
        self._questionnaire = questionnaire
        self._result = result
        self._ways: Mapping[str, Callable[[Explanation], str]] = {
            "position": self._position,
            "gate": self._gate,
            "index": self._index,
            "lowest": self._lowest,
            "pillar": self._pillar,
            "factor": self._factor,
            "item": self._item,
            "destination": self._destination,
            "habit": self._habit,
            "contacts": self._contacts,
            "rule": self._rule,
            "value": self._value,
        }

    def say(self, step: Explanation) -> str:
        """Return one step as a sentence."""
        return begun(self._ways[step.kind](step))

    def answers(self, step: Explanation) -> tuple[str, ...]:
        """Return what people answered to the item a step is about: how many chose which line.

        Nothing is told of groups too small to show; one person alone may see their own answer.
        """
        item = self._questionnaire.item_by_id.get(step.name.removeprefix("I."))
        found = self._result.items.get(step.name.removeprefix("I."))
        if item is None or found is None or not self._may_show(found):
            return ()
        lines: tuple[str, ...] = ()
        if isinstance(item, Bars | Agree):
            lines = item.levels
        elif isinstance(item, Choice):
            lines = tuple(option.label for option in item.options)
        totals = [sum(role[line] for role in found.counts.values()) for line in range(len(lines))]
        return tuple(f"{line} ({counted(total, 'answer')})" for line, total in zip(lines, totals, strict=True) if total)

    def sources(self, step: Explanation) -> tuple[Source, ...]:
        """Return the claims and publications a step's rule refers to, in the order named."""
        named = dict.fromkeys(_SOURCE.findall(step.source or ""))
        known = {source.id: source for source in self._questionnaire.sources}
        return tuple(known[id_] for id_ in named if id_ in known)

    def _may_show(self, found: ItemResult) -> bool:
        fewest = self._questionnaire.settings.privacy.min_group
        return self._result.respondents == 1 or found.answers >= fewest

    def _position(self, step: Explanation) -> str:
        passed = sum(gate.result == "pass" for gate in self._result.gates)
        stage = spoken_stage(self._questionnaire, self._result.position)
        return f"{stage}: {passed} of {len(self._result.gates)} conditions are met, stage by stage."

    def _gate(self, step: Explanation) -> str:
        found = next(gate for gate in self._result.gates if f"gate.{gate.id}" == step.name)
        outcome = {
            "pass": f"is met: {_compared(found)}",
            "fail": f"is not met: {_compared(found)}",
            "unknown": f"cannot be told yet, so it does not count as met; it needs {plain(found.minimum)}",
            "waived": "does not apply to this firm",
            "not_tested": "is not tested in this edition",
        }[found.result]
        return f"condition {found.id} of {self._stage(found.stage)} {outcome}. {step.why}"

    def _stage(self, stage: str) -> str:
        number = [entry.id for entry in self._questionnaire.stages].index(stage) + 1
        return spoken_stage(self._questionnaire, number)

    def _index(self, step: Explanation) -> str:
        stage = self._stage(step.name.partition(".")[2])
        return f"the overall level is {_points(step.value)}: all factors under the weights of {stage}."

    def _lowest(self, step: Explanation) -> str:
        return f"the weakest pillar stands at {_points(step.value)}."

    def _pillar(self, step: Explanation) -> str:
        _, stage, pillar = step.name.split(".", 2)
        name = pillar_name(self._questionnaire, pillar)
        return f"{name} is {_points(step.value)}: its factors under the weights of {self._stage(stage)}."

    def _factor(self, step: Explanation) -> str:
        name = factor_name(self._questionnaire, step.name.removeprefix("F."))
        weight = "" if step.weight is None else f"; it weighs {plain(round(step.weight, 1))} of 100"
        questions = counted(len(step.parts), "question")
        return f"{name} is {_points(step.value)}, the mean of {questions}{weight}."

    def _item(self, step: Explanation) -> str:
        item = self._questionnaire.item_by_id[step.name.removeprefix("I.")]
        weight = "" if step.weight is None else f" It carries {percent(step.weight)} of the habit."
        floor = "" if step.minimum is None else f" Below {plain(step.minimum)} customers never call for the last stage."
        return f"“{item.text}” scores {_points(step.value)}.{weight}{floor}"

    def _destination(self, step: Explanation) -> str:
        when = _WHEN[step.name.removeprefix("d_")]
        if not isinstance(step.value, int):
            return f"where customers call the firm {when} cannot be told yet."
        return f"customers call for {spoken_stage(self._questionnaire, step.value)} {when}."

    def _habit(self, step: Explanation) -> str:
        habit, _, when = step.name.partition("_")
        line = f"; from {plain(step.minimum)} on customers call for it" if step.minimum is not None else ""
        return f"{_HABITS[habit]} {_WHEN[when]} is {_points(step.value)}{line}."

    def _contacts(self, step: Explanation) -> str:
        full = f"; {plain(step.minimum)} in 100 would count in full" if step.minimum is not None else ""
        share = "unknown" if step.value is None else f"{_points(step.value)} in 100"
        return f"contacts through these channels: {share}{full}. They carry {percent(step.weight or 0)} of the habit."

    def _rule(self, step: Explanation) -> str:
        head, _, id_ = step.name.partition(".")
        if step.test is not None:
            reasons = Reasons(self._questionnaire, self._result)
            return f"{reasons.because([Clause(step.name, step.value, step.test)])}."
        if head == "warning":
            return f"{self._questionnaire.warning_by_id[id_].name}. {step.why}"
        return f"{self._questionnaire.action_by_id[id_].title}. {step.why}"

    def _value(self, step: Explanation) -> str:
        return f"{step.name}: {_points(step.value)}."


def _compared(gate: GateResult) -> str:
    """Write a value beside what it needs, with a decimal where both would be rounded to the same."""
    value = "" if gate.value is None else beside(gate.value, ">=", gate.minimum)
    return f"{value} against {plain(gate.minimum)}"


def _points(value: object) -> str:
    """Write a number as points, anything else as it is, nothing as not known."""
    if value is None:
        return "not known"
    return whole(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
