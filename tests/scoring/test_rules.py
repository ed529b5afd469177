"""The rule language: what rules mean, what they say about a firm, and what is refused before any firm is scored."""

import math
import operator
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.model import TOLERANCE
from scoring.result import Clause
from scoring.rules import Expression, Kind, Names, RuleError, parse

NAMES = Names(
    plain={
        **dict.fromkeys(("p", "d_now", "d_5y"), "number"),
        **dict.fromkeys(("driver", "industry"), "text"),
        **dict.fromkeys(("clean_slate", "quick"), "flag"),
        "pressure": "list",
    },
    prefixed={"F": frozenset({"cul_shift", "ch_social"}), "P": frozenset({"culture"})},
    warnings=frozenset({"AP_GAP", "AP_TOOLS"}),
    items=frozenset({"own_02"}),
    choices={"driver": frozenset({"it", "sales", "joint"}), "pressure": frozenset({"board", "rivals"})},
)
FIRM: Mapping[str, Any] = {
    "p": 1,
    "d_now": 3,
    "d_5y": None,
    "driver": "it",
    "industry": None,
    "clean_slate": True,
    "quick": None,
    "pressure": ("board",),
    "F.cul_shift": 41.5,
    "F.ch_social": math.nan,
    "P.culture": 60.0,
    "ap": {"AP_GAP"},
    "dk": {"own_02": 0.25},
}


def rule(text: str, kind: Kind = "flag") -> Expression:
    return parse(text, NAMES, kind)


def refused(text: str, kind: Kind = "flag") -> RuleError:
    with pytest.raises(RuleError) as error:
        rule(text, kind)
    return error.value


@pytest.mark.parametrize(
    "text",
    [
        "F.cul_shift < 50",
        "F.cul_shift >= 41.5",
        "p <= 1 and p >= 1 and p == 1 and not p != 1",
        "p > 1 or d_now > 1",
        "not (p > 1) and not p > 1",
        "p == 5 or p == 1 and d_now == 3",  # and binds closer than or
        "not p == 5 and d_now == 3",
        "driver == 'it'",
        'driver != "sales"',
        "driver in ('sales', 'it')",
        "driver in ('it',)",
        "not driver == industry",
        "driver not in ('sales', 'joint')",
        "p in (1, 2)",
        "'board' in pressure",
        "'rivals' not in pressure",
        "clean_slate",
        "not quick",
        "max(p, d_now) == 3",
        "min(p, d_now, 7) == 1",
        "2 + 3 * 4 == 14",
        "(2 + 3) * 4 == 20",
        "10 - 4 - 3 == 3",
        "12 / 4 / 3 == 1",
        "-p == -1",
        "- -p == p",
        "P.culture - F.cul_shift >= 18.5",
        "ap('AP_GAP')",
        "not ap('AP_TOOLS')",
        "dk('own_02') == 0.25",
        "  p\n  ==\t1  ",
    ],
)
def test_rules_that_hold(text: str) -> None:
    assert rule(text).holds(FIRM)


@pytest.mark.parametrize("sign", ["<", "<=", ">", ">=", "==", "!="])
@pytest.mark.parametrize("missing", ["d_5y", "F.ch_social", "unheard * 2", "max(d_now, d_5y)", "p / 0", "d_5y + 1"])
def test_every_comparison_with_something_missing_is_false(sign: str, missing: str) -> None:
    missing = missing.replace("unheard", "d_5y")
    assert not rule(f"{missing} {sign} 50").holds(FIRM)
    assert not rule(f"50 {sign} {missing}").holds(FIRM)
    assert rule(f"not {missing} {sign} 50").holds(FIRM)


@pytest.mark.parametrize("text", ["industry == 'x'", "industry != 'x'", "industry in ('x',)", "industry not in ('x',)"])
def test_a_missing_text_is_in_nothing_and_differs_from_nothing(text: str) -> None:
    assert not rule(text).holds(FIRM)


@pytest.mark.parametrize(
    "text", ["'board' in pressure", "'board' not in pressure", "clean_slate", "p == 1", "dk('own_02') > 0"]
)
def test_names_without_a_value_are_missing(text: str) -> None:
    assert not rule(text).holds({"ap": set(), "dk": {}})


