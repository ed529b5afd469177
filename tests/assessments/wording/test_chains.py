"""The way back from a number, in words."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assessments.wording import Chains
from scoring.answers import Unanswered
from scoring.explain import Explanation, explain
from scoring.model import Questionnaire
from scoring.result import Result
from tests.assessments.wording.results import SAMPLES, result
from tests.scoring.samples import changed, firm, method, result_of


def steps(found: Result, name: str) -> Iterator[Explanation]:
    waiting = [explain(method(), found, name)]
    while waiting:
        step = waiting.pop()
        waiting += step.parts
        yield step


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("number", ["position", "d_now", "d_5y", "index.T", "action.A22", "action.A46", "E"])
def test_every_step_is_a_sentence(questionnaire: Questionnaire, name: str, number: str) -> None:
    chains = Chains(questionnaire, result(name))
    for step in steps(result(name), number):
        said = chains.say(step)
        assert said[0] in "“0123456789" or said[0].isupper(), said
        assert said.endswith("."), said


def test_a_gate_says_how_it_was_met_or_missed(questionnaire: Questionnaire) -> None:
    chains = Chains(questionnaire, result("hartwell"))
    missed, met = (chains.say(explain(method(), result("hartwell"), f"gate.{id_}")) for id_ in ("M2", "T1"))
    assert missed.startswith("Condition M2 of Traditional CRM with the mental-model shift is not met: 42 against 55.")
    assert met.startswith("Condition T1 of Traditional CRM is met: 63 against 40.")
    close = Chains(questionnaire, result("northvale")).say(explain(method(), result("northvale"), "gate.M8"))
    assert "is not met: 39.7 against 40." in close, "a miss that is rounded away would not be understood"


def test_unknown_waived_and_untested_gates_say_so(questionnaire: Questionnaire) -> None:
    unknown = result_of(changed(firm("pebble"), dict.fromkeys(("own_03", "own_05"), Unanswered.DONT_KNOW)))
    said = Chains(questionnaire, unknown).say(explain(method(), unknown, "gate.M6"))
    assert "cannot be told yet, so it does not count as met" in said
    waived = Chains(questionnaire, result("pebble")).say(explain(method(), result("pebble"), "gate.S9"))
    assert "does not apply to this firm" in waived
    quick = result_of(replace(firm("hartwell"), variant="quick"))
    assert "is not tested in this edition" in Chains(questionnaire, quick).say(explain(method(), quick, "gate.S6"))


def test_one_persons_own_answer_may_be_seen(questionnaire: Questionnaire) -> None:
    chains = Chains(questionnaire, result("hartwell"))
    step = explain(method(), result("hartwell"), "I.cul_03")
    assert chains.answers(step) == ("We try to stop or correct them. (one answer)",)
    driver = explain(method(), result("hartwell"), "I.own_01")
    assert chains.answers(driver) == ("Two or more departments together (one answer)",)
    contacts = explain(method(), result("hartwell"), "I.dem_01")
    assert chains.answers(contacts) == (), "a split is no line"
    assert chains.answers(explain(method(), result("hartwell"), "gate.M2")) == ()


def test_answers_of_few_people_are_not_told(questionnaire: Questionnaire) -> None:
    chains = Chains(questionnaire, result("riverside"))
    many = explain(method(), result("riverside"), "I.own_04")
    assert sum(int(line.count("answer")) for line in chains.answers(many)) >= 3
    few = replace(result("riverside").items["own_04"], answers=2)
    found = replace(result("riverside"), items={**result("riverside").items, "own_04": few})
    assert Chains(questionnaire, found).answers(many) == ()


def test_sources_are_those_the_rule_names(questionnaire: Questionnaire) -> None:
    chains = Chains(questionnaire, result("hartwell"))
    gate = explain(method(), result("hartwell"), "gate.M2")
    assert [source.id for source in chains.sources(gate)] == ["S52"]
    assert chains.sources(explain(method(), result("hartwell"), "I.cul_03")) == ()


def test_an_unknown_destination_cannot_be_told(questionnaire: Questionnaire) -> None:
    unknown = result_of(changed(firm("hartwell"), {"dem_05": Unanswered.DONT_KNOW}))
    chains = Chains(questionnaire, unknown)
    said = chains.say(explain(method(), unknown, "d_now"))
    assert said == "Where customers call the firm today cannot be told yet."
    assert any("not known" in chains.say(step) for step in steps(unknown, "d_now"))
