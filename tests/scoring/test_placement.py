"""Gates, position and path coordinate; verdict, posture and target."""

import pytest

from scoring import Method, assess
from scoring.answers import Unanswered, Value
from scoring.model import Questionnaire
from scoring.placement import judge_fit
from scoring.result import Fit, Posture, Verdict
from tests.laws.changes import varied
from tests.scoring.samples import changed, firm, result_of, social_crm


def with_gates(minima: dict[str, float]) -> Questionnaire:
    """Return the questionnaire with other minima."""
    stages = tuple(
        stage.model_copy(
            update={
                "gates": tuple(
                    gate.model_copy(update={"minimum": minima.get(gate.id, gate.minimum)}) for gate in stage.gates
                )
            }
        )
        for stage in social_crm().stages
    )
    return varied(social_crm(), stages=stages)


def test_a_value_equal_to_the_minimum_passes_whatever_was_lost_in_computing_it() -> None:
    third = 125 / 3  # Hartwell's mental-model shift
    for minimum, result in ((third, "pass"), (third + 1e-10, "pass"), (third + 1e-8, "fail")):
        found = assess(Method(with_gates({"M2": minimum})), firm("hartwell"))
        assert next(gate.result for gate in found.gates if gate.id == "M2") == result


def test_progress_counts_from_half_of_each_minimum() -> None:
    # Hartwell, six gates passed; M2: (41.67 - 27.5) / 27.5 = 0.515; M5: (37.5 - 25) / 25 = 0.5
    assert result_of(firm("hartwell")).path_coordinate == pytest.approx(1 + 0.99 * (6 + 0.5151515 + 0.5) / 8)


def test_a_gate_without_a_minimum_is_passed_and_made_all_the_way() -> None:
    found = assess(Method(with_gates({"M2": 0, "M5": 0})), firm("hartwell"))
    assert (found.position, {gate.result for gate in found.gates if gate.stage == "M"}) == (2, {"pass"})


def test_beyond_the_last_stage_renewal_carries_on() -> None:
    assert result_of(firm("pebble")).path_coordinate == pytest.approx(3 + 0.99 * 0.875)
    open_end = social_crm().settings.model_copy(update={"open_end": None})
    found = assess(Method(varied(social_crm(), settings=open_end)), firm("pebble"))
    assert found.path_coordinate == pytest.approx(3 + 0.99 * found.index["S"] / 100)  # type: ignore[operator]


def test_nobody_beyond_the_last_stage_is_held_back() -> None:
    assert result_of(firm("pebble")).holding_back == ()


def test_what_holds_a_stage_back_is_told_nearest_first_and_unknown_last() -> None:
    gates = result_of(firm("northvale")).holding_back
    assert [gate.id for gate in gates] == ["M8", "M4", "M1", "M5", "M7", "M2"]
    assert [round(gate.margin or 0, 3) for gate in gates] == [-0.268, -2.5, -9.625, -12.5, -12.5, -30]
    lost = result_of(changed(firm("northvale"), dict.fromkeys(("cul_09", "cul_10"), Unanswered.DONT_KNOW)))
    assert (lost.holding_back[-1].id, lost.holding_back[-1].margin) == ("M4", None)


def test_social_channels_are_required_only_where_the_path_says_so() -> None:
    without = varied(social_crm(), last_stage_needs_component=False)
    weak = changed(firm("pebble"), {"chn_05": 2, "chn_06": 2, "chn_07": 2})
    assert (result_of(weak).position, assess(Method(without), weak).position) == (2, 3)
    found = assess(Method(without), weak)
    assert "S2" not in {gate.id for gate in found.gates}
    assert found.three_answers.social_media_for_social_crm == "not_strictly"
    assert (found.three_answers.component_in_place, found.three_answers.driver_in_place) == (None, True)


# ------------------------------------------------------------------ fit


@pytest.mark.parametrize(
    ("position", "now", "later", "verdict", "posture", "target"),
    [
        (0, 1, 1, "behind", "catch_up", 1),
        (1, 2, 3, "behind", "catch_up", 2),
        (1, 3, 1, "behind", "catch_up", 3),
        (1, 1, 2, "in_step_behind_later", "prepare", 2),
        (1, 1, 1, "in_step", "stay_and_renew", 1),
        (2, 2, 1, "in_step", "stay_and_renew", 2),
        (2, 1, 3, "ahead_behind_later", "prepare", 3),
        (3, 1, 3, "ahead_in_step_later", "stay_and_renew", 3),
        (3, 1, 2, "ahead", "hold_back", 2),
        (2, 1, 1, "ahead", "hold_back", 1),
    ],
)
def test_what_position_and_destinations_ask_of_a_firm(
    position: int, now: int, later: int, verdict: Verdict, posture: Posture, target: int
) -> None:
    assert judge_fit(position, now, later) == Fit(verdict, posture, position - now, position - later, target)


def test_being_behind_today_can_be_said_without_knowing_the_five_year_destination() -> None:
    assert judge_fit(1, 2, None) == Fit("behind", "catch_up", -1, None, 2)


@pytest.mark.parametrize(
    ("now", "later", "deltas"), [(None, 3, (None, -2)), (1, None, (0, None)), (None, None, (None, None))]
)
def test_nothing_else_can_be_said_without_both_destinations(
    now: int | None, later: int | None, deltas: tuple[int | None, int | None]
) -> None:
    assert judge_fit(1, now, later) == Fit(None, None, *deltas, None)


@pytest.mark.parametrize(
    ("name", "customers", "answers"),
    [
        ("hartwell", {}, ("no", False, False, "no_traditional")),
        ("northvale", {}, ("no", False, False, "no_shift")),
        ("northvale", {"dem_06": 5, "dem_08": 5}, ("within_five_years", False, False, "by_year_five")),
        ("brightthread", {}, ("yes_today", False, False, "yes_today")),
        ("pebble", {}, ("yes_today", True, True, "yes_today")),
        ("hartwell", {"dem_05": Unanswered.DONT_KNOW}, (None, False, False, None)),
    ],
)
def test_the_three_answers(name: str, customers: dict[str, Value], answers: tuple[object, ...]) -> None:
    found = result_of(changed(firm(name), customers)).three_answers
    assert found.social_media_for_social_crm == "component"
    assert answers == (
        found.social_media_for_customers,
        found.component_in_place,
        found.driver_in_place,
        found.social_crm_to_succeed,
    )
