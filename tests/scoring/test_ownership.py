"""Who drives, what for, what leaders want and which tools are in use."""

from dataclasses import replace

import pytest

from scoring import Method, assess
from scoring.answers import Assessment, Value
from scoring.result import Ownership
from tests.laws.changes import varied
from tests.scoring.samples import person, result_of, said_by, social_crm


def owned(*people: tuple[str, dict[str, Value]], **role_weights: float) -> Ownership:
    return result_of(said(*people, **role_weights)).ownership


def said(*people: tuple[str, dict[str, Value]], **role_weights: float) -> Assessment:
    submissions = (person(f"r{number}", role, **answers) for number, (role, answers) in enumerate(people))
    return replace(said_by(*submissions), role_weights=role_weights)


def test_the_driver_is_what_most_voices_name() -> None:
    found = owned(
        ("exec", {"own_01": "joint"}),
        ("sales", {"own_01": "sales"}),
        ("sales", {"own_01": "joint"}),
        ("service", {"own_01": "sales"}),
        ("service", {"own_01": "sales"}),
    )
    assert (found.driver, found.driver_share, found.contested) == ("sales", 0.5, False)
    assert (found.shares["sales"], found.shares["joint"], found.shares["it"]) == (0.5, 0.5, 0)


def test_less_than_half_is_contested() -> None:
    found = owned(("exec", {"own_01": "joint"}), ("sales", {"own_01": "it"}), ("service", {"own_01": "service"}))
    assert (found.driver, found.contested) == ("it", True)  # a tie goes to the lowest score
    assert found.driver_share == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("options", "driver"),
    [
        (("business_wide", "nobody"), "nobody"),  # 100 and 0 points
        (("marketing", "sales"), "sales"),  # 25 points each: the first in the file
        (("joint", "executives"), "executives"),
    ],
)
def test_a_tie_goes_to_the_lower_score_and_then_to_the_order_of_the_file(options: tuple[str, str], driver: str) -> None:
    assert owned(("exec", {"own_01": options[0]}), ("sales", {"own_01": options[1]})).driver == driver


def test_a_role_without_weight_tells_nothing() -> None:
    answers: dict[str, Value] = {"own_01": "sales", "own_11": ("sell",), "own_12": "s", "dat_10": ("crm",)}
    found = owned(("exec", answers), exec=0)
    assert found == Ownership(None, None, False, {}, None, None, {}, None, None, (), None)
    heard = owned(("exec", answers), ("marketing", {"own_01": "it", "own_12": "t", "dat_10": ()}), exec=0)
    assert (heard.driver, heard.driver_share, heard.ambition, heard.social_tools) == ("it", 1, 1, 0)


def test_the_purpose_is_what_most_voices_include() -> None:
    found = owned(
        ("exec", {"own_11": ("solve", "happy")}), ("sales", {"own_11": ("sell",)}), ("sales", {"own_11": ("happy",)})
    )
    assert (found.purpose_top, found.purpose_share) == ("happy", 0.75)
    assert (found.purposes["solve"], found.purposes["sell"]) == (0.5, 0.25)


def test_a_tie_of_purposes_goes_to_the_order_of_the_file() -> None:
    assert owned(("exec", {"own_11": ("happy", "sell")})).purpose_top == "sell"


@pytest.mark.parametrize(
    ("people", "ambition", "known"),
    [
        ([("exec", "m"), ("exec", "m"), ("exec", "s"), ("sales", "s")], 2, 0.5),  # leaders, not everybody
        ([("exec", "m"), ("exec", "s")], 2, 0.5),  # a tie goes to the lower
        ([("exec", "unclear"), ("exec", "s")], 3, 0.5),  # and to a stage before none
        ([("exec", "unclear"), ("exec", "unclear"), ("exec", "s")], None, None),
        ([("sales", "t"), ("service", "s"), ("service", "t")], 1, 2 / 3),  # no leader said: everybody, role by role
        ([], None, None),
    ],
)
def test_what_leaders_want(people: list[tuple[str, str]], ambition: int | None, known: float | None) -> None:
    said: list[tuple[str, dict[str, Value]]] = [(role, {"own_12": line}) for role, line in people]
    found = owned(*said)
    assert found.ambition == ambition
    assert found.ambition_known == (known if known is None else pytest.approx(known))


def test_a_tool_is_in_use_from_half_of_the_voices_on() -> None:
    found = owned(("exec", {"dat_10": ("crm", "publishing")}), ("service", {"dat_10": ("listening",)}))
    assert found.tools == ("crm", "listening", "publishing")
    assert found.social_tools == 2
    third = owned(("exec", {"dat_10": ("crm",)}), ("service", {"dat_10": ()}), ("marketing", {"dat_10": ()}))
    assert (third.tools, third.social_tools) == ((), 0)


def test_a_questionnaire_may_do_without_these_items() -> None:
    pillars = tuple(
        pillar.model_copy(
            update={
                "findings": (),
                "factors": tuple(
                    factor.model_copy(
                        update={"items": tuple(item.model_copy(update={"tells": None}) for item in factor.items)}
                    )
                    for factor in pillar.factors
                ),
            }
        )
        for pillar in social_crm().pillars
    )
    silent = assess(Method(varied(social_crm(), pillars=pillars)), said(("exec", {"own_01": "joint"})))
    assert silent.items["own_01"].score == 60
    assert silent.ownership == Ownership(None, None, False, {}, None, None, {}, None, None, (), None)
    assert silent.gaps.estimate is None
