"""The look of the pages comes from one place."""

import re
import tomllib
from pathlib import Path

import pytest

from assessments import design

ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
STYLE_SHEETS = sorted((ROOT / "assessments" / "pages" / "parts").glob("*.css"))


@pytest.mark.parametrize("theme", [design.LIGHT, design.DARK], ids=["light", "dark"])
def test_streamlit_has_the_colours_of_the_design(theme: design.Theme) -> None:
    assert CONFIG["theme"][theme.name] == {
        "primaryColor": theme.firm,
        "backgroundColor": theme.paper,
        "secondaryBackgroundColor": theme.panel,
        "textColor": theme.ink,
        "borderColor": theme.hairline,
        "linkColor": theme.firm,
    }


def test_every_font_is_in_the_folder_that_is_served() -> None:
    for face in CONFIG["theme"]["fontFaces"]:
        served = ROOT / "static" / face["url"].removeprefix("app/static/")
        assert served.is_file()
        assert face["family"] in (design.SANS, design.SERIF)


@pytest.mark.parametrize("sheet", STYLE_SHEETS, ids=lambda sheet: sheet.name)
def test_a_style_sheet_names_no_colour(sheet: Path) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", sheet.read_text(encoding="utf-8")) == []
