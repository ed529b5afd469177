"""Any number can be followed back to its answers, rule and source."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from scoring.answers import Unanswered
from scoring.explain import Explanation, explain
from tests.scoring.samples import changed, firm, method, result_of

NAMES = [
    *("position", "d_now", "d_5y", "index.M", "lowest.S", "pillar.S.culture", "F.cul_shift", "I.cul_03"),
    *("gate.M1", "gate.M2", "gate.M8", "gate.S3", "warning.AP_TOOLS", "warning.AP_TECH_FIRST", "action.A15", "E"),
    *("p", "P.culture", "DM_now", "DM_5y", "DS_now", "DS_5y"),
    *("driver", "target", "clean_slate", "legacy_contact_share", "gap_est"),
]


def way_back(name: str, sample: str = "brightthread") -> Explanation:
    return explain(method(), result_of(firm(sample)), name)


def walk(step: Explanation) -> Iterator[Explanation]:
    yield step
    for part in step.parts:
        yield from walk(part)


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_number_has_a_way_back(name: str) -> None:
    same = {"p": "position", "P.culture": "pillar.S.culture"}
    assert way_back(name).name == same.get(name, name)


def test_a_gate_leads_to_its_factor_items_and_source() -> None:
    gate = way_back("gate.M2")
    assert (gate.value, gate.minimum, gate.source) == (pytest.approx(41.67, abs=0.01), 55, "S52")
    (factor,) = gate.parts
    assert [(item.name, item.value) for item in factor.parts] == [("I.cul_03", 25), ("I.cul_04", 50), ("I.cul_05", 50)]


def test_a_pillar_gate_leads_to_weighted_factors() -> None:
    (pillar,) = way_back("gate.S3").parts
    assert pillar.name == "pillar.S.culture"
    points = sum(part.weight * part.value for part in pillar.parts)  # type: ignore[operator]
    assert points / sum(part.weight or 0 for part in pillar.parts) == pytest.approx(pillar.value)


def test_the_weakest_pillar_comes_first() -> None:
    (lowest,) = way_back("gate.S15").parts
    values = [part.value for part in lowest.parts]
    assert values == sorted(values)  # type: ignore[type-var]
    assert lowest.value == values[0]


def test_a_destination_leads_to_habits_contacts_and_the_floor() -> None:
    mobile, social, floor = way_back("d_now").parts
    assert (mobile.value, social.value) == (pytest.approx(96.67, abs=0.01), 75)
    contacts = [part for part in social.parts if part.kind == "contacts"]
    assert [(part.name, part.value, part.minimum) for part in contacts] == [("dem_01", 15, 20)]
    assert (floor.name, floor.minimum) == ("I.dem_05", 37.5)


def test_unknown_contacts_are_not_known() -> None:
    found = replace(result_of(firm("hartwell")), contact_mix={})
    habit = explain(method(), found, "d_now").parts[0]
    assert [part.value for part in habit.parts if part.kind == "contacts"] == [None]


def test_a_warning_leads_to_the_comparisons_that_made_it_so() -> None:
    tests = [part.test for part in way_back("warning.AP_TOOLS").parts]
    assert tests == ["F.ch_social >= 50", "social_tools >= 2", "F.cul_shift < 50"]
    assert way_back("warning.AP_FORCING").value is False
    assert way_back("warning.AP_FORCING").parts == ()


def test_all_steps_end_in_items_contacts_or_plain_values() -> None:
    for step in walk(way_back("position")):
        if not step.parts:
            assert step.kind in ("item", "contacts", "value", "rule")


def test_a_warning_about_pillars_leads_to_them_as_the_destination_weighs_them() -> None:
    quick = result_of(replace(firm("brightthread"), variant="quick"))
    (clause,) = explain(method(), quick, "warning.AP_TECH_FIRST").parts
    assert [part.name for part in clause.parts] == ["pillar.S.data_management", "pillar.S.culture"]
    values = [part.value for part in clause.parts]
    assert values[0] - values[1] == pytest.approx(clause.value)  # type: ignore[operator]


def test_without_a_destination_no_pillar_is_weighed() -> None:
    lost = result_of(changed(firm("hartwell"), {"dem_05": Unanswered.DONT_KNOW}))
    assert explain(method(), lost, "P.culture") == Explanation("P.culture", "value", None)


def test_the_habit_in_five_years_leads_to_the_newest_customers_too() -> None:
    assert [part.name for part in way_back("DS_5y").parts] == ["I.dem_06", "I.dem_08", "dem_02", "I.dem_10"]


def test_in_the_quick_scan_one_item_stands_in_for_another() -> None:
    quick = result_of(replace(firm("hartwell"), variant="quick"))
    habit = explain(method(), quick, "DM_5y")
    assert [(part.name, part.value) for part in habit.parts] == [("I.dem_03", 25), ("dem_02", None)]
    assert [part.value for part in explain(method(), quick, "DS_5y").parts] == [25, None, None, None]


@pytest.mark.parametrize(
    "name", ["nonsense", "gate.S16", "gate.X1", "pillar.M.wings", "F.wings", "lowest.Q", "warning.W"]
)
def test_what_nobody_knows_of_is_an_error(name: str) -> None:
    with pytest.raises(KeyError):
        way_back(name)
