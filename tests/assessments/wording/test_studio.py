"""The studio speaks a facilitator's language."""

from datetime import UTC, datetime

import pytest

from assessments.wording import effects, publications, studio, subjects
from tests.scoring.samples import social_crm

PILLARS = {pillar.id: pillar.name for pillar in social_crm().pillars}


def test_files_stand_under_the_subjects_people_look_for() -> None:
    names = ["weights.yaml", "notes.yaml", "examples/pebble.yaml", "culture.yaml", "customers.yaml", "base/a/path.yaml"]
    names.append("languages/de/culture.yaml")
    assert subjects.by_subject(names, PILLARS) == {
        "Questions": ("customers.yaml", "culture.yaml"),
        "The path": ("weights.yaml",),
        "Worked examples": ("examples/pebble.yaml",),
        "In other languages": ("languages/de/culture.yaml",),
        "Other files": ("notes.yaml",),
        "Built on": ("base/a/path.yaml",),
    }


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("channel_mix.yaml", "Channel mix"),
        ("path.yaml", "Stages, conditions, roles"),
        ("examples/north_vale.yaml", "North vale"),
        ("base/social_crm/path.yaml", "Stages, conditions, roles (social_crm)"),
        ("languages/de/culture.yaml", "Culture, Deutsch"),
        ("base/social_crm/languages/xx/firm.yaml", "The firm, xx (social_crm)"),
        ("extra.yaml", "extra.yaml"),
    ],
)
def test_a_file_is_called_after_what_it_holds(name: str, subject: str) -> None:
    assert subjects.file_subject(name, PILLARS) == subject


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ((0, 0, 0), "Ready to publish: no problems, and every worked example comes out as written."),
        ((0, 0, 2), ("Ready to publish: no problems, and every worked example comes out as written; two "
         "pieces of advice to consider.")),
        ((1, 3, 0), "Not ready to publish: one problem stands in the way."),
        ((2, 0, 1), "Not ready to publish: two problems stand in the way."),
        ((0, 1, 0), "Not ready to publish: one worked example no longer comes out as written."),
        ((0, 2, 0), "Not ready to publish: two worked examples no longer come out as written."),
    ],
)  # fmt: skip
def test_a_draft_says_whether_it_can_be_published(found: tuple[int, int, int], line: str) -> None:
    assert studio.standing_line(*found) == line


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        ("index", "All factors together"),
        ("min_pillar", "The weakest pillar"),
        ("pillar.culture", "Culture as a whole"),
        ("cul_shift", "Mental-model shift"),
        ("unknown", "unknown"),
    ],
)
def test_a_condition_says_what_it_measures(metric: str, words: str) -> None:
    names = PILLARS | {factor.id: factor.name for factor in social_crm().factors}
    assert studio.metric_in_words(metric, names) == words


def test_sentences_about_versions_people_and_changes() -> None:
    day = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    assert publications.version_name("Bank", "1.1") == "Bank, version 1.1"
    known = publications.beginning_name("Bank", "1.1", installed=False, organisation="Acme")
    assert known == "Bank, version 1.1 (Acme)"
    assert publications.published_line("Maria", day, 0) == "Published by Maria on 22 November 2026, not used yet."
    assert publications.published_line("Maria", day, 2).endswith(" on 22 November 2026, used by two assessments.")
    assert publications.offer_line("Bank", "1.1", "p1") == "Bank, version 1.1"
    assert publications.offer_line("Bank", "1.0", None) == "Bank, version 1.0, which came with Pathway"
    assert publications.offered_line(True, False) == "New assessments use this version."
    assert publications.offered_line(False, False) == ""
    assert publications.offered_line(False, True).startswith("Archived")
    assert studio.editors_line(["Maria"]).startswith("Nobody else")
    assert studio.editors_line(["Maria", "Jonas"]) == "Maria and Jonas hold a link to this draft."
    assert studio.clashes_line(0).endswith("both changes fit together.")
    assert "In two places you both" in studio.clashes_line(2)
    assert studio.sums_line({"T": 100, "S": 99.5}) == "Adds up to 100 for T and 99.5 for S."
    assert studio.states_line("Sources", 2) == "Sources has had two texts."
    assert studio.outcome_line(0) == "as written"
    assert studio.outcome_line(2) == "two differences"
    assert studio.more_line(0) == ""
    assert studio.more_line(1) == "And one more difference."
    assert studio.old_line(0) == ""
    assert studio.old_line(1) == "One translation to look at again: the original was reworded since."
    assert studio.line_name("path.yaml", 3) == "path.yaml, line 3"
    assert studio.together_line(214, {"base": 214}) == "All 214 lines are as the base has them."
    assert studio.together_line(214, {"base": 207, "changed": 4, "added": 1, "removed": 2}) == (
        "Of 214 lines, this edition has 4 changed, 1 added and 2 left out; the others are as the base has them."
    )
    assert studio.unsaved_line([]) == ""
    assert studio.unsaved_line(["cul_03", "weights"]) == "Changed and not saved yet: cul_03 and weights."
    assert studio.lines_line("path.yaml", 1, 2) == "path.yaml: one line out, two lines in"
    assert studio.gate_line(social_crm().stages[0].gates[0], {}) == "All factors together must reach 40."
    assert studio.action_facts(social_crm().actions[0])[1] == ("Effort", "4 person-weeks in 6 weeks")


def test_sentences_about_what_would_change() -> None:
    assert effects.moving_line(0, 0) == "There are no assessments of this questionnaire yet"
    assert effects.moving_line(0, 6) == "None of six assessments would stand elsewhere"
    assert effects.moving_line(2, 6) == "Two of six assessments would stand elsewhere"
    assert effects.unreachable_line(["T", "S"]).startswith("No firm drawn at random reaches T or S")
    assert effects.unseen_lines(1000, not_passed=["M2"], not_asked=["S9"], warnings=["Dull"], actions=["Talk"]) == [
        "Condition M2 was passed by none of 1,000 firms drawn at random.",
        "Condition S9 applied to none of 1,000 firms drawn at random.",
        "The warning “Dull” was shown to none of 1,000 firms drawn at random.",
        "The action “Talk” was worth considering for none of 1,000 firms drawn at random.",
    ]
    assert "every condition was passed by some" in effects.all_seen_line(1000)
    assert effects.shift_title(0, 0) == "Of firms drawn at random, none would stand elsewhere"
    assert effects.shift_title(0.02, 0.1) == "Of firms drawn at random, 2% would move up and 10% would move down"
    assert effects.hanging_title([], 0, 0, "weights") == "There are no assessments to look at yet"
    assert effects.hanging_title(["M2"], 0, 6, "weights") == "No placement hangs on one of the weights"
    assert effects.hanging_title(["M2"], 3, 6, "conditions") == "Most placements hang on M2: three firms of 6"
    assert (
        effects.hanging_title(["M2", "S3"], 1, 6, "conditions")
        == "Most placements hang on M2 and one other: one firm each"
    )
    assert effects.hanging_alt("M2", 0, 1) == "M2: no firms when it is lower, one firm when it is higher."


def test_what_a_language_lacks_is_counted() -> None:
    assert studio.missing_line(0, 40) == "Nothing is missing: all 40 texts can be read in this language."
    assert studio.missing_line(1, 40) == "One text of 40 is not translated yet. People read the original there."
    assert studio.missing_line(12, 40).startswith("Twelve texts of 40 are not")
    assert (
        studio.text_label("culture.yaml", ("factors", "cul_shift", "name"), "Shift") == "culture, cul_shift.name: Shift"
    )
    assert studio.text_label("a.yaml", ("title",), "w" * 80).endswith("w…")