@pytest.mark.parametrize(
    ("text", "value"),
    [("p + d_now * 2", 7), ("max(p, d_now) / 2", 1.5), ("-d_now", -3), ("d_5y - 1", None), ("p / (d_now - 3)", None)],
)
def test_the_value_of_arithmetic(text: str, value: float | None) -> None:
    assert rule(text, "number").value(FIRM) == value


def test_the_difference_of_two_infinities_is_missing() -> None:
    assert rule("p - d_now", "number").value({"p": math.inf, "d_now": math.inf}) is None


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("F.cul_shift < 50", [("F.cul_shift", 41.5, "F.cul_shift < 50")]),
        ("p == 5 or p == 1", [("p", 1, "p == 1")]),
        ("p == 1 or d_now == 3", [("p", 1, "p == 1"), ("d_now", 3, "d_now == 3")]),
        ("p == 1 and (d_now == 2 or d_now  ==  3)", [("p", 1, "p == 1"), ("d_now", 3, "d_now == 3")]),
        ("not (p == 2 or d_now == 1)", [("p", 1, "not p == 2"), ("d_now", 3, "not d_now == 1")]),
        ("not (p == 1 and d_now == 1)", [("d_now", 3, "not d_now == 1")]),
        ("not not p == 1", [("p", 1, "p == 1")]),
        ("not d_5y == 1", [("d_5y", None, "not d_5y == 1")]),
        ("clean_slate and not quick", [("clean_slate", True, "clean_slate"), ("quick", False, "not quick")]),
        ("ap('AP_GAP')", [("ap('AP_GAP')", True, "ap('AP_GAP')")]),
        ("dk('own_02') > 0.2", [("dk('own_02')", 0.25, "dk('own_02') > 0.2")]),
        ("'board' in pressure", [("pressure", "board", "'board' in pressure")]),
        ("50 > F.cul_shift", [("F.cul_shift", 41.5, "50 > F.cul_shift")]),
        ("P.culture - F.cul_shift > 1", [("P.culture - F.cul_shift", 18.5, "P.culture - F.cul_shift > 1")]),
        ("p == 1 or p == 1", [("p", 1, "p == 1")]),
        ("((p) + (1)) == (2)", [("(p) + (1)", 2, "((p) + (1)) == (2)")]),
        ("1 < 2 and 1 in (1, 2)", []),
        ("p == 5", []),
    ],
)
def test_what_made_a_rule_true(text: str, clauses: list[tuple[str, Any, str]]) -> None:
    assert rule(text).because(FIRM) == tuple(Clause(*clause) for clause in clauses)


@pytest.mark.parametrize(
    "text",
    [
        *("p * 0.1 * 3 == p * 0.3", "p * 0.1 * 3 <= p * 0.3", "p * 0.3 >= p * 0.1 * 3", "p * 0.1 * 3 in (0.3, 5)"),
        *("not p * 0.1 * 3 > p * 0.3", "not p * 0.3 < p * 0.1 * 3", "not p * 0.1 * 3 != p * 0.3"),
    ],
)
def test_what_is_lost_in_computing_changes_no_comparison(text: str) -> None:
    assert rule(text).holds(FIRM)


def test_numbers_have_no_because() -> None:
    assert rule("p + 1", "number").because(FIRM) == ()


def test_an_expression_knows_its_text_and_names() -> None:
    read = rule("F.cul_shift < max(p, 50) and ap('AP_GAP') and dk('own_02') < 1")
    assert read.text.startswith("F.cul_shift")
    assert read.names == {"F.cul_shift", "p", "AP_GAP", "own_02"}


