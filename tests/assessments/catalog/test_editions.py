"""An edition says only what is different; everything else, and where it stands, comes from what it builds on."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assessments import catalog, reading
from assessments.problems import Problem
from assessments.problems.sentences import SENTENCES

TINY = Path(__file__).parents[2] / "broken" / "base"
PATH = 'id: bank\nversion: "1"\ntitle: "A bank\'s path"\nextends: tiny\n'


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Return what writes an edition of the tiny questionnaire beside it."""
    shutil.copytree(TINY, tmp_path / "tiny")

    def written(path: str = PATH, folder: str = "bank", **files: str) -> Path:
        (tmp_path / folder).mkdir(exist_ok=True)
        for name, text in {"path": path, **files}.items():
            (tmp_path / folder / f"{name}.yaml").write_text(text)
        return tmp_path / folder

    return written


def problems(folder: Path) -> list[tuple[str, str, int]]:
    found: tuple[Problem, ...] = catalog.check(folder).problems
    return [(one.code, str(Path(one.path).relative_to(folder.parent)), one.line) for one in found]


def test_an_edition_that_changes_nothing_is_its_base_under_another_name(write: Callable[..., Path]) -> None:
    edition, base = catalog.load(write()), catalog.load(TINY)
    assert (edition.id, edition.title) == ("bank", "A bank's path")
    unlike = {"id": "", "title": "", "version": "", "sha256": ""}
    assert edition.model_copy(update=unlike) == base.model_copy(update=unlike)
    assert edition.sha256 != base.sha256


def test_entries_are_changed_by_their_ids(write: Callable[..., Path]) -> None:
    alpha = 'factors:\n  - id: make\n    name: "Doing"\n    items:\n      - {id: al_1, text: "Done?"}\n'
    edition, base = catalog.load(write(alpha=alpha)), catalog.load(TINY)
    factor = edition.factor_by_id["make"]
    assert (factor.name, factor.items[0].text) == ("Doing", "Done?")
    assert factor.definition == base.factor_by_id["make"].definition
    assert edition.item_by_id["al_1"].quick


def test_single_numbers_are_changed_where_they_stand(write: Callable[..., Path]) -> None:
    path = PATH + "stages:\n  - id: T\n    gates:\n      - {id: T1, minimum: 45}\n"
    edition = catalog.load(write(path, weights="weights:\n  make: {points: {M: 77}}\n"))
    assert edition.stages[0].gates[0].minimum == 45
    assert edition.weights["make"].points["M"] == 77
    assert edition.weights["make"].points["T"] == catalog.load(TINY).weights["make"].points["T"]


def test_entries_are_added_behind_others_and_left_out(write: Callable[..., Path]) -> None:
    alpha = """\
factors:
  - id: make
    items:
      - {id: al_2, add: true, type: agree, text: "Really?"}
      - {id: al_0, add: true, after: al_1, type: agree, text: "Sure?"}
"""
    edition = catalog.load(write(alpha=alpha))
    assert [item.id for item in edition.factor_by_id["make"].items] == ["al_1", "al_0", "al_2"]
    sources = "sources:\n  - {id: S9, add: true, by: Us, says: We saw it.}\n"
    assert catalog.load(write(sources=sources)).sources[-1].id == "S9"


def test_an_entry_is_left_out(write: Callable[..., Path]) -> None:
    pulse = catalog.load(TINY).pulse
    assert pulse
    edition = catalog.load(write(pulse=f"pulse:\n  - {{id: {pulse[0].id}, remove: true}}\n"))
    assert [one.id for one in edition.pulse] == [one.id for one in pulse[1:]]


def test_a_problem_stands_in_the_file_that_says_it(write: Callable[..., Path], tmp_path: Path) -> None:
    folder = write(PATH + "stages:\n  - id: T\n    gates:\n      - {id: T1, metric: nothing}\n")
    assert problems(folder) == [("Q403", "bank/path.yaml", 8)]
    base = tmp_path / "tiny" / "alpha.yaml"
    base.write_text(base.read_text().replace("type: bars", "type: bar"))
    assert problems(write()) == [("Q215", "tiny/alpha.yaml", 11)]


def test_an_edition_may_bring_what_it_builds_on(write: Callable[..., Path], tmp_path: Path) -> None:
    beside = catalog.load(write())
    shutil.move(tmp_path / "tiny", tmp_path / "bank" / "base" / "tiny")
    assert catalog.load(tmp_path / "bank") == beside
    files = catalog.questionnaire_files(tmp_path / "bank")
    texts = {name: file.read_text() for name, file in files.items()}
    assert catalog.check_texts(texts).questionnaire == beside


