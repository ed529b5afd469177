"""What the documents promise is there: commands, files, settings, pinned packages and their reasons."""

import ast
import re
import subprocess
import sys
from dataclasses import fields
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from assessments import settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MODULES = sorted(
    [*(ROOT / "scoring").rglob("*.py"), *(ROOT / "assessments").rglob("*.py"), ROOT / "app.py", ROOT / "server.py"]
)
LONGEST_MODULE = 300
IMPORT_NAMES = {"pyyaml": "yaml", "vl-convert-python": "vl_convert", "prometheus-client": "prometheus_client"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def pins(name: str, *, direct: bool) -> list[Requirement]:
    text = (ROOT / name).read_text(encoding="utf-8")
    text = text.partition("# needed by these")[0] if direct else text
    return [Requirement(line) for line in text.splitlines() if "==" in line]


def names(requirements: list[Requirement]) -> set[str]:
    return {canonicalize_name(requirement.name) for requirement in requirements}


ALL_PINS = pins("requirements.txt", direct=False) + pins("requirements-dev.txt", direct=False)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?\bmake ([a-z]+)`?", README))))
def test_every_make_command_in_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("verb", sorted(set(re.findall(r"python -m assessments ([a-z]+)", README))))
def test_every_verb_in_the_readme_exists(verb: str) -> None:
    asked = subprocess.run(
        [ROOT / ".venv/bin/python", "-m", "assessments", verb, "--help"], cwd=ROOT, capture_output=True, check=False
    )
    assert asked.returncode == 0, asked.stderr.decode()


def test_every_path_in_the_readme_exists() -> None:
    tree = README.partition("## Where things are")[2].partition("\n## ")[0]
    paths = re.findall(r"^\| `([^`]+)`", tree, re.MULTILINE) + re.findall(r"\]\(([\w./-]+)\)", README)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_setting_is_documented() -> None:
    documented = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    for knob in fields(settings.Settings):
        assert f"| `{knob.metadata['name']}` |" in documented
        assert knob.metadata["says"] in documented


def test_a_setting_is_read_from_the_environment() -> None:
    assert settings.read({"PATHWAY_QUESTIONNAIRE": "elsewhere"}).questionnaire == Path("elsewhere")
    assert settings.read({"PATHWAY_QUESTIONNAIRE": ""}) == settings.read({}) == settings.Settings()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_direct_dependency_says_why_it_is_here(name: str) -> None:
    documented = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    for requirement in pins(name, direct=True):
        assert re.search(rf"^\| `{re.escape(requirement.name)}` \| .+ \| .+ \|$", documented, re.MULTILINE), requirement


def test_no_package_is_described_that_is_not_pinned() -> None:
    documented = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").partition("## System")[0]
    direct = names(pins("requirements.txt", direct=True) + pins("requirements-dev.txt", direct=True))
    assert {canonicalize_name(name) for name in re.findall(r"^\| `([^`]+)`", documented, re.MULTILINE)} == direct


def imported() -> set[str]:
    """Return the packages outside the standard library that the product imports."""
    found = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add((node.module or "").split(".")[0])
    return found - set(sys.stdlib_module_names) - {"scoring", "assessments"}


def test_what_is_imported_is_pinned_as_a_direct_dependency_and_the_other_way_round() -> None:
    direct = names(pins("requirements.txt", direct=True))
    assert {IMPORT_NAMES.get(name, name) for name in direct} == imported()


def test_every_version_is_pinned_and_installed() -> None:
    for requirement in ALL_PINS:
        assert str(requirement.specifier) == f"=={metadata.version(requirement.name)}"


def test_whatever_a_pinned_package_needs_is_pinned_too() -> None:
    pinned = names(ALL_PINS)
    for requirement in ALL_PINS:
        for needed in map(Requirement, metadata.requires(requirement.name) or []):
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                assert canonicalize_name(needed.name) in pinned, f"{requirement.name} needs {needed.name}"


def test_no_file_speaks_of_one_machine() -> None:
    private = re.compile("|".join(["/" + "work/", "/" + "root/", "/" + "home/[a-z]", "/" + "tmp/[a-z]"]))
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        assert not private.search(text), f"{path} names a place on one machine"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_stay_readable(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE, f"{path} has outgrown one subject; split it"
    assert path.stem not in {"utils", "helpers", "common", "base", "manager"}
