"""A smallest bad table for every problem code of tables of ratings, refused at the right place."""

from pathlib import Path

import pytest
import yaml

from assessments.problems import Refused
from assessments.problems.ratings import RATINGS
from assessments.reliability import AnswerScale, Asked, study

BROKEN = Path(__file__).parents[2] / "broken" / "reliability"
PLACES: dict[str, str] = yaml.safe_load((BROKEN / "places.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PLACES)
def test_a_broken_table_is_refused_at_its_place(name: str) -> None:
    path = BROKEN / name
    keys = next(iter(BROKEN.glob(f"{path.stem}.keys.json")), None)
    with pytest.raises(Refused) as refused:
        study(path, Asked(keys, "team", AnswerScale(1, 5)))
    (problem,) = refused.value.problems
    assert problem.code == name[:4]
    assert f"{'keys:' * (problem.path == str(keys))}{problem.line}:{problem.column}" == PLACES[name]


def test_every_code_has_a_broken_table() -> None:
    assert sorted({name[:4] for name in PLACES}) == sorted(RATINGS)


def test_every_broken_table_has_a_place() -> None:
    files = {path.name for path in BROKEN.iterdir() if ".keys" not in path.name}
    assert files == {*PLACES, "places.yaml"}
