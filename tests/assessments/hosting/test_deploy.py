"""The files in ``deploy`` that others start the product by: what they run is what is run in tests, and can be run."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deploy import serve

UNITS = ("pathway@.service", "pathway-work.service")
PYTHON, HOME, PORT = "/opt/pathway/.venv/bin/python", "/opt/pathway", 8601


def said(unit: str, name: str) -> list[str]:
    """Return every value a unit gives a name."""
    text = (serve.HERE / unit).read_text(encoding="utf-8")
    return re.findall(rf"^{name}=(.*)$", text, re.MULTILINE)


def test_systemd_starts_what_make_serve_starts_and_waits_until_it_has_ended() -> None:
    [command] = said("pathway@.service", "ExecStart")
    python, *words = shlex.split(command.replace("%i", str(PORT)))
    assert (python, words) == (PYTHON, serve._process(PORT)[1:])
    assert all(int(seconds) >= serve.END_SECONDS for unit in UNITS for seconds in said(unit, "TimeoutStopSec"))


def test_the_image_starts_the_same_for_everybody_to_reach() -> None:
    recipe = (serve.HERE / "Containerfile").read_text(encoding="utf-8")
    [command] = re.findall(r"^CMD \[(.+)\]$", recipe, re.MULTILINE)
    words = re.findall(r'"([^"]*)"', command)
    here = ["python", *serve._process(8501)[1:]]
    assert words == [word.replace("127.0.0.1", "0.0.0.0") for word in here]
    assert "EXPOSE 8501" in recipe
    assert "USER pathway" in recipe


def test_the_worker_of_systemd_runs_from_nothing_but_the_files_of_the_program(image: Path, tmp_path: Path) -> None:
    """As written, but that it ends once there is nothing left to do."""
    [command] = said("pathway-work.service", "ExecStart")
    words = shlex.split(command.replace(PYTHON, sys.executable))
    environment = {"DATABASE_URL": f"sqlite:///{tmp_path / 'worker.db'}", "PATH": os.environ["PATH"]}
    done = subprocess.run([*words, "--once"], cwd=image, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "worker.db").exists()


def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    """Where it is installed; the program stands somewhere else here."""
    program = shutil.which("systemd-analyze")
    for unit in UNITS if program else ():
        text = (serve.HERE / unit).read_text(encoding="utf-8").replace(PYTHON, sys.executable)
        copy = tmp_path / unit.replace("@", "@8601")
        copy.write_text(text.replace(HOME, str(tmp_path)), encoding="utf-8")
        found = subprocess.run([str(program), "verify", copy], capture_output=True, text=True)
        assert (found.returncode, found.stderr) == (0, ""), unit


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_gives_its_process_no_more_than_it_needs(unit: str) -> None:
    assert said(unit, "User") == ["pathway"]
    assert said(unit, "CapabilityBoundingSet") == [""]
    for name in ("NoNewPrivileges", "ProtectHome", "PrivateTmp", "RestrictNamespaces"):
        assert said(unit, name) == ["true"], name
    assert said(unit, "ProtectSystem") == ["strict"]
    assert said(unit, "EnvironmentFile") == ["/etc/pathway/environment"]  # secrets stand in no unit
