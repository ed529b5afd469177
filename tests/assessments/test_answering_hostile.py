"""What a crafted message may contain: nothing of it is stored, and every refusal is logged without what was sent."""

import logging
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from assessments import answering
from assessments.answering import Desk, NotAccepted, Started
from assessments.storage import Database
from assessments.storage.every_table import metadata

MEGABYTE = "x" * 1_000_000
SURROGATE = "\ud83d"


def rows(database: Database) -> dict[str, int]:
    with database.reading() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in metadata.sorted_tables
        }


@pytest.fixture
def refused(
    desk: Desk, database: Database, caplog: pytest.LogCaptureFixture
) -> Callable[[Callable[[], object]], NotAccepted]:
    """Return a check that a call is refused with a sentence, stores nothing and is logged."""

    def check(call: Callable[[], object]) -> NotAccepted:
        before = rows(database)
        caplog.clear()
        with caplog.at_level(logging.WARNING), pytest.raises(NotAccepted) as refusal:
            call()
        assert rows(database) == before
        assert [record.name for record in caplog.records] == ["assessments.answering.refusals"]
        assert refusal.value.code in caplog.text
        assert len(caplog.text) < 400
        assert refusal.value.sentence.endswith(".")
        return refusal.value

    return check


@pytest.mark.parametrize(
    "value",
    [
        *(0, 6, 9, -1, True, 3.0, 3.5, None, "3", "HACKED", "na", "NA", "", [], [3], {}, {"a": 1}, object()),
        *(MEGABYTE, "\0", SURROGATE, "\U0001f600", float("nan"), float("inf"), 10**400, b"3"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_line_is_one_of_five(desk: Desk, quick: Started, refused: Callable, value: object) -> None:
    refused(lambda: answering.answer(desk, quick.token, "dem_03", value))


@pytest.mark.parametrize(
    "value", ["HACKED", "", 1, None, ["joint"], MEGABYTE, "joint\0", SURROGATE, "\U0001f600", "na"]
)
def test_an_option_is_one_of_those_shown(desk: Desk, full: Started, refused: Callable, value: object) -> None:
    refused(lambda: answering.answer(desk, full.token, "own_01", value))


@pytest.mark.parametrize(
    "value",
    [
        *("solve", [], ["HACKED"], ["solve", None], [["solve"]], ["solve"] * 1000, {"solve": 1}, None),
        ["solve", "happy", "sell", "learn"],
    ],
    ids=lambda value: repr(value)[:20],
)
def test_several_options_are_known_and_not_too_many(
    desk: Desk, full: Started, refused: Callable, value: object
) -> None:
    refused(lambda: answering.answer(desk, full.token, "own_11", value))


@pytest.mark.parametrize("value", [-1, 101, 66.5, "66", True, None, float("nan"), 10**30, [66]])
def test_a_number_is_whole_and_in_range(desk: Desk, full: Started, refused: Callable, value: object) -> None:
    assert "from 0 to 100" in refused(lambda: answering.answer(desk, full.token, "cul_12", value)).sentence


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"phone": 99}, "add up to 99"),
        ({"phone": 60, "mail": 60}, "add up to 120"),
        ({}, "add up to 0"),
        ({"phone": 110, "mail": -10}, "whole number"),
        ({"phone": 99.5, "mail": 0.5}, "whole number"),
        ({"phone": "100"}, "whole number"),
        ({"phone": True, "mail": 99}, "whole number"),
        ({"phone": float("nan")}, "whole number"),
        ({"HACKED": 100}, "whole number"),
        ({1: 100}, "whole number"),
        ([100], "whole number"),
        (100, "whole number"),
        (None, "whole number"),
    ],
)
def test_a_split_adds_up_to_100(desk: Desk, full: Started, refused: Callable, value: object, told: str) -> None:
    assert told in refused(lambda: answering.answer(desk, full.token, "dem_01", value)).sentence


@pytest.mark.parametrize("item", ["dem_01", "HACKED", "", None, 3, MEGABYTE, "\0", SURROGATE, ["dem_03"], "ctx_size"])
def test_a_question_is_part_of_the_variant(desk: Desk, quick: Started, refused: Callable, item: str) -> None:
    refused(lambda: answering.answer(desk, quick.token, item, 3))
    refused(lambda: answering.clear(desk, quick.token, item))
    refused(lambda: answering.write_note(desk, quick.token, item, "Note."))


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        *(("ctx_size", value) for value in ("HACKED", 1, ["m"], "", MEGABYTE, "\0")),
        *(("ctx_pressure", value) for value in ("board", ["HACKED"], [], [1], ["board"] * 99)),
        *(("ctx_measured", value) for value in (-1, 101, "58", True, float("nan"), float("inf"), 10**400)),
        *(("ctx_capacity", value) for value in (0, 10_001)),
        *(("ctx_industry", value) for value in (1, "x" * 201, MEGABYTE, "\0", "a\x1b[2Jb", SURROGATE, ["a"])),
        *(("HACKED", "m"), ("", "m"), (None, "m"), ("dem_03", 3)),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_fact_is_known_and_possible(desk: Desk, full: Started, refused: Callable, fact: str, value: object) -> None:
    refused(lambda: answering.answer_fact(desk, full.token, fact, value))


