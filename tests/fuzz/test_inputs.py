"""Spoilt rules, questionnaires, answers, reports and zips: each is used or refused in words.

``make test`` tries a few hundred of each kind, always the same ones; ``make fuzz`` as many times more as FUZZ says.
What fails is written below ``found``, and tried first from then on.
"""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from assessments.answering import Desk, open_desk
from tests.fuzz.mangling import mangled
from tests.fuzz.targets import SOCIAL_CRM, TARGETS

TIMES = int(os.environ.get("FUZZ", "1"))
FOUND = Path(__file__).parent / "found"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return a desk at a file of its own."""
    desk = open_desk(f"sqlite:///{tmp_path_factory.mktemp('fuzz') / 'fuzz.db'}", SOCIAL_CRM)
    yield desk
    desk.database.close()


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_spoilt_is_used_or_refused_in_words(name: str, desk: Desk) -> None:
    target = TARGETS[name]
    for known in sorted((FOUND / name).glob("*")):
        target.attempt(known.read_bytes(), desk)
    for number in range(target.cases * TIMES):
        content = mangled(Random(f"{name} {number}"), target.good())
        try:
            target.attempt(content, desk)
        except Exception:
            keep(name, content)
            raise


def keep(name: str, content: bytes) -> None:
    """Write down what failed."""
    (FOUND / name).mkdir(parents=True, exist_ok=True)
    (FOUND / name / sha256(content).hexdigest()[:12]).write_bytes(content)
