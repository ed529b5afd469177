"""Every marked sentence is there in every language, whole, with the same names in braces."""

import ast
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Message

from assessments.languages import ENGLISH, LANGUAGES
from assessments.languages.__main__ import QUESTIONNAIRES, main
from assessments.languages.catalogue import FOLDER, together
from assessments.languages.gathering import MARKS, Id, Marked, marked_sentences

marked = cache(marked_sentences)
COUNT = {"count", "number"}  # the form for one may say it in a word of its own, with its gender
OTHERS = sorted(set(LANGUAGES) - {ENGLISH})


def shown(id_: Id) -> str:
    return id_ if isinstance(id_, str) else id_[0]


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def english_of(form: int, id_: Id) -> str:
    return id_ if isinstance(id_, str) else id_[min(form, 1)]


def faults(one: Marked, message: Message | None) -> list[str]:
    if message is None or not all(forms(message)):
        return ["is not translated"]
    found = ["is marked as fuzzy"] if message.fuzzy else []
    for form, spoken in enumerate(forms(message)):
        english = english_of(form, one.id)
        in_words = COUNT if form == 0 and not isinstance(one.id, str) else set()
        if placeholders(spoken) - in_words != placeholders(english) - in_words:
            found.append(f"has other names in braces: {spoken!r}")
        if re.findall(r"</?\w+|\n", spoken) != re.findall(r"</?\w+|\n", english):
            found.append(f"has other tags or lines: {spoken!r}")
        if spoken != spoken.strip() and english == english.strip():
            found.append(f"has spaces around it: {spoken!r}")
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated_with_its_placeholders(language: str) -> None:
    translated = together(language)
    wrong = [
        f"{one.place}: {shown(one.id)!r} {fault}" for one in marked() for fault in faults(one, translated.get(one.id))
    ]
    assert marked()
    assert not wrong, "\n".join(["Run python -m assessments.languages, then translate:", *wrong])


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the translations, which takes the place of the original."""
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    for module in ("catalogue", "gathering"):
        monkeypatch.setattr(f"assessments.languages.{module}.FOLDER", tmp_path)
    return tmp_path


def made_from() -> dict[Path, bytes]:
    """Return the questionnaires' records of what their translations were made from."""
    return {path: path.read_bytes() for path in QUESTIONNAIRES.rglob("made-from.yaml")}


def texts(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.po")}


def test_the_files_are_as_the_command_leaves_them(copied: Path) -> None:
    before, records = texts(copied), made_from()
    assert main() == 0
    assert (texts(copied), made_from()) == (before, records), "Run python -m assessments.languages"


def test_the_command_names_what_is_missing_and_drops_what_nobody_says(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(copied)
    pages = copied / "de" / "pages.po"
    pages.write_text('msgid "Nobody says this."\nmsgstr "Das sagt niemand."\n', encoding="utf-8")
    (copied / "de" / "old.po").write_text(pages.read_text(encoding="utf-8"), encoding="utf-8")
    assert main() == 1
    assert "de: Is your firm where its customers call it?" in capsys.readouterr().out
    assert "Das sagt niemand" not in pages.read_text(encoding="utf-8")
    assert texts(copied).keys() == before.keys()


def written() -> Iterator[tuple[Path, str]]:
    """Yield every sentence that Python itself sees marked, with its file."""
    for path in (FOLDER.parent / "assessments").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS and node.args:
                first = node.args[0]
                yield from [(path, first.value)] if isinstance(first, ast.Constant) and first.value else []


def test_no_mark_is_overlooked() -> None:
    found = {shown(one.id) for one in marked()}
    assert not [f"{path}: {said!r} stands where it is not found" for path, said in written() if said not in found]


def test_the_same_english_is_one_sentence_or_the_two_forms_of_one() -> None:
    singles = {one.id for one in marked() if isinstance(one.id, str)}
    assert not [one.id for one in marked() if not isinstance(one.id, str) and one.id[0] in singles]
