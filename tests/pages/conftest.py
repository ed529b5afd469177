"""Pages under test keep their answers in a database of their own."""

from pathlib import Path

import pytest
import streamlit as st

from assessments.answering import Desk, open_desk
from assessments.pages.parts.signing_in import sign_in
from tests.pages.opened import SOCIAL_CRM


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the pages an empty database, and none of what an earlier test left in memory."""
    address = f"sqlite:///{tmp_path / 'pathway.db'}"
    monkeypatch.setenv("DATABASE_URL", address)
    st.cache_resource.clear()
    sign_in.cache_clear()
    return address


@pytest.fixture
def desk(database: str) -> Desk:
    """Return the desk the pages share."""
    return open_desk(database, SOCIAL_CRM)
