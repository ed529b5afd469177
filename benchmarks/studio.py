"""The studio: looking at a draft while somebody types, one change by a form, what a change would do, hostile files.

Run with ``make bench`` or ``python -m benchmarks.studio [--smallest]``.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assessments import answers_file, catalog, editing, working
from assessments.answering import Desk, open_desk
from assessments.editing.files import files_in
from assessments.printing import Printers
from assessments.problems import Refused
from assessments.storage.assessments import add_assessment, add_firm
from assessments.storage.whole import write_answers
from benchmarks.crowd import QUESTIONNAIRE
from tests.broken import hostile

FIRMS, FEW = 1000, 5
ROUNDS = 5
ROW = "{:52} {:>12}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest", action="store_true", help="only see whether everything runs")
    smallest = parser.parse_args().smallest
    files = files_in(QUESTIONNAIRE)
    for row in _editing(files, 1 if smallest else ROUNDS):
        print(ROW.format(*row), flush=True)
    print()
    for row in _trying(files, FEW if smallest else FIRMS):
        print(ROW.format(*row), flush=True)
    print()
    for row in _hostile(FEW if smallest else None):
        print(ROW.format(*row), flush=True)


def _editing(files: dict[str, str], rounds: int) -> Iterator[tuple[str, str]]:
    actions = files["actions.yaml"]
    jobs: dict[str, Callable[[], object]] = {
        "problems and advice, while typing": lambda: editing.check_texts_only(files),
        "the same with six worked examples": lambda: editing.check_files(files),
        "one number of 890 lines, by a form": lambda: editing.set_value(actions, ("actions", 0, "effort"), 9),
        "differences in words between two versions": lambda: editing.changes(files, {**files, "actions.yaml": ""}),
        "packed and unpacked": lambda: editing.read_zip(editing.write_zip(files)),
    }
    for name, job in jobs.items():
        yield name, _shown(min(_seconds(job) for _ in range(rounds)))


def _trying(files: dict[str, str], firms: int) -> Iterator[tuple[str, str]]:
    higher = {**files, "path.yaml": files["path.yaml"].replace("minimum: 40", "minimum: 45", 1)}
    with TemporaryDirectory() as folder:
        desk = open_desk(f"sqlite:///{folder}/bench.db", QUESTIONNAIRE)
        _store(desk, firms)
        token = editing.begin_draft(desk, "Stricter", "Ada", files=higher).token
        yield f"what a gate would change, {firms:,} assessments", _shown(_seconds(lambda: _try(desk, token)))
        yield (
            f"what placements hang on, {firms:,} assessments",
            _shown(_seconds(lambda: list(editing.sensitivity(desk, files)))),
        )
        desk.database.close()


def _try(desk: Desk, token: str) -> None:
    """Do, alone, what a draft's editors ask for."""
    working.try_draft(desk, token)
    worker = working.Worker(desk, Printers(0))
    while worker.do_one():
        pass


def _store(desk: Desk, firms: int) -> None:
    edition, at = desk.edition(), desk.clock()
    examples = sorted((QUESTIONNAIRE / "examples").glob("*.yaml"))
    read = [answers_file.read(path, edition.method.questionnaire) for path in examples]
    for number in range(firms):
        assessment = replace(read[number % len(read)], id=f"bench-{number}")
        with desk.database.writing() as connection:
            id_ = add_assessment(
                connection,
                public_id=assessment.id,
                firm_id=add_firm(connection, assessment.firm, at),
                questionnaire_sha256=desk.pin(connection, edition),
                variant=assessment.variant,
                date=assessment.date,
                at=at,
            )
            write_answers(connection, id_, assessment, at)


def _hostile(most: int | None) -> Iterator[tuple[str, str]]:
    """Yield the slowest of the hostile questionnaires."""
    seconds = {
        f"folder: {name}": _seconds(lambda case=case: _check(case)) for name, case in list(hostile.texts())[:most]
    }
    seconds |= {f"zip: {name}": _seconds(lambda case=case: _unpack(case)) for name, case in list(hostile.zips())[:most]}
    yield f"{len(seconds)} hostile questionnaires, the slowest:", ""
    for name in sorted(seconds, key=lambda name: -seconds[name])[:5]:
        yield name, _shown(seconds[name])


def _check(case: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        for name, content in case.items():
            (Path(folder) / name).write_bytes(content)
        catalog.check(Path(folder))


def _unpack(case: bytes) -> None:
    try:
        editing.read_zip(case)
    except Refused:
        return


def _seconds(job: Callable[[], object]) -> float:
    start = perf_counter()
    job()
    return perf_counter() - start


def _shown(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms" if seconds < 10 else f"{seconds:,.1f} s"


if __name__ == "__main__":
    main()
