"""The questionnaire whose workshops are tested."""

import pytest

from scoring.model import Questionnaire
from tests.scoring.samples import social_crm


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """Return the questionnaire that is delivered."""
    return social_crm()
