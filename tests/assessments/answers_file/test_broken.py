"""A smallest bad file for every problem code of answers files, refused at the right place."""

from pathlib import Path

import pytest
import yaml

from assessments import answers_file
from assessments.problems.answers import ANSWERS
from scoring.model import Questionnaire

BROKEN = Path(__file__).parents[2] / "broken" / "answers"
PLACES: dict[str, str] = yaml.safe_load((BROKEN / "places.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PLACES)
def test_a_broken_file_is_named_at_its_place(name: str, questionnaire: Questionnaire) -> None:
    path = BROKEN / name
    context = next(iter(BROKEN.glob(f"{path.stem}.context.*")), None)
    checked = answers_file.check(path, questionnaire, context=context)
    found = [problem for problem in [*checked.problems, *checked.advice] if problem.code == name[:4]]
    where = [f"{'context:' * (problem.path == str(context))}{problem.line}:{problem.column}" for problem in found]
    assert where == [PLACES[name]]
    assert [problem.code for problem in checked.problems] in ([name[:4]], [])
    assert (checked.assessment is None) == (ANSWERS[name[:4]].severity == "problem")


def test_every_code_has_a_broken_file() -> None:
    assert sorted({name[:4] for name in PLACES}) == sorted(ANSWERS)


def test_every_broken_file_has_a_place() -> None:
    files = {path.name for path in BROKEN.iterdir() if ".context" not in path.name}
    assert files == {*PLACES, "places.yaml"}
