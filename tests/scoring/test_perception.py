"""The distance between what leaders believe, what people near customers see and what customers say."""

from dataclasses import replace

import pytest

from scoring.answers import Submission, Unanswered, Value
from scoring.result import Gaps
from tests.scoring.samples import firm, person, result_of, said_by

DONT_KNOW = Unanswered.DONT_KNOW


def gaps_of(*people: Submission, **context: str) -> Gaps:
    return result_of(said_by(*people, **context)).gaps


def test_leaders_are_compared_with_the_roles_near_customers() -> None:
    found = gaps_of(
        person("e", "exec", cul_01=5, cul_02=4, cul_11=5),
        person("s", "service", cul_01=3, cul_02=2, cul_11=4),
        person("f", "frontline", cul_01=1, cul_11=2),
        person("m", "marketing", cul_01=1, cul_11=1),
    )
    # Relationship before transaction: leaders (100 + 75) / 2; service (50 + 25) / 2 and front line 0.
    assert found.by_factor == {"cul_customer": (87.5, 18.75), "cul_outside": (100.0, 50.0)}
    assert found.executives_vs_near == pytest.approx((68.75 + 50) / 2)
    assert not found.executives_vs_near_firm


def test_a_factor_only_one_side_has_answered_is_not_compared() -> None:
    found = gaps_of(person("e", "exec", cul_01=5), person("s", "service", cul_11=4))
    assert (found.by_factor, found.executives_vs_near) == ({}, None)


@pytest.mark.parametrize(("leaders", "near", "firmly"), [(3, 3, True), (2, 3, False), (3, 2, False)])
def test_a_gap_is_firm_from_three_people_a_side(leaders: int, near: int, firmly: bool) -> None:
    people = [person(f"e{n}", "exec", cul_01=5) for n in range(leaders)]
    people += [person(f"s{n}", "service" if n else "frontline", cul_01=1) for n in range(near)]
    found = gaps_of(*people)
    assert (found.executives_vs_near, found.executives_vs_near_firm) == (100, firmly)


@pytest.mark.parametrize(("customers", "compared"), [(5, True), (2, False)])
def test_social_channels_are_compared_where_customers_call_for_the_last_stage(customers: int, compared: bool) -> None:
    same = {"dem_03": 5, "dem_05": customers}
    found = gaps_of(person("e", "exec", chn_05=5, **same), person("s", "service", chn_05=1, **same))
    assert found.by_factor == ({"ch_social": (100, 0)} if compared else {})


@pytest.mark.parametrize(
    ("estimates", "measured", "estimate", "gap"),
    [
        ((("exec", 70), ("exec", 50), ("sales", 10)), 40, 60, 20),
        ((("exec", 70), ("exec", DONT_KNOW)), 40, 70, 30),
        ((("sales", 10),), 40, None, None),
        ((("exec", 70),), None, 70, None),
        ((("exec", 70),), "not measured", 70, None),
    ],
)
def test_what_leaders_estimate_against_what_was_measured(
    estimates: tuple[tuple[str, Value], ...], measured: float | str | None, estimate: float | None, gap: float | None
) -> None:
    people = [person(f"r{number}", role, cul_12=value) for number, (role, value) in enumerate(estimates)]
    found = result_of(replace(said_by(*people), context={"ctx_measured": measured})).gaps
    assert (found.estimate, found.estimate_vs_measured) == (estimate, gap)
    assert found.measured == (measured if isinstance(measured, int) else None)


def pulse_of(answers: list[int | Unanswered]) -> Gaps:
    return result_of(replace(firm("hartwell"), pulse=tuple({"pul_1": answer} for answer in answers))).gaps


def test_customers_own_answers_count_from_twenty_on() -> None:
    found = pulse_of([3] * 10 + [4] * 10 + [DONT_KNOW] * 5)
    assert found.pulse_items == {"pul_1": 100 - 62.5}  # Hartwell scores 100 on its phone calls
    assert found.pulse == 37.5
    assert pulse_of([3] * 19 + [DONT_KNOW] * 5).pulse is None


def test_customers_answers_say_nothing_where_nobody_inside_answered() -> None:
    silent = said_by(person("r1", "exec", cul_01=3))
    assert result_of(replace(silent, pulse=({"pul_1": 3},) * 20)).gaps.pulse is None
