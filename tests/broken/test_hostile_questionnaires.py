"""Whatever somebody packs into a questionnaire: it is refused with a place and a sentence, and nothing else happens."""

import tracemalloc
from pathlib import Path

import pytest

from assessments import catalog
from assessments.editing import read_zip
from assessments.problems import Problem, Refused
from tests.broken import hostile

TEXTS = dict(hostile.texts())
ZIPS = dict(hostile.zips())
MOST_MEMORY = 150_000_000  # bytes, while one of them is looked at


def said_plainly(problems: tuple[Problem, ...]) -> None:
    assert 0 < len(problems) <= 201
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.path
        assert len(str(problem)) < 4000
        assert str(problem).replace("\n", "").isprintable()


def test_there_are_a_hundred_and_more() -> None:
    assert len(TEXTS) + len(ZIPS) >= 150


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_folder_is_refused(name: str, tmp_path: Path) -> None:
    for file, content in TEXTS[name].items():
        (tmp_path / file).write_bytes(content)
    tracemalloc.start()
    checked = catalog.check(tmp_path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert checked.questionnaire is None
    said_plainly(checked.problems)
    assert most < MOST_MEMORY


@pytest.mark.parametrize("name", ZIPS)
def test_a_hostile_zip_is_refused(name: str) -> None:
    tracemalloc.start()
    with pytest.raises(Refused) as refused:
        read_zip(ZIPS[name])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    said_plainly(refused.value.problems)
    assert most < MOST_MEMORY