def test_editions_build_on_editions(write: Callable[..., Path], tmp_path: Path) -> None:
    write(PATH + "stages:\n  - id: T\n    gates:\n      - {id: T1, minimum: 45}\n")
    small = write('id: small\nversion: "1"\ntitle: "Small"\nextends: bank\n', folder="small")
    assert catalog.load(small).stages[0].gates[0].minimum == 45
    texts = {name: file.read_text() for name, file in catalog.questionnaire_files(small).items()}
    assert {name.rpartition("/")[0] for name in texts} == {"", "base/bank", "base/tiny"}
    assert catalog.check_texts(texts).questionnaire == catalog.load(small)


def missing(write: Callable[..., Path]) -> tuple[Path, int]:
    return write(PATH.replace("tiny", "nowhere")), 4


def tricky(write: Callable[..., Path]) -> tuple[Path, int]:
    return write(PATH.replace("tiny", "../tiny")), 4


def of_itself(write: Callable[..., Path]) -> tuple[Path, int]:
    return write(PATH.replace("tiny", "bank")), 4


def unknown(write: Callable[..., Path]) -> tuple[Path, int]:
    return write(sources="sources:\n  - {id: S77, says: Nothing.}\n"), 2


def unknown_after(write: Callable[..., Path]) -> tuple[Path, int]:
    return write(sources="sources:\n  - {id: S77, add: true, after: S78, by: Us, says: It.}\n"), 2


def there_already(write: Callable[..., Path]) -> tuple[Path, int]:
    return write(sources="sources:\n  - {id: S1, add: true, by: Us, says: It.}\n"), 2


def both(write: Callable[..., Path]) -> tuple[Path, int]:
    return write(sources="sources:\n  - {id: S1, remove: true, says: It.}\n"), 2


def not_true(write: Callable[..., Path]) -> tuple[Path, int]:
    return write(sources="sources:\n  - {id: S1, remove: false}\n"), 2


def after_alone(write: Callable[..., Path]) -> tuple[Path, int]:
    return write(sources="sources:\n  - {id: S1, after: S1}\n"), 2


CASES = {
    "Q220": (missing, tricky),
    "Q221": (of_itself,),
    "Q222": (unknown, unknown_after),
    "Q223": (there_already,),
    "Q224": (both, not_true, after_alone),
}


@pytest.mark.parametrize(("code", "make"), [(code, make) for code, made in CASES.items() for make in made])
def test_what_an_edition_cannot_say_is_refused_at_its_place(
    code: str, make: Callable[..., tuple[Path, int]], write: Callable[..., Path]
) -> None:
    folder, line = make(write)
    assert code in SENTENCES
    found = [(found, where) for found, file, where in problems(folder) if file.startswith("bank/")]
    assert (code, line) in found
    if code not in ("Q220", "Q221"):
        assert [one for one, _ in found] == [code]


def test_circles_of_editions_end(write: Callable[..., Path]) -> None:
    write('id: small\nversion: "1"\ntitle: "Small"\nextends: bank\n', folder="small")
    folder = write(PATH.replace("tiny", "small"))
    assert ("Q221", "small/path.yaml", 4) in problems(folder)
    assert catalog.questionnaire_files(folder)


def test_a_file_of_an_edition_that_cannot_be_read_is_told(write: Callable[..., Path]) -> None:
    assert problems(write(alpha="factors: [\n")) == [("Y121", "bank/alpha.yaml", 2)]
    broken = write("extends: [\n")
    assert {name.rpartition("/")[0] for name in catalog.questionnaire_files(broken)} == {""}
    assert ("Y121", "bank/path.yaml", 2) in problems(broken)


def test_an_edition_is_read_again_when_what_it_builds_on_has_changed(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    edition, alpha = write(), tmp_path / "tiny" / "alpha.yaml"
    before = reading.open_method(edition).questionnaire
    alpha.write_text(alpha.read_text().replace('text: "Made?"', 'text: "Done?"'))
    os.utime(alpha, ns=(1, 1))
    after = reading.open_method(edition).questionnaire
    assert [item.text for item in (before.item_by_id["al_1"], after.item_by_id["al_1"])] == ["Made?", "Done?"]
