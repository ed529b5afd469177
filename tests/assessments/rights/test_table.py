"""The table is what the documents say, covers all that can be reached, and is asked before anything is opened."""

import argparse
import ast
from pathlib import Path

import pytest

import server
from assessments import cli
from assessments.rights import Deed, Who, may
from assessments.rights.page import written_into
from assessments.rights.surfaces import PAGES, ROUTES, VERBS

# Whoever can look a token, a code or a name up in the database, and nobody else.
DOORS = {
    "find_person": {"answering/opening.py"},
    "find_assessment": {
        *("answering/opening.py", "answering/samples.py", "answering/belonging.py"),
        *("facilitating/exporting.py", "working/reports.py", "working/placing.py"),
    },
    "find_seat": {"answering/answerers.py", "answering/watching.py"},
    "find_by_code": {"answering/joining.py", "facilitating/preparing.py"},
    "find_by_pulse_code": {"answering/pulse.py", "facilitating/preparing.py"},
    "find_by_public_id": {"facilitating/exporting.py"},
    "find_facilitator": {"facilitating/leading.py", "answering/watching.py", "organisations/opening.py"},
    "find_screen": {"facilitating/screens.py", "answering/watching.py"},
    "find_share": {"sharing/results.py"},
    "find_editor": {"editing/rights.py", "organisations/opening.py"},
    "find_draft": {"organisations/opening.py", "working/asking.py"},
}


def test_the_document_shows_the_table(root: Path) -> None:
    document = (root / "docs" / "security.md").read_text(encoding="utf-8")
    assert document == written_into(document)


def test_a_document_without_room_for_the_table_is_left_alone() -> None:
    with pytest.raises(ValueError, match="lacks the marks"):
        written_into("# Security\n")


def test_what_the_table_does_not_say_nobody_may() -> None:
    assert may(Who.RESPONDENT, Deed.ANSWER)
    assert not may(Who.STRANGER, Deed.ANSWER)
    assert all(deed.by for deed in Deed)


def test_every_page_has_its_row(root: Path) -> None:
    pages = {path.stem for path in (root / "assessments" / "pages").glob("*.py")} - {"__init__"}
    assert pages == set(PAGES)


def test_every_route_has_its_row() -> None:
    assert {f"/{route.path.split('/')[1]}" for route in server.routes} == set(ROUTES)


def test_every_verb_has_its_row() -> None:
    verbs = next(one for one in cli._parser()._actions if isinstance(one, argparse._SubParsersAction))
    assert set(verbs.choices) == set(VERBS)


def test_a_token_is_looked_up_where_the_table_is_asked(root: Path) -> None:
    product = root / "assessments"
    for path in product.rglob("*.py"):
        if "storage" not in path.parts:
            names = {node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name)}
            here = path.relative_to(product).as_posix()
            assert [finder for finder in DOORS if finder in names and here not in DOORS[finder]] == [], here


def test_only_the_command_line_does_what_the_operator_may(root: Path) -> None:
    for path in (root / "assessments" / "pages").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not any(name in text for name in ("export_workshop", "import_answers", "operating")), path
