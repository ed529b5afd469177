"""A questionnaire folder becomes a method, or is refused with everything that is wrong at once."""

import inspect
import json
import shutil
import time
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.catalog import check, load
from assessments.catalog.references import PER_ANSWER, REFERENCES
from assessments.positions import Limits, read
from assessments.problems import Refused
from scoring import Method, model
from scoring.model import Questionnaire

Edit = tuple[str, str, str]


@pytest.fixture(scope="session")
def shipped(root: Path) -> Path:
    return root / "questionnaires" / "social_crm"


@pytest.fixture
def tiny(root: Path, tmp_path: Path) -> Path:
    shutil.copytree(root / "tests" / "broken" / "base", tmp_path / "tiny")
    return tmp_path / "tiny"


def edit(folder: Path, *edits: Edit) -> list[str]:
    """Replace text in files and return what a check then finds, as FILE:LINE CODE."""
    for name, old, new in edits:
        text = (folder / name).read_text()
        assert old in text, f"{name} has no {old}"
        (folder / name).write_text(text.replace(old, new, 1))
    checked = check(folder)
    return [f"{Path(one.path).name}:{one.line} {one.code}" for one in (*checked.problems, *checked.advice)]


def test_the_shipped_questionnaire_has_neither_problems_nor_advice(shipped: Path) -> None:
    checked = check(shipped)
    assert list(map(str, (*checked.problems, *checked.advice))) == []
    questionnaire = load(shipped)
    assert isinstance(questionnaire, Questionnaire)
    assert [len(questionnaire.factors), len(questionnaire.warnings), len(questionnaire.actions)] == [19, 24, 47]
    assert Method(questionnaire)


def test_pillars_come_in_the_order_of_the_path(tiny: Path) -> None:
    assert [pillar.id for pillar in load(tiny).pillars] == ["alpha", "beta"]
    assert edit(tiny, ("path.yaml", "[alpha, beta]", "[beta, alpha]")) == []
    assert [pillar.id for pillar in load(tiny).pillars] == ["beta", "alpha"]


def test_the_fingerprint_is_of_all_files_and_their_text_alone(tiny: Path) -> None:
    before = load(tiny).sha256
    assert len(before) == 64
    for file in tiny.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    (tiny / "README.md").write_text("Not part of the method.")
    (tiny / "examples").mkdir()
    assert load(tiny).sha256 == before
    edit(tiny, ("sources.yaml", "An essay", "Another essay"))
    assert load(tiny).sha256 != before


def test_moving_text_between_files_changes_the_fingerprint(tiny: Path) -> None:
    with (tiny / "alpha.yaml").open("a") as alpha:
        alpha.write("# note\n")
    first = load(tiny).sha256
    shutil.copy(tiny / "alpha.yaml", tiny / "kept")
    (tiny / "alpha.yaml").write_text((tiny / "alpha.yaml").read_text().replace("# note\n", ""))
    with (tiny / "beta.yaml").open("a") as beta:
        beta.write("# note\n")
    assert load(tiny).sha256 != first


def test_all_problems_of_all_files_come_in_one_run_in_file_order(tiny: Path) -> None:
    found = edit(
        tiny,
        ("sources.yaml", "by: ", "bye: "),
        ("path.yaml", 'version: "1"', "version: 1"),
        ("customers.yaml", "item: dem_use, adjust", "item: dem_us, adjust"),
        ("beta.yaml", 'label: "All"', "label: off"),
        ("warnings.yaml", "F.make < 50", "F.make < fifty"),
        ("actions.yaml", "needs: []", "needs: [A1]"),
        ("alpha.yaml", '"Seldom"', '"Never"'),
    )
    assert found == [
        "path.yaml:2 Q205",
        "customers.yaml:16 Q302",
        "alpha.yaml:11 Q405",
        "beta.yaml:13 Y117",
        "warnings.yaml:5 R504",
        "sources.yaml:2 Q203",
        "sources.yaml:2 Q204",
    ]


