"""The questionnaire the sentences are made for."""

import pytest

from scoring.model import Questionnaire
from tests.scoring.samples import social_crm


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """Return the questionnaire of the sample firms."""
    return social_crm()
