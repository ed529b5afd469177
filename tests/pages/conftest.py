"""Pages under test keep their answers in a database of their own."""

from pathlib import Path

import pytest
import streamlit as st

from assessments.pages.parts.signing_in import sign_in


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the pages an empty database, and none of what an earlier test left in memory."""
    address = f"sqlite:///{tmp_path / 'pathway.db'}"
    monkeypatch.setenv("DATABASE_URL", address)
    st.cache_resource.clear()
    sign_in.cache_clear()
    return address
