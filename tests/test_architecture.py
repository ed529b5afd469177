"""Imports run one way, and each heavy library has one home."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(
    [ROOT / "app.py", ROOT / "server.py", *(ROOT / "scoring").rglob("*.py"), *(ROOT / "assessments").rglob("*.py")]
)

# Each part of the house may import the parts named here, and itself. First match wins, so the more special come first.
ARROWS = {
    "app": {"assessments.languages", "assessments.pages", "assessments.problems"},
    "server": {
        "assessments.answering",
        "assessments.hosting",
        "assessments.live",
        "assessments.pages",
        "assessments.rights",
        "assessments.settings",
        "assessments.signing_in",
        "assessments.working",
    },
    "assessments.signing_in": {"assessments.rights", "assessments.settings"},
    "assessments.hosting": set(),
    "assessments.file_names": set(),
    "assessments.doorkeeper": {"assessments.storage"},
    "assessments.pages": {
        "assessments.file_names",
        "assessments.doorkeeper",
        "assessments.organisations",
        "assessments.rights",
        "assessments.sharing",
        "assessments.signing_in",
        "assessments.working",
        "assessments.languages",
        "assessments.answering",
        "assessments.editing",
        "assessments.reading",
        "assessments.printing",
        "assessments.charts",
        "assessments.edits",
        "assessments.wording",
        "assessments.design",
        "assessments.problems",
        "assessments.settings",
        "assessments.facilitating",
        "assessments.workshop",
        "scoring",
    },
    "assessments.live": {
        "assessments.languages",
        "assessments.answering",
        "assessments.settings",
        "assessments.signing_in",
    },
    "assessments.__main__": {"assessments.cli"},
    "assessments.cli": {
        "assessments.answering",
        "assessments.cli_answers",
        "assessments.cli_databases",
        "assessments.cli_handing_over",
        "assessments.cli_jobs",
        "assessments.cli_placing",
        "assessments.cli_tidying",
        "assessments.cli_writing",
        "assessments.languages",
        "assessments.operating",
        "assessments.reading",
        "assessments.reliability",
        "assessments.summary",
        "assessments.problems",
    },
    "assessments.cli_answers": {
        "assessments.answering",
        "assessments.cli_writing",
        "assessments.facilitating",
        "assessments.settings",
    },
    "assessments.cli_jobs": {
        "assessments.answering",
        "assessments.printing",
        "assessments.settings",
        "assessments.working",
    },
    "assessments.cli_placing": {
        "assessments.answering",
        "assessments.cli_jobs",
        "assessments.cli_writing",
        "assessments.working",
    },
    "assessments.working": {
        "assessments.languages",
        "assessments.rights",
        "assessments.answering",
        "assessments.answers_file",
        "assessments.editing",
        "assessments.printing",
        "assessments.reading",
        "assessments.sharing",
        "assessments.storage",
        "assessments.wording",
        "scoring",
    },
    "assessments.cli_writing": set(),
    "assessments.cli_databases": {"assessments.operating", "assessments.settings"},
    "assessments.cli_handing_over": {
        "assessments.answering",
        "assessments.handing_over",
        "assessments.settings",
        "assessments.wording",
    },
    "assessments.handing_over": {"assessments.answering", "assessments.operating", "assessments.storage"},
    "assessments.cli_tidying": {
        "assessments.answering",
        "assessments.settings",
        "assessments.tidying",
        "assessments.wording",
    },
    "assessments.tidying": {
        "assessments.answering",
        "assessments.facilitating",
        "assessments.operating",
        "assessments.settings",
        "assessments.storage",
    },
    "assessments.operating": {"assessments.problems", "assessments.storage"},
    "assessments.reliability": {
        "assessments.languages",
        "assessments.answers_file",
        "assessments.positions",
        "assessments.problems",
        "assessments.wording",
        "scoring",
    },
    "assessments.summary": {"assessments.languages", "assessments.wording", "scoring"},
    "assessments.printing": {
        "assessments.languages",
        "assessments.edits",
        "assessments.reading",
        "assessments.wording",
        "scoring",
    },
    "assessments.reading": {
        "assessments.languages",
        "assessments.answers_file",
        "assessments.catalog",
        "assessments.edited_plan",
        "assessments.edits",
        "assessments.examples",
        "assessments.positions",
        "assessments.problems",
        "assessments.reports",
        "assessments.result_json",
        "assessments.settings",
        "scoring",
        "assessments.wording",
    },
    "assessments.organisations": {
        "assessments.answering",
        "assessments.facilitating",
        "assessments.rights",
        "assessments.storage",
    },
    "assessments.sharing": {
        "assessments.answering",
        "assessments.edits",
        "assessments.facilitating",
        "assessments.rights",
        "assessments.storage",
        "scoring",
    },
    "assessments.facilitating": {
        "assessments.file_names",
        "assessments.languages",
        "assessments.rights",
        "assessments.answering",
        "assessments.answers_file",
        "assessments.edits",
        "assessments.storage",
        "assessments.workshop",
        "scoring",
    },
    "assessments.answering": {
        "assessments.file_names",
        "assessments.languages",
        "assessments.rights",
        "assessments.workshop",
        "assessments.answers_file",
        "assessments.catalog",
        "assessments.edited_plan",
        "assessments.edits",
        "assessments.plan_files",
        "assessments.positions",
        "assessments.problems",
        "assessments.storage",
        "scoring",
    },
    "assessments.editing": {
        "assessments.languages",
        "assessments.rights",
        "assessments.answering",
        "assessments.answers_file",
        "assessments.catalog",
        "assessments.examples",
        "assessments.positions",
        "assessments.problems",
        "assessments.result_json",
        "assessments.settings",
        "assessments.storage",
        "scoring",
    },
    "assessments.examples": {
        "assessments.languages",
        "assessments.answers_file",
        "assessments.positions",
        "assessments.problems",
        "assessments.result_json",
        "scoring",
    },
    "assessments.storage": {"assessments.languages", "assessments.edits", "assessments.workshop", "scoring"},
    "assessments.workshop": {"assessments.languages", "scoring"},
    "assessments.plan_files": {
        "assessments.languages",
        "assessments.answers_file",
        "assessments.edits",
        "assessments.wording",
        "scoring",
    },
    "assessments.edited_plan": {"assessments.edits", "scoring"},
    "assessments.edits": {"scoring"},
    "assessments.reports": {
        "assessments.languages",
        "assessments.charts",
        "assessments.design",
        "assessments.edited_plan",
        "assessments.edits",
        "assessments.wording",
        "assessments.workshop",
        "scoring",
    },
    "assessments.charts": {
        "assessments.languages",
        "assessments.design",
        "assessments.wording",
        "assessments.workshop",
        "scoring",
    },
    "assessments.wording": {
        "assessments.languages",
        "assessments.edits",
        "assessments.rights",
        "assessments.workshop",
        "scoring",
    },
    "assessments.design": set(),
    "assessments.result_json": {"assessments.plan_json", "assessments.wording", "scoring"},
    "assessments.plan_json": {"scoring"},
    "assessments.catalog": {"assessments.languages", "assessments.positions", "assessments.problems", "scoring"},
    "assessments.answers_file": {
        "assessments.languages",
        "assessments.edits",
        "assessments.positions",
        "assessments.problems",
        "scoring",
    },
    "assessments.positions": {"assessments.languages", "assessments.problems"},
    "assessments.problems": {"assessments.languages"},
    "assessments.languages.__main__": {"assessments.catalog", "assessments.languages", "assessments.problems"},
    "assessments.languages": set(),
    "assessments.rights": set(),
    "assessments.settings": set(),
    "scoring": set(),
}

HOMES = {
    "babel": {"assessments.languages"},
    "streamlit": {"server", "app", "assessments.pages"},
    "segno": {"assessments.pages"},
    "starlette": {"server", "assessments.hosting", "assessments.live"},
    "anyio": {"server", "assessments.hosting", "assessments.live"},
    "prometheus_client": {"assessments.hosting"},
    "sqlalchemy": {"assessments.storage"},
    "alembic": {"assessments.storage"},
    "psycopg": {"assessments.storage"},
    "procrastinate": {"assessments.storage", "assessments.working"},
    "weasyprint": {"assessments.reports"},
    "jinja2": {"assessments.reports"},
    "xlsxwriter": {"assessments.plan_files"},
    "vl_convert": {"assessments.reports"},
    "altair": {"assessments.charts", "assessments.reports", "assessments.pages"},
    "yaml": {"assessments.positions", "assessments.catalog", "assessments.answers_file"},
}

PURE = {"numpy", "pandas", "scipy", "pydantic"} | set(sys.stdlib_module_names)
IMPURE = {"os", "pathlib", "io", "time", "random", "secrets", "logging", "subprocess", "socket", "tempfile", "shutil"}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: say the whole name instead of a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(module: str) -> str | None:
    return next((part for part in ARROWS if module == part or module.startswith(part + ".")), None)


def ids(path: Path) -> str:
    return module_name(path)


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_imports_follow_the_arrows(path: Path) -> None:
    here = part_of(module_name(path))
    if here is None:
        assert module_name(path) == "assessments", f"{path} is in no part of the house; add its arrow"
        return
    for module in imports(path):
        if module.split(".")[0] in ("scoring", "assessments"):
            assert part_of(module) in ARROWS[here] | {here}, f"{here} may not import {module}"


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_a_heavy_library_is_imported_in_its_home_only(path: Path) -> None:
    here = part_of(module_name(path))
    for module in imports(path):
        homes = HOMES.get(module.split(".")[0])
        assert homes is None or here in homes, f"{module_name(path)} imports {module}, which lives in {sorted(homes)}"


@pytest.mark.parametrize("path", sorted((ROOT / "scoring").rglob("*.py")), ids=ids)
def test_the_method_is_pure(path: Path) -> None:
    for module in imports(path):
        top = module.split(".")[0]
        assert top in PURE | {"scoring"}, f"scoring may not import {module}"
        assert top not in IMPURE, f"scoring takes files, time and seeds as arguments and does not import {module}"


USE_CASES = [path for path in SOURCES if (part_of(module_name(path)) or "").endswith("ing")]


def called(node: ast.AST) -> set[str]:
    """Return the names of everything that is called somewhere in ``node``."""
    calls = (one.func for one in ast.walk(node) if isinstance(one, ast.Call))
    return {
        call.attr if isinstance(call, ast.Attribute) else call.id
        for call in calls
        if hasattr(call, "attr") or hasattr(call, "id")
    }


def functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def decorators(function: ast.FunctionDef) -> set[str]:
    return {ast.unparse(one) for one in function.decorator_list}


@pytest.mark.parametrize("path", USE_CASES, ids=ids)
def test_every_use_case_that_writes_is_done_again_when_others_were_in_its_way(path: Path) -> None:
    opened = {one.name for one in functions(path) if "writing" in called(one) and "contextmanager" in decorators(one)}
    for one in functions(path):
        if one.name not in opened and called(one) & {"writing", *opened}:
            assert "retried" in decorators(one), f"{module_name(path)}.{one.name} writes; decorate it with @retried"
