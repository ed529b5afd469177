"""The reliability of a table as people and programs meet it: what is read, what is printed, and the exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest

from assessments import cli
from assessments.reliability.page import WIDTH

TEAMS = """\
respondent,team,q1,q2,q3,q4
r1,sales,4,2,5,
r2,sales,5,1,5,4
r3,sales,3,3,4,3
r4,it,2,4,2,2
r5,it,1,4,1,dk
r6,it,3,3,3,3
r7,hr,5,5,5,5
"""
JUDGES = "one,two,three,four\n9,2,5,8\n6,1,3,2\n8,4,6,8\n7,1,2,6\n10,5,6,9\n6,2,4,7\n"
STATISTICS = ["cronbach_alpha", "cronbach_alpha_standardized", "mcdonald_omega", "alpha_if_item_dropped"]
STATISTICS += ["item_rest_correlation", "krippendorff_alpha", "icc", "rwg", "rwgj"]
STATISTICS += ["ad_mean", "ad_mean_j", "ad_median", "ad_median_j"]

Tell = pytest.CaptureFixture[str]


@pytest.fixture
def teams(tmp_path: Path) -> Path:
    """Return a small table of answers."""
    return written(tmp_path / "teams.csv", TEAMS)


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """Return a file that forms two scales of it."""
    return written(tmp_path / "keys.json", '{"trust": ["q1", "-q2", "q3"], "speed": ["q4"]}')


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def told(capsys: Tell, *arguments: object) -> str:
    assert cli.main(["reliability", *map(str, arguments)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def measured(capsys: Tell, *arguments: object) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(told(capsys, *arguments, "--json"))["scales"]
    return entries


def test_all_columns_of_numbers_are_one_scale(teams: Path, capsys: Tell) -> None:
    everything = json.loads(told(capsys, teams, "--json"))
    assert (everything["targets"], everything["left_out"]) == ("columns", ["respondent", "team"])
    (one,) = everything["scales"]
    assert (one["scale"], one["group"], one["items"]) == ("all", None, ["q1", "q2", "q3", "q4"])
    assert (one["rows"], one["complete_rows"]) == (7, 5)
    assert one["answer_scale"] == {"min": 1, "max": 5, "from": "data"}
    assert one["cut_offs"] == {"rwg": 0.7, "rwgj": 0.7, "ad": pytest.approx(5 / 6)}
    assert [name for name in one if name in STATISTICS] == STATISTICS
    assert list(one["krippendorff_alpha"]) == ["nominal", "ordinal", "interval"]
    assert list(one["icc"]) == ["1", "2", "3", "1k", "2k", "3k"]
    for by_item in ("alpha_if_item_dropped", "item_rest_correlation", "rwg", "ad_mean", "ad_median"):
        assert list(one[by_item]) == ["q1", "q2", "q3", "q4"]
    assert one["reason"] == {}


def test_what_says_who_answers_is_no_item(tmp_path: Path, capsys: Tell) -> None:
    table = written(tmp_path / "ids.csv", "id,role,seconds,q1,q1.note,q2\n1,exec,30,4,7,5\n2,it,40,3,,2\n")
    assert measured(capsys, table)[0]["items"] == ["q1", "q2"]


def test_keys_form_scales_and_turn_questions_round(teams: Path, keys: Path, capsys: Tell) -> None:
    trust, speed = measured(capsys, teams, "--keys", keys, "--scale", 1, 5)
    assert (trust["scale"], trust["items"], trust["reversed"]) == ("trust", ["q1", "q2", "q3"], ["q2"])
    assert trust["answer_scale"] == {"min": 1, "max": 5, "from": "option"}
    assert trust["item_rest_correlation"]["q2"] > 0
    assert speed["cronbach_alpha"] is None
    assert speed["reason"]["cronbach_alpha"] == "There is only one item; this needs two or more."
    assert set(speed["icc"].values()) == {None}
    assert set(speed["reason"]["icc"]) == set(speed["icc"])
    assert speed["rwg"]["q4"] is not None
    assert "rwg" not in speed["reason"]


def test_each_group_is_measured_by_itself(teams: Path, capsys: Tell) -> None:
    groups = measured(capsys, teams, "--group", "team")
    assert [(one["group"], one["rows"]) for one in groups] == [("sales", 3), ("it", 3), ("hr", 1)]
    alone = groups[-1]
    assert [alone[name] for name in ("cronbach_alpha", "mcdonald_omega", "rwgj")] == [None] * 3
    assert alone["reason"]["rwg"] == dict.fromkeys(alone["items"], "Fewer than two people have answered this.")


def test_rows_may_be_what_is_rated(tmp_path: Path, capsys: Tell) -> None:
    table = written(tmp_path / "judges.tsv", JUDGES.replace(",", "\t"))
    (one,) = measured(capsys, table, "--targets", "rows", "--scale", 1, 10)
    printed = {"1": 0.17, "2": 0.29, "3": 0.71, "1k": 0.44, "2k": 0.62, "3k": 0.91}
    assert one["icc"] == pytest.approx(printed, abs=6e-3)
    assert one["cronbach_alpha"] == pytest.approx(one["icc"]["3k"])
    assert list(one["rwg"]) == [f"line {line}" for line in range(2, 8)]
    assert one["rwgj"] is None


def test_the_other_way_round_gives_the_same_where_people_are_the_judges(tmp_path: Path, capsys: Tell) -> None:
    rows = [line.split(",") for line in JUDGES.splitlines()[1:]]
    turned = "\n".join([",".join("abcdef"), *(",".join(row) for row in zip(*rows, strict=True))])
    (one,) = measured(capsys, written(tmp_path / "a.csv", turned))
    (other,) = measured(capsys, written(tmp_path / "b.csv", JUDGES), "--targets", "rows")
    assert one["icc"] == pytest.approx(other["icc"])
    assert one["krippendorff_alpha"] == pytest.approx(other["krippendorff_alpha"])


def test_the_page_shows_the_numbers_and_the_reasons(teams: Path, keys: Path, capsys: Tell) -> None:
    page = told(capsys, teams, "--keys", keys, "--group", "team")
    assert page.startswith(
        f"trust, sales\n{'=' * WIDTH}\nThree rows, three of them complete; three items; answers 1 to 5"
    )
    for part in (
        "as found in the\ntable.",
        "Intraclass correlation    1 ",
        "agreement up to 0.83\n",
        "\n-q2  ",
        "speed, hr\n",
        "– Krippendorff's alpha: No target has ratings by two raters.\n",
        "\n\nColumns left out: respondent.\n",
    ):
        assert part in page
    assert max(map(len, page.splitlines())) <= WIDTH


def test_the_page_of_a_table_without_gaps_has_no_reasons(teams: Path, capsys: Tell) -> None:
    page = told(capsys, teams)
    assert "–" not in page
    assert page.endswith("\n\nColumns left out: respondent and team.\n")


def test_the_page_with_rows_as_targets(tmp_path: Path, capsys: Tell) -> None:
    page = told(capsys, written(tmp_path / "judges.csv", JUDGES), "--targets", "rows", "--scale", 1, 10)
    assert "Six rows, six of them complete; four items; answers 1 to 10, as given.\n" in page
    assert "Intraclass correlation    1 0.17  2 0.29  3 0.71  1k 0.44  2k 0.62  3k 0.91\n" in page
    assert "\nline 2 " in page
    assert "left out" not in page


def test_a_semicolon_a_byte_order_mark_and_short_rows(tmp_path: Path, capsys: Tell) -> None:
    table = written(tmp_path / "a.csv", "\ufeffq1;q2;q3\r\n1;2;3\r\n2;3\r\n4;4;5\r\n")
    (one,) = measured(capsys, table)
    assert (one["items"], one["complete_rows"]) == (["q1", "q2", "q3"], 2)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("q1,q1\n1,2\n", "A651", "1:4"),
        ('q1,q2\n1,"2\n', "A654", "2:3"),
        ("q1,q2\n1,2,3\n", "A656", "2:5"),
        (",\n,\n", "T907", "1:1"),
        ("", "Y105", "1:1"),
        ("q1,q2\n1,2\nx,3,5,6\n", "A656", "3:5"),
        ("q1,q2\n1,1e400\n2,3\n3,4\n", "T901", "2:3"),
    ],
)
def test_a_table_that_cannot_be_read(text: str, code: str, place: str, tmp_path: Path, capsys: Tell) -> None:
    table = written(tmp_path / "a.csv", text)
    assert cli.main(["reliability", str(table)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{table}:{place}  {code}  ")


def test_every_problem_is_told_at_once(teams: Path, tmp_path: Path, capsys: Tell) -> None:
    keys = written(tmp_path / "keys.json", '{"a": ["q1", "respondant"], "b": [], "c": [{}, null]}')
    assert cli.main(["reliability", str(teams), "--keys", str(keys)]) == 1
    err = capsys.readouterr().err
    assert 'There is no column "respondant" in the table.' in err
    assert '^ Did you mean "respondent"?' in err
    assert "not an empty list." in err
    assert "not an empty group." in err
    assert "not nothing." in err
    assert err.endswith("4 problems; nothing was done.\n")


@pytest.mark.parametrize("name", ["missing.csv", "keys"])
def test_a_file_that_is_not_there(name: str, teams: Path, tmp_path: Path, capsys: Tell) -> None:
    missing = tmp_path / "missing.csv"
    arguments = [missing] if name == "missing.csv" else [teams, "--keys", missing]
    assert cli.main(["reliability", *map(str, arguments)]) == 1
    assert capsys.readouterr().err.startswith(f"{missing}:1:1  Y101  ")


@pytest.mark.parametrize("scale", [("5", "1"), ("2", "2"), ("nan", "5"), ("1", "inf"), ("1", "many"), ("1",)])
def test_a_scale_that_is_none_is_wrong_usage(scale: tuple[str, ...], teams: Path, capsys: Tell) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["reliability", str(teams), "--scale", *scale])
    assert stopped.value.code == 2
    assert "--scale" in capsys.readouterr().err
