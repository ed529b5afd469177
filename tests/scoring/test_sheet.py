"""What people said becomes columns: what counts, what is left out and what cannot be meant."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from scoring.answers import Unanswered, Value
from scoring.result import Result
from tests.scoring.samples import firm, person, result_of, said_by

CONTACTS = {"person": 40, "phone": 60}


def contacts(split: Mapping[str, float]) -> Result:
    return result_of(said_by(person("r1", "exec", dem_01=split)))


@pytest.mark.parametrize(
    ("split", "phone"),
    [
        ({"person": 40, "phone": 60}, 60.0),
        ({"person": 38, "phone": 60}, 60 / 0.98),
        ({"person": 42, "phone": 60}, 60 / 1.02),
        ({"person": 37.9, "phone": 60}, None),
        ({"person": 42.1, "phone": 60}, None),
        ({"person": 130, "phone": 60, "mail": -90}, None),
        ({}, None),
    ],
)
def test_contacts_are_rescaled_to_a_hundred_or_not_known(split: Mapping[str, float], phone: float | None) -> None:
    result = contacts(split)
    found = result.contact_mix.get("dem_01")
    if phone is None:
        assert found is None
        assert result.items["dem_01"].dk_share == 1
    else:
        assert found is not None
        assert found["phone"] == pytest.approx(phone)
        assert sum(found.values()) == pytest.approx(100)
        assert result.items["dem_01"].dk_share == 0


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ("cul_01", 0),
        ("cul_01", 6),
        ("cul_01", 2.5),
        ("cul_01", "joint"),
        ("cul_01", ("joint",)),
        ("cul_01", {"phone": 100}),
        ("own_01", "everybody"),
        ("own_01", 3),
        ("own_11", ("solve", "shine")),
        ("own_11", "solve"),
        ("own_11", 1),
        ("cul_12", 101),
        ("cul_12", -1),
        ("cul_12", "many"),
        ("dem_01", {"pigeon": 100}),
        ("dem_01", 100),
    ],
)
def test_a_value_the_item_does_not_have_is_an_error(item: str, value: Value) -> None:
    with pytest.raises(ValueError, match=f'is not an answer to item "{item}"'):
        result_of(said_by(person("r1", "exec", cul_02=3, **{item: value})))


def test_an_item_the_questionnaire_does_not_have_is_an_error() -> None:
    with pytest.raises(ValueError, match='There is no item "cul_99"'):
        result_of(said_by(person("r1", "exec", cul_01=3, cul_99=3)))


def test_a_role_the_questionnaire_does_not_have_is_an_error() -> None:
    with pytest.raises(ValueError, match='There is no role "clown"'):
        result_of(said_by(person("r1", "clown", cul_01=3)))


def test_a_role_is_asked_only_its_own_items_unless_it_speaks_alone() -> None:
    desk = person("r1", "frontline", own_08=4)  # whether decisions are taken is not asked at the front line
    alone, together = (result_of(said_by(*people)) for people in ((desk,), (desk, person("r2", "exec", cul_01=3))))
    assert (alone.items["own_08"].score, alone.items["own_08"].answers) == (75, 1)
    assert (together.items["own_08"].score, together.items["own_08"].answers) == (None, 0)


def test_the_last_submission_of_a_person_counts_even_in_another_role() -> None:
    result = result_of(said_by(person("r1", "sales", cul_01=1), person("r1", "service", cul_01=5)))
    assert (result.respondents, dict(result.by_role)) == (1, {"service": 1})
    assert result.items["cul_01"].by_role == {"service": 100}


def test_the_quick_scan_reads_only_its_own_items() -> None:
    quick = result_of(replace(firm("hartwell"), variant="quick"))
    read = {id_ for id_, item in quick.items.items() if item.answers}
    assert len(read) == 16
    assert quick.contact_mix == {}


def test_an_assessment_nobody_has_answered_is_all_unknown() -> None:
    result = result_of(said_by())
    assert (result.respondents, result.position, result.path_coordinate, result.provisional) == (0, 0, 0, True)
    assert {factor.status for factor in result.factors.values()} == {"unknown"}
    assert result.fit.verdict is None
    assert "own_01" in result.settle


def test_dont_know_not_applicable_silence_and_zero_are_four_things() -> None:
    answers: dict[str, Value] = {
        "dat_01": Unanswered.DONT_KNOW,
        "dat_08": Unanswered.NOT_APPLICABLE,
        "cul_01": 1,
    }
    result = result_of(said_by(person("r1", "exec", **answers), ctx_age="under_3", ctx_legacy="none"))
    found = {id_: result.items[id_] for id_ in ("dat_01", "dat_08", "cul_01", "dat_02")}
    assert {id_: item.score for id_, item in found.items()} == {
        "dat_01": None,
        "dat_08": None,
        "cul_01": 0,
        "dat_02": None,
    }
    assert [item.dk_share for item in found.values()] == [1, None, 0, None]
    assert [item.na for item in found.values()] == [False, True, False, False]
