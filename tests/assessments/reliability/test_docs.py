"""What docs/reliability.md shows is what comes out."""

import re
from pathlib import Path

import pytest

from assessments import cli

PAGE = (Path(__file__).parents[3] / "docs" / "reliability.md").read_text(encoding="utf-8")
TABLE, KEYS, SHOWN = (
    re.findall(rf"^```{kind}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[0] for kind in ("csv", "json", "text")
)


def test_the_example_comes_out_as_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, keys = tmp_path / "table.csv", tmp_path / "trust.json"
    table.write_text(TABLE, encoding="utf-8")
    keys.write_text(KEYS, encoding="utf-8")
    assert cli.main(["reliability", str(table), "--keys", str(keys), "--scale", "1", "5"]) == 0
    assert capsys.readouterr().out == SHOWN
