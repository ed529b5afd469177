"""From habits to destinations, group by group of customers where they differ."""

from dataclasses import replace

import pytest

from scoring.answers import Assessment, Segment, Unanswered, Value
from scoring.result import DestinationResult
from tests.scoring.samples import changed, firm, person, result_of, said_by

NOBODY: dict[str, Value] = {"dem_03": 1, "dem_05": 1}
MOBILE: dict[str, Value] = {"dem_03": 5, "dem_05": 1}
SOCIAL: dict[str, Value] = {"dem_03": 5, "dem_05": 5}
UNKNOWN: dict[str, Value] = {"dem_03": 5, "dem_05": Unanswered.DONT_KNOW}


def called(segments: list[tuple[float, dict[str, Value]]]) -> DestinationResult:
    return result_of(by_segment(segments)).demand.now


def by_segment(segments: list[tuple[float, dict[str, Value]]]) -> Assessment:
    ids = [f"s{number}" for number in range(len(segments))]
    about = dict(zip(ids, (answers for _, answers in segments), strict=True))
    said = replace(person("r1", "exec"), segments=about)
    return replace(
        said_by(said),
        segments=tuple(Segment(id_, id_.upper(), value) for id_, (value, _) in zip(ids, segments, strict=True)),
    )


@pytest.mark.parametrize(
    ("segments", "stage"),
    [
        ([(0.75, NOBODY), (0.25, SOCIAL)], 3),
        ([(0.76, NOBODY), (0.24, SOCIAL)], 1),
        ([(0.5, NOBODY), (0.2, MOBILE), (0.1, SOCIAL), (0.2, NOBODY)], 2),  # 0.3 call for the second stage or more
        ([(0.1, NOBODY), (0.6, MOBILE), (0.3, SOCIAL)], 3),
        ([(0.75, UNKNOWN), (0.25, MOBILE)], 2),
        ([(0.8, UNKNOWN), (0.2, SOCIAL)], None),  # too little is known to call for anything
        ([(1.0, UNKNOWN)], None),
        ([(1.0, MOBILE), (0.0, SOCIAL)], 2),
    ],
)
def test_a_quarter_of_customer_value_carries_a_stage(
    segments: list[tuple[float, dict[str, Value]]], stage: int | None
) -> None:
    assert called(segments).stage == stage


def test_habits_are_weighed_by_customer_value() -> None:
    found = called([(0.75, MOBILE), (0.25, SOCIAL)])
    assert (found.mobile, found.social, found.social_share) == (100, 25, 25)
    assert called([(0.5, UNKNOWN), (0.5, SOCIAL)]).social == 100  # of those who are known


def test_every_segment_keeps_its_own_destination() -> None:
    result = result_of(by_segment([(0.75, NOBODY), (0.25, SOCIAL)]))
    assert [(one.id, one.name, one.value, one.now.stage) for one in result.demand.segments] == [
        ("s0", "S0", 0.75, 1),
        ("s1", "S1", 0.25, 3),
    ]


def test_what_is_said_about_segments_takes_the_place_of_what_is_said_about_all() -> None:
    both = by_segment([(0.5, NOBODY), (0.5, SOCIAL)])
    everybody = replace(both.submissions[0], answers={"dem_03": 3, "dem_10": 5})
    result = result_of(replace(both, submissions=(everybody,)))
    assert (result.items["dem_03"].score, result.items["dem_10"].score) == (50, 100)
    assert result.items["dem_03"].answers == 2  # about each segment
    assert result.items["dem_03"].counts == {"exec": (1, 0, 0, 0, 1)}


def test_contacts_of_segments_add_up_by_value() -> None:
    phone: dict[str, Value] = {**NOBODY, "dem_01": {"phone": 100}}
    social: dict[str, Value] = {**SOCIAL, "dem_01": {"social": 100}}
    result = result_of(by_segment([(0.7, phone), (0.3, social)]))
    assert result.contact_mix["dem_01"]["social"] == pytest.approx(30)
    assert result.facts["legacy_contact_share"] == pytest.approx(70)


@pytest.mark.parametrize(
    ("answers", "close"),
    [
        ({"dem_03": 3, "dem_05": 1}, True),  # mobile habit 50
        ({"dem_03": 4, "dem_05": 1}, False),
        ({"dem_03": 3, "dem_05": 5}, False),  # the mobile habit no longer matters
        ({"dem_03": 5, "dem_05": 3}, True),  # social habit 50
        ({"dem_03": 3}, False),  # the social habit is unknown
    ],
)
def test_close_to_the_line(answers: dict[str, Value], close: bool) -> None:
    assert result_of(said_by(person("r1", "exec", **answers))).demand.now.borderline is close


def test_close_to_the_floor_while_the_habit_is_there() -> None:
    people = [
        person(f"r{number}", role, dem_03=5, dem_05=line, dem_07=5)
        for number, (role, line) in enumerate(
            [("exec", 3), ("sales", 2), ("service", 3), ("marketing", 2), ("frontline", 3)]
        )
    ]
    found = result_of(said_by(*people)).demand.now  # share 40, habit (0.4 x 40 + 0.3 x 100) / 0.7
    assert found.social_share == pytest.approx(40)
    assert (found.stage, found.borderline) == (3, True)


@pytest.mark.parametrize(("newest", "habit"), [(1, 11), (2, 16), (3, 21), (4, 26), (5, 31)])
def test_the_newest_customers_lean_on_the_habit_in_five_years(newest: int, habit: float) -> None:
    found = result_of(changed(firm("hartwell"), {"dem_10": newest})).demand.five_years
    assert found.social == pytest.approx(habit)


def test_what_the_answers_rest_on_is_apart() -> None:
    for line, evidence in ((1, 0), (5, 100)):
        demand = result_of(changed(firm("hartwell"), {"dem_11": line})).demand
        assert (demand.evidence, demand.now.stage) == (evidence, 1)
    unknown = changed(firm("hartwell"), {"dem_11": Unanswered.DONT_KNOW})
    assert result_of(unknown).demand.evidence is None
    assert result_of(replace(unknown, variant="quick")).demand.evidence == 25
