"""What answers say about questions: only from real people, only from enough of them."""

import datetime

import numpy as np
import pytest

from assessments import editing
from assessments.answering import Desk
from assessments.editing import Finding
from assessments.editing.files import files_in
from assessments.problems.sentences import SENTENCES
from assessments.storage.assessments import add_assessment, add_firm
from assessments.storage.whole import write_answers
from scoring.answers import Assessment, Submission, Unanswered, Value

DAY = datetime.date(2026, 11, 22)


def store(desk: Desk, people: list[dict[str, Value]], *, kind: str = "self", role: str = "sales") -> None:
    """Store a firm whose people of one role answered so."""
    edition, at = desk.edition(), desk.clock()
    submissions = tuple(Submission(f"r{number}", role, answers) for number, answers in enumerate(people))
    with desk.database.writing() as connection:
        id_ = add_assessment(
            connection,
            public_id=f"a{at.timestamp():.0f}",
            firm_id=add_firm(connection, "Acme", at),
            questionnaire_sha256=desk.pin(connection, edition),
            variant="full",
            date=DAY,
            at=at,
            kind=kind,  # type: ignore[arg-type]
            origin_sha256="0" * 64 if kind == "sample" else None,
        )
        write_answers(connection, id_, Assessment("a", "Acme", DAY, submissions), at)


def advice(desk: Desk) -> list[tuple[str, str]]:
    """Return code and question of every advice."""
    files = files_in(desk.folder)
    found: tuple[Finding, ...] = editing.advice_from_answers(desk, files)
    named = []
    for finding in found:
        entry = editing.entry_at(files, finding.file, finding.problem.line)
        assert entry is not None
        named.append((finding.problem.code, entry.id))
    return named


def spread(count: int, *, noise: int = 0) -> list[dict[str, Value]]:
    """Return people who answer three questions of one factor alike, the third by chance where there is noise."""
    dice = np.random.default_rng(1)
    levels = [int(level) for level in dice.integers(1, 6, count)]
    third = [int(level) for level in dice.integers(1, 6, count)] if noise else levels
    return [{"cul_03": one, "cul_04": one, "cul_05": other} for one, other in zip(levels, third, strict=True)]


def each_a_firm(desk: Desk, people: list[dict[str, Value]]) -> None:
    for person in people:
        store(desk, [person])


def test_questions_that_hang_together_need_no_advice(desk: Desk) -> None:
    each_a_firm(desk, spread(30))
    assert advice(desk) == []


def test_a_question_about_something_else_is_told(desk: Desk) -> None:
    each_a_firm(desk, spread(40, noise=1))
    assert advice(desk) == [("S801", "cul_05")]


def test_a_question_nearly_everybody_tops_out_on_is_told(desk: Desk) -> None:
    each_a_firm(desk, [{"cul_01": 5 if number % 10 else 3} for number in range(30)])
    assert advice(desk) == [("S802", "cul_01")]


def test_a_question_many_do_not_know_is_told(desk: Desk) -> None:
    each_a_firm(desk, [{"cul_03": Unanswered.DONT_KNOW if number % 2 else 1 + number % 5} for number in range(12)])
    assert advice(desk) == [("S803", "cul_03")]


def test_a_question_that_one_role_reads_differently_is_told(desk: Desk) -> None:
    for _ in range(3):
        store(desk, [{"cul_01": 1}, {"cul_01": 1}, {"cul_01": 4}, {"cul_01": 5}])
    assert advice(desk) == [("S804", "cul_01")]


@pytest.mark.parametrize("count", [0, 9])
def test_few_answers_say_nothing(desk: Desk, count: int) -> None:
    each_a_firm(desk, [{"cul_03": Unanswered.DONT_KNOW, "cul_01": 5}] * count)
    assert advice(desk) == []


def test_samples_say_nothing(desk: Desk) -> None:
    for _ in range(12):
        store(desk, [{"cul_03": Unanswered.DONT_KNOW}], kind="sample")
    assert advice(desk) == []


def test_a_draft_with_problems_gets_no_advice_from_answers(desk: Desk) -> None:
    assert editing.advice_from_answers(desk, {"path.yaml": "a: ["}) == ()


def test_every_code_about_answers_is_tried_here() -> None:
    assert {code for code in SENTENCES if code.startswith("S")} == {"S801", "S802", "S803", "S804"}
