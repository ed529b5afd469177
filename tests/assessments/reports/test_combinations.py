"""Every optional section beside every other: nothing is missing or undefined, and the renderer has no complaint."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from assessments import reports
from assessments.edits import NO_EDITS, ActionEdits, PlanEdits
from assessments.reports import Case
from assessments.wording.session import Session
from scoring.answers import Assessment, Segment, Unanswered, Value
from tests.assessments.reports.combining import Combination, covering
from tests.assessments.reports.documents import facts_of
from tests.assessments.wording.sessions import held
from tests.scoring.samples import changed, firm, method, result_of, social_crm

DAY = date(2026, 11, 22)
CHOICES = {
    "asked": ("full", "quick"),
    "heard": ("one", "several"),
    "answers": ("as they are", "all at the top", "all at the bottom", "customers unknown", "nobody"),
    "evidence": ("none", "quoted"),
    "edits": ("none", "many"),
    "pulse": ("none", "measured"),
    "segments": ("none", "two"),
    "workshop": ("none", "held", "somebody left out"),
}
PAIRS, EACH_ONCE = (list(covering(CHOICES, strength)) for strength in (2, 1))
EDITS = PlanEdits(
    capacity=20.0,
    start=date(2027, 1, 4),
    actions={
        "A01": ActionEdits(person="Ann Ek", due=date(2027, 1, 8), status="doing"),
        "A02": ActionEdits(status="done", role="service", effort=3.0),
        "A04": ActionEdits(wanted="banned"),
        "A19": ActionEdits(wanted="pinned", not_before=date(2027, 3, 1)),
    },
)
SESSIONS: Mapping[str, Session | None] = {
    "none": None,
    "held": held(),
    "somebody left out": held(left_out=True),
}


def _said(answers: str) -> Mapping[str, Value]:
    """Return what everybody says instead of their own answers."""
    if answers == "customers unknown":
        return {item.id: Unanswered.DONT_KNOW for item in social_crm().customers}
    level = {"all at the top": 5, "all at the bottom": 1}.get(answers)
    scored = [item for factor in social_crm().factors for item in factor.items if item.type == "bars"]
    return {} if level is None else {item.id: level for item in scored}


def _assessment(chosen: Combination) -> Assessment:
    start = firm({"one": "brightthread", "several": "riverside"}[chosen["heard"]])
    whole = changed(start, _said(chosen["answers"]))
    if chosen["evidence"] == "quoted":
        notes = {item.id: "The list of <March>, signed by four." for item in social_crm().items}
        whole = replace(whole, submissions=tuple(replace(one, notes=notes) for one in whole.submissions))
    if chosen["pulse"] == "measured":
        whole = replace(whole, pulse=tuple({item.id: 2 for item in social_crm().pulse} for _ in range(40)))
    if chosen["segments"] == "two":
        whole = _by_segment(whole)
    if chosen["answers"] == "nobody":
        whole = replace(whole, submissions=())
    return replace(whole, variant="quick") if chosen["asked"] == "quick" else whole


def _by_segment(whole: Assessment) -> Assessment:
    """Answer for two groups of customers, the second as far ahead as can be."""
    customers = {item.id for item in social_crm().customers}
    segments = (Segment("private", "Private <people>", 0.7), Segment("trade", "Trade", 0.3))
    said = tuple(
        replace(
            one,
            segments={
                "private": {id_: value for id_, value in one.answers.items() if id_ in customers},
                "trade": {id_: 5 for id_, value in one.answers.items() if id_ in customers and isinstance(value, int)},
            },
        )
        for one in whole.submissions
    )
    return replace(whole, segments=segments, submissions=said)


def _case(chosen: Combination) -> Case:
    assessment = _assessment(chosen)
    edits = EDITS if chosen["edits"] == "many" else NO_EDITS
    session = SESSIONS[chosen["workshop"]]
    return reports.work_out(method(), assessment, result_of(assessment), edits=edits, session=session)


def _named(chosen: Combination) -> str:
    return ", ".join(chosen.values())


def test_every_two_choices_meet() -> None:
    together = {frozenset((one, other)) for row in PAIRS for one in row.items() for other in row.items()}
    for kind, options in CHOICES.items():
        for other_kind, others in CHOICES.items():
            for pair in ((option, other) for option in options for other in others if kind != other_kind):
                assert frozenset(((kind, pair[0]), (other_kind, pair[1]))) in together


@pytest.mark.parametrize("chosen", PAIRS, ids=_named)
def test_sections_appear_as_called_for_whatever_stands_beside_them(chosen: Combination) -> None:
    case = _case(chosen)
    executive, team = reports.executive_html(case, date=DAY), reports.team_html(case, date=DAY)
    for page in (executive, team):
        assert ">None<" not in page
        assert "<March>" not in page
        assert "<people>" not in page
        assert ("Indicative: this is a quick scan." in page) == (chosen["asked"] == "quick")
    quoted = chosen["evidence"] == "quoted" and chosen["answers"] != "nobody"
    assert ("The list of &lt;March&gt;" in team) == quoted
    assert "The list of" not in executive
    assert ('id="workshop"' in team) == (chosen["workshop"] != "none")
    assert ("What was left out" in team) == (chosen["workshop"] == "somebody left out")
    assert ("Nobody has changed anything about the plan" in team) == (chosen["edits"] == "none")


@pytest.mark.parametrize("chosen", EACH_ONCE, ids=_named)
def test_both_editions_are_set_without_a_complaint_and_in_their_pages(chosen: Combination) -> None:
    case = _case(chosen)
    for document, least, most in (
        (reports.executive_pdf(case, date=DAY), 2, 4),
        (reports.team_pdf(case, date=DAY), 8, 14),
    ):
        assert least <= int(facts_of(document)["Pages"]) <= most
