"""Submissions worth a second look are named and never left out."""

from dataclasses import replace

import pytest

from scoring import Method, assess
from scoring.answers import Submission, Unanswered, Value
from scoring.model import Bars, Quality
from scoring.result import Flagged
from tests.laws.changes import varied
from tests.scoring.samples import person, result_of, said_by, social_crm

BARS = [item.id for item in social_crm().items if isinstance(item, Bars)]


def flags(submission: Submission, variant: str = "full") -> list[str]:
    found = result_of(replace(said_by(submission), variant=variant)).flags  # type: ignore[arg-type]
    assert all(one.respondent == submission.respondent for one in found)
    return [one.flag for one in found]


def lines(same: int, other: int) -> dict[str, Value]:
    """Return answers to that many items on one line, and to others on lines around it."""
    return {id_: 3 if number < same else 2 + 2 * (number % 2) for number, id_ in enumerate(BARS[: same + other])}


@pytest.mark.parametrize(
    ("same", "other", "straight"),
    [(20, 0, True), (18, 2, True), (17, 3, False), (19, 0, False), (27, 3, True), (26, 4, False)],
)
def test_nine_in_ten_of_at_least_twenty_answers_on_one_line(same: int, other: int, straight: bool) -> None:
    assert flags(person("r1", "exec", **lines(same, other))) == (["straight_lining"] if straight else [])


@pytest.mark.parametrize(
    ("cul_07", "cul_08", "own_05", "contradicts"),
    [(4, 4, 5, True), (5, 5, 5, True), (4, 4, 4, False), (3, 5, 5, False), (5, 3, 5, False), (None, 5, 5, False)],
)
def test_confident_cynical_and_all_in_at_once(cul_07: int | None, cul_08: int, own_05: int, contradicts: bool) -> None:
    answers: dict[str, Value] = {"cul_07": Unanswered.NOT_APPLICABLE if cul_07 is None else cul_07, "cul_08": cul_08}
    assert flags(person("r1", "exec", own_05=own_05, **answers)) == (["contradiction"] if contradicts else [])


@pytest.mark.parametrize(
    ("seconds", "variant", "fast"),
    [(239, "full", True), (240, "full", False), (None, "full", False), (60, "quick", False)],
)
def test_a_full_set_in_less_than_four_minutes(seconds: int | None, variant: str, fast: bool) -> None:
    submission = replace(person("r1", "exec", cul_01=3), seconds=seconds)
    assert flags(submission, variant) == (["speed"] if fast else [])


@pytest.mark.parametrize(("unknown", "known", "mostly"), [(3, 2, True), (2, 2, False), (1, 0, True), (0, 0, False)])
def test_more_than_half_not_known(unknown: int, known: int, mostly: bool) -> None:
    answers: dict[str, Value] = dict.fromkeys(BARS[:unknown], Unanswered.DONT_KNOW)
    answers |= dict.fromkeys(BARS[unknown : unknown + known], 3)
    assert flags(person("r1", "exec", **answers)) == (["mostly_unknown"] if mostly else [])


def test_a_flagged_submission_still_counts() -> None:
    hasty = replace(person("r1", "exec", cul_01=5), seconds=10)
    found = result_of(said_by(hasty, person("r2", "exec", cul_01=1)))
    assert found.flags == (Flagged("r1", "speed"),)
    assert found.items["cul_01"].score == 50


@pytest.mark.parametrize("quality", [Quality(), Quality(agrees_with=("cul_07", "cul_08"))])
def test_contradictions_are_looked_for_only_where_the_questionnaire_names_them(quality: Quality) -> None:
    settings = social_crm().settings.model_copy(update={"quality": quality})
    method = Method(varied(social_crm(), settings=settings))
    assert assess(method, said_by(person("r1", "exec", cul_07=5, cul_08=5, own_05=5))).flags == ()
