"""The text editor in the page: its bundle is the one of its source, and what a browser sends is looked at first."""

import hashlib
import json
from pathlib import Path

import pytest
import streamlit as st

from assessments.pages import editor

HERE = Path(editor.__file__).parent
HELD = {"mount": "1-2", "seq": 3, "text": "id: x\n", "revision": 1, "line": 1, "save": 0}


def test_the_bundle_is_made_from_the_source_that_stands_beside_it() -> None:
    made = hashlib.sha256()
    for path in [*sorted((HERE / "source").iterdir()), HERE / "package-lock.json"]:
        made.update(path.read_bytes())
    assert (HERE / "built/made-from.sha256").read_text().strip() == made.hexdigest(), "run `make editor`"


def test_every_package_is_pinned_and_comes_with_its_licence() -> None:
    package = json.loads((HERE / "package.json").read_text())
    locked = json.loads((HERE / "package-lock.json").read_text())["packages"]
    licences = (HERE / "built/LICENCES.txt").read_text()
    for name, version in package["dependencies"].items():
        assert locked[f"node_modules/{name}"]["version"] == version
        assert f"{name} {version}\n" in licences
    assert not any("resolved" in about for about in locked.values())


@pytest.mark.parametrize(
    "held",
    [None, {}, {"typed": "text"}, {"typed": {**HELD, "text": None}}, {"typed": {**HELD, "save": "all"}}, {"typed": []}],
)
def test_a_message_out_of_shape_is_no_message(held: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {"editor": held})
    assert editor.typed_in("editor") is None


def test_what_was_typed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {"editor": {"typed": HELD}})
    assert editor.typed_in("editor") == editor.Typed("1-2", 3, "id: x\n", 1, 1, 0)
