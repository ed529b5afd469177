"""How sure a placement is: shares from the bootstrap, labels and their caps, what tips and what settles."""

from dataclasses import replace

import numpy as np
import pytest

from scoring.answers import Assessment, Segment, Submission, Unanswered
from scoring.bootstrap import replicate
from scoring.confidence import judge, measure_confidence
from scoring.engine import read, stand
from scoring.result import Confidence
from tests.scoring.samples import changed, firm, method, person, result_of, said_by

# Shares of single respondents at their placement, as worked out when the model was written; tolerance 0.05.
SHARES = {
    "hartwell": (1, 1.00),
    "northvale": (1, 0.81),
    "brightthread": (1, 0.77),
    "pebble": (3, 0.62),
    "castellan": (1, 0.78),
}
ALL_FIRMS = [*SHARES, "riverside"]


def sure(assessment: Assessment) -> Confidence:
    return measure_confidence(method(), assessment)


@pytest.mark.parametrize("name", SHARES)
def test_a_placement_is_as_likely_as_worked_out(name: str) -> None:
    position, share = SHARES[name]
    assert sure(firm(name)).position[position] == pytest.approx(share, abs=0.05)


@pytest.mark.parametrize("name", ALL_FIRMS)
def test_shares_add_up_and_intervals_are_in_order(name: str) -> None:
    found = sure(firm(name))
    for shares in (found.position, found.now, found.five_years):
        assert sum(shares.values()) == pytest.approx(1)
    assert found.coordinate_80[0] <= found.coordinate_80[1]
    for interval in found.index_80.values():
        assert interval is not None
        assert 0 <= interval[0] <= interval[1] <= 100


def test_the_same_data_give_the_same_numbers_in_any_order() -> None:
    riverside = firm("riverside")
    turned = replace(riverside, submissions=tuple(reversed(riverside.submissions)))
    assert sure(riverside) == sure(riverside)
    assert sure(turned).position == sure(riverside).position
    other = replace(riverside, id="another-2026")
    assert sure(other).coordinate_80 != sure(riverside).coordinate_80


def test_a_note_makes_an_answer_steadier() -> None:
    pebble = firm("pebble")
    (alone,) = pebble.submissions
    noted = replace(pebble, submissions=(replace(alone, notes=dict.fromkeys(alone.answers, "shown")),))
    assert sure(noted).position[3] > sure(pebble).position[3]


def test_one_voice_is_never_called_clear() -> None:
    found = sure(firm("hartwell"))
    assert found.position[1] > 0.9
    assert found.label == "likely"
    assert found.capped_by == ("single_respondent", "few_roles", "nobody_near_customers")


def test_a_quick_scan_without_leaders_says_so() -> None:
    alone = replace(firm("hartwell").submissions[0], role="sales")
    quick = replace(firm("hartwell"), variant="quick", submissions=(alone,))
    assert {"quick_scan", "no_leaders"} <= set(sure(quick).capped_by)


def test_several_roles_may_be_clear() -> None:
    found = sure(firm("riverside"))
    assert (found.label, found.capped_by, found.runner_up) == ("clear", (), 0)


def test_between_two_stages_names_the_second() -> None:
    pebble = firm("pebble")
    reading = read(method(), pebble)
    standing = stand(method(), pebble, reading)
    drawn = replicate(method(), pebble, reading, standing)
    tossed = replace(drawn, position=np.array([2] * 500 + [3] * 500))
    found = judge(method(), pebble, reading, standing, tossed)
    assert (found.label, found.runner_up, found.capped_by) == ("between", 2, ())


def test_certainty_has_no_second() -> None:
    silent = replace(firm("hartwell").submissions[0], answers={})
    found = sure(replace(firm("hartwell"), submissions=(silent,)))
    assert found.position[0] == 1
    assert found.runner_up is None
    assert set(found.index_80.values()) == {None}
    assert found.now[0] == 1, "an unknown destination is drawn as unknown"


def test_a_tip_really_tips() -> None:
    for tip in sure(firm("hartwell")).tips:
        if tip.changes == "position":
            step = 1 if tip.direction == "up" else -1
            given = firm("hartwell").submissions[0].answers
            moved = {item: int(given[item]) + step for item in tip.items}  # type: ignore[call-overload]
            assert result_of(changed(firm("hartwell"), moved)).position == tip.becomes


def test_the_smallest_sets_are_found() -> None:
    tips = sure(firm("hartwell")).tips
    up = {tip.items for tip in tips if tip.changes == "position" and tip.direction == "up"}
    assert ("cul_03", "cul_04", "chn_03") in up
    assert len(up) == 6
    assert {len(items) for items in up} == {3}
    later = [tip for tip in tips if tip.changes == "destination_5y"]
    assert [(tip.items, tip.becomes) for tip in later] == [(("dem_04",), 2)]


def test_nothing_tips_a_firm_far_from_every_line() -> None:
    worst = {item.id: 1 for item in method().questionnaire.items if getattr(item, "levels", None)}
    worst |= {"cul_08": 5, "own_01": "nobody"}
    found = sure(changed(firm("hartwell"), worst))
    assert [tip for tip in found.tips if tip.changes == "position"] == []


def test_reversed_statements_tip_the_other_way() -> None:
    known = dict.fromkeys(("cul_06", "cul_07", "cul_08"), 3)
    low = read(method(), changed(firm("pebble"), known)).items.score[0]
    assert low[method().item_index["cul_08"]] == 50
    assert any("cul_08" in tip.items or "cul_06" in tip.items for tip in sure(changed(firm("pebble"), known)).tips)


def test_the_open_question_that_matters_most_is_named() -> None:
    unknown = {"own_03": Unanswered.DONT_KNOW, "own_05": Unanswered.DONT_KNOW}
    assert sure(changed(firm("pebble"), unknown)).would_settle in unknown
    assert sure(firm("pebble")).would_settle is None


def test_an_open_question_that_moves_nothing_is_not_named() -> None:
    found = sure(said_by(person("a", "exec"), person("b", "sales")))
    assert found.would_settle is None or found.would_settle in method().item_index


def test_segments_are_drawn_like_everybody() -> None:
    young = {"dem_03": 5, "dem_05": 5, "dem_07": 5, "dem_09": 4, "dem_04": 5, "dem_06": 5, "dem_08": 5}
    old = {"dem_03": 1, "dem_05": 1, "dem_07": 1, "dem_09": 1, "dem_04": 1, "dem_06": 1, "dem_08": 1}
    hartwell = firm("hartwell")
    (alone,) = hartwell.submissions
    answered = Submission(alone.respondent, alone.role, alone.answers, segments={"young": young, "old": old})
    segments = (Segment("young", "Young", 0.5), Segment("old", "Old", 0.5))
    found = sure(replace(hartwell, submissions=(answered,), segments=segments))
    assert found.now[3] > 0.8
    assert all(tip.changes == "position" for tip in found.tips), "no single line moves all segments"
