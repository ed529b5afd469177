"""What a change would do is seen before it is published: to examples, stored assessments, and firms by chance."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assessments import answering, editing
from assessments.answering import Desk
from assessments.editing import Failing, Progress, Sensitivity, Shift
from assessments.editing.files import files_in
from assessments.editing.moving import Move, compared
from assessments.editing.stored import stored_assessments
from assessments.editing.trying import failing_examples, never_seen, shift_by_chance
from assessments.languages import speaking
from scoring import Method

FOLDER = Path(__file__).parents[3] / "questionnaires"
FILES = files_in(FOLDER / "social_crm")


def changed(name: str, old: str, new: str) -> dict[str, str]:
    assert old in FILES[name]
    return {**FILES, name: FILES[name].replace(old, new, 1)}


def last(steps: Iterator[Any]) -> Any:
    *progress, answer = steps
    assert all(isinstance(step, Progress) and 0 <= step.done <= step.total for step in progress)
    assert progress
    return answer


@pytest.fixture
def samples(desk: Desk) -> Desk:
    """Return a desk with the sample firms in its database."""
    answering.load_samples(desk)
    return desk


@dataclass(frozen=True, slots=True)
class Effects:
    """What a change does to worked examples, to stored assessments, and to firms by chance."""

    failing: tuple[Failing, ...]
    stored: tuple[Move, ...]
    stored_total: int
    random: Shift
    method: Method


def method_of(files: dict[str, str]) -> Method:
    questionnaire = editing.questionnaire_of(files)
    assert questionnaire is not None
    return Method(questionnaire)


def effects(desk: Desk, after: dict[str, str], random_firms: int = 250, before: dict[str, str] = FILES) -> Effects:
    old, new = method_of(before), method_of(after)
    stored = [compared(old, new, one) for one in stored_assessments(desk, {new.questionnaire.id, "social_crm"}, None)]
    moves = tuple(move for move in stored if move.before != move.after)
    return Effects(
        failing_examples(after, new), moves, len(stored), shift_by_chance(old, new, random_firms), method=new
    )


def test_nothing_changed_moves_nobody(samples: Desk) -> None:
    found = effects(samples, FILES)
    assert found.failing == ()
    assert (found.stored, found.stored_total) == ((), 6)
    assert found.random.before == found.random.after
    assert (found.random.moved_up, found.random.moved_down) == (0, 0)
    assert (found.random.unreachable, found.random.laws) == ((), ())
    assert sum(found.random.before) == pytest.approx(1)


def test_a_higher_gate_moves_those_it_now_stops_and_says_why(samples: Desk) -> None:
    found = effects(samples, changed("path.yaml", "minimum: 40", "minimum: 45"))
    assert {(move.name, move.before, move.after) for move in found.stored} == {
        ("Brightthread", 1, 0),
        ("Castellan Tooling", 1, 0),
    }
    assert all(move.sample and move.coordinate_after < move.coordinate_before for move in found.stored)
    assert found.stored[0].why == ("Gate T1 is not passed any more: it asks for 45 instead of 40, the index is 44.9.",)
    with speaking("de"):
        assert found.stored[0].why == (
            "Bedingung T1 ist nicht mehr erfüllt: verlangt wird 45 statt 40, der Index ist 44,9.",
        )
    assert found.random.moved_up == 0


def test_a_lower_gate_lets_firms_rise(samples: Desk) -> None:
    text = FILES["path.yaml"]
    for number in range(8):
        text = editing.set_value(text, ("stages", 1, "gates", number, "minimum"), 1)
    found = effects(samples, {**FILES, "path.yaml": text})
    assert {(move.before, move.after) for move in found.stored} == {(1, 2)}
    assert "passes now: it asks for 1 instead of 55" in " ".join(found.stored[0].why)
    assert found.random.moved_up > 0


def test_people_are_not_named(samples: Desk) -> None:
    started = answering.start(samples, "Secret & Sons", "full")
    for item in answering.open_assessment(samples, started.token).questionnaire.items:
        if item.type in ("bars", "agree") and item.id != "cul_08":
            answering.answer(samples, started.token, item.id, 5)
    answering.start(samples, "Nobody answered", "full")
    found = effects(samples, changed("path.yaml", "minimum: 62", "minimum: 100"))
    assert found.stored_total == 7
    assert "Secret" not in str(found)
    assert "Nobody" not in str(found)


def test_answers_that_no_longer_fit_are_left_out_and_counted(samples: Desk) -> None:
    culture = editing.remove_entry(FILES["culture.yaml"], ("findings", 0))
    after = {**changed("path.yaml", "minimum: 40", "minimum: 99"), "culture.yaml": culture}
    found = effects(samples, after)
    assert any("answers do not fit the new version" in reason for move in found.stored for reason in move.why)


def test_a_stage_nobody_can_reach_and_a_broken_law_are_told(samples: Desk) -> None:
    reachable = effects(samples, changed("customers.yaml", "minimum: 37.5", "minimum: 0"), random_firms=1500)
    assert [str(law.law) for law in reachable.random.laws] == [
        "Without socially active customers nobody is called to the last stage."
    ]


def test_a_gate_that_stops_nobody_is_told(samples: Desk) -> None:
    gate = editing.find(FILES, "gate", "S14")
    assert gate is not None
    path = editing.set_value(FILES["path.yaml"], (*gate.path, "minimum"), 0)
    found = effects(samples, {**FILES, "path.yaml": path}, 20).random
    assert [(str(law.law), str(law.seen)) for law in found.laws] == [
        ("No strength elsewhere makes up for a missed gate of the last stage.", "It does for S14.")
    ]


def test_evidence_that_counts_as_a_habit_is_told(samples: Desk) -> None:
    laws = effects(samples, changed("customers.yaml", "item: dem_09, ", "item: dem_11, "), 500).random.laws
    assert [str(law.law) for law in laws] == ["What the answers about customers rest on moves no destination."]


def test_what_never_comes_up_is_told() -> None:
    gate, item = editing.find(FILES, "gate", "S4"), editing.find(FILES, "question", "cul_03")
    assert gate is not None
    assert item is not None
    culture = editing.set_key(FILES["culture.yaml"], item.path, "level_scores", [0, 25, 50, 75, 80])
    path = editing.set_value(FILES["path.yaml"], (*gate.path, "minimum"), 100)
    never = {"only_if": "ctx_measured > 1000"}
    new = {"id": "T9", "metric": "cul_shift", "minimum": 1, **never, "why": "To try.", "source": "S52"}
    path = editing.add_entry(path, ("stages", 0, "gates"), new)
    warnings = editing.set_value(FILES["warnings.yaml"], ("warnings", 0, "when"), "F.cul_shift > 100")
    actions = editing.set_value(FILES["actions.yaml"], ("actions", 0, "when"), "F.cul_shift < 0")
    rules = {"warnings.yaml": warnings, "actions.yaml": actions}
    after = {**FILES, **rules, "path.yaml": path, "culture.yaml": culture}
    unseen = never_seen(method_of(after), 200)
    assert (unseen.firms, unseen.not_passed, unseen.not_asked) == (200, ("S4",), ("T9",))
    assert editing.value_at(warnings, ("warnings", 0, "id")) in unseen.warnings
    assert editing.value_at(actions, ("actions", 0, "id")) in unseen.actions


@pytest.mark.parametrize("name", ["bank", "short"])
def test_the_editions_that_come_with_the_program_keep_every_law(samples: Desk, name: str) -> None:
    found = effects(samples, files_in(FOLDER / name), 500).random
    assert (found.laws, found.unreachable) == ((), ())


def test_a_stage_that_the_best_answers_do_not_reach_is_told(samples: Desk) -> None:
    """A question whose highest line is worth less than a gate asks for."""
    gate, item = editing.find(FILES, "gate", "S4"), editing.find(FILES, "question", "cul_03")
    assert gate is not None
    assert item is not None
    culture = editing.set_key(FILES["culture.yaml"], item.path, "level_scores", [0, 25, 50, 75, 80])
    path = editing.set_value(FILES["path.yaml"], (*gate.path, "minimum"), 100)
    found = effects(samples, {**FILES, "culture.yaml": culture, "path.yaml": path}, 20).random
    assert found.unreachable == ("S",)
    assert [(str(law.law), str(law.seen)) for law in found.laws] == [
        ("The best answers to everything reach the last stage.", "They reach stage M.")
    ]


def test_a_stage_that_the_worst_answers_reach_is_told(samples: Desk) -> None:
    text = FILES["path.yaml"]
    for number in range(5):
        text = editing.set_value(text, ("stages", 0, "gates", number, "minimum"), 0)
    found = effects(samples, {**FILES, "path.yaml": text}, 20)
    assert [str(law.seen) for law in found.random.laws] == ["They reach stage T."]


def test_gates_that_come_go_and_measure_something_else_are_told(samples: Desk) -> None:
    new = {"id": "T9", "metric": "cul_shift", "minimum": 90, "why": "To try.", "source": "S52"}
    added = editing.add_entry(FILES["path.yaml"], ("stages", 0, "gates"), new)
    found = effects(samples, {**FILES, "path.yaml": added}, 10)
    assert {move.after for move in found.stored} == {0}
    assert found.stored[0].why[0].startswith("Gate T9 is new: it asks for 90, and cul_shift is ")
    back = effects(samples, FILES, 10, before={**FILES, "path.yaml": added})
    assert back.stored[0].why == ("Gate T9 is gone; it held the firm back.",)
    other = editing.set_value(added, ("stages", 0, "gates", 0, "metric"), "dm_integration")
    other = editing.set_value(other, ("stages", 0, "gates", 0, "minimum"), 95)
    moved = effects(samples, {**FILES, "path.yaml": editing.remove_entry(other, ("stages", 0, "gates", 5))}, 10)
    assert "it measures dm_integration instead of the index" in moved.stored[0].why[0]


def test_whoever_stops_listening_has_cancelled(samples: Desk) -> None:
    steps = editing.sensitivity(samples, FILES)
    assert isinstance(next(steps), Progress)
    steps.close()  # type: ignore[attr-defined]


def test_the_sensitivity_map_says_what_placements_hang_on(samples: Desk) -> None:
    found = last(editing.sensitivity(samples, FILES))
    assert isinstance(found, Sensitivity)
    assert found.firms == 6
    by_id = {gate.gate: gate for gate in found.gates}
    assert by_id["T1"].flips_plus_5 == 2
    assert by_id["T1"].nearest == pytest.approx(3.083333)
    assert (by_id["T1"].flips_minus_5, by_id["T1"].deciding) == (0, 0)
    assert by_id["T3"].nearest == 0
    assert by_id["S9"].nearest is None
    assert {(weight.stage, weight.factor) for weight in found.weights} >= {("T", "own_driver"), ("S", "ch_social")}


def test_each_gate_moves_as_many_as_it_says(samples: Desk) -> None:
    """The map agrees with trying the change itself."""
    found = last(editing.sensitivity(samples, FILES))
    places = {gate.id: gate.path for gate in editing.listing(FILES, "gate")}
    for gate in found.gates[:5]:
        text = editing.set_value(FILES["path.yaml"], (*places[gate.gate], "minimum"), gate.minimum + 5)
        assert len(effects(samples, {**FILES, "path.yaml": text}, 10).stored) == gate.flips_plus_5


def test_no_answers_are_no_sensitivity(desk: Desk) -> None:
    found = last(editing.sensitivity(desk, FILES))
    assert found.firms == 0
    assert {gate.nearest for gate in found.gates} == {None}