def test_what_was_left_out_for_its_shape_can_still_be_referred_to(tiny: Path) -> None:
    found = edit(
        tiny,
        ("actions.yaml", 'title: "Make more"', "titel: x"),
        ("alpha.yaml", 'name: "Making"', "name: 5"),
        ("firm.yaml", "effect:", "efect:"),
    )
    assert found == [
        "alpha.yaml:6 Q205",
        "firm.yaml:2 Q203",
        "firm.yaml:2 Q204",
        "actions.yaml:2 Q203",
        "actions.yaml:3 Q204",
    ]


def test_a_file_that_is_no_group_of_keys(tiny: Path) -> None:
    (tiny / "sources.yaml").write_text("- one\n- two\n")
    (tiny / "firm.yaml").write_text("facts: none at all\n")
    (tiny / "path.yaml").write_text("5\n")
    found = edit(tiny)
    assert found == ["path.yaml:1 Q210", "firm.yaml:1 Q209", "sources.yaml:1 Q210"]


def test_without_its_path_file_a_folder_s_other_files_are_still_checked(tiny: Path) -> None:
    (tiny / "path.yaml").unlink()
    assert edit(tiny, ("beta.yaml", 'name: "Beta"', "name: 5")) == ["path.yaml:1 Q201", "beta.yaml:2 Q205"]


def test_files_nobody_reads_are_named_with_the_file_they_were_meant_to_be(tiny: Path) -> None:
    (tiny / "sources.yaml").rename(tiny / "source.yml")
    (tiny / ".draft.yaml").write_text("")
    assert edit(tiny) == ["source.yml:1 Q202", "sources.yaml:1 Q201"]
    assert 'Did you mean "sources.yaml"?' in str(check(tiny).problems[0])


