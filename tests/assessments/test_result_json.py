"""The result for other programs: every key of the contract, plain values, nothing of single people."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assessments import reading
from assessments.result_json import as_entries
from scoring.confidence import measure_confidence
from scoring.roadmap import make_plan

FIRMS = ["brightthread", "castellan", "hartwell", "northvale", "pebble", "riverside"]
KEYS = {
    "questionnaire": {"id", "version", "sha256"},
    "engine": {"version"},
    "respondents": {"total", "by_role"},
    "index": {"T", "M", "S"},
    "pillars": {"T", "M", "S"},
    "demand": {"DM_now", "DS_now", "DM_5y", "DS_5y", "evidence", "borderline_now", "borderline_5y"},
    "destination": {"now", "five_years"},
    "three_answers": {"a", "b", "c"},
    "ownership": {"driver", "driver_share", "generation", "shares"},
    "gaps": {"executives_vs_near", "estimate_vs_measured", "pulse"},
    "channel_fit": {"now", "five_years"},
    "confidence": {
        *("position", "destination_now", "destination_5y", "index_80", "label"),
        *("bounds", "sturdy", "minima_minus_5", "minima_plus_5"),
    },
    "plan": {
        *("feasible", "posture", "actions", "effort_person_weeks", "weeks", "to_stage", "forecast", "cautious"),
        *("owner_share", "not_in_plan", "latest_start_week"),
    },
}
PLAIN = {"assessment", "firm", "variant", "date", "provisional", "settle", "items", "factors", "gates", "position"}
PLAIN |= {"path_coordinate", "posture", "target", "ambition", "ambition_known", "warnings", "agenda", "quality_flags"}


def entries(firm: str) -> dict[str, Any]:
    opened = reading.open_sample(firm)
    method, assessment, result = opened.method, opened.assessment, opened.result
    confidence, plan = measure_confidence(method, assessment), make_plan(method, assessment, result)
    return as_entries(opened.questionnaire, assessment, result, confidence, plan)


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
    else:
        yield value


@pytest.mark.parametrize("firm", FIRMS)
def test_every_key_of_the_contract_is_there(firm: str) -> None:
    result = entries(firm)
    assert {*KEYS, *PLAIN} <= set(result)
    for key, inner in KEYS.items():
        assert inner <= set(result[key]), key


@pytest.mark.parametrize("firm", FIRMS)
def test_values_are_plain_and_finite(firm: str) -> None:
    for value in leaves(entries(firm)):
        assert type(value) in (str, int, float, bool, type(None)), value
        assert not isinstance(value, float) or math.isfinite(value)


@pytest.mark.parametrize("firm", FIRMS)
def test_the_text_is_the_same_every_time_and_reads_back(firm: str) -> None:
    opened = reading.open_sample(firm)
    text = reading.result_json(opened)
    assert text == reading.result_json(reading.open_sample(firm))
    found = json.loads(text)
    assert found["plan"].pop("edits") == {}  # what people changed goes with the answers, not with the result
    assert found == entries(firm)


def test_lists_hold_entries_with_their_keys() -> None:
    result = entries("riverside")
    assert set(result["gates"][0]) == {"id", "stage", "metric", "value", "minimum", "result"}
    assert set(result["warnings"][0]) == {"id", "severity", "because"}
    assert set(result["warnings"][0]["because"][0]) == {"name", "value", "test"}
    assert set(result["candidates"][0]) == {"id", "because"}
    assert set(result["agenda"][0]) == {"item", "score", "finding"}
    assert set(result["factors"]["own_driver"]) == {"score", "status"}


def test_nothing_is_said_about_single_roles() -> None:
    result = entries("riverside")
    expected = {"score", "answers", "dk_share", "na", "ad", "di", "eta2", "range", "finding"}
    assert all(set(item) == expected for item in result["items"].values())
    assert "by_factor" not in result["gaps"]


def test_what_is_not_known_is_null(tmp_path: Path) -> None:
    path = tmp_path / "silent.yaml"
    path.write_text("respondents: [{id: r1, role: exec}]\n", encoding="utf-8")
    opened = reading.open_answers(path)
    result = as_entries(opened.questionnaire, opened.assessment, opened.result)
    assert result["destination"] == {"now": None, "five_years": None}
    assert result["provisional"] is True
    assert (result["posture"], result["target"], result["index"]["T"]) == (None, None, None)
    assert (result["ownership"]["driver"], result["ownership"]["generation"]) == (None, None)
    assert result["items"]["own_02"]["score"] is None


def test_the_generation_is_the_drivers_and_nobodys_while_contested(tmp_path: Path) -> None:
    path = tmp_path / "contested.yaml"
    people = [("exec", "sales"), ("sales", "marketing"), ("service", "service")]
    lines = [f"  - {{id: {role}, role: {role}, answers: {{own_01: {driver}}}}}\n" for role, driver in people]
    path.write_text("respondents:\n" + "".join(lines), encoding="utf-8")
    opened = reading.open_answers(path)
    contested = as_entries(opened.questionnaire, opened.assessment, opened.result)["ownership"]
    assert (contested["contested"], contested["generation"]) == (True, None)
    assert entries("brightthread")["ownership"]["generation"] == "1.0"


def test_the_plan_says_what_is_done_when_by_whom() -> None:
    plan = entries("northvale")["plan"]
    assert (plan["feasible"], plan["weeks"], plan["effort_person_weeks"]) == (True, 29, 51)
    first = plan["actions"][0]
    assert (first["id"], first["start_week"], first["finish_week"], first["effort"]) == ("A01", 1, 6, 4)
    assert list(plan["to_stage"]) == ["2"]
    assert {"id", "why"} <= set(plan["not_in_plan"][0])
    assert plan["forecast"][-1]["position"] == 2


def test_shares_of_confidence_add_up_and_the_label_is_capped_for_one_voice() -> None:
    confidence = entries("hartwell")["confidence"]
    assert sum(confidence["position"].values()) == pytest.approx(1)
    assert set(confidence["position"]) == {"0", "1", "2", "3"}
    assert confidence["label"] == "likely"
    assert "single_respondent" in confidence["capped_by"]


def test_riverside_is_counted() -> None:
    result = entries("riverside")
    assert result["respondents"]["total"] == 9
    assert sum(result["respondents"]["by_role"].values()) == 9
    assert result["items"]["dem_03"]["answers"] == 9
