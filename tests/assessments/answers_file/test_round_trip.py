"""What is written reads back equal, whatever people call themselves and note down."""

import csv
import io
from datetime import date as Date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments import answers_file
from assessments.answers_file.cells import rows, safe, separator
from scoring.answers import Assessment, Segment, Submission, Unanswered, Value
from scoring.model import Allocation, Choice, Fact, Item, Multi, NumberItem, Questionnaire

PRINTED = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"], exclude_characters="\ufeff")
TRICKY = st.sampled_from(
    ["=1+1", "@x", "+49 30", "-", "'", "''=x", "no", "3_10", "1e3", "~", "null", "0x1F", "1:30", "#", "a|b"]
)
LINE = st.one_of(TRICKY, st.text(PRINTED, min_size=1, max_size=12).map(str.strip)).filter(
    lambda text: len(text.splitlines()) == 1 and bool(text.strip())
)
NOTE = st.lists(LINE, min_size=1, max_size=3).map("\n".join).map(str.strip) | st.just("=a\r\n=b") | st.just('"')
SHARES = st.decimals(0, 1, places=3).map(float)


def splits(item: Allocation) -> st.SearchStrategy[dict[str, float]]:
    def fill(parts: list[int]) -> dict[str, float]:
        rest = 100 - sum(parts)
        return {option.id: share for option, share in zip(item.options, [*parts, rest], strict=True)}

    share = st.integers(0, 100 // len(item.options)) | st.decimals(0, 10, places=2).map(float)
    return st.lists(share, min_size=len(item.options) - 1, max_size=len(item.options) - 1).map(fill)


def values(item: Item) -> st.SearchStrategy[Value]:
    states = [Unanswered.DONT_KNOW] + [Unanswered.NOT_APPLICABLE] * (item.na_when is not None)
    return st.sampled_from(states) | said(item)


def said(item: Item) -> st.SearchStrategy[Any]:
    if isinstance(item, Choice):
        return st.sampled_from([option.id for option in item.options])
    if isinstance(item, Multi):
        options = st.sampled_from([option.id for option in item.options])
        return st.lists(options, max_size=item.most, unique=True).map(tuple)
    if isinstance(item, NumberItem):
        return st.integers(item.lowest, item.highest)
    if isinstance(item, Allocation):
        return splits(item)
    return st.integers(1, 5)


def facts(fact: Fact) -> st.SearchStrategy[Any]:
    options = st.sampled_from([option.id for option in fact.options] or [""])
    kinds = {
        "text": LINE,
        "number": st.decimals(1, 100, places=2).map(float) | st.integers(1, 100),
        "choice": options,
        "multi": st.lists(options, unique=True).map(tuple),
    }
    return st.none() | kinds[fact.type]


def some(strategies: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Return a few of the entries."""
    keys = st.lists(st.sampled_from(sorted(strategies)), unique=True, max_size=6)
    return keys.flatmap(lambda chosen: st.fixed_dictionaries({key: strategies[key] for key in chosen}))


@st.composite
def assessments(draw: st.DrawFn, questionnaire: Questionnaire) -> Assessment:
    answers = some({item.id: values(item) for item in questionnaire.items})
    about_customers = some({item.id: values(item) for item in questionnaire.customers})
    roles = st.sampled_from([role.id for role in questionnaire.roles])
    segments = draw(
        st.sampled_from(
            [(), (Segment("all", "All of them", 1.0),), (Segment("a", "A", 0.25), Segment("b", "=b", 0.75))]
        )
    )
    people = [
        Submission(
            respondent=name,
            role=draw(roles),
            answers=draw(answers),
            notes=draw(some({item.id: NOTE for item in questionnaire.items})),
            segments={segment.id: given for segment in segments if (given := draw(about_customers))},
            seconds=draw(st.none() | st.integers(0, 9999)),
        )
        for name in draw(st.lists(LINE, min_size=1, max_size=4, unique=True))
    ]
    pulse = some({item.id: st.integers(1, 5) | st.just(Unanswered.DONT_KNOW) for item in questionnaire.pulse})
    return Assessment(
        id=draw(LINE),
        firm=draw(LINE),
        date=draw(st.dates(Date(1990, 1, 1), Date(2199, 12, 31))),
        submissions=tuple(people),
        variant=draw(st.sampled_from(["full", "quick"])),
        context=draw(some({fact.id: facts(fact) for fact in questionnaire.facts})),
        role_weights=draw(some({role.id: SHARES.map(lambda share: share + 0.001) for role in questionnaire.roles})),
        segments=segments,
        pulse=tuple(draw(st.lists(pulse, max_size=3))),
    )


@pytest.mark.parametrize("form", ["yaml", "json", "long", "wide"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
@given(data=st.data())
def test_what_is_written_reads_back_equal(
    questionnaire: Questionnaire, tmp_path: Path, form: str, data: st.DataObject
) -> None:
    assessment = data.draw(assessments(questionnaire))
    write = {
        "yaml": answers_file.write_yaml,
        "json": answers_file.write_json,
        "long": answers_file.write_csv_long,
        "wide": lambda answers: answers_file.write_csv_wide(answers, questionnaire),
    }
    table = form in ("long", "wide")
    path, context = tmp_path / ("answers.csv" if table else f"answers.{form}"), tmp_path / "context.yaml"
    path.write_bytes(write[form](assessment).encode())
    context.write_bytes(answers_file.write_context(assessment).encode())
    assert answers_file.read(path, questionnaire, context=context if table else None) == assessment


def test_the_last_of_two_submissions_is_written(questionnaire: Questionnaire, tmp_path: Path) -> None:
    twice = (Submission("r1", "exec", {"own_02": 1}), Submission("r1", "exec", {"own_02": 2}))
    path = tmp_path / "answers.yaml"
    path.write_text(answers_file.write_yaml(Assessment("a", "A", Date(2026, 11, 22), twice)), encoding="utf-8")
    assert answers_file.read(path, questionnaire).submissions == twice[1:]


@pytest.mark.parametrize("write", [answers_file.write_csv_long, answers_file.write_csv_wide])
def test_no_cell_runs_as_a_formula(questionnaire: Questionnaire, write: Any) -> None:
    person = Submission("=cmd", "exec", {"own_02": 3, "cul_12": 5}, {"own_02": "@SUM(1)", "cul_12": "\t=1"})
    assessment = Assessment("a", "A", Date(2026, 11, 22), (person,))
    text = write(assessment, questionnaire) if write is answers_file.write_csv_wide else write(assessment)
    assert not [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell[:1] in tuple("=+-@\t\r")]


def test_yaml_is_laid_out_for_people(questionnaire: Questionnaire) -> None:
    person = Submission("r1", "exec", {"own_02": 3, "own_11": ("solve", "happy"), "dem_01": {"person": 40, "web": 60}})
    assert answers_file.write_yaml(Assessment("a-1", "Ümlaut & Söhne", Date(2026, 11, 22), (person,))) == (
        'assessment: "a-1"\n'
        'firm: "Ümlaut & Söhne"\n'
        "variant: full\n"
        'date: "2026-11-22"\n'
        "respondents:\n"
        "- id: r1\n"
        "  role: exec\n"
        "  answers:\n"
        "    own_02: 3\n"
        "    own_11: [solve, happy]\n"
        "    dem_01: {person: 40, web: 60}\n"
    )


CELL = st.text(alphabet='a",;\n\r\t =', max_size=5)


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_cells_are_cut_as_the_standard_reader_cuts_them(table: list[list[str]], separator: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows(table)
    filled = [row for row in table if any(cell.strip() for cell in row)]
    assert [[cell.text for cell in row] for row in rows(stream.getvalue(), separator)] == filled


@given(st.text(alphabet="'=+-@\ta\n\uff1d"))
def test_a_text_made_safe_begins_like_no_formula(text: str) -> None:
    assert safe(text)[:1] not in tuple("=+-@\t\n\uff1d")


def test_the_separator_is_the_commonest_in_the_first_line() -> None:
    assert [separator(text) for text in ("a,b;c,d\n", "\n\na;b\nc,d,e\n", "a\tb", "a")] == [",", ";", "\t", ","]