# What is edited (file, text, new text ...), and what a check then finds.
ONE_EDIT: list[tuple[str, str, str, list[str]]] = [
    # shape
    ("customers.yaml", "{item: dem_use, weight: 1, required: true}", "{}", ["customers.yaml:10 Q203"] * 2),
    ("customers.yaml", "{item: dem_use, weight: 1, required: true}", "5", ["customers.yaml:10 Q210"]),
    ("customers.yaml", "groups: [social]", "groups: [5]", ["customers.yaml:14 Q205"]),
    ("customers.yaml", "full_at: 20", "full_at: 0", ["customers.yaml:14 Q211"]),
    ("customers.yaml", "full_at: 20}", "full_at: 20, required: true}", ["customers.yaml:14 Q204"]),
    ("customers.yaml", "why:", "because:", ["customers.yaml:8 Q203", "customers.yaml:19 Q204"]),
    ("alpha.yaml", "quick: true", "quick: true, audience: exec", ["alpha.yaml:11 Q209"]),
    ("alpha.yaml", "quick: true", "quick: true, audience: [Exec]", ["alpha.yaml:11 Q216"]),
    ("alpha.yaml", "quick: true", "quick: true, audience: 5", ["alpha.yaml:11 Q209"]),
    ("alpha.yaml", "quick: true", "quick: 1", ["alpha.yaml:11 Q208"]),
    ("alpha.yaml", "type: bars", "type: bar", ["alpha.yaml:11 Q215"]),
    ("alpha.yaml", "type: bars, ", "", ["alpha.yaml:11 Q203"]),
    ("alpha.yaml", "type: bars", "type: [bars]", ["alpha.yaml:11 Q215"]),
    ("alpha.yaml", '"Always"', '"Always", "More"', ["alpha.yaml:11 Q214"]),
    ("alpha.yaml", '"Always"', '"Always", ""', ["alpha.yaml:11 Q214"]),
    ("alpha.yaml", '"Always"', '""', ["alpha.yaml:11 Q212"]),
    ("alpha.yaml", '"Always"', "5", ["alpha.yaml:11 Q205"]),
    ("path.yaml", 'roles: [{id: exec, name: "Executives", who: "The board."}]', "roles: []", ["path.yaml:10 Q214"]),
    ("path.yaml", "metric: make", "metric: Make it", ["path.yaml:7 Q216"]),
    ("path.yaml", "metric: make", "metric: make, part: drivers", ["path.yaml:7 Q215"]),
    ("path.yaml", "pillars: [alpha, beta]", "pillars: alpha", ["path.yaml:5 Q209"]),
    ("weights.yaml", "{T: 60", "{t: 60", ["weights.yaml:2 Q216"]),
    ("weights.yaml", "{T: 60", "{T: sixty", ["weights.yaml:2 Q206"]),
    ("weights.yaml", "{T: 60", "{T: true", ["weights.yaml:2 Q206"]),
    ("weights.yaml", "{T: 60", "{T: null", ["weights.yaml:2 Q206"]),
    ("weights.yaml", "  make:", "  Make:", ["weights.yaml:2 Q216"]),
    ("settings.yaml", "near: [exec]", "near: [exec, 5]", ["settings.yaml:2 Q205"]),
    ("settings.yaml", "gaps: {", "quality: often\n  gaps: {", ["settings.yaml:2 Q210"]),
    ("settings.yaml", "gaps: {", "privacy: {min_group: 1}\n  gaps: {", ["settings.yaml:2 Q211"]),
    ("actions.yaml", "phase: 1", "phase: 5", ["actions.yaml:4 Q211"]),
    # references
    ("path.yaml", "only_if: young", "only_if: F.make > 1", ["path.yaml:9 R504"]),
    ("path.yaml", 'source: "S1"', 'source: "S1 S9 L3; S9"', ["path.yaml:7 Q303"] * 2),
    ("actions.yaml", "lift: {make: 10}", "lift: {mak: 10}", ["actions.yaml:10 Q302"]),
    ("settings.yaml", "near: [exec]", "near: [exec, boss]", ["settings.yaml:2 Q302"]),
    ("settings.yaml", "near: [exec]", "near: [exec], measured: ctx_age", ["settings.yaml:2 Q307"]),
    ("settings.yaml", "rules_lead:", "capacity_fact: ctx_age, rules_lead:", ["settings.yaml:3 Q307"]),
    ("settings.yaml", "rules_lead:", "always: [A1, A9], rules_lead:", ["settings.yaml:3 Q302"]),
    ("settings.yaml", "gaps: {", "open_end: maek\n  gaps: {", ["settings.yaml:2 Q302"]),
    ("firm.yaml", "{id: old,", "{id: new,", ["firm.yaml:2 Q301"]),
    ("pulse.yaml", "mirrors: al_1", "mirrors: be_2", ["pulse.yaml:2 Q307"]),
    ("pulse.yaml", "id: pul_1", "id: al_1", ["pulse.yaml:2 Q301"]),
    ("sources.yaml", "id: S1", "id: S2", ["path.yaml:7 Q303"]),
    # rules
    ("warnings.yaml", "F.make < 50", "ap('W_DULL')", ["warnings.yaml:5 R504"]),
    ("warnings.yaml", "F.make < 50", "clean_slate", ["warnings.yaml:5 R504"]),
    ("warnings.yaml", "F.make < 50", ">-\n      F.make < 50 and\n      F.mak < 5", ["warnings.yaml:5 R504"]),
    ("firm.yaml", "derived:", "derived:\n  - {id: fresh, rule: young, why: x, source: S1}", ["firm.yaml:4 R504"]),
    (
        "firm.yaml",
        "derived:",
        "derived:\n  - {id: young, rule: ctx_age == 'new', why: x, source: S1}",
        ["firm.yaml:5 Q301"],
    ),
    # method
    ("beta.yaml", "tells: driver", "tells: ambition", ["beta.yaml:13 Q410"]),
    ("beta.yaml", "tells: driver", "tells: estimate", ["beta.yaml:13 Q410"]),
    ("pulse.yaml", '"Mostly"', '"OFTEN"', ["pulse.yaml:2 Q405"]),
    ("firm.yaml", '"Old"', '"new"', ["firm.yaml:2 Q405"]),
    ("firm.yaml", "{id: young", "{id: p", ["path.yaml:9 R504", "firm.yaml:4 Q308"]),
    ("path.yaml", 'name: "Second"', 'name: "Second", forming: "Soon"', ["path.yaml:8 Q414"]),
    # nothing wrong
    ("path.yaml", "metric: index, minimum: 50", "metric: make, minimum: 40", []),
    ("path.yaml", "metric: pillar.beta", "metric: index", []),
    ("path.yaml", "metric: pillar.beta, minimum: 60", "metric: index, minimum: 10", []),
    ("path.yaml", "metric: pillar.beta", "metric: min_pillar", []),
    ("path.yaml", "metric: pillar.beta", "metric: talk", []),
    ("beta.yaml", 'id: all, label: "All"', 'id: all, label: "All", stage: S', []),
    ("beta.yaml", "{id: be_1, type: agree", "{id: be_1, type: agree, reverse: true, audience: [exec]", []),
    ("beta.yaml", "findings:", "findings:\n  - {id: be_3, type: number, text: How many?, tells: estimate}", []),
    ("firm.yaml", "facts:", "facts:\n  - {id: ctx_x, type: number, lowest: 0, text: How many?, effect: None.}", []),
    (
        "settings.yaml",
        "size_factor: {s: 1}",
        "size_fact: ctx_age, size_factor: {new: 1, old: 2}",
        ["settings.yaml:3 Q309"],
    ),
]


