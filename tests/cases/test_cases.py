"""Worked examples as a consultant would write them: a sample firm, what is changed, and what must come out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assessments import answers_file
from assessments.answers_file.opening import LIMITS
from assessments.examples import compare
from assessments.positions import Document, read
from scoring.model import Lined
from tests.scoring.samples import FOLDER, method, social_crm

HERE = Path(__file__).parent
CASE = {"why", "based_on", "change", "expect"}
CHANGE = {"answers", "every_line", "customers_of", "facts", "variant", "people"}


def cases() -> Iterator[Any]:
    for file in sorted(HERE.glob("*.yaml")):
        document = read(file, LIMITS)
        for name in document.data:
            yield pytest.param(document, name, id=f"{file.stem}: {name}")


@pytest.mark.parametrize(("document", "name"), list(cases()))
def test_what_must_come_out(document: Document, name: str, tmp_path: Path) -> None:
    case = document.data[name]
    assert {"based_on", "expect"} <= set(case) <= CASE
    assert set(case.get("change", {})) <= CHANGE
    file = tmp_path / "firm.json"
    file.write_text(json.dumps(changed(sample(case["based_on"]), case.get("change", {}))), encoding="utf-8")
    assessment = answers_file.read(file, social_crm())
    found = [str(problem) for problem in compare(document, (name, "expect"), method(), assessment)]
    assert not found, "\n\n".join(found)


def sample(name: str) -> dict[str, Any]:
    """Return the content of a sample firm's file."""
    data: dict[str, Any] = read(FOLDER / "examples" / f"{name}.yaml", LIMITS).data
    return {key: value for key, value in data.items() if key not in ("about", "expect")}


def changed(firm: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    """Return ``firm`` with ``change`` made to it, in the order that the README gives."""
    everybody = every_line(change) | customers_of(change) | change.get("answers", {})
    for person in firm["respondents"]:
        person["answers"] = answered(person["answers"], everybody)
    firm["context"] |= change.get("facts", {})
    firm["variant"] = change.get("variant", firm["variant"])
    if "people" in change:
        first = firm["respondents"][0]
        firm["respondents"] = [person_like(first, number, one) for number, one in enumerate(change["people"])]
    return firm


def every_line(change: dict[str, Any]) -> dict[str, Any]:
    if "every_line" not in change:
        return {}
    return {item.id: change["every_line"] for item in social_crm().items if isinstance(item, Lined)}


def customers_of(change: dict[str, Any]) -> dict[str, Any]:
    if "customers_of" not in change:
        return {}
    theirs = sample(change["customers_of"])["respondents"][0]["answers"]
    return {item.id: theirs[item.id] for item in social_crm().customers}


def person_like(first: dict[str, Any], number: int, change: dict[str, Any]) -> dict[str, Any]:
    assert set(change) <= {"role", "answers"}
    answers = answered(first["answers"], change.get("answers", {}))
    return {"id": f"r{number + 1}", "role": change.get("role", first["role"]), "answers": answers}


def answered(answers: dict[str, Any], instead: dict[str, Any]) -> dict[str, Any]:
    """Return ``answers`` with others in their place; nothing takes an answer away."""
    return {item: value for item, value in (answers | instead).items() if value is not None}
