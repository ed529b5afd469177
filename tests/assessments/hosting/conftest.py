"""A real process, started once for all tests that look at one from outside; the last of them ends it."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessments.answering import Desk, open_desk
from tests.browser.serving import Server
from tests.browser.somebody import SOCIAL_CRM


@pytest.fixture(scope="session")
def image(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Return a folder with what the container image holds of this program, and nothing else."""
    image = tmp_path_factory.mktemp("image")
    recipe = (root / "deploy" / "Containerfile").read_text(encoding="utf-8")
    for line in re.findall(r"^COPY (.+)$", recipe, re.MULTILINE):
        *sources, target = line.split()
        for source in sources:
            copy = shutil.copytree if (root / source).is_dir() else shutil.copy
            copy(root / source, image / target)
    (image / "static").symlink_to("report_templates/fonts")
    return image


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, image: Path) -> Iterator[Server]:
    """Start a process that logs for programs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATHWAY_LOG", "json")
        for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
            patch.delenv(name)  # its files are copies that are gone when the coverage is looked at
        server = Server(tmp_path_factory.mktemp("process"), program=image)
        server.start()
    yield server
    server.kill()


@pytest.fixture(scope="session")
def desk(server: Server) -> Iterator[Desk]:
    """Return a desk of the tests' own at the database of the process."""
    desk = open_desk(server.database_url, SOCIAL_CRM)
    yield desk
    desk.database.close()