@pytest.mark.parametrize("number", range(len(ONE_EDIT)))
def test_an_edit_and_what_a_check_then_finds(number: int, tiny: Path) -> None:
    name, old, new, expected = ONE_EDIT[number]
    found = edit(tiny, (name, old, new))
    assert found[: len(expected) or None] == expected
    assert {one.split(" ")[1] for one in found} <= {"Q302", "Q303", *(one.split(" ")[1] for one in expected)}


def test_a_scored_choice_may_stand_in_a_factor(tiny: Path) -> None:
    scored = "type: choice, options: [{id: a, label: A, score: 10}, {id: b, label: B, score: 90}]"
    assert edit(tiny, ("beta.yaml", "type: agree", scored)) == []


def test_the_ambition_is_told_by_options_that_name_stages(tiny: Path) -> None:
    stage = ("beta.yaml", 'label: "All"', 'label: "All", stage: S')
    assert edit(tiny, stage, ("beta.yaml", "tells: driver", "tells: ambition")) == []


def test_a_factor_may_not_have_the_name_of_something_else_that_gates_measure(tiny: Path) -> None:
    for file in tiny.iterdir():
        file.write_text(file.read_text().replace("make", "min_pillar"))
    assert edit(tiny) == ["alpha.yaml:5 Q308"]


def test_long_circles_and_several_circles_are_spelled_out(tiny: Path) -> None:
    text = (tiny / "actions.yaml").read_text().removeprefix("actions:\n").replace("ap('W_DULL')", "F.talk < 70")
    needs = {1: [2], 2: [3], 3: [1], 4: [4], 5: [1, 4, 6], 6: []}
    written = (
        text.replace("A1", f"A{n}").replace("[]", f"[{', '.join(f'A{m}' for m in ms)}]") for n, ms in needs.items()
    )
    (tiny / "actions.yaml").write_text("actions:\n" + "".join(written))
    problems = check(tiny).problems
    assert [one.sentence for one in problems] == [
        "These actions wait for one another: A1 → A2 → A3 → A1.",
        "These actions wait for one another: A4 → A4.",
    ]


