"""Every problem code has a smallest broken folder, and is told at the right place.

``questionnaires/CODE/`` holds the files that differ from the tiny valid questionnaire in ``base/``. The first line of
each says what must be found: the codes, and where in this file (or in another one, which is then named).
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assessments.catalog import check, load
from assessments.positions import Limits, read
from assessments.problems import Problem, Refused
from assessments.problems.sentences import SENTENCES

HERE = Path(__file__).parent
BASE = HERE / "base"
CASES = sorted((HERE / "questionnaires").iterdir())
EXPECTED = re.compile(r"([A-Z][0-9]{3}) at (?:([a-z]+\.yaml):)?([0-9]+):([0-9]+)")


def expected(case: Path) -> set[tuple[str, str, int, int]]:
    found = set()
    for file in filter(Path.is_file, case.rglob("*")):
        first = file.read_bytes().split(b"\n")[0].decode()
        for code, name, line, column in EXPECTED.findall(first):
            found.add((code, name or file.name, int(line), int(column)))
    return found


def found_in(folder: Path) -> list[Problem]:
    checked = check(folder)
    assert (checked.questionnaire is None) == bool(checked.problems)
    return [*checked.problems, *checked.advice]


def test_the_tiny_questionnaire_is_fine() -> None:
    assert found_in(BASE) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_folder_is_refused_at_the_right_place(case: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(BASE, folder)
    shutil.copytree(case, folder, dirs_exist_ok=True)
    found = found_in(folder)
    assert {(one.code, Path(one.path).name, one.line, one.column) for one in found} == expected(case)
    assert case.name in {one.code for one in found}
    assert all(one.severity == ("advice" if one.code.startswith("C") else "problem") for one in found)


# ------------------------------------------------------------------ cases no small file can show


def no_file(folder: Path) -> list[Problem]:
    with pytest.raises(Refused) as refused:
        read(folder / "nothing.yaml", Limits(kilobytes=1, values=10))
    return list(refused.value.problems)


def large_file(folder: Path) -> list[Problem]:
    (folder / "sources.yaml").write_text("#" * 1_000_001)
    return found_in(folder)


def many_values(folder: Path) -> list[Problem]:
    (folder / "sources.yaml").write_text("sources:\n" + "  - {id: S1}\n" * 20_000)
    return found_in(folder)


def no_json(folder: Path) -> list[Problem]:
    (folder / "answers.json").write_text('{"firm": "Hartwell",\n "respondents": [}')
    with pytest.raises(Refused) as refused:
        read(folder / "answers.json", Limits(kilobytes=1, values=10))
    return list(refused.value.problems)


def no_folder(folder: Path) -> list[Problem]:
    return found_in(folder / "nowhere")


def many_problems(folder: Path) -> list[Problem]:
    (folder / "sources.yaml").write_text("sources:\n" + "  - {id: S1}\n" * 150)
    return found_in(folder)


def edition(folder: Path, sources: str, extends: str = "small") -> list[Problem]:
    """Make the folder an edition of a questionnaire that it brings with it."""
    shutil.copytree(BASE, folder / "base" / "small")
    for file in folder.glob("*.yaml"):
        file.unlink()
    (folder / "path.yaml").write_text(f'id: tiny\nversion: "2"\ntitle: "Tiny"\nextends: {extends}\n')
    (folder / "sources.yaml").write_text(f"sources:\n  - {sources}\n")
    return found_in(folder)


def no_base(folder: Path) -> list[Problem]:
    (folder / "path.yaml").write_text((folder / "path.yaml").read_text() + "extends: nowhere\n")
    return found_in(folder)


def base_is_itself(folder: Path) -> list[Problem]:
    (folder / "path.yaml").write_text((folder / "path.yaml").read_text() + "extends: tiny\n")
    return found_in(folder)


MADE: dict[str, tuple[Callable[[Path], list[Problem]], int, int, int]] = {
    "Y101": (no_file, 1, 1, 1),
    "Y103": (large_file, 1, 1, 1),
    "Y116": (many_values, 1, 10_001, 5),
    "Y122": (no_json, 1, 2, 18),
    "Q200": (no_folder, 1, 1, 1),
    "Q219": (many_problems, 201, 1, 1),
    "Q220": (no_base, 1, 11, 10),
    "Q221": (base_is_itself, 1, 11, 10),
    "Q222": (lambda folder: edition(folder, "{id: S7, says: It.}"), 1, 2, 10),
    "Q223": (lambda folder: edition(folder, "{id: S1, add: true}"), 1, 2, 10),
    "Q224": (lambda folder: edition(folder, "{id: S1, remove: false}"), 1, 2, 5),
}


@pytest.mark.parametrize("code", MADE)
def test_a_made_case_is_refused_at_the_right_place(code: str, tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(BASE, folder)
    make, count, line, column = MADE[code]
    found = make(folder)
    assert len(found) == count
    assert (found[-1].code, found[-1].line, found[-1].column) == (code, line, column)


def test_every_code_about_questionnaires_has_a_broken_case() -> None:
    codes = {code for code in SENTENCES if code[0] in "YQRC"}
    assert {case.name for case in CASES} | set(MADE) == codes


def test_a_refused_folder_carries_every_problem(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "tiny")
    for case in ("Q203", "R504", "Y117"):
        shutil.copytree(HERE / "questionnaires" / case, tmp_path / "tiny", dirs_exist_ok=True)
    with pytest.raises(Refused) as refused:
        load(tmp_path / "tiny")
    assert [one.code for one in refused.value.problems] == ["Y117", "R504", "Q203"]
    assert 'Did you mean "F.make"?' in str(refused.value)
