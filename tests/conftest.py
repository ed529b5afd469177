"""What every test shares: where things are, and how Hypothesis looks for counterexamples."""

from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parent.parent

# Tests that share something large, or that have to keep their order, are run by one process each.
TOGETHER = ("tests/browser/", "tests/assessments/hosting/")

# The same examples every time, so that a red test is news. To look further: pytest --hypothesis-profile explore
settings.register_profile("steady", deadline=None, print_blob=True, derandomize=True)
settings.register_profile("explore", deadline=None, print_blob=True, max_examples=1000)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT


class Dealt(LoadScopeScheduling):
    """Deals tests out one by one, but for those that belong together."""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in TOGETHER if nodeid.startswith(folder)), nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Dealt:
    return Dealt(config, log)
