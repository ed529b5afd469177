"""Every package that is pinned may be used, changed and passed on together with this program."""

import re
from importlib import metadata

import pytest
from packaging.requirements import Requirement

from tests.test_house import ALL_PINS

ALLOWED = {
    *("MIT", "MIT-0", "MIT-CMU", "MIT License"),
    *("BSD License", "3-Clause BSD License", "BSD-2-Clause", "BSD-3-Clause", "0BSD"),
    *("Apache-2.0", "Apache 2.0", "Apache Software License", "Apache License 2.0"),
    *("PSF-2.0", "Zlib", "CC0-1.0"),
    *("MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)", "Mozilla Public License 1.1 (MPL 1.1)"),
    "LGPL-3.0-only",  # of programs that import it unchanged it asks nothing
}
# What a package does not say in its own description stands in the file LICENSE of its project.
SAID_THERE = {"axe-playwright-python": "MIT"}


def choices(name: str) -> list[set[str]]:
    """Return the licences to choose from; each may be several that hold together."""
    about = metadata.metadata(name)
    if name in SAID_THERE:
        return [{SAID_THERE[name]}]
    if expression := about.get("License-Expression"):
        return [set(choice.strip("() ").split(" AND ")) for choice in re.split(r" OR ", expression)]
    classified = [one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or [] if one.startswith("License")]
    return [{one} for one in classified] or [{(about.get("License") or "none is named").partition("\n")[0]}]


@pytest.mark.parametrize("requirement", ALL_PINS, ids=lambda one: one.name)
def test_a_package_has_a_licence_that_allows_what_we_do(requirement: Requirement) -> None:
    offered = choices(requirement.name)
    assert any(choice <= ALLOWED for choice in offered), f"{requirement.name} is under {offered}"