@pytest.mark.parametrize(
    ("text", "reason", "where", "suggestion"),
    [
        ("x" * 501, "size", "x", None),
        ("not " * 21 + "quick", "size", "quick", None),
        ("(" * 21 + "p == 1", "size", "p", None),
        ("-" * 21 + "p == 1", "size", "p", None),
        ("driver = 'it'", "text", "=", "=="),
        ("quick && clean_slate", "text", "&", "and"),
        ("quick | clean_slate", "text", "|", "or"),
        ("!quick", "text", "!", "not"),
        ("p == [1]", "text", "[", None),
        ("driver == 'it", "text", "'it", None),
        ("p == 1e3", "text", "1e3", None),
        ("p == .5", "text", ".5", None),
        ("plain.x.y == 1", "text", "plain.x.y", None),
        ("p == 1; q", "text", ";", None),
        ("p == é", "text", "é", None),
        ("", "grammar", "", None),
        ("p ==", "grammar", "", None),
        ("(p == 1", "grammar", "", None),
        ("max(p", "grammar", "", None),
        ("p == 1)", "grammar", ")", None),
        ("p == 1 d_now", "grammar", "d_now", None),
        ("p == 1 AND quick", "grammar", "AND", "and"),
        ("and p == 1", "grammar", "and", "and"),
        ("1 < p < 3", "grammar", "<", None),
        ("p in (1, p)", "grammar", "p", None),
        ("max()", "grammar", ")", None),
        ("p == * 2", "grammar", "*", None),
        ("P.cultur < 1", "name", "P.cultur", "P.culture"),
        ("G.x < 1", "name", "G.x", None),
        ("cleanslate", "name", "cleanslate", "clean_slate"),
        ("ap('AP_GAPS')", "name", "'AP_GAPS'", "AP_GAP"),
        ("dk('own_3') < 1", "name", "'own_3'", "own_02"),
        ("__import__('os')", "function", "__import__('os')", None),
        ("mx(1, 2) > 1", "function", "mx(1, 2)", "max"),
        ("ap(quick)", "function", "ap(quick)", None),
        ("ap('AP_GAP', 'AP_TOOLS')", "function", "ap('AP_GAP', 'AP_TOOLS')", None),
        ("dk(1) > 1", "function", "dk(1)", None),
        ("p", "kind", "p", None),
        ("'it'", "kind", "'it'", None),
        ("not p", "kind", "p", None),
        ("p and quick", "kind", "p", None),
        ("driver < 'it'", "kind", "driver", None),
        ("p == 'it'", "kind", "'it'", None),
        ("driver + 1 > 2", "kind", "driver", None),
        ("max(quick) > 2", "kind", "quick", None),
        ("quick == clean_slate", "kind", "quick", None),
        ("(p == 1) == 1", "kind", "p == 1", None),
        ("driver in ('it')", "kind", "'it'", "('it',)"),
        ("p in (1)", "kind", "1", "(1,)"),
        ("p in pressure", "kind", "pressure", None),
        ("driver in (1, 2)", "kind", "(1, 2)", None),
        ("driver in ('it', 2)", "kind", "('it', 2)", None),
        ("pressure == 'board'", "kind", "pressure", None),
        ("driver == 'itt'", "option", "'itt'", "it"),
        ("'sale' != driver", "option", "'sale'", "sales"),
        ("driver in ('it', 'nobody')", "option", "'nobody'", None),
        ("'bord' in pressure", "option", "'bord'", "board"),
    ],
)
def test_rules_that_are_refused(text: str, reason: str, where: str, suggestion: str | None) -> None:
    error = refused(text)
    assert (error.reason, error.suggestion) == (reason, suggestion)
    assert text[error.start : error.end].startswith(where)
    assert len(str(error)) > 10


def test_names_that_are_not_there_for_this_kind_of_rule() -> None:
    with pytest.raises(RuleError, match='"AP_GAP" cannot be used here'):
        parse("ap('AP_GAP')", Names(plain={}))


def test_texts_are_free_where_the_options_are_not_known() -> None:
    assert rule("industry == 'Insurance'").holds({"industry": "Insurance"})


# ------------------------------------------------------------------ against a plain reference


NUMBERS = st.sampled_from(["p", "d_now", "d_5y", "F.cul_shift", "P.culture", "dk('own_02')", "0", "1", "2.5", "50"])
FLAGS = st.sampled_from(["clean_slate", "quick", "ap('AP_GAP')", "ap('AP_TOOLS')"])
TEXTS = st.sampled_from(["driver in ('it', 'sales')", "driver == 'joint'", "'board' not in pressure", "driver != 'it'"])


def numbers() -> st.SearchStrategy[Any]:
    return st.recursive(
        NUMBERS,
        lambda inner: st.one_of(
            st.tuples(st.sampled_from("+-*/"), inner, inner),
            st.tuples(st.sampled_from(["max", "min"]), inner, inner),
        ),
        max_leaves=4,
    )


def truths() -> st.SearchStrategy[Any]:
    signs = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
    return st.recursive(
        st.one_of(FLAGS, TEXTS, st.tuples(signs, numbers(), numbers())),
        lambda inner: st.one_of(
            st.tuples(st.sampled_from(["and", "or"]), inner, inner),
            st.tuples(st.just("not"), inner),
        ),
        max_leaves=6,
    )


