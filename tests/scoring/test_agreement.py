"""How far people agree, what their disagreement is, and what to talk about first."""

from dataclasses import replace

import pytest

from scoring.answers import Assessment, Unanswered, Value
from scoring.result import Finding
from tests.scoring.samples import changed, firm, person, result_of, said_by

ROLES = ("exec", "sales", "marketing", "service", "it_data", "frontline")


def said(lines: dict[str, list[int]], item: str = "cul_01") -> Assessment:
    """Return an assessment in which each role chose these lines."""
    people = [
        person(f"{role}{number}", role, **{item: line})
        for role, given in lines.items()
        for number, line in enumerate(given)
    ]
    return said_by(*people)


@pytest.mark.parametrize(
    ("lines", "score", "ad", "eta2", "widest", "finding"),
    [
        ({"exec": [3], "sales": [3]}, 50, 0, 0, 0, None),
        ({"exec": [5], "sales": [1]}, 50, 50, 1, 100, "role_divide"),
        ({"exec": [5, 1], "sales": [5, 1]}, 50, 50, 0, 0, "mixed_picture"),
        ({"exec": [4], "sales": [3]}, 62.5, 12.5, 1, 25, None),
        # 40 and 0 on average: 20 away from 20, which is enough to talk about
        ({"exec": [3, 3, 3, 2, 2], "sales": [1]}, 20, 20, 400 / 475, 40, "role_divide"),
        # half of what differs lies between the roles: exactly enough for a role divide
        ({"exec": [1, 3], "sales": [3, 5]}, 50, 25, 0.5, 50, "role_divide"),
    ],
)
def test_what_a_disagreement_is(
    lines: dict[str, list[int]], score: float, ad: float, eta2: float, widest: float, finding: Finding | None
) -> None:
    item = result_of(said(lines)).items["cul_01"]
    assert (item.score, item.ad, item.eta2, item.range) == pytest.approx((score, ad, eta2, widest))
    assert item.di == pytest.approx(min(100, 2 * ad))
    assert item.finding == finding


def test_an_item_without_a_score_has_no_disagreement() -> None:
    item = result_of(said({"exec": [5]})).items["cul_02"]
    assert (item.ad, item.di, item.eta2, item.range, item.finding) == (None, None, None, None, None)


def test_what_everybody_agrees_on_is_not_on_the_agenda_whatever_the_rounding() -> None:
    everybody = said({role: [4] for role in ROLES})  # six sixths are not quite one
    assert result_of(everybody).agenda == ()


def test_one_answer_is_no_disagreement() -> None:
    assert result_of(said({"exec": [5]})).agenda == ()


def divided(name: str = "northvale", **answers: tuple[Value, Value]) -> Assessment:
    """Return a sample firm with an executive and a service person at odds over these items, and no others."""
    sides = [changed(firm(name), {item: pair[side] for item, pair in answers.items()}) for side in (0, 1)]
    people = tuple(
        replace(side.submissions[0], respondent=role, role=role)
        for side, role in zip(sides, ("exec", "service"), strict=True)
    )
    return replace(firm(name), submissions=people)


def test_what_is_close_to_a_gate_is_discussed_first() -> None:
    # Same factor weight per item and same disagreement, but trust (dat_03) is no gate of the next stage.
    found = result_of(divided(own_04=(5, 1), dat_03=(5, 1), cul_11=(5, 1)))
    scores = {entry.item: entry.score for entry in found.agenda}
    assert scores == pytest.approx({"own_04": 6 / 3 * 2, "cul_11": 3.0, "dat_03": 5 / 2})
    assert [entry.item for entry in found.agenda] == ["own_04", "cul_11", "dat_03"]


def test_a_gate_passed_with_room_to_spare_brings_nothing_forward() -> None:
    found = result_of(divided("hartwell", cul_01=(5, 3)))  # relationship thinking stays at 75, and M3 asks for 50
    assert {entry.item: entry.score for entry in found.agenda} == pytest.approx({"cul_01": 0.5 * 9 / 2})


def test_questions_about_customers_weigh_the_same_and_double_close_to_a_line() -> None:
    clear = result_of(divided(dem_09=(1, 2), dem_11=(1, 5)))
    assert {entry.item: entry.score for entry in clear.agenda} == pytest.approx({"dem_09": 0.25 * 10})
    close = result_of(divided(dem_03=(1, 3)))  # 0.6 x 25 + 0.4 x 75 = 45, five below the line
    assert close.demand.now.borderline
    assert {entry.item: entry.score for entry in close.agenda} == pytest.approx({"dem_03": 0.5 * 10 * 2})


def test_without_a_destination_only_customers_are_discussed() -> None:
    unknown = Unanswered.DONT_KNOW
    found = result_of(divided(own_04=(5, 1), dem_07=(1, 5), dem_05=(unknown, unknown)))
    assert found.demand.now.stage is None
    assert [entry.item for entry in found.agenda] == ["dem_07"]


def test_in_the_quick_scan_an_item_carries_its_whole_factor() -> None:
    found = result_of(replace(divided(own_04=(5, 1)), variant="quick"))
    assert {entry.item: entry.score for entry in found.agenda} == pytest.approx({"own_04": 6 * 2})