def test_a_long_chain_of_actions_is_no_circle(tiny: Path) -> None:
    text = (tiny / "actions.yaml").read_text().removeprefix("actions:\n")
    chain = (text.replace("A1", f"A{n}").replace("[]", f"[A{n - 1}]" if n > 1 else "[]") for n in range(1, 1001))
    (tiny / "actions.yaml").write_text("actions:\n" + "".join(chain))
    started = time.perf_counter()
    assert check(tiny).questionnaire is not None
    assert time.perf_counter() - started < 20


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("customers.yaml", "customers: " + "[" * 2_000),
        ("customers.yaml", "customers:\n" + "  - {id: a}\n" * 4_000),
        ("customers.yaml", "customers:\n" + "  - {id: a, type: bars, text: x, levels: [a, b, c, d, e]}\n" * 1_800),
        ("sources.yaml", "sources:\n" + '  - {id: S1, by: x, says: "' + "x" * 900_000 + '"}\n'),
        ("sources.yaml", "".join(f"k{n}: 1\n" for n in range(19_000))),
        ("alpha.yaml", "id: alpha\nname: " + "x y " * 200_000),
        ("weights.yaml", "weights:\n" + "".join(f"  f{n}: {{}}\n" for n in range(9_000))),
        ("warnings.yaml", "warnings:\n  - {when: '" + "(" * 400_000 + "'}\n"),
    ],
    ids=range(8),
)
def test_hostile_files_are_refused_quickly(name: str, text: str, tiny: Path) -> None:
    (tiny / name).write_text(text)
    started = time.perf_counter()
    problems = check(tiny).problems
    assert problems
    assert len(problems) <= 201
    assert max(len(str(one)) for one in problems) < 3_000
    assert time.perf_counter() - started < 10


# ------------------------------------------------------------------ whatever comes


GONE = "(left out)"


def junk() -> st.SearchStrategy[Any]:
    words = st.sampled_from(
        ["make", "dem_use", "S1", "T", "all", "F.make < 50", "bars", "", "x" * 2001, "index", "exec"]
    )
    return st.recursive(
        st.none() | st.booleans() | st.integers(-5, 500) | st.floats(-1, 200) | words,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
        max_leaves=6,
    )


def places(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for step, value in inner for place in places(value, (*path, step)))]


def put(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    spot = data
    for step in path[:-1]:
        spot = spot[step]
    if value == GONE:
        del spot[path[-1]]
    else:
        spot[path[-1]] = value
    return data


@given(draw=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
def test_whatever_stands_in_a_file_it_is_a_method_or_refused_with_a_place(
    draw: st.DataObject, tiny: Path, root: Path
) -> None:
    name = draw.draw(st.sampled_from(sorted(file.name for file in (root / "tests" / "broken" / "base").iterdir())))
    good = root / "tests" / "broken" / "base" / name
    data = read(good, Limits(100, 1000)).data
    for _ in range(draw.draw(st.integers(1, 3))):
        path = draw.draw(st.sampled_from(places(data)))
        data = put(data, path, draw.draw(st.just(GONE) | junk()))
    (tiny / name).write_text(json.dumps(data))
    try:
        questionnaire = load(tiny)
    except Refused as refused:
        problems = refused.problems
        assert all(one.line >= 1 and one.sentence and one.remedy for one in problems)
        assert not any("validat" in str(one) or "Input should" in str(one) for one in problems)
    else:
        assert Method(questionnaire)
    finally:
        shutil.copy(good, tiny / name)


# ------------------------------------------------------------------ nothing is forgotten


def holds_ids(kind: Any) -> bool:
    return kind in (model.Slug, model.Code) or any(holds_ids(inner) for inner in get_args(kind))


def test_every_key_that_refers_to_something_is_checked() -> None:
    own = {("Option", "group"), *(("Planning", key) for _, key in PER_ANSWER)}  # groups are known by being used
    checked = {(kind.__name__, key) for kind, key, _, _ in REFERENCES} | own
    for _, kind in inspect.getmembers(model, inspect.isclass):
        if issubclass(kind, model.Entry):
            hints = get_type_hints(kind, include_extras=True)
            referring = {key for key in inspect.get_annotations(kind) if key != "id" and holds_ids(hints[key])}
            assert {(kind.__name__, key) for key in referring} <= checked