@pytest.mark.parametrize(
    "note",
    [MEGABYTE, "x" * 2001, "\0", "a\0b", "a\x1b[31mb", SURROGATE, f"a{SURROGATE}b", "\uffff", 3, ["note"], {"a": 1}],
    ids=lambda value: repr(value)[:20],
)
def test_a_note_is_text_of_bounded_length(desk: Desk, quick: Started, refused: Callable, note: object) -> None:
    refused(lambda: answering.write_note(desk, quick.token, "dem_03", note))


@pytest.mark.parametrize("key", ["", "k" * 81, "k\0", "k\n", "schlüssel", 3, SURROGATE])
def test_a_key_is_a_short_plain_word(desk: Desk, quick: Started, refused: Callable, key: str) -> None:
    refused(lambda: answering.answer(desk, quick.token, "dem_03", 3, key=key))


@pytest.mark.parametrize("name", [MEGABYTE, "x" * 201, "\0", "a\x07b", SURROGATE, 3, None])
def test_the_name_of_a_firm_is_a_short_text(desk: Desk, refused: Callable, name: str) -> None:
    refused(lambda: answering.start(desk, name, "quick"))


@pytest.mark.parametrize(
    "link", ["", "wrong", "x" * 43, MEGABYTE, "\0", SURROGATE, "' OR 1=1 --", None, 3, b"token", ["token"], "ß" * 43]
)
def test_a_link_that_opens_nothing_is_answered_kindly(desk: Desk, refused: Callable, link: str) -> None:
    for call in (
        lambda: answering.resume(desk, link),
        lambda: answering.sections(desk, link),
        lambda: answering.result(desk, link),
        lambda: answering.movement(desk, link),
        lambda: answering.what_if(desk, link, {}, {}),
        lambda: answering.export(desk, link, "csv"),
        lambda: answering.remember(desk, link, "dem_03"),
        lambda: answering.answer(desk, link, "dem_03", 3),
        lambda: answering.clear(desk, link, "dem_03"),
        lambda: answering.write_note(desk, link, "dem_03", "Note."),
        lambda: answering.answer_fact(desk, link, "ctx_size", "m"),
        lambda: answering.clear_fact(desk, link, "ctx_size"),
        lambda: answering.finish(desk, link),
        lambda: answering.reopen(desk, link),
        lambda: answering.start_again(desk, link),
        lambda: answering.delete_everything(desk, link),
    ):
        assert "does not open an assessment" in refused(call).sentence


def test_the_id_of_an_assessment_opens_nothing(desk: Desk, quick: Started, refused: Callable) -> None:
    refused(lambda: answering.result(desk, quick.assessment_id))


def test_another_persons_link_changes_only_their_assessment(desk: Desk, quick: Started) -> None:
    other = answering.start(desk, "Other", "quick")
    answering.answer(desk, other.token, "dem_03", 5)
    assert answering.open_assessment(desk, quick.token).assessment.submissions[0].answers == {}


@pytest.mark.parametrize("kind", ["xlsx", "", None, "csv\0", MEGABYTE])
def test_an_export_is_of_a_known_kind(desk: Desk, quick: Started, refused: Callable, kind: str) -> None:
    refused(lambda: answering.export(desk, quick.token, kind))


@pytest.mark.parametrize("variant", ["medium", "", 3, MEGABYTE])
def test_the_next_assessment_is_of_a_known_variant(desk: Desk, quick: Started, refused: Callable, variant: str) -> None:
    refused(lambda: answering.start_again(desk, quick.token, variant))
    assert not answering.resume(desk, quick.token).finished


def test_nothing_that_was_sent_reaches_the_log(
    desk: Desk, full: Started, refused: Callable, caplog: pytest.LogCaptureFixture
) -> None:
    for call in (
        lambda: answering.answer(desk, full.token, "own_01", "a secret"),
        lambda: answering.answer_fact(desk, full.token, "ctx_size", "a secret"),
        lambda: answering.write_note(desk, full.token, "own_01", "a secret\0"),
        lambda: answering.result(desk, "a secret"),
    ):
        refused(call)
        assert "secret" not in caplog.text


def test_a_line_break_cannot_forge_a_line_of_the_log(
    desk: Desk, quick: Started, refused: Callable, caplog: pytest.LogCaptureFixture
) -> None:
    refused(lambda: answering.answer(desk, quick.token, "x\nNot accepted: forged", 3))
    assert len(caplog.text.strip().splitlines()) == 1
