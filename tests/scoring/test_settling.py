"""What is not known, which questions would settle it, and what is seen by nobody."""

from dataclasses import replace

import pytest

from scoring.answers import Unanswered, Value
from tests.scoring.samples import changed, firm, person, result_of, said_by

DONT_KNOW = Unanswered.DONT_KNOW


def test_unknown_pillars_make_a_placement_provisional() -> None:
    whole_pillar = [f"own_{number:02}" for number in range(1, 11)]
    result = result_of(changed(firm("hartwell"), dict.fromkeys(whole_pillar, DONT_KNOW)))
    assert result.provisional
    assert result.pillars["T"]["ownership"] is None
    assert list(result.settle) == whole_pillar
    assert {gate.id: gate.result for gate in result.gates if gate.metric in ("index", "min_pillar")} == dict.fromkeys(
        ("T1", "T5", "M1", "M8", "S1", "S15"), "unknown"
    )
    assert result.index["T"] is not None  # of what is known; the gate does not rest on it


@pytest.mark.parametrize(
    ("unknown", "provisional"),
    [(("own_03", "own_04", "own_05"), False), (("own_03", "own_04", "own_05", "own_08", "own_09"), True)],
)
def test_sixty_percent_of_a_pillars_points_are_enough(unknown: tuple[str, ...], provisional: bool) -> None:
    # Ownership weighs 25, 22 and 16: without buy-in 76, 73 and 69 percent are known, without decisions too 52 and less.
    result = result_of(changed(firm("hartwell"), dict.fromkeys(unknown, DONT_KNOW)))
    assert result.provisional is provisional
    assert (result.pillars["T"]["ownership"] is None) is provisional


def test_only_unanswered_items_settle_anything() -> None:
    result = result_of(changed(firm("hartwell"), {"chn_05": DONT_KNOW, "chn_06": DONT_KNOW, "dem_06": DONT_KNOW}))
    assert result.factors["ch_social"].status == "unknown"
    assert result.settle == ("dem_06", "chn_05", "chn_06")


def test_answers_from_a_role_without_weight_settle_nothing() -> None:
    result = result_of(replace(said_by(person("r1", "exec", cul_11=3)), role_weights={"exec": 0.0}))
    assert (result.items["cul_11"].score, result.items["cul_11"].answers) == (None, 1)
    assert "cul_11" in result.settle


@pytest.mark.parametrize(("unknown", "known", "blind"), [(2, 3, True), (1, 2, False), (1, 0, True)])
def test_two_in_five_who_do_not_know_make_a_blind_spot(unknown: int, known: int, blind: bool) -> None:
    lines: list[Value] = [*[DONT_KNOW] * unknown, *[3] * known]
    people = [person(f"r{number}", "exec", cul_01=line) for number, line in enumerate(lines)]
    assert ("cul_01" in result_of(said_by(*people)).blind_spots) is blind