def written(tree: Any) -> str:
    match tree:
        case ("not", inner):
            return f"not ({written(inner)})"
        case ("max" | "min" as function, left, right):
            return f"{function}({written(left)}, {written(right)})"
        case (sign, left, right):
            return f"({written(left)}) {sign} ({written(right)})"
    return str(tree)


LEAVES = {
    "ap('AP_GAP')": lambda firm: "AP_GAP" in firm["ap"],
    "ap('AP_TOOLS')": lambda firm: "AP_TOOLS" in firm["ap"],
    "dk('own_02')": lambda firm: firm["dk"].get("own_02"),
    "driver in ('it', 'sales')": lambda firm: firm["driver"] in ("it", "sales"),
    "driver == 'joint'": lambda firm: firm["driver"] == "joint",
    "driver != 'it'": lambda firm: firm["driver"] not in (None, "it"),
    "'board' not in pressure": lambda firm: firm["pressure"] is not None and "board" not in firm["pressure"],
    "clean_slate": lambda firm: firm["clean_slate"] is True,
    "quick": lambda firm: firm["quick"] is True,
}


def meant(tree: Any, firm: Mapping[str, Any]) -> Any:
    """Say slowly and plainly what a tree means for a firm."""
    if isinstance(tree, str):
        if tree in LEAVES:
            return LEAVES[tree](firm)
        return float(tree) if tree[0].isdigit() else firm[tree]
    sign, *sides = tree
    found = [meant(side, firm) for side in sides]
    if sign in ("and", "or", "not"):
        return {"and": all(found), "or": any(found), "not": not found[0]}[sign]
    comparing = sign in ("<", "<=", ">", ">=", "==", "!=")
    if None in found or (sign == "/" and found[1] == 0):
        return False if comparing else None
    left, right = found
    if sign in ("max", "min"):
        return max(found) if sign == "max" else min(found)
    calculate = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
    if sign in calculate:
        return calculate[sign](left, right)
    near = abs(left - right) <= TOLERANCE
    less, more = left < right and not near, left > right and not near
    return {"<": less, "<=": less or near, ">": more, ">=": more or near, "==": near, "!=": not near}[sign]


amounts = st.none() | st.integers(0, 3) | st.integers(0, 1000).map(lambda tenths: tenths / 10)
firms = st.fixed_dictionaries(
    {
        **dict.fromkeys(("p", "d_now", "d_5y", "F.cul_shift", "P.culture"), amounts),
        "driver": st.sampled_from([None, "it", "sales", "joint"]),
        "pressure": st.sampled_from([None, (), ("board",), ("rivals", "board")]),
        "clean_slate": st.sampled_from([None, True, False]),
        "quick": st.booleans(),
        "ap": st.sets(st.sampled_from(["AP_GAP", "AP_TOOLS"])),
        "dk": st.dictionaries(st.just("own_02"), st.none() | st.sampled_from([0.0, 0.25, 1 / 3, 1.0])),
    }
)


@given(truths(), firms)
def test_rules_mean_what_the_plain_reference_says(tree: Any, firm: Mapping[str, Any]) -> None:
    text = written(tree)
    if len(text) > 500:
        return
    read = rule(text)
    assert read.holds(firm) is meant(tree, firm)
    assert bool(read.because(firm)) <= read.holds(firm)


@given(truths(), firms)
def test_the_reasons_given_hold_by_themselves(tree: Any, firm: Mapping[str, Any]) -> None:
    text = written(tree)
    if len(text) > 500:
        return
    for clause in rule(text).because(firm):
        assert rule(clause.test).holds(firm)


@given(numbers(), firms)
def test_arithmetic_means_what_the_plain_reference_says(tree: Any, firm: Mapping[str, Any]) -> None:
    assert rule(written(tree), "number").value(firm) == meant(tree, firm)


@given(st.text(max_size=60) | st.text(alphabet="pF.<>=()'\"+-*/ andornti01,", max_size=60))
def test_any_text_is_a_rule_or_is_refused_with_its_place(text: str) -> None:
    try:
        assert rule(text).text == text
    except RuleError as error:
        start, end = error.start, error.end
        assert 0 <= start <= end <= len(text)


def test_a_rule_as_long_as_allowed_is_read_and_evaluated() -> None:
    text = "+".join(["p"] * 247) + " > 1"
    assert rule(text).holds(FIRM)
