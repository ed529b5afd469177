"""The way back from any number to its answers, in words: one sentence per step of an explanation."""

import re
from collections.abc import Callable, Mapping

from assessments.languages import marked, say, say_counted
from assessments.wording.because import Reasons
from assessments.wording.names import factor_name, pillar_name, quoted, spoken_stage
from assessments.wording.numbers import begun, beside, percent, plain, spelt, whole
from assessments.wording.showing import counted_answers
from scoring.explain import Explanation
from scoring.model import Choice, Lined, Questionnaire, Source
from scoring.result import Clause, ItemResult, Result

_HABITS = {
    "DM_now": marked("Mobile and digital habit today is {value}"),
    "DM_5y": marked("Mobile and digital habit in five years is {value}"),
    "DS_now": marked("Social habit today is {value}"),
    "DS_5y": marked("Social habit in five years is {value}"),
}
_CALLED = {
    "now": marked("customers call for {stage} today."),
    "5y": marked("customers call for {stage} in five years."),
}
_OPEN = {
    "now": marked("where customers call the firm today cannot be told yet."),
    "5y": marked("where customers call the firm in five years cannot be told yet."),
}
_GATES = {
    "pass": marked("condition {id} of {stage} is met: {value} against {minimum}. {why}"),
    "fail": marked("condition {id} of {stage} is not met: {value} against {minimum}. {why}"),
    "unknown": marked(
        "condition {id} of {stage} cannot be told yet, so it does not count as met; it needs {minimum}. {why}"
    ),
    "waived": marked("condition {id} of {stage} does not apply to this firm. {why}"),
    "not_tested": marked("condition {id} of {stage} is not tested in this edition. {why}"),
}
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
        if not isinstance(item, Lined | Choice) or found is None or not self._may_show(found):
            return ()
        return counted_answers(item, found.totals)

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
        every = len(self._result.gates)
        return say(
            "{stage}: {passed} of {all} conditions are met, stage by stage.", stage=stage, passed=passed, all=every
        )

    def _gate(self, step: Explanation) -> str:
        found = next(gate for gate in self._result.gates if f"gate.{gate.id}" == step.name)
        return say(
            _GATES[found.result],
            id=found.id,
            stage=self._stage(found.stage),
            value="" if found.value is None else beside(found.value, ">=", found.minimum),
            minimum=plain(found.minimum),
            why=step.why,
        )

    def _stage(self, stage: str) -> str:
        number = [entry.id for entry in self._questionnaire.stages].index(stage) + 1
        return spoken_stage(self._questionnaire, number)

    def _index(self, step: Explanation) -> str:
        stage = self._stage(step.name.partition(".")[2])
        return say(
            "the overall level is {value}: all factors under the weights of {stage}.",
            value=_points(step.value),
            stage=stage,
        )

    def _lowest(self, step: Explanation) -> str:
        return say("the weakest pillar stands at {value}.", value=_points(step.value))

    def _pillar(self, step: Explanation) -> str:
        _, stage, pillar = step.name.split(".", 2)
        name = pillar_name(self._questionnaire, pillar)
        return say(
            "{name} is {value}: its factors under the weights of {stage}.",
            name=name,
            value=_points(step.value),
            stage=self._stage(stage),
        )

    def _factor(self, step: Explanation) -> str:
        name = factor_name(self._questionnaire, step.name.removeprefix("F."))
        weight = "" if step.weight is None else say("; it weighs {weight} of 100", weight=plain(round(step.weight, 1)))
        mean = say_counted(
            "{name} is {value}, the mean of {number} question",
            "{name} is {value}, the mean of {number} questions",
            len(step.parts),
            name=name,
            value=_points(step.value),
            number=spelt(len(step.parts)),
        )
        return f"{mean}{weight}."

    def _item(self, step: Explanation) -> str:
        item = self._questionnaire.item_by_id[step.name.removeprefix("I.")]
        said = [say("{question} scores {value}.", question=quoted(item.text), value=_points(step.value))]
        if step.weight is not None:
            said.append(say("It carries {share} of the habit.", share=percent(step.weight)))
        if step.minimum is not None:
            floor = plain(step.minimum)
            said.append(say("Below {minimum} customers never call for the last stage.", minimum=floor))
        return " ".join(said)

    def _destination(self, step: Explanation) -> str:
        when = step.name.removeprefix("d_")
        if not isinstance(step.value, int):
            return say(_OPEN[when])
        return say(_CALLED[when], stage=spoken_stage(self._questionnaire, step.value))

    def _habit(self, step: Explanation) -> str:
        habit = say(_HABITS[step.name], value=_points(step.value))
        if step.minimum is None:
            return f"{habit}."
        return say("{habit}; from {minimum} on customers call for it.", habit=habit, minimum=plain(step.minimum))

    def _contacts(self, step: Explanation) -> str:
        full = (
            say("; {share} in 100 would count in full", share=plain(step.minimum)) if step.minimum is not None else ""
        )
        share = say("unknown") if step.value is None else say("{share} in 100", share=_points(step.value))
        return say(
            "contacts through these channels: {share}{full}. They carry {weight} of the habit.",
            share=share,
            full=full,
            weight=percent(step.weight or 0),
        )

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


def _points(value: object) -> str:
    """Write a number as points, anything else as it is, nothing as not known."""
    if value is None:
        return say("not known")
    return whole(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
