"""Prints ``docs/problem-examples.md``: what every code looks like, told about the small broken files of the tests."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from assessments import answers_file, catalog, examples
from assessments.editing import read_zip
from assessments.problems import Place, Problem, Refused, TextFile
from assessments.problems.sentences import SENTENCES
from assessments.reliability import AnswerScale, Asked, study
from scoring import Method
from tests.broken import hostile
from tests.broken.test_broken_questionnaires import BASE, CASES, MADE

TODAY = date(2026, 11, 26)  # the page stays the same on every other day

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "questionnaires" / "social_crm"
HEAD = """# Problems and advice by example

What every code looks like, told about a small broken file of the tests. What the codes mean stands in
[problems.md](problems.md). `make generated` writes this page.
"""

EXPECTATIONS = {
    "E701": "position: 2",
    "E702": "positoin: 3",
    "E703": "warnings: [AP_GAP]",
    "E704": "warnings: {includes: [AP_GAP]}",
}
PACKED = {
    "Z101": b"hello",
    "Z102": hostile.flagged(hostile.packed(hostile.folder()), 0x1),
    "Z103": hostile.packed({"../path.yaml": b""}),
    "Z104": hostile.linked(),
    "Z105": hostile.packed_twice("tiny/path.yaml", "tiny/path.yaml"),
    "Z106": b"PK" + b"\0" * 2_000_000,
    "Z107": hostile.packed({}),
}
# What needs a database or a backup to be seen, said of a place it could be said of.
SAID = {
    "B001": ("holiday.jpg", {}),
    "B002": ("monday.backup", {}),
    "B003": ("monday.backup", {}),
    "B004": ("notes.txt", {}),
    "S801": ("culture.yaml", {"people": 42, "factor": "cul_shift", "value": 0.08}),
    "S802": ("culture.yaml", {"share": 0.9, "people": 42}),
    "S803": ("culture.yaml", {"share": 0.45, "people": 42}),
    "S804": ("culture.yaml", {"value": 27, "groups": 6}),
}


def examples_page() -> str:
    """Return the page as Markdown."""
    shown = problems()
    return "\n".join([HEAD, *(f"## {code}\n\n```\n{_printed(shown[code])}\n```\n" for code in SENTENCES)])


@cache
def problems() -> dict[str, Problem]:
    """Return an example of every code."""
    return {problem.code: problem for problem in _all()}


def _printed(problem: Problem) -> str:
    return "\n".join(line.rstrip() for line in str(problem).splitlines())


def _all() -> Iterator[Problem]:
    yield from _folders()
    yield from _answers()
    yield from _tables()
    yield from _expectations()
    for code, content in PACKED.items():
        yield from _of(code, _refusal(content))
    for code, (name, words) in SAID.items():
        yield TextFile(name).problem(code, Place(), **words)  # type: ignore[arg-type]


def _of(code: str, problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.code == code][:1]


def _folders() -> Iterator[Problem]:
    with TemporaryDirectory() as made:
        folder = Path(made) / "tiny"
        for case in CASES:
            _fresh(folder)
            shutil.copytree(case, folder, dirs_exist_ok=True)
            checked = catalog.check(folder)
            yield from _of(case.name, _near((*checked.problems, *checked.advice), made))
        for code, (make, *_) in MADE.items():
            _fresh(folder)
            yield from _of(code, _near(make(folder), made))


def _fresh(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BASE, folder)


def _near(problems: Iterable[Problem], folder: str | Path) -> Iterator[Problem]:
    """Yield problems with their paths as somebody standing in ``folder`` would see them."""
    for one in problems:
        path = str(Path(one.path).relative_to(folder)) if Path(one.path).is_absolute() else one.path
        words = tuple((name, _below(word, folder)) for name, word in one.words)
        yield replace(one, path=path, words=words)


def _below(word: object, folder: str | Path) -> object:
    return word.replace(f"{folder}/", "") if isinstance(word, str) else word


def _answers() -> Iterator[Problem]:
    questionnaire, folder = catalog.load(SHIPPED), HERE / "answers"
    for path in sorted(folder.glob("A*")):
        if ".context" not in path.name:
            context = next(iter(folder.glob(f"{path.stem}.context.*")), None)
            checked = answers_file.check(path, questionnaire, context=context, today=TODAY)
            yield from _of(path.name[:4], _near((*checked.problems, *checked.advice), folder))


def _tables() -> Iterator[Problem]:
    folder = HERE / "reliability"
    for path in sorted(folder.glob("T*")):
        if ".keys" not in path.name:
            keys = next(iter(folder.glob(f"{path.stem}.keys.json")), None)
            try:
                study(path, Asked(keys, "team", AnswerScale(1, 5)))
            except Refused as refused:
                yield from _of(path.name[:4], _near(refused.problems, folder))


def _expectations() -> Iterator[Problem]:
    method = Method(catalog.load(SHIPPED))
    answers = (SHIPPED / "examples" / "pebble.yaml").read_text(encoding="utf-8").split("\nexpect:")[0]
    for code, expected in EXPECTATIONS.items():
        yield from _of(code, examples.check_example(f"{answers}\nexpect:\n  {expected}\n", Path("pebble.yaml"), method))
    yield from _of("E705", examples.check_example(f"{answers}\nexpect: []\n", Path("pebble.yaml"), method))


def _refusal(content: bytes) -> tuple[Problem, ...]:
    try:
        read_zip(content)
    except Refused as refused:
        return refused.problems
    return ()


if __name__ == "__main__":
    print(examples_page(), end="")  # noqa: T201
